"""Journal: a timeline of every massage, how settled before and after, over weeks or years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from time import monotonic
from uuid import UUID

from PySide6.QtCore import QMargins, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from massage_guide.domain.remembered import Lately, Remembered, lately
from massage_guide.domain.session import Baby
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.lanes import LaneWords
from massage_guide.widgets.page import Page
from massage_guide.widgets.panel import Panel
from massage_guide.widgets.pressable import line_width
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.timeline_list import TimelineList
from massage_guide.widgets.words import Words

_EVERYONE = ""
_TIGHT = 24
"""Lines of words that a page should have room for."""


class JournalScreen(Page):
    """The massages of one baby or of all, newest first; each opens.

    Signals: baby_chosen(UUID, or None for all), massage_requested(UUID),
    patterns_requested, noticed_requested and print_requested (each of a baby's UUID, or None
    for all), undo_requested, talk_requested (someone to talk to), home_requested, help_requested.
    """

    baby_chosen = Signal(object)
    massage_requested = Signal(object)
    patterns_requested = Signal(object)
    noticed_requested = Signal(object)
    print_requested = Signal(object)
    undo_requested = Signal()
    talk_requested = Signal()
    home_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._babies: dict[UUID, str] = {}
        self._of: UUID | None = None
        self._newest: UUID | None = None
        self._tight = False
        self.head.addWidget(Words(self.tr("Journal"), Role.TITLE))
        self._who = ChipRow(Choose.ONE, ticked=False)
        self._who.changed.connect(self._on_baby)
        self.head.addWidget(self._who, 1)
        self.head.addWidget(self.help_button)
        self._build_above()
        self._kind = Words(role=Role.LEAD)
        self._people = Button(self.tr("Someone to talk to"), Kind.OFFER)
        self._people.clicked.connect(self.talk_requested)
        self.timeline = TimelineList()
        self.timeline.opened.connect(self.massage_requested)
        self.timeline.reached.connect(self._on_reached)
        self.timeline.laid_out.connect(self._lane_words.follow)
        self.body.addWidget(self._kind)
        self.body.addWidget(self._people, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.timeline)
        self.body.addStretch(1)
        self._build_foot()
        self.show_massages((), None)

    def _build_above(self) -> None:
        """What stays in sight while the timeline scrolls: an undo, the caveat, the lanes' words."""
        self._above = QVBoxLayout()
        self._undo = Panel("warm")
        line = QHBoxLayout()
        self._undo.column.addLayout(line)
        self._gone = Words()
        undo = Button(self.tr("Undo (U)"), Kind.OFFER)
        undo.clicked.connect(self.undo_requested)
        line.addWidget(self._gone, 1)
        line.addWidget(undo)
        caveat = self.tr(
            "Crying tends to rise until about six weeks of age, then falls by itself, and is often "
            "heavier in the evening. So this tells how it was, not what massage did."
        )
        self._caveat = Words(caveat, Role.SMALL)
        self._lane_words = LaneWords()
        for part in (self._undo, self._caveat, self._lane_words):
            self._above.addWidget(part)
        self._undo.hide()
        self._frame.insertLayout(1, self._above)

    def _build_foot(self) -> None:
        self._ways = (
            (Button(self.tr("Patterns")), self._on_patterns),
            (Button(self.tr("Things you noticed")), self._on_noticed),
            (Button(self.tr("Print a page")), self._on_print),
        )
        for button, slot in self._ways:
            button.clicked.connect(slot)
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.make_go_on(self.tr("Home")))

    def show_babies(self, babies: Sequence[Baby], chosen: UUID | None) -> None:
        """Offer each baby and all of them, when there are several."""
        self._babies, self._of = {baby.id: baby.name for baby in babies}, chosen
        words = [(_EVERYONE, self.tr("Everyone")), *((str(b.id), b.name) for b in babies)]
        self._who.offer(words if len(babies) > 1 else (), (str(chosen or _EVERYONE),))
        self.fit(themed(self))

    def show_massages(
        self, massages: Sequence[Remembered], today: date | None, problem: str = ""
    ) -> None:
        """Show these, newest first; a problem is said in their place."""
        several = len(self._babies) > 1 and self._of is None
        self.timeline.show_massages(massages, self._babies if several else None)
        newest = massages[0].id if massages else None
        if newest != self._newest:
            self._newest = newest
            self.scroller.verticalScrollBar().setValue(0)
        now = lately(massages, today) if today else Lately.NOTHING
        self._kind.setText(problem if problem and not massages else self._kind_words(now))
        left, centred = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignCenter
        self._kind.setAlignment(left if massages else centred)
        self.body.setStretchFactor(self._kind, 0 if massages else 3)
        self._kind.setVisible(bool(self._kind.text()))
        self._people.setVisible(now is Lately.HARD)
        for part in (self.timeline, self._caveat, self._lane_words):
            part.setVisible(bool(massages))
        for button, _ in self._ways:
            button.setVisible(bool(massages))

    def go_to(self, massage: UUID) -> None:
        """Let the keys be at this massage, where it is among them."""
        self.timeline.go_to(massage)
        self.timeline.setFocus(Qt.FocusReason.TabFocusReason)

    def show_undo(self, sentence: str) -> None:
        """Say what was deleted and offer it back; nothing takes the offer away."""
        self._gone.setText(sentence)
        self._undo.setVisible(bool(sentence))

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        side = self._side(theme)
        self._above.setContentsMargins(QMargins(side, 0, side, 0))
        self._above.setSpacing(theme.px(6))
        # where there is little room, only what the dots mean stays while the rest scrolls
        beside = self.width() - 2 * side - line_width(self.tr("Journal"), theme.font(Role.TITLE))
        beside -= self.help_button.sizeHint().width() + 3 * theme.px(12)
        low = self.height() < _TIGHT * theme.text_px(Role.BODY)
        tight = low or self._who.sizeHint().width() > beside
        if tight != self._tight:
            self._tight = tight
            self.head.setStretch(0, 1 if tight else 0)
            if tight:
                self.body.insertWidget(0, self._who)
                self.body.insertWidget(1, self._caveat)
            else:
                self.head.insertWidget(1, self._who, 1)
                self._above.insertWidget(1, self._caveat)

    def go_on(self) -> None:
        """Space goes home."""
        self.home_requested.emit()

    def key(self, key: int) -> bool:
        """Arrows go through the massages, and U undoes."""
        if key == Qt.Key.Key_U and not self._undo.isHidden():
            self.undo_requested.emit()
            return True
        if self.timeline.move_by(key):
            self.timeline.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _kind_words(self, now: Lately) -> str:
        return {
            Lately.NOTHING: self.tr(
                "Nothing here yet, and no hurry. Each massage or cuddle will be kept here."
            ),
            Lately.BEGINNING: self.tr("This is a beginning. There is no right number."),
            Lately.HARD: self.tr(
                "These have been hard days. Crying is how babies talk, and you were there."
            ),
            Lately.USUAL: "",
        }[now]

    @Slot(object)
    def _on_baby(self, words: tuple[str, ...]) -> None:
        chosen = words[0] if words else _EVERYONE
        self.baby_chosen.emit(UUID(chosen) if chosen else None)

    @Slot(object)
    def _on_reached(self, row: QRect) -> None:
        top = self.timeline.y() + row.top()
        bar = self.scroller.verticalScrollBar()
        # clear of the fade at the lower edge
        low = top + row.height() + row.height() // 2 - self.scroller.viewport().height()
        bar.setValue(min(max(bar.value(), low), top))

    @Slot()
    def _on_patterns(self) -> None:
        self.patterns_requested.emit(self._of)

    @Slot()
    def _on_noticed(self) -> None:
        self.noticed_requested.emit(self._of)

    @Slot()
    def _on_print(self) -> None:
        self.print_requested.emit(self._of)
