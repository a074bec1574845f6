"""The telling: every word that Guide lays over its picture, and where it lies."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from massage_guide.domain.cueing import spoken
from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.figure import WHOLE, FigureName, Side
from massage_guide.domain.played import PlayedStep, RowKind
from massage_guide.domain.stroke import Region
from massage_guide.domain.timeline import Moment
from massage_guide.widgets.badges import Badge, Badges
from massage_guide.widgets.lettering import Ground, Lettering, Line, block_height
from massage_guide.widgets.ring import Ring
from massage_guide.widgets.theme import Theme, themed

_MIDDLE = {WHOLE: 0.6, "upper": 0.72, "arms": 0.87, "legs": 0.87}
"""Width of the picture's own middle in each view of the baby, in heights of the window."""


_SPACE = "Space or a tap: baby needs a moment"
_FAR = 1.2
"""How much larger name and line are on a projector, besides what all words grow."""


def _words(text: str) -> str:
    return QCoreApplication.translate("Telling", text)


_PARTS = {
    Region.LEGS: ("Baby’s left leg", "Baby’s right leg", "Baby’s legs"),
    Region.FEET: ("Baby’s left foot", "Baby’s right foot", "Baby’s feet"),
    Region.HIPS: ("Baby’s left hip", "Baby’s right hip", "Baby’s hips"),
    Region.ARMS: ("Baby’s left arm", "Baby’s right arm", "Baby’s arms"),
    Region.HANDS: ("Baby’s left hand", "Baby’s right hand", "Baby’s hands"),
    Region.TUMMY: ("Baby’s left side", "Baby’s right side", "Baby’s tummy"),
    Region.CHEST: ("Baby’s left side", "Baby’s right side", "Baby’s chest"),
    Region.FACE: ("Baby’s left side", "Baby’s right side", "Baby’s face"),
    Region.HEAD: ("Baby’s left side", "Baby’s right side", "Baby’s head"),
    Region.BACK: ("Baby’s left side", "Baby’s right side", "Baby’s back"),
}


def place_words(step: PlayedStep) -> str:
    """Where on the baby the step is; empty where that is everywhere."""
    if step.stroke is None:
        return ""
    left, right, both = _PARTS.get(
        step.stroke.region, ("Baby’s left side", "Baby’s right side", "")
    )
    named = {Side.LEFT: left, Side.RIGHT: right, None: both}[step.side]
    return _words(named) if named else ""


def name_of(step: PlayedStep) -> str:
    """What the step is called."""
    return step.stroke.name if step.stroke else _words("A little rest")


class Telling:
    """The parts that lie over the picture in two calm columns.

    It is no widget itself: a sheet over the whole picture would be painted with every frame.
    """

    def __init__(self, over: QWidget) -> None:
        self._over = over
        self.title = Lettering(over)
        self.ring = Ring(over)
        self.side = Lettering(over)
        self.next = Lettering(over)
        self.badges = Badges(over)
        self.caption = Lettering(over)
        self.hint = Lettering(over)
        self.practise(alone=False, on_doll=False)
        self._box = QRect()
        self._view = WHOLE
        self._foot = 0
        self._step: PlayedStep | None = None
        self._following: PlayedStep | None = None
        self._captions = True
        self._visible = True
        self._lead = ""
        self._captioned = ("", "")
        """What leads a caption, and what it says."""
        self._soon = False
        self._far = False

    def show_moment(self, moment: Moment) -> None:
        """Tell where the massage is; called with every frame, so it does only what changed."""
        step = moment.step
        if step is not self._step or moment.following is not self._following:
            self._step, self._following = step, moment.following
            self._tell_step()
        if step is None or moment.row.kind is RowKind.PAUSE:
            self.ring.show_share(0.0)
        elif moment.looping:
            self.ring.show_held(moment.cycle)
        else:
            self.ring.show_share(moment.cycle / step.repeats)

    def practise(self, *, alone: bool, on_doll: bool) -> None:
        """One stroke `alone` has no last one; a doll needs no moment of its own."""
        self._alone = alone
        space = "Space or a tap: wait, and go on" if on_doll else _SPACE
        self.hint.set_lines(
            Line(_words(space), 22, tint="soft_ink", grows=0.7),
            Line(_words("M mutes, ? shows the keys"), 22, tint="soft_ink", gap=2, grows=0.7),
        )

    def show_cue(self, cue: Cue) -> None:
        """Caption what is said; a chime that says something leads the words after it."""
        if cue.kind is not CueKind.REPEAT:
            self._soon = cue.kind is CueKind.NEARLY
        if cue.kind.is_spoken:
            lead, self._lead = self._lead, ""
            self._caption(lead, cue.text)
        elif cue.kind is CueKind.CHANGE_SIDE:
            self._lead = cue.text
            self._caption(cue.text, "")

    def show_chime(self, words: str) -> None:
        """Caption a chime, over the words that come with it; it may lead those that follow."""
        lead, text = self._captioned
        if self._lead:
            self._lead = words
            text = text or lead
        self._caption(words, text)

    def stay(self) -> None:
        """Take back that something else comes soon, for it does not."""
        if self._soon:
            self._soon = False
            self._caption("", "")

    def set_captions(self, on: bool) -> None:
        """Show captions, or leave them out."""
        self._captions = on
        self.caption.setVisible(on and self._visible)

    def set_badges(self, badges: tuple[Badge, ...]) -> None:
        """Show what is different just now."""
        if self.badges.set_badges(badges):
            self._place_right()

    def forget(self) -> None:
        """Say nothing of the massage before."""
        self._step = self._following = None
        self._lead = ""
        self._tell_step()
        self.ring.show_share(0.0)
        self._caption("", "")

    def place(self, box: QRect, foot: int) -> None:
        """Lie over this box; captions stay above `foot`, pixels from the top."""
        self._box, self._foot = box, foot
        if self._far != self._theme().palette.is_far:
            self._far = not self._far
            self._tell_step()
        self._place_left()
        self._place_right()

    def _tell_step(self) -> None:
        step, after = self._step, self._following
        if step is None:
            self.title.set_lines()
            self.side.set_lines()
            self.next.set_lines()
            self.ring.hide()
            return
        line = spoken(step.stroke.say.line, step.side) if step.stroke else ""
        far = _FAR if self._far else 1.0
        self.title.set_lines(
            Line(name_of(step), 42 * far, strong=True, grows=0.5),
            Line(line or _words("Let your hands lie still."), 30 * far, gap=12, grows=0.7),
        )
        self.side.set_lines(Line(place_words(step), 29, strong=True, tint="warm_ink", grows=0.7))
        region = step.stroke.region if step.stroke else None
        self.ring.show_place(region, step.side)
        self.ring.setVisible(self._visible)
        self.next.set_lines(*self._next_lines(step, after))
        stroke = step.stroke
        on_mat = stroke is None or stroke.figure is FigureName.FRONT
        self._view = stroke.shown_in if stroke and on_mat else WHOLE
        self._lay_ground(not on_mat or self._view != WHOLE)
        self._place_left()
        self._place_right()

    def _lay_ground(self, wide: bool) -> None:
        # All of the baby on its mat leaves both columns free, and bare words are calmer.
        for part in (self.title, self.side, self.next, self.hint):
            part.set_ground(Ground.HALO if wide else Ground.NONE)
        self.caption.set_ground(Ground.CARD if wide else Ground.NONE)

    def set_visible(self, on: bool) -> None:
        """Be there, or make room for words that matter more."""
        self._visible = on
        for part in (self.title, self.side, self.next, self.badges):
            part.setVisible(on)
        self.ring.setVisible(on and self._step is not None)
        self.caption.setVisible(on and self._captions)
        self._place_hint()

    def _next_lines(self, step: PlayedStep, after: PlayedStep | None) -> tuple[Line, ...]:
        if after is None and self._alone:
            return ()
        if after is None:
            return (Line(_words("The last one"), 22, tint="soft_ink"),)
        same = after.stroke is not None and after.stroke is step.stroke
        named = (place_words(after) if same else name_of(after)) or name_of(after)
        where = "" if same else place_words(after) if after.side else ""
        return (
            Line(_words("Next"), 22, tint="soft_ink"),
            Line(named, 27, strong=True, tint="soft_ink", gap=2, grows=0.7),
            Line(where, 24, tint="soft_ink", gap=2, grows=0.7),
        )

    def _caption(self, lead: str, text: str) -> None:
        self._captioned = (lead, text)
        changed = self.caption.set_lines(
            Line(lead, 28, strong=True, tint="warm_ink"), Line(text, 28, gap=4)
        )
        if changed:
            self._place_caption()

    def _columns(self) -> tuple[QRect, QRect]:
        theme, box = self._theme(), self._box
        edge = theme.px(40)
        middle = box.height() * _MIDDLE.get(self._view, _MIDDLE[WHOLE])
        free = (box.width() - middle) / 2 - edge - theme.px(14)
        wide = round(min(max(free, box.width() * 0.24), theme.px(470)))
        top, high = box.y() + theme.px(38), box.height() - theme.px(38 + 40)
        left = QRect(box.x() + edge, top, wide, high)
        return left, QRect(box.right() - edge - wide, top, wide, high)

    def _place_left(self) -> None:
        if self._box.isEmpty():
            return
        theme, (column, _) = self._theme(), self._columns()
        size = theme.px(132)
        room = column.height() - size - theme.px(30)
        title = self.title.place(QRect(column.x(), column.y(), column.width(), room))
        top = title.bottom() + theme.px(30)
        self.ring.setGeometry(column.x(), top, size, size)
        gap = theme.px(18)
        box = QRect(column.x() + size + gap, top, column.width() - size - gap, size)
        words = self.side.place(box)
        self.side.place(box.translated(0, (size - words.height()) // 2))
        self._place_hint()

    def _place_hint(self) -> None:
        """Set what may be pressed at the foot of the left column, where there is room."""
        if self._box.isEmpty():
            return
        theme, (column, _) = self._theme(), self._columns()
        bottom = min(column.bottom(), self._foot - theme.px(14))
        top = self.ring.geometry().bottom() + theme.px(16)
        box = QRect(column.x(), top, column.width(), max(bottom - top, 1))
        # smaller words than these would be no help
        fits = block_height(self.hint.lines, theme, 0.9, box.width()) <= box.height()
        self.hint.setVisible(self._visible and fits)
        words = self.hint.place(box)
        self.hint.move(self.hint.x(), self.hint.y() + box.bottom() - words.bottom())

    def _place_right(self) -> None:
        if self._box.isEmpty():
            return
        theme, (_, column) = self._theme(), self._columns()
        upper = QRect(column.x(), column.y(), column.width(), round(column.height() * 0.3))
        top = self.next.place(upper).bottom() + theme.px(22)
        high = self.badges.height_for(column.width())
        self.badges.setGeometry(column.x(), top, column.width(), high)
        self._place_caption()

    def _place_caption(self) -> None:
        if self._box.isEmpty():
            return
        theme, (_, column) = self._theme(), self._columns()
        top = max(self.badges.geometry().bottom(), self.next.geometry().bottom()) + theme.px(10)
        bottom = min(column.bottom(), self._foot - theme.px(20))
        # the card reaches a little beyond its words, and stays inside the margin all the same
        pad = self.caption.pad()
        wide = column.width() - 2 * pad
        box = QRect(column.x() + pad, top, wide, max(bottom - pad - top, theme.px(60)))
        words = self.caption.place(box)
        self.caption.move(self.caption.x(), self.caption.y() + box.bottom() - words.bottom())

    def _theme(self) -> Theme:
        return themed(self._over)
