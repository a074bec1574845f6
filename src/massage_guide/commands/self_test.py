"""`massage-guide self-test`: reads, opens and paints everything once, and says what is missing."""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QRect,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from massage_guide import __version__
from massage_guide.app import build
from massage_guide.commands.sound_check import found_sound
from massage_guide.desk.shelf import country_here
from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import Side
from massage_guide.domain.motion import prepare
from massage_guide.files.cards_file import Words, read_words
from massage_guide.files.library import Library
from massage_guide.files.paths import DataDir, NoAssetsError, assets_dir
from massage_guide.files.schema import SCHEMAS, schema_text
from massage_guide.playback.awake import Awake
from massage_guide.program import Program
from massage_guide.stage.drawings import read_drawings
from massage_guide.stage.palette import PALETTES
from massage_guide.stage.scene import Scene

_PACKAGES = ("PySide6-Essentials", "sqlmodel", "pydantic", "tomlkit", "numpy", "miniaudio")
_PATIENCE = 5000
"""Milliseconds that a desktop has to say whether it keeps the display awake."""


class Findings:
    """What was found: sound, missing without harm, or broken."""

    def __init__(self) -> None:
        self.broken: list[str] = []

    def sound(self, text: str) -> None:
        """Something is as it should be."""
        print(f"ok       {text}")

    def missing(self, text: str) -> None:
        """Something is not here, and the program does without it."""
        print(f"missing  {text}")

    def wrong(self, text: str) -> None:
        """Something is broken."""
        self.broken.append(text)
        print(f"broken   {text}")

    def attempt(self, what: str, check: Callable[[Findings], None]) -> None:
        """Do one check; whatever it runs into is told, and the next one follows."""
        try:
            check(self)
        except Exception as error:
            self.wrong(f"{what}: {str(error) or type(error).__name__}")


def add_parser(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = parsers.add_parser(
        "self-test",
        help="read, open and paint everything once, and say what is missing",
        description="Opens every screen without a display, reads every file of the program, "
        "paints every stroke and opens a database in a temporary folder. Your own data is not "
        "touched. Ends with 0 when all is sound, else with 1.",
    )
    parser.add_argument("--data", metavar="DIR", help="the data folder to look at")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check, print, and return the exit status."""
    if QApplication.instance() is None:
        # The windows of a self-test are nobody's to see.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication(["massage-guide"])
    print(_versions())
    found = Findings()
    with _heard(found):
        found.attempt("assets", _read_assets)
        found.attempt("pictures", _paint_strokes)
        found.attempt("screens", _open_screens)
        found.attempt("display", _keep_awake)
        found.attempt("sound", _listen)
    data = DataDir.choose(args.data)
    found.attempt("data folder", lambda findings: _look_at(data, findings))
    del application
    if found.broken:
        print(f"Not sound: {len(found.broken)} of the above must be mended.")
        return 1
    print("All is sound.")
    return 0


def _versions() -> str:
    told = [
        f"Massage Guide {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        f"SQLite {sqlite3.sqlite_version}",
        *(f"{name} {_version(name)}" for name in _PACKAGES),
        platform.platform(),
    ]
    return "\n".join(told)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


@contextmanager
def _heard(found: Findings) -> Iterator[None]:
    """Hear what Qt and its slots would otherwise only mutter."""

    def muttered(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and "does not support" not in (
            text
        ):
            found.missing(f"Qt says: {text}")

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        found.wrong(f"screens: {kind.__name__}: {error}")

    hook = sys.excepthook
    handler = qInstallMessageHandler(muttered)
    sys.excepthook = caught
    try:
        yield
    finally:
        sys.excepthook = hook
        qInstallMessageHandler(handler)


def _read_assets(found: Findings) -> None:
    try:
        assets = assets_dir()
    except NoAssetsError as error:
        found.wrong(str(error))
        return
    library, words = Library.load(assets), read_words(assets)
    for problem in [one for broken in library.broken for one in broken.problems]:
        found.wrong(str(problem))
    for problem in words.problems:
        found.wrong(str(problem))
    drawings = read_drawings(assets)
    weeks = sum(len(course.weeks) for course in library.courses)
    found.sound(f"{len(library.strokes)} strokes, {len(library.routines)} routines")
    found.sound(f"{len(library.courses)} courses of {weeks} weeks in all")
    found.sound(f"{len(words.cards)} cards, help lines of {len(words.help_lines)} places")
    found.sound(f"figures: {', '.join(sorted(drawings))}")
    for name in SCHEMAS:
        if (assets / "schema" / name).read_text(encoding="utf-8") != schema_text(name):
            found.wrong(f"schema/{name} is not the one that this program checks against")
    found.sound(f"{len(SCHEMAS)} schemas")
    _look_for_country(words, found)


def _look_for_country(words: Words, found: Findings) -> None:
    country = country_here()
    lines = words.lines_for(country)
    if country and country in words.help_lines:
        found.sound(f"help lines for {lines.name if lines else country}")
    else:
        found.missing(
            f"help lines for this country ({country or 'none is set'}); the card shows those "
            "that hold anywhere, and Settings can choose another"
        )


def _paint_strokes(found: Findings) -> None:
    assets = assets_dir()
    library, drawings = Library.load(assets), read_drawings(assets)
    scene = Scene(drawings, PALETTES["light"])
    choreography = Choreography(library.figures)
    image = QImage(320, 200, QImage.Format.Format_RGB32)
    for stroke in library.strokes.values():
        side = Side.LEFT if stroke.takes_sides else None
        doing = prepare(stroke, library.figures[stroke.figure], side, stroke.repeats)
        with QPainter(image) as painter:
            scene.paint(painter, choreography.doing(doing, 0.5), QRect(0, 0, 320, 200))
    found.sound(f"{len(library.strokes)} strokes painted")


def _open_screens(found: Findings) -> None:
    with TemporaryDirectory(prefix="massage-guide-") as folder:
        program = build(time.monotonic, _now, Path(folder))
        window = program.window
        window.show()
        program.load()
        program.safekeeping.open()
        if window.notice:
            found.wrong(f"database: {window.notice}")
        else:
            found.sound("a database")
        try:
            _show_each(program)
            found.sound(f"screens: {', '.join(program.screens.pages)}")
            found.sound(f"cards: {', '.join(program.screens.overlays)}")
        finally:
            window.close()
            program.deleteLater()
            QApplication.sendPostedEvents()


def _show_each(program: Program) -> None:
    window = program.window
    for name in program.screens.pages:
        window.show_screen(name)
        QApplication.processEvents()
        window.grab()
    for name in program.screens.overlays:
        window.open_card(name)
        QApplication.processEvents()
        window.grab()
    window.close_card()


def _keep_awake(found: Findings) -> None:
    awake, waiting = Awake(), QEventLoop()
    awake.changed.connect(waiting.quit)
    too_long = QTimer(singleShot=True)
    too_long.timeout.connect(waiting.quit)
    too_long.start(_PATIENCE)
    awake.hold()
    waiting.exec()
    too_long.stop()
    held, reason = awake.held, awake.reason
    awake.close()
    if held:
        found.sound("the display stays awake during a massage")
    else:
        found.missing(f"a desktop that keeps the display awake ({_in_short(reason)})")


def _listen(found: Findings) -> None:
    for there, text in found_sound():
        (found.sound if there else found.missing)(text)


def _in_short(reason: str | None) -> str:
    """What stands in the way, without the pages that the library says about it."""
    if reason and "DBUS_SESSION_BUS_ADDRESS" in reason:
        return "there is no session bus"
    return (reason or "it did not answer").strip().partition("\n")[0][:160]


def _takes_files(folder: Path) -> bool:
    """Whether a file can really be made there; rights alone do not tell, as in /proc."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _look_at(data: DataDir, found: Findings) -> None:
    folder = data.root
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    if folder.is_dir() and _takes_files(folder):
        found.sound(f"data folder: {data.root}")
    else:
        found.missing(f"a data folder that can be written to: {data.root}; nothing is recorded")
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    ):
        found.missing("a screen; the window opens only from a desktop")


def _now() -> datetime:
    return datetime.now().astimezone()
