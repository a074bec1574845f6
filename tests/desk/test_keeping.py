"""Your notes, kept safe: what a parent does in Settings, and what then lies on the disk."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtTest import QTest

from massage_guide.domain.session import Answer, Ending, SessionStart
from massage_guide.storage.backups import backups
from massage_guide.storage.key import is_sealed
from massage_guide.storage.raw import journal_path
from tests.parent import Key, Parent, Starting

WORDS = "warm hands, calm evening"


def done(parent: Parent) -> None:
    """Wait until nothing is being written any more."""
    until = monotonic() + 20
    while not parent.program.safekeeping.errands.idle:
        assert monotonic() < until
        QTest.qWait(5)
    parent.breathe()


def does(parent: Parent, *buttons: str) -> None:
    for button in buttons:
        parent.click(button)
        done(parent)


def massages(parent: Parent, name: str, count: int) -> None:
    """A baby with so many massages."""
    journal = parent.program.closing._journal
    assert journal is not None
    baby = next((one for one in journal.babies() if one.name == name), None)
    baby = baby or journal.add_baby(name)
    for _time in range(count):
        session = journal.open_session(SessionStart("t", "1", "d", "First touch", baby.id))
        journal.answer(session, Answer.YES)
        journal.end(session, Ending.SLEEP)


def holds(parent: Parent) -> int:
    journal = parent.program.closing._journal
    assert journal is not None
    return len(journal.sessions())


@pytest.fixture
def parent(at_home: Starting) -> Parent:
    """In Settings, with two massages of Mirabelle and yesterday's copy of them."""
    parent = at_home()
    massages(parent, "Mirabelle", 2)
    parent.program.safekeeping.look_after()
    done(parent)
    parent.clock.asleep(timedelta(days=1).total_seconds())
    parent.program.steward.open_settings()
    parent.click("Your notes, kept safe")
    return parent


def found(folder: Path) -> list[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if b"Mirabelle" in file.read_bytes()]


def test_a_copy_is_taken_and_the_one_of_yesterday_put_back(parent: Parent, tmp_path: Path) -> None:
    assert "The last copy was made yesterday at 18:30." in parent.words()
    parent.program.copying.ask_place = lambda title, name: str(tmp_path / name)
    does(parent, "Take a copy now")
    assert parent.program.screens.keeping.told.startswith("Your notes were copied to ")
    (taken,) = tmp_path.glob("massage-guide-*")
    assert taken.suffix == ".sqlite3"
    assert str(taken) in parent.words().replace("\u200b", "").split("The last copy made by")[0]

    massages(parent, "Mirabelle", 3)
    does(parent, "Put a copy back", "Yesterday at 18:30")
    assert parent.screen == "keeping" and holds(parent) == 2
    assert "The copy was put back; it holds 2 massages." in parent.words()
    # and what was there before is a copy too
    does(parent, "Put a copy back", "Today at 18:30")
    assert holds(parent) == 5


def test_a_damaged_copy_says_so_and_the_journal_is_as_it_was(parent: Parent) -> None:
    (copy,) = backups(parent.folder)
    does(parent, "Put a copy back")
    data = copy.path.read_bytes()
    copy.path.write_bytes(data[:4096] + b"\xa5" * 8192 + data[12288:])
    does(parent, "Yesterday at 18:30")
    assert "This copy is damaged, and your notes are as they were." in parent.words()
    shown = parent.button("Yesterday at 18:30")
    assert shown.accessibleDescription() == "Damaged: it can’t be put back"
    assert not shown.isEnabled() and holds(parent) == 2


def test_files_of_another_laptop_are_taken_in_and_unknown_babies_asked_about(
    parent: Parent, at_home: Starting, tmp_path: Path
) -> None:
    file = tmp_path / "journal.json"
    parent.program.copying.ask_place = lambda title, name: str(file)
    does(parent, "Write everything to a file")
    assert "2 massages of 1 baby written to " in parent.words()
    parent.close()

    other = at_home(tmp_path / "other", parent.clock)
    other.program.copying.open()
    other.program.copying.ask_file = lambda kinds: str(file)
    does(other, "Take in a file", "Leave Mirabelle out")
    assert other.program.screens.keeping.told == "There was nothing new in journal.json."
    assert holds(other) == 0
    does(other, "Take in a file", "Take Mirabelle in")
    told = "Taken in from journal.json: 1 new baby and 2 new massages."
    assert other.program.screens.keeping.told == told and holds(other) == 2
    file.write_text("no journal")
    does(other, "Take in a file")
    assert other.program.screens.keeping.told.startswith("Nothing was imported: ")


def test_a_place_that_cannot_be_written_to_costs_a_sentence(parent: Parent, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    parent.program.copying.ask_place = lambda title, name: str(tmp_path / "file" / name)
    parent.program.copying.ask_folder = lambda title: str(tmp_path / "file" / "folder")
    for button in ("Take a copy now", "Write everything to a file", "Write tables"):
        does(parent, button)
        assert "a file is in the way of the folder" in parent.program.screens.keeping.told


def test_erasing_asks_twice_and_leaves_the_name_in_no_file(parent: Parent) -> None:
    massages(parent, "Tom", 1)
    does(parent, "Erase", "Everything about Mirabelle")
    assert "Mirabelle’s name, dates and 2 massages, with every note." in parent.words()
    does(parent, "Keep everything")
    assert holds(parent) == 3
    does(parent, "Everything about Mirabelle", "Erase for good")
    assert "Everything about Mirabelle is erased." in parent.words()
    assert found(parent.folder) == [] and holds(parent) == 1

    does(parent, "Erase", "Everything", "Erase for good")
    assert holds(parent) == 0 and backups(parent.folder) == ()
    massages(parent, "Ada", 1)
    assert holds(parent) == 1, "and it goes on"


def test_a_passphrase_is_set_asked_for_and_taken_away(parent: Parent, at_home: Starting) -> None:
    does(parent, "Set a passphrase")
    assert "If you forget it, your notes are gone." in parent.words()
    page = parent.program.screens.passphrase
    page.new.setText(WORDS)
    page.again.setText(WORDS[:-1])
    assert not parent.button("Set it").isEnabled()
    page.again.setText(WORDS)
    does(parent, "Set it")
    assert "Your notes now open with your passphrase." in parent.words()
    assert found(parent.folder) == [] and holds(parent) == 2
    assert all(is_sealed(copy.path) for copy in backups(parent.folder))
    parent.close()

    again = at_home(parent.folder, parent.clock)
    assert (again.screen, again.card) == ("home", "unlock")
    card, locking = again.program.screens.unlock_card, again.program.locking
    rests = []
    for _try in range(3):
        QTest.keyClicks(card.field, "other words")
        again.press(Key.Key_Return)
        done(again)
        assert "That is not the passphrase. Please try again." in again.words()
        rests.append(locking.rest_seconds)
        locking._rest.timeout.emit()
        card.field.clear()
    assert rests == [1, 2, 4], "a longer rest each time"
    again.click("Not now")
    assert again.card == "" and "until then it won’t be recorded" in again.words()

    again.program.copying.open()
    again.click("Open them")
    QTest.keyClicks(card.field, WORDS)
    again.press(Key.Key_Return)
    done(again)
    assert (again.screen, again.card) == ("keeping", "") and holds(again) == 2

    again.click("Change it")
    page = again.program.screens.passphrase
    page.old.setText("other words")
    again.click("Take it away")
    assert "That is not your passphrase as it is now." in again.words()
    page.old.setText(WORDS)
    does(again, "Take it away")
    assert "Your notes open without a passphrase again." in again.words()
    assert holds(again) == 2 and not is_sealed(journal_path(again.folder))


def test_two_minutes_peace_needs_no_passphrase(parent: Parent, at_home: Starting) -> None:
    parent.program.locking.set_words(WORDS)
    done(parent)
    parent.close()
    again = at_home(parent.folder, parent.clock)
    again.click("Two minutes’ peace")
    assert (again.screen, again.card) == ("get_ready", "")
    again.close()
    assert is_sealed(journal_path(parent.folder))


def test_what_was_cut_off_is_offered_for_as_long_as_the_program_runs(
    parent: Parent, at_home: Starting
) -> None:
    parent.program.locking.set_words(WORDS)
    done(parent)
    parent.begin_massage()
    parent.wait(20)
    parent.close()

    again = at_home(parent.folder, parent.clock)
    again.click("Not now")
    assert "so nothing is being recorded now" in again.words()
    again.click("Open your notes")
    QTest.keyClicks(again.program.screens.unlock_card.field, WORDS)
    again.press(Key.Key_Return)
    done(again)
    assert "recorded now" not in again.words()
    assert again.button("This stroke again").isVisible()
    # a change of passphrase, a file taken in, a copy put back: each opens the journal anew
    for _time in range(2):
        again.program.safekeeping.alone(lambda: None, lambda _outcome: None)
        done(again)
    again.click("This stroke again")
    assert again.screen == "guide"


def test_a_copy_with_a_passphrase_asks_for_its_own(parent: Parent, tmp_path: Path) -> None:
    parent.program.locking.set_words(WORDS)
    done(parent)
    copy = tmp_path / "copy.sqlite3"
    parent.program.copying.ask_place = lambda title, name: str(copy)
    does(parent, "Take a copy now")
    parent.program.locking.take_away(WORDS)
    done(parent)
    massages(parent, "Tom", 2)
    parent.program.copying.ask_file = lambda kinds: str(copy)
    does(parent, "Put a copy back", "A copy that lies elsewhere")
    page = parent.program.screens.passphrase
    assert parent.screen == "passphrase" and holds(parent) == 4
    page.old.setText("other words")
    does(parent, "Put it back")
    assert page.told == "That is not the passphrase of this copy." and holds(parent) == 4
    page.old.setText(WORDS)
    does(parent, "Put it back")
    assert "The copy was put back; it holds 2 massages." in parent.words()
    assert holds(parent) == 2 and not is_sealed(journal_path(parent.folder))
