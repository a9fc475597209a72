"""The public log of each campaign: its key, its tree, and what was signed of it."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.database import UtcDateTime
from storage.models.base import BigId, metadata, one_of

logs = Table(
    "logs",
    metadata,
    Column("campaign_id", ForeignKey("campaigns.id"), primary_key=True, autoincrement=False),
    Column("origin", String(255), nullable=False, unique=True, comment="its name in checkpoints"),
    Column("key", LargeBinary, nullable=False, comment="Ed25519, wrapped by the vault key"),
    Column("size", BigInteger, nullable=False, server_default="0", comment="leaves in the tree"),
    Column("signatures", BigInteger, nullable=False, server_default="0", comment="at that size"),
    comment="The public log of each campaign that was opened.",
)

log_tiles = Table(
    "log_tiles",
    metadata,
    Column("campaign_id", ForeignKey("logs.campaign_id"), primary_key=True, autoincrement=False),
    Column("level", SmallInteger, primary_key=True, autoincrement=False, comment="from 1"),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("hashes", LargeBinary, nullable=False, comment="1 to 256 of 32 bytes each"),
    comment="The tree's inner hashes (C2SP tlog-tiles). Level 0 is worked out from the leaves.",
)

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("campaign_id", ForeignKey("logs.campaign_id"), primary_key=True, autoincrement=False),
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("signatures", BigInteger, nullable=False, comment="how many count at that size"),
    Column("note", Text, nullable=False, comment="C2SP tlog-checkpoint, signed by the log"),
    Column("cosignatures", Text, nullable=False, server_default="", comment="lines of witnesses"),
    Column("signed_at", UtcDateTime, nullable=False, comment="cut to the hour"),
    comment="What the log has signed, to be held to it.",
)

DIMENSIONS = ("world", "country", "language", "channel", "partner", "day", "source")
"""What signatures are counted by.

The world's one key is empty, a day's is its ISO date, a partner's the code of an origin, and a
source's the channel and where in it the link was: `telegram:invite`.
"""

KINDS = ("add", "withdraw", "invalidate")
"""What happens to a campaign's count, one signature at a time."""

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
