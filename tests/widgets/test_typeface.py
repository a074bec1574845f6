"""The shipped letters: what a parent reads is set in them, on every computer."""

from __future__ import annotations

import tomllib

from PySide6.QtGui import QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

from massage_guide.files.paths import assets_dir
from massage_guide.widgets.theme import Role, Theme

BESIDE = set("\n→←↑↓✓")
"""Signs that come from the computer's own letters."""


def test_every_page_is_set_in_the_shipped_letters(qapp: QApplication) -> None:
    for role in Role:
        for strong in (False, True):
            font = Theme().font(role, strong)
            assert QFontInfo(font).family() == "Nunito"
            assert QFontInfo(font).weight() == font.weight(), "drawn, not thickened"


def test_every_letter_of_the_shipped_words_is_there(qapp: QApplication) -> None:
    letters = QRawFont.fromFont(Theme().font(Role.BODY))
    for file in assets_dir().rglob("*.toml"):
        if file.name == "pronunciation.toml":
            continue  # what a voice says is nowhere shown
        words = str(tomllib.loads(file.read_text(encoding="utf-8")))
        lacking = {letter for letter in words if not letters.supportsCharacter(ord(letter))}
        assert lacking <= BESIDE, file.name
