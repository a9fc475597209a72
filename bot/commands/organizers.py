"""`organizer`: the first one, the list, and taking all roles away."""

import argparse
from typing import Any

from bot.commands.common import go, settings_of


def add(commands: Any) -> None:
    """Add `organizer` to the commands."""
    parser = commands.add_parser(
        "organizer",
        help="make the first organizer, list them, and remove one",
        description="Make the first organizer, list them, and remove one. All else they do in the"
        " chat, by /organize.",
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    invite = actions.add_parser(
        "invite",
        help="print a link that makes one person an organizer",
        description="Print a link that makes whoever follows it first an organizer. It works once,"
        " and for a day.",
    )
    invite.add_argument("--campaign", metavar="SLUG", help="of that one only (default: of all)")
    invite.add_argument(
        "--role", choices=["owner", "organizer", "translator", "viewer"], default="owner"
    )
    invite.set_defaults(command=_organizer_invite)
    listed = actions.add_parser("list", help="list who organizes what")
    listed.set_defaults(command=_organizer_list)
    removed = actions.add_parser("remove", help="take all roles from an organizer")
    removed.add_argument("number", type=int, help="as `organizer list` shows it")
    removed.set_defaults(command=_organizer_remove)


def _organizer_invite(options: argparse.Namespace) -> int:
    settings = settings_of("bot_token")
    from bot import organizers

    return go(organizers.invite(settings, options.campaign, options.role))


def _organizer_list(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import organizers

    return go(organizers.list_all(settings))


def _organizer_remove(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import organizers

    return go(organizers.remove(settings, options.number))
