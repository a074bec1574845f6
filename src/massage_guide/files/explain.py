"""Plain words for what pydantic refuses, and the values that survive it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from massage_guide.domain.findings import Finding
from massage_guide.domain.stroke_checks import nearest
from massage_guide.files.problem import shortened

_Model = TypeVar("_Model", bound=BaseModel)

MOST_FINDINGS = 100
"""How many findings about one table are told apart; junk has thousands."""

_KINDS = {
    "string_type": ("is not text", "put it in quotes"),
    "int_type": ("is not a whole number", "write a whole number, without quotes"),
    "float_type": ("is not a number", "write a number, without quotes"),
    "bool_type": ("is not true or false", "write true or false, without quotes"),
    "tuple_type": ("is not a list", "write it in square brackets"),
    "dict_type": ("is not a table", "write it as a table with keys"),
    "model_type": ("is not a table", "write it as a table with keys"),
    "finite_number": ("is not a finite number", "write a plain number"),
    "date_type": ("is not a date", "write it like 2026-11-22, without quotes"),
    "date_from_datetime_parsing": ("is not a date", "write it like 2026-11-22, without quotes"),
    "date_parsing": ("is not a date", "write it like 2026-11-22, without quotes"),
    "date_from_datetime_inexact": ("is not a date", "write it like 2026-11-22"),
}
_PATTERNS = {
    "country": ("is no country code", 'write two capital letters, such as "UK"'),
    "id": ("is no id", "use small letters, digits and hyphens, such as first-touch"),
    "version": ("is no version", 'write three numbers, such as "1.0.0"'),
    "language": ("is no language code", 'write a code such as "en" or "pt-BR"'),
}


def findings_of(error: ValidationError, model: type[BaseModel]) -> Iterator[Finding]:
    """One finding for each thing refused."""
    every = error.errors(include_url=False)
    details = every[:MOST_FINDINGS]
    meant = {
        (*detail["loc"][:-1], _meant(detail["loc"], model))
        for detail in details
        if detail["type"] == "extra_forbidden"
    }
    for detail in details:
        # one slip of the pen is one finding: the key that was meant is not missing too
        if detail["type"] != "missing" or detail["loc"] not in meant:
            yield Finding(detail["loc"], *_words(detail, model))
    if len(every) > len(details):
        reason = f"there are {len(every) - len(details)} more like these"
        yield Finding(every[len(details)]["loc"], reason, "mend those above first")


def _meant(loc: tuple[str | int, ...], model: type[BaseModel]) -> str:
    return nearest(str(loc[-1]), _fields_at(loc[:-1], model))


def _words(detail: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    key = next((str(part) for part in reversed(detail["loc"]) if isinstance(part, str)), "")
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "missing":
        return f"`{key}` is missing", f"add a line `{key} = ...`"
    if kind == "extra_forbidden":
        return f"`{key}` is not a key of this table", _known_keys(key, detail["loc"], model)
    if kind == "enum":
        said = str(context.get("expected", "")).replace("'", "")
        return f"`{key}` cannot be {_shown(detail['input'])}", f"use {said}"
    if kind == "value_error":
        said = str(context.get("error", detail["msg"]))
        return f"`{key}` holds something that is no point", said
    if kind == "string_pattern_mismatch":
        reason, fix = _PATTERNS.get(key, _PATTERNS["id"])
        return f"`{key}` {reason}: {_shown(detail['input'])}", fix
    if kind in _KINDS:
        reason, fix = _KINDS[kind]
        return f"`{key}` {reason}: {_shown(detail['input'])}", fix
    return f"`{key}` is refused: {_shown(detail['input'])}", _limits(detail["msg"])


def _limits(message: str) -> str:
    for ours, theirs in _LIMITS.items():
        message = message.replace(ours, theirs)
    return message[:1].lower() + message[1:]


_LIMITS = {
    "Input should be ": "give ",
    "String should have ": "give ",
    "Tuple should have ": "give ",
    "less than or equal to": "at most",
    "greater than or equal to": "at least",
    "greater than": "more than",
    " after validation": "",
}
"""pydantic's words for a limit, and ours."""


def _shown(value: object) -> str:
    text = repr(value) if not isinstance(value, str) else f'"{value}"'
    return shortened(text, 40)


def _known_keys(key: str, loc: tuple[str | int, ...], model: type[BaseModel]) -> str:
    fields = _fields_at(loc[:-1], model)
    near = _meant(loc, model)
    if near:
        return f"did you mean `{near}`?"
    return f"use {', '.join(fields)}, or a name that begins with x-"


def _fields_at(loc: tuple[str | int, ...], model: type[BaseModel]) -> list[str]:
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            inner = _model_in(model.model_fields[part].annotation)
            model = inner or model
    return list(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(inner) for inner in getattr(annotation, "__args__", ()))
    return next((model for model in found if model), None)


@dataclass(frozen=True, slots=True)
class Salvage:
    """What could be made of a table, and what was wrong in it."""

    values: dict[str, Any] | None
    """The fields of the model; None when nothing could be made of it."""
    findings: tuple[Finding, ...]
    stood_in: frozenset[str]
    """Keys whose values are stand-ins, so that nothing true can be said of them."""


def salvage(
    model: type[_Model], raw: object, stand_ins: Mapping[str, Any] | None = None
) -> Salvage:
    """Validate a table; on errors put stand-ins for the bad keys, so that checks can go on."""
    try:
        return Salvage(dict(model.model_validate(raw)), (), frozenset())
    except ValidationError as error:
        findings = tuple(findings_of(error, model))
    bad = frozenset(str(finding.where[0]) for finding in findings if finding.where)
    if not isinstance(raw, dict) or not bad:
        return Salvage(None, findings, bad)
    mended = {key: value for key, value in raw.items() if key not in bad}
    mended.update({key: value for key, value in (stand_ins or {}).items() if key in bad})
    try:
        return Salvage(dict(model.model_validate(mended)), findings, bad)
    except ValidationError:
        return Salvage(None, findings, bad)
