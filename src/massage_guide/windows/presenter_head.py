"""The presenter's head: the badge, what is taught, and how the minutes are going."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from massage_guide.domain.class_keys import Wish
from massage_guide.domain.class_plan import Lesson
from massage_guide.domain.class_view import ClassBadge, ClassView
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.pill import Pill
from massage_guide.widgets.theme import Role, themed
from massage_guide.widgets.words import Words
from massage_guide.windows.presenter_controls import WishButton

_BADGES = {
    ClassBadge.NO_SCREEN: ("No screen", "#8a2f1d", "#ffffff"),
    ClassBadge.NOT_FULL: ("Not full", "#8a2f1d", "#ffffff"),
    ClassBadge.NOT_BEGUN: ("Not begun", "paper_deep", "ink"),
    ClassBadge.LIVE: ("Live", "accent", "accent_ink"),
    ClassBadge.BLACK: ("Black", "#1c1a18", "#f7f2ea"),
    ClassBadge.FROZEN: ("Frozen", "#2f5d7c", "#ffffff"),
    ClassBadge.RESTED: ("Rested", "warm_soft", "warm_ink"),
    ClassBadge.REHEARSAL: ("Rehearsal", "paper_deep", "ink"),
}
"""Words, ground and ink of each."""


class PresenterHead(QWidget):
    """One line across the top of the presenter's window.

    Signals: wished(Wish), end_requested.
    """

    wished = Signal(object)
    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badge = Pill()
        self._title = _one_line(Role.HEADING)
        self._plan = _one_line(Role.SMALL)
        self._time = _one_line(Role.HEADING)
        self._hint = _one_line(Role.SMALL)
        self._time.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._minutes = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.badge)
        self._row.addLayout(_column(self._title, self._plan), 1)
        self._row.addLayout(_column(self._time, self._hint), 1)
        for wish in (Wish.SCREENS, Wish.KEYS, Wish.HELP):
            button = WishButton(wish, Kind.PLAIN)
            button.clicked.connect(self._on_pressed)
            self._row.addWidget(button)
        self.end = Button(_words("End"), Kind.QUIET)
        self.end.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.end.setAccessibleDescription(_words("Ends the class and goes home"))
        self.end.clicked.connect(self.end_requested)
        self._row.addWidget(self.end)
        self._fit()

    @property
    def time_words(self) -> tuple[str, str]:
        """What it says of the time, and of the plan."""
        return self._time.text(), self._hint.text()

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what is taught."""
        week = _words("Week {0}").format(lesson.week) if lesson.week else _words("A routine")
        self._title.setText(lesson.title)
        self._plan.setText(week)
        self._minutes = lesson.minutes

    def show_view(self, view: ClassView) -> None:
        """Show what the class sees, in one word."""
        text, ground, ink = _BADGES[view.badge]
        self.badge.say(_words(text), ground, ink)

    def ask_end(self, asked: bool) -> None:
        """Say on the button that one more press ends the class."""
        self.end.say(_words("Once more") if asked else _words("End"))

    @Slot(float, object)
    def show_time(self, minutes: float, behind: int | None) -> None:
        """Show minutes since it began, and quietly how that is against the plan."""
        self._time.setText(_words("{0} of {1} min").format(int(minutes), self._minutes))
        self._hint.setText(_hint(behind))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        self._row.setSpacing(themed(self).px(10))

    @Slot()
    def _on_pressed(self) -> None:
        button = self.sender()
        if isinstance(button, WishButton):
            self.wished.emit(button.wish)


def _hint(behind: int | None) -> str:
    if behind is None:
        return ""
    if behind == 0:
        return _words("As planned")
    words = _words("About {0} min behind") if behind > 0 else _words("About {0} min in hand")
    return words.format(abs(behind))


def _one_line(role: Role) -> Words:
    words = Words(role=role)
    words.setWordWrap(False)
    words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return words


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch(1)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column


def _words(text: str) -> str:
    return QCoreApplication.translate("PresenterHead", text)
