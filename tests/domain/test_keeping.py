"""What is kept safe, as it is told."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from massage_guide.domain.keeping import (
    Goes,
    copies_told,
    imported_told,
    moment_told,
    passphrase_problem,
    wait_after,
)

NOW = datetime(2026, 11, 22, 18, 30)


def test_days_are_said_as_a_person_says_them() -> None:
    told = {
        days: moment_told(NOW - timedelta(days=days, hours=1), NOW) for days in (0, 1, 3, 40, 400)
    }
    assert told == {
        0: "today at 17:30",
        1: "yesterday at 17:30",
        3: "Thursday 19 November at 17:30",
        40: "13 October at 17:30",
        400: "18 October 2025 at 17:30",
    }
    assert moment_told(NOW - timedelta(hours=20), NOW) == "yesterday at 22:30"
    # a clock that was set back
    assert moment_told(NOW + timedelta(days=2), NOW) == "24 November at 18:30"


def test_copies_are_told_by_the_last_and_the_oldest() -> None:
    assert copies_told((), NOW).startswith("No copy has been made yet.")
    assert copies_told((NOW,), NOW).startswith("The last copy was made today at 18:30. A new one")
    several = copies_told((NOW, NOW - timedelta(days=1), NOW - timedelta(days=60)), NOW)
    assert several == (
        "The last copy was made today at 18:30. 3 are kept, the oldest from 23 September."
    )


def test_a_copy_of_ones_own_is_told_with_its_place_the_newest_first() -> None:
    stick = Path("/stick/notes.sqlite3")
    own = (NOW + timedelta(minutes=15), stick)
    told = copies_told((NOW,), NOW + timedelta(hours=1), own).replace("\u200b", "")
    assert told.startswith("You took a copy today at 18:45: /stick/notes.sqlite3.")
    assert "The last copy made by itself is from today at 18:30." in told
    earlier = copies_told((NOW,), NOW, (NOW - timedelta(days=1), stick)).replace("\u200b", "")
    assert earlier.startswith("The last copy made by itself is from today at 18:30.")
    assert earlier.endswith("You took a copy yesterday at 18:30: /stick/notes.sqlite3.")
    assert "No copy" not in copies_told((), NOW, own)


def test_what_came_in_is_one_line() -> None:
    assert imported_told("a.json", 0, 0, 0, 0) == "There was nothing new in a.json."
    told = imported_told("a.json", 1, 3, 0, 2)
    assert told == "Taken in from a.json: 1 new baby, 3 new massages and 2 massages deleted there."


def test_what_goes_is_said_before_it_goes() -> None:
    here, there = (Path("/a/notes.json"),), (Path("/b/copy"),)
    about = "\n".join(Goes(84, 1, here, there, ()).told("Mia"))
    assert "Mia’s name, dates and 84 massages" in about
    assert "1 copy of your notes will be written anew without Mia." in about
    assert about.replace("\u200b", "").endswith("written anew without Mia: /b/copy.")
    lost = "\n".join(Goes(84, 2, lost=1, lost_elsewhere=there).told("Mia"))
    assert "without Mia. 1 copy can’t be opened or mended, and will be deleted." in lost
    assert "These copies elsewhere will be deleted whole" in lost
    assert Goes(None, 2).told("")[0] == "Every baby and every massage, with every note."
    taught = Goes(3, 2, classes=1).told("")[0]
    assert taught.endswith("with every note, and 1 class with who came.")
    everything = "\n".join(Goes(0, 2, (), (), here).told("")).replace("\u200b", "")
    assert "2 copies of your notes." in everything
    assert everything.endswith("please delete them yourself: /a/notes.json.")


def test_a_passphrase_is_long_enough_and_typed_twice_alike() -> None:
    assert "at least 8 letters" in passphrase_problem("warm", "warm")
    assert passphrase_problem("warm hands", "warm hand") == "The two are not the same yet."
    assert passphrase_problem("warm hands", "warm hands") == ""


def test_each_wrong_passphrase_is_followed_by_a_longer_wait() -> None:
    assert [wait_after(tries) for tries in range(8)] == [0, 1, 2, 4, 8, 16, 30, 30]
