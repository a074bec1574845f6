"""A scroller: a body that fades out where there is more of it below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QScrollArea, QWidget

from massage_guide.widgets.theme import themed

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
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, themed(self).px(48))

    @Slot()
    def _show_fade(self) -> None:
        bar = self.verticalScrollBar()
        self._fade.setVisible(bar.value() < bar.maximum())
        self._place_fade()

    def _place_fade(self) -> None:
        high = themed(self).px(36)
        view = self.viewport().geometry()
        self._fade.setGeometry(view.x(), view.bottom() + 1 - high, view.width(), high)
        self._fade.raise_()


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
