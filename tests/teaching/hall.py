"""A hall: screens that a test plugs and unplugs, and an instructor with a clicker."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from massage_guide.domain.class_plan import Lesson, lesson_of_week
from massage_guide.domain.class_screens import ScreenFacts
from massage_guide.domain.settings import Settings
from massage_guide.teaching.classroom import Classroom
from massage_guide.teaching.rehearsing import Rehearsing
from massage_guide.windows.audience import Audience
from massage_guide.windows.presenter import Presenter
from tests.doubles import FakeClock
from tests.shipped import DRAWINGS, LIBRARY

LAPTOP = ScreenFacts("eDP-1", 0, 0, 1000, 640, primary=True)
PROJECTOR = ScreenFacts("HDMI-1", 1000, 0, 640, 360)
TV = ScreenFacts("DP-2", 1640, 0, 800, 600)
MIRROR = ScreenFacts("VGA-1", 0, 0, 1000, 640)


class BlankScene:
    """Draws nothing: which moment a window shows is what these tests look at."""

    def __init__(self, *_given: object) -> None: ...

    def preparing(self, *_given: object) -> Iterator[None]:
        return iter(())

    def pixel(self, *_given: object) -> float:
        return 0.0

    def dirty(self, before: object, now: object, rect: QRect) -> QRegion:
        return QRegion() if before == now else QRegion(rect)

    def paint(self, painter: QPainter, _picture: object, rect: QRect) -> None:
        painter.fillRect(rect, Qt.GlobalColor.white)


class FakeScreens(QObject):
    """Screens that are only told of.

    Signals: changed().
    """

    changed = Signal()

    def __init__(self, *screens: ScreenFacts, places_windows: bool = True) -> None:
        super().__init__()
        self.all = list(screens)
        self.places_windows = places_windows
        self.lies_on: dict[QWidget, ScreenFacts] = {}

    def facts(self) -> tuple[ScreenFacts, ...]:
        return tuple(self.all)

    def put(self, window: QWidget, screen: ScreenFacts) -> None:
        self.lies_on[window] = screen
        window.setGeometry(QRect(screen.x, screen.y, screen.width, screen.height))

    def plug(self, screen: ScreenFacts) -> None:
        self.all.append(screen)
        self.changed.emit()

    def unplug(self, screen: ScreenFacts) -> None:
        self.all.remove(screen)
        self.changed.emit()


def week(number: int, course: str = "five-week") -> Lesson:
    found = LIBRARY.course(course)
    assert found is not None
    lesson = lesson_of_week(found, number, LIBRARY.strokes, LIBRARY.routines)
    assert lesson is not None
    return lesson


class Instructor:
    """Opens a class, presses its keys and looks at both windows."""

    def __init__(self, *screens: ScreenFacts, places_windows: bool = True) -> None:
        self.clock = FakeClock()
        self.screens = FakeScreens(*screens, places_windows=places_windows)
        self.room = Classroom(self.clock, self.clock.wall, self.screens)
        self.rehearsing = Rehearsing(self.room, self.clock)
        self.room.use(LIBRARY, DRAWINGS)
        self.room.wear(self.room.settings)

    def anew(self, *screens: ScreenFacts, places_windows: bool = True) -> Instructor:
        """Another day, with these screens and the usual keys."""
        self.room.end()
        self.screens.all, self.screens.places_windows = list(screens), places_windows
        self.screens.lies_on.clear()
        self.room.wear(Settings())
        return self

    @property
    def state(self) -> str:
        """What the player does."""
        return self.room.demonstration.player.state.value

    def open(self, number: int = 2) -> Instructor:
        self.room.open(week(number))
        self.breathe()
        return self

    def press(self, *keys: str) -> None:
        """Press keys, of either window in turn."""
        for at, key in enumerate(keys):
            self.clock.pass_by(0.6)
            window = self.presenter if at % 2 else self.audience
            window.key_pressed.emit(key)
            self.breathe()

    def wait(self, seconds: float) -> None:
        while seconds > 0:
            self.clock.pass_by(min(seconds, 0.5))
            seconds -= 0.5
            self.room.demonstration.player.look()
            self.room.demonstration.breath.look()

    def breathe(self) -> None:
        for _ in range(2):
            QApplication.processEvents()

    def leave(self) -> None:
        self.room.close()
        for window in (self.room.presenter, self.room.audience):
            if window is not None:
                window.hide()
        self.breathe()

    @property
    def presenter(self) -> Presenter:
        assert self.room.presenter is not None
        return self.room.presenter

    @property
    def audience(self) -> Audience:
        assert self.room.audience is not None
        return self.room.audience

    @property
    def badge(self) -> str:
        return self.presenter.head.badge.text()

    @property
    def now(self) -> str:
        """What the presenter is shown as present."""
        moment = self.room.demonstration.player.moment
        return moment.step.stroke.id if moment.step and moment.step.stroke else ""
