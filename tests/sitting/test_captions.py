"""A massage with the sound off, muted or missing: what a parent sees of what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from massage_guide.domain.cues import StandingWords
from massage_guide.playback.aside import AtOnce
from tests.doubles_sound import Tape, Teller
from tests.parent import Key, Parent, Starting

SILENT, MUTED = "No sound, captions on", "Muted. M for sound"


@pytest.fixture
def parent(at_home: Starting) -> Parent:
    parent = at_home()
    parent.program.sound.open(Tape, Teller(), AtOnce())
    return parent


def is_muted(parent: Parent) -> bool:
    return parent.program.looks.settings.muted


def badges(parent: Parent) -> tuple[str, ...]:
    return parent.program.screens.guide.badges


def captions(parent: Parent) -> list[str]:
    caption = parent.program.screens.guide.telling.caption
    return [line.text for line in caption.lines] if caption.isVisible() else []


def choose(parent: Parent, *, captions: bool = True, muted: bool = False) -> None:
    looks = parent.program.looks
    looks.change(replace(looks.settings, captions=captions, muted=muted))


def test_m_mutes_all_in_every_state_and_no_hold_of_it_does(parent: Parent) -> None:
    parent.begin_massage()
    for words in ("playing", "held", "resting"):
        parent.hold_down(Key.Key_M)
        assert is_muted(parent), words
        assert MUTED in parent.words(), words
        parent.press(Key.Key_M)
        assert not is_muted(parent) and MUTED not in parent.words(), words
        parent.press(Key.Key_H if words == "playing" else Key.Key_Space)
    parent.press(Key.Key_C, Key.Key_M)
    assert parent.card == "cue" and is_muted(parent) and MUTED in parent.words()
    assert not parent.dialogs()


def test_m_mutes_before_the_massage_too_and_stays_after_a_new_start(
    parent: Parent, at_home: Starting
) -> None:
    parent.program.ready.begin("first-touch")
    parent.press(Key.Key_Space, Key.Key_M)
    assert parent.program.screens.get_ready.is_breathing and "Muted. M for sound" in parent.words()
    parent.close()
    again = at_home(parent.folder)
    assert again.program.looks.settings.muted
    again.begin_massage()
    assert MUTED in badges(again)


def test_the_badge_comes_when_sound_goes_and_goes_when_it_comes_back(parent: Parent) -> None:
    choose(parent, captions=False)
    parent.begin_massage()
    parent.wait(3)
    assert badges(parent) == () and captions(parent) == []

    sound = parent.program.sound
    sound.availability_changed.emit(False)
    assert badges(parent) == (SILENT,) and captions(parent) != []
    choose(parent, captions=False, muted=True)
    assert badges(parent) == (SILENT,), "that there is none says more than that there should be"
    sound.availability_changed.emit(True)
    assert badges(parent) == (MUTED,) and captions(parent) == []
    choose(parent, captions=False)
    assert badges(parent) == ()


def test_each_chime_is_captioned_at_the_look_at_which_it_is_due(parent: Parent) -> None:
    parent.begin_massage("legs-and-feet")
    parent.wait(1)
    assert captions(parent)[0] == "chime: we begin"
    assert captions(parent)[1].startswith("Resting hands")

    heard: list[tuple[str, str]] = []
    parent.program.sound.caption.connect(lambda words: heard.append((words, captions(parent)[0])))
    player = parent.program.player
    player.jump(4)
    parent.wait(0.1, look=0.1)
    assert heard == [("chime: other leg", "chime: other leg")]
    parent.wait(1.5, look=0.1)
    assert captions(parent)[0] == "chime: other leg"
    assert captions(parent)[1].startswith("Baby’s right leg")


def test_what_is_said_with_the_breath_and_the_asking_is_seen_while_it_is_said(
    parent: Parent,
) -> None:
    parent.program.ready.begin("first-touch")
    parent.press(Key.Key_Space)
    parent.wait(1)
    assert "Drop your shoulders. Breathe in through your nose" in parent.words()
    parent.wait(20)
    assert "Drop your shoulders. Breathe in" not in parent.words()

    parent.press(Key.Key_Space)
    parent.wait(2)
    assert parent.screen == "ask" and "Shall we ask your baby first?" in parent.words()
    parent.wait(4)
    assert "Then open both hands beside" in parent.words()
    parent.wait(30)
    assert "Looking at you" in parent.words() and "chime" not in parent.words()

    choose(parent, captions=False)
    parent.press(Key.Key_Space)
    parent.wait(2)
    assert captions(parent) == []


def test_a_parent_who_rests_for_the_baby_sees_the_kind_words_too(parent: Parent) -> None:
    parent.begin_massage()
    parent.press(Key.Key_Space)
    first, second, *_ = StandingWords().praise
    assert first in parent.words()
    parent.press(Key.Key_Space)
    choose(parent, captions=False)
    parent.press(Key.Key_Space)
    assert "So do you, perhaps. No hurry." in parent.words()
    parent.program.sound.availability_changed.emit(False)
    assert SILENT in parent.words() and second in parent.words()
