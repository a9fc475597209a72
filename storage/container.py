"""Opening everything that is kept, for a process that is about to serve people."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from handlers.domain.campaigns import Campaign
from handlers.ports.stores import ALONE, Organizing, Stores
from storage.broadcasts.audiences import Audiences
from storage.broadcasts.deliveries import Deliveries
from storage.broadcasts.drafts import Broadcasts
from storage.broadcasts.recipient_lists import Lists
from storage.campaigns.campaigns import Campaigns
from storage.campaigns.edits import CampaignEdits
from storage.database import Database
from storage.errors import CampaignFault
from storage.exports.requests import ExportRequests
from storage.migrations.check import check
from storage.organisation_keys.key_pair import PrivateKey, prove
from storage.organisation_keys.proven_keys import OrganisationKeys
from storage.organizers.audit_log import Audit
from storage.organizers.organizers import Organizers
from storage.signatures.consents import Wordings
from storage.signatures.funnel import Funnel
from storage.signatures.moderation import Moderation
from storage.signatures.origins import Origins
from storage.signatures.receipts import Receipts
from storage.signatures.retention import Retention
from storage.signatures.signatures import Signatures
from storage.signatures.statistics import Statistics
from storage.supporters.invites import Invites
from storage.supporters.supporters import Supporters
from storage.transparency_log.log import PublicLogs
from storage.transparency_log.memory import InFolder, InRedis, Memory
from storage.transparency_log.sequencer import Sequencer
from storage.vault import Vault, claim

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from storage.redis.sessions import Sessions


@dataclass(frozen=True, slots=True)
class Storage:
    """The open stores. `stores` is what a turn carries; the rest is for organizers and jobs."""

    database: Database
    vault: Vault
    stores: Stores
    campaigns: Campaigns
    signatures: Signatures
    supporters: Supporters
    invites: Invites
    origins: Origins
    funnel: Funnel
    organizers: Organizers
    audit: Audit
    edits: CampaignEdits
    broadcasts: Broadcasts
    lists: Lists
    deliveries: Deliveries
    moderation: Moderation
    exports: ExportRequests
    organisation_keys: OrganisationKeys
    logs: PublicLogs
    receipts: Receipts
    sequencer: Sequencer
    retention: Retention
    redis: "Redis | None"
    _sessions: "Sessions | None"

    @classmethod
    async def open(
        cls,
        database_url: str,
        redis_url: str | None,
        vault_key: bytes,
        *,
        bot: str = "",
        alone: int = ALONE,
        log_folder: Path | None = None,
    ) -> "Storage":
        """Open all stores, and bind an empty database to the vault key (32 bytes).

        `alone` is the most people to whom one organizer may send without a second one.
        `log_folder` is where a machine remembers what its public logs have signed.
        `bot` tells the sessions of this bot from others' in the same Redis. A command that holds
        no conversations passes None for `redis_url`. Raises DatabaseFault, SchemaFault,
        WrongVaultKey or RedisUnreachable, each with a sentence for the operator.
        """
        vault = Vault(vault_key)
        database = Database(database_url)
        try:
            await check(database)
            await claim(database, vault)
            redis, sessions = await _open_sessions(redis_url, vault, bot)
        except BaseException:
            await database.close()
            raise
        campaigns = Campaigns(database, vault)
        wordings = Wordings(database)
        origins = Origins(database)
        signatures = Signatures(database, campaigns, wordings, origins)
        audit = Audit(database, vault)
        organizers = Organizers(database, campaigns, vault, audit)
        supporters = Supporters(database, campaigns, wordings, organizers, vault)
        invites = Invites(database, campaigns, wordings, vault)
        keys = OrganisationKeys(database)
        edits = CampaignEdits(database, campaigns, organizers, audit, keys, vault)
        audiences = Audiences(database, campaigns, vault)
        broadcasts = Broadcasts(database, campaigns, organizers, audit, audiences)
        statistics = Statistics(database, campaigns, origins)
        memories: list[Memory] = [InRedis(redis)] if redis is not None else []
        if log_folder is not None:
            memories.append(InFolder(log_folder))
        logs = PublicLogs(database, vault, memories)
        receipts = Receipts(database, campaigns, logs)
        moderation = Moderation(database, audit)
        exports = ExportRequests(database, audit)
        organizing = Organizing(
            campaigns,
            organizers,
            audit,
            organizers,
            edits,
            broadcasts,
            statistics,
            moderation,
            exports,
            alone=alone,
        )
        return cls(
            database=database,
            vault=vault,
            stores=Stores(campaigns, signatures, supporters, invites, receipts, organizing),
            organizers=organizers,
            audit=audit,
            edits=edits,
            broadcasts=broadcasts,
            lists=Lists(database, campaigns, audiences, organizers, audit, alone),
            deliveries=Deliveries(database, vault),
            moderation=moderation,
            exports=exports,
            campaigns=campaigns,
            signatures=signatures,
            supporters=supporters,
            invites=invites,
            origins=origins,
            funnel=Funnel(database),
            organisation_keys=keys,
            logs=logs,
            receipts=receipts,
            sequencer=Sequencer(database),
            retention=Retention(database),
            redis=redis,
            _sessions=sessions,
        )

    @property
    def sessions(self) -> "Sessions":
        """Where conversations stand."""
        if self._sessions is None:
            raise RuntimeError("this storage was opened without Redis")
        return self._sessions

    async def close(self) -> None:
        """Close all connections."""
        if self.redis is not None:
            await self.redis.aclose()
        await self.database.close()


async def _open_sessions(
    url: str | None, vault: Vault, bot: str
) -> "tuple[Redis, Sessions] | tuple[None, None]":
    if url is None:
        return None, None
    # Here, so that commands which hold no conversations start without it.
    from storage.redis.sessions import Sessions, check, connect

    redis = connect(url)
    try:
        await check(redis)
    except BaseException:
        await redis.aclose()
        raise
    return redis, Sessions(redis, vault, bot)


async def find_campaign(storage: Storage, slug: str) -> Campaign:
    """The campaign of that name. Raises CampaignFault."""
    for campaign in await storage.campaigns.all():
        if campaign.slug == slug:
            return campaign
    raise CampaignFault(f"There is no campaign {slug}: import it first.")


async def open_with_key(storage: Storage, slug: str, private: PrivateKey) -> None:
    """Prove the key by a challenge, keep its public half, and open the campaign with it."""
    kept = await storage.organisation_keys.add(private.public)
    if kept.proven_at is None:
        sealed = await storage.organisation_keys.challenge(kept.fingerprint)
        await storage.organisation_keys.answer(kept.fingerprint, prove(private, sealed))
    campaign = await find_campaign(storage, slug)
    await storage.edits.open(campaign, [kept.fingerprint], None, datetime.now(UTC))
