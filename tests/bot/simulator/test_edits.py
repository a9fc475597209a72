"""Changing and deleting what was sent."""

from __future__ import annotations

import pytest

from bot.simulator import Simulator
from bot.simulator.world.sample_pictures import sample_picture
from tests.support.raw import Json, RawBot, keyboard

BAD = "400 Bad Request: "
SAME = (
    BAD + "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
ONE = keyboard([("one", "a:one")])


@pytest.fixture
async def text(raw: RawBot, amira: int) -> Json:
    """Where a text message with a button stands."""
    sent = await raw.result(
        "sendMessage", chat_id=amira, text="<b>x</b>", parse_mode="HTML", reply_markup=ONE
    )
    return {"chat_id": amira, "message_id": sent["message_id"]}


@pytest.fixture
async def photo(raw: RawBot, amira: int) -> Json:
    """Where a picture stands."""
    sent = await raw.upload(
        "sendPhoto", "photo", "a.png", sample_picture(1), chat_id=str(amira), caption="x"
    )
    return {"chat_id": amira, "message_id": sent["result"]["message_id"]}


async def test_an_edit_shows_in_place(sim: Simulator, raw: RawBot, text: Json) -> None:
    """The message keeps its number, says that it was edited, and loses its old keyboard."""
    edited = await raw.result("editMessageText", **text, text="y")
    assert edited["text"] == "y"
    assert "entities" not in edited
    shown = sim.person("Amira").last
    assert (shown.text, shown.edited, shown.buttons) == ("y", True, [])


async def test_the_same_again_is_refused(raw: RawBot, text: Json, photo: Json) -> None:
    """Text, formatting and keyboard count; any of them may change."""
    same = {"text": "<b>x</b>", "parse_mode": "HTML"}
    assert await raw.refusal("editMessageText", **text, **same, reply_markup=ONE) == SAME
    await raw.result("editMessageText", **text, text="x", reply_markup=ONE)
    await raw.result("editMessageReplyMarkup", **text)
    assert await raw.refusal("editMessageReplyMarkup", **text) == SAME
    assert await raw.refusal("editMessageCaption", **photo, caption="x") == SAME


async def test_text_and_captions_are_two_things(raw: RawBot, text: Json, photo: Json) -> None:
    """A picture has no text to edit, and a text no caption."""
    assert await raw.refusal("editMessageText", **photo, text="y") == (
        BAD + "there is no text in the message to edit"
    )
    assert await raw.refusal("editMessageCaption", **text, caption="y") == (
        BAD + "there is no caption in the message to edit"
    )
    edited = await raw.result("editMessageCaption", **photo, caption="y")
    assert edited["caption"] == "y"


async def test_a_picture_can_take_the_place_of_another(
    sim: Simulator, raw: RawBot, photo: Json
) -> None:
    """The method replaces the file and the caption."""
    other = sample_picture(2)
    media = {"type": "photo", "media": "attach://new", "caption": "new"}
    place = {name: str(value) for name, value in photo.items()}
    await raw.upload("editMessageMedia", "new", "b.png", other, **place, media=media)
    shown = sim.person("Amira").last
    assert shown.text == "new"
    assert shown.photo is not None
    assert shown.photo.data == other


async def test_only_own_messages_can_be_edited(sim: Simulator, raw: RawBot, amira: int) -> None:
    """Neither unknown ones nor those that people wrote."""
    edit = {"chat_id": amira, "text": "y"}
    assert await raw.refusal("editMessageText", **edit, message_id=999) == (
        BAD + "message to edit not found"
    )
    theirs = sim.person("Amira").screen[0].message_id
    assert await raw.refusal("editMessageText", **edit, message_id=theirs) == (
        BAD + "message can't be edited"
    )


async def test_a_deleted_message_is_gone(sim: Simulator, raw: RawBot, text: Json) -> None:
    """Once; the second time there is nothing to delete."""
    assert await raw.result("deleteMessage", **text) is True
    assert [message.from_bot for message in sim.person("Amira").screen] == [False]
    assert await raw.refusal("deleteMessage", **text) == BAD + "message to delete not found"
    numbers = [1, 999]
    await raw.result("deleteMessages", chat_id=text["chat_id"], message_ids=numbers)
    assert sim.person("Amira").screen == []


async def test_a_copy_has_no_keyboard(sim: Simulator, raw: RawBot, text: Json) -> None:
    """The method sends the content again and answers with the new number only."""
    copied = await raw.result(
        "copyMessage",
        chat_id=text["chat_id"],
        from_chat_id=text["chat_id"],
        message_id=text["message_id"],
    )
    assert copied == {"message_id": text["message_id"] + 1}
    assert sim.person("Amira").last.html == "<b>x</b>"
    assert sim.person("Amira").last.buttons == []
