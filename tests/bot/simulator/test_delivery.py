"""How updates reach the bot: fetched by it, or sent to its webhook."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import aiohttp
import pytest
from aiohttp import web

from bot.simulator import Simulator
from tests.support.raw import Hook, Json, RawBot, keyboard

SECRET = "let-me-in"


async def test_updates_are_kept_until_confirmed(sim: Simulator, raw: RawBot) -> None:
    """The same ones come again until the offset is past them; numbers only grow."""
    person = sim.person("Amira")
    await person.says("one", hear=False)
    await person.says("two", hear=False)
    first, second = await raw.updates()
    assert second["update_id"] == first["update_id"] + 1
    assert await raw.updates() == [first, second]
    assert await raw.updates(limit=1) == [first]
    assert await raw.updates(offset=second["update_id"]) == [second]
    assert await raw.updates(offset=second["update_id"] + 1) == []


async def test_a_long_poll_answers_when_something_happens(sim: Simulator, raw: RawBot) -> None:
    """It waits for news instead of coming back empty."""
    waiting = asyncio.create_task(raw.updates(timeout=20))
    await sim.until(lambda: bool(sim.calls_of("getUpdates")), 5, "no poll")
    await sim.person("Amira").says("hello", hear=False)
    (update,) = await waiting
    assert update["message"]["text"] == "hello"


async def test_only_one_may_fetch(sim: Simulator, raw: RawBot, hook: Hook) -> None:
    """A second getUpdates ends the first with 409; with a webhook none may run."""
    first = asyncio.create_task(raw.refusal("getUpdates", timeout=20))
    await sim.until(lambda: bool(sim.calls_of("getUpdates")), 5, "no poll")
    assert await raw.updates() == []
    assert (await first).startswith("409 Conflict: terminated by other getUpdates request")
    await raw.result("setWebhook", url=hook.url)
    assert (await raw.refusal("getUpdates")).startswith("409 Conflict: can't use getUpdates")


async def test_only_what_was_asked_for_is_sent(sim: Simulator, raw: RawBot, amira: int) -> None:
    """`allowed_updates` holds until it is set again; an empty list is the default."""
    await raw.updates(allowed_updates=["callback_query"])
    person = sim.person("Amira")
    await person.says("hello", hear=False)
    assert await raw.updates() == []
    await raw.updates(allowed_updates=[])
    await person.says("hello", hear=False)
    assert len(await raw.updates()) == 1


async def test_a_webhook_gets_updates_with_its_secret(
    sim: Simulator, raw: RawBot, hook: Hook
) -> None:
    """The secret stands in the header of every request."""
    await raw.result("setWebhook", url=hook.url, secret_token=SECRET)
    await sim.person("Amira").says("hello", hear=False)
    await sim.settled()
    assert hook.texts() == ["hello"]
    assert hook.secrets == [SECRET]


async def test_a_webhook_that_fails_is_tried_again(sim: Simulator, raw: RawBot, hook: Hook) -> None:
    """The first update is repeated until it is taken, and the second waits for it."""
    hook.statuses = [500, 404, 302]
    await raw.result("setWebhook", url=hook.url)
    person = sim.person("Amira")
    await person.says("one", hear=False)
    await person.says("two", hear=False)
    await sim.settled()
    assert hook.texts() == ["one", "one", "one", "one", "two"]
    info = await raw.result("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"
    assert info["pending_update_count"] == 0


async def test_a_webhook_that_is_away_is_waited_for(
    sim: Simulator, raw: RawBot, hook: Hook
) -> None:
    """Nothing is lost while nobody listens; it arrives at the next address."""
    await raw.result("setWebhook", url="http://127.0.0.1:9/hook")
    await sim.person("Amira").says("hello", hear=False)
    await sim.until(lambda: bool(sim.webhook.last_error_message), 5, "no error")
    info = await raw.result("getWebhookInfo")
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1
    await raw.result("setWebhook", url=hook.url)
    await sim.settled()
    assert hook.texts() == ["hello"]


async def test_setting_the_webhook_again_tries_at_once(hook: Hook) -> None:
    """A bot that was away is not left waiting for the end of a long pause."""
    async with Simulator(webhook_pause=600) as sim, aiohttp.ClientSession() as session:
        raw = RawBot(session, sim.url, sim.token)
        hook.statuses = [503]
        await raw.result("setWebhook", url=hook.url)
        await sim.person("Amira").says("hello", hear=False)
        await sim.until(lambda: bool(sim.webhook.last_error_message), 5, "no error")
        await raw.result("setWebhook", url=hook.url)
        await sim.settled()
        assert hook.texts() == ["hello", "hello"]


async def test_chats_do_not_wait_for_each_other(sim: Simulator, raw: RawBot, hook: Hook) -> None:
    """One chat's updates are in order; several chats go at once, up to max_connections."""
    hook.hold = asyncio.Event()
    await raw.result("setWebhook", url=hook.url, max_connections=2)
    for name in ("Amira", "Bea", "Chen"):
        await sim.person(name).says("one", hear=False)
        await sim.person(name).says("two", hear=False)
    await sim.until(lambda: hook.busy == 2, 5, "not two at once")
    hook.hold.set()
    await sim.settled()
    assert hook.most_busy == 2
    for name in ("Amira", "Bea", "Chen"):
        mine = sim.person(name).id
        own = [u["message"] for u in hook.updates if u["message"]["from"]["id"] == mine]
        assert [message["text"] for message in own] == ["one", "two"]


def as_json(call: Json) -> web.Response:
    """A call in a JSON body."""
    return web.json_response(call)


def as_form(call: Json) -> web.Response:
    """A call in an urlencoded body."""
    form = aiohttp.FormData({key: str(value) for key, value in call.items()})
    return web.Response(body=form())


def as_multipart(call: Json) -> web.Response:
    """A call in a multipart body, as aiogram answers by default."""
    writer = aiohttp.MultipartWriter("form-data")
    for key, value in call.items():
        part = writer.append(str(value))
        part.set_content_disposition("form-data", name=key)
    return web.Response(body=writer)


@pytest.mark.parametrize("how", [as_json, as_form, as_multipart])
async def test_the_answer_of_a_webhook_may_be_a_call(
    sim: Simulator, raw: RawBot, hook: Hook, how: Callable[[Json], web.Response]
) -> None:
    """It is run like any other."""
    hook.answer = lambda update: how(
        {"method": "sendMessage", "chat_id": update["message"]["chat"]["id"], "text": "hi"}
    )
    await raw.result("setWebhook", url=hook.url)
    assert (await sim.person("Amira").says("hello")).text == "hi"


async def test_a_failed_call_in_an_answer_is_only_noted(
    sim: Simulator, raw: RawBot, hook: Hook
) -> None:
    """The bot never learns of it, as with Telegram; here it is on record."""
    hook.answer = lambda update: as_json({"method": "sendMessage", "chat_id": 1, "text": "hi"})
    await raw.result("setWebhook", url=hook.url)
    await sim.person("Amira").says("hello", hear=False)
    await sim.settled()
    assert sim.complaints == [
        "sendMessage in the webhook's answer failed: Bad Request: chat not found"
    ]


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "https://example.org/"}, "only calls addresses on this machine"),
        ({"url": "ftp://127.0.0.1/"}, "HTTPS url must be provided"),
        ({"url": "http://127.0.0.1:1/", "secret_token": "é"}, "unallowed characters"),
        ({"url": "http://127.0.0.1:1/", "max_connections": 101}, "between 1 and 100"),
    ],
)
async def test_a_bad_webhook_is_refused(raw: RawBot, params: Json, reason: str) -> None:
    """Before anything is sent there."""
    assert reason in await raw.refusal("setWebhook", **params)


async def test_pending_updates_can_be_dropped(sim: Simulator, raw: RawBot) -> None:
    """DeleteWebhook with drop_pending_updates starts with an empty line."""
    await sim.person("Amira").says("hello", hear=False)
    await raw.result("deleteWebhook", drop_pending_updates=True)
    assert await raw.updates() == []


async def test_any_update_can_be_pushed(sim: Simulator, raw: RawBot) -> None:
    """As it is, with a number of its own or the next one."""
    await sim.deliver({"poll": {"id": "1"}})
    number = sim.next_update_id()
    await sim.deliver({"update_id": number, "message": {"chat": {"id": 5}}})
    first, second = await raw.updates()
    assert (first["update_id"], second["update_id"]) == (number - 1, number)


async def test_edits_and_blocking_are_told(sim: Simulator, raw: RawBot, amira: int) -> None:
    """As edited_message and my_chat_member."""
    person = sim.person("Amira")
    await person.edits(None, "/start again", hear=False)
    await person.blocks()
    await person.unblocks()
    edited, blocked, unblocked = await raw.updates()
    assert edited["edited_message"]["text"] == "/start again"
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"
    await raw.result("sendMessage", chat_id=amira, text="x", reply_markup=keyboard([("y", "y")]))
