"""Campaigns at high risk."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # No check of its values: SQLite would have to copy the table to add one.
    op.add_column(
        "campaigns",
        sa.Column("safety", sa.String(length=8), server_default="normal", nullable=False),
    )
