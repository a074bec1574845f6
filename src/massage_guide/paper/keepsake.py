"""The keepsake: what a parent noticed and wrote down, massage by massage, to be kept on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from massage_guide.domain.days import day_in_words, month_and_year
from massage_guide.domain.noticing import Noticed, by_month
from massage_guide.paper.items import Beside, Group, Rule, Words
from massage_guide.paper.leaflet import Item, Leaflet
from massage_guide.paper.letters import Style


def keepsake(kept: Sequence[Noticed], name: str = "") -> Leaflet:
    """Everything that was noticed, from the first to the last."""
    title = _say("Things you noticed")
    if name:
        title = _say("Things you noticed: {0}").format(name)
    items: list[Item] = [Words(title, Style.TITLE, middle=True)]
    oldest_first = sorted(kept, key=lambda one: one.when)
    for first, these in by_month(oldest_first):
        month = month_and_year(first)
        items += [Rule(gap=7.0), Words(month, Style.HEADING, middle=True)]
        for at in range(0, len(these), 2):
            pair: list[Item] = [_entry(one) for one in these[at : at + 2]]
            pair += [Words("")] * (2 - len(pair))
            items.append(Beside(tuple(pair), (1, 1), gap=5.0))
    return Leaflet(title, tuple(items))


def _entry(one: Noticed) -> Group:
    parts: list[Item] = [Words(day_in_words(one.when, one.when.date(), dated=True), Style.SMALL)]
    if one.note:
        parts.append(Words(f"“{one.note.strip()}”", Style.LEAD, gap=1.0))
    if one.moments:
        parts.append(Words(" · ".join(one.moments), gap=1.0))
    return Group(tuple(parts))


def _say(words: str) -> str:
    return QCoreApplication.translate("Keepsake", words)
