"""The typeface: the shipped letters that every screen is set in, the same on every computer."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from massage_guide.files.paths import assets_dir

FAMILY = "Nunito"


def use_typeface() -> None:
    """Set the program in its own typeface; letters it lacks come from the computer's fonts.

    Where the files cannot be read, the computer's own typeface stays.
    """
    if QApplication.font().family() == FAMILY:
        return
    for file in sorted((assets_dir() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    if FAMILY in QFontDatabase.families():
        font = QFont(QApplication.font())
        font.setFamilies([FAMILY])
        QApplication.setFont(font)
