"""Campaigns, who signed, how many, and who hears what came of it."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    false,
)

from storage.database import UtcDateTime
from storage.models.base import metadata, one_of

vault = Table(
    "vault",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),
    Column("fingerprint", String(64), nullable=False),
    CheckConstraint("id = 1", name="one_row"),
    comment="Which vault key this database belongs to; the key itself is never here.",
)

organisation_keys = Table(
    "organisation_keys",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("public", LargeBinary, nullable=False),
    Column("challenge", LargeBinary, comment="SHA-256 of the answer that would prove the key"),
    Column("proven_at", UtcDateTime, comment="when its holder proved to have the private half"),
    comment="Public keys that signatures are sealed to; to open a campaign takes a proven one.",
)

key_sets = Table(
    "key_sets",
    metadata,
    Column(
        "campaign_id",
        ForeignKey("campaigns.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column(
        "organisation_key_id",
        ForeignKey("organisation_keys.id"),
        primary_key=True,
        autoincrement=False,
        index=True,
    ),
    comment="The keys that a campaign's signatures are sealed to, and those that earlier ones are.",
)

pictures = Table(
    "pictures",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("media_type", String(64), nullable=False),
    Column("data", LargeBinary, nullable=False),
    comment="Pictures of alerts, named by what they hold.",
)

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("slug", String(24), nullable=False, unique=True),
    Column("status", String(8), nullable=False),
    Column("date", Date, nullable=False),
    Column("default_locale", String(35), nullable=False),
    Column("responsible", Text, nullable=False),
    Column("contact", Text, nullable=False),
    Column("retention_days", Integer, nullable=False),
    Column("asks", JSON, nullable=False),
    Column("urgent", Boolean, nullable=False, server_default=false()),
    Column("safety", String(8), nullable=False, server_default="normal"),
    Column("milestones", JSON, nullable=False),
    Column("picture", String(64), ForeignKey("pictures.sha256")),
    Column("mark", String(64), ForeignKey("pictures.sha256"), comment="the organisation's own"),
    # One of the set in use: the database itself refuses an open campaign that has none.
    Column("organisation_key_id", Integer, ForeignKey("organisation_keys.id")),
    Column("key_set", Integer, nullable=False, server_default="1", comment="the one in use"),
    Column("pepper", LargeBinary, comment="wrapped by the vault; NULL before and after it is open"),
    Column("next_leaf", BigInteger, nullable=False, server_default="0"),
    Column("opened_at", UtcDateTime),
    Column("paused_at", UtcDateTime, comment="while it is open, but nobody may sign for now"),
    Column("closed_at", UtcDateTime),
    Column("revision", Integer, nullable=False, server_default="1"),
    one_of("status", ("draft", "open", "closed")),
    CheckConstraint("status = 'open' OR pepper IS NULL", name="pepper_only_while_open"),
    CheckConstraint(
        "status <> 'open' OR (pepper IS NOT NULL AND organisation_key_id IS NOT NULL)",
        name="open_needs_keys",
    ),
    comment="Petitions. The revision rises with every change that a cache must see.",
)

campaign_texts = Table(
    "campaign_texts",
    metadata,
    Column("campaign_id", ForeignKey("campaigns.id", ondelete="CASCADE"), primary_key=True),
    Column("locale", String(35), primary_key=True),
    Column("content", JSON, nullable=False),
    comment="The alert of a campaign in one language.",
)

sample_campaigns = Table(
    "sample_campaigns",
    metadata,
    Column(
        "campaign_id",
        ForeignKey("campaigns.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    comment="Campaigns made up for a demo: the only ones that may hold generated signatures.",
)
