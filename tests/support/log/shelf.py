"""Logs to test with: one kept in tiles, and one of any size that is never kept at all."""

from collections.abc import Iterable
from functools import cache

from storage.transparency_log.formats import tree
from storage.transparency_log.formats.tiles import WIDTH, Bundle, Read, Tile, pack


class Shelf:
    """Tiles as a log keeps them: of each the fullest state, and what was read of it."""

    def __init__(self) -> None:
        self.tiles: dict[tuple[int, int], bytes] = {}
        self.reads: list[Tile] = []
        self.size = 0

    def read(self, tile: Tile) -> bytes:
        self.reads.append(tile)
        return self.tiles[tile.level, tile.index]

    def append(self, leaf_hashes: Iterable[bytes]) -> tree.Appended:
        """Grow by a batch, as a sequencer does."""
        appended = tree.append(self.read, self.size, leaf_hashes)
        for tile, data in appended.tiles:
            assert len(data) == 32 * tile.width
            self.tiles[tile.level, tile.index] = data
        self.size = appended.size
        return appended


def entry(number: int) -> bytes:
    return b"entry %d" % number


def hashes(count: int, first: int = 0) -> list[bytes]:
    """The leaf hashes of so many entries; each is made once in the life of a process."""
    missing = range(len(_hashes), first + count)
    _hashes.extend(tree.leaf_hash(entry(number)) for number in missing)
    return _hashes[first : first + count]


_hashes: list[bytes] = []


def shelf_of(count: int) -> Shelf:
    shelf = Shelf()
    shelf.append(hashes(count))
    shelf.reads.clear()
    return shelf


def bundle_of(bundle: Bundle) -> bytes:
    first = bundle.index * WIDTH
    return pack([entry(number) for number in range(first, first + bundle.width)])


def mth(leaves: list[bytes]) -> bytes:
    """The definition of RFC 6962 section 2.1, word for word."""
    if not leaves:
        return tree.EMPTY_ROOT
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return tree.node_hash(mth(leaves[:k]), mth(leaves[k:]))


PERIOD = WIDTH * WIDTH


@cache
def endless() -> Read:
    """Tiles of a log of any size whose entries repeat after 65,536."""
    shelf = shelf_of(PERIOD)

    @cache
    def above(level: int) -> bytes:
        """The root of any full tile below the level."""
        data = shelf.tiles[1, 0] if level == 2 else above(level - 1) * WIDTH
        return tree.merkle_root(data[at : at + 32] for at in range(0, len(data), 32))

    def read(tile: Tile) -> bytes:
        if tile.level == 0:
            data = shelf.tiles[0, tile.index % WIDTH]
        elif tile.level == 1:
            data = shelf.tiles[1, 0]
        else:
            data = above(tile.level) * WIDTH
        return data[: 32 * tile.width]

    return read
