"""What the bot may send, and what Telegram refuses."""

from __future__ import annotations

import pytest

from bot.simulator import Simulator
from bot.simulator.world.sample_pictures import sample_picture
from tests.support.raw import RawBot, keyboard

BAD = "400 Bad Request: "
BUTTON = "can't parse inline keyboard button: "


async def test_a_message_arrives_with_its_formatting(
    sim: Simulator, raw: RawBot, amira: int
) -> None:
    """HTML becomes entities whose offsets count UTF-16 code units."""
    sent = await raw.result(
        "sendMessage", chat_id=amira, text="🙂 <b>Sign</b> &amp; share", parse_mode="HTML"
    )
    assert sent["text"] == "🙂 Sign & share"
    assert sent["entities"] == [{"type": "bold", "offset": 3, "length": 4}]
    assert sim.person("Amira").last.html == "🙂 <b>Sign</b> &amp; share"


async def test_text_is_counted_in_utf16_after_entities(raw: RawBot, amira: int) -> None:
    """4,096 units of visible text pass whatever the markup weighs; one more does not."""
    good = await raw.result(
        "sendMessage", chat_id=amira, text=f"<b>{'🙂' * 2048}</b>", parse_mode="HTML"
    )
    assert len(good["text"]) == 2048
    assert await raw.refusal("sendMessage", chat_id=amira, text="🙂" * 2048 + "x") == (
        BAD + "message is too long"
    )


@pytest.mark.parametrize("text", ["", "   \n", "<b> </b>", "\u202e"])
async def test_an_empty_message_is_refused(raw: RawBot, amira: int, text: str) -> None:
    """Whitespace and invisible marks alone are no message."""
    assert await raw.refusal("sendMessage", chat_id=amira, text=text, parse_mode="HTML") == (
        BAD + "message text is empty"
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("é <x>y</x>", 'Unsupported start tag "x" at byte offset 3'),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("less <", "Unclosed start tag at byte offset 5"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("a<br>b", 'Unsupported start tag "br" at byte offset 1'),
    ],
)
async def test_html_that_does_not_parse_is_refused(
    raw: RawBot, amira: int, text: str, reason: str
) -> None:
    """The words are Telegram's, with the byte where it went wrong."""
    assert await raw.refusal("sendMessage", chat_id=amira, text=text, parse_mode="HTML") == (
        f"{BAD}can't parse entities: {reason}"
    )


async def test_other_parse_modes_fail_loudly(sim: Simulator, raw: RawBot, amira: int) -> None:
    """Markdown is Telegram's, but not simulated: it must not pass as plain text."""
    refused = await raw.refusal("sendMessage", chat_id=amira, text="*x*", parse_mode="MarkdownV2")
    assert refused == BAD + "unsupported parse_mode"
    assert "not simulated" in sim.complaints[-1]


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"text": "x", "callback_data": "é" * 32 + "x"}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        (
            {"text": "x"},
            f"{BUTTON}Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "callback_data": "a", "url": "https://example.org"},
            f"{BUTTON}exactly one action expected, found url and callback_data",
        ),
        (
            {"text": " ", "callback_data": "a"},
            f"{BUTTON}button text must be non-empty",
        ),
        (
            {"text": "x", "url": "nowhere"},
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_a_bad_button_is_refused(
    raw: RawBot, amira: int, button: dict[str, str], reason: str
) -> None:
    """Callback data has 64 bytes at most, and a button does exactly one thing."""
    markup = {"inline_keyboard": [[button]]}
    assert (
        await raw.refusal("sendMessage", chat_id=amira, text="x", reply_markup=markup)
        == BAD + reason
    )


async def test_callback_data_of_64_bytes_passes(raw: RawBot, amira: int) -> None:
    """64 bytes are the most, and they are allowed."""
    await raw.result(
        "sendMessage", chat_id=amira, text="x", reply_markup=keyboard([("x", "é" * 32)])
    )


async def test_where_the_bot_may_not_write(sim: Simulator, raw: RawBot, amira: int) -> None:
    """Strangers, people who blocked it, and chats that do not exist."""
    stranger = sim.person("Bea")
    assert await raw.refusal("sendMessage", chat_id=stranger.id, text="x") == (
        "403 Forbidden: bot can't initiate conversation with a user"
    )
    await sim.person("Amira").blocks()
    assert await raw.refusal("sendMessage", chat_id=amira, text="x") == (
        "403 Forbidden: bot was blocked by the user"
    )
    assert await raw.refusal("sendMessage", chat_id=4, text="x") == BAD + "chat not found"
    assert await raw.refusal("sendMessage", text="x") == BAD + "chat_id is empty"


async def test_a_wrong_token_opens_nothing(sim: Simulator, raw: RawBot) -> None:
    """401, as Telegram has it."""
    raw.base = f"{sim.url}/bot1:wrong/"
    assert await raw.refusal("getMe") == "401 Unauthorized"


async def test_what_does_not_exist_is_noticed(sim: Simulator, raw: RawBot, amira: int) -> None:
    """An unknown method is a 404 and on record; an unknown parameter is a complaint."""
    assert await raw.refusal("sendTelepathy", chat_id=amira) == "404 Not Found"
    assert sim.unknown_methods == ["sendTelepathy"]
    await raw.result("sendMessage", chat_id=amira, text="x", colour="red")
    assert sim.complaints == ["sendMessage: unknown parameter colour"]


async def test_a_picture_goes_up_and_comes_down_again(
    sim: Simulator, raw: RawBot, amira: int
) -> None:
    """An upload gets a file_id, which sends it again and downloads it."""
    picture = sample_picture(1)
    sent = await raw.upload(
        "sendPhoto", "photo", "a.png", picture, chat_id=str(amira), caption="look"
    )
    size = sent["result"]["photo"][-1]
    assert (size["width"], size["height"], size["file_size"]) == (330, 220, len(picture))
    again = await raw.result("sendPhoto", chat_id=amira, photo=size["file_id"])
    assert again["photo"] == sent["result"]["photo"]
    shown = sim.person("Amira").last.photo
    assert shown is not None
    assert shown.data == picture
    found = await raw.result("getFile", file_id=size["file_id"])
    address = raw.base.replace("/bot", "/file/bot") + found["file_path"]
    async with raw._session.get(address) as response:
        assert await response.read() == picture


async def test_what_is_no_picture_is_refused(raw: RawBot, amira: int) -> None:
    """Telegram looks at the bytes, not at the name; and it is not sent to the web here."""
    answer = await raw.upload("sendPhoto", "photo", "a.png", b"text", chat_id=str(amira))
    assert answer["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    answer = await raw.upload("sendPhoto", "photo", "a.png", b"", chat_id=str(amira))
    assert answer["description"] == "Bad Request: file must be non-empty"
    assert await raw.refusal("sendPhoto", chat_id=amira, photo="https://example.org/a.png") == (
        BAD + "failed to get HTTP URL content"
    )
    assert await raw.refusal("sendPhoto", chat_id=amira, photo="made-up") == (
        BAD + "wrong file identifier/HTTP URL specified"
    )


async def test_a_caption_has_1024_units(raw: RawBot, amira: int) -> None:
    """Fewer than a message, counted in the same way."""
    picture = sample_picture(1)
    sent = await raw.upload(
        "sendPhoto", "photo", "a.png", picture, chat_id=str(amira), caption="x" * 1024
    )
    assert sent["ok"]
    sent = await raw.upload(
        "sendPhoto", "photo", "a.png", picture, chat_id=str(amira), caption="x" * 1025
    )
    assert sent["description"] == "Bad Request: message caption is too long"


async def test_a_file_reaches_the_person(sim: Simulator, raw: RawBot, amira: int) -> None:
    """With its name, its type and its bytes."""
    await raw.upload("sendDocument", "document", "données.json", b"{}", chat_id=str(amira))
    file = sim.person("Amira").files[-1]
    assert (file.name, file.data) == ("données.json", b"{}")


async def test_a_bot_cannot_download_what_is_too_big(
    sim: Simulator, raw: RawBot, amira: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bot API, getFile: at most 20 MB, though people may send more."""
    monkeypatch.setattr("bot.simulator.bot_api.methods.chats.MAX_DOWNLOAD_BYTES", 10)
    sent = await sim.person("Amira").sends_file(b"x" * 11, "a.txt", "text/plain", hear=False)
    assert sent.document is not None
    file_id = sent.raw["document"]["file_id"]
    assert await raw.refusal("getFile", file_id=file_id) == BAD + "file is too big"


async def test_replies_need_something_to_reply_to(raw: RawBot, amira: int) -> None:
    """Unless the bot says that it does not matter."""
    gone = {"message_id": 999}
    assert await raw.refusal("sendMessage", chat_id=amira, text="x", reply_parameters=gone) == (
        BAD + "message to be replied not found"
    )
    gone["allow_sending_without_reply"] = True
    await raw.result("sendMessage", chat_id=amira, text="x", reply_parameters=gone)


async def test_control_characters_do_not_arrive(raw: RawBot, amira: int) -> None:
    """Telegram drops overriding direction marks and blanks out NUL; entities stay in place."""
    sent = await raw.result(
        "sendMessage", chat_id=amira, text=" \u202ea\x00<b>b</b> ", parse_mode="HTML"
    )
    assert sent["text"] == "a b"
    assert sent["entities"] == [{"type": "bold", "offset": 2, "length": 1}]


async def test_an_album_arrives_as_several_messages(
    sim: Simulator, raw: RawBot, amira: int
) -> None:
    """Two to ten items, with one number that holds them together."""
    item = {"type": "document", "media": "attach://one"}
    await raw.upload("sendMediaGroup", "one", "a.txt", b"a", chat_id=str(amira), media=[item, item])
    albums = {message.raw["media_group_id"] for message in sim.person("Amira").screen[1:]}
    assert len(albums) == 1
    assert "2-10" in await raw.refusal("sendMediaGroup", chat_id=amira, media=[item])
