"""Skin tones: ten for the baby and ten for the hands, each with all the colours it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MONK = (
    "#f6ede4",
    "#f3e7db",
    "#f7ead0",
    "#eadaba",
    "#d7bd96",
    "#a07e56",
    "#825c43",
    "#604134",
    "#3a312a",
    "#292420",
)
"""The ten shades of the Monk Skin Tone scale, lightest first; each tone is one of them, alive."""


@dataclass(frozen=True, slots=True)
class BabyTone:
    """The colours of the baby, as #rrggbb."""

    light: str
    """Where light falls on the skin."""
    base: str
    shade: str
    """Where the skin turns away."""
    line: str
    """Outlines and folds."""
    blush: str
    """Cheeks, knees and heels."""
    lip: str
    lip_light: str
    lip_line: str
    mouth: str
    """Inside a smile."""
    deep: str
    """Lashes, nostrils, and the dark where one part lies on another."""
    hair: str
    """Hair and brows."""
    hair_light: str
    eye: str
    """The white of the eye, quieter on dark skin."""

    def swaps(self) -> Mapping[str, str]:
        """Each colour that drawings use for a baby, and what this tone makes of it."""
        return {drawn: getattr(self, name) for drawn, name in _BABY_DRAWN.items()}


@dataclass(frozen=True, slots=True)
class HandTone:
    """The colours of the parent, as #rrggbb."""

    light: str
    base: str
    shade: str
    line: str
    nail: str
    lip: str
    """Lips and cheeks."""
    lip_line: str
    hair: str
    hair_light: str
    hair_dark: str
    """The lines in the hair, brows and lashes."""

    def swaps(self) -> Mapping[str, str]:
        """Each colour that drawings use for an adult, and what this tone makes of it."""
        return {drawn: getattr(self, name) for drawn, name in _HAND_DRAWN.items()}


@dataclass(frozen=True, slots=True)
class Tones:
    """Whom the pictures show; without tones, they are as they were drawn."""

    baby: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Colours of the drawn baby and what stands in for them, as hex strings."""
    hands: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """The same of the hands, and of the adult who holds the baby."""
    palms: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What is different on the baby's soles and palms."""
    hair: bool = True
    """Whether the baby has hair yet."""


def tones(baby: int, hands: int, *, hair: bool = True) -> Tones:
    """The tones of these numbers, 1 (lightest) to 10."""
    skin, parent = BABY_TONES[baby - 1], HAND_TONES[hands - 1]
    return Tones(skin.swaps(), parent.swaps(), _PALMS[baby - 1], hair)


_BABY_DRAWN = {
    "#f9dcc4": "light",
    "#fff4e8": "light",
    "#f1c3a0": "base",
    "#dea27c": "shade",
    "#b9795a": "line",
    "#ee9d8c": "blush",
    "#ec9489": "lip",
    "#ef9c90": "lip",
    "#f3b5a6": "lip_light",
    "#f6cdbb": "lip_light",
    "#b1574f": "lip_line",
    "#b35a50": "lip_line",
    "#a8483f": "mouth",
    "#5b4030": "deep",
    "#5e3d2c": "deep",
    "#4b342a": "deep",
    "#6d3f2c": "deep",
    "#7a5238": "hair",
    "#a57a55": "hair_light",
    "#fffaf3": "eye",
}
"""What the colours of the baby's drawings stand for."""

_HAND_DRAWN = {
    "#dfae8a": "light",
    "#c98f68": "base",
    "#a76f4b": "shade",
    "#7d4e33": "line",
    "#f0cdb8": "nail",
    "#c8634f": "lip",
    "#9c5143": "lip_line",
    "#5b3f2e": "hair",
    "#6a4730": "hair",
    "#80604a": "hair_light",
    "#a98467": "hair_light",
    "#3d2a20": "hair_dark",
    "#3f2a1e": "hair_dark",
}
"""What the colours of the adult's drawings stand for."""


def _row(words: str) -> tuple[str, ...]:
    return tuple(f"#{word}" for word in words.split())


#   light  base   shade  line   blush  lip    l_ligh l_line mouth  deep   hair   h_ligh eye
_BABY_ROWS = """
    feeee4 f7ded0 eec0ab c68872 f6aca4 e8938d f7b6a8 ac605c aa574e 6b4636 a87b4f c9a072 fffaf3
    f9e7d9 f4d5c0 e7b69a bf8065 f1a59b e38e87 f1b0a2 a95d58 a8564c 664231 926440 b58a5f fffaf3
    fbe8d0 f4d6b4 e6b78d bf865a f0a596 e38e84 efb09f a95d55 a9574d 62402d 7a5238 a57a55 fffaf3
    f5ddc0 ecc79e d9a778 b47d53 e99b88 dc887c e7a996 a35a50 a5544b 5b3a28 664430 8f694c fffaf3
    e8c6a2 dcaf84 c58e61 9f6945 d78b77 cd7f72 d89d8b 965448 995047 4f3123 543729 7a5643 fdf6ec
    ca9b71 b8845a 9e653e 7c472a b9705c b56f62 c08c7a 7b4438 7f4039 3f2418 402a21 644638 f8efe3
    ae7b58 966344 7d482e 5d2f1f 995649 a06156 ab7b6c 62362c 66342e 321b12 32211b 543a31 f2e8db
    8f634b 734a37 5c3426 3e2019 7a4037 895249 936a5e 482720 4d2723 241108 261915 46312a ebe0d2
    795340 5b3a2c 46291f 2c1611 623029 784840 825e53 341b15 391c19 180b07 1b120f 3a2923 e4d8ca
    6b4937 4b3023 382018 220e0a 522620 6e433b 77574c 28130d 2d1512 110705 150e0c 322520 dfd2c4
"""
BABY_TONES = tuple(BabyTone(*_row(line)) for line in _BABY_ROWS.split("\n") if line.strip())
"""From tone 1, the lightest, to tone 10."""

#   light  base   shade  blush
_PALM_ROWS = """
    feeee4 f7ded0 eec0ab f6aca4
    f9e7d9 f4d5c0 e7b69a f1a59b
    fbe8d0 f4d6b4 e6b78d f0a596
    f5ddc0 ecc79e d9a778 e99b88
    f3c593 e0b389 cb976f f39f8d
    dca87f c99775 b37c5d d78674
    c59374 b2826a 9c6853 bd7464
    b08066 9e705b 885745 a86253
    a2745b 906551 7b4c3b 995749
    966a51 835a47 6f4231 8d4d3f
"""
_PALMS = tuple(
    dict(zip(("#f9dcc4", "#f1c3a0", "#dea27c", "#ee9d8c"), _row(line), strict=True))
    for line in _PALM_ROWS.split("\n")
    if line.strip()
)
"""Soles and palms of the baby, which stay light on the darkest of skins."""

#   light  base   shade  line   nail   lip    l_line hair   h_ligh h_dark
_HAND_ROWS = """
    fde9dc f3d6c5 e5b59e ab725a f7d3cc d98074 ad5f55 7a5638 a07c58 54391f
    f8e0cd efccb4 ddaa8c a66b4d f3cec6 d37a6c a65a4d 6a4730 94704f 49301f
    f9e1c3 eecda7 daac7e a36f3f f5d0c6 cf7763 a2574a 5b3f2e 80604a 3d2a20
    f2d4ae e4bd90 cb9a69 9a6737 efc8ba c56b58 98503f 523829 775642 36241b
    e6be92 d4a576 b88252 8a572e e5bbaa b96452 8c4a3c 46302a 6a4e42 2e1f1a
    ca9668 b47d4f 955c32 6d3c1c d5a792 a45a4a 743a2e 36261f 58433a 221713
    ab7550 935d3b 764125 522612 bd8b76 8c4a40 5c2a22 2c1f1a 4d3a32 1a110e
    8b5b41 724530 582f1e 37180f a27361 71403a 401a16 201714 41312b 100a08
    734a35 5a3625 432418 28100a 906352 5c3431 2c0f0d 181110 3a2c27 0b0706
    633f2b 4b2c1d 371c11 1e0b06 805747 54302d 240c0b 130e0d 362a26 080504
"""
HAND_TONES = tuple(HandTone(*_row(line)) for line in _HAND_ROWS.split("\n") if line.strip())
"""From tone 1, the lightest, to tone 10."""
