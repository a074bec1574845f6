"""Settings: how the program looks, whose it is, and where its data lives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from time import monotonic
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.session import Baby
from massage_guide.domain.settings import Settings, TextSize
from massage_guide.domain.settings import Theme as ThemeName
from massage_guide.stage.scene import Scene
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.likeness import Likeness
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words

_LEFT, _STILL, _CAPTIONS, _PEOPLE = "left", "still", "captions", "people"


class SettingsScreen(Page):
    """Everything holds as soon as it is pressed; there is nothing to save.

    Signals: settings_changed(Settings), baby_requested(UUID, or None for a new one),
    sound_requested, keeping_requested, class_keys_requested, home_requested, help_requested.
    """

    settings_changed = Signal(object)
    baby_requested = Signal(object)
    sound_requested = Signal()
    keeping_requested = Signal()
    class_keys_requested = Signal()
    home_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._settings = Settings()
        self.head.addWidget(Words(self.tr("Settings"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        columns = Columns(left=1, right=1)
        self.body.addWidget(columns)
        self._likeness = Likeness()
        self._likeness.changed.connect(self._on_changed)
        self.body.addWidget(self._likeness)
        self.body.addStretch(1)
        self._build_look(columns.left)
        self._build_whose(columns.right)
        self._about = Words(role=Role.SMALL)
        self.foot.addWidget(self._about, 1)
        self.foot.addWidget(self.make_go_on(self.tr("Home")))
        self.show_countries(())
        self.show_settings(self._settings)
        self.show_babies(())

    def _build_look(self, column: QVBoxLayout) -> None:
        self._theme = self._row(column, self.tr("Colours"))
        self._theme.offer(
            (
                (ThemeName.LIGHT, self.tr("Light")),
                (ThemeName.EVENING, self.tr("Evening")),
                (ThemeName.PROJECTOR, self.tr("Projector")),
            )
        )
        self._size = self._row(column, self.tr("Size of words"))
        self._size.offer(
            (
                (TextSize.NORMAL, self.tr("Usual")),
                (TextSize.LARGE, self.tr("Larger")),
                (TextSize.LARGEST, self.tr("Largest")),
            )
        )
        column.addWidget(Words(self.tr("During a massage"), Role.HEADING))
        self._ways = ChipRow()
        self._ways.offer(
            (
                (_LEFT, self.tr("I am left-handed")),
                (_STILL, self.tr("Less movement on screen")),
                (_CAPTIONS, self.tr("Show words for every cue")),
            )
        )
        self._ways.changed.connect(self._on_changed)
        column.addWidget(self._ways)
        self.sound = Button(self.tr("Sound"), detail=self.tr("Voice, music, and how loud"))
        self.sound.clicked.connect(self.sound_requested)
        column.addWidget(self.sound)
        clickers = self.tr("For instructors, their clickers and pedals")
        self.class_keys = Button(self.tr("Keys of a class"), detail=clickers)
        self.class_keys.clicked.connect(self.class_keys_requested)
        column.addWidget(self.class_keys)
        column.addStretch(1)

    def _build_whose(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("Babies"), Role.HEADING))
        self._babies = Flow(gap=8)
        column.addWidget(self._babies)
        self._country = self._row(column, self.tr("Help lines for"), columns=0)
        self._kind = ChipRow()
        self._kind.offer(((_PEOPLE, self.tr("Offer them after several heavy days")),))
        self._kind.changed.connect(self._on_changed)
        column.addWidget(self._kind)
        column.addWidget(Words(self.tr("Where your notes live"), Role.HEADING))
        self._folder = Words()
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._folder)
        kept = self.tr("Everything stays on this computer. Nothing is sent anywhere.")
        column.addWidget(Words(kept, Role.SMALL))
        copies = self.tr("Copies, other laptops, a passphrase")
        self.keeping = Button(self.tr("Your notes, kept safe"), detail=copies)
        self.keeping.clicked.connect(self.keeping_requested)
        column.addWidget(self.keeping)
        column.addStretch(1)

    def _row(self, column: QVBoxLayout, heading: str, columns: int = 3) -> ChipRow:
        column.addWidget(Words(heading, Role.HEADING))
        row = ChipRow(Choose.ONE, columns=columns, ticked=False)
        row.changed.connect(self._on_changed)
        column.addWidget(row)
        return row

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        self._settings = settings
        self._theme.choose((settings.theme,))
        self._size.choose((settings.text_size,))
        self._country.choose((settings.country,))
        ways = {
            _LEFT: settings.left_handed,
            _STILL: settings.reduced_motion,
            _CAPTIONS: settings.captions,
        }
        self._ways.choose([way for way, on in ways.items() if on])
        self._kind.choose((_PEOPLE,) if settings.offers_people else ())
        self._likeness.show_choice(settings.baby_tone, settings.hand_tone, settings.hair)

    def show_scene(self, scene: Scene) -> None:
        """Draw the picture on which tones are chosen; the scene wears what is chosen."""
        self._likeness.show_scene(scene)

    def show_countries(self, countries: Sequence[tuple[str, str]]) -> None:
        """Offer these countries (code, name) for the help lines, and the computer's own."""
        named = [(code, name) for code, name in countries if code]
        words = [("", self.tr("As this computer")), *named]
        self._country.offer(words, (self._settings.country,))

    def show_babies(self, babies: Sequence[Baby]) -> None:
        """Show each baby, to be opened, and one more to be added."""
        self._babies.clear()
        for baby in babies:
            button = _BabyButton(baby)
            button.clicked.connect(self._on_baby)
            self._babies.add(button)
        add = Button(self.tr("Add a baby"), Kind.OFFER)
        add.clicked.connect(self._on_add)
        self._babies.add(add)

    def show_about(self, folder: str, version: str) -> None:
        """Show where the data lives, and which program this is."""
        # A place to break, so that a long path wraps inside its column.
        self._folder.setText(folder.replace("/", "/\u200b").replace("\\", "\\\u200b"))
        words = self.tr("Massage Guide {0}. It is not medical advice.")
        self._about.setText(words.format(version))

    def go_on(self) -> None:
        """Space goes home."""
        self.home_requested.emit()

    @Slot()
    def _on_changed(self) -> None:
        ways = self._ways.chosen()
        country = self._country.chosen()
        self._settings = replace(
            self._settings,
            theme=ThemeName(self._theme.chosen()[0]),
            text_size=TextSize(self._size.chosen()[0]),
            country=country[0] if country else self._settings.country,
            left_handed=_LEFT in ways,
            reduced_motion=_STILL in ways,
            captions=_CAPTIONS in ways,
            offers_people=_PEOPLE in self._kind.chosen(),
            baby_tone=self._likeness.baby_tone,
            hand_tone=self._likeness.hand_tone,
            hair=self._likeness.hair,
        )
        self.settings_changed.emit(self._settings)

    @Slot()
    def _on_baby(self) -> None:
        button = self.sender()
        if isinstance(button, _BabyButton):
            self.baby_requested.emit(button.baby)

    @Slot()
    def _on_add(self) -> None:
        self.baby_requested.emit(None)


class _BabyButton(Button):
    """A baby's name and birth date."""

    def __init__(self, baby: Baby, parent: QWidget | None = None) -> None:
        born = QCoreApplication.translate("Settings", "born {0}")
        detail = "" if baby.born is None else born.format(_day(baby.born))
        super().__init__(baby.name, Kind.QUIET, detail, parent=parent)
        self.baby: UUID = baby.id


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
