"""Places: the windows in which a person says where a file goes can be read in every palette."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QStandardPaths
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from massage_guide.stage.palette import PALETTES
from massage_guide.widgets.places import place_window
from massage_guide.widgets.theme import Theme
from massage_guide.windows.main_window import MainWindow


def light(colour: QColor) -> float:
    return 0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF()


def test_a_window_for_files_is_as_dark_or_light_as_the_page(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    for palette in PALETTES.values():
        window = MainWindow(Theme(palette))
        qtbot.addWidget(window)
        dialog = place_window(window, "A copy of your notes")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        assert dialog.directory().absolutePath() == str(tmp_path), "in the person's documents"
        picture = dialog.grab().toImage()
        buttons = [part for part in dialog.findChildren(QPushButton) if part.width() > 30]
        assert buttons
        # the page, the list of files, and each button beside its word
        grounds = [QPoint(3, 3), dialog.rect().center()]
        grounds += [button.mapTo(dialog, QPoint(5, 5)) for button in buttons]
        for ground in grounds:
            painted = light(picture.pixelColor(ground))
            assert abs(light(QColor(palette.ink)) - painted) > 0.4, (palette.name, ground)
