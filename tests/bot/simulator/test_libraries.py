"""Both libraries over real HTTP. The one file of this room that imports them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from aiogram import Bot, Dispatcher, types
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.filters import CommandStart
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter
from telegram.ext import ExtBot

from bot.simulator import Simulator
from bot.simulator.world.sample_pictures import sample_picture


@pytest.fixture
async def aio(sim: Simulator) -> AsyncIterator[Bot]:
    """A bot of aiogram."""
    async with AiohttpSession(api=TelegramAPIServer.from_base(sim.url)) as session:
        yield Bot(sim.token, session=session)


@pytest.fixture
async def ptb(sim: Simulator) -> AsyncIterator[ExtBot[None]]:
    """A bot of python-telegram-bot."""
    bot = ExtBot(sim.token, base_url=f"{sim.url}/bot", base_file_url=f"{sim.url}/file/bot")
    async with bot:
        yield bot


async def test_aiogram_polls_and_answers(sim: Simulator, aio: Bot) -> None:
    """A whole conversation by long polling: a command, a picture, a tap, an edit, a file."""
    dispatcher = Dispatcher()

    async def greet(message: types.Message) -> None:
        sign = types.InlineKeyboardButton(text="Sign", callback_data="c:sign")
        picture = types.BufferedInputFile(sample_picture(1), "a.png")
        await message.answer_photo(
            picture,
            caption="<b>Hello</b>",
            parse_mode="HTML",
            reply_markup=types.InlineKeyboardMarkup(inline_keyboard=[[sign]]),
        )

    async def signed(query: types.CallbackQuery) -> None:
        assert isinstance(query.message, types.Message)
        await query.message.edit_caption(caption="Signed")
        await query.answer("Thank you")

    async def other(message: types.Message) -> None:
        file = types.BufferedInputFile(b"{}", "données.json")
        await message.answer_document(file)

    dispatcher.message.register(greet, CommandStart(deep_link=True))
    dispatcher.message.register(other)
    dispatcher.callback_query.register(signed)
    polling = asyncio.create_task(dispatcher.start_polling(aio, handle_signals=False))
    amira = sim.person("Amira", "ar")
    hello = await amira.opens(sim.deep_link("abc"))
    assert (hello.html, hello.choices) == ("<b>Hello</b>", ["sign"])
    after = await amira.taps("sign")
    assert (after.text, after.edited, amira.toast) == ("Signed", True, "Thank you")
    await amira.sends_sticker()
    assert amira.files[-1].name == "données.json"
    await dispatcher.stop_polling()
    await polling
    assert sim.complaints == []
    assert sim.unknown_methods == []


async def test_aiogram_understands_every_answer(sim: Simulator, aio: Bot) -> None:
    """Its types are strict about what is missing."""
    person = sim.person("Amira")
    await person.says("/start", hear=False)
    friends = sim.group("Friends", [person])
    await friends.adds_bot(admin=True)
    assert (await aio.get_me()).username == sim.username
    assert (await aio.get_chat(person.id)).first_name == "Amira"
    assert (await aio.get_chat(friends.id)).title == "Friends"
    assert (await aio.get_chat_member(friends.id, person.id)).status == "member"
    assert (await aio.get_chat_member(friends.id, aio.id)).status == "administrator"
    await aio.set_my_commands(
        [types.BotCommand(command="start", description="Start")],
        scope=types.BotCommandScopeAllPrivateChats(),
        language_code="en",
    )
    assert person.commands == ["start"]
    await aio.set_chat_menu_button(menu_button=types.MenuButtonCommands())
    sent = await aio.send_message(
        person.id, "x", link_preview_options=types.LinkPreviewOptions(is_disabled=True)
    )
    await aio.pin_chat_message(person.id, sent.message_id)
    await aio.copy_message(person.id, person.id, sent.message_id)
    await aio.send_chat_action(person.id, "typing")
    assert (await aio.get_webhook_info()).pending_update_count == 3
    assert len(await aio.get_updates()) == 3
    sample = await aio.send_document(person.id, types.BufferedInputFile(b"abc", "a.txt"))
    assert sample.document is not None
    received = await aio.download(sample.document)
    assert received is not None
    assert received.read() == b"abc"
    await aio.delete_messages(person.id, [sent.message_id, sample.message_id])
    assert sim.complaints == []


async def test_aiogram_raises_what_it_should(sim: Simulator, aio: Bot) -> None:
    """Refusals arrive as its own exceptions."""
    person = sim.person("Amira")
    with pytest.raises(TelegramForbiddenError):
        await aio.send_message(person.id, "x")
    await person.says("/start", hear=False)
    with pytest.raises(TelegramBadRequest, match="can't parse entities"):
        await aio.send_message(person.id, "<b>x", parse_mode="HTML")
    sim.mischief.flood(retry_after=3)
    with pytest.raises(TelegramRetryAfter) as flood:
        await aio.send_message(person.id, "x")
    assert flood.value.retry_after == 3


async def test_ptb_sends_and_understands(sim: Simulator, ptb: ExtBot[None]) -> None:
    """Text, pictures, files and edits, by urlencoded and multipart bodies."""
    person = sim.person("Amira")
    await person.says("/start", hear=False)
    friends = sim.group("Friends", [person])
    await friends.adds_bot(admin=True)
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Sign", callback_data="c:sign")]])
    sent = await ptb.send_message(person.id, "<b>x</b>", "HTML", reply_markup=keyboard)
    assert sent.date <= datetime.now(UTC)
    assert person.last.choices == ["sign"]
    await ptb.edit_message_text("y", person.id, sent.message_id)
    photo = await ptb.send_photo(person.id, sample_picture(1), caption="z")
    await ptb.edit_message_media(
        InputMediaPhoto(sample_picture(2), caption="new"), person.id, photo.message_id
    )
    shown = person.last.photo
    assert shown is not None
    assert shown.data == sample_picture(2)
    await ptb.send_media_group(
        person.id, [InputMediaPhoto(sample_picture(3)), InputMediaPhoto(sample_picture(4))]
    )
    document = await ptb.send_document(person.id, b"abc", filename="a.txt")
    assert document.document is not None
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"abc"
    assert (await ptb.get_chat(friends.id)).title == "Friends"
    assert (await ptb.get_chat_member(friends.id, ptb.id)).status == "administrator"
    updates = await ptb.get_updates()
    assert isinstance(updates[0], Update)
    assert await ptb.delete_message(person.id, document.message_id)
    assert sim.complaints == []


async def test_ptb_raises_what_it_should(
    sim: Simulator, ptb: ExtBot[None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refusals arrive as its own exceptions."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    person = sim.person("Amira")
    with pytest.raises(Forbidden):
        await ptb.send_message(person.id, "x")
    await person.says("/start", hear=False)
    sent = await ptb.send_message(person.id, "x")
    with pytest.raises(BadRequest, match="Message is not modified"):
        await ptb.edit_message_text("x", person.id, sent.message_id)
    sim.mischief.flood(retry_after=3)
    with pytest.raises(RetryAfter):
        await ptb.send_message(person.id, "x")
    sim.mischief.drop(after_work=True)
    with pytest.raises(NetworkError):
        await ptb.send_message(person.id, "arrived")
    assert person.last.text == "arrived"
