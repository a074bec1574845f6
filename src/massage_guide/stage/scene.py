"""The scene: a picture painted as a pure function of (picture, palette, rectangle)."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QRegion

from massage_guide.domain.choreography import elbow_of
from massage_guide.domain.figure import FigureName, Side, Zone
from massage_guide.domain.picture import Dress, HandState, Picture
from massage_guide.files.figure_file import FigureDrawing
from massage_guide.stage import changes
from massage_guide.stage.backdrops import Backdrops, paint_room
from massage_guide.stage.drawn_ways import DrawnWays
from massage_guide.stage.edges import hand_look
from massage_guide.stage.framing import Frame, framed, hand_size, line_size
from massage_guide.stage.ghosts import GHOST, paint_marks, together, veil
from massage_guide.stage.grading import colours_of, graded, grounded
from massage_guide.stage.hands import OVER, UNDER, Hands, is_round
from massage_guide.stage.keepsakes import Keepsakes
from massage_guide.stage.palette import Palette
from massage_guide.stage.puppet import Look, Puppet
from massage_guide.stage.sight import Layer, Sight
from massage_guide.stage.tones import Tones

_AHEAD = 0.75
"""Opacity of the way ahead on the baby."""
_SLID = 0.6
"""Lift under which a hand that is slid under the baby is painted behind it."""

_Swaps = tuple[tuple[str, str], ...]

_PIXEL = 1 / 1080
"""How little can be seen to move, heights of the screen."""
_TURNED = 9.0
"""Windows full of hands and limbs as they were turned that are kept."""
_GROUNDS_KEPT = 3
"""Rooms as large as the window: an empty one, and those of the figures that change places."""
_BACKDROPS_KEPT = 2
"""With a limb and without it: hands go round one, and let it go again."""
_PUPPETS_KEPT = 2
"""The figure that is shown, and the one that gives way to it."""


class Scene:
    """Paints pictures; keeps sprites, but nothing that changes what is painted."""

    def __init__(
        self,
        drawings: Mapping[FigureName, FigureDrawing],
        palette: Palette,
        tones: Tones | None = None,
    ) -> None:
        self._drawings = drawings
        self.palette = palette
        self._tones = tones or Tones()
        self._turned = Keepsakes(_TURNED)
        self._hands = Hands(hand_look(self._tones, palette), self._turned)
        self._ways = DrawnWays(palette)
        self._grounds, self._backdrops = Backdrops(_GROUNDS_KEPT), Backdrops(_BACKDROPS_KEPT)
        self._framed: tuple[object, Frame] | None = None
        self._puppets: OrderedDict[tuple[FigureName, Dress, bool], Puppet] = OrderedDict()
        self._swapped: dict[FigureName, tuple[_Swaps, _Swaps]] = {}
        palms = graded(self._tones.palms, palette, self._tones.palms)
        self._palms: _Swaps = tuple(palms.items())

    def frame(self, name: FigureName, rect: QRect, framing: Zone | None = None) -> Frame:
        """Where that figure lies in the rectangle."""
        return framed(self._drawings[name].figure, rect, framing)

    def preparing(self, picture: Picture, rect: QRect, ratio: float = 1.0) -> Iterator[None]:
        """Make all that a step needs, in small pieces, so that no frame waits for it.

        `picture` is the step's first; `ratio` is that of the screen.
        """
        self._turned.let_go()
        frame = self._frame(picture, rect)
        self._ground(picture, rect, ratio)
        yield
        scale = frame.scale * ratio
        yield from self._puppet(picture).preparing(scale, picture.pose, Sight.of(picture))
        yield from self._hands.preparing(picture.hands, scale, hand_size(picture.figure))
        self._backdrop(picture, rect, ratio)

    def paint(self, painter: QPainter, picture: Picture, rect: QRect) -> None:
        """Paint the whole picture into the rectangle; the painter's clip saves the rest."""
        frame = self._frame(picture, rect)
        ratio = painter.device().devicePixelRatioF()
        for kept in (self._hands.drawn, self._turned):
            kept.suit(round(4 * rect.width() * rect.height() * ratio * ratio))
        beneath = [hand for hand in picture.hands if hand.beneath and hand.lift < _SLID]
        above = [hand for hand in picture.hands if hand not in beneath]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = QPointF(frame.left, frame.top + picture.bob * frame.scale)
        self._baby(painter, picture, (beneath, above), rect, at)
        painter.translate(at)
        if picture.ghosts:
            together(painter, rect, GHOST, lambda inside: self._ghosts(inside, picture, frame, at))
        painter.setOpacity(picture.guide)
        self._trail(painter, picture, frame)
        painter.setOpacity(picture.guide * _AHEAD)
        self._ahead(painter, picture, frame)
        painter.setOpacity(1.0)
        self._fading(painter, picture, rect, ratio)
        if picture.opacity < 1.0:
            # the empty room is laid over figure and mat together, so that nothing shows through
            painter.setOpacity(1.0 - picture.opacity)
            painter.drawImage(QPointF(rect.topLeft()) - at, self._ground(None, rect, ratio))
        painter.setOpacity(1.0)
        self._layer(painter, picture.figure, above, frame, OVER)
        painter.setOpacity(picture.opacity * picture.guide * picture.through)
        self._ahead(painter, picture, frame)
        paint_marks(painter, picture, self.palette, frame.scale * line_size(picture), frame.scale)
        if picture.veil:
            painter.translate(-at)
            bare = self._backdrop(replace(picture, pose={}), rect, ratio)
            veil(painter, picture, rect, bare, self._ground(None, rect, ratio))
        painter.restore()

    def dirty(self, before: Picture | None, now: Picture, rect: QRect) -> QRegion:
        """What has to be painted again when one picture follows another."""
        if before is None or changes.is_another(before, now):
            return QRegion(rect)
        frame, size = self._frame(now, rect), hand_size(now.figure)
        figure = self._drawings[now.figure].figure
        areas = [
            *changes.hands_changed(before, now, self._hands, figure, size),
            *changes.figure_changed(before, now, self._puppet(now), frame.scale),
            *changes.lines_changed(before, now, size),
        ]
        return changes.region_of((frame.area(area) for area in areas if area), rect)

    def pixel(self, picture: Picture, rect: QRect) -> float:
        """How little can be seen to move, figure units: a pixel, or more where they are fine."""
        return max(rect.height() * _PIXEL, 1.0) / self._frame(picture, rect).scale

    def _frame(self, picture: Picture, rect: QRect) -> Frame:
        asked = (picture.figure, picture.framing, rect.getRect())
        if self._framed is None or self._framed[0] != asked:
            self._framed = asked, self.frame(picture.figure, rect, picture.framing)
        return self._framed[1]

    def _baby(
        self,
        painter: QPainter,
        picture: Picture,
        hands: tuple[list[HandState], list[HandState]],
        rect: QRect,
        at: QPointF,
    ) -> None:
        """The room with the baby, and behind the baby the hands `beneath` and fingers `above`."""
        beneath, around = hands[0], list(filter(is_round, hands[1]))
        frame, ratio = self._frame(picture, rect), painter.device().devicePixelRatioF()
        kept = not picture.bob and (picture.pose or not picture.blink)
        if kept:
            painter.drawImage(rect.topLeft(), self._backdrop(picture, rect, ratio))
        limbs = Layer.BENEATH if kept and picture.pose else Layer.WHOLE
        if not kept or beneath or around:
            painter.save()
            if kept:
                behind = self._behind(picture, (*beneath, *around), rect)
                painter.setClipRegion(behind, Qt.ClipOperation.IntersectClip)
            painter.drawImage(rect.topLeft(), self._ground(picture, rect, ratio))
            painter.translate(at)
            self._layer(painter, picture.figure, beneath, frame, OVER)
            # behind all of the baby: no limb's edge may cut a finger that lies on the body
            self._layer(painter, picture.figure, around, frame, UNDER)
            self._figure(painter, picture, frame, limbs)
            painter.restore()
        if limbs is Layer.BENEATH:
            painter.translate(at)
            self._figure(painter, picture, frame, Layer.ABOVE)
            painter.translate(-at)

    def _behind(self, picture: Picture, hands: Sequence[HandState], rect: QRect) -> QRegion:
        """Where hands or their fingers lie behind the baby."""
        frame, size = self._frame(picture, rect), hand_size(picture.figure)
        figure = self._drawings[picture.figure].figure
        areas: list[QRectF] = []
        for hand in hands:
            areas += self._hands.behind(hand, elbow_of(figure, hand.side, hand.at), size)
        return changes.region_of(map(frame.area, areas), rect)

    def _fading(self, painter: QPainter, picture: Picture, rect: QRect, ratio: float) -> None:
        """The bare mat, in this and in other framings, laid over the baby as far as it shows."""
        if not picture.bare and not picture.fading:
            return
        frame = self._frame(picture, rect)
        corner = QPointF(rect.x() - frame.left, rect.y() - frame.top - picture.bob * frame.scale)
        shown = 1.0 - sum(share for _, share in picture.fading)
        layers = [(picture.framing, picture.bare)]
        for framing, share in picture.fading:
            shown += share
            layers.append((framing, share / shown))
        for framing, opacity in layers:
            if opacity > 0.0:
                painter.setOpacity(opacity)
                other = replace(picture, framing=framing)
                painter.drawImage(corner, self._ground(other, rect, ratio))
        painter.setOpacity(1.0)

    def _ghosts(self, painter: QPainter, picture: Picture, frame: Frame, at: QPointF) -> None:
        """Where a still shows hands and limbs to come to."""
        painter.translate(at)
        if picture.ghost_pose:
            self._layer(painter, picture.figure, picture.ghosts, frame, UNDER)
            self._figure(painter, replace(picture, pose=picture.ghost_pose), frame)
        self._layer(painter, picture.figure, picture.ghosts, frame, OVER)

    def _figure(
        self, painter: QPainter, picture: Picture, frame: Frame, layer: Layer = Layer.WHOLE
    ) -> None:
        puppet, pose, sight = self._puppet(picture), picture.pose, Sight.of(picture)
        puppet.paint(painter, frame.scale, pose, sight, picture.on_top, layer)

    def _backdrop(self, picture: Picture, rect: QRect, ratio: float) -> QImage:
        """All that lies still behind the hands, or behind the first limb that moves."""
        puppet, inside = self._puppet(picture), QRect(QPoint(), rect.size())
        layer = Layer.BENEATH if picture.pose else Layer.WHOLE
        shown = puppet.seen(layer, picture.pose, Sight.of(picture), picture.on_top)

        def paint(painter: QPainter) -> None:
            frame = self._frame(picture, inside)
            painter.drawImage(0, 0, self._ground(picture, rect, ratio))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(frame.left, frame.top)
            self._figure(painter, picture, frame, layer)

        key = (picture.figure, puppet.look, shown, picture.framing)
        return self._backdrops.get(key, rect.size(), ratio, paint)

    def _trail(self, painter: QPainter, picture: Picture, frame: Frame) -> None:
        if picture.trail:
            self._ways.paint_trail(painter, picture.trail, frame.scale, line_size(picture))

    def _ahead(self, painter: QPainter, picture: Picture, frame: Frame) -> None:
        if picture.ahead:
            self._ways.paint_ahead(painter, picture.ahead, frame.scale, line_size(picture))

    def _layer(
        self,
        painter: QPainter,
        name: FigureName,
        hands: Sequence[HandState],
        frame: Frame,
        layer: str,
    ) -> None:
        figure = self._drawings[name].figure
        painter.save()
        painter.scale(frame.scale, frame.scale)
        for hand in hands:
            elbow = elbow_of(figure, hand.side, hand.at)
            self._hands.paint(painter, hand, frame.scale, elbow, hand_size(name), layer)
        painter.restore()

    def _puppet(self, picture: Picture) -> Puppet:
        mirrored = picture.sided and picture.side is Side.RIGHT
        key = (picture.figure, picture.dress, mirrored)
        if key not in self._puppets:
            drawing = self._drawings[picture.figure]
            swaps, ground = self._swaps(drawing)
            look = Look(swaps, picture.dress, self._tones.hair, mirrored, ground, self._palms)
            self._puppets[key] = Puppet(drawing, look, self._turned)
        self._puppets.move_to_end(key)
        while len(self._puppets) > _PUPPETS_KEPT:
            self._puppets.popitem(last=False)
        return self._puppets[key]

    def _swaps(self, drawing: FigureDrawing) -> tuple[_Swaps, _Swaps]:
        """Colours of the figure and of its mat, and what this light and skin make of them."""
        if drawing.figure.name not in self._swapped:
            tone = {**self._tones.baby, **self._tones.hands}
            found = {colour for part in drawing.parts for colour in colours_of(part.svg)}
            below = colours_of(drawing.mat.svg) if drawing.mat else set()
            pairs = graded(sorted(found), self.palette, tone)
            ground = grounded(sorted(below), self.palette)
            self._swapped[drawing.figure.name] = tuple(pairs.items()), tuple(ground.items())
        return self._swapped[drawing.figure.name]

    def _ground(self, picture: Picture | None, rect: QRect, ratio: float) -> QImage:
        """The room behind the figure: paper, a pool of light, the mat; empty without a picture."""
        if picture is not None and self._drawings[picture.figure].mat is None:
            picture = None

        def paint(painter: QPainter) -> None:
            paint_room(painter, rect.size(), self.palette)
            if picture is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                frame = self._frame(picture, QRect(QPoint(), rect.size()))
                painter.translate(frame.left, frame.top)
                self._puppet(picture).paint_mat(painter, frame.scale)

        shown = picture and (picture.figure, picture.framing)
        return self._grounds.get((shown,), rect.size(), ratio, paint)
