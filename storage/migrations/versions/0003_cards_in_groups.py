"""Cards in groups and channels."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "group_cards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column(
            "tag",
            sa.LargeBinary(length=32),
            nullable=False,
            comment="keyed hash of the chat's address",
        ),
        sa.Column(
            "chat", sa.LargeBinary(), nullable=False, comment="the chat's address, encrypted"
        ),
        sa.Column(
            "message_id",
            sa.BigInteger(),
            nullable=True,
            comment="NULL while the card is being posted",
        ),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column(
            "shown", sa.LargeBinary(length=32), nullable=False, comment="SHA-256 of what it shows"
        ),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_group_cards_campaign_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_cards")),
        sa.UniqueConstraint("channel", "tag", name=op.f("uq_group_cards_channel_tag")),
        comment="The one card in each group or channel. Nothing about who is in it.",
    )
    op.create_index(
        op.f("ix_group_cards_campaign_id_locale"), "group_cards", ["campaign_id", "locale"]
    )
