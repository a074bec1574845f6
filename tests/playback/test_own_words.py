"""Own words, spoken by a process of its own; never in the way, whatever the text."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from massage_guide.playback import own_words
from massage_guide.playback.decoding import decoded
from massage_guide.playback.loudness import loudness
from massage_guide.playback.own_words import OwnWords
from massage_guide.playback.prompt import LEVEL
from massage_guide.playback.samples import RATE

TEXT = "Soft <b>hands</b>, little one. 🙂 Sleep well."
speaks = pytest.mark.skipif(
    importlib.util.find_spec("hibari") is None, reason="the voice for own words is not installed"
)


@speaks
def test_own_words_are_rendered_once_whatever_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    words, told = OwnWords(tmp_path / "voice"), list[str]()
    words.problem.connect(told.append)
    odd = ["", "🙂", "\x00\x07", "word " * 10_000, TEXT]
    assert words.path(TEXT) is None

    with qtbot.waitSignal(words.done, timeout=60_000):
        words.want([*odd, TEXT])

    path = words.path(TEXT)
    assert path is not None
    samples = decoded(path)
    assert 2.0 < len(samples) / RATE < 6.0
    assert loudness(samples, RATE) == pytest.approx(LEVEL, abs=0.5)
    assert len([sentence for sentence in told if "no word" in sentence]) == 3
    assert len([sentence for sentence in told if "too long" in sentence]) == 1
    assert len(told) == 4

    again = OwnWords(tmp_path / "voice")
    with qtbot.waitSignal(again.done, timeout=1000):
        again.want([TEXT])
    assert again.path(TEXT) == path
    words.close()
    again.close()


def test_without_the_voice_a_sentence_says_how_to_add_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_words, "PACKAGE", "no-such-voice")
    words, told = OwnWords(tmp_path), list[str]()
    words.problem.connect(told.append)

    words.want([TEXT])
    words.want(["Other words."])

    assert not words.is_possible
    assert words.path(TEXT) is None
    assert len(told) == 1 and "massage-guide[voice]" in told[0]


@speaks
def test_a_voice_that_breaks_down_gives_the_text_up_and_holds_nobody_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_words, "SPEAKER", "massage_guide.no_such_module")
    words, told = OwnWords(tmp_path), list[str]()
    words.problem.connect(told.append)

    with qtbot.waitSignal(words.done, timeout=60_000):
        words.want([TEXT, "Other words."])

    assert len(told) == 2 and all("is not spoken" in sentence for sentence in told)
    words.close()
