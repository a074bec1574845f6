"""The places: windows in which a person says where a file goes, or which one is meant."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from massage_guide.widgets.theme import themed

_WIDE, _HIGH = 980, 620
"""Of the design window: columns of names and days are to be read."""


def place_to_save(asking: QWidget, title: str, name: str, kinds: str = "") -> str:
    """Where a file is to be written; empty when they would rather not."""
    dialog = place_window(asking, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(name)
    return _asked(dialog)


def place_to_open(asking: QWidget, title: str, kinds: str = "") -> str:
    """Which file is meant; empty when they would rather not."""
    dialog = place_window(asking, title, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _asked(dialog)


def folder_to_use(asking: QWidget, title: str) -> str:
    """Which folder is meant; empty when they would rather not."""
    dialog = place_window(asking, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _asked(dialog)


def place_window(asking: QWidget, title: str, kinds: str = "") -> QFileDialog:
    """The window, in the person's documents; where it is Qt's own it wears the theme wholly."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    # a new account may have no such folder yet
    there = folder if folder.is_dir() else Path.home()
    dialog = QFileDialog(asking, title, str(there), kinds)
    theme = themed(asking)
    dialog.resize(theme.px(_WIDE), theme.px(_HIGH))
    return dialog


def _asked(dialog: QFileDialog) -> str:
    chosen = dialog.exec() == QFileDialog.DialogCode.Accepted
    places = dialog.selectedFiles() if chosen else []
    dialog.deleteLater()
    return places[0] if places else ""
