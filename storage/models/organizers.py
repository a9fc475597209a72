"""Organizers and what they did, their broadcasts, what is held for review, how far people come."""

from typing import get_args

from sqlalchemy import (
    JSON,
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
)

from handlers.domain.organizers import Role
from storage.database import UtcDateTime
from storage.models.base import BigId, metadata, one_of

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
