"""A campaign's public log as others fetch it, at the addresses of C2SP tlog-tiles.

What is below a checkpoint never changes, so it is read once and kept. Reading takes turns: however
many fetch a log at once, those who sign find the database free.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar

from bot.pages import responses
from bot.pages.responses import Content
from bot.pages.single_flight_cache import SingleFlightCache
from handlers.domain.campaigns import Campaign
from storage.transparency_log.formats import tiles
from storage.transparency_log.formats.notes import VerifierKey
from storage.transparency_log.formats.refusals import Refused
from storage.transparency_log.formats.tiles import HASH_BYTES, Bundle, Tile
from storage.transparency_log.rows import SignedCheckpoint

MOST_KEPT = 1024
"""Tiles and bundles that a process keeps; a bundle has about 13 kB, a tile 8."""

AT_ONCE = 2
"""How many of the database's connections tiles may take."""

MOST_WAITING = 200
"""How many tiles may be waited for, until others are asked to come again."""

AT_A_TIME = 1_000_000
"""Entries that are counted in one query."""

FEW = 10
"""From how many on removals for one reason are told on the page."""

T = TypeVar("T")

TEXT = "text/plain; charset=utf-8"
BYTES = "application/octet-stream"


class Logs(Protocol):
    """The public logs, of which `storage.transparency_log.reader` says more."""

    async def key(self, campaign: Campaign) -> VerifierKey | None:
        """What the log's signatures are checked by; None where there is no log yet."""
        ...

    async def checkpoint(self, campaign: Campaign) -> SignedCheckpoint | None:
        """The newest that was signed."""
        ...

    async def tile(self, campaign: Campaign, tile: Tile) -> bytes | None:
        """A tile's hashes, one after the other; None where no checkpoint shows them yet."""
        ...

    async def bundle(self, campaign: Campaign, bundle: Bundle) -> bytes | None:
        """A bundle of entries; None where no checkpoint shows them yet."""
        ...

    async def tally(self, campaign: Campaign, start: int, end: int) -> Mapping[str, int]:
        """How many entries there are of each kind, from one number to before another."""
        ...


class TooManyReaders(Exception):
    """More tiles are asked for than can be read in good time."""


@dataclass(frozen=True, slots=True)
class LogState:
    """What a page says of a log."""

    key: VerifierKey
    stamped: SignedCheckpoint
    tally: Mapping[str, int]
    """How many entries it covers of each kind: `add`, `withdraw`, `invalidate legal`."""

    @property
    def removed(self) -> int:
        """How many signatures the organizers removed."""
        return sum(amount for kind, amount in self.tally.items() if kind.startswith("invalidate "))

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """Why they did, the most frequent reason first, and how often, from FEW on."""
        found = [
            (kind.removeprefix("invalidate "), amount)
            for kind, amount in self.tally.items()
            if kind.startswith("invalidate ") and amount >= FEW
        ]
        return sorted(found, key=lambda each: (-each[1], each[0]))

    def due(self, every: timedelta, now: datetime) -> datetime | None:
        """Before when nothing is signed; None where the next signature may be any moment."""
        earliest = self.stamped.signed_at + every
        return earliest if earliest > now else None


class LogFiles:
    """Reads the logs for all who ask."""

    def __init__(self, logs: Logs) -> None:
        self._logs = logs
        self._keys: SingleFlightCache[int, VerifierKey] = SingleFlightCache(1024)
        self._stamps: SingleFlightCache[int, SignedCheckpoint] = SingleFlightCache(
            1024, responses.FRESH
        )
        # Nothing stays in it: it only lets those who look at the same moment look together.
        self._looks: SingleFlightCache[int, SignedCheckpoint] = SingleFlightCache(1024, 0.0)
        self._tiles: SingleFlightCache[tuple[int, Tile | Bundle], bytes] = SingleFlightCache(
            MOST_KEPT
        )
        self._tallies: dict[int, tuple[int, Counter[str]]] = {}
        self._tallied: SingleFlightCache[tuple[int, int], Mapping[str, int]] = SingleFlightCache(
            256
        )
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def key(self, campaign: Campaign) -> Content:
        """The verifier key (C2SP signed-note), a line of text.

        Raises:
            LookupError: There is no log yet.
        """
        return responses.content(f"{(await self._key(campaign)).text}\n".encode(), TEXT)

    async def checkpoint(self, campaign: Campaign) -> Content:
        """The newest checkpoint (C2SP tlog-tiles, "Checkpoints").

        Raises:
            LookupError: Nothing has been signed yet.
        """
        return responses.content((await self._stamped(campaign)).content, TEXT)

    async def tile(self, campaign: Campaign, path: str) -> Content:
        """What is at such an address below the log's own: `tile/0/001`.

        Raises:
            LookupError: It is no such address, or nothing is there (yet).
            TooManyReaders: MOST_WAITING others are waiting for tiles.
        """
        try:
            named = tiles.parse_path(path)
        except Refused:
            raise LookupError(path) from None
        whole = await self._whole(campaign, named)
        body = await self._tiles.get_or_make(
            (campaign.id, whole), lambda: self._read(campaign, whole)
        )
        return responses.content(_part(named, whole, body), BYTES)

    async def state(self, campaign: Campaign) -> LogState:
        """The newest checkpoint, its key, and how many entries of each kind it covers.

        Raises:
            LookupError: Nothing has been signed yet.
        """
        stamped = await self._stamped(campaign)
        return LogState(await self._key(campaign), stamped, await self._tally(campaign, stamped))

    async def _key(self, campaign: Campaign) -> VerifierKey:
        async def make() -> VerifierKey:
            return _there(await self._logs.key(campaign))

        return await self._keys.get_or_make(campaign.id, make)

    async def _stamped(self, campaign: Campaign, *, anew: bool = False) -> SignedCheckpoint:
        async def make() -> SignedCheckpoint:
            return _there(await self._logs.checkpoint(campaign))

        kept = self._looks if anew else self._stamps
        return await kept.get_or_make(campaign.id, make)

    async def _whole(self, campaign: Campaign, named: Tile | Bundle) -> Tile | Bundle:
        """The tile or bundle as wide as it is by now: narrower ones are parts of it."""
        if whole := _in(named, (await self._stamped(campaign)).size):
            return whole
        # Another process may have shown a checkpoint that is newer than what we keep.
        if whole := _in(named, (await self._stamped(campaign, anew=True)).size):
            return whole
        raise LookupError(named.path)

    async def _read(self, campaign: Campaign, whole: Tile | Bundle) -> bytes:
        if self._waiting >= MOST_WAITING:
            raise TooManyReaders
        self._waiting += 1
        try:
            async with self._turns:
                if isinstance(whole, Tile):
                    return _there(await self._logs.tile(campaign, whole))
                return _there(await self._logs.bundle(campaign, whole))
        finally:
            self._waiting -= 1

    async def _tally(self, campaign: Campaign, stamped: SignedCheckpoint) -> Mapping[str, int]:
        """All entries by kind. Each is counted once by this process, however the log grows."""

        async def make() -> Mapping[str, int]:
            async with self._turns:
                start, known = self._tallies.get(campaign.id, (0, Counter()))
                if start > stamped.size:
                    start, known = 0, Counter()
                tally = Counter(known)
                while start < stamped.size:
                    end = min(stamped.size, start + AT_A_TIME)
                    tally.update(await self._logs.tally(campaign, start, end))
                    start = end
                self._tallies[campaign.id] = start, tally
            return dict(tally)

        return await self._tallied.get_or_make((campaign.id, stamped.size), make)


def _there(found: T | None) -> T:
    if found is None:
        raise LookupError
    return found


def _in(named: Tile | Bundle, size: int) -> Tile | Bundle | None:
    """The tile or bundle as wide as a log of that size has it, if that is wide enough."""
    try:
        if isinstance(named, Tile):
            whole: Tile | Bundle = tiles.tile_in(named.level, named.index, size)
        else:
            whole = tiles.bundle_in(named.index, size)
    except Refused:
        return None
    return whole if named.width <= whole.width else None


def _part(named: Tile | Bundle, whole: Tile | Bundle, body: bytes) -> bytes:
    """The first hashes or entries of a tile or bundle, as many as were asked for."""
    if named == whole:
        return body
    if isinstance(named, Bundle):
        return tiles.pack(tiles.unpack(named, body))
    return body[: named.width * HASH_BYTES]
