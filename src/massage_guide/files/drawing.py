"""A drawing: one SVG file of a figure, refused when it is more than shapes and colours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from massage_guide.files.problem import Problem

LARGEST_DRAWING = 1_000_000
"""Bytes in one part drawing; a hand-drawn part has a few thousand."""
_REFUSED_ELEMENTS = {
    "script": "a script",
    "image": "an embedded picture",
    "foreignObject": "foreign content",
    "style": "a style sheet",
}
_OUTSIDE_URL = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)


class FigureFileError(Exception):
    """A figure that cannot be used; its problem names the file, the line, the reason and a fix."""

    def __init__(self, path: Path, reason: str, fix: str, line: int = 1) -> None:
        """Put all of it into one sentence."""
        self.problem = Problem(path, line, "figure", reason, fix)
        super().__init__(str(self.problem))


def read_drawing(figure_path: Path, name: str) -> str:
    """The text of a drawing that lies beside its figure; raises FigureFileError in plain words."""
    path = figure_path.parent / name
    if not path.resolve().is_relative_to(figure_path.parent.resolve()):
        raise FigureFileError(
            figure_path, f"{name} lies outside the figure's folder", "move the drawing beside it"
        )
    try:
        if path.stat().st_size > LARGEST_DRAWING:
            raise FigureFileError(path, "it is larger than 1 MB", "simplify the drawing")
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        reason = f"it cannot be read ({error.strerror})"
        raise FigureFileError(
            path, reason, f"add it or take it out of {figure_path.name}"
        ) from error
    except UnicodeDecodeError as error:
        raise FigureFileError(path, "it is not text", "save it as a plain SVG") from error
    _check(path, text)
    return text


def _check(path: Path, text: str) -> None:
    parser = expat.ParserCreate()
    seen: list[str] = []

    def refuse(reason: str, fix: str) -> None:
        raise FigureFileError(path, reason, fix, parser.CurrentLineNumber)

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if not seen and (_local(tag) != "svg" or not attributes.get("viewBox")):
            refuse("it is not an SVG with a viewBox", "give it the figure's canvas as its viewBox")
        seen.append(tag)
        refused = _refused(_local(tag), attributes)
        if refused:
            refuse(f"it holds {refused}", "draw it with plain shapes instead")

    def define(*_declared: object) -> None:
        refuse("it defines entities", "save it as a plain SVG")

    parser.StartElementHandler = begin
    parser.EntityDeclHandler = define
    try:
        parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        reason = f"its tags are broken ({error})"
        raise FigureFileError(path, reason, "correct that line", error.lineno) from error


def _refused(tag: str, attributes: Mapping[str, str]) -> str:
    if tag in _REFUSED_ELEMENTS:
        return _REFUSED_ELEMENTS[tag]
    for key, value in attributes.items():
        name = _local(key)
        if name.startswith("on"):
            return "a script"
        if (name == "href" and not value.startswith("#")) or _OUTSIDE_URL.search(value):
            return "a reference to something outside the file"
    return ""


def _local(name: str) -> str:
    return name.rpartition(":")[2]
