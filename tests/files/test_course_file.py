"""Reading course files: every problem by file, line, place, reason and fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.domain.course import Course, PlanPart, Talk
from massage_guide.domain.tone import Tone
from massage_guide.files.course_file import read_course
from massage_guide.files.library import Library
from massage_guide.files.paths import DataDir, assets_dir
from massage_guide.files.problem import Problem
from tests.files.texts import COURSE, ROUTINE, STROKES
from tests.shipped import LIBRARY

ROUTINES = {routine.id: routine for routine in LIBRARY.routines}


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    folder = DataDir.choose(tmp_path / "data")
    folder.routines.mkdir(parents=True)
    folder.courses.mkdir()
    return folder


def read(folder: Path, text: str) -> tuple[Course | None, tuple[Problem, ...]]:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    file, problems = read_course(path)
    if file:
        problems = file.problems(LIBRARY.strokes, ROUTINES)
    return (file.course() if file else None), problems


def said(problems: tuple[Problem, ...]) -> list[str]:
    """The problems without the file's name."""
    return [str(problem).removeprefix(f"{problem.file}:") for problem in problems]


def test_a_course_is_read_whole(tmp_path: Path) -> None:
    course, problems = read(tmp_path, COURSE)

    assert not problems and course is not None
    assert (course.id, course.title, len(course.weeks)) == ("own-class", "Own class", 2)
    first, second = course.weeks
    assert first.routines == ("legs-and-feet",) and first.new == ("toe-roll", "foot-hold")
    assert first.plan == (PlanPart("New strokes", 15), PlanPart("Talk and tea", 10))
    assert first.minutes == 25
    assert first.talk == (Talk("Why touch", ("Calm time together.",), Tone.GO),)
    assert second.review == (1,) and second.review_how == "The legs."
    assert course.week(2) is second and course.week(3) is None


def test_the_shipped_courses_are_sound() -> None:
    courses = {course.id: course for course in LIBRARY.courses}

    assert [len(courses[name].weeks) for name in ("five-week", "four-week")] == [5, 4]
    assert not [problem for problem in LIBRARY.warnings if problem.file.parent.name == "courses"]


@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.id)
def test_a_shipped_course_teaches_every_stroke_of_its_routines_by_their_week(
    course: Course,
) -> None:
    # domain.md 2.2 leaves holds and closings to the instructor
    taught = {name for name, stroke in LIBRARY.strokes.items() if stroke.code.startswith("H")}
    for week in course.weeks:
        taught |= set(week.new)
        played = {step.stroke for name in week.routines for step in ROUTINES[name].steps()}
        assert played - {""} <= taught, f"week {week.number}"


@pytest.mark.parametrize("course", LIBRARY.courses, ids=lambda course: course.id)
def test_a_shipped_class_takes_an_hour(course: Course) -> None:
    assert {week.minutes for week in course.weeks} == {60}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"toe-roll"', '"toe-rol"', "14: week 1: there is no stroke `toe-rol`; did you mean"),
        (
            '"legs-and-feet"',
            '"leg-and-feet"',
            "13: week 1: there is no routine `leg-and-feet`; did you mean `legs-and-feet`?",
        ),
        ("number = 2", "number = 3", "31: week 2: the week in place 2 is numbered 3; write number"),
        ("number = 2", "number = 1", "31: week 2: the week in place 2 is numbered 1; write number"),
        ("[1]", "[2]", "34: week 2: week 2 cannot review week 2; use weeks from 1 to 1"),
        ("[1]", "[1, 1]", "34: week 2: week 1 is named more than once; name it once"),
        ("review = []", "review = [1]", "15: week 1: week 1 cannot review week 1; write review"),
        ("minutes = 10", "minutes = 0", "23: week 1, plan 2: `minutes` is refused: 0; give"),
        ("minutes = 10", "minutes = -5", "23: week 1, plan 2: `minutes` is refused: -5; give"),
        ("minutes = 10", 'minutes = "10"', "23: week 1, plan 2: `minutes` is not a whole number"),
        ('tone = "go"', 'tone = "gone"', "27: week 1, talk 1: `tone` cannot be"),
        ('["Calm time together."]', "[]", "28: week 1, talk 1: `lines` is refused"),
        ("review_how", "reviw_how", "35: week 2: `reviw_how` is not a key of this table; did you"),
        ('"1.0.0"', '"one"', "3: course: `version` is no version"),
        ('purpose = "A trial"\n', "", "1: course: `purpose` is missing"),
        ("format = 1", "format = 2", "1: file: the file is of format 2"),
        ("[[week]]\nnumber = 2", "[[week]\nnumber = 2", "30: file: not valid TOML"),
    ],
)
def test_a_wrong_course_names_line_place_reason_and_fix(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert old in COURSE

    _, problems = read(tmp_path, COURSE.replace(old, new))

    assert len(problems) == 1 and not problems[0].is_warning
    assert said(problems)[0].startswith(expected)


def test_every_slip_is_told_in_one_reading(tmp_path: Path) -> None:
    text = COURSE.replace('"toe-roll"', '"toe-rol"').replace("minutes = 10", "minutes = 0")

    _, problems = read(tmp_path, text.replace("[1]", "[5]").replace('"en"', '"English"'))

    assert [problem.line for problem in problems] == [6, 14, 23, 34]


def test_a_stroke_that_is_new_twice_is_only_warned_of(tmp_path: Path) -> None:
    _, problems = read(tmp_path, COURSE.replace('"sun-and-moon"', '"toe-roll"'))

    assert said(problems) == [
        "33: week 2: warning: `toe-roll` is new in week 1 already; name it once;"
        " `review` brings it again"
    ]


def test_a_course_without_weeks_is_refused(tmp_path: Path) -> None:
    head = COURSE.partition("[[week]]")[0]

    assert said(read(tmp_path, head)[1]) == ["1: course: the course has no weeks; add a [[week]]"]
    assert "write [[week]] with two brackets" in said(read(tmp_path, f"{head}[week]\n")[1])[0]


def test_a_course_of_years_is_refused(tmp_path: Path) -> None:
    head = COURSE.partition("[[week]]")[0]
    weeks = "".join(f'[[week]]\nnumber = {n}\ntitle = "W"\n' for n in range(1, 200))

    problem = said(read(tmp_path, head + weeks)[1])[0]

    assert "the file holds 199 of [[week]]; keep to 30" in problem


@pytest.mark.parametrize(
    "junk", ["week = 3", "week = [1, 2]", "week = [[]]", "id = []", "[[week]]"]
)
def test_junk_is_refused_without_a_crash(tmp_path: Path, junk: str) -> None:
    _, problems = read(tmp_path, f"format = 1\n{junk}\n")

    assert problems and all(problem.reason and problem.fix for problem in problems)


def test_own_courses_come_after_the_shipped_ones(data: DataDir) -> None:
    (data.routines / "own.toml").write_text(ROUTINE)
    (data.courses / "own.toml").write_text(COURSE.replace('"legs-and-feet"', '"trial"'))

    library = Library.load(assets_dir(), data)

    assert not library.broken
    assert [course.id for course in library.courses] == ["five-week", "four-week", "own-class"]
    assert library.course("own-class") is library.courses[-1]


def test_a_course_may_teach_what_its_own_routine_brings_along(data: DataDir) -> None:
    brought = STROKES.partition("\n")[2]
    (data.routines / "own.toml").write_text(ROUTINE.replace("toe-roll", "slow-glide") + brought)
    text = COURSE.replace('"legs-and-feet"', '"trial"').replace('"toe-roll"', '"slow-glide"')
    (data.courses / "own.toml").write_text(text)

    assert not Library.load(assets_dir(), data).broken


def test_a_broken_course_never_stops_the_others(data: DataDir) -> None:
    (data.courses / "a.toml").write_text(COURSE.replace("number = 2", "number = 4"))
    (data.courses / "b.toml").write_bytes(b"\x00")
    (data.courses / "c.toml").write_text(COURSE)
    (data.courses / "d.toml").write_text(COURSE)
    (data.courses / "e.toml").write_text(COURSE.replace('"own-class"', '"five-week"'))

    library = Library.load(assets_dir(), data)

    assert [(broken.path.name, broken.title) for broken in library.broken] == [
        ("a.toml", "Own class"),
        ("b.toml", "b"),
        ("d.toml", "Own class"),
        ("e.toml", "Own class"),
    ]
    assert library.broken[0].reason.startswith("week 2, line 31: the week in place 2")
    assert "belongs to c.toml" in library.broken[2].reason
    assert "belongs to the program's own courses" in library.broken[3].reason
    assert library.courses[-1].id == "own-class"
    assert library.routines == LIBRARY.routines
