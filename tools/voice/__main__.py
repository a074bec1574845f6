"""`make voices`: renders every shipped phrase in every shipped voice; only what changed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from massage_guide.domain.cues import StandingWords
from massage_guide.domain.phrases import every_shipped_phrase
from massage_guide.domain.speech import pronounced
from massage_guide.files.library import Library
from massage_guide.files.pronunciation import read_pronunciation
from tools.voice.cast import CAST, Player
from tools.voice.hands import share
from tools.voice.workshop import NotReadyError, provide, provide_styles

ROOT = Path(__file__).resolve().parent.parent.parent
ASSETS = ROOT / "assets"
VOICES = ASSETS / "audio" / "voice"
ENGINE = Path(__file__).with_name("engine.py")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text in one voice."""

    text: str
    said: str
    """The same, as it is pronounced."""
    file: str


class Folder:
    """The sounds of one voice, and the list of them."""

    def __init__(self, player: Player, texts: frozenset[str]) -> None:
        self.player = player
        self.path = VOICES / player.name
        table = read_pronunciation(ASSETS, player.name)
        self.phrases = tuple(
            Phrase(text, said, f"{player.maker.key(said)}.ogg")
            for text in sorted(texts)
            for said in (pronounced(text, table),)
        )
        self._known = self._read()

    def missing(self) -> list[Phrase]:
        """What has no sound yet."""
        return [phrase for phrase in self.phrases if not self._has(phrase)]

    def job(self, phrase: Phrase) -> dict[str, str]:
        """What the engine has to be told."""
        return {"said": phrase.said, "path": str(self.path / phrase.file)}

    def keep(self, phrase: Phrase, told: dict[str, Any]) -> None:
        """Note a sound that was rendered just now, and write the list."""
        print(f"{self.player.name}: {phrase.said}", flush=True)
        self._known[phrase.file] = {"file": phrase.file, **told}
        self.write()

    def write(self) -> None:
        """Write the list of the sounds that there are, in the order of their texts."""
        words = {p.text: self._known[p.file] for p in self.phrases if self._has(p)}
        maker = self.player.maker
        head = {"engine": maker.engine, "version": maker.version, "speed": maker.speed}
        text = json.dumps({**head, "words": words}, ensure_ascii=False, indent=1) + "\n"
        beside = self.path / "words.json.part"
        beside.write_text(text, "utf-8")
        beside.replace(self.path / "words.json")

    def clear(self) -> int:
        """Remove the sounds that nothing says any more; gives how many they were."""
        kept = {phrase.file for phrase in self.phrases} | {"words.json"}
        leftovers = [path for path in self.path.iterdir() if path.name not in kept]
        for path in leftovers:
            path.unlink()
        return len(leftovers)

    def _has(self, phrase: Phrase) -> bool:
        return phrase.file in self._known and (self.path / phrase.file).is_file()

    def _read(self) -> dict[str, dict[str, Any]]:
        self.path.mkdir(parents=True, exist_ok=True)
        path = self.path / "words.json"
        if not path.is_file():
            return {}
        words: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))["words"]
        # by the file, which tells who said what; a text may change and sound the same
        return {one["file"]: one for one in words.values()}


def folders() -> Iterator[Folder]:
    """Every voice, with what it has to say."""
    library = Library.load(ASSETS)
    texts = every_shipped_phrase(library.strokes, library.routines, StandingWords())
    for player in CAST:
        yield Folder(player, texts)


def render(folder: Folder, engines: int) -> None:
    """Give every phrase of the voice its sound."""
    player, missing = folder.player, folder.missing()
    if missing:
        style = provide_styles() / f"{player.name}.bin"
        accent = "british" if player.british else "american"
        speeds = (str(player.maker.speed), str(player.edges))
        command = (provide("rendering"), ENGINE, style, *speeds, accent)
        share(command, missing, folder.job, folder.keep, engines)
    folder.write()
    print(f"{player.name}: {len(folder.phrases)} phrases, {folder.clear()} files removed")


def main() -> int:
    """Render what changed in the voices asked for."""
    parser = argparse.ArgumentParser(prog="make voices", description=__doc__)
    parser.add_argument("voices", nargs="*", metavar="VOICE", help="only these voices")
    parser.add_argument("--list", action="store_true", help="say what would be rendered")
    parser.add_argument("--engines", type=int, default=1, metavar="N", help="how many at once")
    args = parser.parse_args()
    try:
        for folder in folders():
            if args.voices and folder.player.name not in args.voices:
                continue
            if args.list:
                for phrase in folder.missing():
                    print(f"{folder.player.name}: {phrase.said}")
            else:
                render(folder, args.engines)
    except NotReadyError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
