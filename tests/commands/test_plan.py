"""`massage-guide plan`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.cli import typed
from tests.files.texts import ROUTINE

Out = pytest.CaptureFixture[str]
KEYS = ["start", "length", "kind", "step", "stroke", "side", "repeat", "cue", "text"]


def test_json_is_one_object_a_cue(capsys: Out) -> None:
    assert typed("plan", "first-touch", "--json") == 0

    cues = json.loads(capsys.readouterr().out)
    assert all(list(cue) == KEYS for cue in cues)
    assert [cue["start"] for cue in cues] == sorted(cue["start"] for cue in cues)
    assert {cue["kind"] for cue in cues} == {"breathing", "ask", "pause", "stroke"}
    assert {cue["side"] for cue in cues} == {"left", "right", None}


def test_the_table_says_what_is_played_and_spoken(capsys: Out) -> None:
    assert typed("plan", "legs-and-feet") == 0

    text = capsys.readouterr().out
    assert text.startswith("Legs and feet (legs-and-feet 1.0.0), 10:")
    assert "Toe roll, left, 5 × 3 s" in text
    assert "closing: " in text
    assert "Not yet reviewed by an instructor." in text


def test_a_young_baby_gets_less_and_is_told_so(capsys: Out) -> None:
    assert typed("plan", "legs-and-feet", "--baby-weeks", "0") == 0

    text = capsys.readouterr().out
    assert "for when your baby is a little older" in text and "Toe roll" not in text


def test_chips_change_the_plan(capsys: Out) -> None:
    assert typed("plan", "first-touch", "--today", "fed:40", "cord") == 0
    assert "thighs" in capsys.readouterr().out

    assert typed("plan", "first-touch", "--today", "crying") == 0
    assert "Holding only" in capsys.readouterr().out


def test_an_unknown_chip_or_routine_is_answered_in_one_sentence(capsys: Out) -> None:
    assert typed("plan", "first-touch", "--today", "tired") == 2
    assert "`tired` is not something" in capsys.readouterr().err

    assert typed("plan", "first-tuch") == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "first-touch, " in said and "two-minutes-peace" in said


def test_a_file_can_be_planned(capsys: Out, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(ROUTINE)

    assert typed("plan", str(path)) == 0
    assert "Trial (trial 1.0.0)" in capsys.readouterr().out


def test_a_broken_file_says_what_is_wrong(capsys: Out, tmp_path: Path) -> None:
    own = tmp_path / "routines"
    own.mkdir()
    path = own / "broken.toml"
    path.write_text(ROUTINE.replace("toe-roll", "toe-rol"))

    assert typed("plan", str(path)) == 1
    assert "did you mean `toe-roll`?" in capsys.readouterr().err
    assert typed("plan", "broken", "--data", str(tmp_path)) == 1


def test_own_routines_are_planned_by_their_id(capsys: Out, tmp_path: Path) -> None:
    own = tmp_path / "routines"
    own.mkdir()
    (own / "own.toml").write_text(ROUTINE)

    assert typed("plan", "trial", "--data", str(tmp_path)) == 0
    assert "trial" in capsys.readouterr().out
