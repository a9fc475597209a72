"""Groups: who is in, and what the bot gets to see."""

from __future__ import annotations

import pytest

from bot.simulator import Group, Person, Simulator
from tests.support.raw import RawBot


@pytest.fixture
async def friends(sim: Simulator) -> Group:
    """A group of two with the bot in it."""
    group = sim.group("Friends", [sim.person("Amira"), sim.person("Bea")])
    await group.adds_bot()
    sim.updates.drop()
    return group


@pytest.fixture
def bea(sim: Simulator) -> Person:
    """A member."""
    return sim.person("Bea")


async def test_being_added_and_thrown_out(sim: Simulator, raw: RawBot) -> None:
    """The bot hears of both, and may only write in between."""
    group = sim.group("Friends", [sim.person("Amira")])
    assert "not a member" in await raw.refusal("sendMessage", chat_id=group.id, text="x")
    await group.adds_bot()
    member, service = await raw.updates()
    assert member["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["username"] == sim.username
    await raw.result("sendMessage", chat_id=group.id, text="Hello")
    await group.removes_bot()
    assert (await raw.updates())[-1]["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert await raw.refusal("sendMessage", chat_id=group.id, text="x") == (
        "403 Forbidden: bot was kicked from the supergroup chat"
    )


async def test_privacy_mode_hides_what_is_not_for_the_bot(
    sim: Simulator, raw: RawBot, friends: Group, bea: Person
) -> None:
    """It sees commands, its own name, and replies to it; nothing else."""
    await raw.result("sendMessage", chat_id=friends.id, text="Hello")
    await bea.says("between us", chat=friends, hear=False)
    await bea.says("/start", chat=friends, hear=False)
    await bea.says("/start@other_bot", chat=friends, hear=False)
    await bea.says(f"/start@{sim.username}", chat=friends, hear=False)
    await bea.says(f"what is @{sim.username}?", chat=friends, hear=False)
    await bea.says("thanks", chat=friends, reply_to=friends.last, hear=False)
    texts = [update["message"]["text"] for update in await raw.updates()]
    assert texts == ["/start", f"/start@{sim.username}", f"what is @{sim.username}?", "thanks"]


async def test_an_administrator_sees_everything(sim: Simulator, raw: RawBot) -> None:
    """Privacy mode does not hide anything from a bot that is an administrator."""
    group = sim.group("Friends", [sim.person("Amira")])
    await group.adds_bot(admin=True)
    await sim.person("Amira").says("between us", chat=group, hear=False)
    assert (await raw.updates())[-1]["message"]["text"] == "between us"


async def test_leaving_a_group(sim: Simulator, raw: RawBot, friends: Group) -> None:
    """A bot that left cannot write any more."""
    await raw.result("leaveChat", chat_id=friends.id)
    assert "not a member" in await raw.refusal("sendMessage", chat_id=friends.id, text="x")
