"""The Merkle tree of a log: its root, its proofs, and how it grows.

The tree is that of RFC 6962 section 2.1 (and RFC 9162 section 2.1.1) over SHA-256. It is kept in
tiles (`storage.transparency_log.formats.tiles`), so a proof at ten million entries reads a handful
of them. Functions that read tiles say beforehand which: `inclusion_tiles`, `consistency_tiles`,
`tiles.edge_tiles`. Whoever has to wait for each tile, as with a database, fetches them all at once
and gives the mapping's `__getitem__` as reader.

Entries are numbered from 0, sizes are numbers of entries, and all hashes have 32 bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from storage.transparency_log.formats.refusals import Reason, Refused
from storage.transparency_log.formats.tiles import (
    HASH_BYTES,
    HEIGHT,
    WIDTH,
    Bundle,
    Read,
    Tile,
    edge_tiles,
    hashes_of,
    tile_in,
    unpack,
)

EMPTY_ROOT = sha256().digest()
"""The root of a log without entries: the hash of nothing (RFC 6962 section 2.1)."""

Range = tuple[int, int]
"""Entries from one number to before another, where the first starts a subtree."""

Stored = tuple[Tile, bytes]
"""A tile and its hashes, one after the other."""


def leaf_hash(entry: bytes) -> bytes:
    """SHA-256 of a zero byte and the entry (RFC 6962 section 2.1)."""
    return sha256(b"\0" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256 of a one byte and the two hashes below (RFC 6962 section 2.1)."""
    return sha256(b"\1" + left + right).digest()


def merkle_root(leaf_hashes: Iterable[bytes]) -> bytes:
    """The root over these leaves (RFC 6962 section 2.1, MTH). Keeps a few tiles in memory."""
    edge = RightEdge()
    for hashed in leaf_hashes:
        edge.add(hashed)
    return edge.root()


class RightEdge:
    """Where a log grows: its partial tiles, one for each level, at most 8 KiB each.

    tlog-tiles, "Merkle Tree": a tile that is full is hashed into the level above it.
    """

    def __init__(self) -> None:
        self.size = 0
        self._levels: list[bytearray] = []

    @classmethod
    def stored(cls, read: Read, size: int) -> Self:
        """The edge of a stored log of that size: reads `edge_tiles(size)`.

        Raises:
            Refused: a tile is malformed.
        """
        edge = cls()
        edge.size = size
        for tile in edge_tiles(size):
            edge._level(tile.level).extend(hashes_of(tile, read(tile)))
        return edge

    def add(self, leaf: bytes) -> list[Stored]:
        """Append one leaf's hash; the tiles that this completes, from level 0 upwards.

        Raises:
            Refused: `leaf` is not as long as a hash.
        """
        if len(leaf) != HASH_BYTES:
            raise _not_a_hash()
        full: list[Stored] = []
        self.size += 1
        self._level(0).extend(leaf)
        while len(row := self._levels[len(full)]) == WIDTH * HASH_BYTES:
            level = len(full)
            index = (self.size >> (HEIGHT * (level + 1))) - 1
            full.append((Tile(level, index), bytes(row)))
            self._level(level + 1).extend(_fold(bytes(row)))
            row.clear()
        return full

    def partial(self) -> list[Stored]:
        """The partial tiles as they are now, from level 0 upwards."""
        return [(tile, bytes(self._levels[tile.level])) for tile in edge_tiles(self.size)]

    def root(self) -> bytes:
        """The root of the whole log as it is now (RFC 6962 section 2.1)."""
        root = b""
        for row in self._levels:
            for subtree in _subtrees(bytes(row)):
                root = node_hash(subtree, root) if root else subtree
        return root or EMPTY_ROOT

    def _level(self, level: int) -> bytearray:
        while len(self._levels) <= level:
            self._levels.append(bytearray())
        return self._levels[level]


@dataclass(frozen=True, slots=True)
class Appended:
    """What a batch of new leaves made of a log: its size, its root, and the tiles to store."""

    size: int
    root: bytes
    tiles: tuple[Stored, ...]
    """Those completed, in the order in which they were, then those now partial that are new."""


def append(read: Read, size: int, leaf_hashes: Iterable[bytes]) -> Appended:
    """Append leaves to a stored log of `size` entries: reads `edge_tiles(size)`.

    Memory grows with the batch, 32 bytes a leaf; for a whole log at once use RightEdge.

    Raises:
        Refused: a tile is malformed, or a leaf not as long as a hash.
    """
    edge = RightEdge.stored(read, size)
    full = [stored for hashed in leaf_hashes for stored in edge.add(hashed)]
    before = edge_tiles(size)
    partial = [stored for stored in edge.partial() if stored[0] not in before]
    return Appended(edge.size, edge.root(), (*full, *partial))


def stored_root(read: Read, size: int) -> bytes:
    """The root of a stored log of that size: reads `edge_tiles(size)`.

    Raises:
        Refused: a tile is malformed.
    """
    return RightEdge.stored(read, size).root()


def inclusion_tiles(index: int, size: int) -> tuple[Tile, ...]:
    """The tiles that `prove_inclusion` reads.

    Raises:
        Refused: a log of that size has no such entry.
    """
    return _tiles_of(_inclusion_ranges(index, size), size)


def prove_inclusion(read: Read, index: int, size: int) -> tuple[bytes, ...]:
    """The path from an entry to the root, its sibling first (RFC 6962 section 2.1.1, PATH).

    Raises:
        Refused: a log of that size has no such entry, or a tile is malformed.
    """
    return _roots(read, _inclusion_ranges(index, size), size)


def verify_inclusion(
    leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes
) -> None:
    """Check that the leaf with that hash is in the log (RFC 9162 section 2.1.3.2).

    Raises:
        Refused: the path has the wrong length or leads to another root; or a log of that size
            has no such entry, or what is given as a hash is not as long as one.
    """
    _check_hashes(leaf, root, *path)
    if not 0 <= index < size:
        raise Refused(Reason.INDEX, f"A log of {size} entries has no entry {index}.")
    number, last = index, size - 1
    found = leaf
    for sibling in path:
        if last == 0:
            raise _wrong_length()
        if number & 1 or number == last:
            found = node_hash(sibling, found)
            skipped = _trailing_zeros(number)
            number, last = number >> skipped, last >> skipped
        else:
            found = node_hash(found, sibling)
        number, last = number >> 1, last >> 1
    if last != 0:
        raise _wrong_length()
    if found != root:
        raise Refused(Reason.ROOT, "The proof leads to another root.")


def consistency_tiles(first: int, second: int) -> tuple[Tile, ...]:
    """The tiles that `prove_consistency` reads.

    Raises:
        Refused: the first size is the larger one, or below 0.
    """
    return _tiles_of(_consistency_ranges(first, second), second)


def prove_consistency(read: Read, first: int, second: int) -> tuple[bytes, ...]:
    """What shows that the log of the second size grew out of that of the first.

    RFC 6962 section 2.1.2, PROOF. From an empty log, and between equal sizes, it has no hashes
    (C2SP tlog-witness, "add-checkpoint").

    Raises:
        Refused: the first size is the larger one or below 0, or a tile is malformed.
    """
    return _roots(read, _consistency_ranges(first, second), second)


def verify_consistency(
    first: int, second: int, path: Sequence[bytes], first_root: bytes, second_root: bytes
) -> None:
    """Check that one log grew out of the other by appending (RFC 9162 section 2.1.4.2).

    The RFC leaves out equal sizes, where the roots must be the same, and an empty first log, whose
    root is always the same: in both the path has no hashes.

    Raises:
        Refused: the path has the wrong length or leads to other roots; or the first size is the
            larger one, or what is given as a hash is not as long as one.
    """
    _check_hashes(first_root, second_root, *path)
    if not 0 <= first <= second:
        raise Refused(Reason.SIZES, f"A log of {first} entries cannot have become {second}.")
    if first in (0, second):
        if path:
            raise _wrong_length()
        if first_root != (second_root if first else EMPTY_ROOT) or (
            second == 0 and second_root != EMPTY_ROOT
        ):
            raise Refused(Reason.ROOT, "Logs of the same size have different roots.")
        return
    if not path:
        raise _wrong_length()
    # A first log that is a whole subtree is the start of the path itself.
    start = path if first & (first - 1) else [first_root, *path]
    if _grown(first, second, start) != (first_root, second_root):
        raise Refused(Reason.ROOT, "The proof leads to other roots.")


def check_tiles(read: Read, size: int, root: bytes) -> None:
    """Read every tile of a log and check that all fit each other and the root.

    Keeps a few tiles in memory. With a checkpoint's size and root, this proves a copy.

    Raises:
        Refused: a tile is malformed, or they do not.
    """
    _check_hashes(root)
    edge = RightEdge()
    for index in range(-(-size // WIDTH)):
        tile = tile_in(0, index, size)
        for leaf in _split(hashes_of(tile, read(tile))):
            _check_stored(read, edge.add(leaf))
    _check_stored(read, edge.partial())
    if edge.root() != root:
        raise Refused(Reason.ROOT, "The tiles lead to another root.")


def check_bundle(bundle: Bundle, data: bytes, tile: bytes) -> list[bytes]:
    """A bundle's entries, each of which has its hash in the tile of level 0.

    `data` and `tile` are what was stored for the bundle and for its tile.

    Raises:
        Refused: the bundle or the tile is malformed, or an entry has another hash.
    """
    entries = unpack(bundle, data)
    hashes = hashes_of(Tile(0, bundle.index, bundle.width), tile)
    for place, (entry, hashed) in enumerate(zip(entries, _split(hashes), strict=True)):
        if leaf_hash(entry) != hashed:
            number = bundle.index * WIDTH + place
            raise Refused(Reason.ENTRY, f"Entry {number} is not the one that was logged.")
    return entries


def _check_stored(read: Read, computed: Iterable[Stored]) -> None:
    """Level 0 is where the computation began: nothing to compare."""
    for tile, data in computed:
        if tile.level and hashes_of(tile, read(tile)) != data:
            raise Refused(Reason.TILE_CONTENT, f"{tile.path} does not fit the tiles below it.")


def _inclusion_ranges(index: int, size: int) -> list[Range]:
    """What stands beside the way from the root down to an entry, the lowest first."""
    if not 0 <= index < size:
        raise Refused(Reason.INDEX, f"A log of {size} entries has no entry {index}.")
    ranges = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _left_half(end - start)
        if index < middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    return ranges[::-1]


def _consistency_ranges(first: int, second: int) -> list[Range]:
    """RFC 6962 section 2.1.2, SUBPROOF, from its end to its start."""
    if not 0 <= first <= second:
        raise Refused(Reason.SIZES, f"A log of {second} entries is not grown from {first}.")
    if first == 0:
        return []
    ranges = []
    start, end = 0, second
    while first != end:
        middle = start + _left_half(end - start)
        if first <= middle:
            ranges.append((middle, end))
            end = middle
        else:
            ranges.append((start, middle))
            start = middle
    if start:  # otherwise it is the whole first log, whose root is known
        ranges.append((start, end))
    return ranges[::-1]


def _grown(first: int, second: int, path: Sequence[bytes]) -> tuple[bytes, bytes]:
    """The roots of both logs (RFC 9162 section 2.1.4.2, steps 3 to 6)."""
    number, last = first - 1, second - 1
    while number & 1:
        number, last = number >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise _wrong_length()
        if number & 1 or number == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            skipped = _trailing_zeros(number)
            number, last = number >> skipped, last >> skipped
        else:
            new = node_hash(new, sibling)
        number, last = number >> 1, last >> 1
    if last != 0:
        raise _wrong_length()
    return old, new


def _roots(read: Read, ranges: Sequence[Range], size: int) -> tuple[bytes, ...]:
    """The root of each range; every tile is read once."""
    tiles = {tile: hashes_of(tile, read(tile)) for tile in _tiles_of(ranges, size)}
    roots = []
    for span in ranges:
        root = b""
        for height, index in _nodes(span):
            tile, start, end = _place(height, index, size)
            node = _fold(tiles[tile][start * HASH_BYTES : end * HASH_BYTES])
            root = node_hash(node, root) if root else node
        roots.append(root)
    return tuple(roots)


def _tiles_of(ranges: Iterable[Range], size: int) -> tuple[Tile, ...]:
    """The tiles that hold what these ranges are made of, each once."""
    places = (_place(*node, size) for span in ranges for node in _nodes(span))
    return tuple(dict.fromkeys(tile for tile, _, _ in places))


def _nodes(span: Range) -> Iterator[tuple[int, int]]:
    """The whole subtrees that make up a range, from the right: (height, index at that height)."""
    start, end = span
    while start < end:
        height = _trailing_zeros(end - start)
        end -= 1 << height
        yield height, end >> height


def _place(height: int, index: int, size: int) -> tuple[Tile, int, int]:
    """The tile a whole subtree is in, and from which to before which hash of it."""
    level, row = divmod(height, HEIGHT)
    first = index << row
    start = first % WIDTH
    return tile_in(level, first // WIDTH, size), start, start + (1 << row)


def _fold(hashes: bytes) -> bytes:
    """The root over 1, 2, 4 … hashes, one after the other."""
    while len(hashes) > HASH_BYTES:
        hashes = b"".join(
            sha256(b"\1" + hashes[at : at + 2 * HASH_BYTES]).digest()
            for at in range(0, len(hashes), 2 * HASH_BYTES)
        )
    return hashes


def _subtrees(row: bytes) -> Iterator[bytes]:
    """The roots of the whole subtrees in a partial tile, from the right."""
    end = len(row) // HASH_BYTES
    while end:
        start = end & (end - 1)
        yield _fold(row[start * HASH_BYTES : end * HASH_BYTES])
        end = start


def _split(hashes: bytes) -> Iterator[bytes]:
    return (hashes[at : at + HASH_BYTES] for at in range(0, len(hashes), HASH_BYTES))


def _left_half(count: int) -> int:
    """The largest power of two below a count (RFC 6962 section 2.1, k)."""
    return 1 << ((count - 1).bit_length() - 1)


def _trailing_zeros(number: int) -> int:
    """How often a number can be halved; never, for 0."""
    return (number & -number).bit_length() - 1 if number else 0


def _check_hashes(*hashes: bytes) -> None:
    if any(len(hashed) != HASH_BYTES for hashed in hashes):
        raise _not_a_hash()


def _not_a_hash() -> Refused:
    return Refused(Reason.ROOT, f"A hash has {HASH_BYTES} bytes.")


def _wrong_length() -> Refused:
    return Refused(Reason.PATH_LENGTH, "The proof has too few or too many hashes.")
