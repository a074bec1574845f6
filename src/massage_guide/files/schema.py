"""The published JSON Schemas of stroke, routine and course files, made from the file models."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path
from typing import Any

from massage_guide.domain import course, routine, stroke
from massage_guide.files.atomic import write_text
from massage_guide.files.course_models import CourseModel
from massage_guide.files.models import FileModel, RoutineModel, StrokesModel
from massage_guide.files.paths import assets_dir

SCHEMAS: dict[str, type[FileModel]] = {
    "stroke.schema.json": StrokesModel,
    "routine.schema.json": RoutineModel,
    "course.schema.json": CourseModel,
}
"""File name to the model that it publishes."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(name: str) -> str:
    """The schema as it stands in its file."""
    model = SCHEMAS[name]
    schema = model.model_json_schema()
    said = _attribute_docs()
    for title, table in {"": schema, **schema.get("$defs", {})}.items():
        _finish(table, said.get((title or model.__name__).removesuffix("Model"), {}))
    whole = {"$schema": _DIALECT, **schema, "title": f"Massage Guide {name.split('.')[0]} file"}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _finish(table: dict[str, Any], said: dict[str, str]) -> None:
    if "properties" not in table:
        return
    table["patternProperties"] = {"^x-": {}}
    for key, one in table["properties"].items():
        one.pop("title", None)
        if key in said and "$ref" not in one:
            one["description"] = said[key]


def _attribute_docs() -> dict[str, dict[str, str]]:
    """Class name to key to what the domain says about it, in the docstring beneath."""
    docs: dict[str, dict[str, str]] = {}
    for module in (stroke, routine, course):
        tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                docs[node.name] = _docs_in(node)
    return docs


def _docs_in(node: ast.ClassDef) -> dict[str, str]:
    found: dict[str, str] = {}
    for line, after in zip(node.body, node.body[1:], strict=False):
        match line, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = " ".join(text.split())
    return found


def main(folder: Path | None = None) -> int:
    """Write every schema."""
    folder = folder or assets_dir() / "schema"
    for name in SCHEMAS:
        write_text(folder / name, schema_text(name))
        # published files are read by everyone, unlike a person's own
        (folder / name).chmod(0o644)
        sys.stdout.write(f"{folder / name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
