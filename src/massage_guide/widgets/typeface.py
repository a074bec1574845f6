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
    files = sorted((assets_dir() / "fonts").glob("*.ttf"))
    if all([QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files]) and files:
        font = QFont(QApplication.font())
        font.setFamilies([FAMILY])
        QApplication.setFont(font)
