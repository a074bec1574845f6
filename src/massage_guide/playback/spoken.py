"""The words that are about to be said, decoded a few seconds before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable

from massage_guide.playback.aside import Aside, AtOnce
from massage_guide.playback.prompter import Say
from massage_guide.playback.samples import Samples

_KEPT = 5
"""Sentences that are kept."""


class Spoken:
    """Sentences that are decoded, or on the way."""

    def __init__(self, say: Say, aside: Aside | AtOnce, came: Callable[[], None]) -> None:
        """`came` is called whenever one more sentence is there."""
        self._say, self._aside, self._came = say, aside, came
        self._there: OrderedDict[str, Samples | None] = OrderedDict()
        self._asked: set[str] = set()
        self._round = 0

    def want(self, texts: Iterable[str]) -> None:
        """These will be said soon."""
        for text in texts:
            if text in self._there:
                self._there.move_to_end(text)
            elif text not in self._asked:
                self._asked.add(text)
                self._fetch(text)

    def is_there(self, text: str) -> bool:
        """Whether it has been looked for."""
        return text in self._there

    def say(self, text: str) -> Samples | None:
        """Its sound; None where there is no voice for it, or not yet."""
        return self._there.get(text)

    def forget(self) -> None:
        """Another voice speaks from now on."""
        self._there.clear()
        self._asked.clear()
        self._round += 1

    def _fetch(self, text: str) -> None:
        asked_in = self._round

        def keep(samples: Samples | None) -> None:
            if asked_in != self._round:
                return
            self._asked.discard(text)
            self._there[text] = samples
            while len(self._there) > _KEPT:
                self._there.popitem(last=False)
            self._came()

        self._aside.do(lambda: self._say(text), keep)
