"""The public log: what it commits to, its key, its tree, and what was signed of it."""

import os

import sqlalchemy as sa
from alembic import op

from storage.transparency_log.rows import committed_of

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BATCH = 1_000


def upgrade() -> None:
    # Columns are added in place: SQLite would copy the tables.
    op.add_column(
        "waiting",
        sa.Column(
            "commitment",
            sa.LargeBinary(length=32),
            nullable=True,
            comment="of an `add`, for the public log",
        ),
    )
    op.add_column(
        "leaves",
        sa.Column(
            "commitment",
            sa.LargeBinary(length=32),
            nullable=True,
            comment="of an `add`: what the public log shows of it",
        ),
    )
    op.create_table(
        "logs",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "origin", sa.String(length=255), nullable=False, comment="its name in checkpoints"
        ),
        sa.Column(
            "key", sa.LargeBinary(), nullable=False, comment="Ed25519, wrapped by the vault key"
        ),
        sa.Column(
            "size",
            sa.BigInteger(),
            server_default="0",
            nullable=False,
            comment="leaves in the tree",
        ),
        sa.Column(
            "signatures",
            sa.BigInteger(),
            server_default="0",
            nullable=False,
            comment="at that size",
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_logs_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_logs")),
        sa.UniqueConstraint("origin", name=op.f("uq_logs_origin")),
        comment="The public log of each campaign that was opened.",
    )
    op.create_table(
        "log_tiles",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "level", sa.SmallInteger(), autoincrement=False, nullable=False, comment="from 1"
        ),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False, comment="1 to 256 of 32 bytes each"),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["logs.campaign_id"], name=op.f("fk_log_tiles_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "level", "number", name=op.f("pk_log_tiles")),
        comment="The tree's inner hashes (C2SP tlog-tiles). Level 0 is worked out from the leaves.",
    )
    op.create_table(
        "checkpoints",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("size", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "signatures", sa.BigInteger(), nullable=False, comment="how many count at that size"
        ),
        sa.Column(
            "note", sa.Text(), nullable=False, comment="C2SP tlog-checkpoint, signed by the log"
        ),
        sa.Column(
            "cosignatures",
            sa.Text(),
            server_default="",
            nullable=False,
            comment="lines of witnesses",
        ),
        sa.Column(
            "signed_at",
            sa.DateTime(timezone=True),
            nullable=False,
            comment="cut to the hour",
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["logs.campaign_id"], name=op.f("fk_checkpoints_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "size", name=op.f("pk_checkpoints")),
        comment="What the log has signed, to be held to it.",
    )
    connection = op.get_bind()
    for name in ("waiting", "leaves"):
        _commit(connection, name)
    _make_noise(connection)


def _commit(connection: sa.Connection, name: str) -> None:
    """Commit to what was signed before there was a log."""
    table = sa.table(name, *map(sa.column, ("kind", "signature_id", "commitment")))
    signatures = sa.table(
        "signatures",
        *map(sa.column, ("id", "campaign_id", "sealed", "country", "locale", "wording", "salt")),
    )
    campaigns = sa.table("campaigns", sa.column("id"), sa.column("slug"))
    query = (
        sa.select(signatures, campaigns.c.slug)
        .join(table, table.c.signature_id == signatures.c.id)
        .join(campaigns, campaigns.c.id == signatures.c.campaign_id)
        .where(table.c.kind == "add", table.c.commitment.is_(None))
        .limit(BATCH)
    )
    commit = (
        sa.update(table)
        .where(table.c.signature_id == sa.bindparam("signature"))
        .values(commitment=sa.bindparam("committed"))
    )
    while rows := connection.execute(query).all():
        connection.execute(
            commit,
            [
                {"signature": row.id, "committed": committed_of(row.slug, row).under(row.salt)}
                for row in rows
            ],
        )


def _make_noise(connection: sa.Connection) -> None:
    """Where somebody has withdrawn, nothing is left to commit to: nobody will ever open this."""
    leaves = sa.table("leaves", *map(sa.column, ("campaign_id", "number", "kind", "commitment")))
    query = (
        sa.select(leaves.c.campaign_id, leaves.c.number)
        .where(leaves.c.kind == "add", leaves.c.commitment.is_(None))
        .limit(BATCH)
    )
    fill = (
        sa.update(leaves)
        .where(
            leaves.c.campaign_id == sa.bindparam("campaign"),
            leaves.c.number == sa.bindparam("leaf"),
        )
        .values(commitment=sa.bindparam("noise"))
    )
    while rows := connection.execute(query).all():
        connection.execute(
            fill,
            [
                {"campaign": row.campaign_id, "leaf": row.number, "noise": os.urandom(32)}
                for row in rows
            ],
        )
