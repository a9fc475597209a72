"""Pressed buttons and inline mode."""

from __future__ import annotations

import asyncio

import pytest

from bot.simulator import Simulator
from tests.support.raw import Json, RawBot, keyboard

TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_a_tap_is_answered_once(sim: Simulator, raw: RawBot, amira: int) -> None:
    """The bot gets the message with the tap; the person sees the notice."""
    await raw.result("sendMessage", chat_id=amira, text="?", reply_markup=keyboard([("y", "a:y")]))
    person = sim.person("Amira")
    await person.taps("y", hear=False)
    (update,) = await raw.updates()
    query = update["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("a:y", "?")
    assert sim.unanswered_taps == 1
    answer = {"callback_query_id": query["id"], "text": "Thank you"}
    await raw.result("answerCallbackQuery", **answer)
    assert person.toast == "Thank you"
    assert sim.unanswered_taps == 0
    assert await raw.refusal("answerCallbackQuery", **answer) == TOO_OLD


async def test_an_unknown_or_late_answer_is_refused(raw: RawBot, amira: int) -> None:
    """As is a notice of more than 200 characters."""
    answer = {"callback_query_id": "1"}
    assert await raw.refusal("answerCallbackQuery", **answer) == TOO_OLD
    refused = await raw.refusal("answerCallbackQuery", **answer, text="x" * 201)
    assert refused == "400 Bad Request: MESSAGE_TOO_LONG"


@pytest.mark.real
async def test_a_tap_is_too_old_after_a_minute() -> None:
    """The clock of the simulated world decides."""
    now = [1_700_000_000.0]
    async with Simulator(clock=lambda: now[0]) as sim:
        person = sim.person("Amira")
        await person.says("/start", hear=False)
        message = sim.world.post(
            sim.world.chats[person.id],
            sim.world.bot.api(),
            {"text": "?", "reply_markup": keyboard([("y", "a:y")])},
        )
        sim.acts.tap(person.user, sim.world.chats[person.id], message["message_id"], "a:y")
        now[0] += 61
        tap = next(iter(sim.world.taps))
        import aiohttp

        async with aiohttp.ClientSession() as session:
            raw = RawBot(session, sim.url, sim.token)
            assert await raw.refusal("answerCallbackQuery", callback_query_id=tap) == TOO_OLD


async def test_sharing_into_a_group_by_inline_mode(sim: Simulator, raw: RawBot) -> None:
    """Typing the bot's name offers a card; picking it posts it; the bot is told; it can edit it."""
    person = sim.person("Amira")
    friends = sim.group("Friends", [person, sim.person("Bea")])
    asking = asyncio.create_task(person.asks_inline("alert"))
    await sim.until(lambda: bool(sim.updates.waiting), 5, "no inline query")
    (update,) = await raw.updates()
    query = update["inline_query"]
    assert (query["query"], query["from"]["id"]) == ("alert", person.id)
    card: Json = {
        "type": "article",
        "id": "card",
        "title": "The alert",
        "input_message_content": {"message_text": "<b>Sign</b>", "parse_mode": "HTML"},
        "reply_markup": keyboard([("Sign", "c:sign")]),
    }
    await raw.result("answerInlineQuery", inline_query_id=query["id"], results=[card])
    assert [result["title"] for result in await asking] == ["The alert"]
    posted = await person.picks("card", into=friends)
    assert posted.html == "<b>Sign</b>"
    assert posted.sender == "Amira"
    updates = await raw.updates(offset=update["update_id"] + 1)
    chosen = updates[-1]["chosen_inline_result"]
    assert chosen["result_id"] == "card"
    place = {"inline_message_id": chosen["inline_message_id"]}
    assert await raw.result("editMessageText", **place, text="Closed") is True
    assert friends.screen[-1].text == "Closed"


async def test_a_bad_inline_result_is_refused(raw: RawBot, sim: Simulator) -> None:
    """Each result needs an id of its own, and a message that would be accepted."""
    search = sim.acts.search(sim.person("Amira").user, "")
    good = {"type": "article", "title": "x", "input_message_content": {"message_text": "x"}}
    twice = [{**good, "id": "1"}, {**good, "id": "1"}]
    answer = {"inline_query_id": search.id}
    refused = await raw.refusal("answerInlineQuery", **answer, results=twice)
    assert refused == "400 Bad Request: RESULT_ID_DUPLICATE"
    long = {**good, "id": "1", "input_message_content": {"message_text": "x" * 4097}}
    refused = await raw.refusal("answerInlineQuery", **answer, results=[long])
    assert refused == "400 Bad Request: message is too long"
