"""Organizers and what they did, their broadcasts, what is held for review, how far people come."""

from typing import get_args

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    false,
    text,
    true,
)

from handlers.organizer.stores import BroadcastStatus, Decision, HeldReason, Role
from handlers.stores import Stage
from storage.database import UtcDateTime
from storage.models.base import BigId, metadata, one_of

DELIVERY_STATES = (
    "pending",
    "sending",
    "sent",
    "unknown",
    "blocked",
    "unsubscribed",
    "failed",
)
"""How far a delivery is. `sending` is committed before the call; whoever finds it in a chunk that
was left behind makes `unknown` of it."""

organizers = Table(
    "organizers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", String(16)),
    Column("tag", LargeBinary(32), comment="keyed hash; NULL for one who has left"),
    Column("chat", LargeBinary, comment="the chat's address, encrypted"),
    Column("name", LargeBinary, comment="encrypted"),
    Column("locale", String(35), nullable=False),
    Column("zone", String(64), nullable=False),
    Column("everywhere", String(10), comment="the role in every campaign"),
    Column("joined_on", Date, nullable=False),
    UniqueConstraint("channel", "tag"),
    CheckConstraint("(tag IS NULL) = (chat IS NULL)", name="left_without_a_trace"),
    # The audit log names them by number for ever: none is given twice.
    sqlite_autoincrement=True,
    comment="People who run campaigns.",
)

organizer_roles = Table(
    "organizer_roles",
    metadata,
    Column("organizer_id", ForeignKey("organizers.id", ondelete="CASCADE"), primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(10), nullable=False),
    one_of("role", get_args(Role)),
    comment="Who may do what in which campaign.",
)

organizer_links = Table(
    "organizer_links",
    metadata,
    Column("digest", LargeBinary(32), primary_key=True, comment="SHA-256 of the token"),
    Column("campaign_id", ForeignKey("campaigns.id", ondelete="CASCADE")),
    Column("role", String(10), nullable=False),
    Column("made_by", ForeignKey("organizers.id")),
    Column("expires_at", UtcDateTime, nullable=False),
    one_of("role", get_args(Role)),
    comment="One-time links that make somebody an organizer. Gone once used.",
)

audit = Table(
    "audit",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
    Column("organizer_id", ForeignKey("organizers.id")),
    Column("campaign_id", ForeignKey("campaigns.id")),
    Column("action", String(32), nullable=False),
    Column("details", JSON, nullable=False),
    Index(None, "campaign_id", "id"),
    sqlite_autoincrement=True,
    comment="What organizers did. Nothing about supporters.",
)

notices = Table(
    "notices",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("organizer_id", ForeignKey("organizers.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("details", JSON, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "organizer_id"),
    comment="What organizers are to be told soon. Gone once told.",
)

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False, index=True),
    Column("status", String(10), nullable=False),
    Column("author_id", ForeignKey("organizers.id")),
    Column("approver_id", ForeignKey("organizers.id")),
    Column("audience", JSON, nullable=False),
    Column("picture", String(64), ForeignKey("pictures.sha256")),
    Column("quiet", Boolean, nullable=False, server_default=true()),
    Column("paid", Boolean, nullable=False, server_default=false()),
    Column("due_at", UtcDateTime),
    Column("expected", Integer, nullable=False, server_default="0"),
    Column("prepared_up_to", Integer, nullable=False, server_default="0"),
    Column("prepared", Boolean, nullable=False, server_default=false(), comment="the whole list"),
    Column("created_at", UtcDateTime, nullable=False),
    Column("started_at", UtcDateTime),
    Column("ended_at", UtcDateTime),
    Column("revision", Integer, nullable=False, server_default="1"),
    one_of("status", get_args(BroadcastStatus)),
    Index(None, "status"),
    sqlite_autoincrement=True,
    comment="Messages to many: drafts, what is under way, and what became of the others.",
)

broadcast_letters = Table(
    "broadcast_letters",
    metadata,
    Column("broadcast_id", ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True),
    Column("locale", String(35), primary_key=True),
    Column("content", JSON, nullable=False),
    comment="What a broadcast says in each language.",
)

broadcast_chunks = Table(
    "broadcast_chunks",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("broadcast_id", ForeignKey("broadcasts.id", ondelete="CASCADE"), nullable=False),
    Column("country", String(2), nullable=False),
    Column("size", Integer, nullable=False),
    Column("done", Boolean, nullable=False, server_default=false()),
    Column("lease", LargeBinary(16), comment="whoever sends it"),
    Column("leased_at", UtcDateTime),
    Column("leased_until", UtcDateTime, comment="or, without a lease, when it was last worked on"),
    Column("gone_before", Integer, nullable=False, server_default="0", comment="at leased_at"),
    *(
        Column(outcome, Integer, nullable=False, server_default="0")
        for outcome in ("sent", "blocked", "unknown", "failed", "unsubscribed")
    ),
    Index(None, "broadcast_id", "done"),
    Index(
        "ix_broadcast_chunks_leased",
        "leased_until",
        postgresql_where=text("lease IS NOT NULL"),
        sqlite_where=text("lease IS NOT NULL"),
    ),
    comment="Deliveries to one country, which one worker at a time sends, and what came of them.",
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", BigId, primary_key=True),
    # No foreign key: it is the chunk's, which has one, and 650,000 checks take their time.
    Column("broadcast_id", Integer, nullable=False),
    Column("chunk_id", ForeignKey("broadcast_chunks.id", ondelete="CASCADE"), nullable=False),
    Column("supporter_id", ForeignKey("supporters.id", ondelete="SET NULL")),
    Column("locale", String(35), nullable=False, comment="of the letter"),
    Column("state", String(12), nullable=False, server_default="pending"),
    UniqueConstraint("supporter_id", "broadcast_id"),
    one_of("state", DELIVERY_STATES),
    Index(None, "chunk_id", "state"),
    comment="Who gets which broadcast, once. Erased some time after it has ended.",
)

watchers = Table(
    "watchers",
    metadata,
    Column("broadcast_id", ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True),
    Column("organizer_id", ForeignKey("organizers.id", ondelete="CASCADE"), primary_key=True),
    Column("message_id", BigInteger, comment="NULL until the worker has posted it"),
    Column("shown", LargeBinary(32), comment="SHA-256 of what it shows"),
    comment="Organizers' messages that follow a broadcast.",
)

held = Table(
    "held",
    metadata,
    Column("id", BigId, primary_key=True),
    Column(
        "signature_id",
        LargeBinary(16),
        ForeignKey("signatures.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("reason", String(64), nullable=False),
    Column("held_on", Date, nullable=False),
    Column("decision", String(16), comment="what the worker is about to do with it"),
    one_of("reason", get_args(HeldReason)),
    one_of("decision", get_args(Decision)),
    Index(None, "campaign_id", "reason"),
    Index(
        "ix_held_decided",
        "signature_id",
        postgresql_where=text("decision IS NOT NULL"),
        sqlite_where=text("decision IS NOT NULL"),
    ),
    # Who decides names the newest one that they were shown: no number may come again.
    sqlite_autoincrement=True,
    comment="Signatures that an organizer has to look at before they count, or go on counting.",
)

export_requests = Table(
    "export_requests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("country", String(2), nullable=False, server_default=""),
    Column("locale", String(35), nullable=False, server_default=""),
    Column("held", Boolean, nullable=False, server_default=false()),
    Column("amount", Integer, nullable=False),
    Column("state", String(8), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("decided_by", ForeignKey("organizers.id")),
    Column("decided_at", UtcDateTime),
    one_of("state", ("asked", "granted", "refused", "used")),
    sqlite_autoincrement=True,
    comment="Requests to decrypt signatures, which an organizer grants or refuses.",
)

funnel = Table(
    "funnel",
    metadata,
    Column("campaign_id", ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True),
    Column("stage", String(10), primary_key=True),
    Column("amount", BigInteger, nullable=False),
    one_of("stage", get_args(Stage)),
    comment="How many came how far. Totals only.",
)
