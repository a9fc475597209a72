"""Origins: named links of partners and organizers (a poster, a newsletter), each with its total."""

import re
import time
import unicodedata
from collections.abc import Callable, Sequence

from sqlalchemy import func, select

from handlers.domain.campaigns import Campaign
from handlers.domain.statistics import Origin
from storage import models
from storage.campaigns.counts import CHANGE
from storage.database import Database
from storage.errors import CampaignFault

CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,23}", re.ASCII)

UNSHOWN = ("Cc", "Cs", "Zl", "Zp")
"""Unicode's categories of what breaks a line, commands a terminal or is no character."""

KNOWN_FOR = 2.0
"""Seconds until the codes of a campaign are looked at again."""

table, totals, waiting = models.origins, models.totals, models.waiting


class Origins:
    """What organizers do with named links, and which of them there are."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._known: dict[int, tuple[float, frozenset[str]]] = {}

    async def add(self, campaign: Campaign, code: str, label: str) -> None:
        """Make a named link, or give the one of that code another label.

        Raises:
            CampaignFault: no link can carry the code, or no line can show the label.
        """
        if not CODE.fullmatch(code):
            raise CampaignFault(
                f"{code!r} cannot be part of a link: take up to 24 of a-z, 0-9 and -,"
                " and no - at the beginning."
            )
        if not label.strip() or any(unicodedata.category(each) in UNSHOWN for each in label):
            raise CampaignFault("The label has to be a text of one line: what you call the link.")
        async with self._database.write() as connection:
            await connection.execute(
                self._database.insert(table)
                .values(campaign_id=campaign.id, code=code, label=label)
                .on_conflict_do_update(
                    index_elements=[table.c.campaign_id, table.c.code], set_={"label": label}
                )
            )
        self._known.pop(campaign.id, None)

    async def of(self, campaign: Campaign) -> Sequence[Origin]:
        """The campaign's named links by code, with their totals up to this moment.

        One statement, so that nobody counts twice while the sequencer works.
        """
        counted = (
            select(totals.c.amount)
            .where(
                totals.c.campaign_id == table.c.campaign_id,
                totals.c.dimension == "partner",
                totals.c.key == table.c.code,
            )
            .scalar_subquery()
        )
        uncounted = (
            select(func.sum(CHANGE))
            .where(waiting.c.campaign_id == table.c.campaign_id, waiting.c.partner == table.c.code)
            .scalar_subquery()
        )
        signed = func.coalesce(counted, 0) + func.coalesce(uncounted, 0)
        async with self._database.read() as connection:
            rows = await connection.execute(
                select(table.c.code, table.c.label, signed.label("signed"))
                .where(table.c.campaign_id == campaign.id)
                .order_by(table.c.code)
            )
            return [Origin(row.code, row.label, int(row.signed)) for row in rows]

    async def known(self, campaign: Campaign, code: str) -> bool:
        """Whether the campaign has a named link of that code; a few seconds old at most."""
        kept = self._known.get(campaign.id)
        if kept is None or self._clock() - kept[0] >= KNOWN_FOR:
            now = self._clock()
            query = select(table.c.code).where(table.c.campaign_id == campaign.id)
            async with self._database.read() as connection:
                kept = now, frozenset(await connection.scalars(query))
            self._known[campaign.id] = kept
        return code in kept[1]
