"""The cast: which voices are shipped, and how each is rendered."""

from __future__ import annotations

from dataclasses import dataclass

from massage_guide.domain.speech import Maker
from massage_guide.playback.prompt import SHAPE


@dataclass(frozen=True, slots=True)
class Player:
    """One shipped voice."""

    maker: Maker
    edges: float
    """Speed of the silence around a sentence, and of its last sound."""
    british: bool
    style_sha256: str
    """Of the voice's own table, as it lies in the npm package kokoro-js."""

    @property
    def name(self) -> str:
        """What the voice and its folder are called."""
        return self.maker.voice


def _kokoro(voice: str, speed: float, edges: float) -> Maker:
    version = f"1.0-int8+hibari-0.2.1+{SHAPE}"
    if edges != speed:
        version += f"+edges-{edges:g}"
    return Maker("kokoro-82m", version, voice, speed)


def _player(voice: str, speed: float, edges: float, *, british: bool, style: str) -> Player:
    return Player(_kokoro(voice, speed, edges), edges, british, style)


CAST = (
    _player(
        "bf_emma",
        speed=0.78,
        # slower than this, Emma hums before her sentences and after them
        edges=1.4,
        british=True,
        style="669fe0647f9dd04fcab92f1439a40eeb4c8b4ab1f82e4996fe3d918ce4a63b73",
    ),
    _player(
        "af_heart",
        speed=0.8,
        edges=0.8,
        british=False,
        style="d583ccff3cdca2f7fae535cb998ac07e9fcb90f09737b9a41fa2734ec44a8f0b",
    ),
)
KOKORO_JS = "1.2.1"
"""Version of the npm package whose voices these are."""
