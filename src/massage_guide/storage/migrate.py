"""The migrations: a journal brought up to date in one transaction, inside the program."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL

from massage_guide.storage.database import Schema
from massage_guide.storage.key import PLAIN, Key


def migrate(path: Path, schema: Schema, key: Key = PLAIN) -> None:
    """Bring the file to the newest version: all of the way, or not at all."""
    script = ScriptDirectory(str(schema.migrations))

    def upgrade(heads: tuple[str, ...], _context: MigrationContext) -> list[RevisionStep]:
        return script._upgrade_revs(schema.newest, heads[0] if heads else "base")

    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, module=key.module, creator=lambda: key.connect(path))
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"fn": upgrade})
            with connection.begin(), Operations.context(context):
                context.run_migrations()
    finally:
        engine.dispose()


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    # SQLite can undo CREATE and ALTER TABLE, but only if the driver leaves
    # BEGIN and COMMIT to us.
    connection.isolation_level = None
    connection.execute("PRAGMA synchronous = FULL")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
