"""What is kept safe, in the words of a person: copies, what came in, and what was erased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

LONGEST_WAIT = 30
"""Seconds between two tries of a passphrase, at most."""


class Condition(Enum):
    """How a copy is."""

    GOOD = "good"
    DAMAGED = "damaged"
    LOCKED = "locked"
    """It opens with another passphrase."""


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """One copy of the journal, looked into."""

    path: Path
    taken: datetime
    """Local time."""
    condition: Condition
    massages: int = 0

    def told(self) -> str:
        """What it holds, or why it cannot be put back."""
        if self.condition is Condition.DAMAGED:
            return "Damaged: it can’t be put back"
        if self.condition is Condition.LOCKED:
            return "Opens with another passphrase"
        return many(self.massages, "massage")


def many(count: int, one: str, more: str = "") -> str:
    """A number with its word."""
    return f"{count} {one if count == 1 else more or one + 's'}"


def listed(names: Sequence[str]) -> str:
    """Names as a person says them: "Mira, Tom and Ada"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def moment_told(moment: datetime, now: datetime) -> str:
    """When something was, as a person says it: "today at 18:30", "Friday 20 November at 07:10"."""
    days = (now.date() - moment.date()).days
    if days in _NEAR:
        day = _NEAR[days]
    else:
        year = "" if moment.year == now.year else f" {moment.year}"
        weekday = f"{moment:%A} " if 0 < days < _WEEKS_AGO else ""
        day = f"{weekday}{moment.day} {moment:%B}{year}"
    return f"{day} at {moment:%H:%M}"


def copies_told(
    taken: Sequence[datetime], now: datetime, own: tuple[datetime, Path] | None = None
) -> str:
    """When the last copy was made, and how many there are; newest first.

    `own` is the newest one that a person took, and where it lies.
    """
    mine = ""
    if own is not None:
        mine = f"You took a copy {moment_told(own[0], now)}: {breakable(own[1])}."
    if not taken:
        none = mine or "No copy has been made yet."
        return f"{none} One is made by itself each day you open the program."
    first = "The last copy made by itself is from" if own else "The last copy was made"
    last = f"{first} {moment_told(taken[0], now)}."
    oldest = moment_told(taken[-1], now).rsplit(" at ", 1)[0]
    rest = f"{len(taken)} are kept, the oldest from {oldest}."
    if len(taken) == 1:
        rest = "A new one is made by itself each day you open the program."
    if own is not None and own[0] >= taken[0]:
        return f"{mine} {last} {rest}"
    return f"{last} {rest} {mine}".rstrip()


def imported_told(name: str, babies: int, sessions: int, changed: int, deleted: int) -> str:
    """What came in with a file, in one line."""
    if not (babies or sessions or changed or deleted):
        return f"There was nothing new in {name}."
    told = [
        many(babies, "new baby", "new babies") if babies else "",
        many(sessions, "new massage") if sessions else "",
        f"{many(changed, 'record')} that differed, where the later stays" if changed else "",
        f"{many(deleted, 'massage')} deleted there" if deleted else "",
    ]
    return f"Taken in from {name}: {listed([part for part in told if part])}."


@dataclass(frozen=True, slots=True)
class Goes:
    """What an erasure will take, counted before it is asked for."""

    massages: int | None
    """Nothing where nobody can count them, for want of the passphrase."""
    copies: int
    """Copies that the program keeps by itself."""
    removed: tuple[Path, ...] = ()
    """Files elsewhere that the program wrote and that will be deleted."""
    rewritten: tuple[Path, ...] = ()
    """Copies elsewhere that stay, without the baby."""
    missing: tuple[Path, ...] = ()
    """Files that it wrote elsewhere and cannot find now."""
    classes: int = 0
    """Registers of classes."""
    lost: int = 0
    """Copies that the program keeps and that cannot be written anew without the baby."""
    lost_elsewhere: tuple[Path, ...] = ()
    """Such copies elsewhere."""

    def told(self, name: str) -> tuple[str, ...]:
        """Line by line; without a name, everything goes."""
        kept = many(self.copies, "copy", "copies")
        given = "every massage" if self.massages is None else many(self.massages, "massage")
        if name:
            first = f"{name}’s name, dates and {given}, with every note."
            second = f"{kept} of your notes will be written anew without {name}."
            if self.lost:
                gone = many(self.lost, "copy", "copies")
                second += f" {gone} can’t be opened or mended, and will be deleted."
        else:
            taught = f", and {many(self.classes, 'class', 'classes')} with who came"
            first = f"Every baby and {given}, with every note{taught if self.classes else ''}."
            second = f"{kept} of your notes. Your own routines and settings stay."
        return (
            first,
            second,
            *_if_any("These files elsewhere will be deleted", self.removed),
            *_if_any(f"These copies elsewhere will be written anew without {name}", self.rewritten),
            *_if_any(_LOST.format(name), self.lost_elsewhere),
            *_if_any(_MISSING, self.missing),
        )


_LOST = (
    "These copies elsewhere will be deleted whole, for they are damaged, bear the name {0}, "
    "or open with another passphrase"
)
_MISSING = "These were written once and are not there just now; please delete them yourself"


def _if_any(words: str, paths: Sequence[Path]) -> tuple[str, ...]:
    return (f"{words}: {', '.join(map(breakable, paths))}.",) if paths else ()


def breakable(path: Path) -> str:
    """The path with places to break, so that a long one wraps inside its column."""
    return str(path).replace("/", "/\u200b").replace("\\", "\\\u200b")


def wait_after(tries: int) -> int:
    """Seconds to wait after so many wrong passphrases: one, then twice as long each time."""
    return min(2 ** max(tries - 1, 0), LONGEST_WAIT) if tries else 0


def passphrase_problem(words: str, again: str) -> str:
    """Why these words will not do; empty where they will."""
    if len(words) < FEWEST:
        return f"Please choose at least {FEWEST} letters; four or five words are good."
    if words != again:
        return "The two are not the same yet."
    return ""


FEWEST = 8
"""Letters of a passphrase, at least."""
_NEAR = {0: "today", 1: "yesterday"}
_WEEKS_AGO = 14
