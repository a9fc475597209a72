"""Broadcasts and review as they came to be: nothing had used these tables before."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What has no rows yet is made anew: SQLite cannot change constraints of a table.
    for table in ("deliveries", "broadcast_chunks", "held"):
        op.drop_table(table)
    for column in ("lease", "leased_until"):
        op.drop_column("broadcasts", column)
    op.add_column(
        "broadcasts",
        sa.Column(
            "prepared",
            sa.Boolean(),
            server_default=sa.false(),
            nullable=False,
            comment="the whole list",
        ),
    )
    op.add_column(
        "export_requests",
        sa.Column("held", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
    op.create_table(
        "broadcast_chunks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("done", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("lease", sa.LargeBinary(length=16), nullable=True, comment="whoever sends it"),
        sa.Column("leased_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "leased_until",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="or, without a lease, when it was last worked on",
        ),
        sa.Column(
            "gone_before", sa.Integer(), server_default="0", nullable=False, comment="at leased_at"
        ),
        sa.Column("sent", sa.Integer(), server_default="0", nullable=False),
        sa.Column("blocked", sa.Integer(), server_default="0", nullable=False),
        sa.Column("unknown", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("unsubscribed", sa.Integer(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"],
            ["broadcasts.id"],
            name=op.f("fk_broadcast_chunks_broadcast_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast_chunks")),
        comment="Deliveries to one country, which one worker at a time sends, and what came of"
        " them.",
    )
    op.create_index(
        op.f("ix_broadcast_chunks_broadcast_id_done"),
        "broadcast_chunks",
        ["broadcast_id", "done"],
        unique=False,
    )
    op.create_index(
        "ix_broadcast_chunks_leased",
        "broadcast_chunks",
        ["leased_until"],
        unique=False,
        postgresql_where=sa.text("lease IS NOT NULL"),
        sqlite_where=sa.text("lease IS NOT NULL"),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("chunk_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("supporter_id", sa.Integer(), nullable=True),
        sa.Column("locale", sa.String(length=35), nullable=False, comment="of the letter"),
        sa.Column("state", sa.String(length=12), server_default="pending", nullable=False),
        sa.CheckConstraint(
            "state IN ('pending', 'sending', 'sent', 'unknown', 'blocked', 'unsubscribed',"
            " 'failed')",
            name=op.f("ck_deliveries_state"),
        ),
        sa.ForeignKeyConstraint(
            ["chunk_id"],
            ["broadcast_chunks.id"],
            name=op.f("fk_deliveries_chunk_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporters.id"],
            name=op.f("fk_deliveries_supporter_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint(
            "supporter_id", "broadcast_id", name=op.f("uq_deliveries_supporter_id_broadcast_id")
        ),
        comment="Who gets which broadcast, once. Erased some time after it has ended.",
    )
    op.create_index(
        op.f("ix_deliveries_chunk_id_state"), "deliveries", ["chunk_id", "state"], unique=False
    )
    op.create_table(
        "held",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("signature_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column(
            "decision",
            sa.String(length=16),
            nullable=True,
            comment="what the worker is about to do with it",
        ),
        sa.CheckConstraint("reason IN ('picked', 'suspicious')", name=op.f("ck_held_reason")),
        sa.CheckConstraint(
            "decision IN ('release', 'duplicate', 'automated', 'false-details', 'legal')",
            name=op.f("ck_held_decision"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_held_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["signature_id"],
            ["signatures.id"],
            name=op.f("fk_held_signature_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held")),
        sa.UniqueConstraint("signature_id", name=op.f("uq_held_signature_id")),
        comment="Signatures that an organizer has to look at before they count, or go on counting.",
        sqlite_autoincrement=True,
    )
    decided = sa.text("decision IS NOT NULL")
    op.create_index(
        "ix_held_decided",
        "held",
        ["signature_id"],
        postgresql_where=decided,
        sqlite_where=decided,
    )
    op.create_index(
        op.f("ix_held_campaign_id_reason"), "held", ["campaign_id", "reason"], unique=False
    )
