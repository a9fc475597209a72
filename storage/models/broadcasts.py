"""Tables of broadcasts and their deliveries."""

from typing import get_args

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
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

from handlers.domain.broadcasts import BroadcastStatus
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
    Column("channel", String(16), nullable=False),
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
    comment="Deliveries by one channel to one country, which one worker at a time sends.",
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
    Column("message_id", String(64), comment="NULL until the worker has posted it"),
    Column("shown", LargeBinary(32), comment="SHA-256 of what it shows"),
    comment="Organizers' messages that follow a broadcast.",
)
