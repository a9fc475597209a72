"""How tests drive people: what they can do, and what failing tests are told."""

from __future__ import annotations

import asyncio

import pytest
from aiohttp import web

from bot.simulator import Impossible, Simulator
from bot.simulator.page.snapshot import snapshot
from bot.simulator.people import person
from tests.support.raw import Hook, Json, RawBot, keyboard


@pytest.fixture
async def echo(raw: RawBot, hook: Hook) -> Hook:
    """A bot that says what it was told, with two buttons, and toasts every tap."""

    def answer(update: Json) -> Json:
        if "callback_query" in update:
            query = update["callback_query"]
            return {
                "method": "answerCallbackQuery",
                "callback_query_id": query["id"],
                "text": f"tapped {query['data']}",
            }
        said = update.get("message") or update["edited_message"]
        return {
            "method": "sendMessage",
            "chat_id": said["chat"]["id"],
            "text": said.get("text", "no words"),
            "reply_markup": keyboard([("Agree", "c:ask:agree"), ("No", "c:ask:no")]),
        }

    hook.answer = lambda update: web.json_response(answer(update))
    await raw.result("setWebhook", url=hook.url)
    return hook


async def test_a_conversation_reads_like_one(sim: Simulator, echo: Hook) -> None:
    """Every verb returns what the bot said to it."""
    amira = sim.person("Amira", "ar")
    hello = await amira.opens(sim.deep_link("abc"))
    assert hello.text == "/start abc"
    assert hello.rows == [[("Agree", "c:ask:agree"), ("No", "c:ask:no")]]
    assert hello.choices == ["agree", "no"]
    assert (await amira.says("hi")).text == "hi"
    assert (await amira.edits(None, "ho")).text == "ho"
    for act in (amira.sends_sticker(), amira.sends_voice(), amira.sends_photo()):
        assert (await act).text == "no words"
    assert len(amira.screen) == 11
    await amira.clears()
    assert amira.screen == []


async def test_buttons_are_found_by_choice_or_by_label(sim: Simulator, echo: Hook) -> None:
    """The newest first, or in the message that is named."""
    amira = sim.person("Amira")
    old = await amira.says("one")
    await amira.says("two")
    await amira.taps("agree")
    assert amira.toast == "tapped c:ask:agree"
    await amira.taps("no", message=old)
    assert amira.toast == "tapped c:ask:no"
    with pytest.raises(AssertionError, match=r"Amira finds no button 'maybe'; there are: Agree"):
        await amira.taps("maybe")


async def test_what_the_bot_says_by_itself_is_heard(
    sim: Simulator, raw: RawBot, amira: int
) -> None:
    """Such as a broadcast: whether it came before the person listens, or later."""
    person = sim.person("Amira")
    await raw.result("sendMessage", chat_id=amira, text="one")
    assert (await person.hears()).text == "one"
    listening = asyncio.create_task(person.hears())
    await raw.result("sendMessage", chat_id=amira, text="two")
    assert (await listening).text == "two"


async def test_a_silent_bot_fails_the_test_with_the_transcript(
    sim: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After ten seconds, here fewer: what was said, and what waits."""
    monkeypatch.setattr(person, "PATIENCE", 0.05)
    with pytest.raises(AssertionError, match=r"(?s)did not react to Amira.*Amira: anybody\?"):
        await sim.person("Amira").says("anybody?")


async def test_people_cannot_do_what_no_client_lets_them(sim: Simulator) -> None:
    """Empty or endless messages, foreign links, bad payloads, writing to a blocked bot."""
    amira = sim.person("Amira")
    for text in ("", " \n", "x" * 4097):
        with pytest.raises(Impossible):
            await amira.says(text, hear=False)
    for link in ("https://t.me/other_bot?start=a", sim.deep_link("a b"), sim.deep_link("x" * 65)):
        with pytest.raises(Impossible):
            await amira.opens(link, hear=False)
    await amira.says("/start", hear=False)
    await amira.blocks()
    with pytest.raises(Impossible, match="unblock"):
        await amira.says("hello", hear=False)


async def test_a_force_reply_is_answered_as_a_reply(
    sim: Simulator, raw: RawBot, amira: int
) -> None:
    """And a reply keyboard's buttons write their label."""
    asked = await raw.result(
        "sendMessage", chat_id=amira, text="Name?", reply_markup={"force_reply": True}
    )
    await sim.person("Amira").says("Amira", hear=False)
    (update,) = await raw.updates()
    assert update["message"]["reply_to_message"]["message_id"] == asked["message_id"]
    keys = {"keyboard": [[{"text": "Stay anonymous"}]], "one_time_keyboard": True}
    await raw.result("sendMessage", chat_id=amira, text="Or?", reply_markup=keys)
    assert sim.person("Amira").keyboard == ["Stay anonymous"]
    await sim.person("Amira").taps("anonymous", hear=False)
    assert sim.person("Amira").keyboard == []
    assert (await raw.updates())[-1]["message"]["text"] == "Stay anonymous"


async def test_a_crowd_can_be_written_to_and_is_not_listed(sim: Simulator, raw: RawBot) -> None:
    """Hundreds of people fill no page, and there is one crowd however often it is asked for."""
    crowd = sim.crowd(["en", "ar"])
    assert sim.crowd(["en", "ar"]) == crowd
    sent = await raw.result("sendMessage", chat_id=crowd[1], text="مرحبًا")
    assert sent["chat"]["first_name"] == "Supporter 2"
    shown = snapshot(sim.world, sim.calls, 0, 0)["people"]
    assert not {each["id"] for each in shown} & set(crowd)
