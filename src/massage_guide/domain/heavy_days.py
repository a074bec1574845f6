"""Heavy days: when the parent's own words have been heavy for days, and someone may be offered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from massage_guide.domain.session import SessionSummary, When

HEAVY = frozenset({"heavy"})
"""The words that are heavy, of those that a parent can choose [domain.md 5.5]; tired is not."""
IN_A_ROW = 3
"""So many days on which the parent said a word, one after the other, all of them heavy."""
WITHIN = timedelta(days=14)
"""They all lie within so long; what is longer ago is over."""
QUIET = timedelta(days=7)
"""After the line has been shown it does not come again for so long."""


def last_word(session: SessionSummary) -> str:
    """The last word that the parent chose for that massage; empty for none."""
    words = session.parent_words
    return words.get(When.AFTER, words.get(When.BEFORE, ""))


def feels_heavy(session: SessionSummary) -> bool:
    """Whether the last word that the parent chose is a heavy one."""
    return last_word(session) in HEAVY


def has_been_heavy(newest_first: Sequence[SessionSummary], today: date) -> bool:
    """Whether the last days on which the parent said a word were all heavy.

    A day counts by its last word; days without a word are nobody's business and
    neither count nor break the row. Today does not count: what was said today has
    been answered where it was said.
    """
    days: dict[date, bool] = {}
    for session in newest_first:
        day = session.started.date()
        if last_word(session) and day < today and today - day <= WITHIN:
            days.setdefault(day, feels_heavy(session))
    last = [days[day] for day in sorted(days, reverse=True)[:IN_A_ROW]]
    return len(last) == IN_A_ROW and all(last)


def offers_people(
    newest_first: Sequence[SessionSummary], today: date, last_shown: date | None
) -> bool:
    """Whether to offer, now, someone who helps: at most once a week."""
    rested = last_shown is None or today < last_shown or today - last_shown >= QUIET
    return rested and has_been_heavy(newest_first, today)
