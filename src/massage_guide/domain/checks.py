"""Sense checks of a routine: what well-formed steps can still get wrong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from massage_guide.domain.cueing import spoken
from massage_guide.domain.cues import CueKind, Lengths, speech_seconds
from massage_guide.domain.findings import Finding, Where
from massage_guide.domain.played import PlayedStep, played_steps
from massage_guide.domain.routine import Block, Routine, SidePlan, Step
from massage_guide.domain.stroke import Sides, Stroke
from massage_guide.domain.stroke_checks import too_long, unknown_stroke
from massage_guide.domain.talk import Narration
from massage_guide.domain.timeline import PAUSE, Timeline


def check_routine(
    routine: Routine,
    strokes: Mapping[str, Stroke],
    *,
    is_whole: bool = True,
    lengths: Lengths = speech_seconds,
) -> Iterator[Finding]:
    """Everything wrong in a routine, apart from the strokes that it brings along.

    `is_whole` is false when rests stand in for steps that could not be read.
    """
    library = {**strokes, **routine.strokes}
    written = list(written_steps(routine))
    if not written:
        yield Finding((), "the routine has no steps", "add a [[step]]")
    for where, step, block in written:
        yield from _check_step(where, step, block, library, routine.from_weeks)
    yield from _check_blocks(routine)
    known = [step for _, step, _ in written if not step.stroke or step.stroke in library]
    if len(known) == len(written):
        played = played_steps(routine, library)
        if is_whole:
            yield from _check_balance(written, played)
        yield from _check_speech(Timeline(routine, played, Narration(lengths=lengths)), written)


def written_steps(routine: Routine) -> Iterator[tuple[Where, Step, Block | None]]:
    """Every written step with its place in the document and the block around it."""
    steps = blocks = 0
    for entry in routine.entries:
        if isinstance(entry, Block):
            for index, step in enumerate(entry.steps):
                yield ("block", blocks, "step", index), step, entry
            blocks += 1
        else:
            yield ("step", steps), entry, None
            steps += 1


def _check_blocks(routine: Routine) -> Iterator[Finding]:
    blocks = [entry for entry in routine.entries if isinstance(entry, Block)]
    for index, block in enumerate(blocks):
        if block.side and not any(step.stroke for step in block.steps):
            yield Finding(("block", index), "a side for rests alone", "leave `side` out")


def _check_step(
    where: Where,
    step: Step,
    block: Block | None,
    library: Mapping[str, Stroke],
    from_weeks: int,
) -> Iterator[Finding]:
    if bool(step.stroke) is bool(step.rest):
        fix = "write either `stroke` or `rest`"
        yield Finding(where, "a step is one stroke or one rest", fix)
        return
    if step.rest:
        yield from _check_rest(where, step)
        return
    if step.swap and step.swap not in library:
        yield unknown_stroke((*where, "swap"), step.swap, library)
    stroke = library.get(step.stroke)
    if stroke is None:
        yield unknown_stroke((*where, "stroke"), step.stroke, library)
        return
    yield from _check_side(where, step, block, stroke)
    yield from _check_place(where, step, stroke)
    yield from _check_usual(where, step, stroke, from_weeks)


def _check_rest(where: Where, step: Step) -> Iterator[Finding]:
    for key in ("side", "repeats", "seconds", "place", "swap"):
        if getattr(step, key):
            yield Finding((*where, key), f"a rest has no `{key}`", "leave it out")


def _check_side(where: Where, step: Step, block: Block | None, stroke: Stroke) -> Iterator[Finding]:
    around = block.side if block else None
    here: Where = (*where, "side")
    if stroke.takes_sides:
        if step.side is None and around is None:
            fix = 'write side = "left", "right" or "each"'
            yield Finding(here, f"`{stroke.id}` needs a side", fix)
        if step.side is not None and around is not None:
            yield Finding(here, "the block already says the side", "leave `side` out of the step")
        return
    how = {Sides.TOGETHER: "does both sides together", Sides.ALTERNATING: "changes sides itself"}
    reason = f"`{stroke.id}` {how.get(stroke.sides, 'has no sides')}"
    if step.side is not None:
        yield Finding(here, reason, "leave `side` out")
    elif around is not None:
        yield Finding(where, reason, "move it out of the block that has a side")


def _check_place(where: Where, step: Step, stroke: Stroke) -> Iterator[Finding]:
    if step.place and step.place not in stroke.places:
        fix = f"use one of {', '.join(stroke.places)}" if stroke.places else "leave `place` out"
        yield Finding((*where, "place"), f"`{stroke.id}` has no place `{step.place}`", fix)


def _check_usual(where: Where, step: Step, stroke: Stroke, weeks: int) -> Iterator[Finding]:
    least, most = stroke.repeats_range
    if step.repeats is not None and not least <= step.repeats <= most:
        reason = f"{step.repeats} repeats lie outside the usual {least} to {most}"
        yield Finding((*where, "repeats"), reason, "keep it only if you mean it", is_warning=True)
    if stroke.from_weeks > weeks:
        reason = f"it is for babies from {stroke.from_weeks} weeks, the routine from {weeks}"
        fix = "nothing to do, as the plan leaves it out for younger babies"
        yield Finding((*where, "stroke"), reason, fix, is_warning=True)


_Written = list[tuple[Where, Step, Block | None]]


def _check_balance(written: _Written, played: Iterable[PlayedStep]) -> Iterator[Finding]:
    sides: dict[str, set[SidePlan]] = {}
    for one in played:
        if one.stroke and one.side and one.stroke.takes_sides:
            sides.setdefault(one.stroke.id, set()).add(SidePlan(one.side.value))
    for where, step, block in written:
        done = sides.get(step.stroke, set())
        if len(done) == 1:
            only = next(iter(done)).value
            other = "right" if only == "left" else "left"
            reason = f"`{step.stroke}` is done on the {only} and never on the {other}"
            # reported once, where it is first written
            sides.pop(step.stroke)
            place = where[:2] if block and block.side else where
            yield Finding((*place, "side"), reason, 'write side = "each"')


def _check_speech(timeline: Timeline, written: _Written) -> Iterator[Finding]:
    places = {id(step): where for where, step, _ in written}
    told: set[tuple[Where, str]] = set()
    for finding in _speech_findings(timeline, places):
        if (finding.where, finding.reason) not in told:
            told.add((finding.where, finding.reason))
            yield finding


def _speech_findings(timeline: Timeline, places: Mapping[int, Where]) -> Iterator[Finding]:
    by_step: dict[int, dict[CueKind, float]] = {}
    for cue in timeline.cues:
        if cue.step is not None and cue.kind.is_spoken:
            by_step.setdefault(cue.step, {})[cue.kind] = cue.length
    for step in timeline.steps:
        where = places[id(step.written)]
        said = by_step.get(step.number, {})
        if step.written.say:
            text, lengths = spoken(step.written.say, step.side), timeline.narration.lengths
            yield from too_long((*where, "say"), text, PAUSE, "the pause before it", lengths)
        how = said.get(CueKind.HOW, 0.0)
        after = max(said.get(CueKind.NEARLY, 0.0), said.get(CueKind.CLOSING, 0.0))
        if how + after > step.seconds:
            reason = (
                f"its words take {how + after:g} s ({how:g} s how, {after:g} s what comes next)"
                f" and the step lasts {step.seconds:g} s"
            )
            yield Finding(where, reason, "shorten `how`, or give the step more time")
