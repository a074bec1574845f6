"""Lines of headers and keys."""

from __future__ import annotations

import tomllib

from massage_guide.files.toml_index import TomlIndex

TEXT = (
    '''# a comment with [[step]] and "quotes
format = 1
"odd key" = 2

[prelude]
ask = true

[[step]]
stroke = "one"
note = """
[[step]]
stroke = "not a step"
"""

[[block]]
side = "each"

  [[block.step]]
  stroke = "two"  # it's a comment

  [[block.step]]
  path = [
    "knee.L", # [[step]]
    [1, 2],
  ]

[[step]]
a.b = 1
say = 'it is '''
    + "a 'quoted' word"
    + """'
"""
)


def test_every_header_and_key_has_its_line() -> None:
    text = TEXT.replace("a 'quoted' word", "a quoted word")
    tomllib.loads(text)
    index = TomlIndex(text)

    assert index.line_of(("format",)) == 2
    assert index.line_of(("odd key",)) == 3
    assert index.line_of(("prelude", "ask")) == 6
    assert index.line_of(("step", 0)) == 8
    assert index.line_of(("step", 0, "note")) == 10
    assert index.line_of(("block", 0, "side")) == 16
    assert index.line_of(("block", 0, "step", 0, "stroke")) == 19
    assert index.line_of(("block", 0, "step", 1, "path", 1)) == 22
    assert index.line_of(("step", 1)) == 27
    assert index.line_of(("step", 1, "a", "b")) == 28


def test_what_is_not_there_is_found_at_what_is_around_it() -> None:
    index = TomlIndex(TEXT)

    assert index.line_of(("step", 0, "repeats")) == index.line_of(("step", 0))
    assert index.line_of(("nothing",)) == 1


def test_the_order_of_steps_and_blocks_is_that_of_the_text() -> None:
    assert TomlIndex(TEXT).in_order("step", "block") == [("step", 0), ("block", 0), ("step", 1)]
