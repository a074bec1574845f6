"""The cue card: words that grow, and a hint where more of them lies below."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest

from massage_guide.widgets.theme import Theme
from massage_guide.widgets.words import Words
from tests.doubles import FakeClock
from tests.windows.scenes import cue_card

Show = Callable[..., Any]


def test_the_cue_card_grows_with_the_words_and_says_that_more_follows(
    show: Show, clock: FakeClock
) -> None:
    tall = []
    for percent in (100, 150):
        card = show(cue_card(clock), Theme(text_percent=percent), QSize(1280, 720))
        line = next(words for words in card.findChildren(Words) if "Bright eyes" in words.text())
        tall.append(line.font().pixelSize())
        more, bar = card._scroller._more, card._scroller.verticalScrollBar()
        assert more.isVisible() == (bar.maximum() > 0)
        while bar.value() < bar.maximum():
            at = bar.value()
            QTest.mouseClick(more, Qt.MouseButton.LeftButton)
            assert bar.value() > at
        assert more.isHidden(), "nothing more follows"
    assert tall[1] == pytest.approx(1.5 * tall[0], abs=1)
