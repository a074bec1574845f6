"""The front: the window and Home, which are seen before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QIcon

from massage_guide.files.paths import DataDir, assets_dir
from massage_guide.files.settings_file import SettingsFile
from massage_guide.widgets.theme import chosen
from massage_guide.widgets.typeface import use_typeface
from massage_guide.windows.home import Home
from massage_guide.windows.main_window import MainWindow


class Front:
    """What a parent sees at once; `Program` furnishes the rest around it."""

    def __init__(self, clock: Callable[[], float], today: date, data: DataDir) -> None:
        self.data = data
        self.settings_file = SettingsFile(data.settings)
        use_typeface()
        read = self.settings_file.read(today)
        self.settings = read.settings
        self.window = MainWindow(chosen(read.settings), QIcon(str(assets_dir() / "icon.svg")))
        self.home = Home(clock)
        self.window.add_screen("home", self.home)
        self.window.show_screen("home")
        for sentence in read.told:
            self.window.show_notice(sentence)
