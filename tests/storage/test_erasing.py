"""After an erasure the name is in no file that the program owns."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from massage_guide.storage.backups import back_up_to, backups, take_backup
from massage_guide.storage.copies import remembered
from massage_guide.storage.erasing import erase_baby, erase_everything, what_goes
from massage_guide.storage.spreadsheet import export_csv
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop

NAME, FORMER, NOTE, OTHER = "Mirabella", "Mirabelle", "Mirabella laughed", "Jonathan"


def files_with(folder: Path, *words: str) -> list[str]:
    """Every file in which one of the words is found, or that is named so."""
    found = []
    for file in folder.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        if any(word.encode() in content or word in file.name for word in words):
            found.append(str(file.relative_to(folder)))
    return found


def a_full_life(place: Path, clock: WallClock) -> Laptop:
    """Two babies, copies of every kind, exports, a file set aside, a start that was killed."""
    laptop = Laptop(place / "data", clock)
    baby = laptop.journal.add_baby(FORMER)
    laptop.journal.change_baby(replace(baby, name=NAME))
    # an earlier program let go of pages without overwriting them
    with closing(sqlite3.connect(laptop.folder / "journal.sqlite3")) as raw:
        raw.execute("PRAGMA secure_delete = OFF")
        for name in (FORMER * 2000, NAME):
            raw.execute("UPDATE baby SET name = ?", (name,))
            raw.commit()
    other = laptop.journal.add_baby(OTHER)
    for _time in range(20):
        laptop.massage(baby.id, NOTE)
    laptop.massage(other.id)
    deleted = laptop.massage(baby.id, NOTE)
    take_backup(laptop.folder, clock)
    back_up_to(laptop.folder, place / f"{NAME}.sqlite3")
    back_up_to(laptop.folder, place / "stick.sqlite3")
    laptop.hand_over("out.json")
    export_csv(laptop.folder, place / "tables")
    laptop.journal.delete_session(deleted)
    shutil.copytree(laptop.folder, place / "as-it-was")
    aside = laptop.folder / "journal-damaged-2026-11-01-100000.sqlite3"
    aside.write_bytes((place / "as-it-was" / "journal.sqlite3").read_bytes()[:50_000])
    aside.with_name(f"{aside.name}-wal").write_bytes(
        (place / "as-it-was" / "journal.sqlite3-wal").read_bytes()
    )
    older = laptop.folder / "journal-before-0002-2026-11-01-100000.sqlite3"
    shutil.copy(backups(laptop.folder)[0].path, older)
    shutil.copytree(place / "as-it-was", laptop.folder / "journal-look-abc")
    shutil.rmtree(place / "as-it-was")
    return laptop


def test_a_baby_is_erased_from_every_file_while_the_others_stay(
    tmp_path: Path, clock: WallClock
) -> None:
    laptop = a_full_life(tmp_path, clock)
    (baby,) = (baby for baby in laptop.journal.babies() if baby.name == NAME)
    assert len(files_with(tmp_path, NAME, FORMER)) >= 8
    # what a person put in the place of an export is theirs
    (tmp_path / "tables" / "steps.csv").write_text("my own", encoding="utf-8")
    goes = what_goes(laptop.folder, baby.id)
    elsewhere = set(remembered(laptop.folder))
    done = erase_baby(laptop.folder, baby.id)
    # what was said before is what happened
    assert {*goes.removed, *goes.lost_elsewhere} == elsewhere & set(done.removed)
    assert goes.copies + len(goes.rewritten) == done.rewritten and goes.lost == 1
    assert all(path.exists() for path in goes.rewritten)
    assert files_with(laptop.folder, NAME, FORMER, NOTE) == []
    assert files_with(tmp_path, FORMER, NOTE) == []
    assert done.left == () and done.rewritten == 3
    assert [one.name for one in laptop.journal.babies()] == [OTHER]
    assert len(laptop.journal.sessions()) == 1
    assert "tombstone" in laptop.holds() and len(laptop.holds()["tombstone"]) == 1
    (backup,) = backups(laptop.folder)
    assert OTHER.encode() in backup.path.read_bytes()
    assert files_with(tmp_path, NAME) == []
    assert OTHER.encode() in (tmp_path / "stick.sqlite3").read_bytes()
    assert [path.name for path in remembered(laptop.folder)] == ["stick.sqlite3"]
    assert (tmp_path / "tables" / "steps.csv").read_text(encoding="utf-8") == "my own"
    laptop.massage()
    laptop.journal.close()


def test_erasing_everything_leaves_only_what_is_not_about_a_family(
    tmp_path: Path, clock: WallClock
) -> None:
    laptop = a_full_life(tmp_path, clock)
    laptop.journal.close()
    (laptop.folder / "routines").mkdir()
    (laptop.folder / "routines" / "own.toml").write_text("mine", encoding="utf-8")
    (laptop.folder / "report-2026-11-01-100000.txt").write_text("player.py:1", encoding="utf-8")
    done = erase_everything(laptop.folder)
    assert done.left == ()
    assert files_with(tmp_path, NAME, FORMER, NOTE, OTHER) == []
    assert sorted(file.name for file in laptop.folder.rglob("*")) == ["own.toml", "routines"]


def test_an_erased_baby_comes_back_only_when_wanted(tmp_path: Path, clock: WallClock) -> None:
    laptop = Laptop(tmp_path / "data", clock)
    laptop.massage(laptop.journal.add_baby(NAME).id)
    elsewhere = tmp_path / "from-the-other-laptop.json"
    shutil.copy(laptop.hand_over(), elsewhere)
    assert len(json.loads((laptop.folder / "copies.json").read_text(encoding="utf-8"))) == 1
    erase_baby(laptop.folder, laptop.journal.babies()[0].id)
    assert remembered(laptop.folder) == ()
    assert laptop.take_in(elsewhere, with_babies=False).sessions == 0
    assert laptop.take_in(elsewhere).sessions == 1
    laptop.journal.close()
