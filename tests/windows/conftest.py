"""What tests of windows share: a clock, and pages that are shown and put away again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.playback.player import Player
from massage_guide.stage.view import StageView
from massage_guide.widgets.theme import Theme, sized, wear
from massage_guide.windows.guide import Guide
from tests.doubles import FakeClock, a_massage
from tests.windows.oily_hands import Heard

Page = TypeVar("Page", bound=QWidget)
Show = Callable[[Page], Page]


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def show(qtbot: QtBot, clock: FakeClock) -> Callable[..., QWidget]:
    """Show a page, dressed and settled."""

    def show_it(page: Page, theme: Theme | None = None, size: QSize | None = None) -> Page:
        window = size or QSize(1280, 720)
        qtbot.addWidget(page)
        wear(page, sized(theme or Theme(), window))
        page.resize(window)
        page.show()
        for _ in range(3):
            QApplication.processEvents()
        clock.pass_by(1.0)
        return page

    return show_it


@pytest.fixture
def guide(show: Callable[..., QWidget], clock: FakeClock) -> Guide:
    guide = Guide(StageView(), clock)
    show(guide)
    guide.show_state("playing")
    return guide


@pytest.fixture
def heard(guide: Guide) -> Heard:
    return Heard(guide)


@pytest.fixture
def massage(guide: Guide, clock: FakeClock) -> Player:
    """A player whose massage the guide shows, wired as the program wires them."""
    player = Player(clock, clock.wall, guide)

    def show_state(state: str) -> None:
        guide.show_state(state, player.rest_reason)

    player.moment_changed.connect(guide.show_moment)
    player.cue_due.connect(guide.show_cue)
    player.state_changed.connect(show_state)
    guide.rest_toggled.connect(player.toggle)
    guide.next_requested.connect(player.next)
    guide.rest.go_on.connect(player.start)
    player.load(a_massage("resting", "legs:each", "rest:6", "gliding"))
    player.start()
    return player
