"""Settings: what a person chose, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from massage_guide.domain.talk import Talk


class Theme(StrEnum):
    """The colours of the whole program."""

    LIGHT = "light"
    EVENING = "evening"
    PROJECTOR = "projector"


class TextSize(StrEnum):
    """How large words are."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"

    @property
    def factor(self) -> float:
        """How many times the usual size."""
        return {TextSize.NORMAL: 1.0, TextSize.LARGE: 1.25, TextSize.LARGEST: 1.5}[self]


class Paper(StrEnum):
    """The paper that pages are printed on."""

    AS_HERE = ""
    """What is usual in the country that the computer is set to."""
    A4 = "a4"
    LETTER = "letter"


TONES = range(1, 11)
"""The skin tones of pictures, from the lightest; the ten of the Monk Skin Tone scale."""
VOLUMES = range(101)
"""How loud something is, from silent to as loud as it goes."""
SOUND_OFFSETS = range(-100, 501)
"""Milliseconds by which sound may be sent ahead."""
SILENCES = range(601)
"""Seconds of silence after which something may be said."""
LEARNING_WEEKS = range(53)
"""The weeks of a course that may be open; 0 shows every stroke."""
CLASS_WEEKS = range(1, 31)
"""Weeks of a course."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice, with what holds until it is made."""

    theme: Theme = Theme.LIGHT
    text_size: TextSize = TextSize.NORMAL
    left_handed: bool = False
    """Swaps which hand does which job, and leaves every path alone [domain.md 1.1]."""
    reduced_motion: bool = False
    captions: bool = True
    country: str = ""
    """Code of the country whose help lines are shown, such as UK; empty when not chosen."""
    baby: str = ""
    """Uuid of the baby chosen last; empty for none."""
    baby_tone: int = 5
    """Skin of the drawn baby, one of TONES."""
    hand_tone: int = 6
    """Skin of the drawn hands, one of TONES."""
    hair: bool = True
    """Whether the drawn baby has hair."""
    welcome_seen: bool = False
    voice: str = "bf_emma"
    """Name of the voice that speaks."""
    talk: Talk = Talk.FULL
    bed: str = ""
    """Name of the shipped sound that lies beneath; empty for none."""
    own_music: str = ""
    """Path of a file or folder that is played in place of a bed; empty for none."""
    voice_volume: int = 100
    """One of VOLUMES, as are the next two."""
    chime_volume: int = 80
    bed_volume: int = 60
    night_volume: bool = False
    """Whether everything is softer, whatever the volumes say."""
    muted: bool = False
    sound_offset_ms: int = 0
    """By how much sound is sent ahead, one of SOUND_OFFSETS; for what plays it late."""
    output_device: str = ""
    """Name of what plays the sound; empty for the one that the system chooses."""
    longest_silence: int = 0
    """Seconds after which something is said, one of SILENCES; 0 lets silence be."""
    times_aside: tuple[str, ...] = ()
    """The parts of the week that suit, as `domain/times.py` keeps them."""
    times_begin: tuple[str, ...] = ()
    """When a part of the day begins, where that is not the usual."""
    calendar_names_baby: bool = False
    """Whether a calendar file says whose time it is; calendars are often shared."""
    calendar_family: str = ""
    """Tells this family's events from others' in a calendar; made when first needed."""
    calendar_parts: tuple[str, ...] = ()
    """The parts of the day that a calendar may know from an earlier file."""
    learning_week: int = 1
    """The week of the course that was opened last, one of LEARNING_WEEKS; 0 for every stroke."""
    class_course: str = "five-week"
    """Id of the course that is taught."""
    class_week: int = 1
    """The week that comes next, one of CLASS_WEEKS."""
    class_place: str = ""
    """Course, week and item of a class that was left before its end; empty for none."""
    class_register: str = ""
    """Uuid of the class in the register that is taught; empty for none."""
    class_turned: bool = False
    """Whether the class sees the picture turned half round."""
    class_screen: str = ""
    """Name and size of the screen that the class looks at; empty until one is chosen."""
    class_keys: str = ""
    """Keys of a class that differ from the usual, a wish a line."""
    paper: Paper = Paper.AS_HERE
    offers_people: bool = True
    """Whether people who help may be offered after several heavy days."""
    people_offered: str = ""
    """The day on which that was done last, such as 2026-11-22; empty for never."""
    instructor: str = ""
    """Whose name stands on hand-outs."""
    logo: str = ""
    """Path of the picture that stands beside it; empty for none."""
