"""`campaign`: campaigns as folders, and what becomes of them."""

import argparse
from pathlib import Path
from typing import Any

from bot.commands.common import go, settings_of


def add(commands: Any) -> None:
    """Add `campaign` to the commands."""
    parser = commands.add_parser(
        "campaign",
        help="check, import, export, open, seal, pause, close and list campaigns, and name links",
        description="Check, import, export, open, pause, resume, close and list campaigns, choose"
        " the keys that they are sealed to, and name links to them.",
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)

    check = actions.add_parser("check", help="explain every fault in a campaign's folder")
    check.add_argument("folder", type=Path)
    check.set_defaults(command=_campaign_check)

    imported = actions.add_parser("import", help="take a folder's campaign in as a draft")
    imported.add_argument("folder", type=Path)
    imported.set_defaults(command=_campaign_import)

    exported = actions.add_parser(
        "export",
        help="write a campaign back into a folder",
        description="Write a campaign as a folder of its settings, its texts and its picture, as"
        " it is now: with what organizers have edited in the chat.",
    )
    exported.add_argument("slug")
    exported.add_argument("folder", type=Path, help="a new folder, or an empty one")
    exported.set_defaults(command=_campaign_export)

    opened = actions.add_parser(
        "open",
        help="let people sign",
        description="Let people sign. What they write is sealed to the organisation's key, once"
        " it is proven that somebody holds the private half: by `keys answer`, or by giving the"
        " private key here, of which only the public half is kept.",
    )
    opened.add_argument("slug")
    opened.add_argument(
        "--key",
        type=Path,
        metavar="FILE",
        help="a proven public key (default: what `seal-to` chose, or the only proven one), or the"
        " private key",
    )
    opened.set_defaults(command=_campaign_open)

    sealed = actions.add_parser(
        "seal-to",
        help="choose the keys that names are sealed to from now on",
        description="Seal what people write from now on to these proven keys, up to four, and to"
        " no other. Any one of the private keys opens it. Before a campaign opens, this chooses"
        " its keys; while it is open, it moves to others. What was signed before stays sealed as"
        " it is. The campaign's owners are told in the chat.",
    )
    sealed.add_argument("slug")
    sealed.add_argument(
        "keys",
        nargs="+",
        metavar="KEY",
        help="the public key file, or the beginning of its fingerprint",
    )
    sealed.set_defaults(command=_campaign_seal_to)

    closed = actions.add_parser("close", help="let nobody sign any more, for good")
    closed.add_argument("slug")
    closed.set_defaults(command=_campaign_close)

    paused = actions.add_parser(
        "pause",
        help="let nobody sign for now",
        description="Let nobody sign for now. Whoever has signed is still counted and can still"
        " take it back.",
    )
    paused.add_argument("slug")
    paused.set_defaults(command=_campaign_pause)

    resumed = actions.add_parser("resume", help="let people sign a paused campaign again")
    resumed.add_argument("slug")
    resumed.set_defaults(command=_campaign_resume)

    listed = actions.add_parser("list", help="list the campaigns")
    listed.set_defaults(command=_campaign_list)

    origin = actions.add_parser(
        "origin",
        help="make a named link, with a total of its own",
        description="Make a link for a poster, a newsletter or a partner, which counts who signs"
        " by it; or give the link of that code another label.",
    )
    origin.add_argument("slug")
    origin.add_argument("code", help="what stands in the link: up to 24 of a-z, 0-9 and -")
    origin.add_argument("label", help="what you call it; nobody else sees that")
    origin.add_argument("--qr", type=Path, metavar="FILE", help="write its QR code: .svg or .png")
    origin.set_defaults(command=_campaign_origin)

    origins = actions.add_parser("origins", help="list the named links and how many signed by each")
    origins.add_argument("slug")
    origins.set_defaults(command=_campaign_origins)

    sources = actions.add_parser(
        "sources", help="list how many came by an invite, a group, the page and so on"
    )
    sources.add_argument("slug")
    sources.set_defaults(command=_campaign_sources)


def _campaign_check(options: argparse.Namespace) -> int:
    from bot import administration

    return administration.check_campaign(options.folder)


def _campaign_import(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import administration

    return go(administration.import_campaign(settings, options.folder))


def _campaign_export(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import administration

    return go(administration.export_campaign(settings, options.slug, options.folder))


def _campaign_open(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import administration

    return go(administration.open_campaign(settings, options.slug, options.key))


def _campaign_seal_to(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import keys

    return go(keys.seal_to(settings, options.slug, options.keys))


def _campaign_close(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import administration

    return go(administration.close_campaign(settings, options.slug))


def _campaign_pause(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import administration

    return go(administration.pause_campaign(settings, options.slug))


def _campaign_resume(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import administration

    return go(administration.resume_campaign(settings, options.slug))


def _campaign_list(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import administration

    return go(administration.list_campaigns(settings))


def _campaign_origin(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import named_links

    work = named_links.add_origin(settings, options.slug, options.code, options.label, options.qr)
    return go(work)


def _campaign_sources(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import named_links

    return go(named_links.list_sources(settings, options.slug))


def _campaign_origins(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import named_links

    return go(named_links.list_origins(settings, options.slug))
