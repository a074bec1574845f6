"""The front: the window and Home, which are seen before anything heavy is loaded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QIcon

from massage_guide.domain.times import Times, next_line
from massage_guide.files.paths import DataDir, assets_dir
from massage_guide.files.settings_file import SettingsFile
from massage_guide.widgets.theme import chosen
from massage_guide.widgets.typeface import use_typeface
from massage_guide.windows.home import Home
from massage_guide.windows.main_window import MainWindow


class Front:
    """What a parent sees at once; `Program` furnishes the rest around it."""

    def __init__(self, clock: Callable[[], float], now: datetime, data: DataDir) -> None:
        self.data = data
        self.settings_file = SettingsFile(data.settings)
        use_typeface()
        read = self.settings_file.read(now.date())
        self.settings = read.settings
        self.window = MainWindow(chosen(read.settings), QIcon(str(assets_dir() / "icon.svg")))
        self.home = Home(clock)
        own = read.settings
        # known at once, so that nothing moves when it is told again
        self.home.show_aside(next_line(Times.from_words(own.times_aside, own.times_begin), now))
        self.window.add_screen("home", self.home)
        self.window.show_screen("home")
        for sentence in read.told:
            self.window.show_notice(sentence)
