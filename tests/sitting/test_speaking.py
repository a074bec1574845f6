"""Who says the words of a massage that is about to begin."""

from __future__ import annotations

from pathlib import Path

from massage_guide.domain.played import played_steps
from massage_guide.domain.suitability import Suited
from massage_guide.files.library import Library
from massage_guide.files.paths import DataDir, assets_dir
from massage_guide.sitting.speaking import Speaking
from tests.playback.test_voices import sound

OWN = """
format = 1
id = "ours"
version = "1.0.0"
title = "Ours"
purpose = "Our own evening"
language = "en"
licence = "CC-BY-4.0"
authors = ["Somebody"]
from_weeks = 0
positions = ["on-back"]
oil = "none"
sources = ["ED"]
not_when = []
when = "Any time."

[[step]]
stroke = "resting-hands"
say = "Hello, little bear."

[[step]]
stroke = "foot-hold"
say = "**"
"""


def test_an_own_routine_speaks_with_its_authors_recordings(qapp: object, tmp_path: Path) -> None:
    data = DataDir(tmp_path)
    data.routines.mkdir()
    (data.routines / "evening.toml").write_text(OWN, "utf-8")
    sound(data.routines / "evening" / "hello-little-bear.wav", 500)
    library = Library.load(assets_dir(), data)
    ours, shipped = library.routine("ours"), library.routine("two-minutes-peace")
    assert ours and shipped and not library.broken
    speaking, told = Speaking(data.voice), list[str]()
    speaking.told.connect(told.append)
    speaking.use(library)
    voices = speaking.open()
    voices.choose("bf_emma")

    speaking.prepare(Suited(ours, played_steps(ours, library.strokes)))
    assert voices.say("Hello, little bear.") is not None
    assert len(told) == 1 and "no word" in told[0]

    speaking.prepare(Suited(shipped, played_steps(shipped, library.strokes)))
    assert voices.say("Hello, little bear.") is None
    assert len(told) == 1
    speaking.close()
