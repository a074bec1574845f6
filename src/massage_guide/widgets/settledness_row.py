"""The settledness row: five words for how settled baby is, and whether awake."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.settledness import BabyState, Settledness, states_for
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.pressable import Pressable, line_width
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words


class _Point(Pressable):
    """One of the five: its number, which is its key, and its word."""

    def __init__(self, value: Settledness, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Settledness", value.label), parent)
        self.value = value
        self.setCheckable(True)
        self.setAccessibleDescription(_said(value))

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        theme = themed(self)
        words = line_width(self.text(), theme.font(Role.SMALL, strong=True))
        return QSize(words + theme.px(8) + 2 * self.room(), self.heightForWidth(0))

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        theme = themed(self)
        return theme.target(theme.text_px(Role.HEADING) + theme.text_px(Role.SMALL) + 40)

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint the face."""
        own = theme.palette
        on = self.isChecked()
        ground = own.accent_soft if on else own.card_hover if self.underMouse() else own.card
        painter.setBrush(QColor(own.card_pressed if self.isDown() else ground))
        painter.setPen(QPen(QColor(own.accent if on else own.line), 3 if on else 2))
        radius = self.corner(theme)
        painter.drawRoundedRect(face.adjusted(1.5, 1.5, -1.5, -1.5), radius, radius)
        half = face.height() / 2
        painter.setPen(QColor(own.accent_deep if on else own.soft_ink))
        painter.setFont(theme.font(Role.HEADING))
        top = QRectF(face.x(), face.y() + half * 0.18, face.width(), half * 0.9)
        painter.drawText(top, int(Qt.AlignmentFlag.AlignCenter), str(int(self.value)))
        painter.setPen(QColor(own.ink))
        painter.setFont(theme.font(Role.SMALL, strong=on))
        low = QRectF(face.x(), face.y() + half * 0.95, face.width(), half * 0.85)
        painter.drawText(low, int(Qt.AlignmentFlag.AlignCenter), self.text())


class SettlednessRow(QWidget):
    """Five points and, once one is chosen, an optional second press; blank is an answer.

    Signals: rated(Settledness or None, BabyState or None).
    """

    rated = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: Settledness | None = None
        points = Flow(gap=6, columns=5)
        self._points = [_Point(value) for value in Settledness]
        for point in self._points:
            point.clicked.connect(self._on_point)
            points.add(point)
        self._seen = Words(role=Role.SMALL)
        self._seen.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._states = ChipRow(Choose.AT_MOST_ONE, columns=3)
        self._states.changed.connect(self._on_state)
        # Its place is kept while there is nothing to say, so that nothing moves when there is.
        policy = self._states.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._states.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (points, self._seen, self._states):
            column.addWidget(part)
        self._offer_states(tuple(BabyState))
        self.show_rating(None, None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._keep_room()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """Keep room for the longest words, so that nothing moves when a point is chosen."""
        words = QFontMetrics(themed(self).font(Role.SMALL))
        room = QRect(0, 0, self.width(), words.lineSpacing() * 9)
        wrap = int(Qt.TextFlag.TextWordWrap)
        self._seen.setMinimumHeight(
            max(words.boundingRect(room, wrap, _said(value)).height() for value in Settledness)
        )

    def show_rating(self, value: Settledness | None, state: BabyState | None) -> None:
        """Show what was rated, or nothing."""
        self._value = value
        for point in self._points:
            point.setChecked(point.value is value)
        hint = self.tr("If you like. Any answer is fine, and so is none.")
        self._seen.setText(hint if value is None else _said(value))
        self._offer_states(states_for(value) if value is not None else tuple(BabyState), state)
        self._states.setVisible(value is not None)

    def rate(self, value: Settledness) -> None:
        """Choose a point, as its key does."""
        self.show_rating(value, None)
        self.rated.emit(value, None)

    @Slot()
    def _on_point(self) -> None:
        point = self.sender()
        if not isinstance(point, _Point):
            return
        if point.value is self._value:
            self.show_rating(None, None)
            self.rated.emit(None, None)
        else:
            self.rate(point.value)

    @Slot(object)
    def _on_state(self, words: tuple[str, ...]) -> None:
        self.rated.emit(self._value, BabyState(words[0]) if words else None)

    def _offer_states(self, states: tuple[BabyState, ...], chosen: BabyState | None = None) -> None:
        words = [(str(s), QCoreApplication.translate("BabyState", s.label)) for s in states]
        self._states.offer(words, () if chosen is None else (str(chosen),))


def _said(value: Settledness) -> str:
    return QCoreApplication.translate("Settledness", value.seen)
