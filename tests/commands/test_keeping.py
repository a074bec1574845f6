"""`massage-guide export`, `import`, `backup`, `restore` and `erase`."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from massage_guide.only_one import LOCK_NAME
from massage_guide.storage.key import Passphrase, is_sealed
from massage_guide.storage.sealing import seal
from tests.commands.cli import typed
from tests.storage.conftest import WallClock
from tests.storage.laptops import Laptop

Out = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A journal with two massages of one baby, closed."""
    laptop = Laptop(tmp_path / "data", WallClock())
    baby = laptop.journal.add_baby("Mira")
    for _time in range(2):
        laptop.massage(baby.id)
    laptop.journal.close()
    return laptop.folder


def test_a_journal_goes_from_one_folder_to_another(
    data: Path, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, other = tmp_path / "out.json", str(tmp_path / "other")
    assert typed("export", "--format", "json", "--out", str(out), "--data", str(data)) == 0
    assert capsys.readouterr().out == f"Exported 2 massages of 1 baby to {out}.\n"

    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert typed("import", str(out), "--data", other) == 0
    told = capsys.readouterr()
    assert told.err == "This journal does not know Mira.\n"
    assert told.out == (
        "Imported out.json: 0 new babies, 0 new massages, 0 records that differed, 0 deleted."
        " Left outside: Mira (see --add-babies).\n"
    )
    assert typed("import", str(out), "--add-babies", "--data", other) == 0
    assert "1 new baby, 2 new massages, 0 records that differed" in capsys.readouterr().out
    assert typed("import", str(out), "--data", other) == 0
    told = capsys.readouterr()
    assert "0 new babies, 0 new massages" in told.out and told.err == ""

    assert typed("export", "--format", "csv", "--out", str(tmp_path / "t"), "--data", other) == 0
    assert len((tmp_path / "t" / "sessions.csv").read_text("utf-8").splitlines()) == 3


def test_somebody_may_answer_for_unknown_babies(
    data: Path, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Person(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = tmp_path / "out.json"
    typed("export", "--format", "json", "--out", str(out), "--data", str(data))
    for answer, massages in (("n\n", "0 new massages"), ("y\n", "2 new massages")):
        monkeypatch.setattr("sys.stdin", Person(answer))
        assert typed("import", str(out), "--data", str(tmp_path / "other")) == 0
        assert massages in capsys.readouterr().out


def test_a_copy_is_taken_and_put_back(data: Path, tmp_path: Path, capsys: Out) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert typed("backup", "--out", str(copy), "--data", str(data)) == 0
    assert capsys.readouterr().out == f"Copied the journal of {data} to {copy}.\n"
    assert typed("restore", str(copy), "--data", str(data)) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Restored 2 massages from {copy}. The journal from before is in ")
    copy.write_bytes(copy.read_bytes()[:9000])
    assert typed("restore", str(copy), "--data", str(data)) == 1
    told = capsys.readouterr().err
    assert "copy.sqlite3 is damaged and was not put back. The next older good copy is " in told


def test_a_baby_or_everything_is_erased(data: Path, capsys: Out) -> None:
    assert typed("erase", "--baby", "Nobody", "--data", str(data)) == 1
    assert "Nothing was erased: no baby is called Nobody." in capsys.readouterr().err
    assert typed("erase", "--baby", "Mira", "--data", str(data)) == 0
    assert "Erased Mira: 0 copies rewritten, 0 files removed." in capsys.readouterr().out
    assert typed("erase", "--everything", "--data", str(data)) == 0
    assert [file.name for file in data.iterdir()] == []


def test_what_replaces_or_erases_waits_for_the_window_to_close(
    data: Path, tmp_path: Path, capsys: Out
) -> None:
    copy, out = str(tmp_path / "copy.sqlite3"), str(tmp_path / "out.json")
    window = QLockFile(str(data / LOCK_NAME))
    assert window.tryLock(0)
    where = ("--data", str(data))
    assert typed("backup", "--out", copy, *where) == 0
    assert typed("export", "--format", "json", "--out", out, *where) == 0
    before = (data / "journal.sqlite3").read_bytes()
    for words in (("import", out), ("restore", copy), ("erase", "--everything")):
        assert typed(*words, *where) == 1
        assert "please close its window first. Nothing was changed." in capsys.readouterr().err
    assert (data / "journal.sqlite3").read_bytes() == before
    window.unlock()
    assert typed("import", out, *where) == 0


def test_without_a_journal_there_is_a_sentence_and_nothing_is_made(
    tmp_path: Path, capsys: Out
) -> None:
    nowhere = tmp_path / "nowhere"
    for words in (("export", "--format", "json"), ("export", "--format", "csv"), ("backup",)):
        assert typed(*words, "--out", str(tmp_path / "x"), "--data", str(nowhere)) == 1
        assert f"There is no journal in {nowhere}." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_journal_with_a_passphrase_asks_for_it(
    data: Path, tmp_path: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal(data, Passphrase("warm hands, träge Zehen"))
    words, out = tmp_path / "words.txt", tmp_path / "out.json"
    ask = ("--out", str(out), "--data", str(data))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert typed("export", "--format", "json", *ask) == 1
    assert "has a passphrase; please give it with --passphrase-file" in capsys.readouterr().err
    words.write_text("warm hands\n", encoding="utf-8")
    assert typed("backup", *ask, "--passphrase-file", str(words)) == 1
    assert "That is not the passphrase of journal.sqlite3." in capsys.readouterr().err
    assert not out.exists()

    words.write_text("warm hands, träge Zehen\r\nand a second line", encoding="utf-8")
    given = ("--data", str(data), "--passphrase-file", str(words))
    copy = tmp_path / "copy.sqlite3"
    assert typed("export", "--format", "json", "--out", str(out), *given) == 0
    assert typed("backup", "--out", str(copy), *given) == 0
    assert is_sealed(copy)
    assert typed("import", str(out), *given) == 0
    assert typed("restore", str(copy), *given) == 0
    assert typed("erase", "--baby", "Mira", *given) == 0
    assert f"Among them, elsewhere: {out}." in capsys.readouterr().out
    assert is_sealed(data / "journal.sqlite3")
