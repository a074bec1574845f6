"""The command line as a whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from massage_guide import __version__
from massage_guide.__main__ import main

Out = pytest.CaptureFixture[str]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a person starts it, where there is no screen."""
    without = {
        name: text
        for name, text in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "massage_guide", *words],
        env={**without, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_version_and_help(capsys: Out, word: str) -> None:
    with pytest.raises(SystemExit) as left:
        main([word])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert __version__ in said if word == "--version" else "self-test" in said


def test_an_unknown_command_is_answered(capsys: Out) -> None:
    with pytest.raises(SystemExit) as left:
        main(["massage"])
    assert left.value.code == 2
    assert "massage" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is a screen")
def test_without_a_screen_the_window_says_so_in_one_sentence() -> None:
    done = run()
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1 and "no screen" in done.stderr


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "massage_guide", "plan", "legs-and-feet", "--json"],
            stdout=nobody,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("before", [True, False])
def test_the_data_folder_may_be_said_before_or_after_the_command(
    capsys: Out, tmp_path: Path, before: bool
) -> None:
    own = tmp_path / "routines"
    own.mkdir()
    (own / "own.toml").write_text("nonsense")
    data = ["--data", str(tmp_path)]
    assert main([*data, "check"] if before else ["check", *data]) == 1
    assert "own.toml:1" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["teach", "--data", "here"], ["--data", "here", "teach"]])
def test_teach_opens_the_window_for_a_class(
    monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    opened: list[tuple[str | None, bool]] = []

    def open_window(data: str | None, *, teach: bool = False) -> int:
        opened.append((data, teach))
        return 0

    monkeypatch.setattr("massage_guide.__main__._open_window", open_window)
    assert main(words) == 0
    assert opened == [("here", True)]
