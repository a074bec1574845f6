"""The calendar file: a weekly wish that moves with summer time, and gives nobody away."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from massage_guide.domain.times import PartOfDay, Times
from massage_guide.files.atomic import CannotSaveError
from massage_guide.files.calendar_file import Wording, calendar, write_calendar

NOW = datetime(2027, 3, 22, 8, 0, tzinfo=UTC)
"""A Monday; summer time begins on the Sunday after it."""
WORDING = Wording("A quiet time together", "If it suits.", "f4m1ly")
TIMES = Times.from_words(("tuesday evening", "saturday evening", "sunday morning"), ())


def events(
    times: Times = TIMES, now: datetime = NOW, known: tuple[str, ...] = ()
) -> dict[str, dict[str, str]]:
    """Each event by its uid, as another program reads it: property to value."""
    text = calendar(times, WORDING, now, known)
    read = Calendar.from_ical(text).walk("VEVENT")
    parts = [dict(line.split(":", 1) for line in _lines(event.to_ical())) for event in read]
    return {part["UID"]: part for part in parts}


def _lines(text: bytes) -> list[str]:
    return [line for line in text.decode().splitlines() if line]


EVENING = "evening-f4m1ly@massage-guide"


def test_each_part_of_the_day_comes_every_week_on_its_days() -> None:
    read = events()
    assert set(read) == {"morning-f4m1ly@massage-guide", EVENING}
    assert read[EVENING]["RRULE"] == "FREQ=WEEKLY;BYDAY=TU,SA"
    assert read[EVENING]["DTSTART"] == "20270323T183000", "the first Tuesday from now on"
    assert read[EVENING]["DURATION"] == "PT30M"
    assert read[EVENING]["TRIGGER"] == "-PT15M", "a reminder a quarter of an hour before"


def test_half_past_six_stays_half_past_six_when_summer_time_begins() -> None:
    written = events()[EVENING]["DTSTART"]
    assert not written.endswith("Z"), "a time without a zone is the time on the wall, all year"
    first = datetime.strptime(written, "%Y%m%dT%H%M%S").replace(tzinfo=ZoneInfo("Europe/London"))
    weeks = [first + timedelta(weeks=n) for n in range(2)]
    assert [at.hour for at in weeks] == [18, 18]
    assert [at.astimezone(UTC).hour for at in weeks] == [18, 17]


def test_saving_again_moves_what_is_there_and_adds_nothing() -> None:
    before = events()
    moved = TIMES.moved(PartOfDay.EVENING, 1).with_days(PartOfDay.EVENING, ("friday",))
    after = events(moved, NOW + timedelta(minutes=5))
    assert set(after) == set(before)
    assert int(after[EVENING]["SEQUENCE"]) > int(before[EVENING]["SEQUENCE"])
    assert after[EVENING]["DTSTART"] == "20270326T190000"


def test_a_part_of_the_day_that_was_taken_away_is_cancelled() -> None:
    before = events()
    away = TIMES.with_days(PartOfDay.EVENING, ())
    after = events(away, NOW + timedelta(minutes=5), ("morning", "evening"))
    assert set(after) == set(before), "a calendar finds it by its uid"
    assert after[EVENING]["STATUS"] == "CANCELLED" and "RRULE" not in after[EVENING]
    assert after[EVENING]["CLASS"] == "PRIVATE" and "TRIGGER" not in after[EVENING]
    assert int(after[EVENING]["SEQUENCE"]) > int(before[EVENING]["SEQUENCE"])
    others = [event for uid, event in after.items() if uid != EVENING]
    assert all("STATUS" not in event and "RRULE" in event for event in others)


def test_a_shared_calendar_shows_nobody_as_busy_and_keeps_it_private() -> None:
    for event in events().values():
        assert event["CLASS"] == "PRIVATE" and event["TRANSP"] == "TRANSPARENT"
        assert event["SUMMARY"] == "A quiet time together"
        assert not {"ORGANIZER", "ATTENDEE", "LOCATION"} & set(event)


def test_where_the_file_cannot_be_saved_a_sentence_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotSaveError, match="could not be saved"):
        write_calendar(tmp_path / "file" / "quiet.ics", TIMES, WORDING, NOW)
