"""The last resort: a mistake is written down without anybody's words, and the massage goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from massage_guide.crash import FATAL, CrashReports
from tests.doubles import FakeClock

DIES = """
import ctypes, sys
from pathlib import Path
from massage_guide.crash import CrashReports
from tests.doubles import FakeClock

CrashReports(Path(sys.argv[1]), FakeClock().wall).install()
print("listening", flush=True)
ctypes.string_at(0)
"""
"""A program that is stopped from below."""


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[CrashReports]:
    one = CrashReports(tmp_path / "data", FakeClock().wall)
    hook = sys.excepthook
    yield one
    one.uninstall()
    sys.excepthook = hook


def test_a_mistake_is_noted_and_said_in_one_sentence(
    reports: CrashReports, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said: list[str] = []
    reports.tell = said.append
    assert reports.install() is None
    try:
        raise ValueError("Mia was born on the second of May")
    except ValueError as error:
        reports.caught(type(error), error, error.__traceback__)
    [file] = (tmp_path / "data").glob("report-*.txt")
    told = file.read_text()
    assert "ValueError" in told and "test_crash.py:" in told
    assert "Mia" not in told and "Mia" not in capsys.readouterr().err
    assert len(said) == 1 and file.name in said[0] and "go on" in said[0]


def test_where_nothing_can_be_written_it_still_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    reports = CrashReports(tmp_path / "file" / "data", FakeClock().wall)
    hook = sys.excepthook
    said: list[str] = []
    reports.tell = said.append
    assert reports.install() is None
    reports.caught(ValueError, ValueError(), None)
    reports.uninstall()
    sys.excepthook = hook
    assert len(said) == 1 and "go on" in said[0]


def test_a_good_end_leaves_nothing_behind(reports: CrashReports, tmp_path: Path) -> None:
    reports.install()
    reports.uninstall()
    assert list((tmp_path / "data").iterdir()) == []


def test_after_a_crash_from_below_the_next_start_apologises_once(
    reports: CrashReports, tmp_path: Path
) -> None:
    child = subprocess.run(
        [sys.executable, "-c", DIES, str(tmp_path / "data")],
        cwd=Path(__file__).resolve().parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert child.stdout == "listening\n" and child.returncode != 0
    assert (tmp_path / "data" / FATAL).stat().st_size > 0
    apology = reports.install()
    assert apology is not None and "Nothing was lost" in apology
    [report] = (tmp_path / "data").glob("report-*.txt")
    assert "Segmentation" in report.read_text() or report.stat().st_size > 0
    reports.uninstall()
    assert reports.install() is None


def test_being_killed_from_outside_needs_no_apology(reports: CrashReports, tmp_path: Path) -> None:
    # an empty battery leaves the file empty
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / FATAL).write_text("")
    assert reports.install() is None
