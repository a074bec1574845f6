"""Today: how old the baby is, and what is true of the baby just now [rules 21, 22]."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from massage_guide.domain.settledness import Settledness
from massage_guide.domain.stroke import Region

UNKNOWN_AGE_WEEKS = 0
"""Weeks to play by when nobody told the baby's age."""
FED_HOLDS_MINUTES = 30
"""After a feed, nothing but holds for so long [rules 22]."""
FED_TUMMY_MINUTES = 45
"""After a feed, nothing on the tummy or lying on it for so long [rules 22]."""
TERM_DAYS_EARLY = 21
"""A baby born more than so many days before the due date came before 37 weeks."""


def corrected_weeks(today: date, born: date | None, due: date | None) -> int | None:
    """Corrected age in whole weeks; None without a date [rules 21]."""
    if born is None:
        return None if due is None else (today - due).days // 7
    is_early = due is not None and (due - born).days > TERM_DAYS_EARLY
    is_under_two = (today.year - 2, today.month, today.day) < (born.year, born.month, born.day)
    if due is not None and is_early and is_under_two:
        return (today - due).days // 7
    return (today - born).days // 7


class Chip(StrEnum):
    """What can be true of a baby today."""

    FED = "fed"
    HUNGRY = "hungry"
    CRYING = "crying"
    ASLEEP = "asleep"
    UNWELL = "unwell"
    VACCINATED = "vaccinated"
    SORE_SKIN = "sore-skin"
    HIPS = "hips"
    CORD = "cord"


class UnknownChipError(ValueError):
    """A word that is no chip; the message lists the words there are."""


@dataclass(frozen=True, slots=True)
class Today:
    """The chips that were pressed on Get ready."""

    chips: frozenset[Chip] = frozenset()
    fed_minutes: int = 0
    """Minutes since the feed, when `fed` is pressed."""
    sore: frozenset[Region] = frozenset()
    """Regions to leave out, when `sore-skin` is pressed."""
    clinic_agrees: bool = False
    """Whether the clinic agrees to leg strokes, when `hips` is pressed."""

    def words(self) -> tuple[str, ...]:
        """The chips as words that `from_words` reads, in a steady order."""
        said: list[str] = []
        for chip in Chip:
            if chip not in self.chips:
                continue
            if chip is Chip.FED and self.fed_minutes:
                said.append(f"{chip}:{self.fed_minutes}")
            elif chip is Chip.SORE_SKIN and self.sore:
                said += [f"{chip}:{region}" for region in Region if region in self.sore]
            elif chip is Chip.HIPS and self.clinic_agrees:
                said.append(f"{chip}:agreed")
            else:
                said.append(chip.value)
        return tuple(said)

    def seen_as(self, settled: Settledness | None) -> Today:
        """The same once the baby was rated: who is rated as crying cries, chip or no chip."""
        if settled is not Settledness.CRYING:
            return self
        return replace(self, chips=self.chips | {Chip.CRYING})

    @classmethod
    def from_words(cls, words: Iterable[str]) -> Today:
        """Chips from words: `cord`, `fed:40` (minutes), `sore-skin:legs`, `hips:agreed`."""
        chips: set[Chip] = set()
        sore: set[Region] = set()
        minutes = 0
        agrees = False
        for word in words:
            name, _, rest = word.partition(":")
            try:
                chip = Chip(name)
                if rest and chip is Chip.SORE_SKIN:
                    sore.add(Region(rest))
                elif rest and chip is Chip.FED:
                    minutes = max(int(rest), 0)
                elif rest and (chip, rest) == (Chip.HIPS, "agreed"):
                    agrees = True
                elif rest:
                    raise ValueError(rest)
            except ValueError:
                raise UnknownChipError(_chip_help(word)) from None
            chips.add(chip)
        return cls(frozenset(chips), minutes, frozenset(sore), agrees)


def _chip_help(word: str) -> str:
    names = ", ".join(Chip)
    return (
        f"`{word}` is not something that can be true today; use {names},"
        " or fed:MINUTES, sore-skin:REGION, hips:agreed"
    )
