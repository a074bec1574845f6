"""A class: two windows, one player, a clicker, and a projector that comes and goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from massage_guide.domain.class_keys import DIGITS, USUAL
from massage_guide.domain.class_place import first_item
from massage_guide.domain.class_slides import SlideKind
from massage_guide.domain.settings import Settings
from tests.shipped import LIBRARY
from tests.teaching.hall import LAPTOP, MIRROR, PROJECTOR, TV, BlankScene, Instructor, week


@pytest.fixture(autouse=True, scope="module")
def quiet_hall(qapp: object) -> Iterator[None]:
    """No desktop is asked to keep its display awake, and nothing is drawn."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        patch.setattr("massage_guide.teaching.wardrobe.Scene", BlankScene)
        yield


@pytest.fixture(scope="module")
def one_hall() -> Iterator[Instructor]:
    """Windows are built once, as in a program that is used for several classes."""
    instructor = Instructor(LAPTOP, PROJECTOR)
    yield instructor
    instructor.leave()


@pytest.fixture
def hall(one_hall: Instructor) -> Iterator[Instructor]:
    yield one_hall.anew(LAPTOP, PROJECTOR).open()
    one_hall.room.end()


def test_a_class_waits_for_its_instructor_and_goes_on_stroke_by_stroke(hall: Instructor) -> None:
    assert hall.badge == "Not begun"
    assert hall.audience.said == ("Week 2", "Tummy and wind")
    hall.press("F5")
    assert hall.badge == "Live"
    first = week(2).items[0]
    assert first.name in hall.audience.said
    hall.wait(120)
    assert hall.room.demonstration.player.moment.looping
    assert first.name in hall.audience.said
    hall.press("PgDown", "Space")
    assert week(2).items[2].name in hall.audience.said
    hall.press("PgUp", "Left")
    assert hall.audience.said[0] == first.name
    hall.press("2", "8", "Return")
    new = week(2).items[27]
    assert hall.audience.said[0] == new.name
    assert hall.presenter.side.items.rows[27].item.number == 28


def test_both_windows_show_the_same_moment_in_the_same_frame(hall: Instructor) -> None:
    hall.press("F5", "3", "0", "Return")
    for _ in range(30):
        hall.wait(0.4)
        assert hall.audience.picture.picture is not None
        assert hall.audience.picture.picture == hall.presenter.picture.picture


def test_black_stays_black_across_steps_until_it_is_lifted(hall: Instructor) -> None:
    hall.press("F5", ".")
    assert hall.audience.slide.isVisible()
    assert hall.audience.slide.slide.kind is SlideKind.BLACK
    assert hall.presenter.slide.isHidden()
    hall.press("PgDown", "PgDown", "T", "PgDown", "H")
    assert hall.audience.slide.slide.kind is SlideKind.BLACK
    assert hall.badge == "Black"
    hall.press("B")
    assert hall.audience.slide.isHidden()
    assert hall.audience.said[0] == week(2).items[2].name


def test_frozen_stays_frozen_while_the_presenter_looks_ahead(hall: Instructor) -> None:
    hall.press("F5")
    hall.wait(3)
    hall.press("Z")
    kept, said = hall.audience.picture.picture, hall.audience.said
    hall.press("PgDown", "PgDown", "PgDown")
    hall.wait(8)
    assert hall.badge == "Frozen"
    assert hall.audience.picture.picture == kept
    assert hall.audience.said == said
    assert hall.presenter.picture.picture != kept
    hall.press("Z")
    assert hall.audience.said != said
    assert hall.audience.picture.picture == hall.presenter.picture.picture


def test_a_slide_lets_the_class_rest_and_next_lifts_it(hall: Instructor) -> None:
    hall.press("F5")
    hall.wait(4)
    before = hall.room.demonstration.player.moment
    hall.press("T")
    assert "Babies come first" in hall.audience.said
    assert "Babies come first" in hall.presenter.slide.slide.words
    hall.wait(600)
    assert hall.room.demonstration.player.moment.step == before.step
    hall.press("PgDown")
    assert hall.audience.slide.isHidden()
    assert hall.room.demonstration.player.moment.step == before.step
    assert hall.badge == "Live"
    hall.press("R")
    hall.wait(6)
    assert hall.audience.slide.seconds() == hall.presenter.slide.seconds() > 5.0
    hall.press("R", "F1")
    assert hall.presenter.help_card.isVisible()
    assert hall.badge == "Rested"
    hall.presenter.close_cards()
    assert hall.badge == "Live"


def test_pace_hold_another_way_and_the_last_item(hall: Instructor) -> None:
    player = hall.room.demonstration.player
    hall.press("F5", "-", "+", "+")
    assert player.pace == 1.25
    hall.press("H")
    assert not player.hold
    stroke = "resting-hand-tummy"
    number = next(i.number for i in week(2).items if i.step.stroke and i.step.stroke.id == stroke)
    hall.press(*str(number), "Return")
    hall.presenter.other_way_requested.emit(LIBRARY.strokes["forearm-hold"])
    hall.breathe()
    assert hall.now == "forearm-hold"
    assert hall.audience.said[0] == "Forearm hold"
    last = len(week(2).items)
    hall.press(*str(last), "Return")
    hall.wait(300)
    assert hall.state == "playing"
    hall.press("PgDown")
    assert "last one" in hall.presenter.told
    hall.press("9", "9", "9", "Return")
    assert "999" in hall.presenter.told


def test_minutes_are_the_presenters_alone(hall: Instructor) -> None:
    hall.press("F5")
    hall.clock.pass_by(25 * 60 + 1)
    hall.room.demonstration.tell_time()
    assert hall.presenter.head.time_words[0] == "25 of 60 min"
    assert not any("min" in word for word in hall.audience.said)


def test_unplugging_rests_the_class_and_plugging_in_brings_it_back(hall: Instructor) -> None:
    hall.press("F5", "PgDown", "Z")
    said = hall.audience.said
    hall.screens.unplug(PROJECTOR)
    assert not hall.audience.isVisible()
    assert hall.state == "resting"
    assert "gone" in hall.presenter.told
    assert hall.badge == "No screen"
    hall.press("PgDown")
    assert hall.badge == "No screen"
    assert "gone" in hall.presenter.told
    hall.screens.plug(PROJECTOR)
    assert hall.audience.isVisible()
    assert hall.screens.lies_on[hall.audience] == PROJECTOR
    assert "is back" in hall.presenter.told
    assert "Space" not in hall.presenter.told
    assert hall.audience.said == said
    assert hall.badge == "Frozen"
    hall.screens.unplug(PROJECTOR)
    hall.screens.plug(PROJECTOR)
    assert "Space goes on" in hall.presenter.told
    hall.press("Space")
    assert hall.state == "playing"


def test_a_picture_that_does_not_fill_its_screen_is_told_of_at_once(hall: Instructor) -> None:
    hall.press("F5", "Esc")
    assert hall.badge == "Not full"
    assert hall.presenter.told == "The class is not full screen: F5."
    hall.press("PgDown")
    assert "F5" in hall.presenter.told
    hall.press("F5")
    assert hall.badge == "Live"
    assert hall.presenter.told == ""
    hall.audience.showNormal()
    hall.breathe()
    assert hall.badge == "Not full"
    # a card takes Escape first, whichever window is in front
    hall.press("F5", "?", "Esc")
    assert hall.presenter.keys_card.isHidden()
    assert hall.badge == "Live"


def test_before_a_class_begins_next_is_what_it_begins_with(hall: Instructor) -> None:
    first, second = (item.name for item in week(2).items[:2])
    assert hall.presenter.side.coming == first
    hall.press("F5")
    assert hall.presenter.side.coming == second


def test_the_list_opens_at_where_the_class_is(hall: Instructor) -> None:
    hall.press("F5", "2", "8", "Return", "N", "N")
    hall.breathe()
    items = hall.presenter.side.items
    row = items.rows[27]
    assert row.isVisible()
    assert not row.visibleRegion().isEmpty()
    hall.press("PgDown", "PgDown", "PgDown", "PgDown", "PgDown")
    assert not items.rows[32].visibleRegion().isEmpty()


def test_by_itself_counts_from_the_press(hall: Instructor) -> None:
    hall.press("F5", "3", "Return")
    hall.wait(180)
    hall.press("H")
    hall.wait(week(2).items[2].step.seconds * 0.7)
    step = hall.room.demonstration.player.moment.step
    assert step is not None
    assert step.number == 3


def test_screens_are_swapped_picked_and_remembered(hall: Instructor) -> None:
    kept: list[str] = []
    hall.room.settings_changed.connect(lambda changed: kept.append(changed.class_screen))
    assert hall.screens.lies_on[hall.audience] == PROJECTOR
    hall.press("S")
    assert hall.screens.lies_on[hall.audience] == LAPTOP
    assert hall.screens.lies_on[hall.presenter] == PROJECTOR
    hall.screens.plug(TV)
    hall.press("D")
    assert hall.presenter.screens_card.isVisible()
    buttons = hall.presenter.screens_card.buttons
    assert len(buttons) == 3
    buttons[2].click()
    assert hall.screens.lies_on[hall.audience] == TV
    assert kept == [LAPTOP.key, TV.key]
    hall.press("I")
    assert hall.room.seating is not None
    assert len(hall.room.seating.numbers) == 3
    hall.room.seating.hide_numbers()


def test_one_screen_takes_turns_and_says_so(one_hall: Instructor) -> None:
    hall = one_hall.anew(LAPTOP).open()
    assert not hall.audience.isVisible()
    assert "one screen" in hall.presenter.told
    hall.press("F5")
    assert hall.audience.isVisible()
    hall.press("V")
    assert not hall.audience.isVisible()
    hall.press("V")
    assert hall.audience.isVisible()
    hall.room.end()


def test_mirrored_screens_and_desktops_that_place_windows_are_told_of(one_hall: Instructor) -> None:
    hall = one_hall.anew(LAPTOP, MIRROR).open()
    assert hall.audience.isVisible()
    assert "show the same" in hall.presenter.told
    hall.room.end()
    hall = one_hall.anew(LAPTOP, PROJECTOR, places_windows=False).open()
    assert "Drag" in hall.presenter.told
    assert hall.audience not in hall.screens.lies_on
    hall.room.end()


def test_the_week_after_comes_next_time_and_only_a_class_that_began_counts(
    one_hall: Instructor,
) -> None:
    hall = one_hall.anew(LAPTOP, PROJECTOR)
    kept: list[Settings] = []
    hall.room.settings_changed.connect(kept.append)
    hall.open(2)
    hall.presenter.close()
    assert kept == []
    # five minutes in, an elbow on End, and then End that is meant
    hall.open(2)
    hall.press("F5", "1", "6", "Return")
    hall.presenter.head.end.click()
    assert hall.presenter.isVisible()
    assert "Once more" in hall.presenter.told
    hall.clock.pass_by(5)
    hall.presenter.close()
    assert hall.presenter.isVisible()
    hall.clock.pass_by(1)
    hall.presenter.close()
    assert not hall.presenter.isVisible()
    assert (kept[-1].class_week, kept[-1].class_place) == (2, "five-week 2 16")
    # its class still sees a word of thanks on its own screen, till somebody presses a key
    assert "Thank you" in hall.audience.said
    hall.audience.key_pressed.emit("Space")
    assert not hall.audience.isVisible()
    hall.room.wear(kept[-1])
    hall.open(2)
    assert "item 16" in hall.presenter.told
    hall.press("F5")
    assert hall.audience.said[0] == week(2).items[15].name
    hall.press(*str(len(week(2).items)), "Return")
    hall.room.end()
    assert (kept[-1].class_week, kept[-1].class_place) == (3, "")


def test_where_a_class_is_outlives_a_computer_that_stops(hall: Instructor) -> None:
    kept: list[Settings] = []
    hall.room.settings_changed.connect(kept.append)
    hall.press("F5", "7", "Return")
    hall.room.parting.moved.emit()
    assert kept[-1].class_place == "five-week 2 7"
    # what was not understood in the file opens the class at its beginning
    for text in ("five-week 2 999", "five-week 3 7", "two words", "five-week 2 -1"):
        assert first_item(week(2), text) == 1


def test_a_clicker_works_with_either_window_in_front(hall: Instructor) -> None:
    keys = (
        (Qt.Key.Key_F5, "Live"),
        (Qt.Key.Key_Period, "Black"),
        (Qt.Key.Key_B, "Live"),
        (Qt.Key.Key_Z, "Frozen"),
        (Qt.Key.Key_Z, "Live"),
        (Qt.Key.Key_P, "Rested"),
        (Qt.Key.Key_PageDown, "Live"),
    )
    for window in (hall.audience, hall.presenter):
        hall.anew(LAPTOP, PROJECTOR).open()
        for key, badge in keys:
            hall.clock.pass_by(0.6)
            QTest.keyClick(window, key)
            assert hall.badge == badge, (window, key)
        number = hall.room.demonstration.player.moment.step
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, NONE, "", True, 1)
        QApplication.sendEvent(window, held)
        after = hall.room.demonstration.player.moment.step
        assert number is not None
        assert after is not None
        assert after.number == number.number + 1
        QTest.keyClick(window, Qt.Key.Key_Question)
        assert hall.presenter.keys_card.isVisible()
        # the class's keys go on working beneath a card, and Escape puts it away
        QTest.keyClick(hall.presenter.keys_card, Qt.Key.Key_B)
        assert hall.badge == "Black"
        hall.clock.pass_by(0.6)
        QTest.keyClick(hall.presenter.keys_card, Qt.Key.Key_Escape)
        assert not hall.presenter.keys_card.isVisible()


def test_keys_can_be_other_ones(hall: Instructor) -> None:
    hall.room.demonstration.keys = hall.room.demonstration.keys.with_key(
        next(wish for wish, keys in USUAL.items() if "B" in keys), "F9"
    )
    hall.press("F5", "F9")
    assert hall.badge == "Black"


NONE = Qt.KeyboardModifier.NoModifier
every_key = [key for keys in USUAL.values() for key in keys] + sorted(DIGITS)
deeds = st.one_of(
    st.sampled_from(every_key),
    st.sampled_from(["unplug", "plug", "mirror", "resize", "wait"]),
)


@tried(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(deeds, max_size=12))
def test_every_key_in_every_state_and_whatever_the_screens_do(
    one_hall: Instructor, done: list[str]
) -> None:
    hall = one_hall.anew(LAPTOP, PROJECTOR).open(3)
    for deed in done:
        if deed == "unplug" and len(hall.screens.all) > 1:
            hall.screens.unplug(hall.screens.all[-1])
        elif deed in ("plug", "mirror"):
            other = PROJECTOR if deed == "plug" else MIRROR
            if other not in hall.screens.all:
                hall.screens.plug(other)
        elif deed == "resize":
            hall.audience.resize(500, 400)
        elif deed == "wait":
            hall.wait(4)
        else:
            hall.press(deed)
        view, seating = hall.room.demonstration.view, hall.room.seating
        assert seating is not None
        if view.black:
            assert hall.audience.slide.slide.kind is SlideKind.BLACK
            assert not hall.audience.slide.isHidden()
        if hall.audience.isVisible() and hall.presenter.isVisible():
            at, other_at = (hall.screens.lies_on.get(w) for w in (hall.audience, hall.presenter))
            alone = seating.seats.arrangement == "two" and at != other_at
            assert alone or seating.seats.arrangement in ("one", "mirrored")
    hall.room.end()
    assert not hall.audience.isVisible()
