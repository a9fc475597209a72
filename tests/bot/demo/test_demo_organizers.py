"""The demo's organizers find their desk, and a crowd that wants to hear from them."""

from pathlib import Path

import pytest

from bot.demo.run import CROWD, GROUP, ORGANIZERS, PEOPLE, gather, open_samples
from bot.demo.settings import ALONE
from bot.simulator import Simulator
from bot.texts.texts import Texts
from storage import migrations, models
from storage.container import Storage
from tests.support.storage.petition import VAULT_KEY, count

pytestmark = pytest.mark.real


async def test_two_organizers_and_a_crowd_wait_for_whoever_opens_the_demo(tmp_path: Path) -> None:
    """They are there at the first start; the second adds nobody."""
    url = f"sqlite:///{tmp_path / 'demo.db'}"
    await migrations.upgrade(url)
    storage = await Storage.open(url, VAULT_KEY)
    try:
        await open_samples(storage, Texts.load(), tmp_path / "key")
        simulator = Simulator(people=PEOPLE, group=GROUP)
        for _ in range(2):
            await gather(storage, simulator)
        organizers = await storage.organizers.of(None)
        assert [each.name for each in organizers] == list(ORGANIZERS)
        assert {each.everywhere for each in organizers} == {"owner"}
        many = sum(number for _, _, number in CROWD)
        assert many > ALONE
        assert await count(storage, models.supporters) == many
        samples = [each for each in await storage.campaigns.all() if each.sample]
        assert await count(storage, models.subscriptions) == many * len(samples)
        for each in organizers:
            assert simulator.world.chats[simulator.person(each.name).id].started
        assert len(simulator.world.chats) == len(PEOPLE) + 1 + many
    finally:
        await storage.close()
