"""Routine files, right and wrong: every problem with its line, its place and a fix."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from massage_guide.domain.routine import Block, Routine, SidePlan, Step
from massage_guide.files.problem import Problem, UnreadableError
from massage_guide.files.routine_file import RoutineFile, read_routine
from massage_guide.files.source import Source
from tests.files.texts import ROUTINE, STROKES
from tests.shipped import LIBRARY

HERE = Path("own.toml")


def judged(text: str) -> tuple[RoutineFile | None, tuple[Problem, ...]]:
    try:
        file = RoutineFile(Source(HERE, text))
    except UnreadableError as error:
        return None, (error.problem,)
    return file, file.problems(LIBRARY.strokes, LIBRARY.figures)


def problems(text: str) -> list[str]:
    return [str(problem) for problem in judged(text)[1]]


def routine(text: str = ROUTINE) -> Routine:
    file, _ = judged(text)
    assert file is not None
    return file.routine()


def test_a_good_file_becomes_a_routine_in_the_order_of_its_text() -> None:
    assert problems(ROUTINE) == []
    first, block, rest, last = routine().entries

    assert isinstance(first, Step) and first.stroke == "resting-hands"
    assert isinstance(block, Block) and block.side is SidePlan.EACH
    assert [step.stroke for step in block.steps] == ["hip-to-ankle-glide", "toe-roll"]
    assert isinstance(rest, Step) and rest.rest == 6
    assert isinstance(last, Step) and last.stroke == "foot-hold"
    assert routine().prelude.breathing_seconds == 20 and routine().prelude.ask


def test_the_digest_tells_one_text_from_another() -> None:
    assert routine().digest == routine().digest
    assert len(routine().digest) == 64
    assert routine().digest != routine(ROUTINE + "# more\n").digest


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'stroke = "toe-roll"',
            'stroke = "toe-rol"',
            "own.toml:28: block 1, step 2, toe-rol: there is no stroke `toe-rol`;"
            " did you mean `toe-roll`?",
        ),
        (
            'oil = "none"',
            'oil = "some"',
            'own.toml:11: routine: `oil` cannot be "some"; use none or optional',
        ),
        (
            'title = "Trial"\n',
            "",
            "own.toml:1: routine: `title` is missing; add a line `title = ...`",
        ),
        (
            "rest = 6",
            "rset = 6",
            "own.toml:32: step 2, no stroke: `rset` is not a key of this table;"
            " did you mean `rest`?",
        ),
        (
            "repeats = 3",
            'repeats = "3"',
            "own.toml:25: block 1, step 1, hip-to-ankle-glide: `repeats` is not a whole number:"
            ' "3"; write a whole number, without quotes',
        ),
        (
            'side = "each"',
            'side = "both"',
            'own.toml:21: block 1: `side` cannot be "both"; use left, right or each',
        ),
        (
            "repeats = 3",
            "repeats = 61",
            "own.toml:25: block 1, step 1, hip-to-ankle-glide: `repeats` is refused: 61;"
            " give at most 60",
        ),
        (
            'stroke = "toe-roll"',
            'stroke = "a\\nb"',
            'own.toml:28: block 1, step 2, a b: `stroke` is no id: "a b"; use small letters,'
            " digits and hyphens, such as first-touch",
        ),
        (
            "rest = 6",
            "rest = nan",
            "own.toml:32: step 2, rest: `rest` is not a finite number: nan; write a plain number",
        ),
    ],
)
def test_each_error_has_line_place_reason_and_fix(old: str, new: str, expected: str) -> None:
    assert expected in problems(ROUTINE.replace(old, new))


def test_all_errors_are_told_together() -> None:
    text = (
        ROUTINE.replace('title = "Trial"\n', "")
        .replace('"toe-roll"', '"toe-rol"')
        .replace("rest = 6", "rest = -6")
        .replace("repeats = 3", "repeats = 0")
    )

    places = [line.split(":")[1:3] for line in problems(text)]

    assert [int(line) for line, _ in places] == [1, 24, 27, 31]


def test_a_syntax_error_is_told_alone() -> None:
    (said,) = problems(ROUTINE.replace("rest = 6", "rest = = 6").replace("toe-roll", "toe-rol"))

    assert said.startswith("own.toml:32: file: not valid TOML: ")


def test_strokes_of_the_file_are_checked_too() -> None:
    own = STROKES.replace("format = 1\n", "")
    used = ROUTINE.replace('"toe-roll"', '"slow-glide"')

    assert problems(used + own) == []
    (said,) = problems(used + own.replace("[62, 144]", '"ankel.L"'))
    assert "stroke slow-glide: `ankel.L` is no landmark" in said
    assert said.endswith("did you mean `ankle.L`?")


def test_a_newer_format_is_refused_with_both_numbers() -> None:
    (said,) = problems(ROUTINE.replace("format = 1", "format = 7"))

    assert said == (
        "own.toml:1: file: the file is of format 7, and this program reads up to 1;"
        " open it with a newer Massage Guide"
    )


@pytest.mark.parametrize("line", ["", 'format = "1"', "format = 0", "format = true"])
def test_a_format_that_is_none_is_refused(line: str) -> None:
    (said,) = problems(ROUTINE.replace("format = 1", line))

    assert "`format` is" in said and "`format = 1`" in said


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"\n# only a comment\n", "the file is empty"),
        (b"\x7fELF\x00\x00", "this is not a text file"),
        (b'title = "caf\xe9"', "the text is not UTF-8"),
        (b"# " + b"x" * 1_000_001, "the file is larger than 1 MB"),
        (b"a = " + b"[" * 5000, "tables and lists lie too deep inside one another"),
        (b"a = " + b"[" * 30 + b"]" * 30, "tables and lists lie too deep inside one another"),
        (b"a" + b".a" * 5000 + b" = 1", "tables and lists lie too deep inside one another"),
    ],
)
def test_what_is_no_routine_at_all_gets_one_sentence(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(content)

    file, (problem,) = read_routine(path)

    assert file is None
    assert problem.reason == reason and problem.fix
    assert path.read_bytes() == content


def test_files_from_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbf" + ROUTINE.replace("\n", "\r\n").encode())

    file, told = read_routine(path)

    assert file is not None and not told
    assert not file.problems(LIBRARY.strokes, LIBRARY.figures)


def test_a_missing_file_is_told() -> None:
    assert read_routine(Path("nowhere.toml"))[1][0].reason == "there is no such file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "cannot be opened" in read_routine(tmp_path)[1][0].reason


LINES = ROUTINE.splitlines()
VALUES = ["1", "-1", '"x"', "true", "[]", "{}", "nan", "1e308", "2026-11-22", '"each"', "[[1]]"]


@st.composite
def broken_texts(draw: st.DrawFn) -> str:
    """The good text with lines lost, doubled, swapped, or given other values."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["lose", "double", "value", "key", "cut", "move"])):
            case "lose":
                lines[at] = ""
            case "double":
                lines.insert(at, lines[at])
            case "value":
                lines[at] = f"{lines[at].partition('=')[0]}= {draw(st.sampled_from(VALUES))}"
            case "key":
                lines[at] = f"{draw(st.sampled_from(['stroke', 'step', 'block', 'oil', '?']))} = 1"
            case "cut":
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
            case "move":
                lines.insert(draw(st.integers(0, len(lines))), lines.pop(at))
    return "\n".join(lines)


@given(broken_texts())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_a_broken_file_is_a_routine_or_problems_and_never_an_exception(text: str) -> None:
    file, told = judged(text)

    for problem in told:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.place and problem.reason and problem.fix
        assert "\n" not in str(problem)
    if not any(not problem.is_warning for problem in told):
        assert file is not None and file.routine().entries


@given(st.text(max_size=200))
def test_any_text_at_all_is_answered(text: str) -> None:
    _, told = judged(text)

    assert told


def test_junk_is_told_in_a_hundred_lines() -> None:
    told = problems(
        ROUTINE.replace("[prelude]", "[prelude]\n" + "\n".join(f"k{n} = 1" for n in range(900)))
    )

    assert len(told) == 101
    assert "there are 800 more like these; mend those above first" in told[-1]


def test_an_endless_name_is_cut() -> None:
    (said,) = problems(ROUTINE.replace("toe-roll", "toe-" * 9000))

    assert len(said) < 300
