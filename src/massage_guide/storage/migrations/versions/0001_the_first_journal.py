"""The journal as it first was."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create every table."""
    _create("baby", _text("name"), _date("born"), _date("due"))
    _create(
        "session",
        sa.Column("baby", sa.Uuid(), sa.ForeignKey("baby.id", ondelete="CASCADE")),
        _text("routine"),
        _text("version"),
        _text("digest"),
        _text("title"),
        sa.Column("corrected_weeks", sa.Integer()),
        _time("started"),
        _text("chips"),
        _text("answer", blank=True),
        _time("last_seen"),
        sa.Column("reached", sa.Float()),
        _time("offered", blank=True),
        _time("ended", blank=True),
        _text("ending", blank=True),
    )
    op.create_index("ix_session_baby", "session", ["baby"])
    op.create_index("ix_session_started", "session", ["started"])
    _create_of_session(
        "step",
        sa.Column("number", sa.Integer(), nullable=False),
        _text("stroke", blank=True),
        _text("side", blank=True),
        _time("began"),
        _time("ended", blank=True),
        _text("how", blank=True),
    )
    _create_of_session(
        "observation",
        _time("happened"),
        sa.Column("value", sa.Integer(), nullable=False),
        _text("state", blank=True),
        _text("place"),
    )
    _create_of_session("moment", _text("word"))
    _create_of_session("note", _text("text"))
    _create_of_session(
        "event",
        _time("happened"),
        _text("kind"),
        _text("detail"),
        sa.Column("at", sa.Float()),
    )
    _create_of_session("parent_word", _text("before_or_after"), _text("word"))
    _create("tombstone", sa.Column("gone", sa.Uuid(), nullable=False), sa.UniqueConstraint("gone"))


def _create(table: str, *columns: sa.Column[object] | sa.Constraint) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), primary_key=True),
        _time("created"),
        _time("changed"),
        sa.Column("utc_offset", sa.Integer(), nullable=False),
        *columns,
    )


def _create_of_session(table: str, *columns: sa.Column[object]) -> None:
    session = sa.ForeignKey("session.id", ondelete="CASCADE")
    _create(table, sa.Column("session", sa.Uuid(), session, nullable=False), *columns)
    op.create_index(f"ix_{table}_session", table, ["session"])


def _text(name: str, *, blank: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.String(), nullable=blank)


def _time(name: str, *, blank: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(), nullable=blank)


def _date(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.Date())
