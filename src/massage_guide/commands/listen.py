"""`massage-guide listen`: a whole massage as a sound file, to take along or to check."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from massage_guide.commands.plan import CannotPlanError, find_routine
from massage_guide.domain.played import played_steps
from massage_guide.domain.settings import Settings
from massage_guide.domain.talk import Talk
from massage_guide.domain.timeline import Timeline
from massage_guide.files.library import Library
from massage_guide.files.paths import DataDir, NoAssetsError, assets_dir
from massage_guide.files.sounds_file import ShippedSounds, read_sounds

_KINDS = {".wav": ("WAV", "PCM_16"), ".ogg": ("OGG", "VORBIS")}
_BLOCK = 16_384
"""Frames written at a time: more than that in one go is not safe with Vorbis."""


class CannotListenError(Exception):
    """There is nothing to be heard; the message says why."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = subparsers.add_parser(
        "listen",
        help="write a whole massage as it would sound, to take along",
        description="Renders what a routine says and plays, second by second, into a sound file.",
    )
    parser.add_argument("routine", metavar="ROUTINE", help="an id, or the path of a routine file")
    parser.add_argument("--voice", metavar="NAME", default=Settings().voice, help="who speaks")
    parser.add_argument("--bed", metavar="NAME", default="", help="what lies beneath; else nothing")
    parser.add_argument(
        "--talk", choices=[str(talk) for talk in Talk], default=Talk.FULL, help="how much is said"
    )
    parser.add_argument("--out", metavar="FILE", required=True, help="a .wav or .ogg file")
    parser.add_argument("--data", metavar="DIR", help="the data folder that holds your own files")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Render, write, and return the exit status."""
    out = Path(args.out)
    try:
        data = DataDir.choose(args.data)
        library = Library.load(assets_dir(), data)
        routine = find_routine(args.routine, library)
        sounds = read_sounds(assets_dir())
        _check(args, out, library, sounds)
    except CannotPlanError as error:
        sys.stderr.write(f"{error}\n")
        return error.status
    except (CannotListenError, NoAssetsError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    talk = Talk(args.talk)
    narration = replace(library.narration, talk=talk)
    steps = played_steps(routine, library.strokes)
    settings = Settings(voice=args.voice, bed=args.bed, talk=talk)
    try:
        seconds = _write(Timeline(routine, steps, narration), library, data, settings, out)
    except OSError as error:
        sys.stderr.write(f"{out} could not be written: {error.strerror or error}.\n")
        return 1
    sys.stdout.write(f"{out}: {round(seconds) // 60}:{round(seconds) % 60:02}\n")
    return 0


def _check(args: argparse.Namespace, out: Path, library: Library, sounds: ShippedSounds) -> None:
    if out.suffix.lower() not in _KINDS:
        raise CannotListenError(f"{out.name} should end in .wav or .ogg.")
    voices = [voice.name for voice in library.voices]
    if args.voice not in voices:
        known = ", ".join(voices) or "none"
        raise CannotListenError(f"There is no voice `{args.voice}`; there are {known}.")
    if args.bed and args.bed not in sounds.beds:
        raise CannotListenError(
            f"There is no bed `{args.bed}`; there are {', '.join(sounds.beds)}."
        )


def _write(
    timeline: Timeline, library: Library, data: DataDir, settings: Settings, out: Path
) -> float:
    """Write the file; its length in seconds."""
    import soundfile

    from massage_guide.playback.hearing import heard
    from massage_guide.playback.own_words import OwnWords
    from massage_guide.playback.samples import CHANNELS, RATE
    from massage_guide.playback.voices import Voices

    def tell(sentence: str) -> None:
        sys.stderr.write(f"{sentence}\n")

    # own words are said where they were rendered for a massage before
    voices = Voices(library.voices, OwnWords(data.voice), tell)
    voices.record(library.recordings.get(timeline.routine.id))
    kind, subtype = _KINDS[out.suffix.lower()]
    beside = out.with_name(f"{out.name}.part")
    written = 0
    try:
        with soundfile.SoundFile(beside, "w", RATE, CHANNELS, format=kind, subtype=subtype) as file:
            for piece in heard(timeline, read_sounds(assets_dir()), voices, settings, tell):
                for at in range(0, len(piece), _BLOCK):
                    file.write(piece[at : at + _BLOCK])
                written += len(piece)
        beside.replace(out)
    except soundfile.SoundFileError as error:
        raise OSError(str(error)) from error
    finally:
        beside.unlink(missing_ok=True)
    return written / RATE
