"""The register of a class: families, who came, and what was taught."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create its tables; everything of a class goes with the class."""
    _create(
        "register",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("course", sa.String(), nullable=False),
        sa.Column("started", sa.Date()),
        sa.Column("note", sa.String(), nullable=False),
    )
    _create(
        "family",
        _of("of_register", "register"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("born", sa.Date()),
        sa.Column("due", sa.Date()),
    )
    _create("attendance", _of("family", "family"), sa.Column("week", sa.Integer(), nullable=False))
    _create(
        "meeting",
        _of("of_register", "register"),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("began", sa.DateTime(), nullable=False),
        sa.Column("planned", sa.Integer(), nullable=False),
        sa.Column("lasted", sa.Float(), nullable=False),
    )
    _create(
        "taught",
        _of("meeting", "meeting"),
        sa.Column("stroke", sa.String(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
    )
    for table, column in (
        ("family", "of_register"),
        ("attendance", "family"),
        ("meeting", "of_register"),
        ("taught", "meeting"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _create(table: str, *columns: sa.Column[object]) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.Column("utc_offset", sa.Integer(), nullable=False),
        *columns,
    )


def _of(name: str, table: str) -> sa.Column[object]:
    whole = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Uuid(), whole, nullable=False)
