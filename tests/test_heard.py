"""The whole program, heard: shipped words, chimes and a bed, on a tape in place of a device."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from massage_guide.playback.samples import frames
from tests.doubles_sound import Tape
from tests.parent import Key, Parent, Starting


def louder(tape: Tape, seconds: float) -> float:
    """The loudest of the last seconds."""
    return float(np.abs(tape.heard()[-frames(seconds) :]).max())


def a_while(parent: Parent, qtbot: QtBot, happens: Callable[[], bool]) -> None:
    """Time passes in small steps until it happens; files are read beside the window."""

    def passed() -> bool:
        parent.wait(0.05)
        return happens()

    qtbot.waitUntil(passed, timeout=20_000)


def test_a_massage_is_heard_rests_is_muted_and_ends(at_home: Starting, qtbot: QtBot) -> None:
    parent = at_home()
    tapes: list[Tape] = []
    said: list[str] = []

    def taped(*made_of: object) -> Tape:
        tapes.append(Tape(*made_of))  # type: ignore[arg-type]
        return tapes[0]

    parent.program.sound.caption.connect(said.append)
    parent.program.open_sound(taped)
    [tape] = tapes
    parent.begin_massage("two-minutes-peace")
    assert tape.running and said == ["chime: we begin"]
    a_while(parent, qtbot, lambda: louder(tape, 0.5) > 0.05)

    looks = parent.program.looks
    looks.change(replace(looks.settings, muted=True))
    parent.wait(1.0)
    assert louder(tape, 0.5) == 0.0
    looks.change(replace(looks.settings, muted=False, bed="rain"))
    a_while(parent, qtbot, lambda: louder(tape, 0.1) > 0.005)

    parent.press(Key.Key_F1)
    parent.wait(1.0)
    assert louder(tape, 0.5) == 0.0
    parent.press(Key.Key_F1)
    parent.wait(1.0)
    assert louder(tape, 0.5) > 0.005

    parent.press(Key.Key_E, Key.Key_E)
    parent.wait(6.0)
    assert parent.screen == "enough" and louder(tape, 1.0) == 0.0
    parent.close()
    assert not tape.running
