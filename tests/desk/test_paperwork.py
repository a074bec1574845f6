"""Paperwork: what a parent chooses is what is saved, and people who help are offered gently."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from massage_guide.domain.session import Answer, Ending, Place, SessionStart, When
from massage_guide.domain.settings import Paper
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.erasing import erase_baby
from massage_guide.storage.opening import open_journal
from tests.doubles import FakeClock
from tests.paper.proofs import Proof
from tests.parent import Key, Parent, Starting

NOTE = "Xanthippe laughed at the ceiling."


@pytest.fixture
def family(tmp_path: Path, qapp: object, at_home: Starting) -> Callable[..., Parent]:
    """A parent who has massaged two babies, once a day, until yesterday."""

    def start(days: int = 6, word: str = "") -> Parent:
        clock = FakeClock()
        clock.pass_by(-86_400.0 * days)
        journal = open_journal(tmp_path / "data", clock.wall).journal
        assert journal is not None
        babies = journal.add_baby("Mirabella"), journal.add_baby("Jonathan")
        for day in range(days):
            session = uuid4()
            about = babies[day % 2]
            journal.open_session(SessionStart("face", "1", "d", "Face", about.id), session)
            journal.answer(session, Answer.YES)
            journal.rate(session, Settledness.CALM, None, Place.ENOUGH)
            journal.add_moment(session, "Looked at me")
            journal.set_note(session, f"{NOTE} {about.name}, day {day}.")
            if word:
                journal.set_parent_word(session, When.AFTER, word)
            journal.end(session, Ending.FINISHED)
            clock.pass_by(86_400.0)
        journal.close()
        return at_home(tmp_path / "data", clock)

    return start


def saved(parent: Parent, name: str, press: Callable[[], None]) -> Proof:
    """Save under a name that a parent types without its ending."""
    parent.program.paperwork.ask_where = lambda _: str(parent.folder.parent / name)
    press()
    parent.breathe()
    file = parent.folder.parent / f"{name}.pdf"
    assert str(file) in parent.window.notice
    return Proof(file.read_bytes())


def test_what_is_ticked_is_what_is_saved(family: Callable[..., Parent]) -> None:
    parent = family()
    parent.program.looking_back.open()
    parent.breathe()
    parent.click("Print a page")
    assert parent.screen == "print"
    first = saved(parent, "first", lambda: parent.press(Key.Key_Space)).words
    assert "6 massages" in first
    assert NOTE not in first
    parent.click("Your own words")
    parent.click("Dates and minutes")
    parent.click("The last 2")
    parent.click("Letter")
    second = saved(parent, "second", lambda: parent.click("Save as PDF"))
    assert NOTE in second.words
    assert "When, and for how long" not in second.words
    assert "(2 weeks)" in second.words
    assert round(second.reader.pages[0].mediabox.width) == 612
    assert parent.program.looks.settings.paper is Paper.LETTER
    # next time nothing private is on it
    parent.click("Back")
    assert parent.screen == "journal"
    parent.program.paperwork.open_print(None)
    assert not parent.program.screens.print_page.private.chosen()


def test_what_was_noticed_is_read_and_kept_for_one_baby_and_erased_with_it(
    family: Callable[..., Parent],
) -> None:
    parent = family()
    parent.program.looking_back.open()
    parent.breathe()
    parent.click("Things you noticed")
    assert parent.screen == "noticed"
    assert f"“{NOTE} Jonathan, day 5.”" in parent.words()
    saved(parent, "all", lambda: parent.click("Save as PDF"))
    parent.click("Jonathan")
    saved(parent, "his", lambda: parent.click("Save as PDF"))
    parent.click("Mirabella")
    assert "Jonathan, day" not in parent.words()
    told = saved(parent, "hers", lambda: parent.click("Save as PDF")).words
    assert "Things you noticed: Mirabella" in told
    assert "Mirabella, day 4." in told
    assert "Jonathan" not in told
    [mirabella] = parent.program.screens.noticed_page.who.chosen()
    parent.press(Key.Key_Space)
    assert parent.screen == "journal"
    parent.close()
    erase_baby(parent.folder, UUID(mirabella))
    assert [file.name for file in parent.folder.parent.glob("*.pdf")] == ["his.pdf"]


def test_a_page_that_cannot_be_saved_or_printed_costs_a_sentence(
    family: Callable[..., Parent], monkeypatch: pytest.MonkeyPatch
) -> None:
    printers: list[str] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: printers))
    parent = family()
    paperwork, place = parent.program.paperwork, parent.folder.parent
    (place / "a file").write_text("")
    paperwork.open_print(None)
    paperwork.ask_where = lambda _: str(place / "a file" / "x.pdf")
    parent.press(Key.Key_Space)
    assert "could not be saved" in parent.window.notice
    parent.window.hide_notice()
    paperwork.ask_where = lambda _: ""
    parent.press(Key.Key_Space)
    assert parent.window.notice == ""
    parent.click("Print")
    assert "knows of no printer" in parent.window.notice

    printers.append("Kitchen")
    out = place / "printed.pdf"

    def choose(printer: QPrinter, window: QWidget) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return True

    monkeypatch.setattr(paperwork.printing, "choose", choose)
    parent.click("Print")
    assert "It has gone to" in parent.window.notice
    printed = Proof(out.read_bytes())
    assert len(printed.pages) == 1
    assert "6 massages" in printed.words


def test_after_heavy_days_people_who_help_are_offered_once_a_week(
    family: Callable[..., Parent],
) -> None:
    parent = family(4, "heavy")
    line = parent.program.screens.kind_line

    def offered_after(days: float) -> bool:
        parent.clock.pass_by(86_400.0 * days)
        parent.program.looking_back.open()
        parent.program.steward.open_home()
        parent.breathe()
        return line.isVisible()

    assert line.isVisible()
    assert "people who help" in parent.words()
    parent.click("Someone to talk to")
    assert parent.card == "talk"
    parent.window.close_card()
    assert not line.isVisible()
    assert [offered_after(days) for days in (0.1, 3, 4, 0.1)] == [False, False, True, False]
    parent.clock.pass_by(-8 * 86_400.0)
    assert offered_after(0)
    parent.click("Please don’t ask again")
    parent.program.looks.change(replace(parent.program.looks.settings, people_offered=""))
    assert not offered_after(0)
    parent.program.steward.open_settings()
    parent.breathe()
    parent.click("Offer them after several heavy days")
    assert offered_after(0)


def test_days_that_were_not_heavy_are_nobodys_business(family: Callable[..., Parent]) -> None:
    parent = family(5, "tired")
    assert not parent.program.screens.kind_line.isVisible()
