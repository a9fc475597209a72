"""What all commands have in common: when they are imported, settings, and how they end."""

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bot.settings import Settings

log = logging.getLogger(__name__)

OK, FAILED, WRONG = 0, 1, 2
"""Exit statuses: done; tried and failed, or found faults; asked or set up in a wrong way."""


class Group(click.Group):
    """Commands, listed in the order in which they are given."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


class Lazy(click.Command):
    """A command that is imported when it is run: help is instant, and none loads another's needs.

    `place` is a module below `bot.commands` and the command's name in it: `migrate:migrate`.
    """

    def __init__(self, name: str, place: str, what: str) -> None:
        super().__init__(name, short_help=what)
        self._place = place

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        """The context of the command itself."""
        module, _, name = self._place.partition(":")
        command: click.Command = getattr(import_module(f"bot.commands.{module}"), name)
        return command.make_context(*args, **more)


def settings_of(*needs: str, quiet: bool = False) -> "Settings":
    """The settings, with what a command needs; `quiet` of them unless the operator says else.

    Raises:
        SettingsError: One of the `needs` is missing, or a setting is wrong.
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
