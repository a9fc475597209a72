"""Whom somebody who checks a log trusts: logs, witnesses, and how many of these (C2SP tlog-policy).

    log example.com/log+…
    witness north north.example/w+…
    witness south south.example/w+… https://south.example/
    group both all north south
    quorum both

A checkpoint counts if one of the logs has signed it and the quorum has cosigned it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from storage.transparency_log.formats import checkpoints, notes
from storage.transparency_log.formats.checkpoints import Checked
from storage.transparency_log.formats.encodings import from_decimal
from storage.transparency_log.formats.notes import VerifierKey
from storage.transparency_log.formats.refusals import Reason, Refused

NONE = "none"
"""The quorum of a policy that asks for no witnesses."""

MOST_BYTES = 1_000_000

FORBIDDEN = re.compile(rb"[^\t\n\x20-\x7e\x80-\xff]")
BLANKS = re.compile(r"[ \t]+")


@dataclass(frozen=True, slots=True)
class Group:
    """Witnesses and groups, of which at least `threshold` have to have cosigned."""

    threshold: int
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Policy:
    """Trusted logs, trusted witnesses by the policy's names for them, and the quorum.

    `urls` says, by the same names, where those witnesses are asked that have an address.
    """

    logs: tuple[VerifierKey, ...]
    witnesses: Mapping[str, VerifierKey] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    quorum: str = NONE
    urls: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_log(cls, key: VerifierKey) -> "Policy":
        """Trust in one log alone, without witnesses."""
        return cls((checkpoints.check_log_key(key),))

    def check(self, content: bytes) -> Checked:
        """A checkpoint that this policy accepts.

        tlog-policy, "Defining a log": the name of a log's key is its origin.

        Raises:
            Refused: it is no checkpoint, of no log that is trusted, not signed by it, or
                cosigned by too few of the trusted witnesses; or a signature of a trusted key
                does not fit.
        """
        origin = checkpoints.parse(notes.parse(content).text).origin
        keys = [key for key in self.logs if key.name == origin]
        if not keys:
            raise Refused(Reason.ORIGIN, f"This is a checkpoint of another log: {origin}")
        note, signed = notes.check_note(content, (*keys, *self.witnesses.values()))
        by = {each.key for each in signed}
        if by.isdisjoint(keys):
            raise Refused(Reason.UNSIGNED, f"{origin} has not signed this.")
        if not self.reached(name for name, key in self.witnesses.items() if key in by):
            raise Refused(Reason.QUORUM, "Too few of the trusted witnesses have cosigned this.")
        return Checked(checkpoints.parse(note.text), note, signed)

    def reached(self, cosigned: Iterable[str]) -> bool:
        """Whether these witnesses, by the policy's names, are a quorum ("Defining the quorum")."""
        met = {NONE, *cosigned}
        for name, group in self.groups.items():  # each names only what stands before it
            if sum(member in met for member in group.members) >= group.threshold:
                met.add(name)
        return self.quorum in met


def parse(content: bytes) -> Policy:
    """A policy out of its file's bytes ("Policy file syntax and structure").

    Raises:
        Refused: they are no policy, or more than `MOST_BYTES`; its text names the line.
    """
    if len(content) > MOST_BYTES:
        raise Refused(Reason.TOO_LONG, f"A policy has at most {MOST_BYTES} bytes.")
    if FORBIDDEN.search(content):
        raise Refused(Reason.POLICY_FORM, "There are control characters in this policy.")
    reading = _Reading()
    # Bytes beyond ASCII only are what they are: any two of them differ.
    for number, line in enumerate(content.decode("utf-8", "surrogateescape").split("\n"), 1):
        words = [word for word in BLANKS.split(line) if word]
        if words and not words[0].startswith("#"):
            try:
                reading.take(words)
            except Refused as refused:
                raise Refused(refused.reason, f"Line {number}: {refused}") from None
    return reading.policy()


class _Reading:
    """A policy while its lines are read."""

    def __init__(self) -> None:
        self.logs: list[VerifierKey] = []
        self.witnesses: dict[str, VerifierKey] = {}
        self.urls: dict[str, str] = {}
        self.groups: dict[str, Group] = {}
        self.members: set[str] = set()
        self.quorum: str | None = None

    def take(self, words: list[str]) -> None:
        match words:
            case ["log", key] | ["log", key, _]:
                self.logs.append(self._new(checkpoints.check_log_key(VerifierKey.parse(key))))
            case ["witness", name, key, *url] if len(url) <= 1:
                witness = checkpoints.check_witness_key(VerifierKey.parse(key))
                self.witnesses[self._unused(name)] = self._new(witness)
                if url:
                    self.urls[name] = url[0]
            case ["group", name, threshold, *members] if members:
                self._unused(name)
                self.groups[name] = self._group(threshold, members)
            case ["quorum", name] if self.quorum is None:
                if name != NONE and not self._known(name):
                    raise _unclear(f"{name!a} is not defined before it is named.")
                self.quorum = name
            case _:
                raise _unclear("This line of a policy is not understood.")

    def policy(self) -> Policy:
        if self.quorum is None:
            raise _unclear("A policy has a line for its quorum.")
        return Policy(tuple(self.logs), self.witnesses, self.groups, self.quorum, self.urls)

    def _group(self, threshold: str, members: list[str]) -> Group:
        for member in members:
            if not self._known(member) or member in self.members:
                raise _unclear(f"{member!a} is not defined before, or already in a group.")
            self.members.add(member)
        words = {"any": 1, "all": len(members)}
        least = words[threshold] if threshold in words else from_decimal(threshold)
        if not 1 <= least <= len(members):
            raise _unclear(f"{least} of {len(members)} members is not possible.")
        return Group(least, tuple(members))

    def _new(self, key: VerifierKey) -> VerifierKey:
        """Two logs, or two witnesses, with one key would count twice."""
        same = self.logs if key.type is notes.KeyType.ED25519 else self.witnesses.values()
        if any(key.raw == other.raw for other in same):
            raise _unclear(f"The key of {key.name} is there twice.")
        return key

    def _unused(self, name: str) -> str:
        if name == NONE or self._known(name):
            raise _unclear(f"{name!a} is taken.")
        return name

    def _known(self, name: str) -> bool:
        return name in self.witnesses or name in self.groups


def _unclear(text: str) -> Refused:
    return Refused(Reason.POLICY_FORM, text)
