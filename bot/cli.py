"""The commands of `python -m bot`.

Every command imports what it needs when it runs: help is instant, and a command that needs no
messenger loads none. What goes wrong and can be put right is one line on stderr, without a
traceback.
"""

import argparse
import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.settings import Settings

log = logging.getLogger(__name__)

OK, FAILED, WRONG = 0, 1, 2
"""Exit statuses: done; tried and failed, or found faults; asked or set up in a wrong way."""

EPILOG = """\
settings come from the environment or a file named .env; a missing one is named when it is needed.
exit status: 0 done, 1 failed or found faults, 2 a wrong command or setting.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit status."""
    from bot import logs

    # At once, for what nobody catches; a command that reads settings sets up their level.
    logs.set_up("WARNING")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.command(options)
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        if (said := _explain(fault)) is None:
            raise
        print(f"porte-voix: {said[0]}", file=sys.stderr)
        return said[1]
    return status


def _explain(fault: Exception) -> tuple[str, int] | None:
    """What to say of a fault that its reader can put right, and the exit status."""
    from bot.embedded import EmbeddedRedisError
    from bot.settings import SettingsError
    from storage.faults import StorageFault
    from storage.log.refusals import Refused

    if isinstance(fault, SettingsError):
        return str(fault), WRONG
    if isinstance(fault, Refused):
        return f"{fault} [{fault.reason}]", FAILED
    if isinstance(fault, StorageFault | EmbeddedRedisError):
        return str(fault), FAILED
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Porte-voix: a petition you sign by chatting.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, command: Callable[[argparse.Namespace], int], what: str) -> Any:
        # Its first letter is small in the list and large at the top of its own page.
        one = commands.add_parser(name, help=what, description=f"{what[:1].upper()}{what[1:]}.")
        one.set_defaults(command=command)
        return one

    demo = add("demo", _demo, "play with a sample campaign in a page that looks like a phone")
    demo.add_argument("--port", type=_port, help="of the page (default: 8000, or any free one)")
    add("run", _run, "everything in one process, against Telegram by long polling")
    add("web", _web, "answer webhooks (production; needs Redis)")
    add("worker", _worker, "timed jobs in the background (production; needs Redis)")
    add("migrate", _migrate, "create the database's tables or bring them up to date")
    _add_campaign(commands)
    _add_organizer(commands)
    _add_keys(commands)

    _add_verify(add("verify", _verify, "check a receipt, or a whole copy of a public log"))
    copied = add("copy-log", _copy_log, "copy a public log, to be checked by `verify`")
    copied.description = (
        "Copy a public log file by file, or what is new of it. What was copied before is not asked"
        " for again, so a copy that was interrupted is taken up where it stopped."
    )
    copied.add_argument("url", metavar="URL", help="as https://example.org/c/SLUG/log")
    copied.add_argument("folder", type=Path, metavar="FOLDER", help="a new one, or an older copy")
    _add_export(add("export", _export, "decrypt signatures into a CSV or XLSX file"))
    return parser


def _add_verify(verify: Any) -> None:
    verify.description = (
        "Check a receipt or a promise, a copy of a public log, or that the one is in the other. It"
        " asks nobody and needs no settings: only whom you trust, from a source that you trust."
    )
    verify.add_argument(
        "receipt", type=Path, nargs="?", metavar="RECEIPT", help="a file as the bot sends it"
    )
    trusted = verify.add_mutually_exclusive_group(required=True)
    trusted.add_argument("--key", type=Path, metavar="FILE", help="the log's public key")
    trusted.add_argument(
        "--policy",
        type=Path,
        metavar="FILE",
        help="logs, witnesses and a quorum (C2SP tlog-policy)",
    )
    verify.add_argument(
        "--log", type=Path, metavar="FOLDER", help="a copy that `copy-log` has made"
    )
    verify.add_argument(
        "--checkpoint", type=Path, metavar="OLD", help="an older one, that the log must follow from"
    )


def _add_export(export: Any) -> None:
    export.description = (
        "Decrypt signatures into a file, where the private key is. Where the campaign has owners in"
        " the chat, one of them has to grant it there first: the command tells them and waits."
    )
    export.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="the organisation's private key"
    )
    export.add_argument("--campaign", metavar="SLUG", help="which one (default: the only one)")
    export.add_argument("--country", metavar="CODE", default="", help="from there only, e.g. FR")
    export.add_argument(
        "--language", metavar="TAG", default="", help="signed in that language only, e.g. fr"
    )
    export.add_argument(
        "--held", action="store_true", help="those too that are held for review; a column says so"
    )
    export.add_argument("--out", type=Path, metavar="FILE", help="where to (default: stdout)")
    export.add_argument(
        "--format", choices=["csv", "xlsx"], help="default: as the file's name ends, or csv"
    )
    waiting = export.add_mutually_exclusive_group()
    waiting.add_argument(
        "--no-wait", action="store_true", help="only ask the owners, and print the request's number"
    )
    waiting.add_argument("--request", type=int, metavar="N", help="one that was granted; used once")


def _add_campaign(commands: Any) -> None:
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


def _add_organizer(commands: Any) -> None:
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


def _add_keys(commands: Any) -> None:
    parser = commands.add_parser(
        "keys",
        help="make an organisation's key pair, prove it to the server, list and remove keys",
        description="The organisation's key pairs. To make one and prove it: on your own machine"
        " `new`, and `check` for each copy; on the server `add` and `challenge`; on your own"
        " machine `prove`; on the server `answer`. A partner's key is proven in the same way;"
        " `campaign seal-to` chooses which keys serve.",
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    new = actions.add_parser(
        "new",
        help="make a new pair",
        description="Make a new pair: FILE holds the private key, which never belongs on the"
        " server, and FILE.public the public one. Nothing is overwritten. At a terminal you are"
        " asked first whether you know what losing it means.",
    )
    new.add_argument("--out", type=Path, required=True, metavar="FILE")
    new.set_defaults(command=_keys_new)

    check = actions.add_parser(
        "check",
        help="on your own machine: see whether a copy is whole, and its fingerprint",
    )
    check.add_argument("file", type=Path, metavar="FILE", help="a private or a public key file")
    check.set_defaults(command=_keys_check)

    added = actions.add_parser("add", help="on the server: keep a public key")
    added.add_argument("public", type=Path, metavar="PUBLIC", help="the public key file")
    added.set_defaults(command=_keys_add)

    challenge = actions.add_parser(
        "challenge", help="on the server: ask whether somebody holds the private half"
    )
    challenge.add_argument(
        "key", metavar="KEY", help="the public key file, or the beginning of its fingerprint"
    )
    challenge.set_defaults(command=_keys_challenge)

    prove = actions.add_parser("prove", help="on your own machine: answer a challenge")
    prove.add_argument(
        "--key", type=Path, required=True, metavar="FILE", help="the organisation's private key"
    )
    prove.add_argument("challenge", type=Path, metavar="CHALLENGE")
    prove.set_defaults(command=_keys_prove)

    answer = actions.add_parser("answer", help="on the server: take the proof")
    answer.add_argument("proof", type=Path, metavar="PROOF")
    answer.set_defaults(command=_keys_answer)

    listed = actions.add_parser("list", help="on the server: list the keys, and what each is for")
    listed.set_defaults(command=_keys_list)

    removed = actions.add_parser("remove", help="on the server: forget a key that is not in use")
    removed.add_argument(
        "key", metavar="KEY", help="the public key file, or the beginning of its fingerprint"
    )
    removed.set_defaults(command=_keys_remove)


def _port(text: str) -> int:
    """A port's number. Raises ArgumentTypeError where it is none."""
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError("it has to be a number from 0 to 65535")
    return int(text)


def _settings(*needs: str, quiet: bool = False) -> "Settings":
    from bot import logs, settings

    loaded = settings.load(needs)
    unset = "log_level" not in loaded.model_fields_set
    logs.set_up("WARNING" if quiet and unset else loaded.log_level)
    return loaded


def _serving_settings(*needs: str) -> "Settings":
    """The settings of a process that serves people, with a warning of what is unwise in them."""
    settings = _settings(*needs)
    for caution in settings.cautions():
        log.warning("%s", caution)
    return settings


def _go(work: Coroutine[Any, Any, int | None]) -> int:
    return asyncio.run(work) or OK


def _demo(options: argparse.Namespace) -> int:
    settings = _settings(quiet=True)
    from bot.demo.run import demo

    return _go(demo(settings, options.port))


def _run(options: argparse.Namespace) -> int:
    settings = _serving_settings("bot_token")
    from bot.running import run

    return _go(run(settings))


def _web(options: argparse.Namespace) -> int:
    settings = _serving_settings("bot_token", "webhook_secret", "webhook_url", "redis_url")
    from bot.web import serve

    return _go(serve(settings))


def _worker(options: argparse.Namespace) -> int:
    settings = _serving_settings("bot_token", "redis_url")
    from bot.worker import work

    return _go(work(settings))


def _migrate(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import administration

    return _go(administration.migrate(settings))


def _campaign_check(options: argparse.Namespace) -> int:
    from bot import administration

    return administration.check_campaign(options.folder)


def _campaign_import(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import administration

    return _go(administration.import_campaign(settings, options.folder))


def _campaign_export(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import administration

    return _go(administration.export_campaign(settings, options.slug, options.folder))


def _campaign_open(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import administration

    return _go(administration.open_campaign(settings, options.slug, options.key))


def _campaign_seal_to(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import keys

    return _go(keys.seal_to(settings, options.slug, options.keys))


def _campaign_close(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import administration

    return _go(administration.close_campaign(settings, options.slug))


def _campaign_pause(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import administration

    return _go(administration.pause_campaign(settings, options.slug))


def _campaign_resume(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import administration

    return _go(administration.resume_campaign(settings, options.slug))


def _campaign_list(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import administration

    return _go(administration.list_campaigns(settings))


def _campaign_origin(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import named_links

    work = named_links.add_origin(settings, options.slug, options.code, options.label, options.qr)
    return _go(work)


def _campaign_sources(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import named_links

    return _go(named_links.list_sources(settings, options.slug))


def _campaign_origins(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import named_links

    return _go(named_links.list_origins(settings, options.slug))


def _organizer_invite(options: argparse.Namespace) -> int:
    settings = _settings("bot_token")
    from bot import organizers

    return _go(organizers.invite(settings, options.campaign, options.role))


def _organizer_list(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import organizers

    return _go(organizers.list_all(settings))


def _organizer_remove(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import organizers

    return _go(organizers.remove(settings, options.number))


def _keys_new(options: argparse.Namespace) -> int:
    from bot import keys

    return keys.new_keys(options.out)


def _keys_check(options: argparse.Namespace) -> int:
    from bot import keys

    return keys.check_key(options.file)


def _keys_list(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import keys

    return _go(keys.list_keys(settings))


def _keys_remove(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import keys

    return _go(keys.remove_key(settings, options.key))


def _keys_add(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import keys

    return _go(keys.add_key(settings, options.public))


def _keys_challenge(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import keys

    return _go(keys.challenge_key(settings, options.key))


def _keys_prove(options: argparse.Namespace) -> int:
    from bot import keys

    return keys.prove_key(options.key, options.challenge)


def _keys_answer(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot import keys

    return _go(keys.answer_challenge(settings, options.proof))


def _verify(options: argparse.Namespace) -> int:
    from bot.verify import Wanted, verify

    wanted = Wanted(
        receipt=options.receipt,
        key=options.key,
        policy=options.policy,
        log=options.log,
        older=options.checkpoint,
    )
    for line in verify(wanted):
        print(line)
    return OK


def _copy_log(options: argparse.Namespace) -> int:
    from bot.copy_log import copy_log

    print(asyncio.run(copy_log(options.url, options.folder)))
    return OK


def _export(options: argparse.Namespace) -> int:
    settings = _settings()
    from bot.export import Wanted, export

    wanted = Wanted(
        campaign=options.campaign,
        country=options.country,
        language=options.language,
        held=options.held,
        out=options.out,
        format=options.format,
        request=options.request,
        wait=not options.no_wait,
    )
    return _go(export(settings, options.key, wanted))
