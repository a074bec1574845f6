"""`massage-guide picture`: a stroke drawn into a PNG file, or all of them on one sheet."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import FigureName, Side
from massage_guide.domain.motion import prepare
from massage_guide.domain.picture import Dress, Picture
from massage_guide.domain.review import review_line
from massage_guide.domain.settings import TONES, Settings
from massage_guide.domain.stroke import Region, Stroke
from massage_guide.files.library import Library
from massage_guide.files.paths import DataDir, assets_dir
from massage_guide.stage.drawings import read_drawings
from massage_guide.stage.newborn import with_newborn
from massage_guide.stage.palette import PALETTES
from massage_guide.stage.scene import Scene
from massage_guide.stage.tones import tones

PHASES = 8
"""Pictures of each stroke on the sheet of all of them."""
PHASES_ALONE = 16
"""Pictures on the sheet of one stroke."""
_CELL = QSize(220, 250)
_STILL = QSize(300, 330)
STILLS = 6
"""Stills side by side on the sheet of them."""
_LABEL = 30
_COLUMNS = 2
"""Strokes side by side on the sheet."""


def add_parser(parsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = parsers.add_parser("picture", help="draw a stroke into a PNG file")
    parser.add_argument("stroke", nargs="?", metavar="STROKE", help="id of the stroke")
    parser.add_argument(
        "--sheet",
        action="store_true",
        help="every stroke at eight phases; with STROKE that one at sixteen",
    )
    parser.add_argument(
        "--region", choices=[region.value for region in Region], help="only these, on the sheet"
    )
    parser.add_argument("--at", type=float, default=0.0, metavar="SECONDS", help="default: 0")
    parser.add_argument(
        "--still", action="store_true", help="the one picture that tells a stroke, as in print"
    )
    parser.add_argument("--side", choices=[side.value for side in Side], help="the baby's side")
    parser.add_argument("--size", default="1280x720", metavar="WIDTHxHEIGHT")
    parser.add_argument("--palette", choices=sorted(PALETTES), default="light")
    parser.add_argument("--dress", choices=[dress.value for dress in Dress], default="nappy")
    usual = Settings()
    _add_tone(parser, "--baby-tone", usual.baby_tone)
    _add_tone(parser, "--hand-tone", usual.hand_tone)
    parser.add_argument("--newborn", action="store_true", help="a baby of a few weeks")
    parser.add_argument("--no-hair", action="store_true", help="a baby without hair yet")
    parser.add_argument("--left-handed", action="store_true")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.png")
    parser.add_argument("--data", metavar="DIR", help="data folder with own strokes")
    parser.set_defaults(run=run)


def _add_tone(parser: argparse.ArgumentParser, name: str, usual: int) -> None:
    told = f"skin, {TONES[0]} (lightest) to {TONES[-1]}; default: {usual}"
    parser.add_argument(name, type=int, choices=TONES, default=usual, metavar="N", help=told)


def run(args: argparse.Namespace) -> int:
    """Draw and save; 2 for what was asked wrongly."""
    library = Library.load(assets_dir(), DataDir.choose(args.data))
    wrong = _what_is_wrong(args, library)
    if wrong:
        print(wrong, file=sys.stderr)
        return 2
    application = QGuiApplication.instance() or QGuiApplication(["massage-guide"])
    painter = _Drawing(args, library)
    image = painter.sheet() if args.sheet else painter.one(library.strokes[args.stroke])
    del application
    if not image.save(str(args.out)):
        print(
            f"{args.out}: could not be written; choose a folder you may write to, and a "
            "name that ends in .png",
            file=sys.stderr,
        )
        return 2
    print(args.out)
    told = review_line(painter.strokes)
    if told:
        print(told)
    return 0


def _what_is_wrong(args: argparse.Namespace, library: Library) -> str:
    if not args.sheet and not args.stroke:
        return "picture: name one stroke, or say --sheet for all of them"
    if _size(args.size) is None:
        return f"picture: {args.size} is no size; say it as 1280x720, from 64 to 8192 pixels"
    if args.out.suffix.lower() != ".png":
        return f"picture: {args.out} is no PNG file; give --out a name that ends in .png"
    if args.stroke:
        return _what_is_wrong_with_stroke(args, library)
    return ""


def _what_is_wrong_with_stroke(args: argparse.Namespace, library: Library) -> str:
    stroke = library.strokes.get(args.stroke)
    if stroke is None:
        near = get_close_matches(args.stroke, library.strokes, n=1)
        known = f"did you mean {near[0]}?" if near else "massage-guide picture --sheet shows all"
        return f"picture: there is no stroke {args.stroke}; {known}"
    whole = stroke.seconds * stroke.repeats
    if not 0 <= args.at <= whole:
        return f"picture: {stroke.id} lasts {whole:g} seconds; say --at from 0 to {whole:g}"
    if args.side and not stroke.takes_sides:
        return f"picture: {stroke.id} has no sides; leave --side out"
    return ""


def _size(text: str) -> QSize | None:
    width, _, height = text.partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        return None
    size = QSize(int(width), int(height))
    return size if min(size.toTuple()) >= 64 and max(size.toTuple()) <= 8192 else None


class _Drawing:
    """One call's scene and choices."""

    def __init__(self, args: argparse.Namespace, library: Library) -> None:
        self._args = args
        self._strokes = list(library.strokes.values())
        drawings = read_drawings(assets_dir())
        if args.newborn:
            drawings = with_newborn(drawings)
        self._figures = {name: drawing.figure for name, drawing in drawings.items()}
        self._palette = PALETTES[args.palette]
        worn = tones(args.baby_tone, args.hand_tone, hair=not args.no_hair)
        self._scene = Scene(drawings, self._palette, worn)
        self._choreography = Choreography(
            self._figures, left_handed=args.left_handed, dress=Dress(args.dress)
        )

    @property
    def strokes(self) -> list[Stroke]:
        """What is drawn."""
        return [stroke for stroke in self._strokes if self._is_wanted(stroke)]

    def one(self, stroke: Stroke) -> QImage:
        """The stroke at the seconds asked for."""
        size = _size(self._args.size) or QSize(1280, 720)
        image = QImage(size, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            cycle = self._args.at / stroke.seconds
            picture = self._picture(stroke, cycle)
            self._scene.paint(painter, picture, QRect(0, 0, size.width(), size.height()))
        return image

    def sheet(self) -> QImage:
        """Every stroke at eight phases from beginning to end, or one at sixteen."""
        wanted = self.strokes
        if self._args.still:
            return self._stills(wanted)
        alone = bool(self._args.stroke)
        phases = PHASES_ALONE if alone else PHASES
        columns = 1 if alone else _COLUMNS
        rows = -(-len(wanted) // columns)
        lines = -(-phases // PHASES)
        high, wide = _CELL.height() * lines + _LABEL, _CELL.width() * PHASES
        image = QImage(wide * columns, max(high * rows, 1), QImage.Format.Format_RGB32)
        image.fill(QColor(self._palette.card))
        with QPainter(image) as painter:
            painter.setPen(QColor(self._palette.ink))
            painter.setFont(QFont(painter.font().family(), 14))
            for at, stroke in enumerate(wanted):
                corner = QPoint(at % columns * wide, at // columns * high)
                self._stroke(painter, stroke, corner, phases)
        return image

    def _stills(self, wanted: Sequence[Stroke]) -> QImage:
        """The one picture of each stroke, beneath its name."""
        rows = -(-len(wanted) // STILLS)
        high = _STILL.height() + _LABEL
        image = QImage(_STILL.width() * STILLS, max(high * rows, 1), QImage.Format.Format_RGB32)
        image.fill(QColor(self._palette.card))
        cell = QImage(_STILL, QImage.Format.Format_RGB32)
        with QPainter(image) as painter:
            painter.setPen(QColor(self._palette.ink))
            painter.setFont(QFont(painter.font().family(), 12))
            for number, stroke in enumerate(wanted):
                corner = QPoint(number % STILLS * _STILL.width(), number // STILLS * high)
                label = QRect(corner.x() + 8, corner.y(), _STILL.width() - 16, _LABEL)
                name = f"{stroke.code}  {stroke.name}"
                painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, name)
                with QPainter(cell) as inside:
                    self._scene.paint(inside, self._picture(stroke, 0.0), cell.rect())
                painter.drawImage(corner + QPoint(0, _LABEL), cell)
        return image

    def _is_wanted(self, stroke: Stroke) -> bool:
        if self._args.stroke:
            return bool(stroke.id == self._args.stroke)
        return self._args.region in (None, stroke.region.value)

    def _stroke(self, painter: QPainter, stroke: Stroke, corner: QPoint, phases: int) -> None:
        side = f", {self._args.side or 'left'}" if stroke.takes_sides else ""
        name = f"{stroke.code}  {stroke.name}  ({stroke.id}{side})"
        label = QRect(corner.x() + 12, corner.y(), _CELL.width() * PHASES - 24, _LABEL)
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, name)
        cell = QImage(_CELL, QImage.Format.Format_RGB32)
        span = min(stroke.repeats, 2)
        for phase in range(phases):
            with QPainter(cell) as inside:
                picture = self._picture(stroke, span * (phase + 0.5) / phases)
                self._scene.paint(inside, picture, cell.rect())
            line, place = divmod(phase, PHASES)
            at = QPoint(place * _CELL.width(), _LABEL + line * _CELL.height())
            painter.drawImage(corner + at, cell)

    def _picture(self, stroke: Stroke, cycle: float) -> Picture:
        side = Side(self._args.side or "left") if stroke.takes_sides else None
        figure = self._figures[FigureName(stroke.figure)]
        doing = prepare(stroke, figure, side, stroke.repeats, left_handed=self._args.left_handed)
        if self._args.still:
            return self._choreography.still(doing)
        return self._choreography.doing(doing, cycle)
