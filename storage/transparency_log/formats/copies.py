"""A whole copy of a log, in a folder as it is served: the checkpoint, the tiles, the entries.

C2SP tlog-tiles, "Static assets": whoever copies them file by file can check everything that the
log says, with nothing but its public key.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from storage.transparency_log.formats import tree
from storage.transparency_log.formats.checkpoints import Checkpoint
from storage.transparency_log.formats.refusals import Reason, Refused
from storage.transparency_log.formats.tiles import (
    HEIGHT,
    WIDTH,
    Bundle,
    Read,
    Tile,
    bundle_in,
    tile_in,
)

CHECKPOINT, KEY = "checkpoint", "key"
"""Files beside the tiles. The log's key there tells nothing: whoever made the copy wrote it."""


@dataclass(frozen=True, slots=True)
class Copy:
    """The files of one log, below `folder`."""

    folder: Path

    def checkpoint(self) -> bytes:
        """The newest checkpoint, unchecked.

        Raises:
            Refused: there is none.
        """
        return self._read(CHECKPOINT)

    def tiles(self, size: int) -> Read:
        """What reads the tiles of a log of that size, as the functions of `tree` want it.

        Each is as wide as in that log, or a full one: it raises Refused where neither is there.
        """

        def read(tile: Tile) -> bytes:
            there = tile_in(tile.level, tile.index, size)
            return self._either(there, Tile(tile.level, tile.index))

        return read

    def entries(self, size: int) -> Iterator[list[bytes]]:
        """The entries of a log of that size, by bundles, each checked against its tile of hashes.

        Whether those tiles are the log's is for `tree.check_tiles` to say.

        Raises:
            Refused: a file is missing or malformed, or an entry is not the one that was logged.
        """
        read = self.tiles(size)
        for index in range(-(-size // WIDTH)):
            bundle = bundle_in(index, size)
            data = self._either(bundle, Bundle(index))
            yield tree.check_bundle(bundle, data, read(tile_in(0, index, size)))

    def check(self, state: Checkpoint) -> None:
        """Check that every tile is of the log of that checkpoint.

        Raises:
            Refused: one is missing or is not.
        """
        tree.check_tiles(self.tiles(state.size), state.size, state.root)

    def check_grown(self, size: int, older: Checkpoint) -> None:
        """Check that the log of that size, whose tiles are checked, grew out of an older one.

        Raises:
            Refused: it did not, or a tile is missing.
        """
        if older.size > size:
            raise Refused(
                Reason.SIZES, f"The log had {older.size} entries once, and the copy has {size}."
            )
        if tree.stored_root(self.tiles(size), older.size) != older.root:
            raise Refused(
                Reason.ROOT, f"The log did not grow out of the one of {older.size} entries: a fork."
            )

    def _either(self, wanted: Tile | Bundle, full: Tile | Bundle) -> bytes:
        """tlog-tiles, "Partial Tiles": a full one may have taken the place of a partial one."""
        if not (self.folder / wanted.path).exists() and (self.folder / full.path).exists():
            return self._read(full.path)
        return self._read(wanted.path)

    def _read(self, path: str) -> bytes:
        try:
            return (self.folder / path).read_bytes()
        except OSError as fault:
            raise Refused(
                Reason.MISSING, f"The copy is not complete: {path} ({fault.strerror})."
            ) from None


def files_of(size: int) -> Iterator[Tile | Bundle]:
    """Every tile and every bundle of a log of that size."""
    for index in range(-(-size // WIDTH)):
        yield bundle_in(index, size)
    level = 0
    while count := size >> (HEIGHT * level):
        for index in range(-(-count // WIDTH)):
            yield tile_in(level, index, size)
        level += 1
