"""The audience: what the class sees, on the projector; nothing private, nothing to press."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from massage_guide.domain.class_plan import Item
from massage_guide.domain.class_slides import Slide
from massage_guide.domain.cueing import spoken
from massage_guide.stage.view import StageView
from massage_guide.widgets.held_keys import HeldKeys
from massage_guide.widgets.lettering import Lettering
from massage_guide.widgets.slide_view import SlideView
from massage_guide.widgets.telling import name_of, place_words
from massage_guide.widgets.theme import Theme
from massage_guide.widgets.wall import wall_of, wall_theme, wear_wall
from massage_guide.windows.class_key import name_of_key


class Audience(QWidget):
    """Picture, name, side and one line, or a slide; it knows no player and no presenter.

    Signals: key_pressed(str), the name of a key; closing, asked to close by the desktop.
    """

    key_pressed = Signal(str)
    closing = Signal()

    def __init__(self, icon: QIcon | None = None) -> None:
        super().__init__()
        self._base: Theme | None = None
        self._said = ("", "", "")
        self._held_keys = HeldKeys(self)
        self.setWindowTitle(self.tr("Massage Guide, for the class"))
        self.setAccessibleName(self.tr("What the class sees"))
        if icon is not None:
            self.setWindowIcon(icon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.picture = StageView(self)
        self.words = Lettering(self)
        self.slide = SlideView(self)
        for part in (self.picture, self.slide):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(QSize(1280, 720))
        self._dress()

    def wear(self, theme: Theme) -> None:
        """Wear these colours; sizes follow from the window."""
        self._base = theme
        self._dress()

    def show_item(self, item: Item) -> None:
        """Say what is shown: its name, the baby's side, and one line of what to do."""
        stroke = item.step.stroke
        line = spoken(stroke.say.line, item.step.side) if stroke else ""
        said = (item.name or name_of(item.step), place_words(item.step), line)
        if said != self._said:
            self._said = said
            self._place()

    def show_slide(self, slide: Slide | None) -> None:
        """Show a slide, or the picture again."""
        was = self.slide.slide if not self.slide.isHidden() else None
        if slide is not None:
            self.slide.show_slide(slide)
        self.slide.setVisible(slide is not None)
        if slide != was:
            self.update()
            self.paint_now()

    @Slot()
    def paint_now(self) -> None:
        """A class waits for what was pressed, so it is painted before anything else is done."""
        QCoreApplication.sendPostedEvents(self, QEvent.Type.UpdateRequest.value)

    @property
    def said(self) -> tuple[str, ...]:
        """Every word in sight."""
        if not self.slide.isHidden():
            return self.slide.slide.words
        return tuple(word for word in self._said if word)

    def _dress(self) -> None:
        wear_wall(self, wall_theme(self.size(), self._base))
        self._place()

    def _place(self) -> None:
        theme = wall_theme(self.size(), self._base)
        wall = wall_of(self.size(), theme, *self._said)
        self.words.set_lines(*wall.lines)
        inner = self.rect().adjusted(wall.edge, wall.edge, -wall.edge, -wall.edge)
        inner.setWidth(wall.column - 2 * wall.edge)
        placed = self.words.place(inner)
        # in the upper third the eye finds them at once, wherever the picture moves
        spare = max(inner.height() - placed.height(), 0)
        self.words.move(self.words.x(), self.words.y() + round(spare * 0.3))
        self.picture.setGeometry(wall.column, 0, self.width() - wall.column, self.height())
        self.slide.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass every key on; what it means is not for this window to know."""
        name = name_of_key(event)
        if name:
            self.key_pressed.emit(name)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground under the words."""
        QPainter(self).fillRect(event.rect(), self.palette().window())

    def showEvent(self, event: QShowEvent) -> None:
        """Listen to the keys where they come in."""
        super().showEvent(event)
        self._held_keys.listen_to(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Take the keyboard when it comes to the front."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.setFocus()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the desktop: the class goes on without this window."""
        self.closing.emit()
        event.accept()
