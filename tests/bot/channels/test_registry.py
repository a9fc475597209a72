"""Which channel sends to a stored address."""

import pytest

from bot.channels.registry import Registry
from tests.support.notebook import Notebook


def test_an_address_is_reached_by_its_own_channel_or_by_none() -> None:
    """What was leased by mistake fails loudly, and is not sent elsewhere."""
    telegram, paper = Notebook("telegram"), Notebook("paper")
    registry = Registry(telegram, paper)
    assert registry.names == ("telegram", "paper")
    assert list(registry) == [telegram, paper]
    assert registry["paper"] is paper
    with pytest.raises(KeyError):
        registry["terminal"]
