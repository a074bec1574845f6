"""Locking: the passphrase, asked for at the start, set, changed and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from massage_guide.desk.errands import Outcome
from massage_guide.desk.safekeeping import Safekeeping
from massage_guide.domain.keeping import breakable, listed, wait_after
from massage_guide.storage.errors import JournalIsLocked, PassphraseIsWrong
from massage_guide.storage.key import Key, Passphrase, passphrase_for
from massage_guide.windows.passphrase_page import PassphrasePage, Wanted
from massage_guide.windows.unlock_card import UnlockCard

if TYPE_CHECKING:  # what says SQL is loaded after the first paint
    from massage_guide.storage.sealing import Sealed


class Locking(QObject):
    """Joins the card and the page of the passphrase with the journal's keeping.

    Signals:
    screen_wanted(str): passphrase.
    card_wanted(): the passphrase is to be asked for.
    unlocked(): the journal is open.
    told(str): what goes on without it.
    done(str, str): what was done, and what is to be known besides.
    """

    screen_wanted = Signal(str)
    card_wanted = Signal()
    unlocked = Signal()
    told = Signal(str)
    done = Signal(str, str)

    def __init__(
        self,
        card: UnlockCard,
        page: PassphrasePage,
        safe: Safekeeping,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._card, self._page, self._safe = card, page, safe
        self._tries = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._ready_again)

    @property
    def rest_seconds(self) -> float:
        """How long no words are taken now."""
        return self._rest.interval() / 1000 if self._rest.isActive() else 0.0

    @Slot()
    def open(self) -> None:
        """To the page; where the journal waits for its words, to the card."""
        if self._safe.locked:
            self.card_wanted.emit()
            return
        self._page.show_for(Wanted.CHANGE if self._safe.key.seals else Wanted.SET)
        self.screen_wanted.emit("passphrase")

    @Slot(bool)
    def ask_for_copy(self, tried: bool) -> None:
        """A copy that is to be put back has a passphrase of its own, and not the one just tried."""
        self._page.show_for(Wanted.COPY)
        if tried:
            self._page.show_told(self.tr("That is not the passphrase of this copy."))
        self.screen_wanted.emit("passphrase")

    # At the start

    @Slot(str)
    def try_words(self, words: str) -> None:
        """Try these, beside the window, which stays awake meanwhile."""
        from massage_guide.storage.raw import journal_path
        from massage_guide.storage.sealing import opens

        safe = self._safe
        self._card.show_waiting(True)
        self._card.show_said(self.tr("One moment …"))

        def work() -> Key:
            key = passphrase_for(journal_path(safe.data_dir), words)
            if not opens(safe.data_dir, key):
                raise PassphraseIsWrong
            return key

        safe.errands.run(work, self._tried, quietly=True)

    def _tried(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._tries += 1
            self._card.show_said(self.tr("That is not the passphrase. Please try again."))
            self._rest.start(wait_after(self._tries) * 1000)
            return
        self._tries = 0
        self._safe.key = outcome.result
        self._safe.open()
        self.unlocked.emit()

    @Slot()
    def _ready_again(self) -> None:
        self._card.show_waiting(False)

    @Slot()
    def not_now(self) -> None:
        """The card was put away."""
        if self._safe.locked:
            self.told.emit(JournalIsLocked().sentence)

    @Slot()
    def stop(self) -> None:
        """The window closes."""
        self._rest.stop()

    # Set, changed, taken away

    @Slot(str)
    def set_words(self, words: str) -> None:
        """Encrypt the journal and its copies."""
        self._seal(Passphrase(words), self.tr("Your notes now open with your passphrase."))

    @Slot(str, str)
    def change_words(self, old: str, new: str) -> None:
        """Encrypt all of them anew."""
        if self._knows(old):
            self._seal(Passphrase(new), self.tr("Your passphrase is changed."))

    @Slot(str)
    def take_away(self, old: str) -> None:
        """Write all of them so that anybody can read them."""
        key = self._safe.key
        if not self._knows(old) or not isinstance(key, Passphrase):
            return
        from massage_guide.storage.key import PLAIN
        from massage_guide.storage.sealing import unseal

        safe = self._safe
        words = self.tr("Your notes open without a passphrase again.")
        safe.alone(
            lambda: (PLAIN, unseal(safe.data_dir, key)),
            lambda outcome: self._written(outcome, words),
        )

    def _seal(self, key: Passphrase, words: str) -> None:
        from massage_guide.storage.sealing import seal

        safe = self._safe
        before = safe.key
        safe.alone(
            lambda: (key, seal(safe.data_dir, key, before)),
            lambda outcome: self._written(outcome, words),
        )

    def _knows(self, words: str) -> bool:
        key = self._safe.key
        known = isinstance(key, Passphrase) and key.is_of(words)
        if not known:
            self._page.show_told(self.tr("That is not your passphrase as it is now."))
        return known

    def _written(self, outcome: Outcome, words: str) -> None:
        if outcome.error is not None:
            self._page.show_told(outcome.error.sentence)
            return
        _key, did = outcome.result
        self._page.show_for(Wanted.SET)
        self.done.emit(words, self._besides(did))

    def _besides(self, did: Sealed) -> str:
        told = []
        if did.elsewhere:
            readable = self.tr("Anybody can still read these files elsewhere: {0}.")
            told.append(readable.format(", ".join(map(breakable, did.elsewhere))))
        if did.removed:
            gone = self.tr("Damaged copies that were deleted: {0}.")
            told.append(gone.format(listed(did.removed)))
        if did.left:
            left = self.tr("Copies that are as they were: {0}.")
            told.append(left.format(listed(did.left)))
        return " ".join(told)
