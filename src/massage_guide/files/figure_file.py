"""A figure file: NAME.toml and the part drawings it names, read into frozen values."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from massage_guide.domain.figure import WHOLE, Figure, FigureName, Point, Zone
from massage_guide.domain.picture import Dress, Face
from massage_guide.files.drawing import FigureFileError, read_drawing
from massage_guide.files.problem import Problem
from massage_guide.files.toml_index import TomlIndex

_PART = "[[part]]"
_HEADING = re.compile(r"^[ \t]*\[.*$", re.MULTILINE)
"""A line that begins a table, or may do so."""

_Word = TypeVar("_Word", Dress, Face)

_PART_KEYS = frozenset(
    {"svg", "bone", "limb", "wear", "face", "blink", "hair", "palm", "stays", "fades"}
    | {"gives_way", "folded", "slides", "turned_up", "scene"}
)
_FIGURE_KEYS = frozenset(
    {"name", "width", "height", "unit_cm", "landmarks", "zones", "views", "part", "mat"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One drawing of the puppet, on the figure's whole canvas, in the rest pose."""

    name: str
    """The drawing's file name without its ending."""
    svg: str
    """The SVG text, in the default colours."""
    bone: tuple[str, str] | None = None
    """The two landmarks with which the part turns and stretches."""
    limb: str = ""
    """The limb it moves with, such as `leg.R`; empty for what never moves."""
    wear: Dress | None = None
    """The only dress in which it is seen; none for both."""
    face: Face | None = None
    """The only expression in which it is seen; none for all."""
    blink: bool | None = None
    """Seen only with eyes closed (true) or only with eyes open (false); none for both."""
    hair: bool = False
    """Seen only on a baby with hair."""
    palm: bool = False
    """Skin of a sole or a palm, which is lighter on dark skin."""
    stays: bool = False
    """Lies still on its limb, however the limb moves."""
    fades: bool = False
    """Moves with its bone, and fades as the bone folds (a crease that smooths out)."""
    gives_way: bool = False
    """Moves with its bone until one that is `folded` lies in front of it."""
    folded: bool = False
    """Seen only once the first bone of its limb folds toward us, in front of what it replaces."""
    slides: bool = False
    """Its upper end comes up its bone as that folds, from below what stays at the limb's root."""
    turned_up: bool | None = None
    """Seen only while its bone points up the picture (true) or does not (false); none for both."""
    scene: str | None = None
    """The only scene in which it is seen; empty for the plain figure, none for all."""


@dataclass(frozen=True, slots=True)
class FigureDrawing:
    """A figure and its parts."""

    figure: Figure
    """The canvas and its landmarks."""
    parts: tuple[Part, ...]
    """The drawings, first at the back."""
    mat: Part | None
    """What the baby lies on; painted by the background, not by the puppet."""


def read_canvas(path: Path) -> Figure:
    """Read the figure alone, without its drawings; raise FigureFileError in plain words."""
    return _figure(path, _read_toml(path, without_parts=True))


def read_figure(path: Path) -> FigureDrawing:
    """Read NAME.toml and every drawing it names; raise FigureFileError in plain words."""
    data = _read_toml(path)
    _refuse_unknown(path, data, _FIGURE_KEYS, "the figure")
    figure = _figure(path, data)
    rows = data.get("part", [])
    if not isinstance(rows, list) or not rows:
        raise FigureFileError(path, "it has no parts", "add a [[part]] table for each drawing")
    parts = tuple(_located(path, figure, row, n) for n, row in enumerate(rows))
    mat = data.get("mat")
    return FigureDrawing(figure, parts, None if mat is None else _part(path, figure, mat, "mat"))


def figure_problems(path: Path) -> tuple[Problem, ...]:
    """What keeps a figure, or one drawing of it, from being used."""
    try:
        if path.suffix == ".svg":
            read_drawing(path, path.name)
        else:
            read_figure(path)
    except FigureFileError as error:
        return (error.problem,)
    return ()


def _located(path: Path, figure: Figure, row: object, number: int) -> Part:
    """One part; what is wrong in its table is told with the line of the table."""
    try:
        return _part(path, figure, row, f"part {number + 1}")
    except FigureFileError as error:
        if error.problem.file != path:
            raise
        line = TomlIndex(path.read_text(encoding="utf-8")).line_of(("part", number))
        raise FigureFileError(path, error.problem.reason, error.problem.fix, line) from error


def _read_toml(path: Path, *, without_parts: bool = False) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        if without_parts:
            canvas, _, parts = text.partition(f"\n{_PART}\n")
            # they are most of the file; where anything else stands among them, all is read
            if set(_HEADING.findall(parts)) <= {_PART}:
                text = canvas
        return tomllib.loads(text)
    except OSError as error:
        reason = f"it cannot be read ({error.strerror})"
        raise FigureFileError(path, reason, "check that the file is there") from error
    except UnicodeDecodeError as error:
        raise FigureFileError(path, "it is not text", "save it as UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found.group(1)) if found else 1
        raise FigureFileError(path, f"it is not TOML ({error})", "correct it", line) from error


def _refuse_unknown(
    path: Path, table: Mapping[str, Any], known: frozenset[str], place: str
) -> None:
    for key in table:
        if key not in known and not key.startswith("x-"):
            raise FigureFileError(
                path,
                f"{place} has an unknown key {key!r}",
                f"use one of {', '.join(sorted(known))}",
            )


def _figure(path: Path, data: Mapping[str, Any]) -> Figure:
    names = ", ".join(FigureName)
    if data.get("name") not in set(FigureName):
        raise FigureFileError(path, f"the name {data.get('name')!r} is no figure", f"use {names}")
    width, height, unit = (_positive(path, data, key) for key in ("width", "height", "unit_cm"))
    landmarks = {
        name: Point(*_numbers(path, f"landmark {name}", value, 2))
        for name, value in _table(path, data, "landmarks").items()
    }
    return Figure(
        FigureName(data["name"]),
        width,
        height,
        unit,
        MappingProxyType(landmarks),
        MappingProxyType(_zones(path, data, "zones")),
        views=MappingProxyType(_views(path, data)),
    )


def _views(path: Path, data: Mapping[str, Any]) -> dict[str, Zone]:
    views = _zones(path, data, "views")
    for name, area in views.items():
        if name == WHOLE or area.left >= area.right or area.top >= area.bottom:
            fix = f"give left, top, right and bottom, and another name than {WHOLE}"
            raise FigureFileError(path, f"the view {name} cannot be used", fix)
    return views


def _zones(path: Path, data: Mapping[str, Any], key: str) -> dict[str, Zone]:
    return {
        name: Zone(*_numbers(path, f"{name} of {key}", value, 4))
        for name, value in _table(path, data, key).items()
    }


def _table(path: Path, data: Mapping[str, Any], key: str) -> dict[str, Any]:
    table = data.get(key, {})
    if not isinstance(table, dict):
        raise FigureFileError(path, f"{key} is not a table", f"write it as [{key}]")
    return table


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _positive(path: Path, data: Mapping[str, Any], key: str) -> float:
    value = data.get(key)
    if not _is_number(value) or not 0 < float(value or 0) < 10_000:
        raise FigureFileError(path, f"{key} is {value!r}", f"give {key} as a number above 0")
    return float(value or 0)


def _numbers(path: Path, place: str, value: object, count: int) -> list[float]:
    if not isinstance(value, list) or len(value) != count or not all(map(_is_number, value)):
        raise FigureFileError(path, f"{place} is {value!r}", f"give it as {count} numbers in [ ]")
    return [float(number) for number in value]


def _part(path: Path, figure: Figure, row: object, place: str) -> Part:
    if not isinstance(row, dict) or not isinstance(row.get("svg"), str):
        raise FigureFileError(path, f"{place} names no drawing", 'add svg = "folder/name.svg"')
    place = f"{place} ({row['svg']})"
    _refuse_unknown(path, row, _PART_KEYS, place)
    bone = _bone(path, figure, row.get("bone"), place)
    return Part(
        name=Path(row["svg"]).stem,
        svg=read_drawing(path, row["svg"]),
        bone=bone,
        limb=_word(path, row, "limb", place) or (">".join(bone) if bone else ""),
        wear=_choice(path, Dress, row.get("wear"), f"wear of {place}"),
        face=_choice(path, Face, row.get("face"), f"face of {place}"),
        blink=_flag(path, row, "blink", place),
        hair=bool(_flag(path, row, "hair", place)),
        palm=bool(_flag(path, row, "palm", place)),
        stays=bool(_flag(path, row, "stays", place)),
        fades=bool(_flag(path, row, "fades", place)),
        gives_way=bool(_flag(path, row, "gives_way", place)),
        folded=bool(_flag(path, row, "folded", place)),
        slides=bool(_flag(path, row, "slides", place)),
        turned_up=_flag(path, row, "turned_up", place),
        scene=_word(path, row, "scene", place),
    )


def _bone(path: Path, figure: Figure, value: object, place: str) -> tuple[str, str] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2 or value[0] == value[1]:
        raise FigureFileError(path, f"the bone of {place} is {value!r}", "name two landmarks")
    for name in value:
        if name not in figure.landmarks:
            raise FigureFileError(
                path,
                f"the bone of {place} names the landmark {name!r}, which is not there",
                "add it under [landmarks] or correct the name",
            )
    return (value[0], value[1])


def _choice(path: Path, kind: type[_Word], value: object, place: str) -> _Word | None:
    if value is None:
        return None
    if value not in set(kind):
        raise FigureFileError(path, f"the {place} is {value!r}", f"use one of {', '.join(kind)}")
    return kind(str(value))


def _flag(path: Path, row: Mapping[str, Any], key: str, place: str) -> bool | None:
    value = row.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise FigureFileError(path, f"{key} of {place} is {value!r}", "use true or false")


def _word(path: Path, row: Mapping[str, Any], key: str, place: str) -> str | None:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise FigureFileError(path, f"{key} of {place} is {value!r}", "give it as text in quotes")
