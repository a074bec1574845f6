"""Sense checks of one stroke: what a well-formed stroke can still get wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import pairwise

from massage_guide.domain.cueing import spoken
from massage_guide.domain.cues import Lengths, speech_seconds
from massage_guide.domain.directions import check_direction
from massage_guide.domain.figure import Figure, FigureName, Side
from massage_guide.domain.findings import Finding, Where
from massage_guide.domain.stroke import Hand, Joint, Motion, PathPoint, Role, Stroke
from massage_guide.domain.timeline import PAUSE
from massage_guide.domain.zones import check_zones

_WHOLE_ROUND = 10
"""The most repeats for which `{n}` in a landmark's name is tried."""
_NEEDS_A_LINE = (
    Motion.GLIDE,
    Motion.ALTERNATE_GLIDE,
    Motion.PAIRED_GLIDE,
    Motion.PAIRED_OPPOSED,
    Motion.TWIST_GLIDE,
)
_NEEDS_A_RADIUS = (Motion.CIRCLE, Motion.CIRCLE_WALK, Motion.SUN_MOON)
_BRACES = re.compile(r"\{[^}]*\}?")


def check_stroke(
    stroke: Stroke,
    figures: Mapping[FigureName, Figure],
    known: Iterable[str],
    lengths: Lengths = speech_seconds,
) -> Iterator[Finding]:
    """Everything wrong in one stroke, except that nobody reviewed it."""
    figure = figures.get(stroke.figure)
    if figure is None:
        names = ", ".join(sorted(figures)) or "none"
        reason = f"there is no drawing of the figure `{stroke.figure}`"
        yield Finding(("figure",), reason, f"use one of those there are: {names}")
    yield from _check_ids(stroke, frozenset(known))
    yield from _check_numbers(stroke)
    yield from _check_words(stroke)
    yield from _check_fit(stroke, lengths)
    yield from _check_shape(stroke)
    yield from _check_rows(stroke)
    yield from _check_exchange(stroke)
    if figure is None:
        return
    lost = list(_check_landmarks(stroke, figure))
    yield from lost
    if not lost:
        yield from check_direction(stroke, figure)
        yield from check_zones(stroke, figure)


def hands_of(stroke: Stroke) -> Iterator[tuple[str, Hand]]:
    """The hands that the stroke uses, with their keys."""
    for key, hand in (("left", stroke.left), ("right", stroke.right)):
        if hand is not None:
            yield key, hand


def _check_ids(stroke: Stroke, known: frozenset[str]) -> Iterator[Finding]:
    wanted: list[tuple[Where, str]] = [(("if_no",), stroke.if_no)]
    wanted += [(("alternatives",), other.stroke) for other in stroke.alternatives]
    for where, name in wanted:
        if name not in known:
            yield unknown_stroke(where, name, known)


def unknown_stroke(where: Where, name: str, known: Iterable[str]) -> Finding:
    """The finding that no stroke has this id."""
    near = nearest(name, known)
    fix = f"did you mean `{near}`?" if near else "`massage-guide check` reads assets/strokes"
    return Finding(where, f"there is no stroke `{name}`", fix)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like this one, or nothing."""
    return next(iter(get_close_matches(name, list(known), 1)), "")


def _check_numbers(stroke: Stroke) -> Iterator[Finding]:
    least, most = stroke.repeats_range
    if least > most:
        yield Finding(("repeats_range",), "the range runs backwards", "put the smaller one first")
    elif not least <= stroke.repeats <= most:
        reason = f"{stroke.repeats} repeats lie outside its own range of {least} to {most}"
        yield Finding(("repeats",), reason, "change one of them", is_warning=True)
    for where, times, points, still_is_fine in _timed(stroke):
        if times and len(times) != points and not (still_is_fine and points == 1):
            reason = f"{len(times)} times for {points} points"
            yield Finding(where, reason, "give each point of the path its time")
        if any(after < before for before, after in pairwise(times)):
            yield Finding(where, "the times run backwards", "put them in rising order")
        if times and times[-1] > stroke.seconds:
            reason = f"a time of {times[-1]:g} s lies after the end of the repeat"
            yield Finding(where, reason, f"stay within {stroke.seconds:g} s")


def _timed(stroke: Stroke) -> Iterator[tuple[Where, tuple[float, ...], int, bool]]:
    for key, hand in hands_of(stroke):
        yield (key, "times"), hand.times, len(hand.path), False
    for index, joint in enumerate(stroke.joints):
        yield ("joints", index, "times"), joint.times, len(joint.path), True
        if len(joint.path) > 1 and not joint.times:
            where: Where = ("joints", index, "times")
            yield where, (0.0,), len(joint.path), False


def _check_words(stroke: Stroke) -> Iterator[Finding]:
    say = stroke.say
    for key in ("line", "announce", "how", "nearly", "other"):
        for found in _BRACES.findall(getattr(say, key)):
            if found != "{side}":
                yield Finding(("say", key), f"`{found}` means nothing here", "write {side}")
            elif not stroke.takes_sides:
                reason = "{side} is said, but the stroke does not take sides"
                yield Finding(("say", key), reason, 'leave it out, or write sides = "each"')
    if say.other and not stroke.takes_sides:
        reason = "words for the other side, but the stroke does not take sides"
        yield Finding(("say", "other"), reason, "leave `other` out")


def _check_fit(stroke: Stroke, lengths: Lengths) -> Iterator[Finding]:
    say, sides = stroke.say, tuple(Side) if stroke.takes_sides else (None,)
    announce = max((spoken(say.announce, side) for side in sides), key=lengths)
    yield from too_long(("say", "announce"), announce, PAUSE, "the pause before the step", lengths)
    how = max((spoken(say.how, side) for side in sides), key=lengths)
    room = stroke.repeats * stroke.seconds
    yield from too_long(("say", "how"), how, room, "the stroke itself", lengths)


def too_long(
    where: Where, text: str, room: float, what: str, lengths: Lengths
) -> Iterator[Finding]:
    """A finding when the text takes longer to say than the room it has, seconds."""
    takes = lengths(text)
    if takes > room:
        reason = f"the words take {takes:g} s and {what} lasts {room:g} s"
        most = int(room / takes * len(text.split()))
        yield Finding(where, reason, f"say it in {most} words")


def _check_shape(stroke: Stroke) -> Iterator[Finding]:
    stroking = [(key, hand) for key, hand in hands_of(stroke) if hand.role is Role.STROKES]
    if stroke.motion is Motion.JOINT_MOVE and not stroke.joints:
        yield Finding(("motion",), "no joint moves", "add [[stroke.joints]]")
    if stroke.motion is Motion.LETTER_PATH and not any(hand.letters for _, hand in stroking):
        yield Finding(("motion",), "there are no letters", "give the stroking hand `letters`")
    if stroke.motion in (*_NEEDS_A_LINE, *_NEEDS_A_RADIUS) and not stroking:
        yield Finding(("motion",), "no hand strokes", 'give one hand role = "strokes"')
    for key, hand in stroking:
        if stroke.motion in _NEEDS_A_LINE and len(hand.path) < 2:
            yield Finding((key, "path"), "one point is no line", "give at least two points")
        if stroke.motion in _NEEDS_A_RADIUS and not hand.radius:
            yield Finding((key, "radius"), "the circle has no radius", "add `radius`, in units")
        if hand.turn == 0:
            yield Finding((key, "turn"), "the turn is 0", "write 1 for clockwise or -1")
    for key, hand in hands_of(stroke):
        if not hand.path and not hand.letters and not stroke.places:
            yield Finding((key, "path"), "the hand has no place", "give it a path")


def _check_rows(stroke: Stroke) -> Iterator[Finding]:
    for key, hand in hands_of(stroke):
        if hand.then_path and stroke.motion is not Motion.PRESS_WALK:
            yield Finding((key, "then_path"), "only a press walk has a second row", "leave it out")
        elif hand.then_path and len(hand.then_path) != len(hand.path):
            reason = f"{len(hand.then_path)} points, but the first row has {len(hand.path)}"
            yield Finding((key, "then_path"), reason, "give both rows the same number")


def _check_exchange(stroke: Stroke) -> Iterator[Finding]:
    if stroke.squeeze and stroke.motion is not Motion.ALTERNATE_GLIDE:
        reason = "only hands that take turns stay for a squeeze"
        yield Finding(("squeeze",), reason, "leave it out")
    if not stroke.changes_hands:
        return
    hands = [hand for _, hand in hands_of(stroke)]
    if stroke.motion is not Motion.GLIDE or {hand.role for hand in hands} != set(Role):
        reason = "only a glide of one hand while the other holds can change hands"
        yield Finding(("changes_hands",), reason, "leave it out")
    elif len({(hand.shape, hand.cups) for hand in hands}) > 1:
        reason = "hands of two shapes cannot change their jobs"
        yield Finding(("changes_hands",), reason, "give both hands one shape")


def _check_landmarks(stroke: Stroke, figure: Figure) -> Iterator[Finding]:
    names = sorted(figure.landmarks)
    for where, wanted in _landmarks(stroke):
        rounds = range(1, min(stroke.repeats, _WHOLE_ROUND) + 1) if "{n}" in wanted else (0,)
        for name in dict.fromkeys(wanted.replace("{n}", str(n)) for n in rounds):
            if name not in figure.landmarks:
                reason = f"`{name}` is no landmark of the figure `{figure.name}`"
                near = nearest(name, names)
                fix = f"did you mean `{near}`?" if near else f"use one of {', '.join(names)}"
                yield Finding(where, reason, fix)


def _landmarks(stroke: Stroke) -> Iterator[tuple[Where, str]]:
    paths: list[tuple[Where, tuple[PathPoint, ...]]] = []
    for key, hand in hands_of(stroke):
        paths += [((key, "path"), hand.path), ((key, "then_path"), hand.then_path)]
        paths += [((key, "back"), hand.back)]
        paths += [((key, "letters", n), letter.path) for n, letter in enumerate(hand.letters)]
    for place, pair in stroke.places.items():
        paths.append((("places", place), pair))
    for index, joint in enumerate(stroke.joints):
        yield from _joint_landmarks(index, joint)
    for where, path in paths:
        for index, point in enumerate(path):
            if point.landmark:
                yield (*where, index), point.landmark


def _joint_landmarks(index: int, joint: Joint) -> Iterator[tuple[Where, str]]:
    yield ("joints", index, "landmark"), joint.landmark
    for number, point in enumerate(joint.path):
        if point.landmark:
            yield ("joints", index, "path", number), point.landmark
