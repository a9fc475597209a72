"""Asking witnesses to cosign what the public logs have signed (C2SP tlog-witness).

A witness keeps the newest checkpoint that it saw of each log, and cosigns a newer one only where
that follows from it. So nobody can show some people another log than others, and a log that was
put back from an old backup is found out before it signs again.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout

from bot.process.errors import SettingsError
from handlers.domain.campaigns import Campaign
from storage.transparency_log.formats import notes, policies, witnesses
from storage.transparency_log.formats.notes import VerifierKey
from storage.transparency_log.formats.refusals import Refused
from storage.transparency_log.formats.witnesses import MOST_BYTES, SIZE_TYPE, SUBMISSION
from storage.transparency_log.reader import LogReader
from storage.transparency_log.rows import SignedCheckpoint
from storage.transparency_log.witnessing import Witnessing

log = logging.getLogger(__name__)

TIMEOUT = ClientTimeout(total=10)
"""Seconds that a witness has for an answer: the logs wait that long for it, and no longer."""

TRIES = 3
"""How often one witness is asked about one checkpoint, each time from the size it has seen."""

SHORTEST, LONGEST = 60.0, 3600.0
"""Seconds for which a witness that failed is left alone; they double each time."""

EVERY = 0
"""In the place of a campaign: the witness is left alone with all logs, as it does not answer."""

NEVER = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Witness:
    """Who is asked to cosign, and where."""

    key: VerifierKey
    url: str

    @property
    def name(self) -> str:
        """What its cosignatures are signed as."""
        return self.key.name


def read_witnesses(path: Path | None) -> tuple[Witness, ...]:
    """The witnesses of a policy's file that have an address; none without a file.

    Raises:
        SettingsError: the file cannot be read or is no policy, no witness in it has an address,
            or one has an address that is not of the web.
    """
    if path is None:
        return ()
    try:
        policy = policies.parse(path.read_bytes())
    except OSError as fault:
        raise SettingsError(f"WITNESSES: {path} cannot be read ({fault.strerror}).") from None
    except Refused as refused:
        raise SettingsError(f"WITNESSES: {path} is no policy of witnesses. {refused}") from None
    found = tuple(Witness(policy.witnesses[name], url) for name, url in policy.urls.items())
    if not found:
        raise SettingsError(
            f"WITNESSES: no witness in {path} can be asked: its line has to end with its address."
        )
    for each in found:
        if urlsplit(each.url).scheme not in {"http", "https"}:
            raise SettingsError(f"WITNESSES: the address of {each.name} is no web address.")
    return found


class _Failed(Exception):
    """A witness gave no answer that is any use."""


class _Contradicted(Exception):
    """A witness has seen what does not fit this log."""


class Witnesses:
    """Asks the witnesses of all logs, in one worker."""

    def __init__(
        self,
        logs: LogReader,
        witnessing: Witnessing,
        known: Sequence[Witness],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._logs = logs
        self._witnessing = witnessing
        self._known = known
        self._clock = clock
        self._seen: dict[tuple[str, int], int] = {}
        """What size a witness saw last of a campaign's log."""
        self._resting: dict[tuple[str, int], tuple[float, float]] = {}
        """Until when a witness is left alone with a campaign's log, and how long that was; under
        the campaign 0 with every log."""

    @property
    def names(self) -> frozenset[str]:
        """Those whose doubts bind the logs: whoever is taken out of the file binds no more."""
        return frozenset(each.name for each in self._known)

    async def ask(self, campaign: Campaign, *, again: bool = False) -> None:
        """Have the newest checkpoint cosigned by those who have not, or with `again` by all.

        What they answer is kept; that a witness is down, or does not answer in time, is logged.
        Whoever has seen what does not fit is remembered as one who doubts the log.
        """
        stamped = await self._logs.checkpoint(campaign)
        if not self._known or stamped is None or stamped.size == 0:
            return
        doubts = await self._witnessing.doubts(campaign)
        lines = notes.parse(stamped.content).signatures
        wanted = [
            each
            for each in self._known
            if self._awake(each, campaign)
            and (again or each.name in doubts or not any(map(each.key.made, lines)))
        ]
        if not wanted:
            return
        async with ClientSession(timeout=TIMEOUT) as session:
            await asyncio.gather(*(self._ask(session, each, campaign, stamped) for each in wanted))

    async def _ask(
        self,
        session: ClientSession,
        witness: Witness,
        campaign: Campaign,
        stamped: SignedCheckpoint,
    ) -> None:
        try:
            await self._submit(session, witness, campaign, stamped)
        except _Contradicted as contradicted:
            self._rest((witness.name, campaign.id), longest=SHORTEST)
            log.error("The witness %s contradicts a log: %s", witness.name, contradicted)
            await self._witnessing.doubt(campaign, witness.name, str(contradicted))
        except (_Failed, Refused) as fault:
            self._rest((witness.name, campaign.id))
            log.warning("The witness %s has not cosigned: %s", witness.name, fault)
        except (ClientError, TimeoutError, ValueError) as fault:
            self._rest((witness.name, EVERY))
            log.warning("The witness %s does not answer (%s)", witness.name, type(fault).__name__)
        else:
            self._resting.pop((witness.name, campaign.id), None)
            self._resting.pop((witness.name, EVERY), None)

    async def _submit(
        self,
        session: ClientSession,
        witness: Witness,
        campaign: Campaign,
        stamped: SignedCheckpoint,
    ) -> None:
        """tlog-witness, "add-checkpoint". Raises _Contradicted; _Failed, and what travels raise."""
        place = (witness.name, campaign.id)
        old = self._seen.get(place, 0)
        for _ in range(TRIES):
            if old > stamped.size:
                old = 0  # it will say itself what it has seen
            note = notes.parse(stamped.content)
            path = await self._logs.consistency(campaign, old, stamped.size)
            body = witnesses.submission(old, path, note)
            address = f"{witness.url.rstrip('/')}/{SUBMISSION}"
            async with session.post(address, data=body, allow_redirects=False) as response:
                status, kind = response.status, response.content_type
                answer = await _content(response)
            if status == 200:
                self._seen[place] = stamped.size
                await self._keep(witness, campaign, stamped, note, answer)
                return
            if status == 409 and kind == SIZE_TYPE and (seen := witnesses.last_size(answer)) != old:
                if seen > stamped.size:
                    stamped = await self._newer(campaign, stamped, seen)
                self._seen[place] = old = seen
            elif old and (status == 422 or (status == 409 and old == stamped.size)):
                raise _Contradicted(f"the log does not follow from that of {old} leaves, a fork")
            else:
                raise _Failed(f"it answers {status}")
        raise _Failed("what it says it has seen changes all the time")

    async def _newer(
        self, campaign: Campaign, stamped: SignedCheckpoint, seen: int
    ) -> SignedCheckpoint:
        """The checkpoint that another worker has signed meanwhile. Raises _Contradicted."""
        newest = await self._logs.checkpoint(campaign)
        if newest is None or newest.size < seen:
            raise _Contradicted(f"it has seen {seen} leaves, and the log signed {stamped.size}")
        return newest

    async def _keep(
        self,
        witness: Witness,
        campaign: Campaign,
        stamped: SignedCheckpoint,
        note: notes.Note,
        answer: bytes,
    ) -> None:
        """Keep a cosignature that is checked. Raises Refused."""
        cosigned = witnesses.cosigned(note, answer, [witness.key])
        lines = "".join(each.line for each in cosigned.signatures if witness.key.made(each))
        await self._witnessing.cosign(campaign, stamped.size, lines)
        if witness.name in await self._witnessing.doubts(campaign):
            await self._witnessing.trust(campaign, witness.name)
            log.warning("The witness %s has no doubts any more", witness.name)

    def _awake(self, witness: Witness, campaign: Campaign) -> bool:
        places = ((witness.name, campaign.id), (witness.name, EVERY))
        return all(self._clock() >= self._resting.get(each, NEVER)[0] for each in places)

    def _rest(self, place: tuple[str, int], longest: float = LONGEST) -> None:
        """Leave a witness that failed alone, the longer the oftener it failed."""
        _, before = self._resting.get(place, NEVER)
        seconds = min(max(before * 2, SHORTEST), longest)
        self._resting[place] = self._clock() + seconds, seconds


async def _content(response: ClientResponse) -> bytes:
    """What was answered, as far as an answer may be long. Raises _Failed."""
    data = bytearray()
    async for chunk in response.content.iter_chunked(65_536):
        data += chunk
        if len(data) > MOST_BYTES:
            raise _Failed("its answer is too long")
    return bytes(data)
