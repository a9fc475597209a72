"""What all commands have in common: settings, and how they end."""

import argparse
import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.settings import Settings

log = logging.getLogger(__name__)

OK, FAILED, WRONG = 0, 1, 2
"""Exit statuses: done; tried and failed, or found faults; asked or set up in a wrong way."""


def add_command(
    commands: Any, name: str, command: Callable[[argparse.Namespace], int], what: str
) -> Any:
    """Add a command to the others; its parser, for its options."""
    # Its first letter is small in the list and large at the top of its own page.
    one = commands.add_parser(name, help=what, description=f"{what[:1].upper()}{what[1:]}.")
    one.set_defaults(command=command)
    return one


def settings_of(*needs: str, quiet: bool = False) -> "Settings":
    """The settings, with what a command needs; `quiet` of them unless the operator says else.

    Raises SettingsError.
    """
    from bot import settings
    from bot.process import logs

    loaded = settings.load(needs)
    unset = "log_level" not in loaded.model_fields_set
    logs.set_up("WARNING" if quiet and unset else loaded.log_level)
    return loaded


def serving_settings(*needs: str) -> "Settings":
    """The settings of a process that serves people, with a warning of what is unwise in them."""
    settings = settings_of(*needs)
    for caution in settings.cautions():
        log.warning("%s", caution)
    return settings


def go(work: Coroutine[Any, Any, int | None]) -> int:
    """Do the work; its exit status."""
    return asyncio.run(work) or OK
