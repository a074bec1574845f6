"""Registers: a class with families in which every word that somebody wrote carries a mark."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from massage_guide.storage.journal import Journal


def a_class(journal: Journal, mark: str, *, course: str = "five-week") -> UUID:
    """Three families, of whom one is nine weeks old; the first week has been taught."""
    register = journal.add_register(f"Tuesdays {mark}", course, date(2026, 11, 3))
    journal.change_register(
        register, f"Tuesday mornings {mark}", course, date(2026, 11, 3), f"Towels {mark}"
    )
    born = date(2026, 8, 1)
    journal.add_family(register, f"Ida{mark}")
    mia = journal.add_family(register, f"Mia{mark}", date(2026, 9, 20), None)
    journal.add_family(register, f"Tom{mark}", born, date(2026, 9, 26))
    journal.set_came(mia, 1, True)
    meeting = journal.open_meeting(register, 1, 60)
    journal.record_taught(meeting, "toe-roll", 90.0, 90.0)
    return register
