"""The controls bar: everything Guide can do, as large things to press."""

from __future__ import annotations

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QPropertyAnimation,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from massage_guide.domain.settledness import Settledness
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.point import Point
from massage_guide.widgets.pressable import Pressable
from massage_guide.widgets.theme import Theme, themed

STAY = 4.0  # seconds that the controls stay after the last movement
_FADE = 220  # milliseconds of coming and going
_SHARES: tuple[float, ...] = (3.0, 1.0, 1.0, 2.0, 1.2, 0.8, 0.8, 1.0)
HIGH = 96  # least height of a control, pixels


class ControlsBar(QWidget):
    """Two rows of controls over the foot of the picture; a gap between them is no control.

    Keys do the same, so the controls never take the keyboard.

    Signals: rest_pressed, again_pressed, next_pressed, hold_pressed, pace_pressed(1 quicker,
    -1 slower), mute_pressed, dim_pressed, cue_card_pressed, keys_pressed, help_pressed,
    enough_pressed, leave_pressed, rated(int); appeared(bool), a fact.
    """

    rest_pressed = Signal()
    again_pressed = Signal()
    next_pressed = Signal()
    hold_pressed = Signal()
    pace_pressed = Signal(int)
    mute_pressed = Signal()
    dim_pressed = Signal()
    cue_card_pressed = Signal()
    keys_pressed = Signal()
    help_pressed = Signal()
    enough_pressed = Signal()
    leave_pressed = Signal()
    rated = Signal(int)
    appeared = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Controls"))
        self.rest = Button(kind=Kind.GO)
        self._doll = self.waiting = False
        self.show_doll(False)
        self.again = Button(self.tr("Again"))
        self.next = Button(self.tr("Next"))
        self.hold = Button(self.tr("Stay with this"))
        self.cue_card = Button(self.tr("Baby’s signs"))
        self.keys = Button(self.tr("Keys"))
        self.help = Button(self.tr("Help"))
        self.enough = Button(self.tr("Enough"), Kind.OFFER)
        self.leave = Button(self.tr("Back to the stroke"), Kind.OFFER)
        first = (self.rest, self.again, self.next, self.hold)
        self._all = (*first, self.cue_card, self.keys, self.help, self.enough)
        self.points = tuple(Point(value) for value in Settledness)
        self.slower = Button(self.tr("Slower"))
        self.quicker = Button(self.tr("Quicker"))
        self.mute, self.dim = Button(self.tr("Mute")), Button(self.tr("Dim"))
        self._ways: tuple[Pressable, ...]
        self._ways = (*self.points, self.slower, self.quicker, self.mute, self.dim)
        for part in (*self._all, *self._ways, self.leave):
            part.setParent(self)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._controls: tuple[Pressable, ...] = self._all
        self._upper, self._shares = self._ways, _SHARES
        self.leave.hide()
        self._connect()
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._on_idle)
        self._opacity = 0.0
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, QByteArray(b"opacity"), self)
        self._fade.setDuration(_FADE)
        self._fade.finished.connect(self._on_faded)
        self.hide()

    def appear(self) -> None:
        """Come, for a while after the last movement."""
        self._idle.start(round(STAY * 1000))
        if self.isHidden():
            self._effect.setOpacity(0.0)
            self.show()
            self.raise_()
            self.appeared.emit(True)
        if self._opacity < 1.0:
            self._fade_to(1.0)

    def vanish(self) -> None:
        """Go at once."""
        self._idle.stop()
        self._fade.stop()
        self._effect.setEnabled(False)
        self._opacity = 0.0
        if not self.isHidden():
            self.hide()
            self.appeared.emit(False)

    def _fade_to(self, opacity: float) -> None:
        self._opacity = opacity
        if themed(self).reduced_motion:
            self._on_faded()
            return
        self._effect.setEnabled(True)
        self._fade.stop()
        self._fade.setStartValue(self._effect.opacity())
        self._fade.setEndValue(opacity)
        self._fade.start()

    @Slot()
    def _on_faded(self) -> None:
        # Painting through an effect is dear, so it is there only while something fades.
        self._effect.setEnabled(False)
        if self._opacity == 0.0:
            self.vanish()

    @Slot()
    def _on_idle(self) -> None:
        if self.underMouse() or self.waiting:
            self._idle.start(round(STAY * 1000))
        else:
            self._fade_to(0.0)

    def _connect(self) -> None:
        for button, signal in (
            (self.rest, self.rest_pressed),
            (self.again, self.again_pressed),
            (self.next, self.next_pressed),
            (self.hold, self.hold_pressed),
            (self.mute, self.mute_pressed),
            (self.dim, self.dim_pressed),
            (self.cue_card, self.cue_card_pressed),
            (self.keys, self.keys_pressed),
            (self.help, self.help_pressed),
            (self.enough, self.enough_pressed),
            (self.leave, self.leave_pressed),
        ):
            button.clicked.connect(signal)
        self.slower.clicked.connect(self._on_slower)
        self.quicker.clicked.connect(self._on_quicker)
        for point in self.points:
            point.clicked.connect(self._on_point)

    def show_hold(self, on: bool) -> None:
        """Offer to stay with this stroke, or to go on by itself."""
        self.hold.say(self.tr("Go on by itself") if on else self.tr("Stay with this"))

    def show_doll(self, on: bool) -> None:
        """Offer a moment to the baby; a doll needs none, and simply waits."""
        self._doll = on
        self.rest.say(self.tr("Wait a moment") if on else self.tr("Baby needs a moment"))

    def wait(self, waiting: bool) -> None:
        """Stay, with only going on and leaving, while a doll waits; or be as usual."""
        if waiting is self.waiting:
            return
        self.vanish()
        self.waiting = waiting
        self._controls = (self.rest, self.leave) if waiting else self._all
        self._shares = (2.0, 1.0) if waiting else _SHARES
        self._upper = () if waiting else self._ways
        for part in (*self._all, *self._ways, self.leave):
            part.setVisible(part in (*self._controls, *self._upper))
        self.show_doll(self._doll)
        if waiting:
            self.rest.say(self.tr("Go on"))
            self.appear()

    def show_muted(self, on: bool) -> None:
        """Offer to mute everything, or to let it be heard."""
        self.mute.say(self.tr("Sound") if on else self.tr("Mute"))
        self.fit()

    def show_dim(self, on: bool) -> None:
        """Offer to dim the light, or to bring it back."""
        self.dim.say(self.tr("Light") if on else self.tr("Dim"))

    def show_enough_pending(self, on: bool) -> None:
        """Say that one more press ends the massage, or stop saying so."""
        self.enough.say(self.tr("Again for enough") if on else self.tr("Enough"))

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        width = themed(self).px(1200)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        theme = themed(self)
        inner = width - 2 * self._pad(theme)
        return sum(self._heights(theme, inner)) + self._gap(theme) + 2 * self._pad(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the controls at the new size."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self.fit()
        super().changeEvent(event)

    def fit(self) -> None:
        """Set the controls in their rows."""
        theme = themed(self)
        pad, gap = self._pad(theme), self._gap(theme)
        inner = self.width() - 2 * pad
        first, second = self._heights(theme, inner)
        self._set_row(self._upper, self._even(theme, inner), pad, first, theme)
        self._set_row(self._controls, self._widths(theme, inner), pad + first + gap, second, theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.palette.paper)
        ground.setAlphaF(0.94)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        radius = theme.px(30)
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _set_row(
        self, row: tuple[Pressable, ...], widths: list[int], top: int, height: int, theme: Theme
    ) -> None:
        pairs = list(zip(row, widths, strict=True))
        if theme.left_handed and row is self._controls:
            pairs.reverse()
        left = self._pad(theme)
        for part, wide in pairs:
            part.setGeometry(left, top, wide, height)
            left += wide + self._gap(theme)

    def _widths(self, theme: Theme, inner: int) -> list[int]:
        return self._shared(self._controls, self._shares, theme, inner)

    def _shared(
        self, row: tuple[Pressable, ...], parts: tuple[float, ...], theme: Theme, inner: int
    ) -> list[int]:
        """Share the width: to each the longest of its words, and of what is left its share."""
        least = [part.minimumSizeHint().width() for part in row]
        free = inner - sum(least) - self._gap(theme) * (len(least) - 1)
        shares = [max(free, 0) * part / sum(parts) for part in parts]
        squeeze = min((sum(least) + free) / sum(least), 1.0)
        return [int(word * squeeze + more) for word, more in zip(least, shares, strict=True)]

    def _heights(self, theme: Theme, inner: int) -> tuple[int, int]:
        lower = zip(self._controls, self._widths(theme, inner), strict=True)
        second = max(part.heightForWidth(wide) for part, wide in lower)
        least = max(HIGH, theme.px(HIGH))
        upper = zip(self._upper, self._even(theme, inner), strict=True)
        first = max((max(part.heightForWidth(wide), least) for part, wide in upper), default=0)
        return first, max(second, least)

    def _even(self, theme: Theme, inner: int) -> list[int]:
        number = len(self._upper)
        wide = (inner - self._gap(theme) * (number - 1)) // max(number, 1)
        if all(part.minimumSizeHint().width() <= wide for part in self._upper):
            return [wide] * number
        return self._shared(self._upper, (1.0,) * number, theme, inner)

    def _pad(self, theme: Theme) -> int:
        return theme.px(12)

    def _gap(self, theme: Theme) -> int:
        return theme.px(4)

    @Slot()
    def _on_slower(self) -> None:
        self.pace_pressed.emit(-1)

    @Slot()
    def _on_quicker(self) -> None:
        self.pace_pressed.emit(1)

    @Slot()
    def _on_point(self) -> None:
        point = self.sender()
        if isinstance(point, Point):
            self.rated.emit(int(point.value))
