"""What the class sees, whatever keys come in whatever order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from massage_guide.domain.class_keys import DIGITS, FIXED, USUAL, ClassKeys, Wish
from massage_guide.domain.class_view import (
    ClassBadge,
    ClassView,
    Cover,
    Order,
    Seen,
    answered,
    rested,
    typed,
)

wishes = st.sampled_from(Wish)
keys_in_the_hall = st.lists(st.one_of(wishes, st.sampled_from(sorted(DIGITS))), max_size=30)


def after(view: ClassView, *pressed: Wish | str) -> ClassView:
    for one in pressed:
        view = answered(view, one)[0] if isinstance(one, Wish) else typed(view, one)
    return view


BEGUN = after(ClassView(), Wish.BEGIN)


@given(keys_in_the_hall)
def test_black_stays_black_until_it_is_lifted(pressed: list[Wish | str]) -> None:
    black = after(BEGUN, Wish.BLACK)
    for one in pressed:
        if one is not Wish.BLACK:
            black = after(black, one)
            assert black.seen is Seen.BLACK
            assert black.badge is ClassBadge.BLACK
    assert after(black, Wish.BLACK).seen is not Seen.BLACK


@given(keys_in_the_hall)
def test_frozen_stays_frozen_while_the_presenter_looks_ahead(pressed: list[Wish | str]) -> None:
    frozen = after(BEGUN, Wish.FREEZE)
    for one in pressed:
        if one is not Wish.FREEZE:
            frozen = after(frozen, one)
            assert frozen.frozen
    assert not after(frozen, Wish.FREEZE).frozen


@given(keys_in_the_hall, st.lists(st.booleans(), max_size=5))
def test_every_key_in_every_state_leaves_a_state_that_makes_sense(
    pressed: list[Wish | str], rests: list[bool]
) -> None:
    view = ClassView()
    for at, one in enumerate(pressed):
        before = view
        if isinstance(one, Wish):
            view, order = answered(view, one)
            # nothing moves on while something lies over the picture, and nothing before it began
            if order in (Order.NEXT, Order.BACK):
                assert before.begun
                assert before.cover is Cover.NONE
            if order is Order.NEXT:
                assert not before.resting
            if order is Order.JUMP:
                assert before.typed
            assert not view.typed
        else:
            view = typed(view, one)
        if at < len(rests) and view.begun:
            view = rested(view, rests[at])
        assert view.begun or not (view.frozen or view.resting)
        assert not view.rested_for_cover or (view.resting and view.cover is not Cover.NONE)
        assert before.begun <= view.begun


@given(keys_in_the_hall)
def test_a_clicker_alone_always_finds_the_way_on(pressed: list[Wish | str]) -> None:
    view = after(ClassView(), *pressed)
    for _ in range(3):
        view, order = answered(view, Wish.NEXT)
        if order is Order.NEXT:
            break
    else:
        raise AssertionError("three presses of next, and still not on the way")


def test_a_slide_rests_the_class_and_gives_it_back_as_it_was() -> None:
    view, order = answered(BEGUN, Wish.HOLDING)
    assert (view.seen, view.resting, order) == (Seen.HOLDING, True, Order.REST)
    view, order = answered(view, Wish.CUE_CARD)
    assert (view.seen, order) == (Seen.CUE_CARD, None)
    view, order = answered(view, Wish.CUE_CARD)
    assert (view.seen, view.resting, order) == (Seen.PICTURE, False, Order.GO_ON)
    resting = after(BEGUN, Wish.REST, Wish.BREATHE, Wish.BREATHE)
    assert resting.resting
    assert resting.badge is ClassBadge.RESTED


def test_a_number_and_enter_jump_there_and_enter_alone_goes_on() -> None:
    view = after(BEGUN, "1", "2")
    assert view.typed == "12"
    assert answered(view, Wish.ENTER)[1] is Order.JUMP
    assert answered(BEGUN, Wish.ENTER)[1] is Order.NEXT
    assert after(view, Wish.LEAVE_FULL_SCREEN).typed == ""
    assert after(view, "3", "4").typed == "123"


def test_each_usual_key_wishes_one_thing() -> None:
    keys = ClassKeys()
    for wish, names in USUAL.items():
        assert [keys.wish(name) for name in names] == [wish] * len(names)
    assert keys.text() == ""
    assert not DIGITS & {name for names in USUAL.values() for name in names}


@given(st.lists(st.tuples(wishes, st.sampled_from(["B", "Z", "F9", "5", "Esc", "", "A B", ";"]))))
def test_changed_keys_are_kept_and_read_again(changes: list[tuple[Wish, str]]) -> None:
    keys = ClassKeys()
    for wish, key in changes:
        keys = keys.with_key(wish, key)
        if keys.may_take(wish, key):
            assert keys.wish(key) is wish
    assert ClassKeys.of_text(keys.text()) == keys
    assert all(keys.keys(wish) == USUAL[wish] for wish in FIXED)
    assert not any(keys.wish(digit) for digit in DIGITS)


@given(st.text())
def test_a_damaged_line_of_keys_breaks_nothing(text: str) -> None:
    keys = ClassKeys.of_text(text)
    assert keys.wish("Esc") is Wish.LEAVE_FULL_SCREEN
    assert ClassKeys.of_text(keys.text()) == keys
