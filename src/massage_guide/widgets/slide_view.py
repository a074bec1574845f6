"""The slide view: paints what a class sees in place of the picture, large and calm."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRadialGradient
from PySide6.QtWidgets import QWidget

from massage_guide.domain.class_slides import BLACK, Signs, Slide, SlideKind
from massage_guide.domain.tone import Tone
from massage_guide.widgets.breath import breathing_in, fullness, paint_bloom
from massage_guide.widgets.lettering import Line, block_height, paint_lines
from massage_guide.widgets.theme import Theme, themed
from massage_guide.widgets.wall import wall_theme

_CENTRED = Qt.AlignmentFlag.AlignHCenter
_TINTS = {Tone.GO: "accent_soft", Tone.EASE: "paper_deep", Tone.STOP: "warm_soft"}


def _words(text: str) -> str:
    return QCoreApplication.translate("SlideView", text)


class SlideView(QWidget):
    """Paints one slide as large as it is itself; the same on the wall and in small.

    Signals: none. Somebody else owns the seconds of a breath.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slide = BLACK
        self._seconds = 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def slide(self) -> Slide:
        """What it shows."""
        return self._slide

    def show_slide(self, slide: Slide) -> None:
        """Show another one."""
        if slide != self._slide:
            self._slide = slide
            self.setAccessibleName(". ".join(slide.words))
            self.update()

    @Slot(float)
    def set_seconds(self, seconds: float) -> None:
        """Show the breath as it is at this many seconds."""
        if seconds != self._seconds:
            self._seconds = seconds
            if self._slide.kind is SlideKind.BREATHING:
                self.update()

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        return QSize(640, 360)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = wall_theme(self.size(), themed(self))
        box = QRectF(self.rect())
        if self._slide.kind is SlideKind.BLACK:
            painter.fillRect(box, Qt.GlobalColor.black)
            return
        _paint_room(painter, box, theme)
        _PAINTERS.get(self._slide.kind, _paint_title)(painter, box, theme, self)

    def seconds(self) -> float:
        """How far the breath is."""
        return self._seconds


def _paint_room(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Paper, with a pool of light in its middle."""
    own = theme.palette
    painter.fillRect(box, QColor(own.paper))
    light = QRadialGradient(box.center(), box.width() * 0.62)
    light.setColorAt(0.0, QColor(own.card))
    light.setColorAt(0.6, QColor(own.paper))
    light.setColorAt(1.0, QColor(own.paper_deep))
    painter.fillRect(box, light)


def _paint_title(painter: QPainter, box: QRectF, theme: Theme, view: SlideView) -> None:
    """A few words in the middle, beneath a bloom."""
    slide, inner = view.slide, box.adjusted(theme.px(70), theme.px(50), -theme.px(70), 0)
    lines = [
        Line(slide.over, 42, tint="accent_deep", strong=True),
        Line(slide.title, 88 if len(slide.title) < 24 else 72, strong=True, gap=14),
        *(Line(line, 42, tint="soft_ink", gap=24) for line in slide.lines),
    ]
    shown = [line for line in lines if line.text]
    high = block_height(shown, theme, 1.0, inner.width())
    bloom = theme.px(210)
    top = box.y() + max((box.height() - high - bloom) / 2, 0.0)
    middle = QPointF(box.center().x(), top + bloom * 0.45)
    paint_bloom(painter, middle, bloom * 0.55, 0.7, 0.7, theme.palette)
    where = QRectF(inner.x(), top + bloom, inner.width(), high)
    paint_lines(painter, shown, where, theme, 1.0, _CENTRED)


def _paint_breathing(painter: QPainter, box: QRectF, theme: Theme, view: SlideView) -> None:
    seconds = view.seconds()
    light = fullness(seconds)
    full = 0.6 if theme.reduced_motion else light
    reach = box.height() * 0.40
    middle = QPointF(box.center().x(), box.y() + box.height() * 0.43)
    paint_bloom(painter, middle, reach, full, light, theme.palette)
    word = _words("Breathe in") if breathing_in(seconds) else _words("Breathe out")
    lines = (Line(word, 54, strong=True),)
    high = block_height(lines, theme, 1.0, box.width())
    where = QRectF(box.x(), box.bottom() - high - theme.px(36), box.width(), high)
    paint_lines(painter, lines, where, theme, 1.0, _CENTRED)


def _paint_cue_card(painter: QPainter, box: QRectF, theme: Theme, view: SlideView) -> None:
    """Three columns of signs."""
    slide, edge, gap = view.slide, theme.px(40), theme.px(24)
    title = (Line(slide.title, 56, strong=True),)
    high = block_height(title, theme, 1.0, box.width() - 2 * edge)
    head = QRectF(box.x() + edge, box.y() + edge, box.width() - 2 * edge, high)
    paint_lines(painter, title, head, theme, 1.0, _CENTRED)
    count = max(len(slide.columns), 1)
    wide = (box.width() - 2 * edge - (count - 1) * gap) / count
    top = head.bottom() + theme.px(26)
    for at, column in enumerate(slide.columns):
        panel = QRectF(box.x() + edge + at * (wide + gap), top, wide, box.bottom() - edge - top)
        _paint_column(painter, panel, theme, column)


def _paint_column(painter: QPainter, panel: QRectF, theme: Theme, column: Signs) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(theme.palette, _TINTS.get(column.tone, "card"))))
    painter.drawRoundedRect(panel, theme.px(28), theme.px(28))
    pad = theme.px(26)
    inner = panel.adjusted(pad, pad * 0.8, -pad, -pad)
    ink = "warm_ink" if column.tone is Tone.STOP else "ink"
    lines = [
        Line(column.title, 48, strong=True, tint=ink),
        *(Line(sign, 38, gap=16, tint=ink) for sign in column.signs),
    ]
    while len(lines) > 1 and block_height(lines, theme, 1.0, inner.width()) > inner.height():
        # where the screen is narrow, fewer signs that can be read are better than all
        lines.pop()
    paint_lines(painter, lines, inner, theme, 1.0)


def _paint_test(painter: QPainter, box: QRectF, theme: Theme, view: SlideView) -> None:
    """Edges, corners, a true circle, grey steps, and words as small as any that will come."""
    own, edge = theme.palette, max(theme.px(4), 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(own.line), edge / 2))
    step = box.height() / 9
    for at in range(1, int(box.width() / step) + 1):
        painter.drawLine(QPointF(at * step, 0), QPointF(at * step, box.height()))
    for at in range(1, 9):
        painter.drawLine(QPointF(0, at * step), QPointF(box.width(), at * step))
    painter.setPen(QPen(QColor(own.warm), edge))
    half = edge / 2
    painter.drawRect(box.adjusted(half, half, -half, -half))
    painter.setPen(QPen(QColor(own.accent_deep), edge))
    painter.setBrush(QColor(own.card))
    painter.drawEllipse(box.center(), box.height() * 0.42, box.height() * 0.42)
    lines = (
        Line(view.slide.title, 54, strong=True),
        *(Line(line, 38, gap=14) for line in view.slide.lines),
    )
    wide = box.height() * 0.66
    high = block_height(lines, theme, 1.0, wide)
    where = QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high)
    paint_lines(painter, lines, where, theme, 1.0, _CENTRED)
    painter.setPen(Qt.PenStyle.NoPen)
    for at in range(8):
        grey = round(255 * at / 7)
        painter.setBrush(QColor(grey, grey, grey))
        painter.drawRect(QRectF(edge, box.height() * (0.1 + at * 0.1), step * 0.8, step * 0.8))


_PAINTERS: dict[SlideKind, Callable[[QPainter, QRectF, Theme, SlideView], None]] = {
    SlideKind.BREATHING: _paint_breathing,
    SlideKind.CUE_CARD: _paint_cue_card,
    SlideKind.TEST: _paint_test,
}
