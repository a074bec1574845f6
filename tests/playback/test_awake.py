"""The display stays awake during a massage and has its own rules back afterwards."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

pytest.importorskip("jeepney", reason="a message bus is a matter of Linux")

from massage_guide.playback.awake import Awake
from tests.doubles_dbus import SCREEN_SAVER, SESSION_MANAGER, Desktop, private_bus

Offer = Callable[..., Desktop]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def offer(bus: str) -> Iterator[Offer]:
    """Put desktops on the bus."""
    offered: list[Desktop] = []

    def put(service: tuple[str, str] = SCREEN_SAVER, *, silent: bool = False) -> Desktop:
        offered.append(Desktop(bus, *service, silent=silent))
        return offered[-1]

    yield put
    for desktop in offered:
        desktop.close()


@pytest.fixture
def awake(qtbot: QtBot) -> Iterator[Awake]:
    one = Awake()
    yield one
    one.close()


@pytest.mark.parametrize("service", [SCREEN_SAVER, SESSION_MANAGER])
def test_the_display_stays_on_during_and_not_after(
    offer: Offer, awake: Awake, qtbot: QtBot, service: tuple[str, str]
) -> None:
    desktop = offer(service)
    with qtbot.waitSignal(awake.changed, timeout=20_000):
        awake.hold()
    assert desktop.next_happening() == "held"
    assert (desktop.kept_on, awake.held, awake.reason) == (True, True, None)
    awake.release()
    assert desktop.next_happening() == "given back"
    assert (desktop.kept_on, awake.held) == (False, False)


def test_asking_twice_is_asking_once(offer: Offer, awake: Awake) -> None:
    desktop = offer()
    awake.hold()
    awake.hold()
    assert desktop.next_happening() == "held"
    awake.release()
    awake.release()
    assert desktop.next_happening() == "given back"
    assert desktop.happened.empty()


def test_one_massage_after_another(offer: Offer, awake: Awake) -> None:
    desktop = offer()
    for _massage in range(3):
        awake.hold()
        assert desktop.next_happening() == "held"
        awake.close()
        assert desktop.next_happening() == "given back"
    assert not desktop.kept_on


def test_giving_back_before_the_desktop_has_answered(offer: Offer, awake: Awake) -> None:
    desktop = offer()
    awake.hold()
    awake.close(20_000)
    assert [desktop.next_happening(), desktop.next_happening()] == ["held", "given back"]


CHILD = """
import sys
from PySide6.QtCore import QCoreApplication
from massage_guide.playback.awake import Awake

application = QCoreApplication(sys.argv)
awake = Awake()
awake.hold()
sys.stdin.read()
awake.close()
"""


@contextmanager
def a_program_that_holds(desktop: Desktop) -> Iterator[subprocess.Popen[bytes]]:
    """Another copy, alone in its process group, with a massage going on."""
    command = [sys.executable, "-c", CHILD]
    with subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True) as child:
        assert desktop.next_happening() == "held"
        assert desktop.kept_on
        yield child


def test_a_killed_program_gives_the_display_back(offer: Offer) -> None:
    desktop = offer()
    with a_program_that_holds(desktop) as child:
        child.kill()
        assert desktop.next_happening() == "given back"
    assert not desktop.kept_on


def test_so_does_one_that_is_killed_with_all_that_belongs_to_it(offer: Offer) -> None:
    desktop = offer()
    with a_program_that_holds(desktop) as child:
        os.killpg(child.pid, signal.SIGKILL)
        # The bus itself tells the desktop that the name has gone.
        assert desktop.next_happening() == "gone"
    assert not desktop.kept_on


def test_a_program_that_simply_ends_gives_it_back_too(offer: Offer) -> None:
    desktop = offer()
    with a_program_that_holds(desktop) as child:
        assert child.stdin is not None
        child.stdin.close()
        assert desktop.next_happening() == "given back"
    assert (child.returncode, desktop.kept_on) == (0, False)


def test_a_desktop_that_cannot_is_told_apart(bus: str, awake: Awake, qtbot: QtBot) -> None:
    with qtbot.waitSignal(awake.changed, timeout=20_000):
        awake.hold()
    assert not awake.held
    assert awake.reason
    awake.release()
    assert awake.reason is None


def test_no_desktop_at_all_is_no_harm(
    awake: Awake, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    with qtbot.waitSignal(awake.changed, timeout=20_000):
        awake.hold()
    assert not awake.held
    assert awake.reason


def test_a_desktop_that_never_answers_does_not_hold_up_the_window(
    offer: Offer, awake: Awake
) -> None:
    desktop = offer(silent=True)
    before = time.perf_counter()
    awake.hold()
    awake.release()
    took = time.perf_counter() - before
    assert desktop.next_happening() == "asked"
    assert took < 0.03
    desktop.close()
    awake.close(20_000)


def test_a_keeper_that_cannot_start_is_no_harm(
    awake: Awake, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with qtbot.waitSignal(awake.changed, timeout=20_000):
        awake.hold()
    assert not awake.held
    assert awake.reason
    awake.release()


def test_a_keeper_that_dies_is_noticed(offer: Offer, awake: Awake, qtbot: QtBot) -> None:
    desktop = offer()
    with qtbot.waitSignal(awake.changed, timeout=20_000):
        awake.hold()
    assert awake._keeper is not None
    with qtbot.waitSignal(awake.changed, timeout=20_000):
        awake._keeper.kill()
    assert [desktop.next_happening(), desktop.next_happening()] == ["held", "gone"]
    assert not awake.held
    assert awake.reason
