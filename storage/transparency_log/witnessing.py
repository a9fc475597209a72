"""What witnesses say of a public log: their signatures, and their doubts."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select, update

from handlers.domain.campaigns import Campaign
from storage import models
from storage.database import Database
from storage.transparency_log.formats import notes
from storage.transparency_log.memory import LogMemory

table, logs = models.checkpoints, models.logs


async def doubts_of(memories: Sequence[LogMemory], origin: str) -> Mapping[str, str]:
    """Which witnesses doubt the log of that name, and how, as far as any memory knows."""
    found: dict[str, str] = {}
    for memory in memories:
        found.update(await memory.doubts(origin))
    return found


class Witnessing:
    """Keeps what witnesses say; `memories` remember it outside the database."""

    def __init__(self, database: Database, memories: Sequence[LogMemory] = ()) -> None:
        self._database = database
        self._memories = memories

    async def cosign(self, campaign: Campaign, size: int, lines: str) -> None:
        """Keep a witness's lines under the checkpoint of that size, beside those of others.

        Raises:
            Refused: these are no signature lines.
        """
        new = notes.parse_signatures(lines)
        where = (table.c.campaign_id == campaign.id) & (table.c.size == size)
        async with self._database.write() as connection:
            query = select(table.c.note, table.c.cosignatures).where(where).with_for_update()
            row = (await connection.execute(query)).one_or_none()
            if row is None:
                return
            own = len(notes.parse(row.note.encode()).signatures)
            note = notes.parse(f"{row.note}{row.cosignatures}".encode()).signed(new)
            kept = "".join(each.line for each in note.signatures[own:])
            await connection.execute(update(table).where(where).values(cosignatures=kept))

    async def doubts(self, campaign: Campaign) -> Mapping[str, str]:
        """Which witnesses hold that the log contradicts what it signed before, and how."""
        return await doubts_of(self._memories, await self._origin(campaign))

    async def doubt(self, campaign: Campaign, witness: str, how: str) -> None:
        """Remember that a witness holds so, as `PublicLogs.publish` will."""
        origin = await self._origin(campaign)
        for memory in self._memories:
            await memory.doubt(origin, witness, how)

    async def trust(self, campaign: Campaign, witness: str) -> None:
        """The witness has accepted what the log says."""
        origin = await self._origin(campaign)
        for memory in self._memories:
            await memory.trust(origin, witness)

    async def _origin(self, campaign: Campaign) -> str:
        query = select(logs.c.origin).where(logs.c.campaign_id == campaign.id)
        async with self._database.read() as connection:
            return await connection.scalar(query) or ""
