"""Cards: a routine to choose, with its picture, and the two minutes that are always there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_guide.widgets.breath import paint_bloom
from massage_guide.widgets.pressable import WRAP, Pressable, widest_word, wrapped_height
from massage_guide.widgets.theme import Role, Theme, themed

ASPECT = 1.65
"""Width to height of the picture on a card."""
_HIGHEST = 320
"""Pixels of the design window that a picture alone is high at most."""


class Picture:
    """A drawn key frame, cut to fill a box with round corners; kept at the size last asked."""

    def __init__(self) -> None:
        self._image: QImage | None = None
        self._fitted: QPixmap | None = None

    def set_image(self, image: QImage) -> None:
        """Take a new picture."""
        self._image = image
        self._fitted = None

    def paint(self, painter: QPainter, box: QRectF, radius: float, theme: Theme) -> None:
        """Fill the box; before there is a picture, with the colours of the mat."""
        outline = QPainterPath()
        outline.addRoundedRect(box, radius, radius)
        painter.save()
        painter.setClipPath(outline)
        light = QLinearGradient(box.topLeft(), box.bottomRight())
        light.setColorAt(0, QColor(theme.palette.mat_light))
        light.setColorAt(1, QColor(theme.palette.mat))
        painter.fillRect(box, light)
        if self._image is not None and not self._image.isNull():
            painter.drawPixmap(box.topLeft(), self._fit(box, painter.device().devicePixelRatio()))
        painter.restore()

    def _fit(self, box: QRectF, ratio: float) -> QPixmap:
        wanted = QSize(round(box.width() * ratio), round(box.height() * ratio))
        if self._fitted is None or self._fitted.size() != wanted:
            assert self._image is not None
            whole = self._image.scaled(
                wanted,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            left = (whole.width() - wanted.width()) // 2
            top = (whole.height() - wanted.height()) // 2
            cut = whole.copy(left, top, wanted.width(), wanted.height())
            self._fitted = QPixmap.fromImage(cut)
            self._fitted.setDevicePixelRatio(ratio)
        return self._fitted


class RoutineCard(Pressable):
    """A routine: its picture, title, how long, from which age, and what for."""

    def __init__(
        self, routine: str, title: str, facts: str, purpose: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self.routine = routine
        """The routine's id."""
        self.is_waiting = False
        """Whether it is for later."""
        self._facts = facts
        self._purpose = purpose
        self._picture = Picture()
        self.setAccessibleDescription(f"{facts}. {purpose}")

    def set_waiting(self, waiting: bool) -> None:
        """Mute it while baby is too young for it; it can be pressed all the same."""
        if waiting != self.is_waiting:
            self.is_waiting = waiting
            self.update()

    def set_picture(self, image: QImage) -> None:
        """Show the routine's key frame."""
        self._picture.set_image(image)
        self.update()

    def corner(self, theme: Theme) -> float:
        """Round the corners."""
        return float(theme.px(24))

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        wide = themed(self).px(360)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        theme = themed(self)
        wide = widest_word(self.text(), theme.font(Role.HEADING)) + 2 * theme.px(18) + 8
        return QSize(max(wide, theme.px(240)), theme.target(200))

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        theme = themed(self)
        face = width - 2 * self.room()
        words = self._heights(theme, face - 2 * theme.px(18))
        return round(face / ASPECT) + sum(words) + theme.px(14 + 4 + 6 + 16) + 2 * self.room()

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint the face."""
        own = theme.palette
        ground = own.card_hover if self.underMouse() else own.card
        painter.setBrush(QColor(own.card_pressed if self.isDown() else ground))
        painter.setPen(QPen(QColor(own.accent if self.underMouse() else own.line), 1.5))
        radius = self.corner(theme)
        painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), radius, radius)
        inset = theme.px(7)
        high = face.width() / ASPECT - inset
        box = QRectF(face.x() + inset, face.y() + inset, face.width() - 2 * inset, high)
        whole = painter.opacity()
        painter.setOpacity(whole * (0.4 if self.is_waiting else 1.0))
        self._picture.paint(painter, box, radius - inset, theme)
        painter.setOpacity(whole)
        left, wide = face.x() + theme.px(18), face.width() - 2 * theme.px(18)
        top = face.y() + face.width() / ASPECT + theme.px(14)
        fonts = (theme.font(Role.HEADING), theme.font(Role.SMALL, True), theme.font(Role.SMALL))
        muted = own.soft_ink
        inks = (muted, muted, muted) if self.is_waiting else (own.ink, own.accent_deep, muted)
        texts = (self.text(), self._facts, self._purpose)
        gaps = (theme.px(4), theme.px(6), 0)
        rows = zip(texts, fonts, inks, self._heights(theme, wide), gaps, strict=True)
        for text, font, ink, height, gap in rows:
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(QRectF(left, top, wide, height), WRAP, text)
            top += height + gap

    def _heights(self, theme: Theme, width: float) -> tuple[int, int, int]:
        return (
            wrapped_height(self.text(), theme.font(Role.HEADING), width),
            wrapped_height(self._facts, theme.font(Role.SMALL, True), width),
            wrapped_height(self._purpose, theme.font(Role.SMALL), width),
        )


class StrokeCard(RoutineCard):
    """A stroke to practise: its picture, its name, whether it was met, and what to do."""

    @property
    def stroke(self) -> str:
        """The stroke's id."""
        return self.routine


class PictureCard(QWidget):
    """A picture alone, as wide as there is room and no higher than half a window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_picture(self, image: QImage) -> None:
        """Show a picture."""
        self._picture.set_image(image)
        self.update()

    def clear(self) -> None:
        """Show none, until there is another."""
        self._picture = Picture()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the shape stays."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        return min(round(width / ASPECT), themed(self).px(_HIGHEST))

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        wide = themed(self).px(480)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        wide = themed(self).px(280)
        return QSize(wide, self.heightForWidth(wide))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        theme = themed(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = min(float(self.width()), self.height() * ASPECT)
        box = QRectF((self.width() - wide) / 2, 0.0, wide, self.height())
        self._picture.paint(painter, box, theme.px(24), theme)


class PeaceCard(Pressable):
    """*Two minutes' peace*: wide, warm, and there before anything else has been read."""

    def __init__(self, title: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._detail = detail
        self.setAccessibleDescription(detail)

    def corner(self, theme: Theme) -> float:
        """Round the corners."""
        return float(theme.px(28))

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        wide = themed(self).px(440)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        theme = themed(self)
        return QSize(theme.px(320), theme.target(130))

    def heightForWidth(self, width: int) -> int:
        """Say how high it is for a width."""
        theme = themed(self)
        words = sum(self._heights(theme, self._words_width(theme, width - 2 * self.room())))
        return max(words + theme.px(6 + 2 * 18), theme.target(130)) + 2 * self.room()

    def paint_face(self, painter: QPainter, face: QRectF, theme: Theme) -> None:
        """Paint the face."""
        own = theme.palette
        tint = QColor(own.warm_soft if not self.isDown() else own.card_pressed)
        painter.setBrush(tint)
        edge = QPen(QColor(own.warm), 2) if self.underMouse() else Qt.PenStyle.NoPen
        painter.setPen(edge)
        radius = self.corner(theme)
        painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), radius, radius)
        reach = self._reach(theme)
        middle = QPointF(face.x() + theme.px(16) + reach, face.center().y())
        paint_bloom(painter, middle, reach, 0.75, 0.8, own)
        wide = self._words_width(theme, face.width())
        left = face.right() - wide - theme.px(18)
        title, detail = self._heights(theme, wide)
        top = face.center().y() - (title + theme.px(6) + detail) / 2
        painter.setPen(QColor(own.ink))
        painter.setFont(theme.font(Role.TITLE))
        painter.drawText(QRectF(left, top, wide, title), WRAP, self.text())
        painter.setPen(QColor(own.soft_ink))
        painter.setFont(theme.font(Role.BODY))
        where = QRectF(left, top + title + theme.px(6), wide, detail)
        painter.drawText(where, WRAP, self._detail)

    def _reach(self, theme: Theme) -> float:
        return theme.px(58)

    def _words_width(self, theme: Theme, face: float) -> float:
        return face - 2 * self._reach(theme) - theme.px(16 + 12 + 18)

    def _heights(self, theme: Theme, width: float) -> tuple[int, int]:
        return (
            wrapped_height(self.text(), theme.font(Role.TITLE), width),
            wrapped_height(self._detail, theme.font(Role.BODY), width),
        )
