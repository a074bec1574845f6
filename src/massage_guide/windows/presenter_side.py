"""The presenter's side: what comes next, large, and beneath it notes, talk and list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from massage_guide.domain.class_plan import Item, Lesson
from massage_guide.domain.stroke import Position, Stroke
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.telling import name_of, place_words
from massage_guide.widgets.theme import Role, themed
from massage_guide.widgets.words import Words
from massage_guide.windows.presenter_list import ItemList
from massage_guide.windows.presenter_notes import StrokeNotes, TalkNotes

_NOTES, _TALK, _LIST = range(3)


class PresenterSide(QWidget):
    """The right half of the presenter's window.

    Signals: jump_requested(int), other_way_requested(Stroke).
    """

    jump_requested = Signal(int)
    other_way_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lesson: Lesson | None = None
        self._item: Item | None = None
        self._begun = False
        self.next = Panel("soft")
        self._soon = Words(_words("Next"), Role.SMALL)
        self._name = Words(role=Role.TITLE)
        self._where = Words(role=Role.SOFT)
        for part in (self._soon, self._name, self._where):
            self.next.column.addWidget(part)
        self.next.column.setSpacing(0)
        self.notes, self.talk, self.items = StrokeNotes(), TalkNotes(), ItemList()
        self.notes.other_way_requested.connect(self.other_way_requested)
        self.items.jump_requested.connect(self.jump_requested)
        self._pages = QStackedWidget()
        self._tabs: list[Button] = []
        self._tab_row = QHBoxLayout()
        for text, page in (
            (_words("Notes"), self.notes),
            (_words("Talk about"), self.talk),
            (_words("All items"), self.items),
        ):
            self._pages.addWidget(page)
            tab = _Tab(text)
            tab.clicked.connect(self._on_tab)
            self._tabs.append(tab)
            self._tab_row.addWidget(tab, 1)
        card = Panel("card")
        card.column.addWidget(self._pages)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.next)
        self._column.addLayout(self._tab_row)
        self._column.addWidget(card, 1)
        self.open_page(_NOTES)
        self._fit()

    @property
    def page(self) -> int:
        """Which page lies open: notes, talk, list."""
        return self._pages.currentIndex()

    @property
    def coming(self) -> str:
        """What it says comes next."""
        return self._name.text()

    def show_lesson(self, lesson: Lesson) -> None:
        """Show what is taught today."""
        self._lesson, self._item = lesson, None
        self.talk.show_lesson(lesson)
        self.items.show_items(lesson.items)

    def show_item(self, item: Item, other_ways: Sequence[tuple[Position, Stroke]]) -> None:
        """Show where the class is, and what comes after it."""
        if self._lesson is None:
            return
        self._item = item
        self._show_next()
        self.notes.show_item(item, self._lesson, other_ways)
        self.items.show_now(item.number)

    def show_begun(self, begun: bool) -> None:
        """Before a class begins, what comes next is what it begins with."""
        if begun is not self._begun:
            self._begun = begun
            self._show_next()

    def _show_next(self) -> None:
        if self._lesson is None or self._item is None:
            return
        after = self._lesson.item(self._item.number + 1) if self._begun else self._item
        if after is None:
            self._name.setText(_words("That is the last one"))
            self._where.setText("")
        else:
            self._name.setText(after.name or name_of(after.step))
            self._where.setText(place_words(after.step) or (_words("Talk") if after.talk else ""))

    def turn_over(self) -> None:
        """To the next page."""
        self.open_page((self.page + 1) % self._pages.count())

    def open_page(self, page: int) -> None:
        """Open notes, talk or list."""
        self._pages.setCurrentIndex(page)
        for at, tab in enumerate(self._tabs):
            if isinstance(tab, _Tab):
                tab.show_open(at == page)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        theme = themed(self)
        self._column.setSpacing(theme.px(8))
        self._tab_row.setSpacing(theme.px(6))

    @Slot()
    def _on_tab(self) -> None:
        tab = self.sender()
        if isinstance(tab, _Tab):
            self.open_page(self._tabs.index(tab))


class _Tab(Button):
    """One of the pages, by name."""

    def __init__(self, text: str) -> None:
        super().__init__(text, Kind.PLAIN)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_open(self, on: bool) -> None:
        """Show whether its page lies open."""
        self._kind = Kind.OFFER if on else Kind.PLAIN
        self.update()


def _words(text: str) -> str:
    return QCoreApplication.translate("PresenterSide", text)
