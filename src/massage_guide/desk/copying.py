"""Copying: copies taken and put back, files written for others and taken in, from Settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from massage_guide.desk.errands import Outcome
from massage_guide.desk.safekeeping import Safekeeping
from massage_guide.domain.keeping import (
    breakable,
    copies_told,
    imported_told,
    listed,
    many,
    moment_told,
)
from massage_guide.storage.errors import BackupIsDamaged, CopyIsLocked
from massage_guide.storage.key import Key
from massage_guide.widgets.places import folder_to_use, place_to_open, place_to_save
from massage_guide.windows.copies_page import CopiesPage
from massage_guide.windows.keeping_screen import KeepingScreen

if TYPE_CHECKING:  # what says SQL is loaded after the first paint
    from massage_guide.domain.session import Baby
    from massage_guide.storage.merging import Merged
    from massage_guide.storage.parcel import Parcel
    from massage_guide.storage.restoring import Restored


class Copying(QObject):
    """Joins the page of what is kept, and the list of copies, with the journal's keeping.

    Signals:
    screen_wanted(str): settings, keeping or copies.
    copy_is_locked(bool): the copy that is to be put back has another passphrase, and whether one
        was tried that is not its own.
    """

    screen_wanted = Signal(str)
    copy_is_locked = Signal(bool)

    def __init__(
        self,
        screen: KeepingScreen,
        page: CopiesPage,
        safe: Safekeeping,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._screen, self._page, self._safe = screen, page, safe
        self._parcel: Parcel | None = None
        self._unknown: tuple[Baby, ...] = ()
        self._file = ""
        self._locked_copy: Path | None = None
        self.ask_place: Callable[[str, str], str] = self._ask_place
        """Where a file is to be written (title, name); empty when they would rather not."""
        self.ask_folder: Callable[[str], str] = self._ask_folder
        self.ask_file: Callable[[str], str] = self._ask_file
        screen.show_folder(str(safe.data_dir))

    @Slot()
    def open(self) -> None:
        """To the page."""
        self._screen.show_told()
        self.back()

    @Slot()
    def back(self) -> None:
        """Back to the page, with what was said there."""
        self.refresh()
        self.screen_wanted.emit("keeping")

    @Slot()
    def leave(self) -> None:
        """Back to Settings."""
        self.screen_wanted.emit("settings")

    @Slot()
    def refresh(self) -> None:
        """Say how things are now."""
        from massage_guide.storage.backups import backups
        from massage_guide.storage.copies import newest_copy

        taken = [one.taken for one in backups(self._safe.data_dir)]
        own = newest_copy(self._safe.data_dir)
        self._screen.show_copies(copies_told(taken, self._now(), own))
        self._screen.show_passphrase(there=self._safe.key.seals, locked=self._safe.locked)

    def tell(self, *sentences: str) -> None:
        """Say on the page what was done."""
        self.back()
        self._screen.show_told(*sentences)

    @Slot()
    def take_copy(self) -> None:
        """Copy the journal to a chosen place."""
        name = f"massage-guide-{self._now():%Y-%m-%d}.sqlite3"
        place = self.ask_place(self.tr("A copy of your notes"), name)
        if place:
            from massage_guide.storage.backups import back_up_to

            safe, out = self._safe, Path(place)
            words = self.tr("Your notes were copied to {0}.").format(breakable(out))
            safe.beside(
                lambda: back_up_to(safe.data_dir, out, safe.key),
                lambda outcome: self._told(outcome, words),
            )

    @Slot(bool)
    def export(self, tables: bool) -> None:
        """Write everything to a file, or tables into a folder."""
        from massage_guide.storage.exporting import export_json
        from massage_guide.storage.spreadsheet import export_csv

        safe = self._safe
        if tables:
            place = self.ask_folder(self.tr("A folder for three tables"))
        else:
            name = f"massage-guide-{self._now():%Y-%m-%d}.json"
            place = self.ask_place(self.tr("A file for another laptop"), name)
        if not place:
            return
        out = Path(place)

        def work() -> str:
            if tables:
                did = export_csv(safe.data_dir, out, safe.key)
            else:
                did = export_json(safe.data_dir, out, safe.wall_clock, safe.key)
            babies = many(did.babies, "baby", "babies")
            return f"{many(did.sessions, 'massage')} of {babies}"

        safe.beside(work, lambda outcome: self._exported(outcome, out))

    def _exported(self, outcome: Outcome, out: Path) -> None:
        words = self.tr("{0} written to {1}. Anybody who has it can read it.")
        self._told(outcome, words.format(outcome.result, breakable(out)))

    @Slot()
    def take_in(self) -> None:
        """Take in a file of another laptop; babies that are not known here are asked about."""
        place = self.ask_file(self.tr("Massage Guide’s files") + " (*.json)")
        if place:
            from massage_guide.storage.merging import unknown_babies
            from massage_guide.storage.parcel import read_parcel

            safe = self._safe

            def work() -> tuple[Parcel, tuple[Baby, ...]]:
                parcel = read_parcel(Path(place))
                return parcel, unknown_babies(safe.data_dir, parcel, safe.key)

            safe.beside(work, lambda outcome: self._looked_into(outcome, Path(place).name))

    def _looked_into(self, outcome: Outcome, name: str) -> None:
        if outcome.error is not None:
            self._told(outcome, "")
            return
        self._parcel, self._unknown = outcome.result
        self._file = name
        if self._unknown:
            self._screen.show_told()
            self._screen.ask_about(listed([baby.name for baby in self._unknown]))
        else:
            self.answer_babies(False)

    @Slot(bool)
    def answer_babies(self, wanted: bool) -> None:
        """Merge, with or without the babies that were not known."""
        parcel, self._parcel = self._parcel, None
        if parcel is None:
            return
        from massage_guide.storage.merging import merge

        safe = self._safe
        add = [baby.id for baby in self._unknown] if wanted else []
        safe.alone(lambda: merge(safe.data_dir, parcel, add, safe.key), self._merged)

    def _merged(self, outcome: Outcome) -> None:
        did: Merged | None = outcome.result
        words = ""
        if did is not None:
            words = imported_told(self._file, did.babies, did.sessions, did.changed, did.deleted)
        self._told(outcome, words)

    @Slot()
    def open_copies(self) -> None:
        """To the list of copies; each is looked into beside the window."""
        self._page.show_told()
        self._list_copies()

    def _list_copies(self) -> None:
        from massage_guide.storage.backups import look_into

        self._page.show_reading()
        self.screen_wanted.emit("copies")
        safe = self._safe
        safe.errands.run(lambda: look_into(safe.data_dir, safe.key), self._listed, quietly=True)

    def _listed(self, outcome: Outcome) -> None:
        self._page.show_copies(outcome.result or (), self._now())

    @Slot()
    def choose_file(self) -> None:
        """A copy that lies elsewhere."""
        place = self.ask_file(self.tr("Copies of your notes") + " (*.sqlite3)")
        if place:
            self.put_back(Path(place))

    @Slot(object)
    def put_back(self, copy: Path) -> None:
        """Put this copy in the journal's place, after a copy of what is there."""
        self._put_back(copy, None)

    @Slot(str)
    def put_back_with(self, words: str) -> None:
        """These are the words of the copy that was locked."""
        if self._locked_copy is not None:
            from massage_guide.storage.key import passphrase_for

            self._put_back(self._locked_copy, passphrase_for(self._locked_copy, words))

    def _put_back(self, copy: Path, copy_key: Key | None) -> None:
        from massage_guide.storage.restoring import restore

        safe = self._safe
        safe.alone(
            lambda: restore(safe.data_dir, copy, safe.wall_clock, safe.key, copy_key),
            lambda outcome: self._restored(outcome, copy, tried=copy_key is not None),
        )

    def _restored(self, outcome: Outcome, copy: Path, *, tried: bool) -> None:
        error, did = outcome.error, outcome.result
        if isinstance(error, CopyIsLocked):
            self._locked_copy = copy
            self.copy_is_locked.emit(tried)
        elif error is not None:
            told = self._damaged(error) if isinstance(error, BackupIsDamaged) else (error.sentence,)
            self._page.show_told(*told)
            self._list_copies()
        else:
            self.tell(*self._put_back_told(did))

    def _damaged(self, error: BackupIsDamaged) -> tuple[str, ...]:
        from massage_guide.storage.backups import backups

        first = self.tr("This copy is damaged, and your notes are as they were.")
        older = [one for one in backups(self._safe.data_dir) if one.path == error.older]
        if not older:
            return (first,)
        second = self.tr("The next older good one is from {0}.")
        return first, second.format(moment_told(older[0].taken, self._now()))

    def _put_back_told(self, did: Restored) -> tuple[str, ...]:
        first = self.tr("The copy was put back; it holds {0}.")
        after = ""
        if did.before:
            after = self.tr("Your notes from before are now a copy too, the newest in the list.")
        elif did.aside:
            after = self.tr("The damaged journal lies in {0}.").format(breakable(did.aside))
        return first.format(many(did.sessions, "massage")), after

    def _told(self, outcome: Outcome, words: str) -> None:
        self.tell(words if outcome.error is None else outcome.error.sentence)

    def _now(self) -> datetime:
        return self._safe.wall_clock().replace(tzinfo=None)

    def _ask_place(self, title: str, name: str) -> str:
        return place_to_save(self._screen, title, name)

    def _ask_folder(self, title: str) -> str:
        return folder_to_use(self._screen, title)

    def _ask_file(self, kinds: str) -> str:
        return place_to_open(self._screen, self.tr("Which file?"), kinds)
