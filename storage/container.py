"""Everything that is kept, put together: for a command, or for a process that serves people."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from redis.asyncio import Redis

from handlers.domain.campaigns import Campaign
from handlers.ports.stores import ALONE, Organizing, Stores
from storage.broadcasts.audiences import Audiences
from storage.broadcasts.deliveries import Deliveries
from storage.broadcasts.drafts import Broadcasts
from storage.broadcasts.lifecycle import BroadcastLifecycle
from storage.broadcasts.recipient_lists import RecipientLists
from storage.broadcasts.safeguards import Safeguards
from storage.broadcasts.watchers import Watchers
from storage.campaigns.campaigns import Campaigns
from storage.campaigns.edits import CampaignEdits
from storage.database import Database
from storage.errors import CampaignFault
from storage.exports.requests import ExportRequests
from storage.migrations.check import prepare
from storage.organisation_keys.key_pair import PrivateKey, prove
from storage.organisation_keys.proven_keys import OrganisationKeys
from storage.organizers.audit_log import Audit
from storage.organizers.notices import Notices
from storage.organizers.organizers import Organizers
from storage.redis.ephemeral_messages import EphemeralMessages
from storage.redis.outbox import Outbox
from storage.redis.send_budget import SendBudget
from storage.redis.sessions import KEPT_FOR, Sessions, check, connect
from storage.redis.shared_cache import SharedCache
from storage.signatures.consents import Wordings
from storage.signatures.funnel import Funnel
from storage.signatures.moderation import Moderation
from storage.signatures.origins import Origins
from storage.signatures.receipts import Receipts
from storage.signatures.retention import Retention
from storage.signatures.signatures import Signatures
from storage.signatures.statistics import Statistics
from storage.supporters.invites import Invites
from storage.supporters.milestones import Milestones
from storage.supporters.supporters import Supporters
from storage.transparency_log.log import PublicLogs
from storage.transparency_log.memory import FolderLogMemory, LogMemory, RedisLogMemory
from storage.transparency_log.reader import LogReader
from storage.transparency_log.sequencer import Sequencer
from storage.transparency_log.witnessing import Witnessing
from storage.vault import Vault, claim


class Storage:
    """The open stores over SQL. `stores` is what a turn carries; the rest is for desk and jobs."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        *,
        memories: Sequence[LogMemory] = (),
        alone: int = ALONE,
    ) -> None:
        self.database = database
        self.vault = vault
        wordings = Wordings(database)
        self.campaigns = Campaigns(database, vault)
        self.origins = Origins(database)
        self.signatures = Signatures(database, self.campaigns, wordings, self.origins)
        self.audit = Audit(database, vault)
        self.organizers = Organizers(database, self.campaigns.numbered, vault, self.audit)
        self.supporters = Supporters(database, self.campaigns, wordings, self.organizers, vault)
        self.invites = Invites(database, self.campaigns, wordings, vault)
        self.milestones = Milestones(database, vault)
        self.notices = Notices(database, self.organizers)
        self.organisation_keys = OrganisationKeys(database)
        self.edits = CampaignEdits(
            database, self.campaigns, self.organizers, self.audit, self.organisation_keys, vault
        )
        audiences = Audiences(database, self.campaigns, vault)
        self.broadcasts = Broadcasts(database, self.campaigns, self.audit, audiences)
        self.safeguards = Safeguards(
            database,
            self.campaigns,
            audiences,
            self.organizers,
            self.notices,
            self.audit,
            alone,
        )
        self.recipient_lists = RecipientLists(database, self.campaigns, audiences, self.safeguards)
        self.broadcast_lifecycle = BroadcastLifecycle(database, self.campaigns, self.audit)
        self.watchers = Watchers(database, self.organizers)
        self.deliveries = Deliveries(database, vault)
        self.moderation = Moderation(database, self.audit)
        self.exports = ExportRequests(database, self.audit)
        self.logs = PublicLogs(database, vault, memories)
        self.log_reader = LogReader(database, vault)
        self.witnessing = Witnessing(database, memories)
        self.receipts = Receipts(database, self.campaigns, self.log_reader)
        self.funnel = Funnel(database)
        self.sequencer = Sequencer(database)
        self.retention = Retention(database)
        organizing = Organizing(
            self.campaigns,
            self.organizers,
            self.audit,
            self.notices,
            self.edits,
            self.broadcasts,
            self.broadcast_lifecycle,
            Statistics(database, self.campaigns, self.origins),
            self.moderation,
            self.exports,
            alone=alone,
        )
        self.stores = Stores(
            self.campaigns,
            self.signatures,
            self.supporters,
            self.invites,
            self.receipts,
            organizing,
        )

    @classmethod
    async def open(cls, database_url: str, vault_key: bytes, *, alone: int = ALONE) -> "Storage":
        """Open the stores for a command, and give an empty database its tables.

        `vault_key` is 32 bytes, to which an empty database is bound. `alone` is the most people to
        whom one organizer may send without a second one.

        Raises:
            DatabaseFault: the database does not answer.
            SchemaFault: its tables are older than this program.
            WrongVaultKey: it was made with another vault key.
        """
        vault = Vault(vault_key)
        return cls(await _open(database_url, vault, upgrade=False), vault, alone=alone)

    async def close(self) -> None:
        """Close all connections."""
        await self.database.close()


class LiveStorage(Storage):
    """The open stores of a process that serves people: over SQL, and over Redis."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        redis: Redis,
        *,
        bot: str,
        bot_there: str = "",
        kept_for: timedelta = KEPT_FOR,
        memories: Sequence[LogMemory] = (),
        alone: int = ALONE,
    ) -> None:
        super().__init__(database, vault, memories=[RedisLogMemory(redis), *memories], alone=alone)
        self.redis = redis
        self.sessions = Sessions(redis, vault, bot, kept_for=kept_for)
        self.ephemeral_messages = EphemeralMessages(redis, vault, bot, kept_for=kept_for)
        self.outbox = Outbox(redis, vault, bot)
        self.send_budget = SendBudget(redis, bot)
        self.shared_cache = SharedCache(redis, bot_there or bot)

    @classmethod
    async def connect(
        cls,
        database_url: str,
        redis_url: str,
        vault_key: bytes,
        *,
        bot: str,
        bot_there: str = "",
        kept_for: timedelta = KEPT_FOR,
        log_folder: Path | None = None,
        alone: int = ALONE,
        upgrade: bool = False,
    ) -> "LiveStorage":
        """Open the stores for a process that serves people, as `Storage.open` does, and Redis.

        `bot` tells the conversations of this bot from others' in the same Redis; `bot_there` does
        so for what is known of it at one server of the Bot API. `kept_for` is how long an
        unfinished conversation waits. `log_folder` is where a machine remembers what its public
        logs have signed. Tables that are older than this program are brought up to date where
        `upgrade` says so.

        Raises:
            DatabaseFault: the database does not answer.
            SchemaFault: its tables are older than this program, and stay so.
            WrongVaultKey: it was made with another vault key.
            RedisUnreachable: Redis does not answer.
        """
        vault = Vault(vault_key)
        database = await _open(database_url, vault, upgrade=upgrade)
        redis = connect(redis_url)
        try:
            await check(redis)
        except BaseException:
            await redis.aclose()
            await database.close()
            raise
        return cls(
            database,
            vault,
            redis,
            bot=bot,
            bot_there=bot_there,
            kept_for=kept_for,
            memories=[FolderLogMemory(log_folder)] if log_folder is not None else [],
            alone=alone,
        )

    async def close(self) -> None:
        """Close all connections, those to Redis first."""
        await self.redis.aclose()
        await super().close()


async def _open(url: str, vault: Vault, *, upgrade: bool) -> Database:
    """The database with its tables, bound to that vault key."""
    database = Database(url)
    try:
        await prepare(database, url, upgrade=upgrade)
        await claim(database, vault)
    except BaseException:
        await database.close()
        raise
    return database


async def find_campaign(storage: Storage, slug: str) -> Campaign:
    """The campaign of that slug, be it a draft.

    Raises:
        CampaignFault: there is none.
    """
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
