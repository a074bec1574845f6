"""The presenter's notes: how a stroke is taught, and what there is to talk about today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.class_plan import Item, Lesson
from massage_guide.domain.course import Talk
from massage_guide.domain.cueing import spoken
from massage_guide.domain.stroke import Position, Stroke
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.scroller import Scroller
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words


class OtherWay(Button):
    """The same, in another position of the baby.

    Signals: clicked.
    """

    def __init__(self, stroke: Stroke, position: Position) -> None:
        super().__init__(stroke.name, Kind.OFFER, position_words(position))
        self.stroke = stroke
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class Reading(QWidget):
    """Words that scroll, on a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(8, 4, 8, 8)
        inside = QWidget()
        inside.setLayout(self.column)
        self.scroller = Scroller(inside)
        self.scroller.fade_to_card()
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.scroller)

    def lay(self, parts: Sequence[QWidget]) -> None:
        """Show these parts in place of the ones before, from the top."""
        while (old := self.column.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for part in parts:
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.scroller.verticalScrollBar().setValue(0)


class StrokeNotes(Reading):
    """How one item is taught.

    Signals: other_way_requested(Stroke).
    """

    other_way_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._early: Mapping[str, str] = {}
        self._shown: tuple[Item, Lesson, Sequence[tuple[Position, Stroke]]] | None = None

    def show_early(self, lines: Mapping[str, str]) -> None:
        """For strokes that are too early for somebody in the room, a line that says so."""
        self._early = lines
        if self._shown is not None:
            self.show_item(*self._shown)

    def show_item(
        self, item: Item, lesson: Lesson, other_ways: Sequence[tuple[Position, Stroke]]
    ) -> None:
        """Show the notes of this item; `other_ways` do the same in other positions."""
        self._shown = item, lesson, other_ways
        parts: list[QWidget] = []
        if item.talk is not None:
            parts += talk_parts([item.talk])
        stroke = item.step.stroke
        if stroke is not None:
            early = self._early.get(stroke.id)
            parts += [Words(early, Role.HEADING)] if early else []
            parts += _stroke_parts(item, stroke)
            parts += [self._other_way(position, other) for position, other in other_ways]
        if item.number == 1:
            parts += [Words(note, Role.SOFT) for note in (lesson.note, lesson.review_how) if note]
        self.lay(parts)

    def _other_way(self, position: Position, stroke: Stroke) -> OtherWay:
        button = OtherWay(stroke, position)
        button.clicked.connect(self._on_other_way)
        return button

    @Slot()
    def _on_other_way(self) -> None:
        button = self.sender()
        if isinstance(button, OtherWay):
            self.other_way_requested.emit(button.stroke)


class TalkNotes(Reading):
    """What there is to talk about this week."""

    def show_lesson(self, lesson: Lesson) -> None:
        """Show the talk, and what is to be kept in mind."""
        parts: list[QWidget] = list(talk_parts(lesson.talk))
        parts += [Words(note, Role.SOFT) for note in (lesson.note, lesson.review_how) if note]
        if not parts:
            parts = [Words(_words("Nothing is planned to talk about."), Role.SOFT)]
        self.lay(parts)


def _stroke_parts(item: Item, stroke: Stroke) -> list[Words]:
    """What an instructor wants at hand: how, what to watch, what to take care of."""
    weeks = stroke.from_weeks
    age = _words("From birth") if weeks <= 0 else _words("From {0} weeks").format(weeks)
    places = ", ".join(position_words(position).lower() for position in stroke.positions)
    called = _words("Also called: {0}").format(", ".join(stroke.class_names))
    told = (
        (spoken(stroke.say.how, item.step.side), Role.BODY),
        (item.step.written.note, Role.BODY),
        (_words("Watch: {0}").format(stroke.watch) if stroke.watch else "", Role.BODY),
        (_words("Take care: {0}").format(stroke.care) if stroke.care else "", Role.BODY),
        (called if stroke.class_names else "", Role.SMALL),
        (
            _words("{0} · {1} · {2} times in a massage").format(age, places, stroke.repeats),
            Role.SMALL,
        ),
        ("" if stroke.reviewed_by else _words("Not yet reviewed by an instructor"), Role.SMALL),
    )
    return [Words(text, role) for text, role in told if text]


def talk_parts(talks: Sequence[Talk]) -> list[Words]:
    """Titles and lines."""
    parts: list[Words] = []
    for talk in talks:
        parts.append(Words(talk.title, Role.HEADING))
        parts += [Words(line) for line in talk.lines]
    return parts


def position_words(position: Position) -> str:
    """How the baby lies or is held."""
    return _words(_POSITIONS[position])


def _words(text: str) -> str:
    return QCoreApplication.translate("PresenterNotes", text)


_POSITIONS = {
    Position.ON_BACK: "On the back",
    Position.ON_TUMMY: "On the tummy",
    Position.SIDE: "On the side",
    Position.LAP: "On the lap",
    Position.HELD: "Held in your arms",
    Position.SITTING: "Sitting",
}
