"""The demo's organizers find their desk, and a crowd that wants to hear from them."""

from pathlib import Path

import pytest

from bot.demo.run import CROWD, GROUP, ORGANIZERS, PEOPLE, gather, open_samples
from bot.demo.settings import ALONE
from bot.simulator import Simulator
from bot.texts.texts import Texts
from storage import models
from tests.support.real_desk import house
from tests.support.storage.petition import count

pytestmark = pytest.mark.real


async def test_two_organizers_and_a_crowd_wait_for_whoever_opens_the_demo(tmp_path: Path) -> None:
    """They are there at the first start; the second adds nobody."""
    async with house() as there:
        await open_samples(there.storage, Texts.load(), tmp_path / "key")
        simulator = Simulator(people=PEOPLE, group=GROUP)
        for _ in range(2):
            await gather(there.storage, simulator)
        organizers = await there.storage.organizers.of(None)
        assert [each.name for each in organizers] == list(ORGANIZERS)
        assert {each.everywhere for each in organizers} == {"owner"}
        many = sum(number for _, _, number in CROWD)
        assert many > ALONE
        assert await count(there.storage, models.supporters) == many
        samples = [each for each in await there.storage.campaigns.all() if each.sample]
        assert await count(there.storage, models.subscriptions) == many * len(samples)
        for each in organizers:
            assert simulator.world.chats[simulator.person(each.name).id].started
        assert len(simulator.world.chats) == len(PEOPLE) + 1 + many
