"""`massage-guide self-test`."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from massage_guide import __version__
from massage_guide.__main__ import main
from massage_guide.files import paths

Out = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def no_desktop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's display is kept awake by a test."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)


def test_what_is_sound_is_said_and_nothing_is_left(capsys: Out, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert main(["self-test", "--data", str(data)]) == 0
    said = capsys.readouterr().out
    for told in (
        f"Massage Guide {__version__}\nPython {sys.version.split(maxsplit=1)[0]}\nQt ",
        "\nSQLite ",
        "\nPySide6-Essentials ",
        "\nsqlmodel ",
        "2 courses of 9 weeks",
        "strokes painted",
        "ok       a database",
        f"data folder: {data}",
    ):
        assert told in said
    screens, cards = (re.search(rf"{kind}: (.*)", said) for kind in ("screens", "cards"))
    assert screens and {"home", "guide", "journal", "print", "learning"} < {*screens[1].split(", ")}
    assert cards and {"help", "talk", "cue", "unlock"} < {*cards[1].split(", ")}
    assert said.endswith("All is sound.\n") and "broken" not in said
    assert not data.exists()


def test_what_is_missing_is_said_and_does_no_harm(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    (tmp_path / "file").write_text("in the way")
    assert main(["--data", str(tmp_path / "file" / "data"), "self-test"]) == 0
    said = capsys.readouterr().out
    assert "missing  a data folder that can be written to" in said
    if sys.platform.startswith("linux"):
        assert "missing  a screen" in said
        assert "missing  a desktop that keeps the display awake (there is no session bus)" in said


def test_what_is_broken_is_named(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "massage_guide"
    assets = package / "assets"
    shutil.copytree(paths.assets_dir(), assets)
    (assets / "strokes" / "legs.toml").write_text("nonsense")
    (assets / "cards" / "help.toml").write_text("format = 1\n")
    (assets / "schema" / "routine.schema.json").write_text("{}\n")
    monkeypatch.setattr(paths, "__file__", str(package / "files" / "paths.py"))
    paths.assets_dir.cache_clear()
    try:
        assert main(["self-test", "--data", str(tmp_path / "data")]) == 1
    finally:
        paths.assets_dir.cache_clear()
    said = capsys.readouterr().out
    broken = [line for line in said.splitlines() if line.startswith("broken")]
    for told in ("legs.toml:1", "help.toml", "schema/routine.schema.json"):
        assert any(told in line for line in broken)
    assert said.splitlines()[-1].startswith("Not sound")
