"""What suits this baby today: the plan that age and chips leave [rules 21-24]."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from massage_guide.domain.played import PlayedStep
from massage_guide.domain.routine import Oil, Prelude, Routine, Step
from massage_guide.domain.stroke import Motion, Need, Position, Region, Stroke
from massage_guide.domain.today import FED_HOLDS_MINUTES, FED_TUMMY_MINUTES, Chip, Today


@dataclass(frozen=True, slots=True)
class Suited:
    """The plan that is left, and what the parent is told about it."""

    routine: Routine
    """The routine to play: the chosen one, or one of holds alone."""
    steps: tuple[PlayedStep, ...]
    """Its steps, renumbered."""
    left_out: tuple[str, ...] = ()
    """Plain sentences about what is left out."""
    holding_instead: bool = False
    """Whether holding is offered in place of the chosen routine."""
    kind_line: str = ""
    """Why, when holding is offered instead."""
    missing: frozenset[str] = field(default_factory=frozenset)
    """Ids of the strokes left out."""

    @property
    def only_holding(self) -> bool:
        """Whether what was left out leaves nothing but holds."""
        still = all(step.stroke is None or step.is_still for step in self.steps)
        return self.holding_instead or (bool(self.missing) and still)

    @property
    def line(self) -> str:
        """Everything the parent is told, in one line."""
        return " ".join((self.kind_line, *self.left_out)).strip()


INSTEAD = {
    Chip.UNWELL: "When your baby is unwell, holding is enough. If you are worried, ask someone.",
    Chip.CRYING: "Your baby is telling you something. A quiet hold first, massage another time.",
    Chip.HUNGRY: "It sounds like milk comes first. A cuddle is lovely any time.",
    Chip.ASLEEP: "Let your baby sleep. Your hands can rest there, or you can rest too.",
}
"""Chips for which holding is offered instead, most telling first, with the kind line."""

NOT_THIS_ONE = {
    Chip.VACCINATED: "After a vaccination we’ll just hold today.",
    Chip.FED: "So soon after a feed, this one can wait. We’ll just hold.",
    Chip.CORD: "This one can wait until the cord has healed. We’ll just hold.",
    Chip.HIPS: "This one can wait until your clinic says yes. We’ll just hold.",
    Chip.SORE_SKIN: "This one can wait until the skin has healed. We’ll just hold.",
}
"""Chips that a routine's own `not_when` may name, with what is said then."""

AGE_ASKED = "Tell us your baby’s age, or we’ll keep to strokes that suit from birth."
AGE_NOT_TOLD = "We’ll keep to strokes that suit from birth."
ON_THIGHS = "Until the cord has healed, resting hands go on the thighs."
NOTHING_LEFT = "It’s OK if today is just a cuddle. Here is a little holding instead."


def suit(
    routine: Routine,
    steps: tuple[PlayedStep, ...],
    strokes: Mapping[str, Stroke],
    today: Today,
    weeks: int | None,
    age_line: str = "",
) -> Suited:
    """The steps that suit today; `weeks` None plays strokes of every age.

    `age_line` is told about strokes for older babies while the age is only supposed.
    """
    line = _instead_line(routine, today)
    if line:
        return _holding_instead(strokes, today, line)
    kept: list[PlayedStep] = []
    gone: dict[str, tuple[Stroke, _Why]] = {}
    for step in steps:
        why = _why_not(step.stroke, today, weeks) if step.stroke else None
        if step.stroke and why:
            gone[step.stroke.id] = (step.stroke, why)
        else:
            kept.append(_moved_off_the_cord(step) if Chip.CORD in today.chips else step)
    left_out = _sentences(gone, today, age_line)
    if any(step.written.place == THIGHS and step not in steps for step in kept):
        left_out = (*left_out, ON_THIGHS)
    if not any(step.stroke for step in kept):
        told = " ".join((*left_out, NOTHING_LEFT))
        return replace(_holding_instead(strokes, today, told), missing=frozenset(gone))
    return Suited(routine, renumbered(kept), left_out, missing=frozenset(gone))


def _instead_line(routine: Routine, today: Today) -> str:
    for chip, line in INSTEAD.items():
        if chip in today.chips:
            return line
    for chip, line in NOT_THIS_ONE.items():
        if chip in today.chips and chip in routine.not_when and not _is_lifted(chip, today):
            return line
    return ""


def _is_lifted(chip: Chip, today: Today) -> bool:
    """Whether the chip is pressed, and yet nothing speaks against the routine."""
    if chip is Chip.FED:
        return today.fed_minutes >= FED_TUMMY_MINUTES
    return chip is Chip.HIPS and today.clinic_agrees


_Why = Callable[[list[Stroke], Today], str]


def _why_not(stroke: Stroke, today: Today, weeks: int | None) -> _Why | None:
    """The first reason to leave the stroke out, as the sentence that tells it."""
    chips = today.chips
    is_hold = stroke.motion.is_still
    if Chip.VACCINATED in chips and not is_hold:
        return _say_vaccinated
    if Chip.FED in chips and today.fed_minutes < FED_HOLDS_MINUTES and not is_hold:
        return _say_fed
    if Chip.FED in chips and today.fed_minutes < FED_TUMMY_MINUTES and _is_on_tummy(stroke):
        return _say_fed_a_while
    if Chip.CORD in chips and (stroke.region is Region.TUMMY or Need.CORD_HEALED in stroke.needs):
        return _say_cord
    if Chip.SORE_SKIN in chips and stroke.region in today.sore:
        return _say_sore
    if Chip.HIPS in chips and _asks_of_hips(stroke, today.clinic_agrees):
        return _say_hips
    if weeks is not None and stroke.from_weeks > weeks and not (is_hold and not stroke.from_weeks):
        return _say_young
    return None


def _is_on_tummy(stroke: Stroke) -> bool:
    lies = stroke.positions[0] is Position.ON_TUMMY or Need.AWAKE_PRONE in stroke.needs
    return lies or stroke.region is Region.TUMMY or Need.NOT_JUST_FED in stroke.needs


def _asks_of_hips(stroke: Stroke, clinic_agrees: bool) -> bool:
    if Need.HIPS_IF_CLINIC_AGREES in stroke.needs:
        return not clinic_agrees
    moves = stroke.motion is Motion.JOINT_MOVE and any(
        joint.landmark.startswith(("knee", "ankle", "toes")) for joint in stroke.joints
    )
    rolls = stroke.motion is Motion.ROLL and stroke.region is Region.LEGS
    return Need.HIPS_OK in stroke.needs or moves or rolls


def _say_vaccinated(_strokes: list[Stroke], _today: Today) -> str:
    return "After a vaccination we’ll just hold today."


def _say_fed(_strokes: list[Stroke], _today: Today) -> str:
    return "So soon after a feed, we’ll just hold."


def _say_fed_a_while(_strokes: list[Stroke], _today: Today) -> str:
    return "We’ll leave the tummy out while the milk settles."


def _say_cord(_strokes: list[Stroke], _today: Today) -> str:
    return "We’ll leave the tummy out until the cord has healed."


def _say_sore(strokes: list[Stroke], _today: Today) -> str:
    names = list(dict.fromkeys(stroke.region.value for stroke in strokes))
    return f"We’ll leave the {_listed(names)} out today."


def _say_hips(strokes: list[Stroke], today: Today) -> str:
    if today.clinic_agrees:
        return "We’ll leave out stretching and rolling the legs."
    return "We’ll leave the leg strokes out until the clinic agrees."


def _say_young(strokes: list[Stroke], _today: Today) -> str:
    names = [stroke.name for stroke in strokes]
    if len(names) > 2:
        return f"We’ll keep {len(names)} strokes for when your baby is a little older."
    return f"We’ll keep {_listed(names)} for when your baby is a little older."


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _sentences(
    gone: Mapping[str, tuple[Stroke, _Why]], today: Today, age_line: str
) -> tuple[str, ...]:
    grouped: dict[_Why, list[Stroke]] = {}
    for stroke, why in gone.values():
        grouped.setdefault(why, []).append(stroke)
    supposed: dict[_Why, str] = {_say_young: age_line}
    return tuple(supposed.get(why) or why(strokes, today) for why, strokes in grouped.items())


THIGHS = "thighs"
"""The place of resting hands when the cord is not healed."""


def _moved_off_the_cord(step: PlayedStep) -> PlayedStep:
    stroke = step.stroke
    if stroke is None or THIGHS not in stroke.places:
        return step
    place = step.written.place or next(iter(stroke.places))
    if "tummy" not in place:
        return step
    said = stroke.say
    say = replace(
        said,
        line=_unless_tummy(said.line, "Rest a hand on each thigh."),
        announce=_unless_tummy(said.announce, "Rest a hand on each of baby’s thighs."),
        how=_unless_tummy(said.how, "Let your hands be heavy and warm."),
    )
    written = replace(step.written, place=THIGHS, say=_unless_tummy(step.written.say, ""))
    return replace(step, stroke=replace(stroke, say=say), written=written)


def _unless_tummy(words: str, instead: str) -> str:
    return instead if "tummy" in words or "chest" in words else words


def renumbered(steps: Iterable[PlayedStep]) -> tuple[PlayedStep, ...]:
    """The steps numbered from 1, without rests that now lead nowhere."""
    kept: list[PlayedStep] = []
    for step in steps:
        if step.stroke is not None or (kept and kept[-1].stroke is not None):
            kept.append(step)
    while kept and kept[-1].stroke is None:
        kept.pop()
    return tuple(replace(step, number=number) for number, step in enumerate(kept, 1))


HOLDS = {
    "resting-hands": 30.0,
    "hand-hug": 60.0,
    "foot-hold": 20.0,
    "arms-in-hug": 20.0,
    "chest-to-chest-rest": 60.0,
}
"""The strokes of holding only, with their seconds; all of them from birth."""
_HOLDS_ASLEEP = ("resting-hands", "hand-hug")
HOLDING_ID = "holding-only"


def holding_only(strokes: Mapping[str, Stroke], today: Today) -> Suited:
    """A few minutes of holding, with what the chips leave of it."""
    names = _HOLDS_ASLEEP if Chip.ASLEEP in today.chips else tuple(HOLDS)
    found = [strokes[name] for name in names if name in strokes]
    steps = tuple(
        PlayedStep(number, stroke, None, 1, HOLDS[stroke.id], Step(stroke=stroke.id))
        for number, stroke in enumerate(found, 1)
        if not _why_not(stroke, today, None)
    )
    if Chip.CORD in today.chips:
        steps = tuple(_moved_off_the_cord(step) for step in steps)
    steps = renumbered(steps)
    routine = Routine(
        id=HOLDING_ID,
        version="1.0.0",
        title="Holding only",
        purpose="Still, warm hands, for a day when that is enough",
        language="en",
        licence="CC-BY-4.0",
        authors=("Massage Guide",),
        from_weeks=0,
        positions=(Position.ON_BACK, Position.HELD),
        oil=Oil.NONE,
        entries=tuple(replace(step.written, seconds=step.seconds_each) for step in steps),
        prelude=Prelude(0.0, ask=False),
    )
    return Suited(routine, steps)


def _holding_instead(strokes: Mapping[str, Stroke], today: Today, line: str) -> Suited:
    return replace(holding_only(strokes, today), holding_instead=True, kind_line=line)


def replacement_for(stroke: Stroke, strokes: Mapping[str, Stroke]) -> Stroke | None:
    """What to offer when the baby refuses a stroke [rules 24]."""
    by_region = {
        Region.LEGS: "foot-hold",
        Region.FEET: "foot-hold",
        Region.ARMS: "arms-in-hug",
        Region.HANDS: "arms-in-hug",
    }
    wanted = (stroke.if_no, by_region.get(stroke.region, "hand-hug"), "hand-hug")
    return next((strokes[name] for name in wanted if name in strokes and name != stroke.id), None)
