"""A whole massage as a sound file."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
import soundfile

from massage_guide.domain.played import played_steps
from massage_guide.domain.settings import Settings
from massage_guide.domain.timeline import Timeline
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.files.sounds_file import read_sounds
from massage_guide.playback.hearing import heard
from massage_guide.playback.limiter import CEILING
from massage_guide.playback.samples import RATE, frames
from tests.commands.cli import typed
from tests.doubles_sound import Teller, onsets


@pytest.mark.parametrize("kind", ["wav", "ogg"])
def test_a_massage_is_written_to_take_along(
    tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"peace.{kind}"
    assert typed("listen", "two-minutes-peace", "--bed", "rain", "--out", str(out)) == 0
    told = capsys.readouterr()
    assert re.fullmatch(rf"{re.escape(str(out))}: 2:\d\d\n", told.out) and told.err == ""
    sound, rate = soundfile.read(out, dtype="float32")
    assert rate == RATE and sound.shape[1] == 2
    assert np.abs(sound).max() < 0.85
    assert list(tmp_path.iterdir()) == [out]


def test_a_whole_routine_is_never_too_loud_and_says_each_word_when_it_is_due() -> None:
    library = Library.load(assets_dir())
    routine = library.routine("two-minutes-peace")
    assert routine is not None
    line = Timeline(routine, played_steps(routine, library.strokes), library.narration)
    # a voice that shouts over everything, so that the limiter has work to do
    voice = Teller(0.5, 1.4)
    pieces = list(heard(line, read_sounds(assets_dir()), voice, Settings(bed="pad"), print))
    sound = np.concatenate(pieces)

    assert np.abs(sound).max() <= CEILING
    assert np.abs(sound).max() > 0.99 * CEILING
    due = [frames(cue.start) for cue in line.cues if cue.kind.is_spoken]
    begun = [at for at in onsets(np.abs(sound[:, 0]), 0.6)]
    begun = [at for at, last in zip(begun, [-RATE, *begun], strict=False) if at - last > RATE / 5]
    assert begun == [pytest.approx(at, abs=1) for at in due]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("nothing-such", "--out", "a.wav"), "There is no routine `nothing-such`"),
        (("first-touch", "--out", "a.mp3"), "a.mp3 should end in .wav or .ogg."),
        (("first-touch", "--voice", "x", "--out", "a.wav"), "There is no voice `x`"),
        (("first-touch", "--bed", "x", "--out", "a.wav"), "There is no bed `x`"),
        (("first-touch", "--out", "/nowhere/a.ogg"), "/nowhere/a.ogg could not be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    words: tuple[str, ...], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("listen", *words) in (1, 2)
    told = capsys.readouterr()
    assert reason in told.err
    assert len(told.err.splitlines()) == 1 and told.out == ""
