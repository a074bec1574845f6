"""The published schemas."""

from __future__ import annotations

import json

import pytest

from massage_guide.files.paths import assets_dir
from massage_guide.files.schema import SCHEMAS, schema_text


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_current(name: str) -> None:
    text = (assets_dir() / "schema" / name).read_text(encoding="utf-8")

    assert text == schema_text(name), "run `python -m massage_guide.files.schema`"


def test_the_schema_says_what_the_domain_says() -> None:
    schema = json.loads(schema_text("routine.schema.json"))

    assert schema["properties"]["when"]["description"] == "In words, when it suits."
    assert schema["additionalProperties"] is False and "^x-" in schema["patternProperties"]
    assert {"format", "id", "title", "from_weeks"} <= set(schema["required"])
    step = schema["$defs"]["StepModel"]
    assert set(step["properties"]["side"]["anyOf"][0]) == {"$ref"}
