"""Get ready: what is true today, what that changes, and a breath before asking."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.settledness import BabyState, Settledness
from massage_guide.domain.stroke import Region
from massage_guide.domain.today import FED_HOLDS_MINUTES, Today
from massage_guide.widgets.age_panel import AgePanel
from massage_guide.widgets.breath import Breath, breathing_in
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.panel import Lines, Panel
from massage_guide.widgets.pictograms import Thing, ThingRow
from massage_guide.widgets.settledness_row import SettlednessRow
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.word_row import WordRow
from massage_guide.widgets.words import Words

_JUST_FED, _FED = "fed", f"fed:{FED_HOLDS_MINUTES}"
_SORE = (
    Region.LEGS,
    Region.FEET,
    Region.TUMMY,
    Region.CHEST,
    Region.ARMS,
    Region.HANDS,
    Region.FACE,
    Region.BACK,
)


class GetReady(Page):
    """Not a questionnaire: everything here may be left alone, and Space goes on.

    Signals: today_changed(Today), age_told(int weeks or None for skip),
    rated(Settledness or None, BabyState or None), word_chosen(str, empty for none),
    go_on_requested, breath_done, reading_requested, holding_requested, home_requested and
    help_requested.
    """

    today_changed = Signal(object)
    age_told = Signal(object)
    rated = Signal(object, object)
    word_chosen = Signal(str)
    go_on_requested = Signal()
    breath_done = Signal()
    holding_requested = Signal()
    home_requested = Signal()
    reading_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._name = ""
        self._title = Words(role=Role.TITLE)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self.help_button)
        self._ready = Columns(left=5, right=4)
        self._build_today()
        self._build_how()
        self.body.addWidget(self._ready)
        self._build_things()
        self._breathing = self._build_breath()
        self.body.addWidget(self._breathing, 1)
        self.body.addStretch(0)
        self._build_foot()
        self.show_breath(False)

    def _build_today(self) -> None:
        left = self._ready.left
        left.addWidget(Words(self.tr("Is any of this true just now?"), Role.HEADING))
        self._chips = ChipRow()
        self._chips.changed.connect(self._on_chips)
        left.addWidget(self._chips)
        self._where = Panel()
        self._where.column.addWidget(Words(self.tr("Where is the skin sore?")))
        self._sore = ChipRow()
        self._sore.changed.connect(self._on_chips)
        self._where.column.addWidget(self._sore)
        self._clinic = ChipRow()
        self._clinic.changed.connect(self._on_chips)
        left.addWidget(self._where)
        left.addWidget(self._clinic)
        self._fit = Lines("warm")
        left.addWidget(self._fit)
        left.addStretch(1)

    def _build_how(self) -> None:
        right = self._ready.right
        self._age = AgePanel()
        self._age.told.connect(self.age_told)
        self._age.hide()
        right.addWidget(self._age)
        right.addWidget(Words(self.tr("How settled is your baby now?"), Role.HEADING))
        self._settled = SettlednessRow()
        self._settled.rated.connect(self.rated)
        right.addWidget(self._settled)
        right.addWidget(Words(self.tr("And you?"), Role.HEADING))
        self._word = WordRow()
        self._word.chosen.connect(self.word_chosen)
        right.addWidget(self._word)
        right.addStretch(1)

    def _build_things(self) -> None:
        self._things = {
            Thing.ROOM: ThingRow(Thing.ROOM, self.tr("A warm room, about 24 °C, no draught")),
            Thing.TOWEL: ThingRow(Thing.TOWEL, self.tr("A towel on the floor, a drink for you")),
            Thing.OIL: ThingRow(Thing.OIL, ""),
        }
        self._by_you = Flow(gap=24, columns=3)
        for row in self._things.values():
            self._by_you.add(row)
        self.body.addWidget(self._by_you)
        self._review = Words(role=Role.SMALL)
        self.body.addWidget(self._review)

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self._by_you.set_columns(
            3 if self.width() >= theme.px(1000) * theme.text_percent / 100 else 1
        )

    def _build_breath(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self._breath = Breath()
        self._breath_words = Words(role=Role.ANSWER).centred()
        self._breath_hint = Words(role=Role.SOFT).centred()
        column.addWidget(self._breath, 1)
        column.addWidget(self._breath_words)
        column.addWidget(self._breath_hint)
        return page

    def _build_foot(self) -> None:
        self._home = Button(self.tr("Not today"), Kind.QUIET)
        self._home.clicked.connect(self.home_requested)
        self._holding = Button(self.tr("Just hold today"), Kind.OFFER)
        self._holding.clicked.connect(self.holding_requested)
        self._go_on = self.make_go_on(self.tr("Go on"))
        self._reading = Button(self.tr("When not to"), Kind.PLAIN)
        self._reading.clicked.connect(self.reading_requested)
        for button in (self._home, self._holding, self._reading):
            self.foot.addWidget(button)
        self.foot.addStretch(1)
        self.foot.addWidget(self._go_on)

    def show_routine(self, title: str, oil: bool, today: Today | None = None) -> None:
        """Begin afresh for a routine; `oil` is whether it may be used at all."""
        self._name = title
        words = self.tr("A little oil, if you like; none is fine") if oil else self.tr("No oil")
        self._things[Thing.OIL].say(words)
        self._offer_chips(() if today is None else today.words())
        self._settled.show_rating(None, None)
        self._word.choose("")
        self.ask_age(False)
        self.show_fit((), "")
        self.show_breath(False)

    def show_review(self, line: str) -> None:
        """Say quietly that no instructor has read these strokes; nothing when one has."""
        self._review.setText(line)

    def ask_age(self, asked: bool, weeks: int = 6) -> None:
        """Ask for the age, or say nothing of it."""
        self._age.ask(weeks)
        self._age.setVisible(asked)

    def show_age(self, weeks: int | None, name: str = "") -> None:
        """Show the age that was told, to be corrected; with a name, the age that is known."""
        self._age.show_age(weeks, name)
        self._age.show()

    def show_fit(self, lines: Sequence[str], holding_line: str, holding: bool = False) -> None:
        """Tell what today changes; with a holding line, or so told, Go on means holding."""
        holding = holding or bool(holding_line)
        self._fit.show_lines([line for line in (holding_line, *lines) if line])
        self._holding.setVisible(not holding)
        self._go_on.say(self.tr("Go on with holding") if holding else self.tr("Go on"))

    def show_rating(self, value: Settledness | None, state: BabyState | None) -> None:
        """Show how settled baby is, as it was rated."""
        self._settled.show_rating(value, state)

    def show_breath(self, on: bool) -> None:
        """Show the breath in place of the rest, or the rest again."""
        self.settle()
        self._ready.setVisible(not on)
        self._by_you.setVisible(not on)
        self._review.setVisible(not on)
        self._breathing.setVisible(on)
        self._home.setVisible(not on)
        self._holding.setVisible(not on)
        self._reading.setVisible(not on)
        ready = self.tr("Getting ready: {0}").format(self._name)
        self._title.setText(self.tr("A breath for you") if on else ready)
        if on:
            self._go_on.say(self.tr("Go on"))
            self.set_breath_seconds(0.0, 40.0)

    @property
    def is_breathing(self) -> bool:
        """Whether the breath is shown."""
        return not self._breathing.isHidden()

    def set_breath_seconds(self, seconds: float, length: float) -> None:
        """Show the breath as it is at this many seconds of its length."""
        self._breath.set_seconds(min(seconds, length))
        over = seconds >= length
        if over:
            words, hint = self.tr("When you’re ready"), self.tr("Notice how you are.")
        elif breathing_in(seconds):
            words = self.tr("In through your nose")
            hint = self.tr("Let your shoulders drop. Go on whenever you like.")
        else:
            words = self.tr("Out slowly")
            hint = self.tr("As if cooling tea. Go on whenever you like.")
        if words != self._breath_words.text():
            self._breath_words.setText(words)
        if hint != self._breath_hint.text():
            self._breath_hint.setText(hint)

    def go_on(self) -> None:
        """Leave the breath, or what is true today, behind."""
        if self.is_breathing:
            self.breath_done.emit()
        else:
            self.go_on_requested.emit()

    def key(self, key: int) -> bool:
        """1 to 5 rate, while the five are in sight."""
        at = key - Qt.Key.Key_0
        if self.is_breathing or not 1 <= at <= len(Settledness):
            return False
        self._settled.rate(Settledness(at))
        return True

    def today(self) -> Today:
        """What is pressed."""
        words = list(self._chips.chosen())
        words += [f"sore-skin:{region}" for region in self._sore.chosen() if "sore-skin" in words]
        if "hips" in words and self._clinic.chosen():
            words.append("hips:agreed")
        return Today.from_words(words)

    def _offer_chips(self, words: Sequence[str]) -> None:
        self._chips.offer(
            (
                (_JUST_FED, self.tr("Fed in the last half hour")),
                (_FED, self.tr("Fed 30–45 minutes ago")),
                ("hungry", self.tr("Hungry")),
                ("crying", self.tr("Crying")),
                ("asleep", self.tr("Asleep")),
                ("sore-skin", self.tr("Sore skin")),
                ("unwell", self.tr("Unwell or hot")),
                ("vaccinated", self.tr("Vaccinated in the last 48 hours")),
                ("cord", self.tr("Cord not healed")),
                ("hips", self.tr("Hip harness or hip check")),
            ),
            _shown(words),
        )
        regions = [(str(r), QCoreApplication.translate("Region", r.value)) for r in _SORE]
        chosen = [word.partition(":")[2] for word in words if word.startswith("sore-skin:")]
        self._sore.offer([(word, text.capitalize()) for word, text in regions], chosen)
        agreed = self.tr("The clinic agrees to gentle leg strokes")
        self._clinic.offer([("hips:agreed", agreed)], words)
        self._ask_more()

    def _ask_more(self) -> None:
        chosen = self._chips.chosen()
        self._where.setVisible("sore-skin" in chosen)
        self._clinic.setVisible("hips" in chosen)

    @Slot(object)
    def _on_chips(self, words: tuple[str, ...]) -> None:
        if _JUST_FED in words and _FED in words:
            # Only one of the two can be true: the one pressed now.
            pressed = self._chips.last_pressed
            self._chips.choose([w for w in words if w not in (_JUST_FED, _FED) or w == pressed])
        self._ask_more()
        self.today_changed.emit(self.today())


def _shown(words: Sequence[str]) -> list[str]:
    """The chips that say these words of `Today`."""
    names = [word.partition(":")[0] for word in words]
    fed = next((word for word in words if word.startswith(f"{_JUST_FED}:")), "")
    if fed:
        minutes = int(fed.partition(":")[2])
        names[names.index(_JUST_FED)] = _FED if minutes >= FED_HOLDS_MINUTES else _JUST_FED
    return names
