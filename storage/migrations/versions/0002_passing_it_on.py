"""Passing it on: invites, origins, and where signatures came from."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Columns are added in place: SQLite would empty `signatures` to copy it.
    op.add_column(
        "signatures",
        sa.Column("source", sa.String(length=8), server_default="direct", nullable=False),
    )
    op.add_column(
        "waiting", sa.Column("source", sa.String(length=8), server_default="direct", nullable=False)
    )
    op.add_column(
        "waiting",
        sa.Column(
            "invite_id", sa.BigInteger(), nullable=True, comment="whose number of joined moves, too"
        ),
    )
    op.create_table(
        "invites",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("signature_id", sa.LargeBinary(length=16), nullable=False, comment="the owner's"),
        sa.Column("token", sa.String(length=16), nullable=False),
        sa.Column("joined", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column(
            "chat",
            sa.LargeBinary(),
            nullable=True,
            comment="encrypted; only while they ask to be told",
        ),
        sa.Column("locale", sa.String(length=35), nullable=True),
        sa.Column("tell_at", sa.BigInteger(), server_default="1", nullable=False),
        sa.Column("wording", sa.String(length=64), nullable=True),
        sa.Column(
            "consented_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="cut to the hour",
        ),
        sa.CheckConstraint(
            "(chat IS NULL) = (locale IS NULL)", name=op.f("ck_invites_told_in_a_language")
        ),
        sa.CheckConstraint(
            "(chat IS NULL) = (wording IS NULL) AND (chat IS NULL) = (consented_at IS NULL)",
            name=op.f("ck_invites_told_by_consent"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_invites_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["signature_id"],
            ["signatures.id"],
            name=op.f("fk_invites_signature_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["wording"], ["wordings.hash"], name=op.f("fk_invites_wording")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invites")),
        sa.UniqueConstraint("signature_id", name=op.f("uq_invites_signature_id")),
        sa.UniqueConstraint("token", name=op.f("uq_invites_token")),
        sqlite_autoincrement=True,
        comment="Personal links of signers. Gone with the signature they belong to.",
    )
    due = sa.text("chat IS NOT NULL AND joined >= tell_at")
    op.create_index("ix_invites_due", "invites", ["id"], postgresql_where=due, sqlite_where=due)
    op.create_table(
        "joinings",
        sa.Column("signature_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column(
            "invite_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["signature_id"],
            ["signatures.id"],
            name=op.f("fk_joinings_signature_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["invite_id"], ["invites.id"], name=op.f("fk_joinings_invite_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("signature_id", name=op.f("pk_joinings")),
        comment="Which invite a signature is credited to. Read for one person only, to erase it.",
    )
    op.create_index(op.f("ix_joinings_invite_id"), "joinings", ["invite_id"])
    op.create_table(
        "origins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_origins_campaign_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origins")),
        sa.UniqueConstraint("campaign_id", "code", name=op.f("uq_origins_campaign_id_code")),
        comment="Named links of partners and organizers: a poster, a newsletter.",
    )
    _count_by_source()


def _count_by_source() -> None:
    """Let the totals have one more dimension, and count what there is as direct.

    A withdrawal takes from it what its signature has added, so none may be missing.
    """
    with op.batch_alter_table("totals") as table:
        table.drop_constraint(op.f("ck_totals_dimension"), type_="check")
        table.create_check_constraint(
            op.f("ck_totals_dimension"),
            "dimension IN ('world', 'country', 'language', 'channel', 'partner', 'day', 'source')",
        )
    op.execute(
        "INSERT INTO totals (campaign_id, dimension, key, amount)"
        " SELECT campaign_id, 'source', key || '\\:direct', amount FROM totals"
        " WHERE dimension = 'channel'"
    )
