"""The first tables, grouped by subject.

Until 0.1.0 is released this revision is edited, not added to.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table of the first release in an empty database."""
    _keys()
    _campaigns()
    _signatures()
    _counts()
    _invites()
    _supporters()
    _organizers()
    _broadcasts()
    _deliveries()
    _exports()
    _transparency_log()


def _keys() -> None:
    """The vault's key and the organisations'."""
    op.create_table(
        "vault",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_vault_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vault")),
        comment="Which vault key this database belongs to; the key itself is never here.",
    )
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


def _campaigns() -> None:
    """Petitions, their texts, and their sets of keys."""
    op.create_table(
        "pictures",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_pictures")),
        comment="Pictures of alerts, named by what they hold.",
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
        sa.Column("safety", sa.String(length=8), server_default="normal", nullable=False),
        sa.Column("milestones", sa.JSON(), nullable=False),
        sa.Column("picture", sa.String(length=64), nullable=True),
        sa.Column("mark", sa.String(length=64), nullable=True, comment="the organisation's own"),
        sa.Column("organisation_key_id", sa.Integer(), nullable=True),
        sa.Column(
            "key_set", sa.Integer(), server_default="1", nullable=False, comment="the one in use"
        ),
        sa.Column(
            "pepper",
            sa.LargeBinary(),
            nullable=True,
            comment="wrapped by the vault; NULL before and after it is open",
        ),
        sa.Column("next_leaf", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "paused_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="while it is open, but nobody may sign for now",
        ),
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
        sa.ForeignKeyConstraint(["mark"], ["pictures.sha256"], name=op.f("fk_campaigns_mark")),
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
    op.create_index(
        op.f("ix_key_sets_organisation_key_id"), "key_sets", ["organisation_key_id"], unique=False
    )
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


def _signatures() -> None:
    """Who signed, by which consent, and who is held for review."""
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
        "signatures",
        sa.Column(
            "id", sa.LargeBinary(length=16), nullable=False, comment="random: it tells nothing"
        ),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("tag", sa.LargeBinary(length=32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False, comment="name, e-mail and comment"),
        sa.Column("organisation_key_id", sa.Integer(), nullable=False),
        sa.Column(
            "key_set", sa.Integer(), server_default="1", nullable=False, comment="each key opens it"
        ),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("source", sa.String(length=8), server_default="direct", nullable=False),
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
            "consented_at", sa.DateTime(timezone=True), nullable=False, comment="cut to the hour"
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
        sa.CheckConstraint(
            "decision IN ('release', 'duplicate', 'automated', 'false-details', 'legal')",
            name=op.f("ck_held_decision"),
        ),
        sa.CheckConstraint("reason IN ('picked', 'suspicious')", name=op.f("ck_held_reason")),
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
    op.create_index(
        op.f("ix_held_campaign_id_reason"), "held", ["campaign_id", "reason"], unique=False
    )
    op.create_index(
        "ix_held_decided",
        "held",
        ["signature_id"],
        unique=False,
        postgresql_where=sa.text("decision IS NOT NULL"),
        sqlite_where=sa.text("decision IS NOT NULL"),
    )


def _counts() -> None:
    """What is to be counted, and what was."""
    op.create_table(
        "waiting",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("signature_id", sa.LargeBinary(length=16), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("locale", sa.String(length=35), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("source", sa.String(length=8), server_default="direct", nullable=False),
        sa.Column("partner", sa.String(length=64), nullable=True),
        sa.Column(
            "invite_id", sa.BigInteger(), nullable=True, comment="whose number of joined moves, too"
        ),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.Column(
            "commitment",
            sa.LargeBinary(length=32),
            nullable=True,
            comment="of an `add`, for the public log",
        ),
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
        op.f("ix_waiting_campaign_id_kind_country"),
        "waiting",
        ["campaign_id", "kind", "country"],
        unique=False,
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
        sa.Column(
            "commitment",
            sa.LargeBinary(length=32),
            nullable=True,
            comment="of an `add`: what the public log shows of it",
        ),
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
        "totals",
        sa.Column("campaign_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("dimension", sa.String(length=8), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "dimension IN ('world', 'country', 'language', 'channel', 'partner', 'day', 'source')",
            name=op.f("ck_totals_dimension"),
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_totals_amount")),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaigns.id"], name=op.f("fk_totals_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "dimension", "key", name=op.f("pk_totals")),
        comment="Counted signatures. Only the sequencer writes here.",
    )


def _invites() -> None:
    """Personal links, and whom they brought."""
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
            "consented_at", sa.DateTime(timezone=True), nullable=True, comment="cut to the hour"
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
        comment="Personal links of signers. Gone with the signature they belong to.",
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_invites_due",
        "invites",
        ["id"],
        unique=False,
        postgresql_where=sa.text("chat IS NOT NULL AND joined >= tell_at"),
        sqlite_where=sa.text("chat IS NOT NULL AND joined >= tell_at"),
    )
    op.create_table(
        "joinings",
        sa.Column("signature_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column(
            "invite_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["invite_id"], ["invites.id"], name=op.f("fk_joinings_invite_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["signature_id"],
            ["signatures.id"],
            name=op.f("fk_joinings_signature_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("signature_id", name=op.f("pk_joinings")),
        comment="Which invite a signature is credited to. Read for one person only, to erase it.",
    )
    op.create_index(op.f("ix_joinings_invite_id"), "joinings", ["invite_id"], unique=False)


def _supporters() -> None:
    """People who asked for updates, and the cards in groups."""
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
        "subscriptions",
        sa.Column("supporter_id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("wording", sa.String(length=64), nullable=False),
        sa.Column(
            "consented_at", sa.DateTime(timezone=True), nullable=False, comment="cut to the hour"
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
        unique=False,
    )
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
            sa.String(length=64),
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
        op.f("ix_group_cards_campaign_id_locale"),
        "group_cards",
        ["campaign_id", "locale"],
        unique=False,
    )


def _organizers() -> None:
    """People who run campaigns, how they came in, and what they are told and did."""
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


def _broadcasts() -> None:
    """Messages to many, and who follows them."""
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
            "prepared",
            sa.Boolean(),
            server_default=sa.false(),
            nullable=False,
            comment="the whole list",
        ),
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
            sa.String(length=64),
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


def _deliveries() -> None:
    """Who gets which message, and the chunks in which workers send them."""
    op.create_table(
        "broadcast_chunks",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("broadcast_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
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
        comment="Deliveries by one channel to one country, which one worker at a time sends.",
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


def _exports() -> None:
    """Requests to decrypt signatures."""
    op.create_table(
        "export_requests",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("campaign_id", sa.Integer(), nullable=False),
        sa.Column("country", sa.String(length=2), server_default="", nullable=False),
        sa.Column("locale", sa.String(length=35), server_default="", nullable=False),
        sa.Column("held", sa.Boolean(), server_default=sa.false(), nullable=False),
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


def _transparency_log() -> None:
    """Each campaign's public log: its key, its tree, and what was signed of it."""
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
            "signed_at", sa.DateTime(timezone=True), nullable=False, comment="cut to the hour"
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["logs.campaign_id"], name=op.f("fk_checkpoints_campaign_id")
        ),
        sa.PrimaryKeyConstraint("campaign_id", "size", name=op.f("pk_checkpoints")),
        comment="What the log has signed, to be held to it.",
    )
