"""Opening, pausing, resuming and closing a campaign, each within somebody's transaction.

A paused campaign is one that is `open` with a `paused_at`: its pepper is there, so whoever has
signed can still be found, take the signature back and have everything erased.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.domain.campaigns import Campaign, Status
from storage import models
from storage.database import AnyRow
from storage.errors import CampaignFault
from storage.organisation_keys.key_pair import short
from storage.organisation_keys.sealing import MOST_KEYS
from storage.vault import Vault

columns = models.campaigns.c
sets, keys = models.key_sets, models.organisation_keys


@dataclass(frozen=True, slots=True)
class Sealing:
    """That a campaign's signatures are sealed to other keys from now on; the fingerprints."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def status_of(row: AnyRow) -> Status:
    """The status of a campaign, as the conversation knows it, in a row of `campaigns`."""
    return "paused" if row.status == "open" and row.paused_at is not None else row.status


async def open_in(
    connection: AsyncConnection,
    vault: Vault,
    slug: str,
    fingerprints: Collection[str],
    now: datetime,
) -> bool:
    """Let people sign, sealing to the organisation keys of those fingerprints.

    False where it was open already, be it paused.

    Raises:
        CampaignFault: there is no such campaign, it is closed for good or sealed to other keys,
            or a key is not there or not proven.
    """
    status = await _lock(connection, slug, "There is no campaign {}: import it first.")
    if status == "closed":
        # Its pepper is gone, so those who signed could sign again.
        raise CampaignFault(f"Campaign {slug} is closed; a closed campaign stays closed.")
    there = await keys_of(connection, slug)
    if there and set(there) != set(fingerprints):
        # Whoever believed that their key opens them might throw away the right one.
        how = "is open already" if status != "draft" else "is to be opened"
        which = "another key" if len(there) == 1 else "other keys"
        raise CampaignFault(
            f"Campaign {slug} {how}, with {which} ({named(there)}): keep to that, or say"
            f" `python -m bot campaign seal-to {slug}` and the keys."
        )
    if status != "draft":
        return False
    if not there:
        await _choose(connection, slug, fingerprints)
    await _change(connection, slug, status="open", pepper=vault.new_pepper(slug), opened_at=now)
    return True


async def seal_to_in(
    connection: AsyncConnection, slug: str, fingerprints: Collection[str]
) -> Sealing | None:
    """Seal what is signed from now on to those keys, and to no other; None where it was so.

    What was signed before stays sealed as it is.

    Raises:
        CampaignFault: there is no such campaign, it is closed for good, or a key is not there
            or not proven.
    """
    status = await _lock(connection, slug)
    if status == "closed":
        raise CampaignFault(f"Campaign {slug} is closed: nobody signs it, whatever the keys.")
    before = await keys_of(connection, slug)
    if set(before) == set(fingerprints):
        return None
    await _choose(connection, slug, fingerprints)
    return Sealing(before, await keys_of(connection, slug))


async def keys_of(connection: AsyncConnection, slug: str) -> tuple[str, ...]:
    """The fingerprints of the keys that a campaign seals to, the oldest key first."""
    rows = await connection.scalars(
        select(keys.c.fingerprint)
        .join(sets, sets.c.organisation_key_id == keys.c.id)
        .join(
            models.campaigns,
            (columns.id == sets.c.campaign_id) & (columns.key_set == sets.c.number),
        )
        .where(columns.slug == slug)
        .order_by(keys.c.id)
    )
    return tuple(rows)


def require(proven: Mapping[str, bool]) -> None:
    """Check that signatures may be sealed to these keys.

    `proven` says of each fingerprint whether somebody has proven to hold the private half.

    Raises:
        CampaignFault: there are none or more than `MOST_KEYS`, or one is not proven.
    """
    if not 1 <= len(proven) <= MOST_KEYS:
        raise CampaignFault(f"Signatures are sealed to 1 to {MOST_KEYS} keys, not {len(proven)}.")
    for fingerprint in proven:
        if not proven[fingerprint]:
            raise CampaignFault(
                f"Nobody has proven to hold the private half of key {short(fingerprint)}:"
                " answer its challenge first, or the signatures might be lost for ever."
            )


def named(fingerprints: Collection[str]) -> str:
    """Keys as people name them."""
    return ", ".join(short(each) for each in fingerprints)


async def _choose(connection: AsyncConnection, slug: str, fingerprints: Collection[str]) -> None:
    """Give a campaign, whose row is locked, another set of keys. Raises CampaignFault."""
    wanted = set(fingerprints)
    # Locked, so that none of them is removed meanwhile.
    query = select(keys.c.id, keys.c.fingerprint, keys.c.proven_at).order_by(keys.c.id)
    rows = (
        await connection.execute(
            query.where(keys.c.fingerprint.in_(wanted)).with_for_update(read=True)
        )
    ).all()
    for each in sorted(wanted.difference(row.fingerprint for row in rows)):
        raise CampaignFault(f"There is no organisation key {each}: add it first.")
    require({row.fingerprint: row.proven_at is not None for row in rows})
    campaign_id = await connection.scalar(select(columns.id).where(columns.slug == slug))
    last = await connection.scalar(
        select(func.max(sets.c.number)).where(sets.c.campaign_id == campaign_id)
    )
    number = (last or 0) + 1
    await connection.execute(
        sets.insert(),
        [
            {"campaign_id": campaign_id, "number": number, "organisation_key_id": row.id}
            for row in rows
        ],
    )
    await _change(connection, slug, organisation_key_id=rows[0].id, key_set=number)


async def pause_in(connection: AsyncConnection, slug: str, now: datetime) -> bool:
    """Let nobody sign for now; False where it was paused already.

    Raises:
        CampaignFault: there is no such campaign, or it is neither open nor paused.
    """
    status = await _lock(connection, slug)
    if status not in {"open", "paused"}:
        raise CampaignFault(f"Campaign {slug} is not open: only an open one can be paused.")
    if status == "open":
        await _change(connection, slug, paused_at=now)
    return status == "open"


async def resume_in(connection: AsyncConnection, slug: str) -> bool:
    """Let people sign again; False where they could.

    Raises:
        CampaignFault: there is no such campaign, or it is neither open nor paused.
    """
    status = await _lock(connection, slug)
    if status not in {"open", "paused"}:
        raise CampaignFault(f"Campaign {slug} is not open: only a paused one can go on.")
    if status == "paused":
        await _change(connection, slug, paused_at=None)
    return status == "paused"


async def close_in(connection: AsyncConnection, slug: str, now: datetime) -> bool:
    """Let nobody sign any more, destroy the pepper and stop telling; False where it was closed.

    The transaction has to be one that erases.

    Raises:
        CampaignFault: there is no such campaign, or it was never open.
    """
    status = await _lock(connection, slug)
    if status == "draft":
        raise CampaignFault(f"Campaign {slug} was never opened.")
    if status == "closed":
        return False
    await _change(connection, slug, status="closed", pepper=None, paused_at=None, closed_at=now)
    await _stop_telling(connection, slug)
    return True


async def guard(connection: AsyncConnection, campaign: Campaign) -> None:
    """See to what depends on a campaign's safety, before it is written as `campaign` has it.

    Where it is raised, personal links are erased with all that hangs on them: they would tell who
    has signed. The transaction has to be one that erases.

    Raises:
        CampaignFault: the safety of one that was ever opened would be lowered: people have
            signed it trusting in that.
    """
    query = select(columns.id, columns.status, columns.safety).where(columns.slug == campaign.slug)
    row = (await connection.execute(query.with_for_update())).one_or_none()
    if row is None or row.safety == campaign.safety:
        return
    if row.status != "draft" and campaign.safety != "high":
        raise CampaignFault(
            f'Campaign {campaign.slug} was opened with safety = "high", and people rely on that:'
            " it cannot be lowered."
        )
    await _erase_links(connection, row.id)


async def _erase_links(connection: AsyncConnection, campaign_id: int) -> None:
    """Erase a campaign's personal links, and who came by whose."""
    invites, joinings = models.invites.c, models.joinings.c
    links = select(invites.id).where(invites.campaign_id == campaign_id)
    locked = list(await connection.scalars(links.order_by(invites.id).with_for_update()))
    if locked:
        led = select(joinings.signature_id).where(joinings.invite_id.in_(links))
        await connection.execute(
            delete(models.joinings).where(
                joinings.signature_id.in_(led.order_by(joinings.signature_id).with_for_update())
            )
        )
        await connection.execute(delete(models.invites).where(invites.id.in_(links)))


async def _lock(
    connection: AsyncConnection, slug: str, missing: str = "There is no campaign {}."
) -> Status:
    """The status, with a lock that makes sure nobody signs under another one.

    Unlike UPDATE's own, it waits for those who are just signing (`Signatures.sign` holds FOR KEY
    SHARE) and makes the next ones wait to see what has become of the campaign.
    """
    query = select(columns.status, columns.paused_at).where(columns.slug == slug)
    row = (await connection.execute(query.with_for_update())).one_or_none()
    if row is None:
        raise CampaignFault(missing.format(slug))
    return status_of(row)


async def _change(connection: AsyncConnection, slug: str, **values: Any) -> None:
    await connection.execute(
        update(models.campaigns)
        .where(columns.slug == slug)
        .values(revision=columns.revision + 1, **values)
    )


async def _stop_telling(connection: AsyncConnection, slug: str) -> None:
    """Erase the addresses and consents of those who wished to hear how many joined by them."""
    table = models.invites
    told = (
        select(table.c.id)
        .join(models.campaigns, models.campaigns.c.id == table.c.campaign_id)
        .where(models.campaigns.c.slug == slug, table.c.chat.is_not(None))
        .order_by(table.c.id)
        .with_for_update(of=table)
    )
    await connection.execute(update(table).where(table.c.id.in_(told)).values(models.UNTOLD))
