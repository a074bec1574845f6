"""Buttons: go on, offer, quiet, and the huge answers."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from massage_guide.widgets.pressable import (
    WRAP_CENTRED,
    Pressable,
    line_width,
    widest_word,
    wrapped_height,
)
from massage_guide.widgets.theme import Role, Theme, themed


class Kind(Enum):
    """How much a button asks to be pressed."""

    GO = "go"
    """The one that goes on."""
    OFFER = "offer"
    """A kind offer on a tint."""
    QUIET = "quiet"
    """There when it is looked for."""
    PLAIN = "plain"
    """Words alone, until the pointer comes near."""


class Button(Pressable):
    """A button with words, and if given a second, smaller line; both wrap."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = Kind.QUIET,
        detail: str = "",
        role: Role = Role.BODY,
        parent: QWidget | None = None,
        *,
        detail_role: Role = Role.SMALL,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._role = role
        self._detail = detail
        self._detail_role = detail_role
        self._least = 64
        self._wide = 0
        self.setAccessibleDescription(detail)

    def set_height(self, design: int) -> None:
        """Ask for a height, in pixels of the design window; words may need more."""
        self._least = design
        self.updateGeometry()

    def set_width(self, design: int) -> None:
        """Ask for a width, in pixels of the design window."""
        self._wide = design
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Ask more or less to be pressed."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_detail(self, detail: str) -> None:
        """Change the smaller line."""
        self._detail = detail
        self.setAccessibleDescription(detail)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        theme = themed(self)
        pads = 2 * (theme.px(22) + self.room())
        words = theme.font(self._role, strong=self._strong())
        wide = line_width(self.text(), words)
        if self._detail:
            wide = max(
                wide, min(line_width(self._detail, theme.font(self._detail_role)), theme.px(300))
            )
        width = max(wide + pads, theme.target(), theme.px(self._wide))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        theme = themed(self)
        pads = 2 * (theme.px(14) + self.room())
        width = widest_word(self.text(), theme.font(self._role, strong=self._strong())) + pads
        return QSize(width, theme.target(self._least))

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        theme = themed(self)
        inner = width - 2 * (theme.px(14) + self.room())
        high = sum(self._heights(theme, inner)) + 2 * (theme.px(8) + self.room())
        return max(high, theme.target(self._least) + 2 * self.room())

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint the face."""
        ground, words, soft = self._colours(theme)
        edge = self._edge(theme)
        painter.setPen(QPen(QColor(edge), 2) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        radius = self.corner(theme)
        painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), radius, radius)
        pad = theme.px(14)
        inner = face.adjusted(pad, 0, -pad, 0)
        first, second = self._heights(theme, inner.width())
        top = face.center().y() - (first + second) / 2
        painter.setPen(QColor(words))
        painter.setFont(theme.font(self._role, strong=self._strong()))
        painter.drawText(QRectF(inner.x(), top, inner.width(), first), WRAP_CENTRED, self.text())
        if self._detail:
            painter.setPen(QColor(soft))
            painter.setFont(theme.font(self._detail_role))
            where = QRectF(inner.x(), top + first, inner.width(), second)
            painter.drawText(where, WRAP_CENTRED, self._detail)

    def _heights(self, theme: Theme, width: float) -> tuple[int, int]:
        first = wrapped_height(self.text(), theme.font(self._role, strong=self._strong()), width)
        return first, wrapped_height(self._detail, theme.font(self._detail_role), width)

    def _strong(self) -> bool:
        return self._kind in (Kind.GO, Kind.OFFER)

    def _edge(self, theme: Theme) -> str:
        if self._kind is Kind.OFFER and self.underMouse():
            return theme.palette.accent
        return theme.palette.line if self._kind is Kind.QUIET else ""

    def _colours(self, theme: Theme) -> tuple[str, str, str]:
        own = theme.palette
        if self._kind is Kind.GO:
            ground = own.accent_hover if self.underMouse() else own.accent
            return (own.accent_pressed if self.isDown() else ground), own.accent_ink, own.accent_ink
        if self._kind is Kind.OFFER:
            # on the page a card's own colours would take its shape away
            ground = own.card_pressed if self.isDown() else own.accent_soft
            return ground, own.ink, own.soft_ink
        bare = own.paper if self._kind is Kind.PLAIN else own.card
        ground = own.card_hover if self.underMouse() else bare
        return (own.card_pressed if self.isDown() else ground), own.ink, own.soft_ink
