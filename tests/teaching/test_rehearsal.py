"""A rehearsal: a class gone through alone, four times as fast, of which nothing stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from massage_guide.domain.class_plan import Lesson, lesson_of_routine
from massage_guide.domain.settings import Settings
from tests.shipped import LIBRARY
from tests.teaching.hall import LAPTOP, MIRROR, PROJECTOR, BlankScene, Instructor, week


@pytest.fixture(scope="module")
def one_hall(qapp: object) -> Iterator[Instructor]:
    """No desktop is asked to keep its display awake, and nothing is drawn."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        patch.setattr("massage_guide.teaching.wardrobe.Scene", BlankScene)
        instructor = Instructor(LAPTOP, PROJECTOR)
        yield instructor
        instructor.leave()


@pytest.fixture
def alone(one_hall: Instructor) -> Iterator[Instructor]:
    one_hall.anew(LAPTOP, PROJECTOR)
    rehearse(one_hall)
    yield one_hall
    one_hall.room.end()


def rehearse(instructor: Instructor, lesson: Lesson | None = None) -> None:
    instructor.rehearsing.open(lesson or week(2))
    instructor.breathe()


def number(instructor: Instructor) -> int:
    step = instructor.room.demonstration.player.moment.step
    return step.number if step else 0


def test_minutes_picture_and_plan_go_four_times_as_fast(alone: Instructor) -> None:
    player = alone.room.demonstration.player
    alone.press("F5", "5", "Return")
    alone.wait(3)
    began, step = player.moment.cycle, week(2).items[4].step
    alone.wait(1.0)
    assert (player.moment.cycle - began) * step.seconds_each == pytest.approx(4.0)
    alone.wait(week(2).stay(5) / 4 - 5)
    assert number(alone) == 5
    alone.wait(2)
    assert number(alone) == 6
    # what a slow computer, or a picture that stands still, does not look at is no closed lid
    for _ in range(40):
        alone.clock.pass_by(1.4)
        player.look()
    assert alone.state == "playing"
    alone.clock.pass_by(4.0)
    player.look()
    assert "slept" in alone.presenter.told
    alone.press("P")
    assert alone.state == "playing"


def test_the_whole_class_passes_by_itself_in_a_quarter_of_its_minutes(alone: Instructor) -> None:
    show, lesson = alone.room.demonstration, week(2)
    alone.press("F5")
    show.player.look()
    seen, on_plan = [], 0
    for _ in range(60 * 60 // 4):
        alone.clock.pass_by(1.0)
        show.player.look()
        show.tell_time()
        seen.append(number(alone))
        on_plan += alone.presenter.head.time_words[1] in ("As planned", "")
    assert alone.presenter.head.time_words[0] in ("59 of 60 min", "60 of 60 min")
    assert sorted(set(seen)) == [item.number for item in lesson.items]
    assert seen == sorted(seen)
    # until the plan comes to the close, for which there is no item
    assert on_plan >= len(seen) * 55 / 60
    # the last one stays, as it does in a class
    assert alone.state == "playing"


def test_a_rest_does_not_count_and_everything_else_works(alone: Instructor) -> None:
    assert alone.badge == "Rehearsal"
    alone.press("F5", "5", "Return")
    assert alone.badge == "Rehearsal"
    alone.wait(2)
    alone.press("P")
    assert alone.badge == "Rested"
    alone.wait(600)
    alone.press("Space")
    assert (number(alone), alone.badge) == (5, "Rehearsal")
    alone.wait(week(2).stay(5) / 4 - 6)
    assert number(alone) == 5
    alone.wait(6)
    assert number(alone) == 6
    alone.press("PgUp", "T")
    assert "Babies come first" in alone.presenter.slide.slide.words
    alone.press("T", "Right", "?")
    assert number(alone) == 6
    assert alone.presenter.keys_card.isVisible()
    alone.press("?", "B")
    assert alone.badge == "Black"


def test_the_class_sees_nothing_whatever_screens_there_are(one_hall: Instructor) -> None:
    kept: list[Settings] = []
    one_hall.room.settings_changed.connect(kept.append)
    for screens in ((LAPTOP,), (LAPTOP, PROJECTOR), (LAPTOP, MIRROR)):
        hall = one_hall.anew(*screens)
        rehearse(hall)
        assert "four times as fast" in hall.presenter.told
        for key in ("F5", "V", "S", "F5", "Escape", "V", "I", "D", "5", "Return"):
            hall.press(key)
            hall.wait(0.1)
            assert not hall.audience.isVisible(), (screens, key)
            assert hall.presenter.isVisible()
        assert hall.presenter.screens_card.isVisible()
        for button in hall.presenter.screens_card.buttons:
            button.click()
        hall.wait(0.1)
        hall.press("D")
        hall.screens.plug(PROJECTOR)
        hall.screens.unplug(PROJECTOR)
        hall.breathe()
        assert not hall.audience.isVisible()
        assert hall.screens.lies_on[hall.presenter] == LAPTOP
        assert hall.state == "playing"
        hall.room.end()
        assert kept == []
        assert not hall.presenter.isVisible()


def test_nothing_is_recorded_and_the_class_after_it_is_a_class(alone: Instructor) -> None:
    told: list[object] = []
    alone.room.began.connect(told.append)
    alone.room.taught.connect(told.append)
    alone.press("F5", "PgDown", "PgDown", "U")
    alone.wait(30)
    alone.room.end()
    assert told == []
    alone.open()
    assert alone.badge == "Not begun"
    assert alone.audience.isVisible()
    alone.press("F5")
    assert len(told) == 2
    alone.wait(300)
    assert number(alone) == 1
    alone.room.end()
    alone.room.began.disconnect(told.append)
    alone.room.taught.disconnect(told.append)


def test_a_routine_that_has_no_plan_stays_as_long_as_its_repeats(alone: Instructor) -> None:
    alone.room.end()
    routine = LIBRARY.routines[0]
    lesson = lesson_of_routine(routine, LIBRARY.strokes)
    rehearse(alone, lesson)
    alone.press("F5")
    step = lesson.items[0].step
    alone.wait(step.seconds_each * step.repeats / 4 - 2)
    assert number(alone) == 1
    alone.wait(5)
    assert number(alone) == 2
