"""Sealing to several keys, and to other ones later on."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    key_sets = op.create_table(
        "key_sets",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("organisation_key_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_key_sets_campaign_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_key_id"],
            ["organisation_keys.id"],
            name=op.f("fk_key_sets_organisation_key_id"),
        ),
        sa.PrimaryKeyConstraint(
            "campaign_id", "number", "organisation_key_id", name=op.f("pk_key_sets")
        ),
        comment="The keys that a campaign's signatures are sealed to, and those that earlier ones"
        " are.",
    )
    op.create_index(op.f("ix_key_sets_organisation_key_id"), "key_sets", ["organisation_key_id"])
    # Columns are added in place: SQLite would copy the tables. Until now every campaign had but
    # one key, so that all there is belongs to its first set.
    op.add_column(
        "campaigns",
        sa.Column(
            "key_set", sa.Integer(), server_default="1", nullable=False, comment="the one in use"
        ),
    )
    op.add_column(
        "signatures",
        sa.Column(
            "key_set",
            sa.Integer(),
            server_default="1",
            nullable=False,
            comment="each key opens it",
        ),
    )
    campaigns = sa.table("campaigns", sa.column("id"), sa.column("organisation_key_id"))
    one_key = sa.select(campaigns.c.id, sa.literal(1), campaigns.c.organisation_key_id)
    op.execute(
        key_sets.insert().from_select(
            ["campaign_id", "number", "organisation_key_id"],
            one_key.where(campaigns.c.organisation_key_id.is_not(None)),
        )
    )
