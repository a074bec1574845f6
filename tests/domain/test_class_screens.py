"""Which screen the class looks at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from massage_guide.domain.class_screens import Arrangement, ScreenFacts, seats, swapped

LAPTOP = ScreenFacts("eDP-1", 0, 0, 1366, 768, primary=True)
PROJECTOR = ScreenFacts("HDMI-1", 1366, 0, 1920, 1080)
TV = ScreenFacts("DP-2", 3286, 0, 3840, 2160)
MIRROR = ScreenFacts("VGA-1", 0, 0, 1366, 768)


def test_the_class_looks_at_the_screen_that_is_not_the_laptops() -> None:
    for screens in ([LAPTOP, PROJECTOR], [PROJECTOR, LAPTOP]):
        found = seats(screens)
        assert found.arrangement is Arrangement.TWO
        assert (found.presenter, found.audience) == (LAPTOP, PROJECTOR)
    # where no name tells, the desktop's first screen is the laptop's
    one, two = ScreenFacts("ONE", 0, 0, 800, 600, True), ScreenFacts("TWO", 800, 0, 800, 600)
    assert seats([two, one]).audience == two


def test_the_choice_is_remembered_by_name_and_size_and_a_swap_is_a_choice() -> None:
    assert seats([LAPTOP, PROJECTOR, TV], TV.key).audience == TV
    assert seats([LAPTOP, PROJECTOR], TV.key).audience == PROJECTOR
    now = seats([LAPTOP, PROJECTOR])
    chosen = swapped(now)
    after = seats([LAPTOP, PROJECTOR], chosen)
    assert (after.presenter, after.audience) == (PROJECTOR, LAPTOP)


def test_one_screen_and_mirrored_screens_are_told_apart() -> None:
    assert seats([LAPTOP]).arrangement is Arrangement.ONE
    assert seats([LAPTOP, MIRROR]).arrangement is Arrangement.MIRRORED
    assert seats([LAPTOP, PROJECTOR], places_itself=False).arrangement is Arrangement.UNPLACED
    assert seats([]).presenter is None


screens = st.lists(
    st.builds(
        ScreenFacts,
        st.sampled_from(["eDP-1", "HDMI-1", "DP-2", "VGA-1", "Screen"]),
        st.sampled_from([0, 1366, 3286]),
        st.just(0),
        st.sampled_from([800, 1366, 1920]),
        st.sampled_from([600, 768, 1080]),
        st.booleans(),
    ),
    max_size=4,
)


@given(screens, st.sampled_from(["", LAPTOP.key, PROJECTOR.key, "nonsense"]), st.booleans())
def test_never_both_on_one_screen_without_saying_so(
    found: list[ScreenFacts], remembered: str, places_itself: bool
) -> None:
    now = seats(found, remembered, places_itself=places_itself)
    if now.arrangement is Arrangement.TWO:
        assert now.presenter is not None
        assert now.audience is not None
        assert not now.presenter.shows_the_same(now.audience)
    elif now.presenter == now.audience:
        assert now.arrangement in (Arrangement.ONE, Arrangement.MIRRORED)
