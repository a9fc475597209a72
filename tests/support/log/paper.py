"""A public log on paper: as it is served, file by file, without a server or a database."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from storage.transparency_log.formats import checkpoints, notes, tree
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.commitments import Committed
from storage.transparency_log.formats.encodings import to_base64
from storage.transparency_log.formats.entries import COUNT, Entry, signatures
from storage.transparency_log.formats.notes import KeyType, SignerKey
from storage.transparency_log.formats.proofs import Proof
from storage.transparency_log.formats.receipts import PROMISE, Opened
from storage.transparency_log.formats.tiles import WIDTH, Bundle, Tile, pack
from tests.support.log.shelf import Shelf

LOG = SignerKey("petition.example/c/release/log", bytes(32))
NORTH = SignerKey("north.example/w", bytes([1] * 32), KeyType.COSIGNATURE)
SOUTH = SignerKey("south.example/w", bytes([2] * 32), KeyType.COSIGNATURE)
SIGNED_AT = 1_700_000_000


def opened(number: int, country: str = "FR") -> Opened:
    """What opens the commitment of the signer of that number."""
    salt = number.to_bytes(32, "big")
    committed = Committed("release", salt[16:], bytes(32), country, "fr", "0" * 64)
    return Opened(salt, committed)


def add(number: int) -> Entry:
    """That signer's entry."""
    each = opened(number)
    return Entry("add", each.committed.under(each.salt))


@dataclass
class Paper:
    """A log that is written into a folder."""

    folder: Path
    key: SignerKey = LOG
    entries: list[Entry] = field(default_factory=list)
    shelf: Shelf = field(default_factory=Shelf)

    def grow(
        self, new: Sequence[Entry], by: Sequence[SignerKey] = (), said: int | None = None
    ) -> bytes:
        """Append entries, write every file anew and sign; the checkpoint.

        `by` are witnesses who cosign, `said` what the checkpoint says instead of the true number.
        """
        self.entries += new
        self.shelf.append([tree.leaf_hash(each.line) for each in new])
        for (level, index), data in self.shelf.tiles.items():
            self.write(Tile(level, index, len(data) // 32).path, data)
        for index in range(-(-len(self.entries) // WIDTH)):
            some = self.entries[index * WIDTH : (index + 1) * WIDTH]
            self.write(Bundle(index, len(some)).path, pack([each.line for each in some]))
        size = len(self.entries)
        root = tree.stored_root(self.shelf.read, size)
        amount = signatures(self.entries) if said is None else said
        state = Checkpoint(self.key.name, size, root, (f"{COUNT}{amount}",))
        note = checkpoints.sign(state, self.key)
        content = note.signed(each.sign(note.text, SIGNED_AT) for each in by).content
        self.write("checkpoint", content)
        self.write("key", f"{self.key.verifier.text}\n".encode())
        return content

    def write(self, path: str, data: bytes) -> None:
        """Put a file where it is served."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_bytes(data)

    def receipt(self, number: int, index: int) -> bytes:
        """The proof for that signer, whose entry has that index."""
        content = (self.folder / "checkpoint").read_bytes()
        path = tree.prove_inclusion(self.shelf.read, index, len(self.entries))
        return Proof(index, tuple(path), content, opened(number).extra).content

    def promise(self, number: int, country: str = "FR") -> bytes:
        """The promise for that signer."""
        extra = to_base64(opened(number, country).extra)
        return notes.sign(f"{PROMISE}\n{self.key.name}\n{extra}\n", self.key).content
