"""The register of a class: kept with the journal, for nobody else, erased from every file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from massage_guide.domain.register import Family, Taught
from massage_guide.storage.backups import back_up_to, backups, take_backup
from massage_guide.storage.copies import remembered
from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.erasing import erase_baby, erase_class
from massage_guide.storage.journal import Journal
from massage_guide.storage.spreadsheet import export_csv
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop
from tests.storage.test_erasing import files_with
from tests.teaching.registers import a_class

BORN, DUE = date(2026, 8, 20), date(2026, 9, 30)


def test_a_class_is_written_down_as_it_becomes_known(journal: Journal, clock: WallClock) -> None:
    first = journal.add_register("Tuesdays", "five-week", date(2026, 11, 3))
    journal.add_register("Fridays", "four-week")
    mia = journal.add_family(first, "Mia", BORN, DUE)
    tom = journal.add_family(first, "Tom")
    for family, came in ((mia, True), (mia, True), (tom, True), (tom, False)):
        journal.set_came(family, 1, came)
    meeting = journal.open_meeting(first, 1, planned=60)
    journal.record_taught(meeting, "toe-roll", 90.5, lasted=90.5)
    journal.record_taught(meeting, None, 300.0, lasted=390.5)
    clock.wait(minutes=10)
    journal.change_register(first, "Tuesday mornings", "four-week", None, "Bring more towels")
    journal.change_family(Family(tom, "Tomas", BORN))
    told, other = journal.registers()
    assert (told.name, told.course, told.started) == ("Tuesday mornings", "four-week", None)
    assert told.note == "Bring more towels"
    assert told.families == (Family(mia, "Mia", BORN, DUE), Family(tom, "Tomas", BORN))
    assert [family.name for family in told.came(1)] == ["Mia"]
    (held,) = told.meetings
    assert (held.week, held.planned, held.lasted) == (1, 60, 390.5)
    assert held.taught == (Taught("toe-roll", 90.5),)
    assert held.began.isoformat() == "2026-11-17T18:30:00+01:00"
    assert (other.name, other.families, other.meetings) == ("Fridays", (), ())
    journal.remove_family(mia)
    (left,) = journal.registers()[0].families
    assert left.name == "Tomas" and journal.registers()[0].attended == frozenset()


def test_every_row_tells_when_and_in_which_zone_it_was_written(tmp_path: Path) -> None:
    laptop = Laptop(tmp_path / "data", WallClock())
    a_class(laptop.journal, "")
    tables = laptop.holds()
    for table in ("register", "family", "attendance", "meeting", "taught"):
        assert tables[table], table
        for row in tables[table]:
            assert len(str(row[0])) == 32 and row[1:4] == (*("2026-11-17 17:30:00.000000",) * 2, 60)
    laptop.journal.close()


def test_what_is_made_for_others_tells_nothing_of_a_class(tmp_path: Path, clock: WallClock) -> None:
    hers, his = Laptop(tmp_path / "hers", clock), Laptop(tmp_path / "his", clock)
    a_class(hers.journal, "zqx")
    hers.massage()
    assert hers.give_to(his).sessions == 1
    export_csv(hers.folder, tmp_path / "tables")
    assert files_with(tmp_path / "tables", "zqx") == files_with(tmp_path / "his", "zqx") == []
    assert b"zqx" not in (tmp_path / "hers-journal.json").read_bytes()
    assert his.journal.registers() == ()
    for laptop in (hers, his):
        laptop.journal.close()


def test_an_erased_class_is_in_no_file_while_everything_else_stays(
    tmp_path: Path, clock: WallClock
) -> None:
    laptop = Laptop(tmp_path / "data", clock)
    baby = laptop.journal.add_baby("Mirabella")
    laptop.massage(baby.id)
    take_backup(laptop.folder, clock)
    with closing(sqlite3.connect(laptop.folder / "backups" / "journal-older.sqlite3")) as old:
        old.execute("CREATE TABLE alembic_version (version_num)")
        old.commit()
    gone, stays = a_class(laptop.journal, "zqx"), a_class(laptop.journal, "stays")
    with closing(sqlite3.connect(laptop.folder / FILE_NAME)) as raw:
        # an earlier program let go of pages without overwriting them
        raw.execute("PRAGMA secure_delete = OFF")
        for note in ("zqx" * 4000, "zqx"):
            raw.execute("UPDATE register SET note = ? WHERE id = ?", (note, gone.hex))
            raw.commit()
    left = next(one for one in laptop.journal.registers() if one.id == gone).families[0]
    laptop.journal.remove_family(left.id)
    clock.wait(hours=24)
    take_backup(laptop.folder, clock)
    back_up_to(laptop.folder, tmp_path / "stick.sqlite3")
    exported = laptop.hand_over()
    damaged = laptop.folder / "journal-damaged-2026-11-01-100000.sqlite3"
    damaged.write_bytes(backups(laptop.folder)[0].path.read_bytes()[:-9000])
    unlike = laptop.folder / "journal-damaged-2026-10-01-100000.sqlite3"
    unlike.write_bytes(b"\xa5" * 5000)
    (laptop.folder / "report-2026-11-01-100000.txt").write_text(
        "ValueError: Miazqx", encoding="utf-8"
    )
    assert len(files_with(tmp_path, "zqx")) >= 5
    done = erase_class(laptop.folder, gone)
    assert files_with(tmp_path, "zqx") == []
    assert done.left == () and done.removed == (damaged,) and done.rewritten == 4
    assert [one.id for one in laptop.journal.registers()] == [stays]
    assert len(files_with(tmp_path, "stays")) >= 3
    assert unlike.exists() and exported.exists()
    assert remembered(laptop.folder) == (tmp_path / "stick.sqlite3", exported)
    assert len(laptop.journal.sessions()) == 1
    erase_baby(laptop.folder, baby.id)
    assert [one.id for one in laptop.journal.registers()] == [stays]
    laptop.journal.close()
