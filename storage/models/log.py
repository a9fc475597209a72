"""The public log of each campaign: its key, its tree, and what was signed of it."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
)

from storage.database import UtcDateTime
from storage.models.base import metadata

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
