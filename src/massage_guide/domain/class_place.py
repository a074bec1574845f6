"""The place of a class: how far it came, so that a week that was cut short goes on there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from massage_guide.domain.class_plan import Lesson

_LAST = 2
"""Items at the end of a class with which it has come to its end."""
_MOST = 2 / 3
"""The share of its items that is most of a class."""


@dataclass(frozen=True, slots=True)
class ClassPlace:
    """An item of a week of a course."""

    course: str
    week: int
    item: int

    def text(self) -> str:
        """As it is kept: course, week and item."""
        return f"{self.course} {self.week} {self.item}"

    @classmethod
    def of_text(cls, text: str) -> ClassPlace | None:
        """What `text` wrote; None where it means nothing."""
        words = text.split()
        if len(words) != 3 or not all(word.isdecimal() for word in words[1:]):
            return None
        return cls(words[0], int(words[1]), int(words[2]))


def first_item(lesson: Lesson, kept: str) -> int:
    """The item with which this class opens: where it was left, else the first."""
    place = ClassPlace.of_text(kept)
    here = place is not None and (place.course, place.week) == (lesson.course, lesson.week)
    return place.item if place and here and lesson.week and lesson.item(place.item) else 1


def is_taught(lesson: Lesson, reached: int, shown: Collection[int]) -> bool:
    """Whether the week may move on: its end was reached, or most of it was shown."""
    count = len(lesson.items)
    return reached > count - _LAST or len(shown) >= count * _MOST
