"""Cards and help lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.files.cards_file import Certainty, read_card, read_help_lines, read_words
from massage_guide.files.paths import assets_dir

HELP = """format = 1
country = "UK"
name = "United Kingdom"
checked_on = 2026-11-22

[[line]]
name = "Emergency"
number = "999"
certainty = "H"

[[line]]
name = "Perhaps"
number = "123"
certainty = "M"
"""


def test_the_shipped_words_are_sound() -> None:
    words = read_words(assets_dir())

    assert words.problems == ()
    assert {"help", "cue-card", "welcome", "moments", "breathing", "get-ready"} <= set(words.cards)
    assert {"UK", "IE", "US", "AU", "NZ", "CA", ""} <= set(words.help_lines)


def test_every_country_has_a_certain_emergency_line() -> None:
    words = read_words(assets_dir())

    for country, lines in words.help_lines.items():
        assert lines.certain, country
        assert all(line.certainty is not Certainty.BELIEVED for line in lines.certain)


def test_every_country_has_its_emergency_number_told_once() -> None:
    assert dict(read_words(assets_dir()).emergency_numbers()) == {
        "000": "Australia",
        "911": "Canada, United States",
        "112 or 999": "Ireland",
        "111": "New Zealand",
        "999": "United Kingdom",
    }


def test_an_unknown_country_gets_the_lines_for_anywhere() -> None:
    words = read_words(assets_dir())

    found = words.lines_for("XX")

    assert found is not None and "midwife" in found.lines[0].name


def test_a_believed_number_is_not_given_to_a_parent(tmp_path: Path) -> None:
    path = tmp_path / "uk.toml"
    path.write_text(HELP)

    lines, problems = read_help_lines(path)

    assert not problems and lines is not None
    assert [line.name for line in lines.certain] == ["Emergency"]
    assert lines.checked_on is not None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HELP.replace('certainty = "M"', 'certainty = "X"'), "14: line 2: `certainty` cannot be"),
        (HELP.replace('"UK"', '"Uk"'), "2: file: `country` is no country code"),
        (HELP.replace('number = "123"\n', ""), "11: line 2: `number` is missing"),
    ],
)
def test_a_wrong_help_file_names_its_line(tmp_path: Path, text: str, expected: str) -> None:
    path = tmp_path / "uk.toml"
    path.write_text(text)

    lines, (problem,) = read_help_lines(path)

    assert lines is None
    assert expected in str(problem)


def test_a_card_needs_lines(tmp_path: Path) -> None:
    path = tmp_path / "card.toml"
    path.write_text('format = 1\nid = "a"\ntitle = "A"\n\n[[section]]\ntitle = "B"\nlines = []\n')

    assert str(read_card(path)[1][0]).partition("card.toml:")[2].startswith("7: section 1: `lines`")
