"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organisation_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column(
            "challenge",
            sa.LargeBinary(),
            nullable=True,
            comment="SHA-256 of the answer that would prove the key",
        ),
        sa.Column(
            "proven_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="when its holder proved to have the private half",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_keys")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_organisation_keys_fingerprint")),
        comment="Public keys that signatures are sealed to; to open a campaign takes a proven one.",
    )
    op.create_table(
        "pictures",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_pictures")),
        comment="Pictures of alerts, named by what they hold.",
    )
    op.create_table(
        "supporters",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=32), nullable=False),
        sa.Column(
            "chat", sa.LargeBinary(), nullable=False, comment="the chat's address, encrypted"
        ),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column(
            "unreachable_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="when the channel said that they are gone",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_supporters")),
        sa.UniqueConstraint("channel", "tag", name=op.f("uq_supporters_channel_tag")),
        comment="People who asked for updates, while they want any.",
    )
    op.create_table(
        "vault",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_vault_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vault")),
        comment="Which vault key this database belongs to; the key itself is never here.",
    )
    op.create_table(
        "wordings",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=32), nullable=False),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_wordings")),
        comment="The very words that people were shown when they consented.",
    )
    op.create_table(
        "campaigns",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=24), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("default_locale", sa.String(length=35), nullable=False),
        sa.Column("responsible", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.Column("asks", sa.JSON(), nullable=False),
        sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("milestones", sa.JSON(), nullable=False),
        sa.Column("picture", sa.String(length=64), nullable=True),
        sa.Column("organisation_key_id", sa.Integer(), nullable=True),
        sa.Column(
            "pepper",
            sa.LargeBinary(),
            nullable=True,
            comment="wrapped by the vault; NULL before and after it is open",
        ),
        sa.Column("next_leaf", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "status <> 'open' OR (pepper IS NOT NULL AND organisation_key_id IS NOT NULL)",
            name=op.f("ck_campaigns_open_needs_keys"),
        ),
        sa.CheckConstraint(
            "status = 'open' OR pepper IS NULL", name=op.f("ck_campaigns_pepper_only_while_open")
        ),
        sa.CheckConstraint(
            "status IN ('draft', 'open', 'closed')", name=op.f("ck_campaigns_status")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_key_id"],
            ["organisation_keys.id"],
            name=op.f("fk_campaigns_organisation_key_id"),
        ),
        sa.ForeignKeyConstraint(
            ["picture"], ["pictures.sha256"], name=op.f("fk_campaigns_picture")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
        sa.UniqueConstraint("slug", name=op.f("uq_campaigns_slug")),
        comment="Petitions. The revision rises with every change that a cache must see.",
    )
    op.create_table(
        "campaign_texts",
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_campaign_texts_campaign_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("campaign_id", "locale", name=op.f("pk_campaign_texts")),
        comment="The alert of a campaign in one language.",
    )
    op.create_table(
        "leaves",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column(
            "signature_id",
            sa.LargeBinary(length=16),
            nullable=True,
            comment="NULL once it is erased",
        ),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "kind IN ('add', 'withdraw', 'invalidate')", name=op.f("ck_leaves_kind")
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_leaves_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "number", name=op.f("pk_leaves")),
        sa.UniqueConstraint("signature_id", name=op.f("uq_leaves_signature_id")),
        comment="The counted leaves of each campaign's log. The order of arrival is forgotten.",
    )
    op.create_table(
        "sample_campaigns",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_sample_campaigns_campaign_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("campaign_id", name=op.f("pk_sample_campaigns")),
        comment="Campaigns made up for a demo: the only ones that may hold generated signatures.",
    )
    op.create_table(
        "subscriptions",
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("wording", sa.String(length=64), nullable=False),
        sa.Column(
            "consented_at",
            sa.DateTime(timezone=True),
            nullable=False,
            comment="cut to the hour",
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_subscriptions_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["supporter_id"],
            ["supporters.id"],
            name=op.f("fk_subscriptions_supporter_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["wording"], ["wordings.hash"], name=op.f("fk_subscriptions_wording")
        ),
        sa.PrimaryKeyConstraint("supporter_id", "campaign_id", name=op.f("pk_subscriptions")),
        comment="Which campaigns a supporter hears about.",
    )
    op.create_index(
        op.f("ix_subscriptions_campaign_id_supporter_id"),
        "subscriptions",
        ["campaign_id", "supporter_id"],
    )

    op.create_table(
        "totals",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dimension", sa.String(length=8), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "dimension IN ('world', 'country', 'language', 'channel', 'partner', 'day')",
            name=op.f("ck_totals_dimension"),
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_totals_amount")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_totals_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "dimension", "key", name=op.f("pk_totals")),
        comment="Counted signatures. Only the sequencer writes here.",
    )
    op.create_table(
        "signatures",
        sa.Column(
            "id", sa.LargeBinary(length=16), nullable=False, comment="random: it tells nothing"
        ),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False, comment="name, e-mail and comment"),
        sa.Column("organisation_key_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("partner", sa.String(length=64), nullable=True),
        sa.Column(
            "salt",
            sa.LargeBinary(length=32),
            nullable=False,
            comment="of the public log's commitment",
        ),
        sa.Column("signed_on", sa.Date(), nullable=False, comment="the day in UTC, and no more"),
        sa.Column("wording", sa.String(length=64), nullable=False),
        sa.Column(
            "consented_at",
            sa.DateTime(timezone=True),
            nullable=False,
            comment="cut to the hour",
        ),
        sa.Column("generated_in", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "generated_in IS NULL OR generated_in = campaign_id",
            name=op.f("ck_signatures_generated_in_a_sample"),
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_signatures_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["generated_in"],
            ["sample_campaigns.campaign_id"],
            name=op.f("fk_signatures_generated_in"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_key_id"],
            ["organisation_keys.id"],
            name=op.f("fk_signatures_organisation_key_id"),
        ),
        sa.ForeignKeyConstraint(["wording"], ["wordings.hash"], name=op.f("fk_signatures_wording")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signatures")),
        sa.UniqueConstraint("campaign_id", "tag", name=op.f("uq_signatures_campaign_id_tag")),
        comment="Confirmed signatures, at most one for each campaign and person (tag).",
    )
    op.create_table(
        "waiting",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("signature_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("partner", sa.String(length=64), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "kind <> 'add' OR signature_id IS NOT NULL", name=op.f("ck_waiting_add_has_signature")
        ),
        sa.CheckConstraint(
            "kind IN ('add', 'withdraw', 'invalidate')", name=op.f("ck_waiting_kind")
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_waiting_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["signature_id"], ["signatures.id"], name=op.f("fk_waiting_signature_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting")),
        sa.UniqueConstraint("signature_id", name=op.f("uq_waiting_signature_id")),
        comment="What the sequencer has still to count, in the order of arrival.",
    )
    op.create_index(
        op.f("ix_waiting_campaign_id_kind_country"), "waiting", ["campaign_id", "kind", "country"]
    )
