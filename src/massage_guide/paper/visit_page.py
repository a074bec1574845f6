"""The page for a health visitor or instructor: some weeks of massages, for who was not there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from massage_guide.domain.days import day_and_month, day_in_words
from massage_guide.domain.handover import Handover, Part, Visit
from massage_guide.domain.settledness import Settledness
from massage_guide.paper.dots import Dots, Pair
from massage_guide.paper.items import Beside, Group, Points, Rule, Table, Words
from massage_guide.paper.leaflet import Item, Leaflet, Size, fitted
from massage_guide.paper.letters import Style

_SINGLY = 36
"""So many massages at most are listed one by one; more are told by the week."""
_ROOM = (
    *((notes, 8) for notes in (9, 8, 7, 6, 5)),
    *((notes, 6) for notes in (5, 4, 3, 2)),
    *((2, 5), (2, 4), (1, 4), (1, 3), (1, 2), (1, 1), (0, 1), (0, 0)),
)
"""Notes and counts that are told at most, from the fullest page to the barest."""
_NOTE = 320
"""Letters of one note, on a page that has to hold everything."""


@dataclass(frozen=True, slots=True)
class Whom:
    """Who it is about, as far as the parent wants that told."""

    name: str = ""
    weeks: int | None = None
    """Age in weeks, corrected where the baby came early."""
    corrected: bool = False


def visit_page(
    told: Handover, parts: Collection[Part], about: Whom, size: Size, made: date
) -> Leaflet:
    """One page, whatever the weeks hold: less is told in full where there is much."""
    return fitted([_page(told, parts, about, made, room) for room in _ROOM], size)


def _say(words: str) -> str:
    return QCoreApplication.translate("VisitPage", words)


def _page(
    told: Handover, parts: Collection[Part], about: Whom, made: date, room: tuple[int, int]
) -> Leaflet:
    title = _say("Baby massage at home")
    if Part.NAME in parts and about.name:
        title = _say("Baby massage at home: {0}").format(about.name)
    items: list[Item] = [
        Words(title, Style.TITLE),
        Words(_lead(told, parts, about), Style.LEAD, gap=1.0),
        Rule(),
    ]
    if not told.visits:
        items.append(Words(_say("Nothing was written down in these weeks, and that is fine.")))
        return Leaflet(title, tuple(items), (_foot(made),))
    items += _settled(told, parts)
    items += _beside(_strokes(told, parts, room[1]), _signs(told, parts, room[1]))
    items += _dates(told, parts, singly=room[0] > 1)
    items += _own(told, parts, room[0])
    return Leaflet(title, tuple(items), (_foot(made),))


def _lead(told: Handover, parts: Collection[Part], about: Whom) -> str:
    weeks = len(told.weeks)
    span = _say("{0} to {1} ({2} weeks).").format(written(told.since), written(told.until), weeks)
    number = len(told.visits)
    massages = _say("One massage") if number == 1 else _say("{0} massages").format(number)
    minutes = told.minutes
    time = _say("one minute") if minutes == 1 else _say("{0} minutes").format(minutes)
    counted = _say("{0}, {1} in all.").format(massages, time)
    said = [span, counted] if number else [span]
    if Part.AGE in parts and about.weeks is not None:
        age = _say("Age on the last day: {0} weeks, corrected for an early birth.")
        plain = _say("Age on the last day: {0} weeks.")
        said.append((age if about.corrected else plain).format(about.weeks))
    said.append(_say("Written down by the parent at home, with the program Massage Guide."))
    return " ".join(said)


def _settled(told: Handover, parts: Collection[Part]) -> Iterator[Item]:
    if not {Part.SETTLED, Part.TIMELINE} & set(parts):
        return
    yield Words(_say("How settled the baby was"), Style.HEADING)
    explained = _say(
        "Before and after a massage the parent may press one of five ordinary words. They are what "
        "the parent saw, not a clinical scale; a massage may be left without one."
    )
    yield Words(explained, gap=1.0)
    if Part.SETTLED in parts:
        head = (_say("Word"), _say("What the parent saw"), _say("Before"), _say("After"))
        rows = [
            (_label(value), _seen(value), *map(str, told.settled[value]))
            for value in reversed(Settledness)
        ]
        rows.append((_say("Not noted"), "", *map(str, told.settled[None])))
        yield Table(head, tuple(rows), (20, 98, 14, 14), middle=(2, 3), gap=1.6)
    else:
        lines = tuple(f"{_label(value)}: {_seen(value)}" for value in reversed(Settledness))
        yield Points(lines, style=Style.SMALL, gap=1.6)
    if Part.TIMELINE in parts:
        yield _dots(told)
    caveat = _say(
        "Please read with care: crying tends to rise until about six weeks of age and then falls "
        "by itself, and is heavier in the evening. A change over these weeks does not show that "
        "massage caused it."
    )
    yield Words(caveat, Style.SMALL, gap=2.0)


def _dots(told: Handover) -> Dots:
    days = (told.until - told.since).days + 1
    names = tuple(_label(value) for value in Settledness)
    every = 2 if len(told.weeks) > 4 else 1
    marks = tuple(
        (7 * number / days, short(told.since + timedelta(days=7 * number)))
        for number in range(0, len(told.weeks), every)
    )
    pairs = tuple(
        Pair(_share(visit, told.since, days), visit.before, visit.after)
        for visit in told.visits
        if visit.before is not None or visit.after is not None
    )
    return Dots(
        pairs, marks, names, _say("before the massage"), _say("after it; one line joins the two")
    )


def _share(visit: Visit, since: date, days: int) -> float:
    hours = 24 * (visit.when.date() - since).days + visit.when.hour + visit.when.minute / 60
    return hours / (24 * days)


def _strokes(told: Handover, parts: Collection[Part], most: int) -> list[Item]:
    # they have a column to themselves
    shown = told.given[: 2 * most]
    if Part.STROKES not in parts or not shown:
        return []
    lines = []
    for given in shown:
        again = _say(", asked for again in {0}").format(given.again) if given.again else ""
        lines.append(_say("{0}: {1}").format(given.name, _times(given.times)) + again)
    return [_listed(_say("Strokes given most"), lines)]


def _signs(told: Handover, parts: Collection[Part], most: int) -> list[Item]:
    shown: list[Item] = []
    if Part.STOPPED in parts and most:
        stopped = list(_stopped(told, max(most // 2, 1)))
        shown.append(_listed(_say("When the baby said no"), stopped))
    if Part.MOMENTS in parts and told.moments[:most]:
        lines = [_say("{0}: {1}").format(word, _times(n)) for word, n in told.moments[:most]]
        shown.append(_listed(_say("What the parent noticed"), lines))
    return shown


def _stopped(told: Handover, most: int) -> Iterator[str]:
    if told.said_no:
        yield _say("Stopped, or not begun: {0}").format(_times(told.said_no))
    for region, times in told.left_out[:most]:
        yield _say("{0} left out on the way: {1}").format(_upper(region), _times(times))
    for stroke, times in told.passed_over[:most]:
        yield _say("{0} passed over: {1}").format(stroke, _times(times))
    if not (told.said_no or told.left_out or told.passed_over):
        yield _say("Nothing of the kind was noted.")


def _dates(told: Handover, parts: Collection[Part], *, singly: bool) -> Iterator[Item]:
    if Part.DATES not in parts:
        return
    yield Words(_say("When, and for how long"), Style.HEADING)
    if singly and len(told.visits) <= _SINGLY:
        lines = tuple(
            _say("{0}, {1} min").format(_short_day(visit), visit.minutes) for visit in told.visits
        )
        yield Points(lines, 4, Style.SMALL, dotted=False, gap=1.0)
        return
    lines = tuple(
        _say("From {0}: {1}, {2} min").format(short(first), _times(number), minutes)
        for first, number, minutes in told.weeks
    )
    yield Points(lines, 3, Style.SMALL, dotted=False, gap=1.0)


def _own(told: Handover, parts: Collection[Part], most: int) -> Iterator[Item]:
    if Part.OWN_WORDS in parts and told.own_words:
        said = _say("before {0}, after {1}")
        words = "; ".join(
            f"{word} ({said.format(before, after)})" for word, before, after in told.own_words
        )
        yield Words(_say("How the parent was, in the parent’s words"), Style.HEADING)
        yield Words(f"{_upper(words)}.", gap=1.0)
    if Part.NOTES in parts and told.notes and most:
        lines = [f"{day_in_words(when)}: {_cut(text)}" for when, text in told.notes[:most]]
        heading = _say("In the parent’s own words")
        if len(told.notes) > most:
            heading = _say("In the parent’s own words: the newest of {0}").format(len(told.notes))
        yield Words(heading, Style.HEADING)
        yield Points(tuple(lines), gap=1.0)


def _foot(made: date) -> Item:
    words = _say(
        "Counted from the parent’s own record on {0}, and chosen by the parent. Counts are "
        "massages; nothing here is measured. This is not medical advice, and no assessment of the "
        "baby or the parent."
    )
    return Group((Rule(), Words(words.format(written(made)), Style.SMALL, gap=1.5)))


def _beside(*columns: list[Item]) -> Iterator[Item]:
    filled = tuple(Group(tuple(column)) for column in columns if column)
    if filled:
        yield Beside(filled, (1.0,) * len(filled))


def _listed(heading: str, lines: Sequence[str]) -> Group:
    return Group((Words(heading, Style.HEADING), Points(tuple(lines), gap=1.0)))


def _times(number: int) -> str:
    return _say("1 massage") if number == 1 else _say("{0} massages").format(number)


def _label(value: Settledness) -> str:
    return QCoreApplication.translate("Settledness", value.label)


def _seen(value: Settledness) -> str:
    if value is Settledness.CRYING:
        # the five lines speak to a parent, and this page to somebody else
        return _say("Crying loudly, even after a minute in arms; body tight.")
    return QCoreApplication.translate("Settledness", value.seen)


def _short_day(visit: Visit) -> str:
    when = visit.when
    return f"{short(when.date())} {when.hour:02}:{when.minute:02}"


def short(day: date) -> str:
    """A day without its year."""
    number, month = day_and_month(day).split()
    return f"{number} {month[:3]}"


def written(day: date) -> str:
    """A day in full."""
    return f"{day_and_month(day)} {day.year}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _NOTE else f"{words[:_NOTE].rsplit(' ', 1)[0]} …"
