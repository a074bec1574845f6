"""Hand-outs: the folder of a five-week course, from the first file read to the last one written."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from massage_guide.files.cards_file import read_words
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from massage_guide.paper.handouts import Giver, handouts
from massage_guide.paper.leaflet import Size
from massage_guide.paper.press import pdf
from massage_guide.paper.stills import Stills
from massage_guide.stage.drawings import read_drawings
from tools.bench.figures import tell

GOAL = 5.0
"""Seconds."""


def main() -> None:
    """Measure and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--course", default="five-week")
    name: str = parser.parse_args().course
    application = QGuiApplication.instance() or QGuiApplication([])
    began, busy = time.perf_counter(), time.process_time()
    library = Library.load(assets_dir())
    course = library.course(name)
    assert course is not None
    stills, words = Stills(read_drawings(assets_dir())), read_words(assets_dir())
    them = handouts(library, course, stills, words, "UK", Giver())
    size, strokes = 0, sum(len(week.new) for week in course.weeks)
    with tempfile.TemporaryDirectory() as folder:
        for one in them.names:
            content = pdf(them.leaflet(one), Size.A4)
            size += Path(folder, f"{one}.pdf").write_bytes(content)
    took, worked = time.perf_counter() - began, time.process_time() - busy
    del application
    tell(
        "handouts",
        took,
        "s",
        None,
        processor=worked,
        files=len(them.names),
        strokes=strokes,
        kib=size // 1024,
        goal=GOAL,
    )


if __name__ == "__main__":
    main()
