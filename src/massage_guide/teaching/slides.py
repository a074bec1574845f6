"""The slides of a class, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from massage_guide.domain.class_plan import Item, Lesson
from massage_guide.domain.class_slides import BLACK, Signs, Slide, SlideKind
from massage_guide.domain.class_view import ClassView, Seen
from massage_guide.domain.tone import Tone


def slide_of(view: ClassView, lesson: Lesson, item: Item | None, screen: str = "") -> Slide | None:
    """What lies in place of the picture; None for the picture itself.

    `screen` is the name and size of the screen, for the test pattern.
    """
    seen = view.seen
    if seen is Seen.BLACK:
        return BLACK
    if seen is Seen.PICTURE:
        return Slide(SlideKind.TALK, item.talk.title) if item and item.talk else None
    if seen is Seen.TITLE:
        over = _words("Week {0}").format(lesson.week) if lesson.week else ""
        return Slide(SlideKind.TITLE, lesson.title, over)
    if seen is Seen.HOLDING:
        any_time = _words("Feed, cry, sleep, change, walk about.")
        lines = (any_time, _words("Any time, without a sorry."))
        return Slide(SlideKind.HOLDING, _words("Babies come first"), lines=lines)
    if seen is Seen.BREATHING:
        return Slide(SlideKind.BREATHING, _words("A breath for you"))
    if seen is Seen.CUE_CARD:
        return _cue_card()
    readable = _words("Can you read this line from the back of the room?")
    told = (readable, screen) if screen else (readable,)
    return Slide(SlideKind.TEST, _words("Test picture"), lines=told)


def closing_slide() -> Slide:
    """What the class sees last."""
    return Slide(SlideKind.TITLE, _words("Thank you"), lines=(_words("Until next time."),))


def _cue_card() -> Slide:
    """What a baby says without words, in as few as can be read from the back of a room."""
    go = ("Bright eyes", "Soft mouth, coos", "Open hands", "Smooth moves", "Reaches, smiles")
    ease = ("Looks away", "Yawns, hiccups", "Frowns", "Stiff fingers", "Kicks, squirms")
    stop = ("Cries", "Arches back", "Pushes away", "Turns right away", "Spits up")
    columns = (
        Signs(_words("Keep going"), Tone.GO, tuple(map(_words, go))),
        Signs(_words("Ease off"), Tone.EASE, tuple(map(_words, ease))),
        Signs(_words("Stop"), Tone.STOP, tuple(map(_words, stop))),
    )
    return Slide(SlideKind.CUE_CARD, _words("What is my baby telling me?"), columns=columns)


def _words(text: str) -> str:
    return QCoreApplication.translate("ClassSlides", text)
