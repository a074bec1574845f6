"""Home: what a parent has time for, the last massage, and one that was cut off."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.cards import PeaceCard, RoutineCard
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words
from massage_guide.windows.home_head import HomeHead
from massage_guide.windows.offers import BrokenRoutine, RoutineOffer
from massage_guide.windows.unfinished_offer import UnfinishedOffer

if TYPE_CHECKING:
    from uuid import UUID

    from massage_guide.domain.session import Baby, Unfinished
    from massage_guide.widgets.finder import Finder

PEACE = "two-minutes-peace"
"""The routine that is always there."""

_WAITING = 3
"""Empty cards that keep the place until the library has been read."""


class Home(Page):
    """Asks what there is time for.

    Signals: routine_chosen(id), baby_chosen(UUID or None), add_baby_requested,
    go_on_requested, again_requested, enough_requested, leave_requested (an unfinished
    massage), stroke_chosen(id), learning_requested, times_requested, journal_requested,
    settings_requested, teach_requested, names_requested (they were put away), help_requested.
    """

    routine_chosen = Signal(str)
    baby_chosen = Signal(object)
    add_baby_requested = Signal()
    go_on_requested = Signal()
    again_requested = Signal()
    enough_requested = Signal()
    leave_requested = Signal()
    stroke_chosen = Signal(str)
    learning_requested = Signal()
    times_requested = Signal()
    journal_requested = Signal()
    settings_requested = Signal()
    teach_requested = Signal()
    names_requested = Signal()
    from_top = True

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._cards: dict[str, RoutineCard] = {}
        self._from_weeks: dict[str, int] = {}
        self._weeks: int | None = None
        self._pictures: dict[str, QImage] = {}
        self._sentence = self._aside = ""
        self._discreet = False
        self._build_head()
        self._build_hero()
        self._finder: Finder | None = None
        self._finding = QWidget()
        QVBoxLayout(self._finding).setContentsMargins(0, 0, 0, 0)
        self._routines = Flow(gap=18, columns=3)
        self._broken = QVBoxLayout()
        self.body.addWidget(self._hero)
        self.body.addWidget(self._finding)
        self.body.addWidget(self._routines)
        self.body.addLayout(self._broken)
        self._build_teaching()
        self.body.addStretch(1)
        self._notice = Words(role=Role.SMALL)
        self.foot.addWidget(self._notice, 1)
        for button in (self._show_names, self._teach_now):
            self.foot.addWidget(button)
            button.hide()
        self.show_routines((), ())

    def _build_head(self) -> None:
        self.head_line = HomeHead(self.help_button)
        for asked, signal in (
            (self.head_line.baby_chosen, self.baby_chosen),
            (self.head_line.add_baby_requested, self.add_baby_requested),
            (self.head_line.learning_requested, self.learning_requested),
            (self.head_line.times_requested, self.times_requested),
            (self.head_line.journal_requested, self.journal_requested),
            (self.head_line.settings_requested, self.settings_requested),
        ):
            asked.connect(signal)
        self.head.addWidget(self.head_line)

    def _build_hero(self) -> None:
        self._unfinished = UnfinishedOffer()
        for asked, signal in (
            (self._unfinished.go_on_requested, self.go_on_requested),
            (self._unfinished.again_requested, self.again_requested),
            (self._unfinished.enough_requested, self.enough_requested),
            (self._unfinished.leave_requested, self.leave_requested),
        ):
            asked.connect(signal)
        self._title = Words(self.tr("What do you have time for?"), Role.DISPLAY)
        self._last = Words(role=Role.SOFT)
        self._last.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._peace = PeaceCard(
            self.tr("Two minutes’ peace"),
            self.tr("Any time, any place. Nothing to get ready."),
        )
        self._peace.clicked.connect(self._on_peace)
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._last)
        column.addStretch(1)
        self._now = QStackedWidget()
        self._now.addWidget(asking)
        self._now.addWidget(self._unfinished)
        self._hero = Columns(left=3, right=2)
        self._hero.left.addWidget(self._now)
        self._hero.right.addWidget(self._peace)

    def _build_teaching(self) -> None:
        about = self.tr("For instructors: your own side here, the picture on the projector")
        self.teach = Button(self.tr("Teach this"), Kind.QUIET, about)
        self._teach_now = Button(self.tr("Teach this"), Kind.OFFER)
        self._show_names = Button(self.tr("Show our own"), Kind.PLAIN)
        for button in (self.teach, self._teach_now):
            button.clicked.connect(self.teach_requested)
        self._show_names.clicked.connect(self.names_requested)
        self.body.addWidget(self.teach)

    def show_routines(
        self, routines: Sequence[RoutineOffer], broken: Sequence[BrokenRoutine]
    ) -> None:
        """Fill the cards; until then empty ones keep their place."""
        self._routines.clear()
        self._cards = {}
        for routine in routines:
            if routine.id != PEACE:
                self._add_card(routine)
        for _ in range(0 if routines or broken else _WAITING):
            card = RoutineCard("", " ", " ", " \n ")
            card.setEnabled(False)
            self._routines.add(card)
        self._show_broken(broken)

    def add_finder(self, finder: Finder) -> None:
        """Put what helps to find a routine in the place that was kept for it."""
        self._finder = finder
        finder.found.connect(self._on_found)
        finder.stroke_chosen.connect(self.stroke_chosen)
        layout = self._finding.layout()
        if layout is not None:
            layout.addWidget(finder)

    def key(self, key: int) -> bool:
        """Escape shows every routine again."""
        return key == Qt.Key.Key_Escape and self._finder is not None and self._finder.clear()

    def set_picture(self, routine: str, image: QImage) -> None:
        """Give a card its key frame; it may come before the card."""
        self._pictures[routine] = image
        if routine in self._cards:
            self._cards[routine].set_picture(image)

    def show_babies(
        self, babies: Sequence[Baby], chosen: UUID | None, weeks: int | None = None
    ) -> None:
        """Show the babies by name; one alone needs no choosing.

        `weeks` is the corrected age of the chosen one; what is for later is muted.
        """
        self._weeks = weeks
        for card in self._cards.values():
            self._mute(card)
        self.head_line.show_babies(babies, chosen, weeks)
        self.fit(themed(self))

    def show_last(self, sentence: str) -> None:
        """Tell when the last massage was and what; empty before the first."""
        self._sentence = sentence
        self._tell()

    def show_aside(self, line: str) -> None:
        """Mention the next time that is set aside; empty for none."""
        self._aside = line
        self._tell()
        self.fit(themed(self))

    def be_discreet(self, on: bool) -> None:
        """Say nothing of a family, since others may see it; whoever asks for it undoes that."""
        self._discreet = on
        for button in (self._show_names, self._teach_now):
            button.setVisible(on)
        away = self.tr("Names are put away, since others may see this screen.")
        self.show_notice(away if on else "")
        self._tell()

    def _tell(self) -> None:
        cuddle = self.tr("It’s fine if today is just a cuddle.")
        lines = (cuddle,) if self._discreet else (self._sentence, self._aside, cuddle)
        self._last.setText("\n".join(line for line in lines if line))

    def show_unfinished(self, unfinished: Unfinished | None, stroke: str = "") -> None:
        """Offer a massage that was cut off; `stroke` is the name of the one it was in."""
        self._now.setCurrentIndex(0 if unfinished is None else 1)
        if unfinished is not None:
            self._unfinished.show_unfinished(unfinished, stroke)

    def show_notice(self, text: str) -> None:
        """Say one quiet line, or nothing."""
        self._notice.setText(text)

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self.body.setSpacing(theme.px(22))
        # Lines are kept for the last massage, so that nothing moves when it is told.
        lines = (3 if self._aside else 2) * QFontMetrics(theme.font(Role.SOFT)).lineSpacing()
        self._last.setMinimumHeight(lines + theme.px(4))
        self._finding.setMinimumHeight(theme.target() + 8)
        room = self.width() - 2 * self._side(theme)
        self.head_line.fit(theme, room)
        wanted = theme.px(330) * (1 + 0.6 * (theme.text_percent - 100) / 100)
        self._routines.set_columns(max(1, min(4, int(room / wanted))))

    def _add_card(self, routine: RoutineOffer) -> None:
        facts = self.tr("{0} · {1}").format(
            self._minutes(routine.minutes), self._from(routine.from_weeks)
        )
        card = RoutineCard(routine.id, routine.title, facts, routine.purpose)
        if routine.id in self._pictures:
            card.set_picture(self._pictures[routine.id])
        card.clicked.connect(self._on_card)
        self._cards[routine.id] = card
        self._from_weeks[routine.id] = routine.from_weeks
        self._mute(card)
        self._routines.add(card)

    def _mute(self, card: RoutineCard) -> None:
        known = self._weeks is not None
        card.set_waiting(known and self._from_weeks[card.routine] > (self._weeks or 0))

    def _show_broken(self, broken: Sequence[BrokenRoutine]) -> None:
        while (item := self._broken.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for file in broken:
            words = self.tr("{0} could not be read. {1}").format(file.name, file.reason)
            self._broken.addWidget(Words(words, Role.SMALL))

    def _minutes(self, minutes: int) -> str:
        if minutes <= 1:
            return self.tr("about a minute")
        return self.tr("about {0} minutes").format(minutes)

    def _from(self, weeks: int) -> str:
        if weeks <= 0:
            return self.tr("from birth")
        if weeks == 1:
            return self.tr("from one week")
        return self.tr("from {0} weeks").format(weeks)

    @Slot(object)
    def _on_found(self, ids: frozenset[str]) -> None:
        for routine, card in self._cards.items():
            card.setVisible(routine in ids)

    @Slot()
    def _on_card(self) -> None:
        card = self.sender()
        if isinstance(card, RoutineCard):
            self.routine_chosen.emit(card.routine)

    @Slot()
    def _on_peace(self) -> None:
        self.routine_chosen.emit(PEACE)
