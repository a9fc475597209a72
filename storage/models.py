"""The tables, and why they are so.

Nothing here says who anybody is: people are tags (keyed hashes), what they wrote is sealed to
an organisation's key, and the chats of those who asked for updates are encrypted with a key
that is outside the database. Days and hours stand where a full time would help somebody who
watches the network to match a message to a row.
"""

from typing import Any, get_args

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
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
    true,
)

from handlers.organizer.stores import BroadcastStatus, Decision, HeldReason, Role
from handlers.stores import Stage
from storage.database import UtcDateTime

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

BigId = BigInteger().with_variant(Integer, "sqlite")
"""SQLite counts rows up only in a column whose type is INTEGER."""

DIMENSIONS = ("world", "country", "language", "channel", "partner", "day", "source")
"""What signatures are counted by.

The world's one key is empty, a day's is its ISO date, a partner's the code of an origin, and a
source's the channel and where in it the link was: `telegram:invite`.
"""

KINDS = ("add", "withdraw", "invalidate")
"""What happens to a campaign's count, one signature at a time."""

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


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """A constraint that `column` holds one of `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def consent_columns(*, nullable: bool = False) -> tuple[Column[Any], Column[Any]]:
    """What was agreed to, and when; nullable where consent comes later, or never.

    The hour is enough to prove consent and too little to match a row with network traffic.
    """
    return (
        Column("wording", String(64), ForeignKey("wordings.hash"), nullable=nullable),
        Column("consented_at", UtcDateTime, nullable=nullable, comment="cut to the hour"),
    )


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
    Column("milestones", JSON, nullable=False),
    Column("picture", String(64), ForeignKey("pictures.sha256")),
    Column("mark", String(64), ForeignKey("pictures.sha256"), comment="the organisation's own"),
    Column("organisation_key_id", Integer, ForeignKey("organisation_keys.id")),
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
    Column("organisation_key_id", ForeignKey("organisation_keys.id"), nullable=False),
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
