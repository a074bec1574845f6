"""Looks: the settings, and everything that they dress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QRect, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPainter

from massage_guide.domain.builds import is_newborn
from massage_guide.domain.choreography import Choreography
from massage_guide.domain.figure import Figure, FigureName
from massage_guide.domain.motion import prepare
from massage_guide.domain.picture import Dress
from massage_guide.domain.played import PlayedStep
from massage_guide.domain.routine import Oil, Routine
from massage_guide.domain.settings import Settings
from massage_guide.files.atomic import CannotSaveError
from massage_guide.files.figure_file import FigureDrawing
from massage_guide.files.settings_file import SettingsFile
from massage_guide.stage.newborn import with_newborn
from massage_guide.stage.palette import PALETTES, Palette
from massage_guide.stage.scene import Scene
from massage_guide.stage.tones import tones
from massage_guide.stage.view import StageView
from massage_guide.widgets.dim import dimmed_palette
from massage_guide.widgets.theme import chosen, moves_less
from massage_guide.windows.main_window import MainWindow
from massage_guide.windows.settings_screen import SettingsScreen


class Looks(QObject):
    """Keeps the settings, and dresses window and pictures by them.

    Signals:
    changed(Settings): something else may follow.
    repainted(): pictures look different from now on.
    not_saved(str): one sentence for the parent.
    """

    changed = Signal(object)
    repainted = Signal()
    not_saved = Signal(str)

    def __init__(
        self,
        file: SettingsFile,
        settings: Settings,
        window: MainWindow,
        screen: SettingsScreen,
        pictures: tuple[StageView, ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file, self.settings = file, settings
        self._window, self._screen = window, screen
        self._pictures = pictures
        self._drawings: dict[bool, Mapping[FigureName, FigureDrawing]] = {}
        """Of an older baby (false) and of a newborn (true)."""
        self._scenes: dict[tuple[bool, str], Scene] = {}
        """By newborn and the name of the palette; the dimmed one stays beside the bright one."""
        self._newborn = False
        self._painted: tuple[object, ...] = ()
        self._dress = Dress.NAPPY
        self._dim = False
        screen.show_settings(settings)
        self._wear()

    @property
    def still(self) -> bool:
        """Whether pictures stand still."""
        return moves_less(self.settings)

    def draw_with(self, drawings: Mapping[FigureName, FigureDrawing]) -> None:
        """The drawings have been read; from now on there are pictures."""
        self._drawings = {False: drawings, True: with_newborn(drawings)}
        self._wear()

    def dress_for(self, routine: Routine, weeks: int | None) -> None:
        """The drawn baby is as old as the baby in the room, and wears the same."""
        self._dress = _dress_of(routine)
        self._newborn = is_newborn(weeks, routine.from_weeks)
        self._wear_pictures()

    def key_frame(self, routine: Routine, step: PlayedStep, size: QSize) -> QImage:
        """The picture of one step, for a card."""
        image = QImage(size, QImage.Format.Format_RGB32)
        if not self._drawings or step.stroke is None:
            image.fill(self._palette.card)
            return image
        newborn = is_newborn(None, routine.from_weeks)
        figures = self._figures(newborn)
        figure = figures[step.stroke.figure]
        doing = prepare(step.stroke, figure, step.side, step.repeats, place=step.written.place)
        picture = Choreography(figures, dress=_dress_of(routine)).still(doing)
        with QPainter(image) as painter:
            self._scene(newborn).paint(painter, picture, QRect(0, 0, size.width(), size.height()))
        return image

    @Slot(object)
    def change(self, settings: Settings) -> None:
        """Wear other settings, and keep them."""
        if settings == self.settings:
            return
        self.settings = settings
        self._screen.show_settings(settings)
        self._wear()
        try:
            self._file.write(settings)
        except CannotSaveError as error:
            self.not_saved.emit(str(error))
        self.changed.emit(settings)

    @Slot()
    def toggle_mute(self) -> None:
        """Mute everything, or let it be heard again."""
        self.change(replace(self.settings, muted=not self.settings.muted))

    @Slot()
    def welcomed(self) -> None:
        """The welcome was closed; it does not come again."""
        self.change(replace(self.settings, welcome_seen=True))

    @Slot(str)
    def choose_country(self, code: str) -> None:
        """Whose help lines are shown."""
        self.change(replace(self.settings, country=code))

    @Slot(bool)
    def dim(self, on: bool) -> None:
        """The light is dimmed, or bright again; the window has seen to itself."""
        self._dim = on
        self._wear()

    @property
    def _palette(self) -> Palette:
        palette = PALETTES[self.settings.theme]
        return dimmed_palette(palette) if self._dim else palette

    def _figures(self, newborn: bool) -> Mapping[FigureName, Figure]:
        return {name: drawing.figure for name, drawing in self._drawings[newborn].items()}

    def _scene(self, newborn: bool) -> Scene:
        """The scene with this baby, made when it is first wanted."""
        key = newborn, self._palette.name
        if key not in self._scenes:
            own = self.settings
            worn = tones(own.baby_tone, own.hand_tone, hair=own.hair)
            self._scenes[key] = Scene(self._drawings[newborn], self._palette, worn)
        return self._scenes[key]

    def _wear(self) -> None:
        self._window.set_theme(chosen(self.settings))
        # what was pressed is seen before pictures are drawn anew, which can take seconds
        self._window.repaint()
        own = self.settings
        # a scene keeps all that it has drawn so far, so it is changed only when it must be
        painted = (self._palette.name, own.theme, own.baby_tone, own.hand_tone, own.hair)
        if self._drawings and painted != self._painted:
            if painted[1:] != self._painted[1:]:
                self._scenes.clear()
            self._painted = painted
            self._screen.show_scene(self._scene(newborn=False))
            self.repainted.emit()
        self._wear_pictures()

    def _wear_pictures(self) -> None:
        if not self._drawings:
            return
        for picture in self._pictures:
            choreography = Choreography(
                self._figures(self._newborn),
                left_handed=self.settings.left_handed,
                dress=self._dress,
                still=self.still,
            )
            picture.dress_up(self._scene(self._newborn), choreography)


def _dress_of(routine: Routine) -> Dress:
    """A massage without oil goes through clothes."""
    return Dress.CLOTHES if routine.oil is Oil.NONE else Dress.NAPPY
