"""The files that hold organisation keys, and what goes to and fro to prove one."""

import base64
import os
import shlex
import sys
from pathlib import Path

from bot.process.errors import SettingsError
from bot.process.private_files import readable_by_others
from storage.errors import KeyFault
from storage.organisation_keys.key_pair import FORMAT, PrivateKey, PublicKey

CHALLENGE, PROOF = "porte-voix-challenge-1", "porte-voix-proof-1"
"""First words of what goes to and fro to prove a key; then its fingerprint, and base64."""

FINGERPRINT = 64
"""Hex digits of a fingerprint."""


def write_key_files(out: Path, public: Path, private: PrivateKey) -> None:
    """Write both files, the private one (`out`) readable by this user only.

    Raises:
        SettingsError: One of them is there already, or cannot be written.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        for path, text, mode in (
            (out, private.file_text(), 0o600),
            (public, private.public.file_text(), 0o644),
        ):
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(text)
    except OSError as fault:
        raise SettingsError(f"{out} cannot be written ({fault.strerror}).") from None


def read_private_key(path: Path) -> PrivateKey:
    """The private key in that file; a warning where others may read it, too.

    Raises:
        SettingsError: The file cannot be read.
        KeyFault: It holds no private key, or not all of it.
    """
    private = PrivateKey.parse(read_text(path))
    if readable_by_others(path):
        print(  # noqa: T201 - a command talks to its user
            f"porte-voix: {path} can be read by others on this machine:"
            f" `chmod 600 {shlex.quote(str(path))}`.",
            file=sys.stderr,
        )
    return private


def read_key(path: Path) -> PrivateKey | PublicKey:
    """The key in that file, whichever half it is.

    Raises:
        SettingsError: The file cannot be read.
        KeyFault: It holds no key, or not all of it.
    """
    text = read_text(path)
    if any(line.split() == [FORMAT, "public"] for line in text.splitlines()):
        return PublicKey.parse(text)
    return read_private_key(path)


def read_text(path: Path) -> str:
    """What a file in UTF-8 holds, which a person may have edited or mailed.

    Raises:
        SettingsError: It cannot be read, or is no text.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else "it is no text file"
        raise SettingsError(f"{path} cannot be read ({reason}).") from None


def message(kind: str, fingerprint: str, content: bytes) -> str:
    """What is mailed or carried: CHALLENGE or PROOF, the key's fingerprint, and the content."""
    return f"{kind} {fingerprint} {base64.b64encode(content).decode()}"


def read_message(path: Path, kind: str) -> tuple[str, bytes]:
    """The fingerprint (hex) and the content of a file with what `message` made.

    Raises:
        SettingsError: The file cannot be read.
        KeyFault: It is no message of that kind, or not all of it.
    """
    text = "".join(read_text(path).split())  # a mail may have broken the line anywhere
    rest = text.removeprefix(kind)
    fingerprint, encoded = rest[:FINGERPRINT], rest[FINGERPRINT:]
    try:
        content = base64.b64decode(encoded, validate=True)
    except ValueError:
        content = b""
    if rest == text or not content:
        raise KeyFault(f"{path} is no {kind}, or not all of it: copy its whole line again.")
    return fingerprint, content
