"""The commands of `python -m bot`.

Every command imports what it needs when it runs: help is instant, and a command that needs no
messenger loads none. What goes wrong and can be put right is one line on stderr, without a
traceback.
"""

import argparse
import sys
from collections.abc import Sequence

from bot.commands import campaigns, keys, organizers, processes, signatures
from bot.commands.common import FAILED, WRONG

EPILOG = """\
settings come from the environment or a file named .env; a missing one is named when it is needed.
exit status: 0 done, 1 failed or found faults, 2 a wrong command or setting.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit status."""
    from bot.process import logs

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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bot",
        description="Porte-voix: a petition you sign by chatting.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for room in (processes, campaigns, organizers, keys, signatures):
        room.add(commands)
    return parser
