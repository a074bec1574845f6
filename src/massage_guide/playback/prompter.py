"""The prompter: binds each cue to the frame at which its words and its chime begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from massage_guide.domain.chimes import chime_of
from massage_guide.domain.cues import Cue, CueKind
from massage_guide.domain.talk import Talk
from massage_guide.playback.mixer import Bus, Mixer
from massage_guide.playback.samples import Samples, frames

AHEAD = 1.5
"""Seconds before it is due at which a cue is bound; a player may look no oftener than each 1 s."""
_MOVED = frames(0.005)
"""Frames by which a cue has to move to be bound anew."""
_BREATH = frames(0.1)
"""Silence between two sentences that would fall together."""
_AFTER_CUT = frames(0.06)
"""Silence after a sentence that was cut."""
_LATE = frames(4.0)
"""A sentence that would come later than this is left unsaid."""
_PAST = frames(0.25)
"""What is due within so many frames is no longer called off."""
_AGAIN = frames(0.25)
"""Silence before a sentence that was cut is said anew."""
_NEARLY_SAID = frames(0.4)
"""A sentence of which no more than this was missing is not said anew."""

Say = Callable[[str], Samples | None]
"""The words as sound; None where there is no voice for them."""


@dataclass(frozen=True, slots=True)
class _Bound:
    due: int
    """The frame for which it was asked."""
    begin: int
    end: int
    handles: tuple[int, ...]
    voice: Samples | None


class Prompter:
    """Keeps the mixer's schedule in step with what a player says is coming."""

    def __init__(self, mixer: Mixer, say: Say, chimes: Mapping[str, Samples]) -> None:
        self._mixer, self._chimes = mixer, chimes
        self.say = say
        self.talk = Talk.FULL
        self._bound: dict[Cue, _Bound] = {}
        self._free = 0
        """The first frame after all that is being said."""
        self._cut: tuple[Cue, Samples] | None = None

    def concerns(self, cue: Cue) -> bool:
        """Whether anything is to be heard with it."""
        return self.talk.speaks(cue.kind) or chime_of(cue, self.talk) is not None

    def knows(self, cue: Cue) -> bool:
        """Whether it is bound."""
        return cue in self._bound

    def ends(self) -> int:
        """The frame from which on nothing is bound."""
        return max((bound.end for bound in self._bound.values()), default=0)

    def look(self, coming: Sequence[tuple[Cue, int]], soonest: int) -> int | None:
        """Bind what comes at these frames; the first frame that sounds otherwise now, if any.

        `soonest` is the first frame that can still be changed.
        """
        changed = soonest if self._call_off({cue for cue, _ in coming}, soonest) else None
        for cue, due in coming:
            bound = self._bound.get(cue)
            if bound is not None:
                if abs(bound.due - due) <= _MOVED or bound.begin <= soonest + _PAST:
                    continue
                self._drop(cue, soonest)
            begin = self.bind(cue, due, soonest)
            changed = begin if changed is None else min(begin, changed)
        return changed

    def bind(self, cue: Cue, due: int, soonest: int) -> int:
        """Bind one cue, at this frame or as soon as may be; the frame at which it begins."""
        handles = []
        first = begin = end = max(due, soonest)
        chime = chime_of(cue, self.talk)
        ring = self._chimes.get(chime) if chime and not self._says_more(cue) else None
        if ring is not None:
            handles.append(self._mixer.schedule(ring, Bus.CHIME, begin, soonest))
            end = begin + len(ring)
        voice = self.say(cue.text) if self.talk.speaks(cue.kind) else None
        if voice is not None and (start := max(begin, self._free)) <= due + _LATE:
            begin, end = start, start + len(voice)
            handles.append(self._mixer.schedule(voice, Bus.VOICE, start, soonest))
            self._free = end + _BREATH
        self._bound[cue] = _Bound(due, begin, end, tuple(handles), voice)
        return first

    def leave(self, soonest: int, keep: Sequence[CueKind] = ()) -> None:
        """The massage goes elsewhere: nothing that was bound or is being said goes on."""
        voices = [one for one in self._bound.values() if one.voice is not None]
        said = any(one.begin <= soonest < one.end for one in voices)
        for cue in [cue for cue in self._bound if cue.kind not in keep]:
            self._drop(cue, soonest)
        self._free, self._cut = soonest + (_AFTER_CUT if said else 0), None

    def rest(self, soonest: int) -> None:
        """The massage rests; a sentence that is cut is remembered."""
        cut = next((cue for cue in self._bound if self._is_said(cue, soonest)), None)
        voice = self._bound[cut].voice if cut else None
        self.leave(soonest)
        self._cut = (cut, voice) if cut and voice is not None else None

    def go_on(self, soonest: int) -> None:
        """The massage goes on, with the sentence that was cut, from its beginning."""
        if self._cut is None:
            return
        cue, voice = self._cut
        self._cut = None
        begin = soonest + _AGAIN
        end = begin + len(voice)
        handle = self._mixer.schedule(voice, Bus.VOICE, begin, soonest)
        self._bound[cue] = _Bound(begin, begin, end, (handle,), voice)
        self._free = end + _BREATH

    def _is_said(self, cue: Cue, frame: int) -> bool:
        bound = self._bound[cue]
        return bound.voice is not None and bound.begin <= frame < bound.end - _NEARLY_SAID

    def _call_off(self, coming: set[Cue], soonest: int) -> bool:
        gone = [cue for cue in self._bound if cue not in coming]
        changed = False
        for cue in gone:
            bound = self._bound[cue]
            if bound.begin > soonest + _PAST:
                self._drop(cue, soonest)
                changed = True
            elif bound.end < soonest:
                del self._bound[cue]
        return changed

    def _says_more(self, cue: Cue) -> bool:
        """Whether another chime sounds with it, which says more than that a stroke follows."""
        others = (o for o in self._bound if o.kind is CueKind.CHANGE_SIDE)
        return cue.kind is CueKind.ANNOUNCE and any(o.step == cue.step for o in others)

    def _drop(self, cue: Cue, soonest: int) -> None:
        bound = self._bound.pop(cue)
        for handle in bound.handles:
            self._mixer.cancel(handle, soonest)
        others = (one.end + _BREATH for one in self._bound.values() if one.voice is not None)
        self._free = max(others, default=soonest)
