"""Hand-outs: what each parent takes home from a class, week by week, with cards and certificate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QImage

from massage_guide.domain.course import Course, Week
from massage_guide.domain.review import review_line
from massage_guide.domain.stroke import Sides, Stroke
from massage_guide.files.cards_file import Card, HelpLines
from massage_guide.files.cards_file import Words as CardWords
from massage_guide.files.library import Library
from massage_guide.paper.items import Beside, Group, Picture, Points, Rule, Words
from massage_guide.paper.leaflet import Item, Leaflet
from massage_guide.paper.letters import Style
from massage_guide.paper.stills import Still, Stills

_HIGH = 47.0
"""Millimetres of a stroke's picture; eight of them fill a page."""
_LOGO = 18.0
"""Millimetres."""
_LOGO_PIXELS = 600
CUE_CARD, WHEN_NOT, CERTIFICATE = "cue-card", "when-not", "certificate"
"""What there is besides the weeks, by the name of its file."""


@dataclass(frozen=True, slots=True, eq=False)
class Giver:
    """Who hands it out, as far as that was told."""

    name: str = ""
    logo: QImage | None = None


@dataclass(frozen=True, slots=True)
class Handouts:
    """Everything to hand out for one course."""

    course: Course
    strokes: Mapping[str, Stroke]
    stills: Stills
    cards: Mapping[str, Card]
    lines: HelpLines | None
    giver: Giver = Giver()

    @property
    def names(self) -> tuple[str, ...]:
        """What there is, by name; `week-1` and on, then the cards."""
        weeks = tuple(week_name(week.number) for week in self.course.weeks)
        cards = tuple(name for name in (CUE_CARD, WHEN_NOT) if name in self.cards)
        return (*weeks, *cards, CERTIFICATE)

    def leaflet(self, name: str) -> Leaflet:
        """The one of that name."""
        if name == CERTIFICATE:
            return self._certificate()
        if name in self.cards:
            return self._card(self.cards[name])
        week = next(one for one in self.course.weeks if week_name(one.number) == name)
        return self._week(week)

    def _week(self, week: Week) -> Leaflet:
        title = _say("Week {0}: {1}").format(week.number, week.title)
        strokes = [self.strokes[name] for name in week.new if name in self.strokes]
        lead = _say(
            "New this week. At home, do as much as your baby enjoys, in any order. Left and right "
            "are your baby’s; you sit at the feet."
        )
        items = [*self._head(title, lead)]
        for at in range(0, len(strokes), 2):
            pair: list[Item] = [_tile(stroke, self.stills) for stroke in strokes[at : at + 2]]
            pair += [Words("")] * (2 - len(pair))
            items.append(Beside(tuple(pair), (1, 1), between=7.0, gap=4.0))
        return Leaflet(
            f"{self.course.title}: {title}", tuple(items), self._foot(review_line(strokes))
        )

    def _card(self, card: Card) -> Leaflet:
        items = [*self._head(card.title, "")]
        for section in card.sections:
            lines = Points(section.lines, gap=1.2)
            items.append(Group((Words(section.title, Style.HEADING), lines), panel=True))
        return Leaflet(card.title, tuple(items), self._foot())

    def _certificate(self) -> Leaflet:
        title = _say("Certificate of attendance")
        weeks = [_say("Week {0}: {1}").format(w.number, w.title) for w in self.course.weeks]
        items: list[Item] = []
        if self.giver.logo is not None:
            items.append(Picture(self.giver.logo, 1.6 * _LOGO))
        items += [
            Words(title, Style.HUGE, middle=True, gap=10.0),
            Words(_say("This is to say that"), Style.LEAD, middle=True, gap=12.0),
            *_to_fill(_say("name")),
            Words(_say("and"), Style.LEAD, middle=True, gap=6.0),
            *_to_fill(_say("baby")),
            Words(_say("came to the baby massage course"), Style.LEAD, middle=True, gap=8.0),
            Words(self.course.title, Style.TITLE, middle=True, gap=3.0),
            Group(tuple(Words(week, middle=True, gap=1.0) for week in weeks), gap=5.0),
            *_to_fill(_say("dates")),
            *_to_fill(self.giver.name or _say("instructor")),
            Words(
                _say("It says that you were there together. It is no test and no qualification."),
                Style.SMALL,
                middle=True,
                gap=8.0,
            ),
        ]
        return Leaflet(title, tuple(items))

    def _head(self, title: str, lead: str) -> Iterator[Item]:
        whose = " · ".join(part for part in (self.course.title, self.giver.name) if part)
        words: list[Item] = [Words(whose, Style.SMALL), Words(title, Style.TITLE, gap=0.5)]
        if lead:
            words.append(Words(lead, Style.LEAD, gap=1.0))
        if self.giver.logo is None:
            yield Group(tuple(words))
        else:
            logo = Picture(self.giver.logo, _LOGO)
            yield Beside((Group(tuple(words)), logo), (4, 1))

    def _foot(self, review: str = "") -> tuple[Item, ...]:
        led = _say(
            "Your baby leads. Skip, shorten, swap or stop at any point: stopping is listening. It "
            "is fine if today is just a cuddle."
        )
        foot = [Rule(), Words(led, Style.STRONG, gap=1.5)]
        worried = _say("Worried about your baby, or is it too much just now? {0} ").format(
            _told(self.lines)
        )
        advice = _say("This sheet is not medical advice.")
        small = f"{worried}{advice} {review}".strip()
        return (*foot, Words(small, Style.SMALL, gap=0.8))


def handouts(
    library: Library, course: Course, stills: Stills, words: CardWords, country: str, giver: Giver
) -> Handouts:
    """What there is to hand out for this course."""
    brought = {key: one for routine in library.routines for key, one in routine.strokes.items()}
    strokes = {**brought, **library.strokes}
    return Handouts(course, strokes, stills, words.cards, words.lines_for(country), giver)


def read_logo(path: str) -> QImage | None:
    """The picture in this file, small enough for a corner; None where there is none."""
    image = QImage(path) if path else QImage()
    if image.isNull():
        return None
    most = QSize(_LOGO_PIXELS, _LOGO_PIXELS)
    if image.width() <= most.width() and image.height() <= most.height():
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(most, keep, smooth)


def week_name(number: int) -> str:
    """The name of a week's hand-out."""
    return f"week-{number}"


def week_of(name: str) -> int:
    """The number of the week whose hand-out is called so; 0 for a card."""
    number = name.removeprefix("week-")
    return int(number) if number.isdecimal() else 0


def _tile(stroke: Stroke, stills: Stills) -> Item:
    """A stroke: its still, its name, how, and one line."""
    told = [Words(stroke.name, Style.STRONG)]
    if stroke.class_names:
        told.append(Words(f"({stroke.class_names[0]})", Style.SMALL, gap=0.3))
    told.append(Words(_how(stroke), Style.SMALL, gap=0.8))
    told.append(Words(stroke.say.line, gap=1.2))
    return Beside((Still(stroke, stills, _HIGH), Group(tuple(told))), (43, 40), between=3.0)


def _how(stroke: Stroke) -> str:
    """Sides, how often, and from which age."""
    sides = {
        Sides.EACH: _say("one side, then the other"),
        Sides.TOGETHER: _say("both sides at once"),
        Sides.ALTERNATING: _say("the sides in turn"),
        Sides.ONCE: "",
    }[stroke.sides]
    if stroke.motion.is_still or stroke.repeats == 1:
        often = _say("about {0} seconds").format(round(stroke.seconds))
    else:
        often = _say("about {0} times").format(stroke.repeats)
    age = _say("from {0} weeks").format(stroke.from_weeks) if stroke.from_weeks else ""
    said = " · ".join(part for part in (sides, often, age) if part)
    return said[:1].upper() + said[1:]


def _told(lines: HelpLines | None) -> str:
    """The lines that are sure, as one sentence."""
    sure = lines.certain if lines else ()
    told = [
        line.name if line.number in line.name else f"{line.name} {line.number}" for line in sure
    ]
    return f"{'; '.join(told)}." if told else _say("Ring your midwife, health visitor or doctor.")


def _to_fill(what: str) -> Sequence[Item]:
    """A line to write on, with what belongs there beneath."""
    line = Beside((Words(""), Rule(), Words("")), (1, 2, 1), gap=14.0)
    return line, Words(what, Style.SMALL, middle=True, gap=0.8)


def _say(words: str) -> str:
    return QCoreApplication.translate("Handouts", words)
