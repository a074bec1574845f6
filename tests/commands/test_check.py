"""`massage-guide check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.files.library import Library
from massage_guide.files.paths import DataDir, assets_dir
from tests.commands.cli import typed
from tests.files.texts import COURSE, ROUTINE, STROKES

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
    capsys.readouterr()
    assert typed("check", str(tmp_path)) == 1
    assert capsys.readouterr().out.startswith("strokes.toml:27: stroke slow-glide: `ankel.L`")


def test_a_sound_file_is_told_as_sound_and_a_routine_with_its_length(
    capsys: Out, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.toml").write_text(ROUTINE)
    (tmp_path / "b.toml").write_text(STROKES)
    (tmp_path / "c.toml").write_text(COURSE)
    monkeypatch.chdir(tmp_path)

    assert typed("check", "a.toml", "b.toml", "c.toml") == 0
    assert typed("plan", "a.toml") == 0

    *said, plan = capsys.readouterr().out.splitlines()[:4]
    length = plan.rpartition(", ")[2]
    assert said == [f"a.toml: sound, {length}", "b.toml: sound", "c.toml: sound"]


def test_a_file_with_warnings_alone_is_sound_all_the_same(capsys: Out, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(ROUTINE.replace("repeats = 3", "repeats = 30"))

    assert typed("check", str(tmp_path / "own.toml")) == 0

    *warnings, last = capsys.readouterr().out.splitlines()
    assert warnings and all("own.toml:" in line and ": warning: " in line for line in warnings)
    assert ": sound, " in last


def test_a_named_file_is_the_only_one_spoken_of(capsys: Out, tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "routines" / "other.toml").write_text("format = 9")
    (tmp_path / "own.toml").write_text(COURSE.replace("number = 2", "number = 3"))

    assert typed("check", "--data", str(tmp_path), str(tmp_path / "own.toml")) == 1

    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{tmp_path / 'own.toml'}:31: week 2: the week in place 2 is numbered 3")


def test_without_a_path_own_files_come_first(capsys: Out, tmp_path: Path) -> None:
    (tmp_path / "routines").mkdir()
    (tmp_path / "courses").mkdir()
    warned = ROUTINE.replace("repeats = 3", "repeats = 30")
    (tmp_path / "routines" / "own.toml").write_text(warned)
    (tmp_path / "courses" / "own.toml").write_text(COURSE.replace("[1]", "[2]"))

    assert typed("check", "--data", str(tmp_path)) == 1

    lines = capsys.readouterr().out.splitlines()
    assert "courses/own.toml:34: week 2: week 2 cannot review week 2" in lines[0]
    own = [str(tmp_path) in line for line in lines]
    assert own == sorted(own, reverse=True) and sum(own) > 1


@pytest.mark.parametrize("folder", ["cards", "courses", "help", "routines", "strokes"])
def test_shipped_files_of_every_kind_can_be_named(capsys: Out, folder: str) -> None:
    files = sorted((assets_dir() / folder).iterdir())

    assert typed("check", *map(str, files)) == 0

    said = [line for line in capsys.readouterr().out.splitlines() if ": warning: " not in line]
    assert [line.partition(".toml: sound")[0].rpartition("/")[2] for line in said] == [
        path.stem for path in files
    ]


def test_errors_come_before_warnings(capsys: Out, tmp_path: Path) -> None:
    text = ROUTINE.replace("repeats = 3", "repeats = 30").replace("rest = 6", "rest = 0")
    (tmp_path / "own.toml").write_text(text)

    assert typed("check", str(tmp_path / "own.toml")) == 1

    said = [": warning: " in line for line in capsys.readouterr().out.splitlines()]
    assert said == sorted(said) and set(said) == {True, False}


def test_a_shipped_file_checks_out_by_its_path(capsys: Out) -> None:
    assert typed("check", str(assets_dir() / "routines"), str(assets_dir() / "strokes")) == 0
    assert "belongs to" not in capsys.readouterr().out


def test_a_missing_path_is_told(capsys: Out) -> None:
    assert typed("check", "nowhere.toml") == 1
    assert "nowhere.toml:1: file: there is no such file; check its name" in capsys.readouterr().out


def test_a_recording_that_nobody_would_hear_is_named(capsys: Out, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(ROUTINE)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "soon-gliding-hip-to-ankle.ogg").touch()
    (tmp_path / "own" / "other-leg.wav").touch()
    (tmp_path / "own" / "notes.txt").touch()

    assert typed("check", str(tmp_path / "own.toml")) == 0

    strays = [line for line in capsys.readouterr().out.splitlines() if ": recording: " in line]
    assert len(strays) == 1 and "other-leg.wav" in strays[0]


BAD_STROKES = {
    '"hop.L"': "`hop.L` is no landmark of the figure `front`; did you mean `hip.L`?",
    "[62, 164]": "the path leaves the figure at (62, 164)",
    "[43, 22]": "the hand touches an eye; lead it round",
    "[50, 40]": "the hand touches the front of the neck; lead it round",
}


@pytest.mark.parametrize("point", BAD_STROKES)
def test_a_hand_where_no_hand_belongs_is_refused_and_the_rest_still_plays(
    capsys: Out, tmp_path: Path, point: str
) -> None:
    folder = DataDir.choose(tmp_path)
    folder.strokes.mkdir()
    folder.routines.mkdir()
    own = folder.strokes / "own.toml"
    own.write_text(STROKES.replace("[62, 144]", point))
    (folder.routines / "own.toml").write_text(ROUTINE)

    assert typed("check", "--data", str(tmp_path)) == 1

    said = [line for line in capsys.readouterr().out.splitlines() if ": warning: " not in line]
    wanted = BAD_STROKES[point]
    assert any(line.startswith(f"{own}:27: ") and wanted in line for line in said), said
    library = Library.load(assets_dir(), folder)
    assert [broken.path for broken in library.broken] == [own]
    assert library.routine("trial") and "toe-roll" in library.strokes


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<script>x()</script>", "it holds a script"),
        ('<image href="data:image/png;base64,AAAA"/>', "it holds an embedded picture"),
        ('<use href="https://example.org/a.svg#b"/>', "it holds a reference to something outside"),
        ("<path>", "its tags are broken"),
    ],
)
def test_a_drawing_that_is_not_plain_is_told_with_its_line(
    capsys: Out, tmp_path: Path, inside: str, reason: str
) -> None:
    drawing = tmp_path / "head.svg"
    drawing.write_text(f'<svg viewBox="0 0 1 1">\n<g/>\n{inside}</svg>')

    assert typed("check", str(drawing)) == 1
    assert capsys.readouterr().out.startswith(f"{drawing}:3: figure: {reason}")


def test_shipped_figures_are_sound(capsys: Out) -> None:
    assert typed("check", str(assets_dir() / "figures")) == 0

    assert [line.rpartition("/")[2] for line in capsys.readouterr().out.splitlines()] == [
        f"{name}.toml: sound" for name in ("back", "face", "foot", "front", "hand", "held")
    ]
