"""Addresses of tiles, and bundles of entries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.transparency_log.formats.refusals import Reason, Refused
from storage.transparency_log.formats.tiles import (
    WIDTH,
    Bundle,
    Tile,
    bundle_in,
    edge_tiles,
    pack,
    parse_path,
    tile_in,
    unpack,
)

KNOWN: dict[str, Tile | Bundle] = {
    # The examples of tlog-tiles and of Go's sumdb/tlog, the latter without the height.
    "tile/0/x001/x234/067": Tile(0, 1_234_067),
    "tile/0/x001/x234/067.p/5": Tile(0, 1_234_067, 5),
    "tile/0/001": Tile(0, 1),
    "tile/0/001.p/5": Tile(0, 1, 5),
    "tile/5/x123/x456/078": Tile(5, 123_456_078),
    "tile/5/x123/x456/078.p/2": Tile(5, 123_456_078, 2),
    "tile/0/x003/x057/500": Tile(0, 3_057_500),
    "tile/63/000.p/255": Tile(63, 0, 255),
    "tile/entries/x003/x057/500": Bundle(3_057_500),
    "tile/entries/000.p/1": Bundle(0, 1),
}


@pytest.mark.parametrize("path", KNOWN)
def test_known_addresses(path: str) -> None:
    assert parse_path(path) == KNOWN[path]
    assert KNOWN[path].path == path


@given(
    st.builds(Tile, st.integers(0, 63), st.integers(0, 2**56 - 1), st.integers(1, WIDTH))
    | st.builds(Bundle, st.integers(0, 2**56 - 1), st.integers(1, WIDTH))
)
def test_every_tile_has_one_address(tile: Tile | Bundle) -> None:
    assert parse_path(tile.path) == tile


@pytest.mark.parametrize(
    "path",
    [
        "",
        "checkpoint",
        "tile/0",
        "tile/0/",
        "tile/0/1",
        "tile/0/0001",
        "tile/0/x000/001",
        "tile/0/123/456/078",
        "tile/0/x123/x456/x078",
        "tile/0/x123",
        "tile/0/X001/234",
        "tile/-1/000",
        "tile/00/000",
        "tile/01/000",
        "tile/64/000",
        "tile/8/0/000",
        "tile/data/000",
        "tile/entries",
        "tile/entries/0",
        "tile/0/000.p/0",
        "tile/0/000.p/05",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/000.p/5/",
        "/tile/0/000",
        "tile/0/000 ",
        "tile/0/000\n",
        "tile/0/٠٠٠",
        "tile/0/x999/x999/x999/x999/x999/999",
        "tile/0/../000",
    ],
)
def test_what_is_no_address(path: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_path(path)
    assert refused.value.reason is Reason.TILE_PATH


def test_the_edge_of_the_examples_in_the_specification() -> None:
    """70,000 entries, and 256 of them."""
    assert [tile.path for tile in edge_tiles(70_000)] == [
        "tile/0/273.p/112",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
    ]
    assert [tile.path for tile in edge_tiles(256)] == ["tile/1/000.p/1"]
    assert edge_tiles(0) == ()
    assert tile_in(0, 272, 70_000) == Tile(0, 272)
    assert bundle_in(273, 70_000) == Bundle(273, 112)
    assert edge_tiles(2**64 - 1)[-1] == Tile(7, 0, 255)


@pytest.mark.parametrize(("level", "index"), [(0, 274), (1, 2), (2, 1), (3, 0)])
def test_a_tile_that_a_log_does_not_have_yet(level: int, index: int) -> None:
    """Also an empty one: those are never served."""
    with pytest.raises(Refused) as refused:
        tile_in(level, index, 70_000)
    assert refused.value.reason is Reason.INDEX


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=WIDTH))
def test_a_bundle_gives_its_entries_back(entries: list[bytes]) -> None:
    packed = pack(entries)
    assert unpack(Bundle(7, len(entries)), packed) == entries
    assert unpack(Bundle(7, 1), packed) == entries[:1]


def test_a_bundle_as_the_specification_writes_it() -> None:
    assert pack([b"ab", b"", b"c" * 258]) == b"\0\2ab\0\0\1\2" + b"c" * 258


def test_a_bundle_that_cannot_be() -> None:
    for entries in [[], [b""] * 257, [bytes(65_536)]]:
        with pytest.raises(Refused) as refused:
            pack(entries)
        assert refused.value.reason is Reason.BUNDLE_FORM
    assert len(pack([bytes(65_535)])) == 65_537
    for damaged in [b"", b"\0", b"\0\1", b"\0\0\0", b"\0\2a", b"\0\0" * 257]:
        with pytest.raises(Refused) as refused:
            unpack(Bundle(0, 1), damaged)
        assert refused.value.reason is Reason.BUNDLE_FORM
    with pytest.raises(Refused):
        unpack(Bundle(0, 2), b"\0\0")
