"""Campaigns, who signed, how many, and who hears what came of it."""

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
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.database import UtcDateTime
from storage.models.base import BigId, consent_columns, metadata, one_of

DIMENSIONS = ("world", "country", "language", "channel", "partner", "day", "source")
"""What signatures are counted by.

The world's one key is empty, a day's is its ISO date, a partner's the code of an origin, and a
source's the channel and where in it the link was: `telegram:invite`.
"""

KINDS = ("add", "withdraw", "invalidate")
"""What happens to a campaign's count, one signature at a time."""

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

waiting = Table(
    "waiting",
    metadata,
    Column("id", BigId, primary_key=True),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("signature_id", ForeignKey("signatures.id")),
    Column("country", String(2), nullable=False),
    Column("locale", String(35), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("source", String(8), nullable=False, server_default="direct"),
    Column("partner", String(64)),
    # No foreign key: an invite may be gone before what it brought is counted.
    Column("invite_id", BigInteger, comment="whose number of joined moves, too"),
    Column("signed_on", Date, nullable=False),
    Column("reason", String(64)),
    Column("commitment", LargeBinary(32), comment="of an `add`, for the public log"),
    one_of("kind", KINDS),
    CheckConstraint("kind <> 'add' OR signature_id IS NOT NULL", name="add_has_signature"),
    UniqueConstraint("signature_id"),
    Index(None, "campaign_id", "kind", "country"),
    comment="What the sequencer has still to count, in the order of arrival.",
)

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

leaves = Table(
    "leaves",
    metadata,
    Column("campaign_id", ForeignKey("campaigns.id"), primary_key=True, autoincrement=False),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(10), nullable=False),
    # No foreign key: checking one would lock, and so rewrite, every signature as it is counted,
    # and could deadlock with a withdrawal. `signatures.erase` keeps the two in step.
    Column("signature_id", LargeBinary(16), unique=True, comment="NULL once it is erased"),
    Column("reason", String(64)),
    Column("commitment", LargeBinary(32), comment="of an `add`: what the public log shows of it"),
    one_of("kind", KINDS),
    comment="The counted leaves of each campaign's log. The order of arrival is forgotten.",
)

totals = Table(
    "totals",
    metadata,
    Column("campaign_id", ForeignKey("campaigns.id"), primary_key=True, autoincrement=False),
    Column("dimension", String(8), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("amount", BigInteger, nullable=False),
    one_of("dimension", DIMENSIONS),
    CheckConstraint("amount >= 0", name="amount"),
    comment="Counted signatures. Only the sequencer writes here.",
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
    Column("message_id", BigInteger, comment="NULL while the card is being posted"),
    Column("campaign_id", ForeignKey("campaigns.id"), nullable=False),
    Column("locale", String(35), nullable=False),
    Column("shown", LargeBinary(32), nullable=False, comment="SHA-256 of what it shows"),
    Column("edited_at", UtcDateTime, nullable=False),
    UniqueConstraint("channel", "tag"),
    Index(None, "campaign_id", "locale"),
    comment="The one card in each group or channel. Nothing about who is in it.",
)
