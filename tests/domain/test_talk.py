"""How much is said, and how long a silence may be."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from massage_guide.domain.cues import Cue, CueKind, StandingWords
from massage_guide.domain.phrases import every_shipped_phrase
from massage_guide.domain.played import played_steps
from massage_guide.domain.playhead import PACES, Over, Playhead
from massage_guide.domain.speech import slug
from massage_guide.domain.talk import Narration, Talk
from massage_guide.domain.timeline import Timeline
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from tests.domain.trade import STROKES, routine

LIBRARY = Library.load(assets_dir())


def told(words: str, narration: Narration) -> Timeline:
    plan = routine(words)
    return Timeline(plan, played_steps(plan, STROKES), narration)


def heard(timeline: Timeline, pace: float) -> list[tuple[float, Cue]]:
    """Every cue of the massage with the real second at which it comes."""
    head = Playhead(timeline)
    head.pace = pace
    now, found = 0.0, []
    while True:
        for happening in head.advance(0.0):
            if isinstance(happening, Cue):
                found.append((now, happening))
            elif isinstance(happening, Over):
                return found
        step = max(head.seconds_to_next() or 0.0, 0.05)
        for happening in head.advance(step):
            if isinstance(happening, Cue):
                found.append((now + step, happening))
            elif isinstance(happening, Over):
                return found
        now += step


def longest_silence(timeline: Timeline, pace: float, talk: Talk = Talk.FULL) -> float:
    words = [(at, cue) for at, cue in heard(timeline, pace) if talk.speaks(cue.kind)]
    return max(after - (at + cue.length) for (at, cue), (after, _) in pairwise(words))


def test_full_talk_says_everything_names_say_where_one_is_and_chimes_say_nothing() -> None:
    spoken = {kind for kind in CueKind if kind.is_spoken}

    assert {kind for kind in CueKind if Talk.FULL.speaks(kind)} == spoken
    assert Talk.NAMES.speaks(CueKind.ANNOUNCE) and Talk.NAMES.speaks(CueKind.REST)
    assert not Talk.NAMES.speaks(CueKind.HOW) and not Talk.NAMES.speaks(CueKind.NEARLY)
    assert not [kind for kind in CueKind if Talk.CHIMES.speaks(kind)]


def test_silence_is_left_alone_where_nobody_asks_for_words() -> None:
    plain = told("hold:60 leg/each:6x5", Narration())

    assert not [cue for cue in plain.cues if cue.kind is CueKind.FILLER]
    assert not [
        cue
        for cue in told("hold:60", Narration(talk=Talk.CHIMES, longest_silence=20)).cues
        if cue.kind is CueKind.FILLER
    ]


@pytest.mark.parametrize("talk", [Talk.FULL, Talk.NAMES])
def test_no_silence_is_longer_than_asked_for_at_any_pace(talk: Talk) -> None:
    narration = replace(LIBRARY.narration, longest_silence=15, talk=talk)
    for one in LIBRARY.routines:
        timeline = Timeline(one, played_steps(one, LIBRARY.strokes), narration)
        for pace in PACES:
            assert longest_silence(timeline, pace, talk) <= 15.1, (one.id, pace)


def test_at_every_pace_words_wait_for_the_words_before_them() -> None:
    narration = replace(LIBRARY.narration, longest_silence=10)
    for one in LIBRARY.routines:
        timeline = Timeline(one, played_steps(one, LIBRARY.strokes), narration)
        for pace in PACES:
            words = [(at, cue) for at, cue in heard(timeline, pace) if cue.kind.is_spoken]
            for (at, cue), (after, other) in pairwise(words):
                assert at + cue.length <= after + 0.06, (one.id, pace, cue.text, other.text)


def test_a_change_of_pace_lays_the_fillers_anew_and_says_no_word_twice() -> None:
    narration = Narration(longest_silence=12)
    head = Playhead(told("tummy:20x3 leg/left:6x5", narration))
    said = [h for _ in range(200) for h in head.advance(0.1) if isinstance(h, Cue)]
    head.pace = 0.5
    said += [h for _ in range(1400) for h in head.advance(0.1) if isinstance(h, Cue)]

    announced = [cue.text for cue in said if cue.kind is CueKind.ANNOUNCE]
    assert len(announced) == len(set(announced)) == 2
    starts = [cue.start for cue in said]
    assert starts == sorted(starts)


def test_nothing_counts_down_and_nothing_is_shouted() -> None:
    texts = every_shipped_phrase(LIBRARY.strokes, LIBRARY.routines, StandingWords())

    assert not [text for text in texts if re.search(r"\d|!|seconds|minutes|hurry up", text)]
    assert "No hurry at all." in texts


def test_no_two_texts_would_share_an_authors_recording() -> None:
    texts = every_shipped_phrase(LIBRARY.strokes, LIBRARY.routines, StandingWords())

    assert len({slug(text) for text in texts}) == len(texts)
