"""A parent at the program: real windows, real key events, and a clock that a test turns by hand."""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from massage_guide.app import furnished
from massage_guide.files.paths import DataDir
from massage_guide.front import Front
from massage_guide.playback.player import PlayState
from massage_guide.widgets.notice import Notice
from tests.doubles import FakeClock

Key = Qt.Key
Modifier = Qt.KeyboardModifier
NONE = Modifier.NoModifier
HAND = 0.6
"""Seconds that a hand takes from one press to the next."""
LOOK = 0.5
"""Seconds between two looks of the player, when a test lets time pass."""


class Parent:
    """Builds the program as `app.run` does, presses its keys and reads what it shows."""

    def __init__(
        self, folder: Path, clock: FakeClock | None = None, size: tuple[int, int] = (800, 500)
    ) -> None:
        self.folder = folder
        self.clock = clock or FakeClock()
        self.mistakes: list[str] = []
        """Exceptions that a slot or an event handler swallowed."""
        self._hook = sys.excepthook
        sys.excepthook = self._on_mistake
        front = Front(self.clock, self.clock.wall(), DataDir(folder))
        self.window = front.window
        # seen before it is furnished, which spares every page a change of size
        self.window.resize(*size)
        self.window.show()
        self.breathe()
        self.program = furnished(front, self.clock, self.clock.wall)

    def open(self) -> Parent:
        """Start the program and close the welcome, if there is one."""
        self.program.load()
        # the cards' pictures take most of a start, and are looked at elsewhere
        self.program.shelf.stop()
        self.program.safekeeping.open()
        self.breathe()
        if self.card == "welcome":
            self.press(Key.Key_Space)
        return self

    def close(self) -> None:
        """Close the window, as its cross does."""
        self.window.close()
        self.breathe()
        sys.excepthook = self._hook

    def press(self, *keys: Key, after: float = HAND) -> None:
        """Press keys one after the other, each `after` so many seconds."""
        for key in keys:
            self.wait(after)
            self._key(key)
            self.breathe()

    def hold_down(self, key: Key, repeats: int = 20) -> None:
        """Lean on a key: one press, and then what the keyboard repeats."""
        self.press(key)
        for _ in range(repeats):
            self.wait(0.05)
            self._key(key, repeated=True)
        self.breathe()

    def chord(self, key: Key, modifier: Modifier) -> None:
        """Press a key together with Control or the like."""
        self.wait(HAND)
        self._key(key, modifier)
        self.breathe()

    def click(self, text: str, after: float = HAND) -> None:
        """Click the button that says this."""
        self.wait(after)
        button = self.button(text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.breathe()

    def click_at(self, x: float, y: float, after: float = HAND) -> None:
        """Click at these shares of the window."""
        self.wait(after)
        at = QPoint(int(x * (self.window.width() - 1)), int(y * (self.window.height() - 1)))
        hit = self.window.childAt(at) or self.window
        QTest.mouseClick(hit, Qt.MouseButton.LeftButton, pos=hit.mapFrom(self.window, at))
        self.breathe()

    def wait(self, seconds: float, look: float = LOOK) -> None:
        """Let time pass, seen in looks."""
        while seconds > 1e-9:
            step = min(look, seconds)
            self.clock.pass_by(step)
            seconds -= step
            self.program.player.look()
            self.program.prelude.look()

    def wait_for_step(self, stroke: str, side: str | None = None) -> None:
        """Let time pass until the hands do this stroke."""
        for _ in range(2000):
            moment = self.program.player.moment
            step = moment.step
            there = step is not None and step.stroke is not None and step.stroke.id == stroke
            if there and moment.repeat is not None and _side(step) in (side, None):
                return
            self.wait(LOOK)
        raise AssertionError(f"{stroke} never came")

    def begin_massage(self, routine: str = "first-touch") -> None:
        """From Home to the first hands on Guide."""
        self.program.ready.begin(routine)
        self.press(Key.Key_Space, Key.Key_Space, Key.Key_Space)
        assert self.screen == "guide"

    def play_to_the_end(self) -> None:
        """Let the whole massage pass."""
        for _ in range(4000):
            if self.program.player.state is not PlayState.PLAYING:
                break
            self.wait(2.5, look=2.5)
        self.breathe()

    def breathe(self) -> None:
        """Let Qt deliver what is waiting."""
        for _ in range(3):
            QApplication.processEvents()

    @property
    def screen(self) -> str:
        """Name of the screen in sight."""
        return self.window.screen_name

    @property
    def card(self) -> str:
        """Name of the card above it; empty for none."""
        return self.window.card_name

    def rests(self) -> bool:
        """Whether the massage rests."""
        return self.program.player.state is PlayState.RESTING

    def button(self, text: str) -> QAbstractButton:
        """The button in sight that says this."""
        found = [button for button in self.buttons() if button.text() == text]
        assert found, f"no {text!r} among {[button.text() for button in self.buttons()]}"
        return found[0]

    def buttons(self) -> list[QAbstractButton]:
        """Every button in sight."""
        return [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]

    def words(self) -> str:
        """All words in sight, and those of whatever is painted, as a screen reader tells them."""
        shown = [one for one in self.window.findChildren(QWidget) if one.isVisible()]
        told = []
        for one in shown:
            if isinstance(one, QLabel | QAbstractButton | Notice):
                told.append(one.text())
            else:
                told += [one.accessibleName(), one.accessibleDescription()]
        return "\n".join(word for word in told if word)

    def dialogs(self) -> list[QWidget]:
        """Anything that opened beside the one window."""
        beside = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w != self.window]
        modal = QApplication.activeModalWidget()
        return beside + ([modal] if modal else [])

    def _key(self, key: Key, modifier: Modifier = NONE, *, repeated: bool = False) -> None:
        # QTest knows no media keys, which clickers and headsets have
        text = chr(key).lower() if 0x20 <= key <= 0x7E and modifier == NONE else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifier, text, repeated, 1)
            QApplication.sendEvent(QApplication.focusWidget() or self.window, event)

    def _on_mistake(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        at = trace
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        place = f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at else ""
        self.mistakes.append(f"{kind.__name__}: {error} ({place})")


class Starting(Protocol):
    """Starts the program, in a folder and at a time."""

    def __call__(self, folder: Path | None = None, clock: FakeClock | None = None) -> Parent: ...


def _side(step: object) -> str | None:
    side = getattr(step, "side", None)
    return side.value if side else None
