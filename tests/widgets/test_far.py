"""Words on a projector, which are read from across the room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from massage_guide.domain.settings import Settings, TextSize
from massage_guide.domain.settings import Theme as Light
from massage_guide.widgets.telling import Telling
from massage_guide.widgets.theme import Role, chosen, wear
from tests.doubles import a_massage


def test_words_are_larger_on_a_projector_and_those_of_the_stroke_most_of_all(qtbot: QtBot) -> None:
    near, far = chosen(Settings()), chosen(Settings(theme=Light.PROJECTOR))
    assert far.text_px(Role.BODY) >= 1.2 * near.text_px(Role.BODY)
    largest = chosen(Settings(theme=Light.PROJECTOR, text_size=TextSize.LARGEST))
    assert largest.text_percent == 150, "no larger than pages are made for"
    wall = QWidget()
    qtbot.addWidget(wall)
    told = Telling(wall)
    tall = []
    timeline = a_massage("gliding")
    for theme in (near, far):
        wear(wall, theme)
        wall.resize(1280, 720)
        told.show_moment(timeline.at(timeline.length - 1.0))
        told.place(QRect(0, 0, 1280, 720), 720)
        name, line = told.title.lines[:2]
        tall.append((name.font(theme, 1.0).pixelSize(), line.font(theme, 1.0).pixelSize()))
    assert tall[1][0] >= 1.3 * tall[0][0] and tall[1][1] >= 1.3 * tall[0][1]


def test_less_moves_when_the_whole_computer_asks_for_it(qapp: QApplication) -> None:
    desktop = qapp.styleHints()
    hints = desktop.accessibility()
    hints.setProperty("motionPreference", "ReducedMotion")
    if hints.property("motionPreference") != "ReducedMotion":
        pytest.skip("this Qt asks the desktop itself")
    assert chosen(Settings()).reduced_motion
    hints.setProperty("motionPreference", None)
    assert not chosen(Settings()).reduced_motion
