"""`talk`: a demo's conversation in the terminal."""

import re
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import click

from bot.commands.common import settings_of
from handlers.domain.text import clean

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}", re.ASCII)
"""What a link may carry, as in Telegram (Bot API, "Deep linking")."""

LONGEST_NAME = 64


def _payload(context: click.Context, option: click.Parameter, text: str) -> str:
    """What a link carries. Raises BadParameter where none could."""
    if not PAYLOAD.fullmatch(text):
        raise click.BadParameter("a link carries up to 64 of A-Z, a-z, 0-9, _ and -")
    return text


def _name(context: click.Context, option: click.Parameter, text: str) -> str:
    """A name on one line. Raises BadParameter where it is empty or too long."""
    text = clean(text)
    if not 0 < len(text) <= LONGEST_NAME:
        raise click.BadParameter(f"a name has 1 to {LONGEST_NAME} characters")
    return text


@click.command
@click.option("--language", metavar="TAG", default="en", help="what your app speaks (default: en)")
@click.option(
    "--start", callback=_payload, metavar="PAYLOAD", default="", help="what your link carries"
)
@click.option(
    "--as", "name", callback=_name, metavar="NAME", default="Sam", help="who you are (default: Sam)"
)
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="where files are saved (default: in the demo's folder)",
)
def command(language: str, start: str, name: str, folder: Path | None) -> Coroutine[Any, Any, None]:
    """Play the demo in the terminal, as plain text: numbers choose, all else is written.

    It reads standard input, so a script can play as well. It works on the demo's data only: on
    those of real campaigns it would sign them.
    """
    settings = settings_of(quiet=True)
    from bot.demo.talk import talk

    return talk(settings, name, language, start, folder)
