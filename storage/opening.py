"""Opening everything that is kept, for a process that is about to serve people."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from handlers.organizer.stores import ALONE, Organizing
from handlers.stores import Stores
from storage import migrations
from storage.audiences import Audiences
from storage.audit import Audit
from storage.broadcasts import Broadcasts
from storage.campaign_edits import CampaignEdits
from storage.campaigns import Campaigns
from storage.consents import Wordings
from storage.database import Database
from storage.deliveries import Deliveries
from storage.export_requests import ExportRequests
from storage.faults import DatabaseFault, SchemaFault
from storage.funnel import Funnel
from storage.invites import Invites
from storage.keys import OrganisationKeys
from storage.lists import Lists
from storage.log_memory import InFolder, InRedis, Memory
from storage.moderation import Moderation
from storage.organizers import Organizers
from storage.origins import Origins
from storage.public_logs import PublicLogs
from storage.receipts import Receipts
from storage.retention import Retention
from storage.sequencer import Sequencer
from storage.signatures import Signatures
from storage.statistics import Statistics
from storage.supporters import Supporters
from storage.vault import Vault, claim

if TYPE_CHECKING:
    from redis.asyncio import Redis

    from storage.sessions import Sessions


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
        audit = Audit(database, campaigns, vault)
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


async def check(database: Database) -> None:
    """Raise DatabaseFault or SchemaFault unless the tables are there and new enough."""
    try:
        state = await migrations.ready(database)
    except (SQLAlchemyError, OSError) as error:
        cause = getattr(error, "orig", None) or error
        raise DatabaseFault(
            f"The database at {database.where} does not answer ({type(cause).__name__}):"
            " start it, or set DATABASE_URL to where it is."
        ) from error
    if state == "empty":
        raise SchemaFault(
            f"The database at {database.where} has no tables yet:"
            " run `python -m bot migrate` first."
        )
    if state == "behind":
        raise SchemaFault(
            f"The tables at {database.where} are older than this program:"
            " run `python -m bot migrate` first."
        )


async def _open_sessions(
    url: str | None, vault: Vault, bot: str
) -> "tuple[Redis, Sessions] | tuple[None, None]":
    if url is None:
        return None, None
    # Here, so that commands which hold no conversations start without it.
    from storage.sessions import Sessions, check, connect

    redis = connect(url)
    try:
        await check(redis)
    except BaseException:
        await redis.aclose()
        raise
    return redis, Sessions(redis, vault, bot)
