"""Keys and presses on the real window: whatever is pressed, nothing breaks and nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from massage_guide.domain.played import PlayedStep
from massage_guide.domain.session import Place
from massage_guide.domain.timeline import Moment
from massage_guide.playback.player import PlayState
from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.journal import Journal
from massage_guide.storage.opening import open_journal
from tests.parent import Key, Parent, Starting

LISTED = [
    *(Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_MediaPlay, Key.Key_MediaPause),
    *(Key.Key_Right, Key.Key_PageDown, Key.Key_Left, Key.Key_PageUp, Key.Key_Up, Key.Key_Down),
    *(Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5),
    *(Key.Key_H, Key.Key_C, Key.Key_N, Key.Key_F, Key.Key_F11, Key.Key_E, Key.Key_F1),
    *(Key.Key_Question, Key.Key_Escape),
]
UNLISTED = [
    *(Key.Key_A, Key.Key_B, Key.Key_M, Key.Key_P, Key.Key_Q, Key.Key_Z, Key.Key_0, Key.Key_6),
    *(Key.Key_9, Key.Key_Period, Key.Key_F2, Key.Key_F4, Key.Key_F5, Key.Key_F10, Key.Key_Delete),
    *(Key.Key_Insert, Key.Key_Menu, Key.Key_Print, Key.Key_CapsLock, Key.Key_VolumeUp),
]
MOVING = [Key.Key_Tab, Key.Key_Backtab, Key.Key_Home, Key.Key_End, Key.Key_Backspace]


@dataclass(frozen=True)
class Press:
    key: Qt.Key
    after: float


@dataclass(frozen=True)
class Lean:
    """On a key, so that it repeats."""

    key: Qt.Key


@dataclass(frozen=True)
class Click:
    """At these shares of the window."""

    x: float
    y: float
    after: float


@dataclass(frozen=True)
class Choose:
    """One of the buttons in sight."""

    number: int
    after: float


@dataclass(frozen=True)
class Wait:
    seconds: float


@dataclass(frozen=True)
class Sleep:
    """The lid is closed, or the clock is set."""

    seconds: float


Deed = Press | Lean | Click | Choose | Wait | Sleep

any_key = st.sampled_from([*LISTED, *LISTED, *LISTED, *MOVING, *UNLISTED])
pause = st.sampled_from([0.05, 0.3, 0.6, 0.6, 2.0])
presses = st.builds(Press, any_key, pause)
actions: st.SearchStrategy[list[Deed]] = st.lists(
    st.one_of(
        presses,
        presses,
        presses,
        st.builds(Lean, st.sampled_from(LISTED)),
        st.builds(Click, st.floats(0, 1), st.floats(0, 1), pause),
        st.builds(Choose, st.integers(0, 40), pause),
        st.builds(Wait, st.sampled_from([0.2, 5.0, 21.0, 70.0])),
        st.builds(Sleep, st.sampled_from([-3600.0, 10.0, 3600.0])),
    ),
    max_size=24,
)
quick = settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)


class Told:
    """What one massage must have left in the journal."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, str | None]] = []
        self.events: list[str] = []
        self.ratings: list[tuple[float, int]] = []

    def rated(self, when: float, value: int) -> None:
        """Within three seconds a rating replaces the one before."""
        if self.ratings and abs(when - self.ratings[-1][0]) <= 3.0:
            self.ratings.pop()
        self.ratings.append((when, value))


class Watcher:
    """Looks over the parent's shoulder, and knows what must be in the journal afterwards."""

    def __init__(self, parent: Parent) -> None:
        self.parent = parent
        self.massages: dict[UUID, Told] = {}
        self._seconds = 0.0
        self._may_go_back = True
        player = parent.program.player
        player.moment_changed.connect(self._on_moment)
        player.happened.connect(self._on_happened)
        player.step_began.connect(self._on_step)
        player.state_changed.connect(self._on_state)
        parent.program.screens.guide.rated.connect(self._on_rated)

    def begin(self) -> None:
        """At Home, with nothing told yet."""
        self.go_home()
        self.massages.clear()
        self._may_go_back = True

    def do(self, deed: Deed) -> None:
        """Do one thing, and see that the program stands it."""
        parent = self.parent
        match deed:
            case Press(key, after):
                parent.press(key, after=after)
            case Lean(key):
                parent.hold_down(key, 3)
            case Click(x, y, after):
                parent.click_at(x, y, after)
            case Choose(number, after):
                self._choose(number, after)
            case Wait(seconds):
                parent.wait(seconds)
                parent.breathe()
            case Sleep(seconds):
                parent.clock.asleep(seconds)
                parent.wait(0.5)
        assert not parent.mistakes
        assert not parent.dialogs()
        assert parent.window.isVisible()

    def go_home(self) -> None:
        """From anywhere back to Home, by keys and presses alone."""
        parent = self.parent
        for _ in range(20):
            if parent.card:
                parent.press(Key.Key_Escape, after=1.0)
            elif parent.screen == "home":
                return
            elif parent.screen == "guide" and parent.rests():
                # out of full screen, and while it asks why it ends back to the other choices
                parent.press(Key.Key_Escape, Key.Key_Escape, after=1.0)
                parent.click("Go on", after=5.0)
            elif parent.screen == "guide":
                parent.press(Key.Key_E, Key.Key_E, after=1.0)
            elif parent.screen == "ask":
                parent.press(Key.Key_E, after=1.0)
            else:
                # Escape takes the keyboard out of chips and fields
                parent.press(Key.Key_Escape, Key.Key_Space, after=1.0)
        raise AssertionError(f"no way home from {parent.screen}, {parent.card}")

    def check_the_journal(self) -> None:
        """Every event, step and rating is on disk, and every step has an end."""
        journal = Journal(self.parent.folder / FILE_NAME, self.parent.clock.wall)
        try:
            for session, told in self.massages.items():
                kept = journal.session(session)
                assert kept is not None and kept.ending is not None
                assert [(step.number, step.stroke) for step in kept.steps] == told.steps
                assert all(step.how is not None and step.ended for step in kept.steps)
                assert [e.kind for e in kept.events if e.kind in KEPT] == told.events
                during = [seen for seen in kept.observations if seen.place is Place.GUIDE]
                assert [int(seen.value) for seen in during] == [v for _when, v in told.ratings]
        finally:
            journal.close()

    def _choose(self, number: int, after: float) -> None:
        window = self.parent.window
        buttons = [button for button in self.parent.buttons() if button.isEnabled()]
        if buttons:
            button = buttons[number % len(buttons)]
            centre = button.mapTo(window, button.rect().center())
            if window.rect().contains(centre):
                x, y = centre.x() / window.width(), centre.y() / window.height()
                self.parent.click_at(x, y, after)

    def _told(self) -> Told:
        session = self.parent.program.recorder.session
        assert session is not None
        return self.massages.setdefault(session, Told())

    def _on_step(self, step: PlayedStep) -> None:
        self._told().steps.append((step.number, step.stroke.id if step.stroke else None))

    def _on_rated(self, value: int) -> None:
        self._told().rated(self.parent.clock.wall().timestamp(), value)

    def _on_moment(self, moment: Moment) -> None:
        assert self._may_go_back or moment.seconds >= self._seconds - 1e-6
        self._may_go_back = False
        self._seconds = moment.seconds

    def _on_happened(self, kind: str, detail: str) -> None:
        self._may_go_back = self._may_go_back or kind in ("again", "back", "jump")
        self._told().events.append("hold_off" if (kind, detail) == ("hold", "off") else kind)

    def _on_state(self, state: str) -> None:
        self._may_go_back = self._may_go_back or state == PlayState.READY


KEPT = ("again", "back", "jump", "hold", "hold_off", "rest", "go_on", "pace", "gap")


def begin_at(parent: Parent, place: str) -> None:
    """From Home to this screen."""
    program = parent.program
    if place in ("journal", "settings"):
        parent.click(place.capitalize())
    elif place == "baby":
        # the presses before may have added one
        parent.click(next(one.text() for one in parent.buttons() if one.text().startswith("Add a")))
    elif place == "get_ready":
        program.ready.begin("legs-and-feet")
    elif place == "breath":
        program.ready.begin("first-touch")
        parent.press(Key.Key_Space)
    elif place == "ask":
        program.ready.begin("wind-and-tummy")
        parent.press(Key.Key_Space, Key.Key_Space)
    elif place == "enough":
        parent.begin_massage("two-minutes-peace")
        parent.press(Key.Key_E, Key.Key_E)


@quick
@given(routine=st.sampled_from(["first-touch", "two-minutes-peace"]), deeds=actions)
def test_whatever_is_pressed_during_a_massage_nothing_is_lost(
    watcher: Watcher, routine: str, deeds: list[Deed]
) -> None:
    watcher.begin()
    watcher.parent.begin_massage(routine)
    for deed in deeds:
        watcher.do(deed)
    watcher.go_home()
    watcher.check_the_journal()


@quick
@given(
    place=st.sampled_from(
        ["home", "get_ready", "breath", "ask", "enough", "journal", "settings", "baby"]
    ),
    deeds=actions,
)
def test_whatever_is_pressed_on_any_other_screen_nothing_breaks(
    watcher: Watcher, place: str, deeds: list[Deed]
) -> None:
    watcher.begin()
    begin_at(watcher.parent, place)
    for deed in deeds:
        watcher.do(deed)
    watcher.go_home()
    watcher.check_the_journal()


@pytest.fixture
def watcher(at_home: Starting) -> Watcher:
    return Watcher(at_home())


@pytest.fixture
def giving(at_home: Starting) -> Parent:
    """A parent in the middle of the first stroke."""
    parent = at_home()
    parent.begin_massage()
    parent.wait_for_step("touch-relaxation-leg", "left")
    return parent


def what_happens(parent: Parent) -> list[str]:
    """A list that fills with what the player tells from now on."""
    happened: list[str] = []

    def tell(kind: str, detail: str) -> None:
        happened.append(f"{kind} {detail}".strip())

    parent.program.player.happened.connect(tell)
    return happened


def test_escape_rests_and_never_ends_a_massage(giving: Parent) -> None:
    giving.press(Key.Key_F11)
    assert giving.window.isFullScreen()
    giving.press(Key.Key_Escape)
    assert not giving.window.isFullScreen() and not giving.rests()
    for _ in range(5):
        giving.press(Key.Key_Escape)
        assert giving.rests() and giving.screen == "guide"
    giving.press(Key.Key_Space)
    assert not giving.rests()


@pytest.mark.parametrize("resting", [False, True])
def test_keys_that_are_not_listed_do_nothing(giving: Parent, resting: bool) -> None:
    if resting:
        giving.press(Key.Key_Space)
    happened = what_happens(giving)
    step = giving.program.player.moment.step
    for key in UNLISTED:
        giving.press(key, after=0.1)
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Key.Key_E, Key.Key_E, Key.Key_Space, Key.Key_Q, Key.Key_N, Key.Key_F, Key.Key_H):
        giving.chord(key, control)
    assert happened == []
    assert not giving.window.is_dim and not giving.window.isFullScreen()
    assert (giving.screen, giving.card, giving.rests()) == ("guide", "", resting)
    assert giving.program.player.moment.step == step


def test_leaning_on_a_key_is_one_press(giving: Parent) -> None:
    happened = what_happens(giving)
    began: list[object] = []
    giving.program.player.step_began.connect(began.append)
    keys = (Key.Key_Right, Key.Key_Left, Key.Key_Up, Key.Key_H, Key.Key_E, Key.Key_Space)
    for key in keys:
        happened.clear()
        began.clear()
        giving.hold_down(key, 15)
        assert giving.screen == "guide"
        assert len(happened) <= 1 and len(began) <= 1, key


def test_a_second_press_that_comes_at_once_is_a_slip(giving: Parent) -> None:
    giving.press(Key.Key_Space)
    giving.press(Key.Key_Space, after=0.3)
    assert giving.rests()
    giving.press(Key.Key_Space)
    assert not giving.rests()
    giving.press(Key.Key_MediaPlay, after=0.39)
    assert not giving.rests()
    giving.click_at(0.5, 0.4)
    giving.click_at(0.5, 0.4, after=0.1)
    assert giving.rests()


def test_e_twice_is_enough_and_e_once_is_not(giving: Parent) -> None:
    giving.press(Key.Key_E)
    assert giving.program.screens.guide.badges == ("E again for enough",)
    giving.wait(4.1)
    giving.press(Key.Key_E)
    assert giving.screen == "guide"
    giving.press(Key.Key_E)
    assert giving.screen == "enough"


def test_a_held_stroke_and_a_pace_do_not_follow_into_the_next_massage(giving: Parent) -> None:
    giving.press(Key.Key_H, Key.Key_Down)
    assert "".join(giving.program.screens.guide.badges)
    giving.press(Key.Key_E, Key.Key_E, Key.Key_Space, Key.Key_Space)
    giving.begin_massage()
    assert not "".join(giving.program.screens.guide.badges)
    assert (giving.program.player.hold, giving.program.player.pace) == (False, 1.0)


def test_closing_the_window_in_the_middle_keeps_it_unfinished(
    giving: Parent, at_home: Starting
) -> None:
    giving.press(Key.Key_4)
    giving.close()
    assert not giving.window.isVisible() and not giving.dialogs()

    journal = open_journal(giving.folder, giving.clock.wall).journal
    assert journal is not None
    unfinished = journal.unfinished()
    assert unfinished is not None and unfinished.stroke == "touch-relaxation-leg"
    journal.close()

    later = at_home(giving.folder, giving.clock)
    assert "You were in the middle of First touch" in later.words()
    later.click("That was enough")
    assert later.screen == "enough"
    later.press(Key.Key_Space, Key.Key_Space)
    later.close()

    again = at_home(giving.folder, giving.clock)
    assert "You were in the middle" not in again.words()


def test_every_key_of_a_clicker_and_a_pedal_works(giving: Parent) -> None:
    player = giving.program.player
    for key in (Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_MediaTogglePlayPause):
        giving.press(key)
        assert giving.rests()
        giving.press(key)
        assert not giving.rests()
    giving.press(Key.Key_PageDown)
    assert player.moment.step is not None and player.moment.step.number == 3
    giving.press(Key.Key_PageUp)
    giving.press(Key.Key_PageUp)
    assert player.moment.step is not None and player.moment.step.number == 2
