"""The stage view: the widget that shows a moment."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QElapsedTimer, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion, QResizeEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_guide.domain.choreography import Choreography, step_to_come
from massage_guide.domain.nearness import is_near
from massage_guide.domain.picture import Picture
from massage_guide.domain.timeline import Moment
from massage_guide.stage.rehearsing import getting_ready
from massage_guide.stage.scene import Scene

_PIECE = 4
"""Milliseconds between two frames after which no other drawing is begun."""


class StageView(QWidget):
    """Shows moments as pictures; knows no player.

    Signals: none; it is told `show_moment` by whoever owns time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._choreography: Choreography | None = None
        self._moment: Moment | None = None
        self._picture: Picture | None = None
        self._prepared: tuple[object, ...] = ()
        self._preparing: Iterator[None] | None = None
        self._ahead: Moment | None = None
        self._turned = False
        self._upright: QImage | None = None
        # the picture fills it wholly, so nothing beneath has to be painted first
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture of the stroke"))

    def dress_up(self, scene: Scene, choreography: Choreography) -> None:
        """Use this scene and choreography from now on."""
        self._scene, self._choreography = scene, choreography
        self._prepared, self._preparing = (), None
        if self._moment is not None:
            self.show_moment(self._moment)
        self.update()

    @Slot(object)
    def show_moment(self, moment: Moment) -> None:
        """Draw this moment; only what changed is painted."""
        self._moment = moment
        if self._scene is None or self._choreography is None:
            return
        picture = self._choreography.picture(moment)
        self._prepare(self._scene, self._choreography, moment)
        if self._picture is not None and is_near(
            self._picture, picture, self._scene.pixel(picture, self.rect())
        ):
            # it waits for a frame in which something is seen to move
            region = QRegion()
        else:
            region = self._scene.dirty(self._picture, picture, self.rect())
            self._picture = picture
        if not region.isEmpty():
            self.update(self._half_round(region))
        elif self._preparing is not None:
            QTimer.singleShot(0, self, self._prepare_a_piece)

    def set_turned(self, turned: bool) -> None:
        """Show it turned half round, as it is seen from the baby's head; never mirrored."""
        if turned != self._turned:
            self._turned, self._upright = turned, None
            self.update()

    @property
    def picture(self) -> Picture | None:
        """What is shown; None before the first moment."""
        return self._picture

    def _prepare(self, scene: Scene, choreography: Choreography, moment: Moment) -> None:
        """Get the step's drawings ready while its hands are still on their way."""
        step = step_to_come(moment)
        key = (step, self.size().toTuple(), self.devicePixelRatioF())
        if key != self._prepared and self.isVisible():
            self._prepared = key
            coming = choreography.coming(moment)
            ratio = self.devicePixelRatioF()
            self._preparing = getting_ready(scene, self._picture, coming, self.rect(), ratio)

    @Slot()
    def _prepare_a_piece(self) -> None:
        spent = QElapsedTimer()
        spent.start()
        while self._preparing is not None and spent.elapsed() < _PIECE:
            if next(self._preparing, self) is self:
                self._preparing = self._prepared_ahead()

    def look_ahead(self, moment: Moment) -> None:
        """Get another moment's step ready as well, once this one is: it may come at any press."""
        self._ahead = moment

    def _prepared_ahead(self) -> Iterator[None] | None:
        moment, self._ahead = self._ahead, None
        if moment is None or self._scene is None or self._choreography is None:
            return None
        coming = self._choreography.coming(moment)
        ratio = self.devicePixelRatioF()
        return getting_ready(self._scene, None, coming, self.rect(), ratio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything is painted anew at the new size."""
        self._prepared, self._preparing = (), None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the present picture; one piece of what comes is drawn before the next frame."""
        if self._preparing is not None:
            QTimer.singleShot(0, self, self._prepare_a_piece)
        if self._scene is None or self._picture is None:
            QPainter(self).fillRect(event.rect(), self.palette().window())
        elif self._turned:
            self._paint_turned(self._scene, self._picture, event.region())
        else:
            self._scene.paint(QPainter(self), self._picture, self.rect())

    def _paint_turned(self, scene: Scene, picture: Picture, region: QRegion) -> None:
        """Paint upright where it changed, and lay that down turned half round."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._upright is None or self._upright.size() != size:
            self._upright = QImage(size, QImage.Format.Format_RGB32)
            self._upright.setDevicePixelRatio(ratio)
            region = QRegion(self.rect())
        with QPainter(self._upright) as upright:
            upright.setClipRegion(self._half_round(region))
            scene.paint(upright, picture, self.rect())
        # only what changed is turned, as far as it lies on whole pixels
        where = region.boundingRect() if ratio.is_integer() else self.rect()
        whole = round(ratio)
        area = self._half_round(QRegion(where)).boundingRect()
        pixels = QRect(area.topLeft() * whole, area.size() * whole)
        part = self._upright.copy(pixels) if ratio.is_integer() else self._upright
        turned = part.transformed(QTransform().rotate(180))
        turned.setDevicePixelRatio(ratio)
        QPainter(self).drawImage(where.topLeft(), turned)

    def _half_round(self, region: QRegion) -> QRegion:
        """Where these parts lie once the picture is turned, if it is."""
        if not self._turned:
            return region
        return QTransform(-1, 0, 0, -1, self.width(), self.height()).map(region)
