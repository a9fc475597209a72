"""The commands of `python -m bot`, and where each of them is.

What goes wrong and can be put right is one line on stderr, without a traceback.
"""

import asyncio
import sys
from collections.abc import Sequence

import click

from bot.commands.common import FAILED, OK, WRONG, Group, Lazy

EPILOG = """\
\b
settings come from the environment or a file named .env; a missing one is named when it is needed.
exit status: 0 done, 1 failed or found faults, 2 a wrong command or setting.
"""

CAMPAIGN = Group(
    "campaign",
    short_help="check, import, export, open, seal, pause, close and list campaigns, and name links",
    help="Check, import, export, open, pause, resume, close and list campaigns, choose the keys"
    " that they are sealed to, and name links to them.",
    commands=[
        Lazy("check", "campaigns.files:check", "explain every fault in a campaign's folder"),
        Lazy("import", "campaigns.files:import_", "take a folder's campaign in as a draft"),
        Lazy("export", "campaigns.files:export", "write a campaign back into a folder"),
        Lazy("open", "campaigns.lifecycle:open_", "let people sign"),
        Lazy(
            "seal-to",
            "organisation_keys.keys:seal_to",
            "choose the keys that names are sealed to from now on",
        ),
        Lazy("close", "campaigns.lifecycle:close", "let nobody sign any more, for good"),
        Lazy("pause", "campaigns.lifecycle:pause", "let nobody sign for now"),
        Lazy("resume", "campaigns.lifecycle:resume", "let people sign a paused campaign again"),
        Lazy("list", "campaigns.lifecycle:list_", "list the campaigns"),
        Lazy(
            "origin",
            "campaigns.named_links:add_origin",
            "make a named link, with a total of its own",
        ),
        Lazy(
            "origins",
            "campaigns.named_links:list_origins",
            "list the named links and how many signed by each",
        ),
        Lazy(
            "sources",
            "campaigns.named_links:list_sources",
            "list how many came by an invite, a group, the page and so on",
        ),
    ],
)

ORGANIZER = Group(
    "organizer",
    short_help="make the first organizer, list them, and remove one",
    help="Make the first organizer, list them, and remove one. All else they do in the chat, by"
    " /organize.",
    commands=[
        Lazy("invite", "organizers:invite", "print a link that makes one person an organizer"),
        Lazy("list", "organizers:list_", "list who organizes what"),
        Lazy("remove", "organizers:remove", "take all roles from an organizer"),
    ],
)

KEYS = Group(
    "keys",
    short_help="make an organisation's key pair, prove it to the server, list and remove keys",
    help="The organisation's key pairs. To make one and prove it: on your own machine `new`, and"
    " `check` for each copy; on the server `add` and `challenge`; on your own machine `prove`; on"
    " the server `answer`. A partner's key is proven in the same way; `campaign seal-to` chooses"
    " which keys serve.",
    commands=[
        Lazy("new", "organisation_keys.keys:new", "make a new pair"),
        Lazy(
            "check",
            "organisation_keys.keys:check",
            "on your own machine: see whether a copy is whole, and its fingerprint",
        ),
        Lazy("add", "organisation_keys.keys:add", "on the server: keep a public key"),
        Lazy(
            "challenge",
            "organisation_keys.keys:challenge_key",
            "on the server: ask whether somebody holds the private half",
        ),
        Lazy(
            "prove", "organisation_keys.keys:prove_key", "on your own machine: answer a challenge"
        ),
        Lazy("answer", "organisation_keys.keys:answer", "on the server: take the proof"),
        Lazy(
            "list",
            "organisation_keys.keys:list_",
            "on the server: list the keys, and what each is for",
        ),
        Lazy(
            "remove",
            "organisation_keys.keys:remove",
            "on the server: forget a key that is not in use",
        ),
    ],
)

COMMANDS = Group(
    help="Porte-voix: a petition you sign by chatting.",
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    commands=[
        Lazy(
            "demo",
            "processes:demo",
            "play with a sample campaign in a page that looks like a phone",
        ),
        Lazy("talk", "talk:command", "play it as plain text, in a terminal or by a script"),
        Lazy("run", "processes:run", "everything in one process, against Telegram by long polling"),
        Lazy("web", "processes:web", "answer webhooks (production; needs Redis)"),
        Lazy(
            "worker", "processes:worker", "timed jobs in the background (production; needs Redis)"
        ),
        Lazy(
            "migrate",
            "migrate:migrate",
            "create the database's tables or bring them up to date",
        ),
        CAMPAIGN,
        ORGANIZER,
        KEYS,
        Lazy("verify", "verify:command", "check a receipt, or a whole copy of a public log"),
        Lazy("copy-log", "copy_log:command", "copy a public log, to be checked by `verify`"),
        Lazy("export", "exports.export:command", "decrypt signatures into a CSV or XLSX file"),
    ],
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit status."""
    from bot.process import logs

    # At once, for what nobody catches; a command that reads settings sets up their level.
    logs.set_up("WARNING")
    try:
        status = COMMANDS.main(arguments, "python -m bot", standalone_mode=False)
        if asyncio.iscoroutine(status):
            status = asyncio.run(status)
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except Exception as fault:
        if (said := _explain(fault)) is None:
            raise
        print(f"porte-voix: {said[0]}", file=sys.stderr)
        return said[1]
    return status or OK


def _explain(fault: Exception) -> tuple[str, int] | None:
    """What to say of a fault that its reader can put right, and the exit status."""
    from bot.app.embedded_redis import EmbeddedRedisError
    from bot.process.errors import SettingsError
    from storage.errors import StorageFault
    from storage.transparency_log.formats.refusals import Refused

    if isinstance(fault, SettingsError):
        return str(fault), WRONG
    if isinstance(fault, Refused):
        return f"{fault} [{fault.reason}]", FAILED
    if isinstance(fault, StorageFault | EmbeddedRedisError):
        return str(fault), FAILED
    return None
