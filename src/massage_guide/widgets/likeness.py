"""The likeness: whom the pictures show, chosen on a picture that changes at once."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_guide.domain.figure import FigureName, Point, Side
from massage_guide.domain.picture import HandShape, HandState, Picture
from massage_guide.stage.scene import Scene
from massage_guide.stage.tones import BABY_TONES, HAND_TONES
from massage_guide.widgets.chips import ChipRow
from massage_guide.widgets.corners import Corners
from massage_guide.widgets.page import Columns
from massage_guide.widgets.swatches import SwatchRow
from massage_guide.widgets.theme import Role, themed
from massage_guide.widgets.words import Words

_HAIR = "hair"
_TALL = 1.62
"""Height of the whole figure with its room, widths; its legs hang below the edge."""
_RESTING = Picture(
    FigureName.FRONT,
    None,
    (
        HandState(
            side=Side.RIGHT,
            at=Point(52.0, 79.0),
            heading=-34.0,
            shape=HandShape.FLAT_PALM,
            was=HandShape.FLAT_PALM,
            change=1.0,
            lift=0.0,
            pressure=0.0,
            active=True,
        ),
    ),
)
"""A hand that rests on the baby's tummy."""


class Likeness(Columns):
    """Skin of the baby, skin of the hands, and hair.

    Signals: changed, when `baby_tone`, `hand_tone` or `hair` has been chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(left=2, right=5, parent=parent)
        self.baby_tone, self.hand_tone, self.hair = 1, 1, True
        self._picture = _Picture()
        Corners(self._picture)
        self.left.addWidget(self._picture)
        baby = self.tr("Your baby’s skin in the pictures")
        self.right.addWidget(Words(baby, Role.HEADING))
        self._baby = SwatchRow(BABY_TONES, baby)
        self._baby.changed.connect(self._on_baby)
        self.right.addWidget(self._baby)
        hands = self.tr("The hands in the pictures")
        self.right.addWidget(Words(hands, Role.HEADING))
        self._hands = SwatchRow(HAND_TONES, hands)
        self._hands.changed.connect(self._on_hands)
        self.right.addWidget(self._hands)
        self._hair = ChipRow()
        self._hair.offer(((_HAIR, self.tr("Your baby has some hair")),))
        self._hair.changed.connect(self._on_hair)
        self.right.addWidget(self._hair)
        self.right.addStretch(1)

    def show_choice(self, baby_tone: int, hand_tone: int, hair: bool) -> None:
        """Show what is chosen."""
        self.baby_tone, self.hand_tone, self.hair = baby_tone, hand_tone, hair
        self._baby.choose(baby_tone)
        self._hands.choose(hand_tone)
        self._hair.choose((_HAIR,) if hair else ())

    def show_scene(self, scene: Scene) -> None:
        """Draw the picture with this scene, which wears what is chosen."""
        self._picture.show_scene(scene)

    @Slot(int)
    def _on_baby(self, tone: int) -> None:
        self.baby_tone = tone
        self.changed.emit()

    @Slot(int)
    def _on_hands(self, tone: int) -> None:
        self.hand_tone = tone
        self.changed.emit()

    @Slot()
    def _on_hair(self) -> None:
        self.hair = bool(self._hair.chosen())
        self.changed.emit()


class _Picture(QWidget):
    """Baby from head to hips, with a hand on the tummy; nothing here moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("A hand resting on your baby’s tummy"))

    def show_scene(self, scene: Scene) -> None:
        """Draw with this scene from now on."""
        self._scene = scene
        self.update()

    def sizeHint(self) -> QSize:
        """Say the size it would like."""
        theme = themed(self)
        return QSize(theme.px(330), theme.px(390))

    def minimumSizeHint(self) -> QSize:
        """Say the least it needs."""
        theme = themed(self)
        return QSize(theme.px(280), theme.px(390))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        with QPainter(self) as painter:
            if self._scene is None:
                painter.fillRect(self.rect(), QColor(themed(self).palette.card))
                return
            tall = max(self.height(), round(min(self.width(), self.height()) * _TALL))
            self._scene.paint(painter, _RESTING, QRect(0, 0, self.width(), tall))
