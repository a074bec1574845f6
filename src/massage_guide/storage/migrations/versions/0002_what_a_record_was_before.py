"""What a record was before: the version that lost when two laptops had both changed it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the history; it goes with the baby or the massage that it tells of."""
    op.create_table(
        "history",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.Column("utc_offset", sa.Integer(), nullable=False),
        sa.Column("record", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("baby", sa.Uuid(), sa.ForeignKey("baby.id", ondelete="CASCADE")),
        sa.Column("session", sa.Uuid(), sa.ForeignKey("session.id", ondelete="CASCADE")),
        sa.Column("content", sa.String(), nullable=False),
    )
    for column in ("record", "baby", "session"):
        op.create_index(f"ix_history_{column}", "history", [column])
