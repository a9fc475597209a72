"""People talk to the bot in Telegram, by webhook."""

import asyncio
import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels.telegram import receive
from bot.simulator import Person, Seen
from bot.simulator.world.world import Tap
from storage import models
from storage.errors import RedisUnreachable
from storage.redis.send_budget import Rates, SendBudget
from tests.support.town import PICTURE, Town

pytestmark = pytest.mark.parametrize("backend", ["sqlite"])

TROUBLE = "Something went wrong on our side"


async def signs(person: Person) -> None:
    await person.says("/start chechnya")
    for choice in ("sign", "agree", "profile", "US", "confirm"):
        await person.taps(choice)


async def total(town: Town) -> int:
    storage = town.parts.storage
    found = await storage.campaigns.get("chechnya")
    assert found is not None
    return await storage.signatures.total(found)


def message(town: Town, person: Person, text: str, **more: Any) -> dict[str, Any]:
    """An update with a message, as Telegram sends it."""
    sender = {"id": person.id, "is_bot": False, "first_name": person.name, "language_code": "en"}
    return {
        "update_id": town.simulator.next_update_id(),
        "message": {
            "message_id": 1,
            "date": 1_700_000_000,
            "from": sender,
            "chat": {"id": person.id, "type": "private", "first_name": person.name},
            "text": text,
            **more,
        },
    }


async def presses(town: Town, person: Person, data: str, shown: Seen) -> None:
    """Press a button with that data, whether the message has such a one or not."""
    world = town.simulator.world
    tap = Tap(str(world.unique()), person.id, person.id, world.clock())
    world.taps[tap.id] = tap
    query = {
        "id": tap.id,
        "from": person.user.api(),
        "chat_instance": "1",
        "data": data,
        "message": dict(shown.raw),
    }
    await town.simulator.deliver({"callback_query": query})
    await town.simulator.settled()


async def test_somebody_reads_signs_and_is_counted(town: Town) -> None:
    """From the alert's card to the thanks, every answer where it belongs."""
    ana = town.simulator.person("Ana", "fr")
    card = await ana.says("/start")
    assert card.photo is not None
    assert card.photo.data == PICTURE
    assert card.choices == ["sign", "share", "read", "language"]
    page = await ana.taps("read")
    assert page.message_id == card.message_id
    assert page.photo is not None
    consent = await ana.taps("sign")
    assert consent.message_id != card.message_id
    for choice in ("agree", "profile", "FR"):
        asked = await ana.taps(choice)
        assert asked.message_id == consent.message_id
    thanks = await ana.taps("confirm")
    assert thanks.choices == ["updates-yes", "updates-no", "receipt", "language"]
    assert await total(town) == 1


async def test_a_typed_answer_gets_a_message_of_its_own(town: Town) -> None:
    """Only taps change what stands there."""
    ana = town.simulator.person("Ana")
    await ana.says("/start chechnya")
    await ana.taps("sign")
    question = await ana.taps("agree")
    country = await ana.says("Ana Belén")
    assert country.message_id > question.message_id
    review = await ana.says("france")
    assert "Ana Belén" in review.text
    assert "France" in review.text


async def test_a_picture_is_uploaded_once(town: Town) -> None:
    """From then on Telegram's own name for it is enough, and can answer a webhook."""
    for name in ("Ana", "Ben", "Cem"):
        card = await town.simulator.person(name).says("/start")
        assert card.photo is not None
    first, *others = town.simulator.calls_of("sendPhoto")
    assert "<" in str(first.params["photo"]) or "attach" in str(first.params["photo"])
    assert len({str(each.params["photo"]) for each in others}) == 1


async def test_a_picture_that_telegram_forgot_is_uploaded_again(town: Town) -> None:
    """A tap finds the name out of use; the card comes as a new message, the picture with it."""
    ana = town.simulator.person("Ana")
    card = await ana.says("/start")
    pictures = town.parts.telegram._display._pictures
    [sha] = pictures._known
    pictures._known[sha] = type(pictures._known[sha])("a-name-of-nothing", "nothing")
    await ana.taps("read", hear=False)
    await town.simulator.until(
        lambda: ana.last.message_id > card.message_id, 5, "no new message came"
    )
    await town.simulator.settled()
    assert ana.last.photo is not None


async def test_a_file_comes_as_a_document(town: Town) -> None:
    """What is held about a person, to keep."""
    ana = town.simulator.person("Ana")
    await signs(ana)
    await ana.says("/mydata")
    await ana.taps("file")
    [file] = ana.files
    assert file.name == "my-data.json"
    assert json.loads(file.data)["channel"] == "telegram"


async def test_a_message_that_cannot_be_edited_is_sent_anew(town: Town) -> None:
    """Gone, or too old: the answer comes all the same."""
    ana = town.simulator.person("Ana")
    await ana.says("/start chechnya")
    consent = await ana.taps("sign")
    data = next(each.target for each in consent.buttons if each.choice == "agree")
    town.simulator.world.chats[ana.id].messages.clear()
    await presses(town, ana, data, consent)
    assert "profile" in ana.last.choices


async def test_a_message_too_old_to_be_shown_is_answered_anew(town: Town) -> None:
    """Telegram tells no more of it than that it was there."""
    ana = town.simulator.person("Ana")
    shown = await ana.says("/help")
    old = {"chat": shown.raw["chat"], "message_id": shown.message_id, "date": 0}
    await presses(town, ana, "help:language", replace(shown, raw=old))
    assert ana.last.message_id > shown.message_id
    assert "fr" in ana.last.choices


async def test_the_same_tap_twice_changes_nothing_twice(town: Town) -> None:
    """A screen that stays as it is raises no fault."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    town.simulator.mischief.duplicate(1)
    await ana.taps("language", hear=False)
    await town.simulator.settled()
    assert town.simulator.unanswered_taps == 0
    assert len(town.simulator.calls_of("editMessageText")) == 1


async def test_an_update_that_comes_twice_is_answered_once(town: Town) -> None:
    """Telegram delivers again what it thinks was lost: one reply, one signature."""
    ana = town.simulator.person("Ana")
    await ana.says("/start chechnya")
    for choice in ("sign", "agree", "profile", "US"):
        await ana.taps(choice)
    town.simulator.mischief.duplicate(1)
    await ana.taps("confirm")
    await town.simulator.settled()
    assert await total(town) == 1
    assert "updates-yes" in ana.last.choices


@pytest.mark.parametrize(
    "data",
    ["x", "review:confirm:again", "revïew:confirm", "y" * 5000, "alert.ghost:sign", "nope:go"],
)
async def test_a_forged_button_gets_a_helpful_answer(town: Town, data: str) -> None:
    """Whatever its data says, the person learns where they are, and nothing else happens."""
    ana = town.simulator.person("Ana")
    card = await ana.says("/help")
    await presses(town, ana, data, card)
    assert ana.last.text != card.text
    assert ana.last.choices
    assert await total(town) == 0


@pytest.mark.parametrize(
    "name",
    ["x" * 4096, "\x00", "\u202egro.live", "🕊" * 40, "<b>&</b>", "\u200b\u200b", "' OR 1=1--"],
)
async def test_a_strange_name_is_shown_literally_or_refused(town: Town, name: str) -> None:
    """Nothing a person writes breaks the message that comes back."""
    ana = town.simulator.person("Ana")
    await ana.says("/start chechnya")
    await ana.taps("sign")
    await ana.taps("agree")
    await town.simulator.deliver(message(town, ana, name))
    await town.simulator.settled()
    await ana.says("/help")
    assert "\u202e" not in ana.transcript.replace(name, "")


async def test_what_is_no_text_gets_one_answer(town: Town) -> None:
    """A sticker, a voice, a picture, an edit: what can be read is said, and the form goes on."""
    ana = town.simulator.person("Ana")
    await ana.says("/start chechnya")
    await ana.taps("sign")
    await ana.taps("agree")
    for said in (
        await ana.sends_sticker(),
        await ana.sends_voice(),
        await ana.sends_photo(caption="Ana"),
        await ana.sends_file(b"x", "name.txt"),
    ):
        assert "We can only read text" in said.text
        assert "profile" in said.choices
    await ana.says("Ana", hear=False)
    await town.simulator.settled()
    assert "We do not see changes" in (await ana.edits(None, "Anna")).text


async def test_an_album_gets_one_answer(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten pictures are one thing that somebody sent, also where the first comes twice."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    sessions = town.parts.telegram._conversation._sessions
    load, failures = sessions.load, iter([ConnectionError()])

    async def loads(*args: Any) -> Any:
        if fault := next(failures, None):
            raise fault
        return await load(*args)

    monkeypatch.setattr(sessions, "load", loads)
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    for number in range(1000, 1005):
        update = message(town, ana, "", photo=photo, media_group_id="9", message_id=number)
        del update["message"]["text"]
        await town.simulator.deliver(update)
    await town.simulator.settled()
    said = [each.text for each in ana.screen if each.from_bot]
    assert sum("We can only read text" in each for each in said) == 1


async def test_what_the_chat_tells_of_itself_gets_no_answer(town: Town) -> None:
    """A pinned message is nothing that somebody said to us."""
    ana = town.simulator.person("Ana")
    card = await ana.says("/help")
    update = message(town, ana, "", pinned_message=card.raw)
    del update["message"]["text"]
    before = len(ana.screen)
    await town.simulator.deliver(update)
    await town.simulator.settled()
    assert len(ana.screen) == before


async def test_a_group_hears_where_to_talk_and_nothing_else(town: Town) -> None:
    """Only a command that names the bot is answered: with a way into the private chat."""
    ana, ben = town.simulator.person("Ana"), town.simulator.person("Ben")
    group = town.simulator.group("Friends", [ana, ben])
    await group.adds_bot(by=ana)
    bot = town.simulator.username
    for said in ("hello", "/start", "/start@another_bot chechnya", f"@{bot} hello", "/help"):
        await ana.says(said, chat=group, hear=False)
    await town.simulator.settled()
    assert len([each for each in group.screen if each.from_bot]) == 1  # its card
    hello = await ana.says(f"/start@{bot} chechnya", chat=group)
    assert "Ana" not in hello.text
    assert hello.links == [town.simulator.deep_link("chechnya")]
    assert hello.choices == []
    forged = await ana.says(f"/help@{bot} <b>", chat=group)
    assert forged.links == [town.simulator.deep_link()]


async def test_a_deep_link_opens_its_alert(town: Town) -> None:
    """And whoever has not signed passes on that very link."""
    ana = town.simulator.person("Ana")
    card = await ana.opens(town.simulator.deep_link("chechnya"))
    assert "chechnya in English" in card.text
    await ana.taps("share")
    await ana.taps("Telegram")
    [shared] = ana.opened
    assert "start%3Dchechnya&" in shared


async def test_somebody_who_blocked_the_bot_is_let_go(town: Town) -> None:
    """Telegram's refusal is counted, and nothing else happens."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    await town.simulator.settled()
    town.simulator.world.chats[ana.id].blocked = True
    await presses(town, ana, ana.last.buttons[0].target, ana.last)
    assert 'where="blocked"' in town.parts.metrics.text()


async def test_a_flood_wait_is_waited_for(town: Town) -> None:
    """Telegram says when to come again, and the answer arrives."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    town.simulator.mischief.flood(1, retry_after=1, method="editMessageText")
    assert "choice" not in (await ana.taps("language")).text
    assert 'where="flood"' in town.parts.metrics.text()


async def test_a_server_error_of_telegram_is_tried_again(town: Town) -> None:
    """So is a connection that could not be made."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    town.simulator.mischief.fail(1, code=502, method="editMessageText")
    assert "fr" in (await ana.taps("language")).choices


async def test_a_tap_stops_spinning_while_the_work_takes_long(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is answered by itself, exactly once, and the edit follows when it is ready."""
    monkeypatch.setattr(receive, "SPINNER", 0.0)
    town.simulator.mischief.delay(0.2, times=1, method="editMessageText")
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    assert "fr" in (await ana.taps("language")).choices
    assert len(town.simulator.calls_of("answerCallbackQuery")) == 1


async def test_an_outage_loses_nothing_and_apologises_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While Redis is away Telegram keeps the update; the person hears it once, then the answer."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    sessions = town.parts.telegram._conversation._sessions
    load, failures = sessions.load, iter(range(4))

    async def loads(*args: Any) -> Any:
        if next(failures, None) is not None:
            raise RedisUnreachable("away")
        return await load(*args)

    monkeypatch.setattr(sessions, "load", loads)
    await ana.says("/privacy", hear=False)
    await town.simulator.settled()
    said = [each.text for each in ana.screen if each.from_bot]
    assert sum(TROUBLE in each for each in said) == 1
    assert "How we treat your data" in said[-1]


async def test_a_fault_of_ours_is_tried_again_only_so_often(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A poisoned update does not come for ever; the next one is answered as ever."""

    async def breaks(*args: Any) -> Any:
        raise KeyError("a name that nobody may read")

    ana = town.simulator.person("Ana")
    with monkeypatch.context() as broken:
        broken.setattr(town.parts.telegram._conversation, "answer", breaks)
        await ana.says("/help", hear=False)
        await town.simulator.settled()
    errors = [each for each in caplog.records if "failed, attempt" in each.message]
    assert len(errors) == receive.ATTEMPTS
    said = [each.text for each in ana.screen if each.from_bot]
    assert len(said) == 1
    assert TROUBLE in said[0]
    assert "petitions you sign" in (await ana.says("/help")).text


async def test_a_tap_that_fails_says_so_on_the_spot(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a notice over the chat, in the place of a message."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")

    async def breaks(*args: Any) -> Any:
        raise KeyError

    with monkeypatch.context() as broken:
        broken.setattr(town.parts.telegram._conversation, "answer", breaks)
        await ana.taps("language", hear=False)
        await town.simulator.settled()
    assert TROUBLE in ana.toast
    assert len([each for each in ana.screen if each.from_bot]) == 1


async def test_an_update_that_nobody_understands_is_let_go(town: Town) -> None:
    """A kind from a newer Telegram, or none at all, is not delivered again and again."""
    await town.simulator.deliver({"message": {"nothing": "of use"}})
    await town.simulator.deliver({"a_kind_from_the_future": {"id": 1}})
    await town.simulator.settled()
    ana = town.simulator.person("Ana")
    assert "petitions you sign" in (await ana.says("/help")).text


async def test_a_quiet_that_one_process_was_asked_for_is_kept_by_all(town: Town) -> None:
    """The worker was refused: the reply to Ana waits, and comes when the quiet is over."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    redis = town.parts.storage.redis
    assert redis is not None
    worker = SendBudget(redis, town.parts.settings.bot_id)
    await worker.quiet(1.5)
    await town.parts.storage.send_budget.take(0)  # as a process does all the time
    asked = time.monotonic()
    answer = await ana.says("/privacy")
    assert answer.from_bot
    assert time.monotonic() - asked >= 1
    # Not in the webhook's own answer, of which nobody hears that it was refused.
    assert [each.ok for each in town.simulator.calls_of("sendMessage")][-1]


async def test_a_429_quiets_the_whole_bot(town: Town) -> None:
    """Ana's answer is refused: the worker, too, sends nothing while Telegram wants quiet."""
    redis = town.parts.storage.redis
    assert redis is not None
    worker = SendBudget(redis, town.parts.settings.bot_id)
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    town.simulator.mischief.flood(1, retry_after=2, method="editMessageText")
    tapping = asyncio.create_task(ana.taps("language"))
    await town.simulator.until(lambda: town.parts.storage.send_budget.quiet_for > 0, 10, "no quiet")
    assert await worker.take(1) == 0
    assert worker.quiet_for > 0
    assert "fr" in (await tapping).choices


async def test_one_person_who_taps_without_end_silences_nobody_else(town: Town) -> None:
    """What Telegram asks of one chat alone is not asked of the bot."""
    ana = town.simulator.person("Ana")
    await ana.says("/help")
    for _ in range(4):
        await ana.taps("language")
        await ana.taps("fr")
    town.simulator.mischief.flood(1, retry_after=1, method="editMessageText")
    assert "fr" in (await ana.taps("language")).choices
    assert 'where="flood"' in town.parts.metrics.text()
    assert town.parts.storage.send_budget.quiet_for == 0


async def test_replies_are_counted_against_what_broadcasts_may_send(town: Town) -> None:
    """Twenty people are answered; a broadcast gets that many permits less."""
    redis = town.parts.storage.redis
    assert redis is not None
    worker = SendBudget(redis, town.parts.settings.bot_id, Rates(free=1))
    people = [town.simulator.person(f"Person {n}") for n in range(20)]
    await asyncio.gather(*(each.says("/help") for each in people))
    await town.parts.storage.send_budget.take(0)  # as a process does all the time
    assert await worker.take(1) == 0


async def test_somebody_who_lets_the_bot_in_again_is_written_to_again(town: Town) -> None:
    """A letter found that Ana had blocked the bot; she never switched its updates off."""
    ana = town.simulator.person("Ana", "en")
    await ana.says("/updates")
    await ana.taps("on_chechnya")
    await ana.taps("updates-yes")
    await ana.blocks()
    await town.simulator.settled()
    table, database = models.supporters, town.parts.storage.database
    async with database.write() as connection:
        await connection.execute(table.update().values(unreachable_at=datetime.now(UTC)))
    await ana.unblocks()
    await town.simulator.settled()
    async with database.read() as connection:
        assert await connection.scalar(select(table.c.unreachable_at)) is None
    assert "off_chechnya" in (await ana.says("/updates")).choices
