"""`demo`, `run`, `web` and `worker`: what runs."""

from collections.abc import Coroutine
from typing import Any

import click

from bot.commands.common import serving_settings, settings_of

Work = Coroutine[Any, Any, None]


def _port(context: click.Context, option: click.Parameter, text: str | None) -> int | None:
    """A port's number.

    Raises:
        click.BadParameter: It is none.
    """
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise click.BadParameter("it has to be a number from 0 to 65535")
    return int(text)


@click.command
@click.option(
    "--port", callback=_port, metavar="PORT", help="of the page (default: 8000, or any free one)"
)
def demo(port: int | None) -> Work:
    """Play with a sample campaign in a page that looks like a phone."""
    settings = settings_of(quiet=True)
    from bot.demo.run import demo

    return demo(settings, port)


@click.command
def run() -> Work:
    """Everything in one process, against Telegram by long polling."""
    settings = serving_settings("bot_token")
    from bot.local import run

    return run(settings)


@click.command
def web() -> Work:
    """Answer webhooks (production; needs Redis)."""
    settings = serving_settings("bot_token", "webhook_secret", "webhook_url", "redis_url")
    from bot.web import serve

    return serve(settings)


@click.command
def worker() -> Work:
    """Timed jobs in the background (production; needs Redis)."""
    settings = serving_settings("bot_token", "redis_url")
    from bot.worker import work

    return work(settings)
