"""Fixtures of the channels. aiogram takes seconds to load: only a test that asks for it waits."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.town import Town


@pytest.fixture
async def town(
    tmp_path: Path, redis: object, redis_url: str, migrated_database_url: str
) -> "AsyncIterator[Town]":
    """A town of its own for one test, by webhook."""
    from tests.support.town import webhook_town

    async with webhook_town(tmp_path, redis_url, migrated_database_url) as built:
        yield built
        # Telegram swallows some faults in silence; the simulator does not, and nor do we.
        assert built.simulator.complaints == []
        assert built.simulator.unknown_methods == []
        assert built.simulator.unanswered_taps == 0
