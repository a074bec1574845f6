"""The four routines played through: hands that never jump, in pictures that depend on nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest

from massage_guide.domain.choreography import Choreography, elbow_of
from massage_guide.domain.figure import Figure, FigureName, Point, Side, Zone, mirrored_landmark
from massage_guide.domain.motion import prepare
from massage_guide.domain.picture import HandShape, HandState, Picture
from massage_guide.domain.played import Row, RowKind, played_steps
from massage_guide.domain.routine import Routine
from massage_guide.domain.stroke import Motion, Stroke
from massage_guide.domain.timeline import Moment, Timeline
from tests.domain import trade
from tests.shipped import LIBRARY

ROUTINES = list(LIBRARY.routines)
SIDED = [stroke for stroke in LIBRARY.strokes.values() if stroke.takes_sides]
FRAMES = 30
"""Pictures a second."""


@dataclass(frozen=True)
class Limits:
    """The most that may change from one picture to the next."""

    way: float = 0.026
    """Of a contact or a joint, heights of the figure; on FRONT 4 units, 17 pixels of 720."""
    heading: float = 4.0
    turn: float = 5.0
    form: float = 0.12
    lift: float = 0.17
    pressure: float = 0.5
    vivid: float = 0.25
    presence: float = 0.06
    opacity: float = 0.1
    guide: float = 0.15


LIMITS = Limits()
FINGERTIPS = 24.0
"""From the middle of a flat palm to the tip of its longest finger, figure units of FRONT."""
WRIST = 24.0
"""From the pads of flat fingers to the wrist, figure units of FRONT."""
ARM_OVER_ARM = 14.0
"""Half a sleeve and half a baby's arm, figure units."""
CHOREOGRAPHY = Choreography(LIBRARY.figures)
UNSEEN = 0.03
"""Presence or opacity at which nothing of a hand or figure is noticed."""


def named(one: Routine | Stroke) -> str:
    return one.id


def timeline_of(routine: Routine) -> Timeline:
    return Timeline(routine, played_steps(routine, LIBRARY.strokes))


def film(
    routine: Routine, choreography: Choreography, frames: int = FRAMES
) -> Iterator[tuple[float, Picture]]:
    """The pictures of a massage, from where Guide opens until a second after its end."""
    timeline = timeline_of(routine)
    for frame in range(int(timeline.begin * frames), int((timeline.length + 1.0) * frames)):
        seconds = frame / frames
        yield seconds, choreography.picture(timeline.at(seconds))


Filmed = dict[tuple[object, ...], tuple[str, int]]
"""A stroke, its side and its seconds, to the step that showed it first."""


def apart(
    routine: Routine, choreography: Choreography, filmed: Filmed
) -> Iterator[tuple[float, Picture, Picture]]:
    """Each picture of a massage and the one after it, wherever that is not what was seen before."""
    timeline = timeline_of(routine)
    shown: tuple[int, Picture] | None = None
    for frame in range(int(timeline.begin * FRAMES), int((timeline.length + 1.0) * FRAMES)):
        moment = timeline.at(frame / FRAMES)
        if is_like_before(moment, routine, filmed):
            continue
        picture = choreography.picture(moment)
        if shown and shown[0] == frame - 1:
            yield moment.seconds, shown[1], picture
        shown = frame, picture


def is_like_before(moment: Moment, routine: Routine, filmed: Filmed) -> bool:
    """A stroke that was shown, from the third repeat on, and the middle of a breath or a hold."""
    row, step = moment.row, moment.step
    left = row.length - moment.into
    if row.kind is not RowKind.STROKE or step is None or step.stroke is None:
        return moment.into > 6.0 and left > 1.0
    here = (routine.id, step.number)
    if filmed.setdefault((step.stroke.id, step.side, step.seconds_each), here) != here:
        return moment.into > 1.0 and left > 1.0
    if step.stroke.motion is Motion.HOLD:
        return moment.into > 6.0 and left > 6.0
    return moment.cycle > 2.0 and left > 1.5 * step.seconds_each


def form_of(hand: HandState) -> Counter[HandShape]:
    """How much of each shape is seen, in hundredths."""
    seen: Counter[HandShape] = Counter()
    seen[hand.was] += round(100 * (1 - hand.change))
    seen[hand.shape] += round(100 * hand.change)
    return seen


def steps_of_a_hand(a: HandState, b: HandState, figure: Figure) -> dict[str, float]:
    """By how much each thing about a hand changes, in shares of its limit."""
    one, other = form_of(a), form_of(b)
    form = max(abs(one[shape] - other[shape]) for shape in HandShape) / 100
    return {
        "way": math.dist(a.at, b.at) / figure.height / LIMITS.way,
        "heading": abs(a.heading - b.heading) / LIMITS.heading,
        "turn": abs(a.turn - b.turn) / LIMITS.turn,
        "form": form / LIMITS.form,
        "lift": abs(a.lift - b.lift) / LIMITS.lift,
        "vivid": abs(a.vivid - b.vivid) / LIMITS.vivid,
        "pressure": abs(a.pressure - b.pressure) / LIMITS.pressure,
        "presence": abs(a.presence - b.presence) / LIMITS.presence,
    }


def same_drawing(a: Picture, b: Picture) -> bool:
    sided = a.figure in (FigureName.FOOT, FigureName.HAND)
    return a.figure is b.figure and a.scene == b.scene and (not sided or a.side is b.side)


def jumps(a: Picture, b: Picture) -> list[str]:
    """What changes too much between two pictures that follow each other."""
    figure = LIBRARY.figures[a.figure]
    if not same_drawing(a, b):
        seen = [hand.side for picture in (a, b) for hand in picture.hands if hand.presence > UNSEEN]
        flash = [f"opacity {p.opacity:.2f}" for p in (a, b) if p.opacity > UNSEEN]
        return flash + [f"{side} hand is seen while the figure changes" for side in seen]
    found = [*hand_jumps(a, b, figure), *joint_jumps(a, b, figure), *view_jumps(a, b)]
    if abs(a.opacity - b.opacity) > LIMITS.opacity:
        found.append(f"opacity from {a.opacity:.2f} to {b.opacity:.2f}")
    if (a.ahead or b.ahead) and abs(a.guide - b.guide) > LIMITS.guide:
        found.append(f"guide from {a.guide:.2f} to {b.guide:.2f}")
    if a.ahead != b.ahead and max(a.guide, b.guide) > LIMITS.guide:
        found.append(f"the way ahead changes while it shows, guide {a.guide:.2f}")
    return found


def hand_jumps(a: Picture, b: Picture, figure: Figure) -> Iterator[str]:
    before = {hand.side: hand for hand in a.hands}
    after = {hand.side: hand for hand in b.hands}
    for side in before.keys() | after.keys():
        if side not in before or side not in after:
            alone = before.get(side) or after[side]
            if alone.presence > UNSEEN:
                yield f"{side} hand comes or goes at once"
            continue
        if max(before[side].presence, after[side].presence) > UNSEEN:
            for what, share in steps_of_a_hand(before[side], after[side], figure).items():
                if share > 1.0:
                    yield f"{side} hand: {what} {share:.2f} of what is allowed"


def view_jumps(a: Picture, b: Picture) -> Iterator[str]:
    """A view of the baby changes while neither it nor a hand is seen, and mats dissolve."""
    if a.framing != b.framing:
        if min(a.bare, b.bare) < 1.0 - UNSEEN:
            yield f"the baby is seen while the view changes, {min(a.bare, b.bare):.2f} bare"
        for hand in (*a.hands, *b.hands):
            if hand.presence > UNSEEN:
                yield f"{hand.side} hand is seen while the view changes"
    elif abs(a.bare - b.bare) > LIMITS.opacity:
        yield f"from {a.bare:.2f} bare to {b.bare:.2f}"
    before, after = shares_of(a), shares_of(b)
    for framing in before.keys() | after.keys():
        if abs(before.get(framing, 0.0) - after.get(framing, 0.0)) > LIMITS.opacity:
            yield f"the mat of {framing} comes or goes at once"


def shares_of(picture: Picture) -> dict[Zone | None, float]:
    """How much of each view shows."""
    return {picture.framing: 1.0 - sum(part for _, part in picture.fading), **dict(picture.fading)}


def joint_jumps(a: Picture, b: Picture, figure: Figure) -> Iterator[str]:
    rest = figure.landmarks
    for name in a.pose.keys() | b.pose.keys():
        far = math.dist(a.pose.get(name, rest[name]), b.pose.get(name, rest[name]))
        if far / figure.height > LIMITS.way:
            yield f"{name} moves {far:.1f} units"


@pytest.mark.parametrize("left_handed", [False, True])
def test_nothing_jumps_or_flashes_from_the_first_step_to_the_end(left_handed: bool) -> None:
    filmed: Filmed = {}
    for routine in ROUTINES:
        # on the tummy the hands' two jobs differ most, so there they are exchanged as well
        if left_handed and routine.id != "wind-and-tummy":
            continue
        choreography = Choreography(LIBRARY.figures, left_handed=left_handed)
        for seconds, a, b in apart(routine, choreography, filmed):
            assert not jumps(a, b), f"{seconds:.2f} s into {routine.id}"


@pytest.mark.parametrize(
    "rests", ["leg/left:2x5 rest:6 leg/left:1x5", "leg/left:1x5 rest:4 rest:4 hold"]
)
def test_hands_lie_still_through_a_rest_and_go_on_from_where_they_lay(rests: str) -> None:
    timeline = Timeline(trade.routine(rests), played_steps(trade.routine(rests), trade.STROKES))
    choreography = Choreography(LIBRARY.figures)
    pictures = [
        choreography.picture(timeline.at(i / FRAMES)) for i in range(int(timeline.length * FRAMES))
    ]
    for a, b in pairwise(pictures):
        assert not jumps(a, b)
    resting = [row for row in timeline.rows if row.kind is RowKind.REST]
    for row in resting:
        hands = {choreography.picture(timeline.at(row.start + i)).hands for i in range(4)}
        assert len(hands) == 1
        assert all(hand.lift == 0.0 and not hand.active for hand in hands.pop())


@pytest.mark.parametrize("first", ["hand-hug", "chest-to-chest-rest", "toe-roll/right"])
def test_whatever_comes_first_comes_softly(first: str) -> None:
    routine = trade.routine(f"{first} resting-hands")
    timeline = Timeline(routine, played_steps(routine, LIBRARY.strokes))
    choreography = Choreography(LIBRARY.figures)
    alone = choreography.picture(replace(timeline.at(0.0), row=Row(RowKind.ASK, 0.0, 1.0, None)))
    shown = [choreography.picture(timeline.at(i / FRAMES)) for i in range(20 * FRAMES)]
    for a, b in pairwise([alone, *shown]):
        assert not jumps(a, b)


def test_a_rest_before_any_stroke_shows_the_baby_alone() -> None:
    routine = trade.routine("rest:6 hold")
    timeline = Timeline(routine, played_steps(routine, trade.STROKES))
    picture = Choreography(LIBRARY.figures).picture(timeline.at(timeline.begin + 2.0))
    assert picture.hands == ()


@pytest.mark.parametrize("routine", ROUTINES, ids=named)
def test_the_same_moment_is_the_same_picture_whatever_was_shown_before(routine: Routine) -> None:
    timeline = timeline_of(routine)
    used = Choreography(LIBRARY.figures)
    moments = [timeline.at(timeline.length * share / 40) for share in range(41)]
    for moment in reversed(moments):
        used.picture(moment)
    for moment in moments:
        assert used.picture(moment) == Choreography(LIBRARY.figures).picture(moment)


@pytest.mark.parametrize("name", [FigureName.FRONT, FigureName.FOOT, FigureName.HAND])
def test_forearms_come_from_below_the_picture_each_from_its_own_side(name: FigureName) -> None:
    figure = LIBRARY.figures[name]
    left, right = elbow_of(figure, Side.LEFT), elbow_of(figure, Side.RIGHT)
    assert left.y > figure.height and right.y > figure.height
    assert left.x < figure.width / 2 < right.x


def test_to_the_head_a_forearm_comes_from_the_side_past_the_body() -> None:
    figure = LIBRARY.figures[FigureName.FRONT]
    hug = prepare(LIBRARY.strokes["hand-hug"], figure, None, 1)
    hand = next(one for one in CHOREOGRAPHY.doing(hug, 0.5).hands if one.side is Side.LEFT)
    angle, elbow = math.radians(hand.heading), elbow_of(figure, Side.LEFT, hand.at)
    wrist = Point(hand.at.x - WRIST * math.sin(angle), hand.at.y + WRIST * math.cos(angle))
    for name in ("shoulder.R", "elbow.R", "wrist.R", "hand.R"):
        at = figure.landmarks[name]
        share = (at.y - wrist.y) / (elbow.y - wrist.y)
        beside = wrist.x + share * (elbow.x - wrist.x)
        assert at.x - beside > ARM_OVER_ARM, f"the forearm lies over the {name} of the baby"
    assert elbow.y > figure.height
    shoulder = figure.landmarks["shoulder.R"]
    assert elbow_of(figure, Side.LEFT, shoulder) == elbow_of(figure, Side.LEFT)


@pytest.mark.parametrize("routine", ROUTINES, ids=named)
def test_wrists_bend_no_further_than_a_wrist_can(routine: Routine) -> None:
    for _, picture in film(routine, Choreography(LIBRARY.figures), 2):
        figure = LIBRARY.figures[picture.figure]
        for hand in picture.hands:
            elbow = elbow_of(figure, hand.side, hand.at)
            forearm = math.degrees(math.atan2(hand.at.x - elbow.x, elbow.y - hand.at.y))
            assert abs(hand.heading - forearm) < 90.0


@pytest.mark.parametrize("routine", ROUTINES, ids=named)
def test_no_fingertip_covers_the_face(routine: Routine) -> None:
    chin = LIBRARY.figures[FigureName.FRONT].landmarks["chin"]
    for seconds, picture in film(routine, Choreography(LIBRARY.figures), 2):
        for hand in picture.hands:
            if picture.figure is not FigureName.FRONT or hand.shape is not HandShape.FLAT_PALM:
                continue
            angle = math.radians(hand.heading)
            tip = hand.at.y - FINGERTIPS * math.cos(angle)
            aside = abs(hand.at.x + FINGERTIPS * math.sin(angle) - chin.x)
            assert tip > chin.y or aside > 18.0, f"{seconds:.1f} s into {routine.id}"


@pytest.mark.parametrize("stroke", SIDED, ids=named)
def test_a_right_limb_is_pictured_as_the_mirror_of_the_left(stroke: Stroke) -> None:
    choreography, figure = Choreography(LIBRARY.figures), LIBRARY.figures[stroke.figure]
    left = prepare(stroke, figure, Side.LEFT, stroke.repeats)
    right = prepare(stroke, figure, Side.RIGHT, stroke.repeats)
    for i in range(20):
        cycle = stroke.repeats * i / 20
        a, b = choreography.doing(left, cycle), choreography.doing(right, cycle)
        assert {hand.side.other: mirrored(hand, figure) for hand in a.hands} == {
            hand.side: rounded(hand) for hand in b.hands
        }
        assert {
            mirrored_landmark(name): rounded_point(figure.mirror(at)) for name, at in a.pose.items()
        } == {name: rounded_point(at) for name, at in b.pose.items()}


def mirrored(hand: HandState, figure: Figure) -> HandState:
    there = replace(
        hand,
        side=hand.side.other,
        at=figure.mirror(hand.at),
        heading=-hand.heading,
    )
    return rounded(there)


def rounded(hand: HandState) -> HandState:
    return replace(
        hand,
        at=rounded_point(hand.at),
        heading=round(hand.heading, 6) + 0.0,
        turn=round(hand.turn, 6) + 0.0,
    )


def rounded_point(at: Point) -> Point:
    return Point(round(at.x, 6), round(at.y, 6))


def test_a_hand_slid_under_the_hips_comes_from_beside_them() -> None:
    timeline = timeline_of(next(one for one in ROUTINES if one.id == "legs-and-feet"))
    step = next(s for s in timeline.steps if s.stroke and s.stroke.id == "bottom-relaxer")
    row: Row = timeline.lead_of(step.number)
    choreography = Choreography(LIBRARY.figures)
    for frame in range(int(row.length * FRAMES)):
        for hand in choreography.picture(timeline.at(row.start + frame / FRAMES)).hands:
            if hand.beneath and 0.5 < hand.lift < 0.7:
                assert abs(hand.at.x - 50.0) > 18.0


def test_hands_that_ask_are_held_high_and_leave_the_face_free() -> None:
    stroke = LIBRARY.strokes["asking-first"]
    figure = LIBRARY.figures[stroke.figure]
    asking = Choreography(LIBRARY.figures)
    for i in range(20):
        picture = asking.doing(prepare(stroke, figure, None, 1), i / 20)
        assert len(picture.hands) == 2
        for hand in picture.hands:
            assert hand.lift > 1.0 and hand.pressure == 0.0
            assert hand.at.y - 30.0 > figure.landmarks["chin"].y
            if hand.presence > UNSEEN:
                assert hand.change in (0.0, 1.0), "turned over before the eye, a hand is a muddle"
