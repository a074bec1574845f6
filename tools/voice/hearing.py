"""`make voice-check`: a recogniser writes down every shipped word; counts what it misheard.

It ends with 1 where more than two words in a hundred are misheard. What was heard once is kept
beside the environment, so that only new sounds are listened to again.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from massage_guide.files.voice_files import ShippedVoice, read_voices
from tools.voice.hands import share
from tools.voice.workshop import HOME, ROOT, NotReadyError, provide

MOST = 0.02
"""Share of words that may be misheard."""
LISTENER = Path(__file__).with_name("listener.py")
HEARD = HOME / "heard.json"
"""What was heard before, by the name of the file."""
SOUND_ALIKE: Mapping[str, str] = {
    "babies": "baby's",
    "knows": "nose",
    "son": "sun",
    "soul": "sole",
    "thums": "thumbs",
    "won": "one",
    "write": "right",
}
"""Words that no ear tells apart, as they are written here."""
_WRITTEN_APART = {"fingertips": "finger tips", "halfway": "half way", "zigzag": "zig zag"}
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")


@dataclass(frozen=True, slots=True)
class Hearing:
    """One text, what was heard of it, and how many words of it were not."""

    text: str
    heard: str

    @property
    def words(self) -> int:
        """How many words there are to hear."""
        return len(words_of(self.text))

    @property
    def wrong(self) -> int:
        """Words misheard, missed or made up."""
        return distance(words_of(self.text), words_of(self.heard))


def words_of(text: str) -> list[str]:
    """The words, as they sound alike."""
    plain = text.lower().replace("’", "'")
    for whole, apart in _WRITTEN_APART.items():
        plain = plain.replace(whole, apart)
    return [SOUND_ALIKE.get(word, word) for word in _WORD.findall(plain)]


def distance(meant: Sequence[str], heard: Sequence[str]) -> int:
    """The fewest words to change, leave out or put in, to come from one to the other."""
    row = list(range(len(heard) + 1))
    for number, word in enumerate(meant, 1):
        before, row[0] = row[0], number
        for at, other in enumerate(heard, 1):
            changed = before + (word != other)
            before, row[at] = row[at], min(changed, row[at] + 1, row[at - 1] + 1)
    return row[-1]


def listened(voice: ShippedVoice, ears: int) -> list[Hearing]:
    """Everything that the voice says, heard."""
    known: dict[str, str] = json.loads(HEARD.read_text("utf-8")) if HEARD.is_file() else {}

    def keep(path: Path, heard: str) -> None:
        known[path.name] = heard
        HEARD.write_text(json.dumps(known, indent=1), "utf-8")

    new = [spoken.path for spoken in voice.words.values() if spoken.path.name not in known]
    if new:
        share((provide("hearing"), LISTENER), new, str, keep, ears)
    return [Hearing(text, known[one.path.name]) for text, one in voice.words.items()]


def tell(name: str, hearings: Sequence[Hearing]) -> tuple[int, int]:
    """Print what one voice said and how it was heard; gives words misheard, and words."""
    wrong = sum(one.wrong for one in hearings)
    words = sum(one.words for one in hearings)
    for one in hearings:
        if one.wrong:
            print(f"{name}: {one.text}\n{' ' * len(name)}  {one.heard}")
    share = wrong / words if words else 0.0
    print(f"{name}: {wrong} of {words} words misheard, {share:.1%}, in {len(hearings)} prompts")
    return wrong, words


def main() -> int:
    """Listen to the voices asked for, and judge all together."""
    parser = argparse.ArgumentParser(prog="make voice-check", description=__doc__)
    parser.add_argument("voices", nargs="*", metavar="VOICE", help="only these voices")
    parser.add_argument("--ears", type=int, default=1, metavar="N", help="how many listen at once")
    args = parser.parse_args()
    wrong = words = 0
    try:
        for voice in read_voices(ROOT / "assets"):
            if not args.voices or voice.name in args.voices:
                misheard, said = tell(voice.name, listened(voice, args.ears))
                wrong, words = wrong + misheard, words + said
    except NotReadyError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"over all: {wrong} of {words} words misheard, {wrong / max(words, 1):.2%}")
    return 0 if words and wrong <= MOST * words else 1


if __name__ == "__main__":
    sys.exit(main())
