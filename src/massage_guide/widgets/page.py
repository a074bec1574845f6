"""A page: the frame that every quiet screen shares: a head, a body that may scroll, a foot."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QMargins, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.pressable import PRESS_KEYS, is_chord
from massage_guide.widgets.scroller import Scroller
from massage_guide.widgets.settling import Clock, Settling
from massage_guide.widgets.theme import Role, Theme, themed


class Page(Settling):
    """Head, body and foot; the foot stays in sight, the body scrolls only when it must.

    Signals: help_requested.
    """

    help_requested = Signal()
    from_top = False
    """Whether it shows its top whenever one comes to it, and not where it was left."""

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.head = QHBoxLayout()
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self.help_button = Button(self.tr("Help"), Kind.PLAIN)
        self.help_button.setAccessibleDescription(self.tr("Opens the help card; F1"))
        self.help_button.clicked.connect(self.help_requested)
        inside = QWidget()
        inside.setLayout(self.body)
        self.scroller = Scroller(inside)
        self.scroller.verticalScrollBar().rangeChanged.connect(self._make_room_for_bar)
        self._frame = QVBoxLayout(self)
        self._frame.addLayout(self.head)
        self._frame.addWidget(self.scroller, 1)
        self._frame.addLayout(self.foot)

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme; a screen adds its own."""
        side = self._side(theme)
        self._frame.setContentsMargins(0, theme.px(22), 0, theme.px(20))
        self._frame.setSpacing(theme.px(12))
        self.head.setContentsMargins(QMargins(side, 0, side, 0))
        self.foot.setContentsMargins(QMargins(side, 0, side, 0))
        self._make_room_for_bar()
        for layout in (self.head, self.body, self.foot):
            layout.setSpacing(theme.px(12))

    @Slot()
    def _make_room_for_bar(self) -> None:
        """Let the scroll bar stand in the margin, so that words do not move when it comes."""
        theme = themed(self)
        side, bar = self._side(theme), self.scroller.verticalScrollBar()
        right = side - bar.sizeHint().width() if bar.maximum() > 0 else side
        self.body.setContentsMargins(QMargins(side, 0, right, theme.px(4)))

    def make_go_on(self, text: str) -> Button:
        """Make the large button that does what Space does."""
        button = Button(text, Kind.GO, role=Role.HEADING)
        button.set_height(72)
        button.set_width(220)
        button.clicked.connect(self._on_go_on)
        return button

    @Slot()
    def _on_go_on(self) -> None:
        self.go_on()

    def go_on(self) -> None:
        """Answer Space; a screen that goes on says how."""

    def show_busy(self, busy: bool) -> None:
        """Take no press while something is being done."""
        self.setEnabled(not busy)
        if not busy and self.isVisible():
            self.setFocus()

    def key(self, key: int) -> bool:
        """Answer any other key; tells whether it meant something here."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer keys."""
        if event.isAutoRepeat():
            return
        key = Qt.Key(event.key())
        if is_chord(event) or (key != Qt.Key.Key_F1 and not self.is_settled()):
            event.ignore()
        elif key in PRESS_KEYS:
            self.go_on()
        elif key == Qt.Key.Key_F1:
            self.help_requested.emit()
        elif self.key(key) or self.scroller.move_by(key):
            event.accept()
        elif key == Qt.Key.Key_Escape:
            self.setFocus()
            event.ignore()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.fit(themed(self))
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self.fit(themed(self))

    def showEvent(self, event: QShowEvent) -> None:
        """Get ready to be seen."""
        self.fit(themed(self))
        self.setFocus()
        super().showEvent(event)
        if self.from_top and not event.spontaneous():
            self.scroller.move_by(Qt.Key.Key_Home)

    def _side(self, theme: Theme) -> int:
        widest = theme.px(1340)
        return max(theme.px(36), (self.width() - widest) // 2)


_LEFT_TO_RIGHT = QBoxLayout.Direction.LeftToRight


class Columns(QWidget):
    """Two columns where they fit, one above the other where they do not."""

    def __init__(self, left: int = 1, right: int = 1, parent: QWidget | None = None) -> None:
        """Share the width as left to right."""
        super().__init__(parent)
        self.left = QVBoxLayout()
        self.right = QVBoxLayout()
        self._both = QBoxLayout(_LEFT_TO_RIGHT, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addLayout(self.left, left)
        self._both.addLayout(self.right, right)
        self._shares = (left, right)

    def fit(self, theme: Theme) -> None:
        """Choose for a theme and the width there is."""
        gap = theme.px(40)
        least = self.left.minimumSize().width() + gap + self.right.minimumSize().width()
        wished = theme.px(900) * (1 + 0.8 * (theme.text_percent - 100) / 100)
        beside = self.width() >= max(least, wished)
        below = QBoxLayout.Direction.TopToBottom
        self._both.setDirection(_LEFT_TO_RIGHT if beside else below)
        self._both.setSpacing(gap if beside else theme.px(18))
        for at, share in enumerate(self._shares):
            self._both.setStretch(at, share if beside else 0)
        for column in (self.left, self.right):
            column.setSpacing(theme.px(10))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs: one above the other, even while they are beside each other."""
        widest = self.left.minimumSize().expandedTo(self.right.minimumSize()).width()
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self.fit(themed(self))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.fit(themed(self))
        super().changeEvent(event)
