"""A scroller: a body that fades out where there is more of it below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QScrollArea, QWidget

from massage_guide.widgets.theme import Role, themed

_ACTIONS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class Scroller(QScrollArea):
    """Scrolls downwards only, and only when it must; never takes the keyboard for itself."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self._fade = _Fade(self)
        self._more = _More(self)
        bar = self.verticalScrollBar()
        bar.setSingleStep(40)
        bar.valueChanged.connect(self._show_fade)
        bar.rangeChanged.connect(self._show_fade)
        self._show_fade()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focus)

    def fade_to_card(self) -> None:
        """Fade into a card instead of into the page."""
        self._fade.on_card = True

    def move_by(self, key: Qt.Key) -> bool:
        """Move as a key says; tells whether the key moves anything at all."""
        if key not in _ACTIONS:
            return False
        self.verticalScrollBar().triggerAction(_ACTIONS[key])
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._place_fade()

    @Slot("QWidget*", "QWidget*")
    def _show_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what the keyboard reaches clear of the fade."""
        inside = self.widget()
        if now is None or inside is None or not inside.isAncestorOf(now):
            return
        # what is higher than the view says itself which part of it was reached
        if now.height() <= self.viewport().height():
            self.ensureWidgetVisible(now, 0, themed(self).px(48))

    @Slot()
    def _show_fade(self) -> None:
        bar = self.verticalScrollBar()
        for part in (self._fade, self._more):
            part.setVisible(bar.value() < bar.maximum())
        self._place_fade()

    def _place_fade(self) -> None:
        high = themed(self).px(56)
        view = self.viewport().geometry()
        self._fade.setGeometry(view.x(), view.bottom() + 1 - high, view.width(), high)
        self._fade.raise_()
        size = self._more.sizeHint()
        left = view.center().x() - size.width() // 2
        self._more.setGeometry(left, view.bottom() + 1 - size.height(), *size.toTuple())
        self._more.raise_()


class _Fade(QWidget):
    """The last of what is seen, growing paler towards the edge."""

    on_card = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        palette = themed(self).palette
        solid = QColor(palette.card if self.on_card else palette.paper)
        clear = QColor(solid)
        clear.setAlpha(0)
        pale = QLinearGradient(0, 0, 0, self.height())
        pale.setColorAt(0, clear)
        pale.setColorAt(1, solid)
        QPainter(self).fillRect(self.rect(), pale)


class _More(QWidget):
    """Says that there is more below, and brings it when pressed."""

    def __init__(self, scroller: Scroller) -> None:
        super().__init__(scroller)
        self._scroller = scroller
        self._words = self.tr("More below")

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        theme = themed(self)
        words = QFontMetrics(theme.font(Role.SMALL)).horizontalAdvance(self._words)
        return QSize(words + theme.px(62), theme.text_px(Role.SMALL) + theme.px(16))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the press from what lies beneath."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Bring what is below."""
        self._scroller.move_by(Qt.Key.Key_PageDown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and a downward stroke on a soft ground."""
        theme, box = themed(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.palette.line), theme.px(1)))
        painter.setBrush(QColor(theme.palette.card))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(theme.font(Role.SMALL))
        painter.setPen(QColor(theme.palette.ink))
        words = box.adjusted(theme.px(18), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        x, y, wide = box.right() - theme.px(24), box.center().y(), theme.px(6)
        painter.setPen(QPen(QColor(theme.palette.accent_deep), theme.px(3)))
        ends = QPointF(x - wide, y - wide / 2), QPointF(x + wide, y - wide / 2)
        painter.drawPolyline([ends[0], QPointF(x, y + wide / 2), ends[1]])
