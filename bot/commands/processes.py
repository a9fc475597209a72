"""`demo`, `run`, `web`, `worker` and `migrate`: what runs, and what has to be done before."""

import argparse
from typing import Any

from bot.commands.common import add_command, go, serving_settings, settings_of


def add(commands: Any) -> None:
    """Add these to the commands."""
    demo = add_command(
        commands,
        "demo",
        _demo,
        "play with a sample campaign in a page that looks like a phone",
    )
    demo.add_argument("--port", type=_port, help="of the page (default: 8000, or any free one)")
    for name, command, what in (
        ("run", _run, "everything in one process, against Telegram by long polling"),
        ("web", _web, "answer webhooks (production; needs Redis)"),
        ("worker", _worker, "timed jobs in the background (production; needs Redis)"),
        ("migrate", _migrate, "create the database's tables or bring them up to date"),
    ):
        add_command(commands, name, command, what)


def _port(text: str) -> int:
    """A port's number. Raises ArgumentTypeError where it is none."""
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError("it has to be a number from 0 to 65535")
    return int(text)


def _demo(options: argparse.Namespace) -> int:
    settings = settings_of(quiet=True)
    from bot.demo.run import demo

    return go(demo(settings, options.port))


def _run(options: argparse.Namespace) -> int:
    settings = serving_settings("bot_token")
    from bot.local import run

    return go(run(settings))


def _web(options: argparse.Namespace) -> int:
    settings = serving_settings("bot_token", "webhook_secret", "webhook_url", "redis_url")
    from bot.web import serve

    return go(serve(settings))


def _worker(options: argparse.Namespace) -> int:
    settings = serving_settings("bot_token", "redis_url")
    from bot.worker import work

    return go(work(settings))


def _migrate(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import administration

    return go(administration.migrate(settings))
