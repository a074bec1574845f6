"""The settings file: what differs from the usual, healed where it is wrong."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from massage_guide.domain.settings import (
    CLASS_WEEKS,
    LEARNING_WEEKS,
    SILENCES,
    SOUND_OFFSETS,
    TONES,
    VOLUMES,
    Settings,
)
from massage_guide.domain.times import is_aside, is_begin, is_part
from massage_guide.files.atomic import set_aside, write_text

_HEADING = "Choices that differ from the usual. Massage Guide writes here, and keeps your comments."
_MOST_BYTES = 100_000
_RANGES = {
    "baby_tone": TONES,
    "hand_tone": TONES,
    "voice_volume": VOLUMES,
    "chime_volume": VOLUMES,
    "bed_volume": VOLUMES,
    "sound_offset_ms": SOUND_OFFSETS,
    "longest_silence": SILENCES,
    "learning_week": LEARNING_WEEKS,
    "class_week": CLASS_WEEKS,
}
"""The numbers that some settings may have."""
_LISTS: dict[str, Callable[[str], bool]] = {
    "times_aside": is_aside,
    "times_begin": is_begin,
    "calendar_parts": is_part,
}
"""The settings that are lists, with what tells whether a word of them is understood."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """The settings, and what the person should be told about the file."""

    settings: Settings
    told: tuple[str, ...] = ()
    """Plain sentences; empty when all was well."""


class SettingsFile:
    """One settings file on disk."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, today: date) -> ReadSettings:
        """The settings; a wrong value is as usual, a broken file is set aside."""
        try:
            data = self._data()
        except FileNotFoundError:
            return ReadSettings(Settings())
        except OSError as error:
            reason = error.strerror or str(error)
            return ReadSettings(Settings(), (f"Your settings could not be read: {reason}.",))
        except (ValueError, RecursionError):
            return ReadSettings(Settings(), (self._set_aside(today),))
        return _healed(data)

    def write(self, settings: Settings) -> None:
        """Save what differs from the usual; raises CannotSaveError."""
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        try:
            document = tomlkit.parse(self._path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, TOMLKitError):
            document = tomlkit.document()
            document.add(tomlkit.comment(_HEADING))
        usual = asdict(Settings())
        for name, value in asdict(settings).items():
            if value != usual[name]:
                document[name] = _written(value)
            elif name in document:
                del document[name]
        text = tomlkit.dumps(document)
        if text != self._text_now():
            write_text(self._path, text)

    def _text_now(self) -> str | None:
        try:
            return self._path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None

    def _data(self) -> dict[str, Any]:
        raw = self._path.read_bytes()
        if len(raw) > _MOST_BYTES:
            raise ValueError("too large")
        return tomllib.loads(raw.decode("utf-8-sig"))

    def _set_aside(self, today: date) -> str:
        aside = set_aside(self._path, today)
        kept = f" It is kept as {aside.name}." if aside else ""
        return f"Your settings could not be read, so the usual ones are used.{kept}"


def _healed(data: Mapping[str, Any]) -> ReadSettings:
    usual = Settings()
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for field in fields(Settings):
        if field.name not in data:
            continue
        if field.name in _LISTS:
            values[field.name], whole = _words(data[field.name], _LISTS[field.name])
            wrong += [] if whole else [field.name.replace("_", " ")]
            continue
        value = _value(data[field.name], getattr(usual, field.name))
        if value is None or value not in _RANGES.get(field.name, (value,)):
            wrong.append(field.name.replace("_", " "))
        else:
            values[field.name] = value
    told = (f"Not understood in your settings, so as usual: {', '.join(wrong)}.",) if wrong else ()
    return ReadSettings(Settings(**values), told)


def _written(value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    return value.value if isinstance(value, Enum) else value


def _words(given: object, is_known: Callable[[str], bool]) -> tuple[tuple[str, ...], bool]:
    """The words of a list that are understood, and whether that is all of it."""
    words = given if isinstance(given, list) else [None]
    known = tuple(dict.fromkeys(word for word in words if isinstance(word, str) and is_known(word)))
    return known, len(known) == len(words)


def _value(given: object, usual: object) -> object | None:
    """The given value as the usual one's kind; None when it is not of that kind."""
    if isinstance(usual, Enum):
        return next((kind for kind in type(usual) if kind.value == given), None)
    return given if type(given) is type(usual) else None
