"""`massage-guide check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.cli import typed
from tests.files.texts import ROUTINE, STROKES

Out = pytest.CaptureFixture[str]


def test_the_shipped_files_have_no_errors(capsys: Out, tmp_path: Path) -> None:
    assert typed("check", "--data", str(tmp_path)) == 0

    lines = capsys.readouterr().out.splitlines()
    assert all(": warning: " in line for line in lines)


def test_own_broken_files_are_named_by_file_and_line(capsys: Out, tmp_path: Path) -> None:
    own = tmp_path / "routines"
    own.mkdir()
    (own / "own.toml").write_text(ROUTINE.replace('"toe-roll"', '"toe-rol"'))

    assert typed("check", "--data", str(tmp_path)) == 1

    first = capsys.readouterr().out.splitlines()[0]
    assert first == (
        f"{own / 'own.toml'}:28: block 1, step 2, toe-rol: there is no stroke `toe-rol`;"
        " did you mean `toe-roll`?"
    )


def test_files_and_folders_can_be_named(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own.toml").write_text(ROUTINE)
    (tmp_path / "strokes.toml").write_text(STROKES.replace("[62, 144]", '"ankel.L"'))
    monkeypatch.chdir(tmp_path)

    assert typed("check", "own.toml") == 0
    assert typed("check", str(tmp_path)) == 1
    assert capsys.readouterr().out.startswith("strokes.toml:27: stroke slow-glide: `ankel.L`")


def test_errors_come_before_warnings(capsys: Out, tmp_path: Path) -> None:
    text = ROUTINE.replace("repeats = 3", "repeats = 30").replace("rest = 6", "rest = 0")
    (tmp_path / "own.toml").write_text(text)

    assert typed("check", str(tmp_path / "own.toml")) == 1

    said = [": warning: " in line for line in capsys.readouterr().out.splitlines()]
    assert said == sorted(said) and set(said) == {True, False}


def test_a_shipped_file_checks_out_by_its_path(capsys: Out) -> None:
    from massage_guide.files.paths import assets_dir

    assert typed("check", str(assets_dir() / "routines"), str(assets_dir() / "strokes")) == 0
    assert "belongs to" not in capsys.readouterr().out


def test_a_missing_path_is_told(capsys: Out) -> None:
    assert typed("check", "nowhere.toml") == 1
    assert "nowhere.toml:1: file: there is no such file; check its name" in capsys.readouterr().out
