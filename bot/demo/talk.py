"""`python -m bot talk`: a demo's conversation in the terminal, while the demo runs or not."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

from bot.app.embedded_redis import EmbeddedRedis
from bot.app.stores import open_live_storage
from bot.channels.conversation import Conversation
from bot.channels.telegram import render as telegram
from bot.channels.terminal.send import CHANNEL, Terminal
from bot.channels.terminal.session import Screen, Session, typed_lines
from bot.demo.run import open_samples
from bot.demo.settings import demo_key, demo_settings, make_demo_key
from bot.jobs.counting import count
from bot.process import lifecycle
from bot.process.errors import SettingsError
from bot.process.metrics import Metrics
from bot.settings import Settings
from bot.texts.texts import Texts
from handlers.domain.supporters import Person
from handlers.steps import DIALOGUE
from storage.container import LiveStorage
from storage.database import OUTAGES
from storage.errors import WrongVaultKey


async def talk(
    settings: Settings, name: str, language: str, payload: str, folder: Path | None
) -> None:
    """Let somebody of that name talk by standard input and output, until it ends or Ctrl-C.

    A demo that runs is joined: its jobs count and send. Otherwise it is opened as it was left,
    and signatures are counted here; what else a worker does waits for the next demo.

    Raises:
        SettingsError: the folder's database is no demo's.
        EmbeddedRedisError: Redis cannot run here.
        StorageFault: the database cannot be opened.
    """
    stop = lifecycle.stop_on_signals()
    settings = demo_settings(settings)
    make_demo_key(settings)
    texts = Texts.load()
    async with AsyncExitStack() as stack:
        embedded = EmbeddedRedis(settings.data_folder() / "redis", shared=True)
        redis = await stack.enter_async_context(embedded)
        storage = await stack.enter_async_context(open_demo(settings, redis.url))
        if redis.own:
            if not await storage.campaigns.all():
                print("The demo's data are made: it takes a moment.", file=sys.stderr, flush=True)
                await open_samples(storage, texts, settings.data_folder() / "organisation.key")
            counting = asyncio.create_task(count(storage.sequencer, Metrics()))
            stack.push_async_callback(lifecycle.end, counting)
        conversation = Conversation(
            DIALOGUE,
            storage.stores,
            storage.sessions,
            texts,
            overlong=lambda reply, locale: telegram.overlong(reply, locale, texts),
            reached=storage.funnel.reached,
        )
        session = Session(
            conversation,
            Terminal(texts, storage.outbox),
            texts,
            Person(CHANNEL, name, name=name, language=language, chat_id=name),
            folder or settings.data_folder() / CHANNEL,
            Screen(_write, _columns, echoes=sys.stdin.isatty()),
        )
        try:
            await session.run(typed_lines(sys.stdin.fileno()), payload, stop)
        except BrokenPipeError:
            # Nobody reads on; what Python still holds back must not be written at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        finally:
            with suppress(*OUTAGES):
                await storage.funnel.flush()


@asynccontextmanager
async def open_demo(settings: Settings, redis_url: str) -> AsyncIterator[LiveStorage]:
    """The stores of a demo.

    Raises:
        SettingsError: the database is no demo's.
        StorageFault: it does not answer, or Redis does not.
    """
    demo_key(settings)
    try:
        async with open_live_storage(settings, redis_url, upgrade=True) as storage:
            yield storage
    except WrongVaultKey:
        raise SettingsError(
            "The database is no demo's: what is said here would be signed in earnest."
        ) from None


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _columns() -> int | None:
    """How wide the terminal is; None where standard output is none."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or None
    except OSError:
        return None
