"""Tables of signatures."""

from typing import get_args

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from handlers.domain.moderation import Decision, HeldReason
from handlers.domain.statistics import Stage
from storage.models.base import BigId, consent_columns, metadata, one_of

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

funnel = Table(
    "funnel",
    metadata,
    Column("campaign_id", ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True),
    Column("stage", String(10), primary_key=True),
    Column("amount", BigInteger, nullable=False),
    one_of("stage", get_args(Stage)),
    comment="How many came how far. Totals only.",
)

wordings = Table(
    "wordings",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("version", String(32), nullable=False),
    Column("locale", String(35), nullable=False),
    Column("text", Text, nullable=False),
    comment="The very words that people were shown when they consented.",
)

signatures = Table(
    "signatures",
    metadata,
    Column("id", LargeBinary(16), primary_key=True, comment="random: it tells nothing"),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("tag", LargeBinary(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False, comment="name, e-mail and comment"),
    # One of its set: the database itself refuses to lose the key of a signature.
    Column("organisation_key_id", ForeignKey("organisation_keys.id"), nullable=False),
    Column("key_set", Integer, nullable=False, server_default="1", comment="each key opens it"),
    Column("country", String(2), nullable=False),
    Column("locale", String(35), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("source", String(8), nullable=False, server_default="direct"),
    Column("partner", String(64)),  # the code of an origin
    Column("salt", LargeBinary(32), nullable=False, comment="of the public log's commitment"),
    Column("signed_on", Date, nullable=False, comment="the day in UTC, and no more"),
    *consent_columns(),
    Column("generated_in", ForeignKey("sample_campaigns.campaign_id")),
    # Also the way through one campaign's signatures, for an export.
    UniqueConstraint("campaign_id", "tag"),
    # With the foreign key: the database itself refuses a generated signature in a real campaign.
    CheckConstraint(
        "generated_in IS NULL OR generated_in = campaign_id", name="generated_in_a_sample"
    ),
    comment="Confirmed signatures, at most one for each campaign and person (tag).",
)
