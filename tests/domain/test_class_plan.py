"""What a class is shown: what comes again, what is new, what is talked about, and when."""

from __future__ import annotations

from massage_guide.domain.class_plan import Lesson, lesson_of_routine, lesson_of_week
from massage_guide.domain.class_time import ClassTime
from massage_guide.domain.course import Part
from massage_guide.domain.figure import Side
from tests.shipped import LIBRARY


def the_week(number: int, name: str = "five-week") -> Lesson:
    course = LIBRARY.course(name)
    assert course is not None
    lesson = lesson_of_week(course, number, LIBRARY.strokes, LIBRARY.routines)
    assert lesson is not None
    return lesson


def parts_of(lesson: Lesson) -> list[Part]:
    return list(dict.fromkeys(item.part for item in lesson.items))


def test_a_class_opens_with_what_is_known_then_the_new_then_the_talk() -> None:
    assert parts_of(the_week(1)) == [Part.NEW, Part.TALK]
    for course in LIBRARY.courses:
        for week in course.weeks[1:]:
            lesson = the_week(week.number, course.id)
            assert parts_of(lesson) == [Part.REVIEW, Part.NEW, Part.TALK], week.title
            planned = [part.kind for part in week.plan if part.kind]
            assert planned == parts_of(lesson), week.title
            assert [i.number for i in lesson.items] == list(range(1, len(lesson.items) + 1))


def test_each_new_stroke_is_shown_on_both_sides_in_teaching_order() -> None:
    course = LIBRARY.course("five-week")
    assert course is not None
    for week in course.weeks:
        new = [i.step for i in the_week(week.number).items if i.part is Part.NEW]
        assert tuple(dict.fromkeys(s.stroke.id for s in new if s.stroke)) == week.new
        for step in new:
            assert step.stroke is not None
            assert (step.side is not None) == step.stroke.takes_sides
        sides = [step.side for step in new if step.side]
        assert sides == [Side.LEFT, Side.RIGHT] * (len(sides) // 2)


def test_the_review_fits_into_its_minutes_and_leaves_no_week_out() -> None:
    for number in (2, 3, 4, 5):
        lesson = the_week(number)
        again = [item for item in lesson.items if item.part is Part.REVIEW]
        assert {item.week for item in again} == set(range(1, number))
        minutes = sum(part.minutes for part in lesson.plan if part.kind is Part.REVIEW)
        assert sum(item.step.seconds for item in again) <= minutes * 60


def test_what_is_played_is_the_class_item_by_item_and_waits_for_no_words() -> None:
    lesson = the_week(2)
    timeline = lesson.timeline()
    assert timeline.steps == tuple(item.step for item in lesson.items)
    assert timeline.lead_of(1).length == 0.0
    assert {timeline.lead_of(n).length for n in range(2, len(lesson.items) + 1)} == {5.0}


def test_a_class_hears_quietly_how_far_it_is_from_its_plan() -> None:
    lesson = the_week(2)
    first_new = next(item for item in lesson.items if item.part is Part.NEW)
    # arriving 10, news 5, breathing 5, review 10: the new strokes come after half an hour
    assert lesson.minutes == 60
    assert lesson.behind(first_new.number, 30.0) == 0
    assert lesson.behind(first_new.number, 20.0) == -10
    assert lesson.behind(first_new.number, 38.0) == 6
    last = lesson.items[-1]
    assert lesson.behind(last.number, 55.0) == 0
    assert lesson.behind(last.number, 61.0) == 6
    assert lesson.behind(99, 5.0) is None


def test_a_routine_can_be_taught_by_itself() -> None:
    routine = LIBRARY.routine("legs-and-feet")
    assert routine is not None
    lesson = lesson_of_routine(routine, LIBRARY.strokes)
    assert lesson.title == routine.title
    assert lesson.minutes >= 9
    assert lesson.behind(1, 30.0) is None
    assert lesson.timeline().begin == 0.0


def test_another_stroke_takes_the_place_of_one_and_nothing_else_moves() -> None:
    lesson = the_week(2)
    number = next(i.number for i in lesson.items if i.step.stroke and i.step.stroke.alternatives)
    before = lesson.items[number - 1].step.stroke
    assert before is not None
    other = LIBRARY.strokes[before.alternatives[0].stroke]
    after = lesson.swapped(number, other)
    assert after.items[number - 1].step.stroke is other
    assert after.items[number - 1].number == number
    changed = [n for n, (a, b) in enumerate(zip(lesson.items, after.items, strict=True)) if a != b]
    assert changed == [number - 1]


def test_what_needs_no_picture_may_be_over_before_the_class_begins_here() -> None:
    lesson, time = the_week(2), ClassTime()
    assert time.behind(lesson, 1, 0.0) is None
    time.begin(0.0)
    time.reach(1, 0.0)
    assert time.behind(lesson, 1, 60.0) == 0
    # arriving, names and breathing were done: nobody has twenty minutes in hand
    time.reach(2, 120.0)
    assert time.behind(lesson, 2, 120.0) == 0
    assert time.behind(lesson, 2, 20 * 60.0) == 17
    # a class that goes on midway has no plan to be held against
    later = ClassTime(16)
    later.begin(0.0)
    assert later.behind(lesson, 16, 60.0) is None
