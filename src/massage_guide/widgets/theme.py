"""The theme: a palette, a text size and a window size, turned into what every widget wears."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from massage_guide.stage.palette import LIGHT, PALETTES, Palette

if TYPE_CHECKING:
    from massage_guide.domain.settings import Settings

DESIGN = QSize(1280, 720)
"""The window that every size below is drawn for, pixels."""

SMALLEST_TARGET = 64
"""No live target is lower than this, pixels."""


FARTHER = 25
"""How much larger words are on a projector, percent; never more than the largest size."""


class Role(StrEnum):
    """What words are for; decides their size and weight."""

    DISPLAY = "display"
    TITLE = "title"
    HEADING = "heading"
    LEAD = "lead"
    BODY = "body"
    SOFT = "soft"
    SMALL = "small"
    ANSWER = "answer"


_SIZES = {
    Role.DISPLAY: 44,
    Role.TITLE: 32,
    Role.HEADING: 23,
    Role.LEAD: 26,
    Role.BODY: 21,
    Role.SOFT: 21,
    Role.SMALL: 17,
    Role.ANSWER: 36,
}
"""Pixels in the design window at 100 %."""

_STRONG = {Role.DISPLAY, Role.TITLE, Role.HEADING, Role.ANSWER}


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything that decides how the program looks; equal themes look the same."""

    palette: Palette = LIGHT
    text_percent: int = 100
    """The text size setting: 100, 125 or 150."""
    space: float = 1.0
    """How large the window is against the design window; scales sizes and gaps."""
    left_handed: bool = False
    """For parts that lie nearer to one hand than to the other."""
    reduced_motion: bool = False

    def px(self, design: float) -> int:
        """Scale a gap or a shape, in pixels of the design window."""
        return round(design * self.space)

    def target(self, design: float = SMALLEST_TARGET) -> int:
        """Scale the height of something to press; never below the smallest target."""
        return max(SMALLEST_TARGET, self.px(design))

    def text_px(self, role: Role) -> int:
        """Size of words, pixels."""
        percent = self.text_percent
        if role in (Role.DISPLAY, Role.TITLE, Role.ANSWER):
            # Large words are readable already: they grow half as much, so that they still fit.
            percent = 100 + (percent - 100) // 2
        return round(_SIZES[role] * self.space * percent / 100)

    def font(self, role: Role, strong: bool | None = None) -> QFont:
        """The font for words that are painted; not to be changed."""
        bold = role in _STRONG if strong is None else strong
        return _font(self.text_px(role), bold)

    def colours(self) -> QPalette:
        """The palette for Qt's own widgets."""
        own, qt = self.palette, QPalette()
        for role, colour in (
            (QPalette.ColorRole.Window, own.paper),
            (QPalette.ColorRole.WindowText, own.ink),
            (QPalette.ColorRole.Base, own.card),
            (QPalette.ColorRole.AlternateBase, own.paper_deep),
            (QPalette.ColorRole.Text, own.ink),
            (QPalette.ColorRole.PlaceholderText, own.soft_ink),
            (QPalette.ColorRole.Button, own.card),
            (QPalette.ColorRole.ButtonText, own.ink),
            (QPalette.ColorRole.Mid, own.line),
            (QPalette.ColorRole.Highlight, own.accent),
            (QPalette.ColorRole.HighlightedText, own.accent_ink),
        ):
            qt.setColor(role, QColor(colour))
        return qt

    def stylesheet(self) -> str:
        """The style sheet for labels, fields and scroll bars; buttons paint themselves."""
        return _stylesheet(self)


def sized(theme: Theme, window: QSize) -> Theme:
    """Fit a theme to a window, in steps, so that dragging its edge restyles seldom."""
    ratio = min(window.width() / DESIGN.width(), window.height() / DESIGN.height())
    space = min(max(round(ratio * 20) / 20, 0.85), 2.6)
    return replace(theme, space=space)


def moves_less(settings: Settings) -> bool:
    """Whether less is to move: chosen here, or asked for of the whole computer (Qt 6.12 on)."""
    hints = getattr(QApplication.styleHints(), "accessibility", None)
    asked = hints().property("motionPreference") if hints else None
    return settings.reduced_motion or "Reduce" in str(asked)


def chosen(settings: Settings) -> Theme:
    """The theme that a person chose, for the design window; fit it with `sized`."""
    percent = round(settings.text_size.factor * 100)
    palette = PALETTES[settings.theme]
    if palette.is_far:
        percent = min(percent + FARTHER, 150)
    return Theme(
        palette,
        percent,
        left_handed=settings.left_handed,
        reduced_motion=moves_less(settings),
    )


def wear(root: QWidget, theme: Theme) -> None:
    """Dress a window; everything inside follows."""
    root.setProperty("theme", theme)
    root.setPalette(theme.colours())
    root.setStyleSheet(theme.stylesheet())


def themed(widget: QWidget) -> Theme:
    """The theme that this widget's window wears."""
    theme = widget.window().property("theme")
    return theme if isinstance(theme, Theme) else Theme()


@lru_cache(maxsize=64)
def _font(pixels: int, bold: bool) -> QFont:
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return font


@lru_cache(maxsize=8)
def _stylesheet(theme: Theme) -> str:
    palette = theme.palette
    words = "".join(_words(theme, role) for role in Role)
    return f"""
QWidget {{ color: {palette.ink}; font-size: {theme.text_px(Role.BODY)}px; }}
QLabel {{ background: transparent; padding: 0 4px; }}
{words}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {theme.px(14)}px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {palette.line}; border-radius: {theme.px(5)}px;
    min-height: {theme.px(60)}px; margin: 0 {theme.px(2)}px;
}}
QScrollBar::handle:vertical:hover {{ background: {palette.soft_ink}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QFrame[panel="soft"] {{ background: {palette.accent_soft}; border-radius: {theme.px(20)}px; }}
QFrame[panel="warm"] {{ background: {palette.warm_soft}; border-radius: {theme.px(20)}px; }}
QFrame[panel="card"] {{ background: {palette.card}; border-radius: {theme.px(24)}px; }}
QLineEdit {{
    background: {palette.card}; color: {palette.ink};
    border: 2px solid {palette.line}; border-radius: {theme.px(18)}px;
    padding: 0 {theme.px(18)}px; min-height: {theme.target() - 4}px;
    selection-background-color: {palette.accent}; selection-color: {palette.accent_ink};
}}
QLineEdit:focus {{ border-color: {palette.focus}; }}
QTableView, QHeaderView, QHeaderView::section {{
    background: transparent; border: none;
    font-size: {theme.text_px(Role.SMALL)}px;
}}
QTableView::item {{ border-bottom: 1px solid {palette.line}; }}
QHeaderView::section {{ font-weight: 700; padding: {theme.px(4)}px; }}
QFileDialog QToolButton {{
    background: {palette.accent if palette.dark else palette.card};
    border: none; border-radius: {theme.px(8)}px; padding: {theme.px(6)}px;
}}
"""


def _words(theme: Theme, role: Role) -> str:
    colour = theme.palette.soft_ink if role in (Role.SOFT, Role.SMALL) else theme.palette.ink
    weight = 700 if role in _STRONG else 400
    return (
        f'QLabel[role="{role}"] {{ font-size: {theme.text_px(role)}px;'
        f" font-weight: {weight}; color: {colour}; }}\n"
    )
