"""Ask: hands rubbed and shown, and all the time in the world for an answer."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from massage_guide.domain.session import Answer
from massage_guide.widgets.buttons import Button, Kind
from massage_guide.widgets.corners import Corners
from massage_guide.widgets.page import Page
from massage_guide.widgets.settling import Clock
from massage_guide.widgets.theme import Role, Theme
from massage_guide.widgets.words import Words

_KEYS = {
    Qt.Key.Key_Right: Answer.YES,
    Qt.Key.Key_PageDown: Answer.YES,
    Qt.Key.Key_Left: Answer.NOT_SURE,
    Qt.Key.Key_PageUp: Answer.NOT_SURE,
    Qt.Key.Key_E: Answer.NOT_NOW,
}


class Ask(Page):
    """The asking step: three huge answers, none of them better than another.

    Signals: answered(Answer), help_requested.
    """

    answered = Signal(object)

    def __init__(
        self, picture: QWidget, clock: Clock = monotonic, parent: QWidget | None = None
    ) -> None:
        super().__init__(clock, parent)
        self._picture = picture
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._corners = Corners(picture)
        self.head.addStretch(1)
        self.head.addWidget(self.help_button)
        self._question = Words(role=Role.DISPLAY)
        self._how = Words(
            self.tr("Rub your hands together. Show them, open. Then wait, and watch."), Role.LEAD
        )
        self._hint = Words(
            self.tr(
                "Looking at you, reaching or growing still may be a yes. Looking away or "
                "fussing may be a no. You know your baby best, and there is no hurry."
            ),
            Role.SOFT,
        )
        self._beside = QHBoxLayout()
        self._beside.addWidget(self._picture, 5)
        words = QVBoxLayout()
        words.addStretch(1)
        self._watch = self._hint.text()
        for part in (self._question, self._how, self._hint):
            words.addWidget(part)
        words.addStretch(1)
        self._words = words
        self._beside.addLayout(words, 4)
        self.body.addLayout(self._beside, 1)
        self._build_answers()
        self.show_baby("")

    def _build_answers(self) -> None:
        self._buttons = {
            Answer.NOT_NOW: _answer(self.tr("Not now"), Kind.OFFER),
            Answer.NOT_SURE: _answer(self.tr("Not sure"), Kind.OFFER),
            Answer.YES: _answer(self.tr("Yes"), Kind.GO),
        }
        keys = {
            Answer.NOT_NOW: self.tr("E"),
            Answer.NOT_SURE: self.tr("Just hold (Left)"),
            Answer.YES: self.tr("Space"),
        }
        for answer, button in self._buttons.items():
            button.set_detail(keys[answer])
            self.foot.addWidget(button, 1)
        self._buttons[Answer.YES].clicked.connect(self._on_yes)
        self._buttons[Answer.NOT_SURE].clicked.connect(self._on_not_sure)
        self._buttons[Answer.NOT_NOW].clicked.connect(self._on_not_now)

    def show_baby(self, name: str) -> None:
        """Ask about this baby by name, when there is one."""
        who = name or self.tr("your baby")
        self._question.setText(self.tr("Shall we see if {0} fancies this?").format(who))

    def show_said(self, words: str) -> None:
        """Caption what is being said; then tell again what may be a yes."""
        self._hint.setText(words or self._watch)

    def button(self, answer: Answer) -> Button:
        """The button of an answer."""
        return self._buttons[answer]

    def fit(self, theme: Theme) -> None:
        """Set the gaps for a theme."""
        super().fit(theme)
        self._beside.setSpacing(theme.px(36))
        self._words.setSpacing(theme.px(16))
        # Larger words need more of the width than the picture does.
        larger = theme.text_percent > 125
        self._beside.setStretch(0, 4 if larger else 5)
        self._beside.setStretch(1, 5 if larger else 4)
        self._picture.setMinimumSize(theme.px(300), theme.px(240))

    def go_on(self) -> None:
        """Space is yes."""
        self.answered.emit(Answer.YES)

    def key(self, key: int) -> bool:
        """Right is yes, Left not sure, E not now."""
        answer = _KEYS.get(Qt.Key(key))
        if answer is not None:
            self.answered.emit(answer)
        return answer is not None

    @Slot()
    def _on_yes(self) -> None:
        self.answered.emit(Answer.YES)

    @Slot()
    def _on_not_sure(self) -> None:
        self.answered.emit(Answer.NOT_SURE)

    @Slot()
    def _on_not_now(self) -> None:
        self.answered.emit(Answer.NOT_NOW)


def _answer(text: str, kind: Kind) -> Button:
    button = Button(text, kind, role=Role.ANSWER, detail_role=Role.BODY)
    button.set_height(116)
    return button
