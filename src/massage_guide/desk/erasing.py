"""Erasing: what goes is counted and told, and only a second press takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.desk.errands import Outcome
from massage_guide.desk.safekeeping import Safekeeping
from massage_guide.domain.keeping import breakable
from massage_guide.domain.session import Baby
from massage_guide.storage.errors import JournalReadFailed
from massage_guide.storage.key import PLAIN, Key
from massage_guide.windows.erasing_page import ErasingPage

if TYPE_CHECKING:  # what says SQL is loaded after the first paint
    from massage_guide.storage.erasing import Erased
    from massage_guide.storage.journal import Journal


class Erasing(QObject):
    """Joins the page of erasing with the journal's keeping.

    Signals:
    screen_wanted(str): erasing.
    done(str): what was erased, and what could not be.
    class_erased(str): the same, of a class in the register.
    """

    screen_wanted = Signal(str)
    done = Signal(str)
    class_erased = Signal(str)

    def __init__(self, page: ErasingPage, safe: Safekeeping, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._safe = page, safe
        self._journal: Journal | None = None

    @Slot(object)
    def read_from(self, journal: Journal | None) -> None:
        """The journal has been opened, or cannot be."""
        self._journal = journal

    @Slot()
    def open(self) -> None:
        """To the page."""
        try:
            self._page.show_babies(self._journal.babies() if self._journal else ())
        except JournalReadFailed:
            self._page.show_babies(())
        self.screen_wanted.emit("erasing")

    @Slot(object)
    def tell_what_goes(self, baby: Baby | None) -> None:
        """Count it, and ask once more."""
        from massage_guide.storage.erasing import what_goes

        safe = self._safe
        name = baby.name if baby else ""
        safe.errands.run(
            lambda: what_goes(safe.data_dir, baby.id if baby else None, safe.key).told(name),
            lambda outcome: self._page.show_what_goes(baby, outcome.result or ()),
            quietly=True,
        )

    @Slot(object)
    def erase(self, baby: Baby | None) -> None:
        """It was meant."""
        from massage_guide.storage.erasing import erase_baby, erase_everything

        safe = self._safe

        def work() -> tuple[Key, Erased]:
            if baby is None:
                # a new journal has no passphrase; and a forgotten one is not in the way
                return PLAIN, erase_everything(safe.data_dir)
            return safe.key, erase_baby(safe.data_dir, baby.id, safe.key)

        safe.alone(work, lambda outcome: self._erased(outcome, baby))

    @Slot(object)
    def erase_class(self, register: UUID) -> None:
        """A class goes from the register; it was meant."""
        from massage_guide.storage.erasing import erase_class

        safe = self._safe
        safe.alone(lambda: erase_class(safe.data_dir, register, safe.key), self._class_erased)

    def _class_erased(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.class_erased.emit(outcome.error.sentence)
            return
        did: Erased = outcome.result
        self.class_erased.emit(
            self._with_left(self.tr("The class is erased, from its copies too."), did)
        )

    def _erased(self, outcome: Outcome, baby: Baby | None) -> None:
        if outcome.error is not None:
            self.done.emit(outcome.error.sentence)
            return
        did: Erased = outcome.result[1]
        told = self.tr("Everything is erased. A new, empty journal has been started.")
        if baby is not None:
            told = self.tr("Everything about {0} is erased.").format(baby.name)
        self.done.emit(self._with_left(told, did))

    def _with_left(self, told: str, did: Erased) -> str:
        if not did.left:
            return told
        left = self.tr("Not reached, please delete yourself: {0}.")
        return f"{told} {left.format(', '.join(map(breakable, did.left)))}"
