"""Tables of supporters, their invites and subscriptions."""

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

from storage.database import UtcDateTime
from storage.models.base import BigId, consent_columns, metadata

invites = Table(
    "invites",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column(
        "signature_id",
        LargeBinary(16),
        ForeignKey("signatures.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
        comment="the owner's",
    ),
    Column("token", String(16), nullable=False, unique=True),
    Column("joined", BigInteger, nullable=False, server_default="0"),
    Column("chat", LargeBinary, comment="encrypted; only while they ask to be told"),
    Column("locale", String(35)),
    Column("tell_at", BigInteger, nullable=False, server_default="1"),
    *consent_columns(nullable=True),
    CheckConstraint("(chat IS NULL) = (locale IS NULL)", name="told_in_a_language"),
    CheckConstraint(
        "(chat IS NULL) = (wording IS NULL) AND (chat IS NULL) = (consented_at IS NULL)",
        name="told_by_consent",
    ),
    Index(
        "ix_invites_due",
        "id",
        postgresql_where=text("chat IS NOT NULL AND joined >= tell_at"),
        sqlite_where=text("chat IS NOT NULL AND joined >= tell_at"),
    ),
    # A number is never given again: what waits may still name an invite that is gone.
    sqlite_autoincrement=True,
    comment="Personal links of signers. Gone with the signature they belong to.",
)

UNTOLD = {"chat": None, "locale": None, "wording": None, "consented_at": None}
"""The columns of an invite whose owner does not ask to be told (any more)."""

joinings = Table(
    "joinings",
    metadata,
    Column(
        "signature_id",
        LargeBinary(16),
        ForeignKey("signatures.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("invite_id", ForeignKey("invites.id", ondelete="CASCADE"), nullable=False, index=True),
    comment="Which invite a signature is credited to. Read for one person only, to erase it.",
)

origins = Table(
    "origins",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id", ondelete="CASCADE"), nullable=False),
    Column("code", String(24), nullable=False),
    Column("label", Text, nullable=False),
    UniqueConstraint("campaign_id", "code"),
    comment="Named links of partners and organizers: a poster, a newsletter.",
)

supporters = Table(
    "supporters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("tag", LargeBinary(32), nullable=False),
    Column("chat", LargeBinary, nullable=False, comment="the chat's address, encrypted"),
    Column("locale", String(35), nullable=False),
    Column("unreachable_at", UtcDateTime, comment="when the channel said that they are gone"),
    UniqueConstraint("channel", "tag"),
    comment="People who asked for updates, while they want any.",
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("supporter_id", ForeignKey("supporters.id", ondelete="CASCADE"), primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), primary_key=True),
    Column("country", String(2), nullable=False),
    Column("joined_on", Date, nullable=False),
    *consent_columns(),
    # A broadcast goes through one campaign's subscriptions.
    Index(None, "campaign_id", "supporter_id"),
    comment="Which campaigns a supporter hears about.",
)

group_cards = Table(
    "group_cards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("tag", LargeBinary(32), nullable=False, comment="keyed hash of the chat's address"),
    Column("chat", LargeBinary, nullable=False, comment="the chat's address, encrypted"),
    Column("message_id", String(64), comment="NULL while the card is being posted"),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("locale", String(35), nullable=False),
    Column("shown", LargeBinary(32), nullable=False, comment="SHA-256 of what it shows"),
    Column("edited_at", UtcDateTime, nullable=False),
    UniqueConstraint("channel", "tag"),
    Index(None, "campaign_id", "locale"),
    comment="The one card in each group or channel. Nothing about who is in it.",
)
