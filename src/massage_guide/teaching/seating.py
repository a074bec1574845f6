"""The seating: which window lies on which screen, at the start and whenever that changes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_guide.domain.class_screens import Arrangement, ScreenFacts, Seats, seats, swapped
from massage_guide.domain.class_view import ClassScreen
from massage_guide.teaching.screens import Screens
from massage_guide.widgets.screen_number import ScreenNumber

IDENTIFIED = 4.0
"""Seconds that the number of each screen stays."""

_MOVED = frozenset({QEvent.Type.WindowStateChange, QEvent.Type.Show, QEvent.Type.Hide})
PARTED = 20.0
"""Seconds for which the class, on a screen of its own, sees a last word."""


class Seating(QObject):
    """Lays the two windows on screens; it knows of them only that they are windows.

    Signals, all facts:
    seated(Seats): whose screen is which.
    lost(), found(): the class's screen has gone, or is back.
    showed(ClassScreen): whether the class's picture fills its screen.
    told(str): one line for the presenter.
    chosen(str): the key of a screen that was chosen for the class, to be remembered.
    """

    seated = Signal(object)
    lost = Signal()
    found = Signal()
    showed = Signal(object)
    told = Signal(str)
    chosen = Signal(str)

    def __init__(
        self,
        screens: Screens,
        presenter: QWidget,
        audience: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screens = screens
        self._presenter, self._audience = presenter, audience
        self._remembered = ""
        self._open = self._begun = self._lost = self._alone = False
        self._seats = Seats(Arrangement.ONE, None, None)
        self.numbers: list[ScreenNumber] = []
        self._parted = QTimer(self, singleShot=True, interval=round(PARTED * 1000))
        self._parted.timeout.connect(self.close)
        self._over = QTimer(self, singleShot=True)
        self._over.timeout.connect(self.hide_numbers)
        self._looks = QTimer(self, singleShot=True, interval=0)
        self._looks.timeout.connect(self._look)
        audience.installEventFilter(self)
        screens.changed.connect(self._on_changed)

    @property
    def seats(self) -> Seats:
        """Whose screen is which."""
        return self._seats

    @property
    def screens(self) -> tuple[ScreenFacts, ...]:
        """All there are."""
        return self._screens.facts()

    def open(self, remembered: str = "", *, alone: bool = False) -> None:
        """Show both windows, each where it belongs; the presenter's only, where it is alone."""
        self._alone = alone
        self._parted.stop()
        self._remembered, self._open, self._begun, self._lost = remembered, True, False, False
        self._seats = self._found()
        if self._seats.presenter is not None:
            self._screens.put(self._presenter, self._seats.presenter)
        self._presenter.showMaximized()
        self._lay_audience()
        self._tell()

    @Slot()
    def close(self, *, after_a_word: bool = False) -> None:
        """Take both windows away; a class with its own screen may see a last word first."""
        self._open = False
        self.hide_numbers()
        self._presenter.hide()
        own = self._seats.arrangement is Arrangement.TWO and self._audience.isFullScreen()
        if after_a_word and own:
            self._parted.start()
            return
        self._parted.stop()
        self._audience.hide()

    @Slot()
    def full_screen(self) -> None:
        """The class begins, or the class's window fills its screen again."""
        self._begun = True
        self._lay_audience()
        if self._seats.arrangement in (Arrangement.ONE, Arrangement.MIRRORED):
            self._raise(self._audience)

    @Slot()
    def leave_full_screen(self) -> None:
        """Escape: on one screen back to the presenter, else a window that can be moved."""
        if self._audience.isVisible() and self._shares_screen():
            self._raise(self._presenter)
        elif self._audience.isFullScreen():
            self._audience.showNormal()
        elif self._presenter.isFullScreen():
            self._presenter.showMaximized()

    @Slot()
    def peek(self) -> None:
        """With one screen: to the presenter's side, or to the class's picture."""
        if self._alone:
            self._tell()
        elif not self._shares_screen():
            self.told.emit(_words("The class has its own screen, so there is nothing to peek at."))
        elif self._audience.isVisible():
            self._audience.hide()
            self._raise(self._presenter)
        else:
            self._audience.showFullScreen()
            self._raise(self._audience)

    @Slot()
    def swap(self) -> None:
        """The two windows change places."""
        key = swapped(self._seats)
        if not key:
            self.told.emit(seats_words(self._seats))
            return
        self.pick(key)

    @Slot(str)
    def pick(self, key: str) -> None:
        """The class looks at this screen from now on."""
        if self._alone:
            self._tell()
            return
        self._remembered = key
        self.chosen.emit(key)
        self._seats = self._found()
        self._move()
        self._tell()

    @Slot()
    def identify(self) -> None:
        """A big number on each screen, for a moment."""
        self.hide_numbers()
        for number, screen in enumerate(self.screens, start=1):
            shown = ScreenNumber(number)
            self._screens.put(shown, screen)
            shown.show()
            self.numbers.append(shown)
        self._over.start(round(IDENTIFIED * 1000))

    @Slot()
    def hide_numbers(self) -> None:
        """Take the numbers away."""
        self._over.stop()
        for number in self.numbers:
            number.hide()
            number.deleteLater()
        self.numbers = []

    @Slot()
    def audience_closed(self) -> None:
        """The desktop closed the class's window: F5 brings it back."""
        if self._open:
            self.told.emit(_words("The class’s window was closed. F5 brings it back."))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See it when the class's window leaves its screen, whoever made it."""
        if self._open and event.type() in _MOVED:
            self._looks.start()
        return False

    @Slot()
    def _look(self) -> None:
        """Tell whether the class's picture fills its screen."""
        if self._open and not self._alone:
            shown, full = self._audience.isVisible(), self._audience.isFullScreen()
            found = ClassScreen.WHOLE
            if self._lost and not shown:
                found = ClassScreen.GONE
            elif not self._shares_screen() and not (shown and full):
                placed = self._seats.arrangement is Arrangement.TWO
                found = ClassScreen.SMALL if placed or self._begun else ClassScreen.WHOLE
            self.showed.emit(found)

    @Slot()
    def _on_changed(self) -> None:
        if not self._open:
            self.close()
            return
        before, self._seats = self._seats, self._found()
        had = before.arrangement is Arrangement.TWO
        has = self._seats.arrangement is Arrangement.TWO
        if had and not has:
            self._lost = True
            self._audience.hide()
            if self._seats.presenter is not None:
                self._screens.put(self._presenter, self._seats.presenter)
            self._raise(self._presenter)
            self.lost.emit()
            self.seated.emit(self._seats)
            self._look()
            return
        if before != self._seats:
            self._move()
            self._tell()
        if has and self._lost:
            self._lost = False
            self.found.emit()
        else:
            self.seated.emit(self._seats)
        self._look()

    def _found(self) -> Seats:
        places = self._screens.places_windows
        return seats(self.screens, self._remembered, places_itself=places, alone=self._alone)

    def _shares_screen(self) -> bool:
        return self._seats.arrangement in (Arrangement.ONE, Arrangement.MIRRORED)

    def _lay_audience(self) -> None:
        """The class's window where it belongs; on a shared screen only once the class begins."""
        place = self._seats.audience
        # with a screen each, the keyboard stays with the presenter
        beside = self._seats.arrangement is Arrangement.TWO
        self._audience.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, beside)
        if self._seats.arrangement is Arrangement.TWO and place is not None:
            # a window that fills a screen does not move to another
            self._audience.showNormal()
            self._screens.put(self._audience, place)
            self._audience.showFullScreen()
            self._raise(self._presenter)
        elif self._seats.arrangement is Arrangement.UNPLACED:
            if self._audience.isVisible() and self._begun:
                self._audience.showFullScreen()
            else:
                self._audience.showNormal()
        elif place is not None and (self._begun or self._seats.arrangement is Arrangement.MIRRORED):
            self._audience.showFullScreen()
            self._raise(self._audience)

    def _move(self) -> None:
        if self._seats.arrangement is Arrangement.TWO and self._seats.presenter is not None:
            self._presenter.showNormal()
            self._screens.put(self._presenter, self._seats.presenter)
            self._presenter.showMaximized()
            self._lay_audience()

    def _raise(self, window: QWidget) -> None:
        window.raise_()
        window.activateWindow()

    def _tell(self) -> None:
        self.seated.emit(self._seats)
        words = seats_words(self._seats)
        if self._seats.arrangement is Arrangement.TWO:
            words += " " + _words("S swaps the screens.")
        self.told.emit(words)


def seats_words(now: Seats) -> str:
    """Where the class's picture is, and where it cannot be placed, what to do."""
    if now.arrangement is Arrangement.TWO and now.audience is not None:
        return _words("The class sees {0}.").format(screen_words(now.audience))
    if now.arrangement is Arrangement.ALONE:
        return _words("A rehearsal, four times as fast. The plan moves it on; nothing is recorded.")
    if now.arrangement is Arrangement.UNPLACED:
        return _words(
            "This desktop lets no window choose its screen. Drag the class’s window onto the "
            "projector, then press F5."
        )
    if now.arrangement is Arrangement.MIRRORED:
        return _words(
            "Both screens show the same, so the class sees what you see. Choose “extend” in the "
            "computer’s display settings, or press V to change between the two."
        )
    return _words("There is one screen. F5 fills it with the class’s picture, V comes back here.")


def screen_words(screen: ScreenFacts) -> str:
    """A screen's name and size."""
    return _words("{0}, {1} × {2}").format(screen.name, screen.width, screen.height)


def _words(text: str) -> str:
    return QCoreApplication.translate("Seating", text)
