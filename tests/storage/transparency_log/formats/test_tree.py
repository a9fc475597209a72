"""The tree: roots, growth, proofs, each compared with the definition and with pymerkle."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from storage.transparency_log.formats import tree
from storage.transparency_log.formats.refusals import Reason, Refused
from storage.transparency_log.formats.tiles import WIDTH, Tile, bundle_in, edge_tiles, tile_in
from tests.support.log import published
from tests.support.log.refused import refusal
from tests.support.log.shelf import Shelf, bundle_of, endless, entry, hashes, mth, shelf_of

BIG = 1100
SIZES = [*range(20), 255, 256, 257, 511, 512, 513, 767, 1023, 1024, 1025, BIG]
LEAVES = hashes(BIG)

sizes = st.integers(1, BIG)


@pytest.fixture(scope="module")
def oracle() -> InmemoryTree:
    """The same log in another program's tree."""
    other = InmemoryTree(algorithm="sha256")
    other.append_entries([entry(number) for number in range(BIG)])
    return other


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return shelf_of(BIG)


@pytest.fixture(scope="module")
def roots() -> list[bytes]:
    """The root at each size from 0 to BIG."""
    edge = tree.RightEdge()
    found = [edge.root()]
    for leaf in LEAVES:
        edge.add(leaf)
        found.append(edge.root())
    return found


def test_the_published_tree() -> None:
    """Certificate Transparency's reference tree of eight entries: its roots and its proofs."""
    leaves = [tree.leaf_hash(each) for each in published.LEAVES]
    shelf = shelf_from(leaves)
    for size, root in enumerate(published.ROOTS):
        assert tree.merkle_root(leaves[:size]) == root
    for (index, size), path in published.INCLUSION.items():
        assert tree.prove_inclusion(shelf.read, index, size) == path
        tree.verify_inclusion(leaves[index], index, size, path, published.ROOTS[size])
    for (first, second), path in published.CONSISTENCY.items():
        assert tree.prove_consistency(shelf.read, first, second) == path
        roots = published.ROOTS[first], published.ROOTS[second]
        tree.verify_consistency(first, second, path, *roots)


def test_how_a_real_log_grew() -> None:
    """Nearly a thousand million certificates; no bit of the proof can be another."""
    first, second, path, old, new = published.ARGON
    tree.verify_consistency(first, second, path, old, new)
    for bit in range(0, len(path) * 256, 17):
        changed = flip(path, bit)
        assert refused_growth(first, second, changed, old, new) is Reason.ROOT


@pytest.mark.parametrize("size", SIZES)
def test_a_root_is_what_the_rfc_defines(size: int, roots: list[bytes]) -> None:
    assert roots[size] == mth(LEAVES[:size]) == tree.merkle_root(LEAVES[:size])


def test_every_root_is_that_of_another_program(roots: list[bytes], oracle: InmemoryTree) -> None:
    assert [oracle.get_root(size) for size in range(BIG + 1)] == roots


@pytest.mark.parametrize("size", [0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 66_000])
def test_a_log_is_the_same_however_it_grew(size: int) -> None:
    """In one batch, in many, or leaf by leaf: the same tiles, each as wide as it has to be."""
    leaves = hashes(size)
    at_once, in_batches = Shelf(), Shelf()
    whole = at_once.append(leaves)
    chance = Random(size)
    while in_batches.size < size:
        in_batches.append(leaves[in_batches.size :][: chance.randint(1, 9_000)])
    assert in_batches.tiles == at_once.tiles
    assert tree.stored_root(in_batches.read, size) == whole.root == tree.merkle_root(leaves)
    for (level, index), data in at_once.tiles.items():
        assert len(data) == 32 * tile_in(level, index, size).width
    tree.check_tiles(at_once.read, size, whole.root)


def test_only_new_tiles_are_stored_again() -> None:
    """A batch hands out what it changed: nothing that stands already."""
    shelf = Shelf()
    assert [tile.path for tile, _ in shelf.append(hashes(300)).tiles] == [
        "tile/0/000",
        "tile/0/001.p/44",
        "tile/1/000.p/1",
    ]
    grown = shelf.append(hashes(1, 300))
    assert [tile.path for tile, _ in grown.tiles] == ["tile/0/001.p/45"]
    assert shelf.append([]).tiles == ()


def test_growing_reads_the_right_edge_alone() -> None:
    shelf = shelf_of(70_000)
    shelf.append(hashes(5, 70_000))
    assert [tile.path for tile in shelf.reads] == [
        "tile/0/273.p/112",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
    ]


def test_an_older_log_can_be_read_from_fuller_tiles(shelf: Shelf, roots: list[bytes]) -> None:
    """Partial tiles may be gone once fuller ones are there."""
    for size in range(BIG + 1):
        assert tree.stored_root(shelf.read, size) == roots[size]


@pytest.mark.parametrize("size", SIZES[1:])
def test_every_entry_has_a_proof(
    size: int, shelf: Shelf, roots: list[bytes], oracle: InmemoryTree
) -> None:
    """It is the path that another program finds, and it fits no other entry and no other log."""
    for index in {*range(0, size, 1 + size // 40), size - 1, size // 2}:
        path = tree.prove_inclusion(shelf.read, index, size)
        assert path == tuple(oracle.prove_inclusion(index + 1, size).path[1:])
        tree.verify_inclusion(LEAVES[index], index, size, path, roots[size])
        for wrong in {index - 1, index + 1, index ^ 2, size} - {index}:
            with pytest.raises(Refused):
                tree.verify_inclusion(LEAVES[index], wrong, size, path, roots[size])


@given(sizes, st.data())
def test_a_proof_is_refused_in_any_other_log(size: int, data: st.DataObject) -> None:
    """Of another size, for another leaf, with a hash more or less, or with one bit changed."""
    index = data.draw(st.integers(0, size - 1))
    shelf, root = SHELF, tree.stored_root(SHELF.read, size)
    path = tree.prove_inclusion(shelf.read, index, size)
    tree.verify_inclusion(LEAVES[index], index, size, path, root)
    wrong = data.draw(sizes)
    if wrong != size:
        other = tree.stored_root(shelf.read, wrong)
        assert refused_inclusion(LEAVES[index], index, size, path, other) is Reason.ROOT
    assert refused_inclusion(hashes(1, BIG)[0], index, size, path, root) is Reason.ROOT
    assert refused_inclusion(LEAVES[index], index, size, (*path, root), root) is Reason.PATH_LENGTH
    if path:
        shorter = path[:-1]
        assert refused_inclusion(LEAVES[index], index, size, shorter, root) is Reason.PATH_LENGTH
        changed = flip(path, data.draw(st.integers(0, len(path) * 256 - 1)))
        assert refused_inclusion(LEAVES[index], index, size, changed, root) is Reason.ROOT


SHELF = shelf_of(BIG)


def flip(path: tuple[bytes, ...], bit: int) -> tuple[bytes, ...]:
    """The path with one bit changed."""
    changed = int.from_bytes(b"".join(path), "big") ^ (1 << bit)
    raw = changed.to_bytes(32 * len(path), "big")
    return tuple(raw[at : at + 32] for at in range(0, len(raw), 32))


def refused_inclusion(
    leaf: bytes, index: int, size: int, path: tuple[bytes, ...], root: bytes
) -> Reason:
    return refusal(tree.verify_inclusion, leaf, index, size, path, root)


def test_numbers_that_no_log_has(shelf: Shelf) -> None:
    root = tree.EMPTY_ROOT
    for index, size in [(0, 0), (1, 1), (-1, 5), (5, 5), (2**70, 5)]:
        assert refused_inclusion(root, index, size, (), root) is Reason.INDEX
        assert refusal(tree.prove_inclusion, shelf.read, index, size) is Reason.INDEX
    for first, second in [(2, 1), (-1, 1), (1, 0)]:
        assert refused_growth(first, second, (), root, root) is Reason.SIZES
        assert refusal(tree.consistency_tiles, first, second) is Reason.SIZES
    assert refused_inclusion(b"short", 0, 1, (), root) is Reason.ROOT
    assert refused_inclusion(root, 0, 2, (b"short",), root) is Reason.ROOT
    assert refusal(tree.RightEdge().add, b"short") is Reason.ROOT


@pytest.mark.parametrize("second", SIZES)
def test_a_log_is_proven_to_have_grown(second: int, shelf: Shelf, oracle: InmemoryTree) -> None:
    """Between the roots that another program has."""
    for first in {*range(0, second + 1, 1 + second // 40), second, max(0, second - 1)}:
        path = tree.prove_consistency(shelf.read, first, second)
        old, new = oracle.get_root(first), oracle.get_root(second)
        tree.verify_consistency(first, second, path, old, new)


@given(sizes, st.data())
def test_a_log_that_changed_its_past_is_found_out(second: int, data: st.DataObject) -> None:
    """A fork, a proof for other sizes, a hash more or less, one bit changed: all refused."""
    first = data.draw(st.integers(1, second))
    old, new = (tree.stored_root(SHELF.read, size) for size in (first, second))
    path = tree.prove_consistency(SHELF.read, first, second)
    tree.verify_consistency(first, second, path, old, new)

    changed = data.draw(st.integers(0, first - 1))
    forked = [*LEAVES[:changed], hashes(1, BIG)[0], *LEAVES[changed + 1 : second]]
    fork = shelf_from(forked)
    fork_path = tree.prove_consistency(fork.read, first, second)
    fork_root = tree.merkle_root(forked)
    assert refused_growth(first, second, fork_path, old, fork_root) is Reason.ROOT
    assert refused_growth(first, second, path, old, fork_root) is Reason.ROOT

    assert refused_growth(first, second, (*path, new), old, new) is Reason.PATH_LENGTH
    if path:
        assert refused_growth(first, second, path[:-1], old, new) is Reason.PATH_LENGTH
        bit = data.draw(st.integers(0, len(path) * 256 - 1))
        assert refused_growth(first, second, flip(path, bit), old, new) is Reason.ROOT


def shelf_from(leaves: list[bytes]) -> Shelf:
    shelf = Shelf()
    shelf.append(leaves)
    return shelf


def refused_growth(
    first: int, second: int, path: tuple[bytes, ...], old: bytes, new: bytes
) -> Reason:
    return refusal(tree.verify_consistency, first, second, path, old, new)


def test_between_equal_sizes_and_from_nothing_there_is_nothing_to_prove(
    roots: list[bytes],
) -> None:
    """But the roots have to be the right ones, and nothing may stand in the path."""
    tree.verify_consistency(0, 0, (), roots[0], roots[0])
    tree.verify_consistency(0, 7, (), roots[0], roots[7])
    tree.verify_consistency(7, 7, (), roots[7], roots[7])
    assert refused_growth(0, 7, (), roots[1], roots[7]) is Reason.ROOT
    assert refused_growth(7, 7, (), roots[7], roots[8]) is Reason.ROOT
    assert refused_growth(0, 0, (), roots[1], roots[1]) is Reason.ROOT
    path = (roots[3],)
    for first, second in [(0, 0), (0, 7), (7, 7)]:
        old, new = roots[first], roots[second]
        assert refused_growth(first, second, path, old, new) is Reason.PATH_LENGTH
    assert refused_growth(4, 7, (), roots[4], roots[7]) is Reason.PATH_LENGTH


@pytest.mark.parametrize("size", [2**16 - 1, 2**16, 2**16 + 1, 2**24 - 1, 2**24, 2**24 + 1])
def test_proofs_around_powers_of_256(size: int) -> None:
    read = endless()
    root = tree.stored_root(read, size)
    leaves = hashes(2**16)
    for index in {0, 255, 256, 65_534, size // 2, size - 257, size - 256, size - 2, size - 1}:
        path = tree.prove_inclusion(read, index, size)
        tree.verify_inclusion(leaves[index % 2**16], index, size, path, root)
    others = sorted({1, 255, 256, 257, 65_535, size - 256, size - 1, size})
    for first, second in [*pairwise(others), (256, size), (size - 1, size)]:
        tree.verify_consistency(
            first,
            second,
            tree.prove_consistency(read, first, second),
            tree.stored_root(read, first),
            tree.stored_root(read, second),
        )


def test_a_proof_at_ten_million_entries_reads_a_few_tiles() -> None:
    """At most five of 8 KiB, and none twice: the same ones that are named beforehand."""
    stored, size = endless(), 10_000_000
    reads: list[Tile] = []

    def read(tile: Tile) -> bytes:
        reads.append(tile)
        return stored(tile)

    root = tree.stored_root(stored, size)
    leaves = hashes(2**16)
    chance = Random(10)
    for index in [0, 9_999_999, 9_999_872, 8_388_607, *(chance.randrange(size) for _ in range(50))]:
        reads.clear()
        path = tree.prove_inclusion(read, index, size)
        tree.verify_inclusion(leaves[index % 2**16], index, size, path, root)
        assert tuple(reads) == tree.inclusion_tiles(index, size)
        assert len(set(reads)) == len(reads) <= 5
        assert sum(32 * tile.width for tile in reads) <= 5 * 8192
    for first in [1, 2**20, 8_388_608, 9_999_999, *(chance.randrange(size) for _ in range(50))]:
        reads.clear()
        path = tree.prove_consistency(read, first, size)
        tree.verify_consistency(first, size, path, tree.stored_root(stored, first), root)
        assert tuple(reads) == tree.consistency_tiles(first, size)
        assert len(set(reads)) == len(reads) <= 5


def test_tiles_may_be_fetched_beforehand() -> None:
    """From a database, all at once; then the proof is made of what came."""
    shelf = shelf_of(700)
    fetched = {tile: shelf.read(tile) for tile in tree.inclusion_tiles(300, 700)}
    path = tree.prove_inclusion(fetched.__getitem__, 300, 700)
    tree.verify_inclusion(hashes(1, 300)[0], 300, 700, path, mth(hashes(700)))


@pytest.mark.parametrize(("size", "step"), [(1, 1), (40, 1), (256, 29), (300, 29)])
def test_every_flipped_byte_of_a_tile_is_found(size: int, step: int) -> None:
    """Of large tiles one byte or two in each hash: a whole check follows every one."""
    shelf = shelf_of(size)
    root = tree.stored_root(shelf.read, size)
    for key, data in shelf.tiles.items():
        for at in range(0, len(data), step):
            shelf.tiles[key] = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
            wrong = refusal(tree.check_tiles, shelf.read, size, root)
            assert wrong in {Reason.TILE_CONTENT, Reason.ROOT}
        shelf.tiles[key] = data
    tree.check_tiles(shelf.read, size, root)


@pytest.mark.parametrize("cut", [1, 32, 64])
def test_a_tile_that_is_cut_short(cut: int) -> None:
    """Whatever reads it refuses it."""
    shelf = shelf_of(700)
    root = tree.stored_root(shelf.read, 700)
    shelf.tiles[0, 2] = shelf.tiles[0, 2][:-cut]
    for reading in [
        lambda: tree.check_tiles(shelf.read, 700, root),
        lambda: tree.stored_root(shelf.read, 700),
        lambda: tree.prove_inclusion(shelf.read, 600, 700),
        lambda: tree.append(shelf.read, 700, []),
    ]:
        assert refusal(reading) is Reason.TILE_FORM


def test_a_copy_of_another_log_is_refused() -> None:
    shelf = shelf_of(300)
    wrong = tree.merkle_root(hashes(301))
    assert refusal(tree.check_tiles, shelf.read, 300, wrong) is Reason.ROOT


def test_entries_are_compared_with_their_tile() -> None:
    shelf = shelf_of(300)
    bundle = bundle_in(1, 300)
    data, tile = bundle_of(bundle), shelf.tiles[0, 1]
    assert tree.check_bundle(bundle, data, tile) == [entry(number) for number in range(256, 300)]
    for at in range(len(data)):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        wrong = refusal(tree.check_bundle, bundle, changed, tile)
        assert wrong in {Reason.ENTRY, Reason.BUNDLE_FORM}
    other = bytes(32) + tile[32:]
    assert refusal(tree.check_bundle, bundle, data, other) is Reason.ENTRY


@settings(max_examples=50)
@given(st.lists(st.binary(max_size=40), max_size=600))
def test_any_entries_at_all(entries: list[bytes]) -> None:
    """Empty ones, equal ones: the root is that of another program."""
    other = InmemoryTree(algorithm="sha256")
    if entries:
        other.append_entries(entries)
    assert tree.merkle_root(map(tree.leaf_hash, entries)) == other.get_root()


def test_the_right_edge_stays_small() -> None:
    """Whatever the size, one tile a level at most."""
    edge = tree.RightEdge.stored(endless(), 10_000_000)
    assert [tile.path for tile, _ in edge.partial()] == [
        tile.path for tile in edge_tiles(10_000_000)
    ]
    assert sum(len(data) for _, data in edge.partial()) < 3 * 32 * WIDTH
