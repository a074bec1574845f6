"""Texts made ready for a voice, however odd they are."""

from __future__ import annotations

import pytest

from massage_guide.domain.speech import (
    MOST_WORDS,
    Maker,
    NothingToSayError,
    pronounced,
    sayable,
    sentences,
    slug,
)


@pytest.mark.parametrize(
    "text", ["", "  \n\t", "🙂", "…", "**", "<b></b>", "\x00\x1b\x07", "\u202e"]
)
def test_a_text_without_a_word_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(NothingToSayError, match="no word"):
        sayable(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Soft **hands**, _slowly_.", "Soft hands, slowly."),
        ("<speak>Now <break time='9s'/>the leg.</speak>", "Now the leg."),
        ("See [the leg](https://example.org/leg).", "See the leg."),
        ("Soft\x00 hands\x1b\x07 now\u200b.", "Soft hands now."),
        ("Well done 🙂 you two", "Well done you two"),
        ("Ça va, mon bébé?", "Ça va, mon bébé?"),
    ],
)
def test_markup_pictures_and_control_characters_are_not_spoken(text: str, said: str) -> None:
    assert sayable(text).text == said
    assert not sayable(text).warning


def test_ten_thousand_words_are_shortened_with_a_warning() -> None:
    found = sayable("and on " * 5000)

    assert len(found.text.split()) == MOST_WORDS
    assert "10000 words" in found.warning


def test_each_sentence_is_said_in_a_breath_of_its_own() -> None:
    assert sentences("A hand on each shin. Knees up slowly. Stay.") == [
        "A hand on each shin.",
        "Knees up slowly.",
        "Stay.",
    ]


def test_whole_words_are_respelt_and_parts_of_words_are_not() -> None:
    table = {"bow": "bough", "bow down": "bend"}

    assert pronounced("A bow, an elbow, bow down.", table) == "A bough, an elbow, bend."


def test_a_recording_is_named_by_the_first_words_it_says() -> None:
    assert slug("Soon, the other leg.") == "soon-the-other-leg"
    assert slug("Baby's left leg: hip to ankle!") == "babys-left-leg-hip-to-ankle"


def test_another_voice_speed_or_word_is_another_sound() -> None:
    maker = Maker("kokoro", "1", "bf_emma", 0.85)
    others = {
        Maker("hibari", "1", "bf_emma", 0.85).key("Rest."),
        Maker("kokoro", "2", "bf_emma", 0.85).key("Rest."),
        Maker("kokoro", "1", "af_heart", 0.85).key("Rest."),
        Maker("kokoro", "1", "bf_emma", 0.8).key("Rest."),
        maker.key("Rest"),
    }

    assert len(others | {maker.key("Rest.")}) == 6
    assert maker.key("Rest.") == Maker("kokoro", "1", "bf_emma", 0.85).key("Rest.")
