"""A witness of its own, who follows C2SP tlog-witness to the letter.

It reads what it is sent by itself and shares none of the product's code for that: only keys and
signatures are checked by the same functions, which are tested against published vectors.
"""

import asyncio
import base64
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256

from aiohttp import web

from storage.transparency_log.formats.notes import (
    KeyType,
    Note,
    SignerKey,
    VerifierKey,
    check_signatures,
    parse,
)
from storage.transparency_log.formats.refusals import Refused

DECIMAL = re.compile(r"0|[1-9][0-9]*")


class Refusal(Exception):
    """What is answered instead of a cosignature."""

    def __init__(self, status: int, text: str = "no\n", kind: str = "text/plain") -> None:
        super().__init__(text)
        self.response = web.Response(status=status, body=text.encode(), content_type=kind)


@dataclass
class Witness:
    """Who cosigns checkpoints of the logs it knows; tests make it misbehave."""

    key: SignerKey
    logs: dict[str, VerifierKey] = field(default_factory=dict)
    seen: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    """Of each log the size and the root that were cosigned last."""
    asked: list[tuple[int, int]] = field(default_factory=list)
    """From which size to which each request was."""
    time: int = 1_800_000_000
    url: str = ""
    instead: Callable[[], web.Response] | None = None
    """What it answers to everything."""
    silent: bool = False
    """Whether it takes requests and does not answer."""

    @property
    def line(self) -> str:
        """Its line of a policy."""
        return f"witness {self.key.name} {self.key.verifier.text} {self.url}\n"

    async def answer(self, request: web.Request) -> web.Response:
        """tlog-witness, "add-checkpoint"."""
        if self.silent:
            await asyncio.sleep(3600)
        body = await request.read()
        try:
            answer = self.add_checkpoint(body)
        except Refusal as refusal:
            return self.instead() if self.instead else refusal.response
        return self.instead() if self.instead else web.Response(body=answer)

    def add_checkpoint(self, body: bytes) -> bytes:
        """The cosignature. Raises Refusal."""
        head, separator, checkpoint = body.partition(b"\n\n")
        first, *proof_lines = head.decode().split("\n")
        old_text = first.removeprefix("old ")
        if not separator or not first.startswith("old ") or not DECIMAL.fullmatch(old_text):
            raise Refusal(400)
        if len(proof_lines) > 63:
            raise Refusal(400)
        proof = [base64.b64decode(line, validate=True) for line in proof_lines]
        try:
            note = parse(checkpoint)
        except Refused:
            raise Refusal(400) from None
        origin, size_text, root_text = note.text.split("\n")[:3]
        self.check_log(origin, note)
        if not DECIMAL.fullmatch(size_text):
            raise Refusal(400)
        old, size, root = int(old_text), int(size_text), base64.b64decode(root_text, validate=True)
        self.asked.append((old, size))
        if old > size:
            raise Refusal(400)
        self.check_grown(origin, old, size, root, proof)
        self.seen[origin] = size, root
        self.time += 1
        return self.key.sign(note.text, self.time).line.encode()

    def check_log(self, origin: str, note: Note) -> None:
        """That the log is known and has signed."""
        if origin not in self.logs:
            raise Refusal(404)
        try:
            signed = check_signatures(note, [self.logs[origin]])
        except Refused:
            signed = ()
        if not signed:
            raise Refusal(403)

    def check_grown(
        self, origin: str, old: int, size: int, root: bytes, proof: list[bytes]
    ) -> None:
        """That the log follows from what was cosigned last."""
        last, last_root = self.seen.get(origin, (0, b""))
        if old != last:
            raise Refusal(409, f"{last}\n", "text/x.tlog.size")
        if old == size and last_root and root != last_root:
            raise Refusal(409, "another root\n")
        if old in (0, size):
            if proof:
                raise Refusal(422)
            return
        rest = list(proof)
        roots = grown(old, size, rest, last_root, whole=True)
        if rest or roots != (last_root, root):
            raise Refusal(422)


def grown(
    old: int, size: int, proof: list[bytes], old_root: bytes, *, whole: bool
) -> tuple[bytes, bytes]:
    """Both roots by RFC 6962 section 2.1.2, SUBPROOF, read backwards; it uses up the proof."""
    if old == size:
        if whole:
            return old_root, old_root
        last = take(proof)
        return last, last
    half = 1
    while half * 2 < size:
        half *= 2
    if old <= half:
        before, after = grown(old, half, proof, old_root, whole=whole)
        right = take(proof)
        return before, sha256(b"\1" + after + right).digest()
    before, after = grown(old - half, size - half, proof, old_root, whole=False)
    left = take(proof)
    return sha256(b"\1" + left + before).digest(), sha256(b"\1" + left + after).digest()


def take(proof: list[bytes]) -> bytes:
    """The next hash. Raises Refusal where none is left."""
    if not proof:
        raise Refusal(422)
    return proof.pop(0)


@asynccontextmanager
async def witness(name: str) -> AsyncIterator[Witness]:
    """A witness that is up until the block is left."""
    made = Witness(SignerKey.generate(name, KeyType.COSIGNATURE))
    app = web.Application()
    app.router.add_post("/w/add-checkpoint", made.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/w"
    yield made
    await runner.cleanup()
