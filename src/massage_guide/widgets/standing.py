"""The standing: what is different from the usual just now, as badges say it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from massage_guide.domain.settledness import Settledness
from massage_guide.widgets.badges import Badge


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that a badge may be about."""

    enough: bool = False
    """Whether one more E ends the massage."""
    noted: Settledness | None = None
    """What was rated a moment ago."""
    resting: bool = False
    hold: bool = False
    pace: float = 1.0
    silent: bool = False
    """Whether nothing here plays sound."""
    muted: bool = False
    dim: bool = False

    def badges(self) -> tuple[Badge, ...]:
        """The badges, those that answer a press first."""
        said = (
            (self.enough, _words("E again for enough"), True),
            (self.noted is not None, self._noted_words(), True),
            (self.resting, _words("Resting"), False),
            (self.hold, _words("Staying with this stroke"), False),
            (self.pace != 1.0, self._pace_words(), False),
            (bool(self.sound_words()), self.sound_words(), False),
            (self.dim, _words("Dimmed. N for light"), False),
        )
        return tuple(Badge(text, warm) for on, text, warm in said if on)

    def sound_words(self) -> str:
        """Why nothing is heard; empty when something is."""
        if self.silent:
            return _words("No sound, captions on")
        return _words("Muted. M for sound") if self.muted else ""

    def _noted_words(self) -> str:
        if self.noted is None:
            return ""
        label = QCoreApplication.translate("Settledness", self.noted.label)
        return _words("Noted: {0}").format(label.lower())

    def _pace_words(self) -> str:
        words = _words("Slower, ×{0}") if self.pace < 1.0 else _words("Quicker, ×{0}")
        return words.format(f"{self.pace:g}")


def _words(text: str) -> str:
    return QCoreApplication.translate("Standing", text)
