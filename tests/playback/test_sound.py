"""A massage as it is heard: the real player, a clock turned by hand, and a tape."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.settings import Settings
from massage_guide.domain.talk import Talk
from massage_guide.files.paths import assets_dir
from massage_guide.files.sounds_file import read_sounds
from massage_guide.playback.aside import AtOnce
from massage_guide.playback.mixer import Mixer
from massage_guide.playback.player import Player
from massage_guide.playback.samples import RATE, Samples, frames
from massage_guide.playback.sound import Sound
from tests.doubles import FakeClock, a_massage
from tests.doubles_sound import Tape, Teller, lengths, onsets

WORDS = Settings(chime_volume=0)
"""Only the voice, so that it can be measured."""


class Room:
    """A player that is heard on a tape."""

    def __init__(self, *words: str, settings: Settings = WORDS) -> None:
        self.clock = FakeClock()
        self.player = Player(self.clock, self.clock.wall)
        self.teller = Teller()
        self.sound = Sound((self.player,), self.clock, settings)
        self.captions: list[str] = []
        self.sound.caption.connect(self.captions.append)
        self.cues: list[tuple[Cue, int]] = []
        self.sound.use(read_sounds(assets_dir()))
        self.sound.open(self._tape, self.teller, AtOnce())
        self.player.state_changed.connect(self.sound.state_changed)
        self.player.moment_changed.connect(self.sound.show_moment)
        self.player.cue_due.connect(self.sound.cue_due)
        self.player.cue_due.connect(self._note)
        self.player.load(a_massage(*words))
        self.player.start()

    def _tape(
        self, mixer: Mixer, clock: Callable[[], float], changed: Callable[[bool], None]
    ) -> Tape:
        self.tape = Tape(mixer, clock, changed)
        return self.tape

    def _note(self, cue: Cue) -> None:
        self.cues.append((cue, self.tape.frame_at(self.clock())))

    def play(self, seconds: float, look: float = 1 / 8) -> None:
        """Time passes, seen in looks of an eighth of a second."""
        for _ in range(round(seconds / look)):
            self.clock.pass_by(look)
            self.player.look()

    def heard(self, begin: float = 0.0) -> Samples:
        return self.tape.heard()[frames(begin) :]


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    room = Room("resting", "gliding", "legs:each")
    yield room
    room.player.stop()
    room.sound.close()


def spoken_after(room: Room, frame: int) -> list[int]:
    return [at for cue, at in room.cues if cue.kind.is_spoken and at > frame]


@pytest.mark.parametrize("notches", [0, 1, -2])
def test_every_sentence_begins_at_the_frame_at_which_it_is_due(room: Room, notches: int) -> None:
    room.play(2)
    room.player.change_pace(notches)
    room.play(120)
    begun = [at for at in onsets(room.heard()) if at > frames(2)]
    due = spoken_after(room, frames(2))
    assert len(due) >= 5
    # looks come every eighth of a second, and the sound does not wait for them
    assert all(0 <= at - first <= RATE / 8 + 1 for first, at in zip(begun, due, strict=True))
    if not notches:
        line = room.player.head.timeline
        starts = [cue.start - line.begin for cue in line.cues if cue.kind.is_spoken]
        assert begun == [round(start * RATE) for start in starts if start > 2][: len(begun)]


def test_a_slower_pace_stretches_the_silence_and_never_the_voice(room: Room) -> None:
    room.player.change_pace(-2)
    room.play(70)
    assert set(lengths(room.heard())) == {frames(0.8)}


def test_the_offset_sends_sound_ahead(room: Room) -> None:
    room.sound.wear(replace(WORDS, sound_offset_ms=200))
    room.play(50)
    line = room.player.head.timeline
    begun = [at for at in onsets(room.heard()) if at > frames(2)]
    starts = [cue.start - line.begin for cue in line.cues if cue.kind.is_spoken]
    expected = [round((start - 0.2) * RATE) for start in starts if start > 2]
    assert begun == expected[: len(begun)] and len(begun) > 2


def test_a_rest_cuts_the_sentence_and_going_on_says_it_anew(room: Room) -> None:
    room.play(2)
    first = lengths(room.heard())[0]
    room.player.next()
    room.play(0.25)
    room.player.rest("help")
    rested = len(room.heard())
    room.play(5)
    quiet = room.heard()[rested:]
    assert first == frames(0.8)
    assert np.abs(quiet[frames(0.035) :]).max() == 0.0
    assert quiet[0] > 0.2

    room.player.start()
    room.play(2)
    anew = room.heard()[rested + frames(5) :]
    assert lengths(anew)[0] == frames(0.8)
    assert onsets(anew)[0] < frames(0.4)

    room.player.again()
    room.player.rest("help")
    room.play(3)
    assert not room.heard()[-frames(2.9) :].any()


def test_a_parent_who_rests_for_the_baby_is_praised_in_the_rest(room: Room) -> None:
    room.play(10)
    begin = len(room.heard())
    room.player.rest()
    room.play(4)
    assert lengths(room.heard()[begin:]) == [frames(0.8)]
    assert room.cues[-1][0].kind is CueKind.PRAISE


def test_next_cuts_what_is_said_and_says_what_comes_instead(room: Room) -> None:
    room.play(0.5)
    begin = len(room.heard())
    room.player.next()
    room.play(3)
    after = room.heard()[begin:]
    assert after[frames(0.05)] == 0.0 or onsets(after)[0] < frames(0.05)
    assert lengths(after)[-1] == frames(0.8)
    assert room.teller.said[-1] != room.teller.said[0]


def test_what_was_bound_and_will_not_come_is_never_heard(room: Room) -> None:
    room.player.next()
    timeline = room.player.head.timeline
    nearly = next(c for c in timeline.cues if c.kind is CueKind.NEARLY and c.step == 2)
    room.play(nearly.start - room.player.moment.seconds - 0.5)
    begin = len(room.heard())
    room.player.toggle_hold()
    room.play(20)
    assert onsets(room.heard()[begin:]) == []


@pytest.mark.parametrize("talk", Talk)
def test_how_much_is_said_is_the_parents_choice(room: Room, talk: Talk) -> None:
    room.sound.wear(replace(WORDS, talk=talk))
    room.play(90)
    kinds = [cue.kind for cue, at in room.cues if at > frames(2) and talk.speaks(cue.kind)]
    assert len([at for at in onsets(room.heard()) if at > frames(2)]) == len(kinds)


def test_chimes_tell_what_comes_and_captions_say_so(qtbot: QtBot) -> None:
    room = Room("legs:each", "rest:6", "gliding", settings=Settings(talk=Talk.CHIMES))
    room.play(90)
    room.player.stop()
    room.sound.close()

    assert room.captions == [
        "chime: we begin",
        "chime: other leg",
        "chime: a little rest",
        "chime: next stroke",
        "chime: that was all",
    ]
    assert room.teller.said == []
    assert len(onsets(np.abs(room.heard()), 0.12)) > 0


def test_mute_and_night_hold_at_once(room: Room) -> None:
    room.play(0.25)
    loud = float(room.heard()[-1])
    room.sound.wear(replace(WORDS, night_volume=True))
    room.play(0.25)
    assert room.heard()[-1] == pytest.approx(loud / 4, rel=0.01)
    room.sound.wear(replace(WORDS, muted=True))
    room.play(1)
    assert not room.heard()[-frames(0.9) :].any()
    assert room.player.state == "playing"


def test_a_bed_comes_goes_and_rests_with_the_massage(qtbot: QtBot) -> None:
    room = Room("resting", "gliding", settings=replace(WORDS, bed="brown-noise", voice_volume=0))

    def level(seconds: float) -> float:
        return float(np.square(room.heard()[-frames(seconds) :]).mean())

    room.play(10)
    full = level(3)
    room.player.rest("help")
    room.play(1)
    assert full > 1e-5 and level(0.5) == 0.0
    room.player.start()
    room.play(5)
    assert level(3) == pytest.approx(full, rel=0.8)
    room.player.stop()
    room.play(0.0)
    room.clock.pass_by(6)
    assert level(1.0) == 0.0
    room.sound.close()
    assert not room.tape.running


def test_own_music_that_cannot_be_read_is_told_and_the_massage_goes_on(
    qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "songs").mkdir()
    room = Room("resting", settings=replace(WORDS, own_music=str(tmp_path / "songs")))
    told: list[str] = []
    room.sound.told.connect(told.append)
    room.play(3)
    room.player.stop()
    room.player.load(a_massage("resting"))
    room.player.start()
    room.play(3)
    assert onsets(room.heard())
    room.player.stop()
    room.sound.close()
    assert told == [] or "songs" in told[0]
