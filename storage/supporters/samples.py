"""Made-up people of a sample campaign, so that its totals and charts have something to show.

The database refuses them in any other campaign (`models.signatures`, `generated_in`).
"""

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import accumulate, islice
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.invites import Source
from handlers.domain.signatures import Draft
from handlers.domain.statistics import Stage
from storage import models
from storage.campaigns.campaigns import Campaigns, OpenCampaign
from storage.database import Database
from storage.errors import CampaignFault
from storage.organisation_keys.sealing import seal
from storage.signatures.consents import coarse, coarse_day
from storage.signatures.funnel import Funnel
from storage.signatures.origins import Origins
from storage.signatures.signatures import ID_BYTES
from storage.supporters.invites import new_token
from storage.transparency_log.formats.commitments import SALT_BYTES, Committed
from storage.transparency_log.sequencer import Sequencer
from storage.vault import Vault

BATCH = 500

COUNTED_BY = ("campaign_id", "country", "locale", "channel", "source", "partner", "signed_on")

PLACES: dict[str, tuple[int, dict[str, int]]] = {
    "FR": (300, {"fr": 96, "en": 2, "ar": 2}),
    "BE": (60, {"fr": 75, "en": 25}),
    "CA": (60, {"en": 70, "fr": 30}),
    "CH": (30, {"fr": 65, "en": 35}),
    "ES": (90, {"es": 97, "en": 3}),
    "MX": (45, {"es": 1}),
    "AR": (40, {"es": 1}),
    "BR": (35, {"es": 55, "en": 45}),
    "GB": (75, {"en": 97, "ar": 3}),
    "US": (70, {"en": 85, "es": 15}),
    "DE": (55, {"en": 75, "ru": 20, "ar": 5}),
    "IT": (40, {"en": 70, "fr": 30}),
    "NL": (35, {"en": 1}),
    "SE": (30, {"en": 90, "ar": 10}),
    "NO": (20, {"en": 1}),
    "FI": (20, {"en": 85, "ru": 15}),
    "UA": (30, {"ru": 70, "en": 30}),
    "RU": (35, {"ru": 1}),
    "KZ": (8, {"ru": 1}),
    "TW": (20, {"en": 1}),
    "TN": (12, {"ar": 60, "fr": 40}),
    "LB": (10, {"ar": 55, "fr": 30, "en": 15}),
    "MA": (10, {"fr": 55, "ar": 45}),
}
"""Countries with their share of the signers, and the languages these use with theirs."""

SOURCES: dict[Source, int] = {
    "invite": 40,
    "direct": 20,
    "page": 12,
    "group": 10,
    "origin": 10,
    "inline": 8,
}
"""Where the links were that the signers followed, with their share."""

ORIGINS = {
    "newsletter": ("Newsletter", 60),
    "poster": ("Poster at the station", 25),
    "partner-site": ("A partner's site", 15),
}
"""Named links with their label, and their share of those who came by one."""


REACHED: dict[Stage, float] = {"seen": 3.1, "read": 1.8, "consented": 1.15}
"""How many came that far for each who signed."""

SHARES = 6
"""One of so many signers has a link to pass on."""


async def generate(
    database: Database,
    campaigns: Campaigns,
    slug: str,
    count: int = 3000,
    days: int = 56,
    today: date | None = None,
    sequence: bool = True,
) -> int:
    """Fill the open sample campaign `slug` with `count` signatures of the last `days` days.

    They are sealed as real ones are, and counted unless `sequence` is False. How many were added:
    the second time none.

    Raises:
        CampaignFault: the campaign is no sample or not open.
    """
    campaign = await campaigns.get(slug)
    if campaign is not None and not campaign.sample:
        raise CampaignFault(f"{slug} is a real campaign: nothing made up may enter it.")
    opened = await campaigns.secrets(campaign) if campaign is not None else None
    if opened is None:
        raise CampaignFault(f"The sample campaign {slug} is not open.")
    origins = Origins(database)
    for code, (label, _) in ORIGINS.items():
        await origins.add(opened.campaign, code, label)
    rows = _rows(opened, count, days, today or datetime.now(UTC).date())
    added = 0
    while batch := list(islice(rows, BATCH)):
        added += await _add(database, slug, batch, 0 if opened.campaign.high_risk else SHARES)
    funnel = Funnel(database)
    for stage, share in REACHED.items():
        if added:
            funnel.reached(opened.campaign, stage, int(added * share))
    await funnel.flush()
    sequencer = Sequencer(database)
    while sequence and await sequencer.run_once():
        pass
    return added


@dataclass(frozen=True, slots=True)
class Listener:
    """Somebody made up who wants updates."""

    chat_id: str
    locale: str
    country: str


async def listen(
    database: Database,
    campaigns: Campaigns,
    vault: Vault,
    slug: str,
    listeners: Sequence[Listener],
    channel: str = "telegram",
) -> None:
    """Let made-up people ask for the updates of the sample campaign `slug`, once.

    Raises:
        CampaignFault: the campaign is no sample.
    """
    campaign = await campaigns.get(slug)
    if campaign is None or not campaign.sample:
        raise CampaignFault(f"{slug} is no sample campaign: nothing made up may enter it.")
    table, subscriptions = models.supporters, models.subscriptions
    now = datetime.now(UTC)
    async with database.write() as connection:
        wording = await _wording(database, connection)
        for each in listeners:
            tag = vault.supporter_tag(channel, each.chat_id)
            # Whoever is there already keeps the chat and the language they have.
            same = {"channel": table.c.channel}
            supporter_id = await connection.scalar(
                database.insert(table)
                .values(
                    channel=channel,
                    tag=tag,
                    chat=vault.encrypt_chat(channel, tag, each.chat_id),
                    locale=each.locale,
                )
                .on_conflict_do_update(index_elements=[table.c.channel, table.c.tag], set_=same)
                .returning(table.c.id)
            )
            await connection.execute(
                database.insert(subscriptions)
                .values(
                    supporter_id=supporter_id,
                    campaign_id=campaign.id,
                    country="" if campaign.high_risk else each.country,
                    joined_on=coarse_day(campaign, now.date()),
                    wording=wording,
                    consented_at=coarse(campaign, now),
                )
                .on_conflict_do_nothing()
            )


async def _wording(database: Database, connection: AsyncConnection) -> str:
    """What stands where real people's consent would; its hash."""
    text = "(a made-up signature: nobody was asked)"
    wording = sha256(text.encode()).hexdigest()
    await connection.execute(
        database.insert(models.wordings)
        .values(hash=wording, version="sample", locale="en", text=text)
        .on_conflict_do_nothing()
    )
    return wording


def _rows(opened: OpenCampaign, count: int, days: int, today: date) -> Iterator[dict[str, Any]]:
    """The rows, the same people every time (but sealed anew)."""
    campaign = opened.campaign
    slug = campaign.slug
    chance, ways = random.Random(slug), random.Random(f"ways to {slug}")
    countries = list(PLACES)
    shares = [share for share, _ in PLACES.values()]
    growth = list(accumulate(_growth(days)))
    locales = set(campaign.texts)
    for number in range(1, count + 1):
        country = chance.choices(countries, shares)[0]
        languages = PLACES[country][1]
        locale = chance.choices(list(languages), list(languages.values()))[0]
        ago = days - 1 - chance.choices(range(days), cum_weights=growth)[0]
        row_id = os.urandom(ID_BYTES)
        signed_on = coarse_day(campaign, today - timedelta(days=ago))
        source = ways.choices(list(SOURCES), list(SOURCES.values()))[0]
        code = ways.choices(list(ORIGINS), [share for _, share in ORIGINS.values()])[0]
        yield {
            "id": row_id,
            "campaign_id": campaign.id,
            "tag": opened.tag("generated", str(number)),
            "sealed": seal(
                opened.keys,
                slug,
                row_id,
                Draft() if campaign.high_risk else Draft(name=f"Sample signer {number:04}"),
            ),
            "organisation_key_id": opened.organisation_key_id,
            "key_set": opened.key_set,
            "country": country,
            "locale": locale if locale in locales else campaign.default_locale,
            "channel": "telegram",
            "source": source,
            "partner": code if source == "origin" else None,
            "salt": os.urandom(SALT_BYTES),
            "signed_on": signed_on,
            "consented_at": coarse(campaign, datetime.combine(signed_on, time(12), UTC)),
            "generated_in": campaign.id,
        }


def _growth(days: int) -> Iterator[float]:
    """How many sign each day, relatively: a rush at the start, a tail, and news that revive it."""
    for day in range(days):
        news = sum(4 * 0.7 ** (day - moment) for moment in (16, 37) if day >= moment)
        yield 10 * 0.8**day + news + (0.6 if day % 7 in (5, 6) else 1)


async def _add(database: Database, slug: str, rows: list[dict[str, Any]], shares: int) -> int:
    """Add the rows that are not there yet, with their place in the queue; how many.

    One of so many has a link to pass on; with 0, nobody.
    """
    table, waiting = models.signatures, models.waiting
    async with database.write() as connection:
        wording = await _wording(database, connection)
        there = set(
            await connection.scalars(
                select(table.c.tag).where(
                    table.c.campaign_id == rows[0]["campaign_id"],
                    table.c.tag.in_([row["tag"] for row in rows]),
                )
            )
        )
        new = [row for row in rows if row["tag"] not in there]
        if new:
            await connection.execute(table.insert(), [{**row, "wording": wording} for row in new])
            await connection.execute(
                waiting.insert(),
                [
                    {
                        "kind": "add",
                        "signature_id": row["id"],
                        "commitment": _commitment(slug, row, wording),
                        **{column: row[column] for column in COUNTED_BY},
                    }
                    for row in new
                ],
            )
        if new and shares:
            await connection.execute(
                models.invites.insert(),
                [
                    {
                        "campaign_id": row["campaign_id"],
                        "signature_id": row["id"],
                        "token": new_token(),
                    }
                    for row in new[::shares]
                ],
            )
    return len(new)


def _commitment(slug: str, row: dict[str, Any], wording: str) -> bytes:
    sealed = sha256(row["sealed"]).digest()
    committed = Committed(slug, row["id"], sealed, row["country"], row["locale"], wording)
    return committed.under(row["salt"])
