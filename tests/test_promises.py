"""The five promises, each held against the whole program."""

from __future__ import annotations

import ast
import colorsys
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from massage_guide.domain.timeline import Moment
from massage_guide.files.library import Library
from massage_guide.stage.palette import PALETTES, Palette
from tests.parent import Key, Parent, Starting

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "massage_guide"

# Promise 1: baby leads

COLD = re.compile(
    r"\b(scores?|success\w*|fail(s|ed|ure|ures|ing)?|missed|streaks?|goals?|targets?|percent\w*|"
    r"improve\w*|incomplete|perfect\w*|well done|lazy|hurry up|time.?s up|"
    r"(you|your baby|baby|babies|mums|dads|mothers|fathers|parents) (should|must|ought)|"
    r"(good|bad) (mother|father|parent|mum|dad)s?)\b",
    re.IGNORECASE,
)
"""Words that judge [domain.md 3.4 and 5.3]."""
UNSEEN = ("x-", "sources", "source", "licence", "id", "version", "reviewed_by", "d", "path")
"""Keys of asset files whose text no parent sees."""


def texts_of(value: object, where: str) -> Iterator[tuple[str, str]]:
    """Every string in a TOML value, with its place."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if not key.startswith(UNSEEN[:1]) and key not in UNSEEN:
                yield from texts_of(inner, f"{where} {key}")
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner, where)
    elif isinstance(value, str):
        yield where, value


def texts_in_assets() -> Iterator[tuple[str, str]]:
    for folder in ("strokes", "routines", "cards", "help"):
        for path in sorted((ROOT / "assets" / folder).glob("*.toml")):
            yield from texts_of(tomllib.loads(path.read_text("utf-8")), path.name)


def texts_in_code() -> Iterator[tuple[str, str]]:
    """Every sentence in the rooms that a parent sees; the command line speaks to authors."""
    for path in sorted(SOURCE.rglob("*.py")):
        room = path.relative_to(SOURCE).parts[0]
        if room in ("commands", "files", "__main__.py"):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        # docstrings stand alone; nobody but us reads them
        said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in said:
                continue
            if isinstance(node.value, str) and " " in node.value.strip():
                yield f"{path.name}:{node.lineno}", node.value


def test_no_visible_word_shouts() -> None:
    texts = [*texts_in_assets(), *texts_in_code()]
    assert len(texts) > 800
    shouting = [(where, text) for where, text in texts if "!" in text]
    assert shouting == []


def test_no_visible_word_judges() -> None:
    judging = [
        (where, text) for where, text in (*texts_in_assets(), *texts_in_code()) if COLD.search(text)
    ]
    assert judging == []


def is_red(red: int, green: int, blue: int) -> bool:
    """A red that warns; skin, terracotta and a pink cheek do not."""
    hue, saturation, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
    return (hue < 10 / 360 or hue > 340 / 360) and saturation > 0.6 and value > 0.35


@pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))
def test_no_colour_of_a_palette_is_red(palette: Palette) -> None:
    colours = [
        text
        for field in fields(palette)
        if isinstance(text := getattr(palette, field.name), str) and text.startswith("#")
    ]
    assert len(colours) > 20
    assert [c for c in colours if is_red(*bytes.fromhex(c.removeprefix("#")))] == []


def reds(widget: QWidget) -> int:
    """Red pixels of a widget, seen at a quarter of its size."""
    image = widget.grab().toImage()
    small = image.scaled(image.width() // 4, image.height() // 4)
    pixels = (small.pixel(x, y) for y in range(small.height()) for x in range(small.width()))
    return sum(is_red(one >> 16 & 255, one >> 8 & 255, one & 255) for one in pixels)


def test_no_screen_shows_red(at_home: Starting) -> None:
    parent = at_home()
    for screen in SCREENS:
        go_to(parent, screen)
        assert reds(parent.window) == 0, screen
        go_back(parent, screen)


def words_of_enough(parent: Parent) -> tuple[str, str]:
    """What Enough says first, and last without the massage's own sentence."""
    assert parent.screen == "enough"
    first = parent.words()
    parent.press(Key.Key_Space)
    last = [line for line in parent.words().splitlines() if "First touch" not in line]
    parent.press(Key.Key_Space)
    return first, "\n".join(last)


def test_enough_says_the_same_after_a_breath_as_after_all_of_it(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.wait(5)
    parent.press(Key.Key_E, Key.Key_E)
    short = words_of_enough(parent)
    parent.begin_massage()
    parent.play_to_the_end()
    assert words_of_enough(parent) == short
    parent.begin_massage()
    parent.play_to_the_end()
    parent.click("Baby said no")
    heard = words_of_enough(parent)
    parent.program.ready.begin("first-touch")
    parent.press(Key.Key_Space, Key.Key_Space, Key.Key_E)
    assert words_of_enough(parent) == heard, "a no before the first stroke is as good"


def test_one_press_rests_and_nothing_counts_down(at_home: Starting) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.wait_for_step("resting-hands")
    parent.click_at(0.3, 0.3)
    seen: list[Moment] = []
    parent.program.player.moment_changed.connect(seen.append)
    parent.wait(1200)
    assert seen == [] and parent.rests()
    assert not re.search(r"\d", parent.program.screens.guide.rest.accessibleName())


# Promise 2: oily hands


@pytest.mark.parametrize("size", [(800, 500), (1280, 720), (1920, 1080)])
def test_everything_to_press_during_a_massage_is_large(
    at_home: Starting, size: tuple[int, int]
) -> None:
    parent = at_home()
    parent.window.resize(*size)
    parent.begin_massage()
    parent.program.screens.guide.controls.appear()
    parent.breathe()
    controls = parent.buttons()
    assert len(controls) == 17
    for button in controls:
        assert min(button.width(), button.height()) >= 64, (button.text(), button.size())
    parent.press(Key.Key_Space)
    for keys in ((), (Key.Key_E,)):
        parent.press(*keys)
        choices = parent.buttons()
        assert len(choices) >= 5
        for button in choices:
            assert min(button.width(), button.height()) >= 96, (button.text(), button.size())
            assert parent.window.rect().contains(
                button.mapTo(parent.window, button.rect().center())
            )


# Promise 4: nothing leaked

HEARD: list[str] = []
_LISTENING = [False]


def _hear(event: str, args: tuple[Any, ...]) -> None:
    if not _LISTENING[0] or not event.startswith("socket."):
        return
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        HEARD.append(f"{event} {args[:1]}")
    elif event == "socket.__new__" and str(args[1]).endswith(("INET", "INET6", "2", "10")):
        HEARD.append(f"{event} {args[1:]}")
    elif event in ("socket.connect", "socket.bind") and isinstance(args[1], tuple):
        HEARD.append(f"{event} {args[1]}")


@pytest.fixture
def listening() -> Iterator[list[str]]:
    """Hear every socket that Python opens; a hook stays for ever, so it is told when."""
    if not HEARD and "_heard" not in globals():
        sys.addaudithook(_hear)
        globals()["_heard"] = True
    _LISTENING[0] = True
    yield HEARD
    _LISTENING[0] = False
    HEARD.clear()


def test_the_listener_hears_a_network(listening: list[str]) -> None:
    import socket

    socket.socket(socket.AF_INET).close()
    assert listening


def network_sockets() -> set[str]:
    """Network sockets of this process, Qt's included, where the system tells."""
    mine = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            mine.add(str(link.readlink()))
        except OSError:
            continue
    found = set()
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        path = Path("/proc/self/net") / table
        lines = path.read_text().splitlines()[1:] if path.exists() else []
        found |= {line for line in lines if f"socket:[{line.split()[9]}]" in mine}
    return found


def test_a_whole_massage_opens_no_network(at_home: Starting, listening: list[str]) -> None:
    parent = at_home()
    parent.begin_massage()
    parent.press(Key.Key_F1, Key.Key_F1)
    parent.play_to_the_end()
    parent.press(Key.Key_5, Key.Key_Space, Key.Key_Space)
    parent.click("Journal")
    parent.press(Key.Key_Space)
    parent.click("Settings")
    if sys.platform.startswith("linux"):
        assert network_sockets() == set()
    assert listening == []


# Promise 5: true

SCREENS = (
    "home",
    "get_ready",
    "breath",
    "ask",
    "guide",
    "rest",
    "enough",
    "told",
    "journal",
    "settings",
    "baby",
)


def go_to(parent: Parent, screen: str) -> None:
    """From Home."""
    presses = {
        "get_ready": (),
        "breath": (Key.Key_Space,),
        "ask": (Key.Key_Space, Key.Key_Space),
        "guide": (Key.Key_Space,) * 3,
        "rest": (Key.Key_Space,) * 4,
        "enough": (*(Key.Key_Space,) * 3, Key.Key_E, Key.Key_E),
        "told": (*(Key.Key_Space,) * 3, Key.Key_E, Key.Key_E, Key.Key_Space),
    }
    if screen in presses:
        parent.program.ready.begin("first-touch")
        parent.press(*presses[screen])
    elif screen != "home":
        parent.click({"baby": "Add a baby"}.get(screen, screen.capitalize()))
    parent.wait(2)


def go_back(parent: Parent, screen: str) -> None:
    """To Home."""
    ways = {
        "get_ready": (Key.Key_Space, Key.Key_Space, Key.Key_E, Key.Key_Space, Key.Key_Space),
        "breath": (Key.Key_Space, Key.Key_E, Key.Key_Space, Key.Key_Space),
        "ask": (Key.Key_E, Key.Key_Space, Key.Key_Space),
        "guide": (Key.Key_E, Key.Key_E, Key.Key_Space, Key.Key_Space),
        "rest": (Key.Key_E, Key.Key_E, Key.Key_Space, Key.Key_Space),
        "enough": (Key.Key_Space, Key.Key_Space),
        "told": (Key.Key_Space,),
        "journal": (Key.Key_Space,),
        "settings": (Key.Key_Space,),
        "baby": (Key.Key_Escape,),
    }
    parent.press(*ways.get(screen, ()))
    assert parent.screen == "home"


def standing(parent: Parent) -> list[object]:
    """Where everything is."""
    players = (parent.program.player, parent.program.prelude)
    return [
        parent.screen,
        parent.words(),
        *((player.state, player.rest_reason) for player in players),
        *(player.moment for player in players if player.state == "playing"),
    ]


def test_help_is_one_press_away_on_every_screen_and_back_to_the_same_moment(
    at_home: Starting,
) -> None:
    parent = at_home()
    for screen in SCREENS:
        go_to(parent, screen)
        parent.wait(0.6)
        before = standing(parent)
        parent.press(Key.Key_F1, after=0.0)
        assert parent.card == "help" and "Whom to ring" in parent.words(), screen
        parent.wait(300)
        parent.press(Key.Key_F1, after=0.0)
        assert parent.card == ""
        assert standing(parent) == before, screen
        go_back(parent, screen)


def test_every_stroke_names_its_sources() -> None:
    library = Library.load(ROOT / "assets")
    assert library.broken == ()
    assert [stroke.id for stroke in library.strokes.values() if not stroke.sources] == []
