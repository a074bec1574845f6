"""What tests of windows share: a clock, and pages that are shown and put away again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.widgets.theme import Theme, sized, wear
from tests.doubles import FakeClock

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
