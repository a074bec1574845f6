"""The journal's shape: one description in the models, one in the migrations, and both agree."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from massage_guide.domain.session import Answer, Ending, SessionStart
from massage_guide.storage.database import SCHEMA, Schema, connect, create
from massage_guide.storage.opening import open_journal
from tests.storage.conftest import WallClock

SECOND = '''"""Something more."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("session", sa.Column("later", sa.Integer()))
    op.execute("UPDATE session SET later = 4")
    {then}
'''


def test_models_and_migrations_agree(tmp_path: Path) -> None:
    create(tmp_path / "journal.sqlite3")
    engine = connect(tmp_path / "journal.sqlite3")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, SQLModel.metadata)
    engine.dispose()
    assert differences == []


def test_every_migration_is_known_by_name_and_in_order() -> None:
    script = ScriptDirectory(str(SCHEMA.migrations))
    newest_first = [revision.revision for revision in script.walk_revisions()]
    assert tuple(newest_first[::-1]) == SCHEMA.versions


def test_a_migration_is_a_file_that_the_package_carries() -> None:
    assert (SCHEMA.migrations / "versions").is_dir()
    assert SCHEMA.migrations.parent.name == "storage"


def later_program(tmp_path: Path, then: str = "pass") -> Schema:
    """A program that knows one version more."""
    migrations = tmp_path / "migrations"
    shutil.copytree(SCHEMA.migrations, migrations)
    (migrations / "versions" / "0004_more.py").write_text(
        SECOND.format(then=then), encoding="utf-8"
    )
    return Schema((*SCHEMA.versions, "0004"), migrations)


@pytest.fixture
def with_a_massage(folder: Path, clock: WallClock) -> Path:
    """A journal of today's version, as a killed program leaves it: its last rows in the log."""
    opened = open_journal(folder, clock)
    assert opened.journal is not None
    session = opened.journal.open_session(SessionStart("first-touch", "1", "d", "First touch"))
    opened.journal.answer(session, Answer.YES)
    opened.journal.end(session, Ending.SLEEP)
    killed = folder.with_name("killed")
    shutil.copytree(folder, killed)
    opened.journal.close()
    assert (killed / "journal.sqlite3-wal").stat().st_size
    return killed


def test_an_older_journal_is_brought_up_to_date_with_a_copy_first(
    with_a_massage: Path, tmp_path: Path, clock: WallClock
) -> None:
    opened = open_journal(with_a_massage, clock, later_program(tmp_path))
    assert opened.notice is None
    assert opened.journal is not None
    assert [massage.ending for massage in opened.journal.sessions()] == [Ending.SLEEP]
    opened.journal.close()
    copy = with_a_massage / "journal-before-0004-2026-11-17-183000.sqlite3"
    for path, version in ((with_a_massage / "journal.sqlite3", "0004"), (copy, "0003")):
        with closing(sqlite3.connect(path)) as raw:
            assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (version,)
            assert raw.execute("SELECT ending FROM session").fetchone() == ("sleep",)
    assert copy.stat().st_mode & 0o077 == 0


def test_nothing_to_do_takes_no_copy(with_a_massage: Path, clock: WallClock) -> None:
    opened = open_journal(with_a_massage, clock)
    assert opened.journal is not None
    opened.journal.close()
    assert [file.name for file in with_a_massage.iterdir()] == ["journal.sqlite3"]


def test_a_migration_that_fails_leaves_the_journal_as_it_was(
    with_a_massage: Path, tmp_path: Path, clock: WallClock
) -> None:
    failing = later_program(tmp_path, then='raise RuntimeError("out of luck")')
    opened = open_journal(with_a_massage, clock, failing)
    assert opened.journal is None
    assert opened.notice == (
        "Your journal couldn’t be brought up to date. It is unchanged, and there is a copy in "
        "journal-before-0004-2026-11-17-183000.sqlite3. "
        "You can still massage; it won’t be recorded for now."
    )
    older = open_journal(with_a_massage, clock)
    assert (older.journal is not None, older.notice) == (True, None)
    assert older.journal is not None
    assert [massage.ending for massage in older.journal.sessions()] == [Ending.SLEEP]
    older.journal.close()
    with closing(sqlite3.connect(with_a_massage / "journal.sqlite3")) as raw:
        columns = [row[1] for row in raw.execute("PRAGMA table_info(session)")]
    assert "later" not in columns
