"""The rest screen: baby needs a moment, and nothing is lost by it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from massage_guide.domain.session import Ending
from massage_guide.playback.player import Player
from massage_guide.stage.view import StageView
from massage_guide.widgets.theme import Role, Theme, themed
from massage_guide.widgets.words import Words
from massage_guide.windows.guide import Guide
from tests.doubles import FakeClock, a_massage
from tests.windows.oily_hands import ARROWS, SIZES, Heard, Key, play, press


def test_resting_offers_six_choices_and_space_goes_on(
    guide: Guide, heard: Heard, clock: FakeClock, massage: Player
) -> None:
    massage.jump(2)
    play(massage, clock, 6)
    heard.take()
    press(Key.Key_Space)
    assert guide.rest.isVisible()
    assert [choice.text() for choice in guide.rest.choices] == [
        "Go on",
        "Holding only",
        "Leave the legs out",
        "Baby’s signs",
        "Help",
        "Enough for today",
    ]
    press(Key.Key_Space)
    assert guide.rest.isVisible(), "the same elbow, twice"
    clock.pass_by(1.0)
    press(Key.Key_Space)
    assert not guide.rest.isVisible()
    assert heard.take() == ["rest_toggled", "go_on"]
    assert massage.state.value == "playing"


def test_nothing_counts_down_while_resting(guide: Guide, clock: FakeClock, massage: Player) -> None:
    play(massage, clock, 10)
    press(Key.Key_Space)
    before = massage.moment
    play(massage, clock, 600)
    assert massage.moment == before
    assert guide.rest.isVisible()


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        ("right", "holding_only"),
        ("right right", "leave_region_out"),
        ("down", "cue_card_requested"),
        ("right down", "help_requested"),
        ("left up", "go_on"),
        ("down down right right right", "none"),
    ],
)
def test_arrows_move_among_the_choices(
    guide: Guide, heard: Heard, clock: FakeClock, massage: Player, keys: str, asked: str
) -> None:
    massage.jump(2)
    play(massage, clock, 6)
    press(Key.Key_Space)
    clock.pass_by(1.0)
    heard.take()
    for word in keys.split():
        press(ARROWS[word])
    press(Key.Key_Return)
    assert heard.take() == ([] if asked == "none" else [asked])
    if asked == "none":
        assert guide.rest.shows_endings


@pytest.mark.parametrize(
    ("at", "ending"),
    list(
        enumerate(
            [
                Ending.SLEEP,
                Ending.FEED,
                Ending.NAPPY,
                Ending.BABY_SAID_NO,
                Ending.PARENT_NEEDED_A_BREAK,
                Ending.OTHER,
            ]
        )
    ),
)
def test_every_ending_is_one_press(
    guide: Guide, heard: Heard, clock: FakeClock, at: int, ending: Ending
) -> None:
    guide.show_state("resting", "baby")
    press(Key.Key_E)
    clock.pass_by(1.0)
    QTest.mouseClick(guide.rest.choices[at], Qt.MouseButton.LeftButton)
    assert heard.take() == [f"enough {ending.value}"]


def test_e_twice_on_the_rest_screen_is_simply_enough(
    guide: Guide, heard: Heard, clock: FakeClock
) -> None:
    guide.show_state("resting", "baby")
    clock.pass_by(1.0)
    press(Key.Key_E)
    clock.pass_by(1.0)
    press(Key.Key_E)
    assert heard.take() == ["enough other"]


def test_escape_never_ends_a_massage(guide: Guide, heard: Heard, clock: FakeClock) -> None:
    guide.show_state("resting", "baby")
    for _ in range(4):
        clock.pass_by(1.0)
        press(Key.Key_Escape)
    assert heard.take() == []
    press(Key.Key_E)
    clock.pass_by(1.0)
    press(Key.Key_Escape)
    assert not guide.rest.shows_endings
    assert heard.take() == []


@pytest.mark.parametrize(
    ("key", "asked"),
    [(Key.Key_4, "rated 4"), (Key.Key_F1, "help_requested"), (Key.Key_C, "cue_card_requested")],
)
def test_other_keys_keep_their_meaning_while_resting(
    guide: Guide, heard: Heard, key: Key, asked: str
) -> None:
    guide.show_state("resting", "baby")
    press(key)
    assert heard.take() == [asked]


def test_a_gap_says_so_and_a_card_needs_no_rest_screen(guide: Guide) -> None:
    guide.show_state("resting", "gap")
    assert guide.rest.accessibleName().startswith("You were away for a while.")
    guide.show_state("playing")
    guide.show_state("resting", "help")
    assert not guide.rest.isVisible()
    assert "Resting" in guide.badges


def test_a_hold_leaves_no_region_out(guide: Guide, clock: FakeClock) -> None:
    guide.show_moment(a_massage("rest:6").at(1.0))
    guide.show_state("resting", "baby")
    assert "Leave the legs out" not in [choice.text() for choice in guide.rest.choices]


def test_nothing_shows_through_when_the_plan_changes_while_resting(
    guide: Guide, clock: FakeClock, massage: Player
) -> None:
    play(massage, clock, 10)
    press(Key.Key_Space)
    massage.next()
    telling = guide.telling
    assert telling.title.lines[0].text == "Legs"
    for part in (telling.title, telling.ring, telling.side, telling.next, telling.caption):
        assert not part.isVisible()
    massage.start()
    assert telling.ring.isVisible()


def test_tab_stays_among_the_choices(guide: Guide) -> None:
    guide.show_state("resting", "baby")
    for _ in range(20):
        press(Key.Key_Tab)
        assert QApplication.focusWidget() in guide.rest.choices


def test_the_rest_screen_keeps_presses_from_the_picture(
    guide: Guide, heard: Heard, clock: FakeClock
) -> None:
    guide.show_state("resting", "baby")
    clock.pass_by(1.0)
    QTest.mouseClick(guide.rest, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert heard.take() == []


def test_an_elbow_that_rests_lies_on_other_keys_too(
    guide: Guide, heard: Heard, clock: FakeClock, massage: Player
) -> None:
    play(massage, clock, 6)
    heard.take()
    press(Key.Key_Space)
    for key in (Key.Key_V, Key.Key_B, Key.Key_N, Key.Key_C, Key.Key_E, Key.Key_3, Key.Key_F1):
        clock.pass_by(0.05)
        press(key)
    assert heard.take() == ["rest_toggled"]
    assert not guide.rest.shows_endings
    clock.pass_by(0.4)
    press(Key.Key_N)
    assert heard.take() == ["dim_requested"]


def places(guide: Guide) -> dict[str, QPoint]:
    QApplication.processEvents()
    return {choice.text(): choice.mapTo(guide, QPoint(0, 0)) for choice in guide.rest.choices}


def test_every_choice_keeps_its_place_and_enough_the_last_corner(
    guide: Guide, massage: Player, clock: FakeClock
) -> None:
    guide.show_moment(a_massage("rest:6").at(1.0))
    guide.show_state("resting", "baby")
    fewer = places(guide)
    guide.show_state("playing")
    guide.show_moment(a_massage("legs:each").at(6.0))
    guide.show_state("resting", "baby")
    all_six = places(guide)
    assert set(all_six) - set(fewer) == {"Leave the legs out"}
    assert all(all_six[text] == at for text, at in fewer.items())
    last = all_six["Enough for today"]
    assert all(at.x() <= last.x() and at.y() <= last.y() for at in all_six.values())


def test_arrows_pass_over_a_choice_that_is_not_there(
    guide: Guide, heard: Heard, clock: FakeClock
) -> None:
    guide.show_moment(a_massage("rest:6").at(1.0))
    guide.show_state("resting", "baby")
    for way in ("right", "right"):
        press(ARROWS[way])
    press(Key.Key_Return)
    assert heard.take() == ["cue_card_requested"]


def test_dimmed_light_is_told_while_resting_and_a_press_brings_the_light_back(
    guide: Guide, heard: Heard, clock: FakeClock, massage: Player
) -> None:
    play(massage, clock, 6)
    press(Key.Key_Space)
    light = guide.rest.light
    assert not light.isVisible()
    guide.show_dim(True)
    QApplication.processEvents()
    assert light.isVisible()
    assert light.text() == "Dimmed. N for light"
    assert light.height() >= 64
    heard.take()
    clock.pass_by(1.0)
    QTest.mouseClick(light, Qt.MouseButton.LeftButton)
    assert heard.take() == ["dim_requested"]
    guide.show_dim(False)
    assert not light.isVisible()


@pytest.mark.parametrize("size", [(800, 500), *SIZES], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("percent", [100, 150])
def test_in_every_window_all_is_seen_and_nothing_lies_on_the_words(
    show: Callable[..., QWidget], clock: FakeClock, size: tuple[int, int], percent: int
) -> None:
    guide = Guide(StageView(), clock)
    show(guide, Theme(text_percent=percent), QSize(*size))
    guide.show_moment(a_massage("legs:each").at(6.0))
    guide.show_state("playing")
    guide.show_state("resting", "baby")
    guide.show_dim(True)
    for endings in (False, True):
        if endings:
            clock.pass_by(1.0)
            press(Key.Key_E)
        QApplication.processEvents()
        light = guide.rest.light.geometry()
        assert guide.rect().contains(light)
        for choice in guide.rest.choices:
            box = choice.rect().translated(choice.mapTo(guide.rest, QPoint(0, 0)))
            assert choice.visibleRegion().boundingRect() == choice.rect(), choice.text()
            assert not box.adjusted(4, 4, -4, -4).intersects(light), choice.text()
        for words in guide.rest.findChildren(Words):
            if words.isVisible():
                font = themed(guide).font(Role.DISPLAY)
                wide = min(QFontMetrics(font).horizontalAdvance(words.text()), words.width())
                seen = QRect(0, 0, wide, words.height())
                seen.moveCenter(words.geometry().center())
                assert not seen.intersects(light) or words.property("role") != "display"
