"""The plain sentence that tells a massage: when, what, and how settled before and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from massage_guide.domain.days import day_in_words
from massage_guide.domain.heavy_days import feels_heavy
from massage_guide.domain.session import Ending, Observation, SessionSummary
from massage_guide.domain.settledness import Settledness


def plain_sentence(
    session: SessionSummary, today: date | None = None, *, dated: bool = False
) -> str:
    """Tell one massage in words, leaving out what is blank.

    For example "Tuesday evening: Legs and feet, 8 minutes. Before: wriggly.
    After: calm." With `dated`, or without `today`, the date is always told.
    """
    return " ".join((when_and_what(session, today, dated=dated), *_seen_in(session)))


def what_and_seen(session: SessionSummary) -> str:
    """Tell the same without the day: "Face, 4 minutes. Before: wriggly. After: calm."."""
    return " ".join((f"{_what(session)}.", *_seen_in(session)))


def _seen_in(session: SessionSummary) -> Iterator[str]:
    if session.after is not None and session.after.value in _HARD:
        # nothing is compared with a hard ending [domain.md 5.3]
        yield f"It ended {_seen(session.after)}, and you were there."
        return
    if session.before is not None:
        yield f"Before: {_seen(session.before)}."
    if session.after is not None:
        yield f"After: {_seen(session.after)}."


def when_and_what(
    session: SessionSummary, today: date | None = None, *, dated: bool = False
) -> str:
    """Tell when it was and what, and nothing that was seen; "Tuesday evening: Face, 4 minutes."."""
    return f"{day_in_words(session.started, today, dated=dated)}: {_what(session)}."


def kind_words(ending: Ending | None, seen: Settledness | None) -> str:
    """Say the first words of the closing; the same after a breath as after all of it."""
    if seen in _HARD or ending is Ending.BABY_SAID_NO:
        return "That’s enough for today. You were there."
    if ending is Ending.CUDDLE:
        return "That’s enough for today. A cuddle is plenty."
    return "That’s enough for today. Lovely."


def support_line(session: SessionSummary) -> str:
    """Say something gentle after a hard ending; empty after any other [domain.md 5.2, 5.5]."""
    if feels_heavy(session):
        return "It’s heavy just now. Would you like some people who help?"
    hard = session.after is not None and session.after.value in _HARD
    return "Crying is how babies talk. It says nothing about how you did." if hard else ""


_HARD = (Settledness.CRYING, Settledness.FRETFUL)


def _what(session: SessionSummary) -> str:
    title = session.start.title
    if not session.steps:
        if session.ending is Ending.BABY_SAID_NO:
            return f"{title}. You asked, baby said not now, and you listened"
        return title
    minutes = round(session.lasted.total_seconds() / 60)
    if minutes < 1:
        return f"{title}, under a minute"
    return f"{title}, {minutes} minute{'' if minutes == 1 else 's'}"


def _seen(rating: Observation) -> str:
    if rating.state is None:
        return rating.value.word
    return f"{rating.value.word}, {rating.state.value}"
