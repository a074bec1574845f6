"""Guide, as a parent with oily hands finds it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from massage_guide.domain.settledness import Settledness
from massage_guide.playback.player import Player
from massage_guide.stage.view import StageView
from massage_guide.widgets.ring import Ring
from massage_guide.widgets.theme import Theme
from massage_guide.windows.guide import Guide
from massage_guide.windows.keys import WORDS
from tests.doubles import FakeClock, a_massage
from tests.windows.oily_hands import SIZES, Heard, Key, move, play, press


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        (Key.Key_Space, "rest_toggled"),
        (Key.Key_Return, "rest_toggled"),
        (Key.Key_Enter, "rest_toggled"),
        (Key.Key_MediaPlay, "rest_toggled"),
        (Key.Key_MediaPause, "rest_toggled"),
        (Key.Key_MediaTogglePlayPause, "rest_toggled"),
        (Key.Key_Right, "next_requested"),
        (Key.Key_PageDown, "next_requested"),
        (Key.Key_Left, "again_requested"),
        (Key.Key_PageUp, "again_requested"),
        (Key.Key_Up, "pace_requested 1"),
        (Key.Key_Down, "pace_requested -1"),
        (Key.Key_1, "rated 1"),
        (Key.Key_5, "rated 5"),
        (Key.Key_H, "hold_requested"),
        (Key.Key_C, "cue_card_requested"),
        (Key.Key_N, "dim_requested"),
        (Key.Key_F, "full_screen_requested"),
        (Key.Key_F11, "full_screen_requested"),
        (Key.Key_F1, "help_requested"),
        (Key.Key_Question, "keys_requested"),
        (Key.Key_Escape, "rest_toggled"),
    ],
)
def test_each_key_says_its_word(heard: Heard, key: Key, asked: str) -> None:
    press(key)
    assert heard.take() == [asked]


def test_a_key_that_is_not_listed_does_nothing(heard: Heard) -> None:
    for number in range(Key.Key_0.value, Key.Key_Z.value + 1):
        key = Key(number) if number in {k.value for k in Key} else None
        if key is not None and key not in WORDS:
            press(key)
    assert heard.take() == []


def test_a_key_held_down_speaks_once(guide: Guide, heard: Heard) -> None:
    for key in WORDS:
        held = QKeyEvent(
            QEvent.Type.KeyPress, key.value, Qt.KeyboardModifier.NoModifier, "", autorep=True
        )
        QApplication.sendEvent(guide, held)
    assert heard.take() == []


def test_copying_is_no_cue_card(guide: Guide, heard: Heard) -> None:
    QTest.keyClick(guide, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert heard.take() == []


@pytest.mark.parametrize("at", [(20, 20), (640, 360), (1200, 100), (200, 150), (1000, 600)])
def test_a_press_anywhere_on_the_picture_is_space(
    guide: Guide, heard: Heard, massage: Player, at: tuple[int, int]
) -> None:
    QTest.mouseClick(guide, Qt.MouseButton.LeftButton, pos=QPoint(*at))
    assert heard.take() == ["rest_toggled"]


def test_an_elbow_that_presses_twice_presses_once(
    guide: Guide, heard: Heard, clock: FakeClock
) -> None:
    press(Key.Key_Space)
    clock.pass_by(0.3)
    QTest.mouseDClick(guide, Qt.MouseButton.LeftButton, pos=QPoint(640, 360))
    assert heard.take() == ["rest_toggled"]
    clock.pass_by(0.5)
    press(Key.Key_Space)
    assert heard.take() == ["rest_toggled"]


def test_e_then_e_is_enough(guide: Guide, heard: Heard, clock: FakeClock) -> None:
    press(Key.Key_E)
    assert heard.take() == []
    assert "E again for enough" in guide.badges
    clock.pass_by(3.9)
    press(Key.Key_E)
    assert heard.take() == ["enough_requested"]
    assert guide.badges == ()


def test_e_after_a_while_asks_anew(guide: Guide, heard: Heard, clock: FakeClock) -> None:
    press(Key.Key_E)
    clock.pass_by(4.1)
    press(Key.Key_E)
    assert heard.take() == []
    assert "E again for enough" in guide.badges


def test_the_words_follow_the_massage(guide: Guide, clock: FakeClock, massage: Player) -> None:
    play(massage, clock, 10)
    telling = guide.telling
    assert telling.title.lines[0].text == "Resting"
    assert telling.caption.lines[-1].text == "Both hands go slowly down."
    assert telling.next.lines[1].text == "Legs"
    assert telling.next.lines[2].text == "Baby’s left leg"
    massage.next()
    play(massage, clock, 8)
    assert telling.title.lines[0].text == "Legs"
    assert telling.side.lines[0].text == "Baby’s left leg"
    assert telling.next.lines[1].text == "Baby’s right leg"
    massage.next()
    play(massage, clock, 6)
    assert telling.side.lines[0].text == "Baby’s right leg"


def test_a_change_of_side_is_captioned_with_what_is_said(
    guide: Guide, clock: FakeClock, massage: Player
) -> None:
    massage.jump(3)
    play(massage, clock, 1)
    assert [line.text for line in guide.telling.caption.lines] == [
        "Now baby’s right side.",
        "Now legs.",
    ]


def test_nothing_comes_soon_while_a_stroke_is_held(
    guide: Guide, clock: FakeClock, massage: Player
) -> None:
    massage.jump(2)
    play(massage, clock, 15)
    assert guide.telling.caption.lines[-1].text == "Soon, the other side."
    massage.toggle_hold()
    guide.show_hold(True)
    assert guide.telling.caption.lines == ()


def test_captions_can_be_left_out(guide: Guide, clock: FakeClock, massage: Player) -> None:
    guide.set_captions(False)
    play(massage, clock, 10)
    assert not guide.telling.caption.isVisible()
    press(Key.Key_Space)
    clock.pass_by(1.0)
    press(Key.Key_Space)
    assert not guide.telling.caption.isVisible()


def test_the_ring_fills_with_the_repeats_and_is_full_while_held(
    guide: Guide, clock: FakeClock, massage: Player
) -> None:
    massage.jump(2)
    play(massage, clock, 4)
    assert guide.telling.ring.share == 0.0, "the hands are still on their way"
    play(massage, clock, 6)
    assert 0.2 < guide.telling.ring.share < 0.8
    massage.toggle_hold()
    play(massage, clock, 20)
    assert guide.telling.ring.share == 1.0
    assert guide.telling.ring.is_breathing


def test_a_frame_that_changes_nothing_visible_paints_nothing(
    guide: Guide, clock: FakeClock, massage: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(massage, clock, 15)
    for _ in range(3):
        QApplication.processEvents()
    painted: list[str] = []
    for part in (Ring, type(guide.telling.title)):
        monkeypatch.setattr(part, "paintEvent", lambda self, event: painted.append(repr(self)))
    for _ in range(3):
        clock.pass_by(0.001)
        massage.look()
        QApplication.processEvents()
    assert painted == []


def test_what_is_different_is_said(guide: Guide) -> None:
    guide.show_hold(True)
    guide.show_pace(0.75)
    guide.show_dim(True)
    guide.show_rating(Settledness.CALM)
    assert guide.badges == (
        "Noted: calm",
        "Staying with this stroke",
        "Slower, ×0.75",
        "Dimmed. N for light",
    )
    guide.show_rating(None)
    guide.show_pace(1.25)
    guide.show_hold(False)
    guide.show_dim(False)
    assert list(guide.badges) == ["Quicker, ×1.25"]


def test_controls_come_with_a_movement_and_do_what_the_keys_do(
    guide: Guide, heard: Heard, clock: FakeClock
) -> None:
    bar = guide.controls
    assert bar.isHidden()
    move(guide, 100, 100)
    move(guide, 160, 130)
    assert bar.isVisible()
    for button, asked in (
        (bar.again, "again_requested"),
        (bar.next, "next_requested"),
        (bar.hold, "hold_requested"),
        (bar.slower, "pace_requested -1"),
        (bar.quicker, "pace_requested 1"),
        (bar.dim, "dim_requested"),
        (bar.cue_card, "cue_card_requested"),
        (bar.keys, "keys_requested"),
        (bar.help, "help_requested"),
        (bar.points[3], "rated 4"),
        (bar.rest, "rest_toggled"),
    ):
        clock.pass_by(1.0)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert heard.take() == [asked]
    QTest.mouseClick(bar.enough, Qt.MouseButton.LeftButton)
    assert heard.take() == []
    assert bar.enough.text() == "Again for enough"


def test_keys_reach_guide_after_a_press_on_a_control(guide: Guide, heard: Heard) -> None:
    guide.controls.appear()
    QTest.mouseClick(guide.controls.next, Qt.MouseButton.LeftButton)
    heard.take()
    press(Key.Key_H)
    assert heard.take() == ["hold_requested"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("percent", [100, 150])
def test_every_target_is_large_and_no_word_is_cut_off(
    show: Callable[..., QWidget], clock: FakeClock, size: tuple[int, int], percent: int
) -> None:
    guide = Guide(StageView(), clock)
    show(guide, Theme(text_percent=percent), QSize(*size))
    guide.controls.appear()
    bar = guide.controls
    assert guide.rect().contains(bar.geometry())
    buttons = [bar.rest, bar.again, bar.next, bar.hold, bar.cue_card, bar.keys, bar.help]
    buttons += [bar.slower, bar.quicker, bar.dim]
    for button in (*buttons, bar.enough, *bar.points):
        assert button.height() >= 96
        assert button.width() >= button.minimumSizeHint().width(), button.text()
        assert button.height() >= button.heightForWidth(button.width()), button.text()
        assert bar.rect().contains(button.geometry())
    guide.show_state("resting", "baby")
    for _ in range(3):
        QApplication.processEvents()
    for open_endings in (False, True):
        if open_endings:
            clock.pass_by(1.0)
            press(Key.Key_E)
            QApplication.processEvents()
        for choice in guide.rest.choices:
            box = choice.rect().translated(choice.mapTo(guide, QPoint(0, 0)))
            assert choice.height() >= 96, choice.text()
            assert guide.rect().contains(box), choice.text()
            assert choice.height() >= choice.heightForWidth(choice.width()), choice.text()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("percent", [100, 150])
def test_what_may_be_pressed_is_always_told_at_the_foot_on_the_left(
    show: Callable[..., QWidget], clock: FakeClock, size: tuple[int, int], percent: int
) -> None:
    guide = Guide(StageView(), clock)
    show(guide, Theme(text_percent=percent), QSize(*size))
    guide.show_moment(a_massage("legs:each").at(6.0))
    guide.show_state("playing")
    hint, ring = guide.telling.hint, guide.telling.ring
    words = hint.words_box().translated(hint.pos())
    assert [line.text for line in hint.lines] == [
        "Space or a tap: baby needs a moment",
        "M mutes, ? shows the keys",
    ]
    assert hint.isVisible()
    assert guide.rect().contains(words)
    assert words.center().x() < guide.width() / 2 and words.bottom() > guide.height() * 0.85
    assert not words.intersects(ring.geometry())
    guide.controls.appear()
    if hint.isVisible():
        lifted = hint.words_box().translated(hint.pos())
        assert lifted.bottom() < guide.controls.y()
    guide.show_state("resting", "baby")
    assert not hint.isVisible()


def test_the_next_massage_begins_without_words_of_the_last(
    guide: Guide, clock: FakeClock, massage: Player
) -> None:
    play(massage, clock, 12)
    massage.stop()
    massage.load(a_massage("gliding"))
    assert guide.telling.caption.lines == ()
    assert guide.telling.title.lines == ()
