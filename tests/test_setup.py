"""Setting up: what a stranger is told, and a lock that leaves nothing to chance."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from tools import ready

ROOT = Path(__file__).resolve().parent.parent
GL = ready.Need("libGL.so.1", "libgl1", "libglvnd")
EGL = ready.Need("libEGL.so.1", "libegl1", "libglvnd")


def pins(lock: str) -> dict[str, str]:
    """Read name and version of each pin in a lock."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE))


@pytest.fixture
def ordinary_person(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return monkeypatch


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves libraries to the system")
def test_a_library_is_looked_for_by_loading_it() -> None:
    absent = ready.Need("libthere-is-no-such-thing.so.9", "-", "-")

    assert ready.unmet((ready.Need("libc.so.6", "libc6", "glibc"), absent)) == [absent]


def test_debian_is_told_one_line(ordinary_person: pytest.MonkeyPatch) -> None:
    ordinary_person.setattr(ready, "is_debian", lambda: True)

    line = ready.line_to_type([EGL, GL])

    assert line == "sudo apt-get install -y --no-install-recommends libegl1 libgl1"


@pytest.mark.parametrize(
    ("installer", "line"),
    [
        ("dnf", "sudo dnf install -y 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        ("zypper", "sudo zypper install -y 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        ("pacman", "sudo pacman -S --needed libglvnd"),
        ("none", "(your system's installer, for) libEGL.so.1 libGL.so.1"),
    ],
)
def test_other_systems_are_told_one_line_too(
    installer: str, line: str, ordinary_person: pytest.MonkeyPatch
) -> None:
    ordinary_person.setattr(ready, "is_debian", lambda: False)
    ordinary_person.setattr(shutil, "which", lambda name: name if name == installer else None)

    assert ready.line_to_type([EGL, GL]) == line


@pytest.mark.parametrize(
    ("screen", "needs"),
    [
        ({"DISPLAY": ":0"}, ready.ALWAYS + ready.X11),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ready.ALWAYS + ready.WAYLAND),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ready.ALWAYS),
    ],
    ids=["x11", "wayland", "offscreen"],
)
def test_a_window_needs_what_its_screen_needs(
    screen: dict[str, str], needs: tuple[ready.Need, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in screen.items():
        monkeypatch.setenv(name, value)

    assert ready.needs_of("window") == needs
    assert ready.needs_of("test") == ready.ALWAYS


@pytest.mark.parametrize(
    ("place", "stamp", "kept"),
    [
        (f"(3, 11, 2) {ready.VENV}", [], True),
        (f"(3, 11, 2) {ready.VENV}", [f"(3, 11, 2) {ready.VENV}", "old lock"], True),
        (f"(3, 11, 2) {ready.VENV}", [f"(3, 11, 2) /elsewhere{ready.VENV}", ""], False),
        (f"(3, 14, 0) {ready.VENV}", [], False),
        ("", [], False),
    ],
    ids=["made by hand", "new lock", "moved", "another python", "broken"],
)
def test_an_environment_is_kept_only_where_it_works(
    place: str, stamp: list[str], kept: bool
) -> None:
    assert ready.is_usable(place, stamp) is kept


def test_everything_declared_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = project["project"]["dependencies"]
    wanted = needed + project["dependency-groups"]["dev"]

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[^\w-]", each, maxsplit=1)[0].lower() for each in requirements}

    assert names(needed) <= pins("requirements.txt").keys()
    assert names(wanted) <= pins("requirements-dev.txt").keys()
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_has_a_hash_for_each_pin_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    stanzas = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]

    assert all("--hash=sha256:" in stanza for stanza in stanzas)
    assert "://" not in text
