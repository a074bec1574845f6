"""Sound: the page of Settings on which voice, chimes and what lies beneath are chosen and heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_guide.domain.settings import Settings
from massage_guide.domain.talk import Talk
from massage_guide.widgets.buttons import Button
from massage_guide.widgets.chips import ChipRow, Choose
from massage_guide.widgets.flow import Flow
from massage_guide.widgets.loudness_row import LoudnessRow
from massage_guide.widgets.page import Columns, Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role
from massage_guide.widgets.words import Words

_MUTED, _NIGHT, _KIND = "muted", "night", "kind"
_OWN = "own music"
"""The word of the chip of somebody's own music; no bed has a space in its name."""
_SILENCE = 30
"""Seconds of silence after which something kind is said, where that is asked for."""


class SoundScreen(Page):
    """Everything holds as soon as it is pressed, and what is chosen is heard at once.

    Signals: settings_changed(Settings); voice_wanted, chime_wanted and bed_wanted, to hear what
    is chosen; music_wanted(bool), whether a folder of it; devices_wanted; tap_along_requested;
    back_requested; help_requested.
    """

    settings_changed = Signal(object)
    voice_wanted = Signal()
    chime_wanted = Signal()
    bed_wanted = Signal()
    music_wanted = Signal(bool)
    devices_wanted = Signal()
    tap_along_requested = Signal()
    back_requested = Signal()

    def __init__(self, clock: Clock = monotonic, parent: QWidget | None = None) -> None:
        super().__init__(clock, parent)
        self._settings = Settings()
        self._beds: Mapping[str, str] = {}
        self._devices: tuple[str, ...] | None = None
        self.head.addWidget(Words(self.tr("Sound"), Role.TITLE), 1)
        self.head.addWidget(self.help_button)
        self._silence = Words()
        self._silence.hide()
        self.body.addWidget(self._silence)
        columns = Columns()
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self._build_voice(columns.left)
        self._build_loudness(columns.left)
        self._build_beneath(columns.right)
        self._build_device(columns.right)
        for column in (columns.left, columns.right):
            column.addStretch(1)
        shown = self.tr("Words on the screen say all that is heard.")
        self.foot.addWidget(Words(shown, Role.SMALL), 1)
        self.foot.addWidget(self.make_go_on(self.tr("Back")))
        self.show_settings(self._settings)

    def _build_voice(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("The voice"), Role.HEADING))
        self.voice = ChipRow(Choose.ONE, columns=2)
        self.voice.changed.connect(self._on_voice)
        column.addWidget(self.voice)
        column.addWidget(Words(self.tr("How much is said"), Role.HEADING))
        self.talk = ChipRow(Choose.ONE, columns=3)
        self.talk.offer(
            (
                (Talk.FULL, self.tr("Everything")),
                (Talk.NAMES, self.tr("Names only")),
                (Talk.CHIMES, self.tr("Chimes only")),
            )
        )
        self.talk.changed.connect(self._on_changed)
        column.addWidget(self.talk)

    def _build_loudness(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("How loud"), Role.HEADING))
        self.voice_volume = LoudnessRow(self.tr("Voice"))
        self.chime_volume = LoudnessRow(self.tr("Chimes"))
        self.bed_volume = LoudnessRow(self.tr("Beneath"))
        for row, wanted in (
            (self.voice_volume, self.voice_wanted),
            (self.chime_volume, self.chime_wanted),
            (self.bed_volume, self.bed_wanted),
        ):
            row.changed.connect(self._on_changed)
            row.hear_requested.connect(wanted)
            column.addWidget(row)
        self.ways = ChipRow()
        self.ways.offer(
            (
                (_MUTED, self.tr("No sound at all (M)")),
                (_NIGHT, self.tr("Softer, for the night")),
                (_KIND, self.tr("A kind word after a long silence")),
            )
        )
        self.ways.changed.connect(self._on_changed)
        column.addWidget(self.ways)

    def _build_beneath(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("Beneath the voice"), Role.HEADING))
        self.bed = ChipRow(Choose.ONE)
        self.bed.changed.connect(self._on_bed)
        column.addWidget(self.bed)
        music = Flow(gap=8)
        self.file = Button(self.tr("My own music: a file"))
        self.file.clicked.connect(self._on_file)
        self.folder = Button(self.tr("a folder"))
        self.folder.setAccessibleName(self.tr("My own music: a folder"))
        self.folder.clicked.connect(self._on_folder)
        for button in (self.file, self.folder):
            music.add(button)
        column.addWidget(music)
        self._music = Words(role=Role.SMALL)
        column.addWidget(self._music)

    def _build_device(self, column: QVBoxLayout) -> None:
        column.addWidget(Words(self.tr("Where it plays"), Role.HEADING))
        self.device = ChipRow(Choose.ONE)
        self.device.changed.connect(self._on_changed)
        column.addWidget(self.device)
        self._gone = Words(role=Role.SMALL)
        column.addWidget(self._gone)
        self.late = Button(self.tr("Headphones that play late"))
        self.late.clicked.connect(self.tap_along_requested)
        column.addWidget(self.late)

    def show_sounds(self, voices: Mapping[str, str], beds: Mapping[str, str]) -> None:
        """Offer these voices and these sounds beneath, titles by name."""
        self._beds = beds
        self.voice.offer(voices.items())
        self._offer_beds()
        self.show_settings(self._settings)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        before, self._settings = self._settings, settings
        if settings.own_music != before.own_music:
            self._offer_beds()
        if settings.output_device != before.output_device or not self.device.chosen():
            self._offer_devices()
        self.voice.choose((settings.voice,))
        self.talk.choose((settings.talk,))
        self.bed.choose((_OWN if settings.own_music else settings.bed,))
        self.device.choose((settings.output_device,))
        ways = {
            _MUTED: settings.muted,
            _NIGHT: settings.night_volume,
            _KIND: settings.longest_silence > 0,
        }
        self.ways.choose([way for way, on in ways.items() if on])
        self.voice_volume.show_volume(settings.voice_volume)
        self.chime_volume.show_volume(settings.chime_volume)
        self.bed_volume.show_volume(settings.bed_volume)
        self.bed_volume.hear.setEnabled(bool(settings.bed or settings.own_music))
        late = self.tr("Sound is sent ahead by {0} ms").format(settings.sound_offset_ms)
        find = self.tr("Tap along to find out how late")
        self.late.set_detail(late if settings.sound_offset_ms else find)

    def show_devices(self, names: Sequence[str]) -> None:
        """Offer these devices, and the one that the system chooses."""
        self._devices = tuple(names)
        self._offer_devices()

    def show_available(self, there: bool) -> None:
        """Say whether there is anything to be heard."""
        words = self.tr("Nothing on this computer plays sound just now. It comes back by itself.")
        self._silence.setText("" if there else words)
        self._silence.setVisible(not there)

    def show_music_sentence(self, sentence: str) -> None:
        """Say why music was not taken; empty when it was."""
        self._music.setText(sentence)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says besides, where there is something to say."""
        said = (self._silence.text(), self._music.text(), self._gone.text())
        return tuple(sentence for sentence in said if sentence)

    def go_on(self) -> None:
        """Space goes back."""
        self.back_requested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """See what there is to play on; it may have changed since."""
        super().showEvent(event)
        self._music.setText("")
        self.devices_wanted.emit()

    def _offer_beds(self) -> None:
        own = Path(self._settings.own_music).name
        beds = [("", self.tr("Nothing")), *self._beds.items()]
        chosen = _OWN if own else self._settings.bed
        self.bed.offer([*beds, (_OWN, own)] if own else beds, (chosen,))

    def _offer_devices(self) -> None:
        mine, found = self._settings.output_device, self._devices
        names = dict.fromkeys((*(found or ()), *((mine,) if mine else ())))
        usual = ("", self.tr("As this computer chooses"))
        self.device.offer([usual, *((name, name) for name in names)], (mine,))
        self._show_gone()

    def _show_gone(self) -> None:
        mine, found = self._settings.output_device, self._devices
        gone = bool(mine) and found is not None and mine not in found
        words = self.tr("{0} is not here just now, so this computer chooses.")
        self._gone.setText(words.format(mine) if gone else "")

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self.settings_changed.emit(settings)

    @Slot()
    def _on_changed(self) -> None:
        ways = self.ways.chosen()
        silence = self._settings.longest_silence or _SILENCE
        device = self.device.chosen()
        self._change(
            replace(
                self._settings,
                talk=Talk(self.talk.chosen()[0]),
                voice_volume=self.voice_volume.volume,
                chime_volume=self.chime_volume.volume,
                bed_volume=self.bed_volume.volume,
                muted=_MUTED in ways,
                night_volume=_NIGHT in ways,
                longest_silence=silence if _KIND in ways else 0,
                output_device=device[0] if device else "",
            )
        )
        self._show_gone()

    @Slot()
    def _on_voice(self) -> None:
        self._change(replace(self._settings, voice=self.voice.chosen()[0]))
        self.voice_wanted.emit()

    @Slot()
    def _on_bed(self) -> None:
        name = self.bed.chosen()[0]
        if name != _OWN:
            had_own = bool(self._settings.own_music)
            self._change(replace(self._settings, bed=name, own_music=""))
            if had_own:
                self._offer_beds()
        self.bed_wanted.emit()

    @Slot()
    def _on_file(self) -> None:
        self.music_wanted.emit(False)

    @Slot()
    def _on_folder(self) -> None:
        self.music_wanted.emit(True)
