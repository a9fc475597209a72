"""Organizers, their broadcasts, what is held for review, and how far people come."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organizers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=True),
        sa.Column(
            "tag",
            sa.LargeBinary(length=32),
            nullable=True,
            comment="keyed hash; NULL for one who has left",
        ),
        sa.Column("chat", sa.LargeBinary(), nullable=True, comment="the chat's address, encrypted"),
        sa.Column("name", sa.LargeBinary(), nullable=True, comment="encrypted"),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column(
            "everywhere", sa.String(length=10), nullable=True, comment="the role in every campaign"
        ),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "(tag IS NULL) = (chat IS NULL)", name=op.f("ck_organizers_left_without_a_trace")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organizers")),
        sa.UniqueConstraint("channel", "tag", name=op.f("uq_organizers_channel_tag")),
        comment="People who run campaigns.",
        sqlite_autoincrement=True,
    )
    op.create_table(
        "notices",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organizer_id"],
            ["organizers.id"],
            name=op.f("fk_notices_organizer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
        comment="What organizers are to be told soon. Gone once told.",
    )
    op.create_index(op.f("ix_notices_organizer_id"), "notices", ["organizer_id"], unique=False)
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("organizer_id", sa.Integer(), nullable=True),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_audit_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["organizer_id"], ["organizers.id"], name=op.f("fk_audit_organizer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        comment="What organizers did. Nothing about supporters.",
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_audit_campaign_id_id"), "audit", ["campaign_id", "id"], unique=False)
    op.create_table(
        "broadcasts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("approver_id", sa.Integer(), nullable=True),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("picture", sa.String(length=64), nullable=True),
        sa.Column("quiet", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("paid", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expected", sa.Integer(), server_default="0", nullable=False),
        sa.Column("prepared_up_to", sa.Integer(), server_default="0", nullable=False),
        sa.Column(
            "lease", sa.LargeBinary(length=16), nullable=True, comment="whoever prepares its list"
        ),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "status IN ('draft', 'waiting', 'scheduled', 'preparing', 'sending', 'paused', 'done',"
            " 'cancelled')",
            name=op.f("ck_broadcasts_status"),
        ),
        sa.ForeignKeyConstraint(
            ["approver_id"], ["organizers.id"], name=op.f("fk_broadcasts_approver_id")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["organizers.id"], name=op.f("fk_broadcasts_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_broadcasts_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["picture"], ["pictures.sha256"], name=op.f("fk_broadcasts_picture")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
        comment="Messages to many: drafts, what is under way, and what became of the others.",
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_broadcasts_campaign_id"), "broadcasts", ["campaign_id"], unique=False)
    op.create_index(op.f("ix_broadcasts_status"), "broadcasts", ["status"], unique=False)
    op.create_table(
        "export_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=2), server_default="", nullable=False),
        sa.Column("locale", sa.String(length=35), server_default="", nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('asked', 'granted', 'refused', 'used')",
            name=op.f("ck_export_requests_state"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_export_requests_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["organizers.id"], name=op.f("fk_export_requests_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_requests")),
        comment="Requests to decrypt signatures, which an organizer grants or refuses.",
        sqlite_autoincrement=True,
    )
    op.create_table(
        "funnel",
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(length=10), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("stage IN ('seen', 'read', 'consented')", name=op.f("ck_funnel_stage")),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_funnel_campaign_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("campaign_id", "stage", name=op.f("pk_funnel")),
        comment="How many came how far. Totals only.",
    )
    op.create_table(
        "organizer_links",
        sa.Column(
            "digest", sa.LargeBinary(length=32), nullable=False, comment="SHA-256 of the token"
        ),
        sa.Column("campaign_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "role IN ('owner', 'organizer', 'translator', 'viewer')",
            name=op.f("ck_organizer_links_role"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_organizer_links_campaign_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["organizers.id"], name=op.f("fk_organizer_links_made_by")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_organizer_links")),
        comment="One-time links that make somebody an organizer. Gone once used.",
    )
    op.create_table(
        "organizer_roles",
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.CheckConstraint(
            "role IN ('owner', 'organizer', 'translator', 'viewer')",
            name=op.f("ck_organizer_roles_role"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_organizer_roles_campaign_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organizer_id"],
            ["organizers.id"],
            name=op.f("fk_organizer_roles_organizer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organizer_id", "campaign_id", name=op.f("pk_organizer_roles")),
        comment="Who may do what in which campaign.",
    )
    op.create_table(
        "broadcast_chunks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("done", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("lease", sa.LargeBinary(length=16), nullable=True, comment="whoever sends it"),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
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
    op.create_table(
        "broadcast_letters",
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["broadcast_id"],
            ["broadcasts.id"],
            name=op.f("fk_broadcast_letters_broadcast_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "locale", name=op.f("pk_broadcast_letters")),
        comment="What a broadcast says in each language.",
    )
    op.create_table(
        "watchers",
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("organizer_id", sa.Integer(), nullable=False),
        sa.Column(
            "message_id",
            sa.BigInteger(),
            nullable=True,
            comment="NULL until the worker has posted it",
        ),
        sa.Column(
            "shown", sa.LargeBinary(length=32), nullable=True, comment="SHA-256 of what it shows"
        ),
        sa.ForeignKeyConstraint(
            ["broadcast_id"],
            ["broadcasts.id"],
            name=op.f("fk_watchers_broadcast_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organizer_id"],
            ["organizers.id"],
            name=op.f("fk_watchers_organizer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("broadcast_id", "organizer_id", name=op.f("pk_watchers")),
        comment="Organizers' messages that follow a broadcast.",
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
            ["broadcast_id"],
            ["broadcasts.id"],
            name=op.f("fk_deliveries_broadcast_id"),
            ondelete="CASCADE",
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
        sa.Column("signature_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_held_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["signature_id"],
            ["signatures.id"],
            name=op.f("fk_held_signature_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("signature_id", name=op.f("pk_held")),
        comment="Signatures that an organizer has to look at before they count, or go on counting.",
    )
    op.create_index(
        op.f("ix_held_campaign_id_reason"), "held", ["campaign_id", "reason"], unique=False
    )
    op.add_column(
        "campaigns",
        sa.Column(
            "paused_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="while it is open, but nobody may sign for now",
        ),
    )
    op.add_column(
        "campaigns",
        sa.Column(
            "mark",
            sa.String(length=64),
            sa.ForeignKey("pictures.sha256", name=op.f("fk_campaigns_mark")),
            nullable=True,
            comment="the organisation's own",
        ),
        # SQLite takes a foreign key with its column, and never later.
        inline_references=True,
    )
