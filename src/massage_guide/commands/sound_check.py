"""The sound check of the self-test: what plays, and what there is to be heard."""

from __future__ import annotations

from collections.abc import Iterator

from massage_guide.files.paths import assets_dir
from massage_guide.files.sounds_file import read_sounds
from massage_guide.files.voice_files import read_voices
from massage_guide.playback.devices import device_names


def found_sound() -> Iterator[tuple[bool, str]]:
    """Whether each thing is there, and a line on it."""
    names = device_names()
    if names:
        yield True, f"sound: {', '.join(names)}"
    else:
        yield False, "something that plays sound; massages are silent, and captions say all"
    assets = assets_dir()
    sounds = read_sounds(assets)
    voices = {voice.name: voice for voice in read_voices(assets)}
    for name, title in sounds.voices.items():
        voice = voices.get(name)
        if voice is None:
            yield False, f"the voice {name} ({title}); captions say its words"
            continue
        gone = sum(not one.path.is_file() for one in voice.words.values())
        files = f"{len(voice.words) - gone} of {len(voice.words)} sentences"
        yield not gone, f"voice {name} ({title}): {files}"
    paths = [*map(sounds.bed, sounds.beds), *map(sounds.chime, sounds.captions)]
    there = sum(path.is_file() for path in paths)
    yield there == len(paths), f"beds and chimes: {there} of {len(paths)}"
