"""Who says a text: its author, a shipped voice, own words rendered earlier, or nobody."""

from __future__ import annotations

import wave
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from massage_guide.files.recordings import recordings_in
from massage_guide.files.voice_files import ShippedVoice, Spoken
from massage_guide.playback.loudness import loudness
from massage_guide.playback.prompt import LEVEL
from massage_guide.playback.samples import RATE
from massage_guide.playback.voices import KEPT, Voices


def sound(path: Path, hertz: float, seconds: float = 0.5) -> Path:
    """A tone in a file, so that one can hear which it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    t = np.arange(round(seconds * RATE)) / RATE
    samples = (np.sin(2 * np.pi * hertz * t) * 8000).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return path


class OwnWords:
    def __init__(self) -> None:
        self.rendered: dict[str, Path] = {}
        self.wanted: list[str] = []

    def path(self, text: str) -> Path | None:
        return self.rendered.get(text)

    def want(self, texts: Iterable[str]) -> None:
        self.wanted += texts


class Room:
    def __init__(self, place: Path) -> None:
        self.place, self.own, self.told = place, OwnWords(), list[str]()
        words = {"Rest.": Spoken(sound(place / "rest.wav", 400), 0.5, -21.0)}
        other = {"Rest.": Spoken(sound(place / "other.wav", 800), 0.5, -21.0)}
        voices = (ShippedVoice("emma", words), ShippedVoice("heart", other))
        self.voices = Voices(voices, self.own, self.told.append)
        self.voices.choose("emma")

    def pitch(self, text: str) -> int:
        """What is heard, in Hertz; 0 for nothing."""
        samples = self.voices.say(text)
        if samples is None:
            return 0
        spectrum = np.abs(np.fft.rfft(samples.reshape(len(samples), -1)[:, 0]))
        return round(float(np.argmax(spectrum)) * RATE / len(samples))


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def test_the_chosen_voice_says_it_and_nobody_says_what_no_voice_has(room: Room) -> None:
    assert room.pitch("Rest.") == 400
    room.voices.choose("heart")
    assert room.pitch("Rest.") == 800
    assert room.pitch("Quack.") == 0
    room.voices.choose("somebody else")
    assert room.pitch("Rest.") == 0


def test_own_words_are_said_once_they_are_rendered(room: Room) -> None:
    room.voices.prepare(["Rest.", "Our own words."])
    assert room.own.wanted == ["Our own words."]
    assert room.pitch("Our own words.") == 0

    room.own.rendered["Our own words."] = sound(room.place / "own.wav", 1200)

    assert room.pitch("Our own words.") == 1200


def test_the_authors_own_recording_comes_before_any_voice(room: Room) -> None:
    folder = room.place / "evening"
    sound(folder / "Rest.wav", 600)
    room.voices.record(folder)

    assert room.pitch("Rest.") == 600
    room.voices.record(None)
    assert room.pitch("Rest.") == 400


def test_a_recording_is_as_loud_as_the_voices(room: Room) -> None:
    sound(room.place / "evening" / "rest.wav", 600)
    room.voices.record(room.place / "evening")
    samples = room.voices.say("Rest.")

    assert samples is not None
    assert loudness(samples, RATE) == pytest.approx(LEVEL, abs=1.0)


def test_a_bad_recording_is_named_once_and_the_voice_speaks_instead(room: Room) -> None:
    folder = room.place / "evening"
    folder.mkdir()
    (folder / "rest.ogg").write_text("not a sound at all")
    room.voices.record(folder)

    assert [room.pitch("Rest.") for _ in range(3)] == [400, 400, 400]
    assert len(room.told) == 1 and "rest.ogg" in room.told[0]


def test_only_a_few_sounds_stay_in_memory(room: Room) -> None:
    for number in range(3 * KEPT):
        text = f"Words {number}."
        room.own.rendered[text] = sound(room.place / f"{number}.wav", 500, 0.05)
        room.voices.say(text)

    assert len(room.voices._decoded) == KEPT


def test_a_folder_that_is_not_there_holds_no_recordings(tmp_path: Path) -> None:
    assert recordings_in(tmp_path / "nowhere") == {}
    assert recordings_in(None) == {}
