"""`keys`: the organisation's keys, on its own machine and on the server."""

import argparse
from pathlib import Path
from typing import Any

from bot.commands.common import go, settings_of


def add(commands: Any) -> None:
    """Add `keys` to the commands."""
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


def _keys_new(options: argparse.Namespace) -> int:
    from bot import keys

    return keys.new_keys(options.out)


def _keys_check(options: argparse.Namespace) -> int:
    from bot import keys

    return keys.check_key(options.file)


def _keys_list(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import keys

    return go(keys.list_keys(settings))


def _keys_remove(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import keys

    return go(keys.remove_key(settings, options.key))


def _keys_add(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import keys

    return go(keys.add_key(settings, options.public))


def _keys_challenge(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import keys

    return go(keys.challenge_key(settings, options.key))


def _keys_prove(options: argparse.Namespace) -> int:
    from bot import keys

    return keys.prove_key(options.key, options.challenge)


def _keys_answer(options: argparse.Namespace) -> int:
    settings = settings_of()
    from bot import keys

    return go(keys.answer_challenge(settings, options.proof))
