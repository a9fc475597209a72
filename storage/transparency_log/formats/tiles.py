"""Tiles and bundles of entries: where they are served, and how entries are packed.

A tile is up to 256 consecutive hashes of one level: at level 0 those of the leaves, above it the
roots of the full tiles below (C2SP tlog-tiles, "Merkle Tree"). A bundle is the up to 256 entries
behind a tile of level 0 ("Log entries").
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from storage.transparency_log.formats.encodings import MOST
from storage.transparency_log.formats.refusals import Reason, Refused

HEIGHT = 8
"""Levels of the tree in one tile."""

WIDTH = 1 << HEIGHT
HASH_BYTES = 32
MOST_ENTRY_BYTES = 0xFFFF
"""An entry's length is written as a uint16."""

LENGTH_BYTES = 2
LEVELS = 64
"""Levels that an address can name; a log of 2^64 entries has eight."""

PATH = re.compile(
    r"tile/(?P<level>entries|0|[1-9][0-9]?)/(?P<index>(?:x[0-9]{3}/){0,6}[0-9]{3})"
    r"(?:\.p/(?P<width>[1-9][0-9]{0,2}))?"
)


@dataclass(frozen=True, slots=True)
class Tile:
    """The `index`th tile of a level, with its first `width` hashes: 256 if it is full."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where it is served, below the log's own address."""
        return f"tile/{self.level}/{_numbered(self.index, self.width)}"


@dataclass(frozen=True, slots=True)
class Bundle:
    """The entries behind the `index`th tile of level 0, the first `width` of them."""

    index: int
    width: int = WIDTH

    @property
    def path(self) -> str:
        """Where it is served, below the log's own address."""
        return f"tile/entries/{_numbered(self.index, self.width)}"


Read = Callable[[Tile], bytes]
"""Gives a tile's hashes, one after the other. It may give those of a fuller state of the tile."""


def parse_path(path: str) -> Tile | Bundle:
    """What is served at such an address.

    tlog-tiles, "Merkle Tree", "Partial Tiles" and "Log entries": the index in groups of three
    digits, all but the last led by an x; `.p/` and a width from 1 to 255 behind partial ones.

    Raises:
        Refused: nothing is served there.
    """
    found = PATH.fullmatch(path)
    if not found:
        raise _no_such_path(path)
    index = int(found["index"].replace("x", "").replace("/", ""))
    width = int(found["width"] or WIDTH)
    named = (
        Bundle(index, width)
        if found["level"] == "entries"
        else Tile(int(found["level"]), index, width)
    )
    # One address for one tile: neither groups of zeros in front nor a width of 256.
    if named.path != path or index > MOST // WIDTH or width > WIDTH:
        raise _no_such_path(path)
    if isinstance(named, Tile) and named.level >= LEVELS:
        raise _no_such_path(path)
    return named


def tile_in(level: int, index: int, size: int) -> Tile:
    """A tile as wide as it is in a log of `size` entries.

    tlog-tiles, "Partial Tiles": the rightmost has floor(size / 256^level) mod 256 hashes.

    Raises:
        Refused: it has no such tile.
    """
    width = min(WIDTH, (size >> (HEIGHT * level)) - index * WIDTH)
    if width <= 0:
        raise Refused(Reason.INDEX, f"A log of {size} entries has no tile {level}/{index}.")
    return Tile(level, index, width)


def bundle_in(index: int, size: int) -> Bundle:
    """A bundle as wide as it is in a log of `size` entries.

    Raises:
        Refused: it has no such bundle.
    """
    return Bundle(index, tile_in(0, index, size).width)


def edge_tiles(size: int) -> tuple[Tile, ...]:
    """The partial tiles of a log of `size` entries, from level 0 upwards: its right edge."""
    edge = []
    level = 0
    while count := size >> (HEIGHT * level):
        if count % WIDTH:
            edge.append(Tile(level, count // WIDTH, count % WIDTH))
        level += 1
    return tuple(edge)


def hashes_of(tile: Tile, data: bytes) -> bytes:
    """The tile's own hashes out of what was stored for it.

    A log may have dropped a partial tile for a fuller one (tlog-tiles, "Partial Tiles"): then its
    hashes are the first ones of that.

    Raises:
        Refused: `data` has fewer hashes, more than a full tile, or part of one.
    """
    whole = len(data) % HASH_BYTES == 0 and len(data) <= WIDTH * HASH_BYTES
    if not whole or len(data) < tile.width * HASH_BYTES:
        raise Refused(
            Reason.TILE_FORM,
            f"{tile.path} has {len(data)} bytes instead of {tile.width * HASH_BYTES}.",
        )
    return data[: tile.width * HASH_BYTES]


def pack(entries: Sequence[bytes]) -> bytes:
    """A bundle's content: each entry led by its length, a big-endian uint16 ("Log entries").

    Raises:
        Refused: there are none, more than a bundle has, or one is too long.
    """
    if not 0 < len(entries) <= WIDTH or any(len(entry) > MOST_ENTRY_BYTES for entry in entries):
        raise Refused(
            Reason.BUNDLE_FORM,
            f"A bundle has 1 to {WIDTH} entries of at most {MOST_ENTRY_BYTES} bytes.",
        )
    return b"".join(len(entry).to_bytes(LENGTH_BYTES, "big") + entry for entry in entries)


def unpack(bundle: Bundle, data: bytes) -> list[bytes]:
    """The bundle's entries out of what was stored for it.

    As with tiles, a fuller bundle will do.

    Raises:
        Refused: `data` is malformed, or has fewer entries.
    """
    entries = []
    at = 0
    while at < len(data):
        start = at + LENGTH_BYTES
        at = start + int.from_bytes(data[at:start], "big")
        entries.append(data[start:at])
    if at != len(data) or not bundle.width <= len(entries) <= WIDTH:
        raise Refused(Reason.BUNDLE_FORM, f"{bundle.path} does not hold {bundle.width} entries.")
    return entries[: bundle.width]


def _numbered(index: int, width: int) -> str:
    """The part of an address that says which and how wide: x001/x234/067.p/5."""
    groups = f"{index:,}".split(",")
    groups[0] = groups[0].zfill(3)
    number = "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])
    return number if width == WIDTH else f"{number}.p/{width}"


def _no_such_path(path: str) -> Refused:
    return Refused(Reason.TILE_PATH, f"This is not the address of a tile: {path[:100]!r}")
