"""One running copy of the program for each data folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from massage_guide.only_one import LOCK_NAME, OnlyOne, socket_name

CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from massage_guide.only_one import OnlyOne

application = QCoreApplication(sys.argv)
one = OnlyOne(Path(sys.argv[1]))
claimed = one.claim()
if claimed:
    one.listen()
print(claimed, one.sentence, flush=True)
if claimed and len(sys.argv) > 2:
    sys.stdin.read()
one.let_go()
"""
"""A copy of the program: with a second word it stays until its input closes."""

ALREADY_OPEN = (
    "Massage Guide is already open and has been asked to come to the front. "
    "If it stays behind, your desktop does not allow that: please pick its window."
)
SILENT = (
    "Massage Guide is already open, though it does not answer just now. Please look for its window."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def first(qapp: QCoreApplication, folder: Path) -> Iterator[OnlyOne]:
    one = OnlyOne(folder)
    assert one.claim()
    one.listen()
    yield one
    one.let_go()


def second_copy(folder: Path) -> subprocess.Popen[str]:
    """Start another copy, which says what came of it."""
    command = [sys.executable, "-c", CHILD, str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def killed_copy(folder: Path) -> None:
    """Start a copy, let it claim the folder, and kill it."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), "stay"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().startswith("True")
        child.kill()


def test_a_second_copy_asks_the_first_to_the_front_and_leaves(
    first: OnlyOne, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(first.asked_to_front, timeout=20_000):
        child = second_copy(folder)
    said, _ = child.communicate()
    assert said.strip() == f"False {ALREADY_OPEN}"
    assert child.returncode == 0


def test_it_asks_each_time(first: OnlyOne, folder: Path, qtbot: QtBot) -> None:
    for _copy in range(2):
        with qtbot.waitSignal(first.asked_to_front, timeout=20_000):
            child = second_copy(folder)
        child.communicate()


def test_a_first_copy_that_is_busy_still_keeps_the_second_out(first: OnlyOne, folder: Path) -> None:
    # Its event loop does not turn here, as if the window hung.
    second = OnlyOne(folder, patience=50)
    assert not second.claim()
    assert second.sentence == SILENT


def test_a_lock_without_anybody_to_ask_keeps_the_second_out(first: OnlyOne, folder: Path) -> None:
    # Some cleaner of temporary files has taken the socket away.
    assert first._server is not None
    first._server.close()
    second = OnlyOne(folder, patience=50)
    assert not second.claim()
    assert second.sentence == SILENT


def test_another_folder_is_another_program(first: OnlyOne, tmp_path: Path) -> None:
    other = OnlyOne(tmp_path / "other")
    assert other.claim()
    other.listen()
    other.let_go()


def test_after_the_first_has_gone_the_folder_is_free(qapp: QCoreApplication, folder: Path) -> None:
    for _start in range(3):
        one = OnlyOne(folder)
        assert one.claim()
        one.listen()
        one.let_go()
    assert not (folder / LOCK_NAME).exists()


def test_a_killed_copy_does_not_block_the_next(qapp: QCoreApplication, folder: Path) -> None:
    killed_copy(folder)
    assert (folder / LOCK_NAME).exists()
    one = OnlyOne(folder)
    assert one.claim()
    one.listen()
    one.let_go()


def test_nor_when_its_process_number_belongs_to_another_by_now(
    qapp: QCoreApplication, folder: Path
) -> None:
    # This very test has the number and the name that the old lock tells.
    one = OnlyOne(folder)
    assert one.claim()
    one.listen()
    old = (folder / LOCK_NAME).read_bytes()
    one.let_go()
    assert old.startswith(f"{os.getpid()}\n".encode())
    (folder / LOCK_NAME).write_bytes(old)
    again = OnlyOne(folder)
    assert again.claim()
    again.listen()
    again.let_go()


def test_a_spoilt_lock_file_does_not_block(qapp: QCoreApplication, folder: Path) -> None:
    folder.mkdir()
    (folder / LOCK_NAME).write_bytes(b"\x00\xff nonsense")
    one = OnlyOne(folder)
    assert one.claim()
    one.listen()
    one.let_go()


def test_a_folder_that_cannot_be_made_still_has_one_copy(
    qapp: QCoreApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    one = OnlyOne(tmp_path / "file" / "data")
    assert one.claim()
    one.listen()
    with qtbot.waitSignal(one.asked_to_front, timeout=20_000):
        child = second_copy(tmp_path / "file" / "data")
    said, _ = child.communicate()
    assert said.strip() == f"False {ALREADY_OPEN}"
    one.let_go()


def test_a_new_folder_is_closed_to_others(first: OnlyOne, folder: Path) -> None:
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0


def test_the_name_fits_everywhere_and_only_its_owner_may_knock(
    first: OnlyOne, folder: Path
) -> None:
    mac = "/var/folders/xx/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/T/"
    assert len(mac + Path(socket_name(folder)).name) < 104
    assert socket_name(folder) == socket_name(folder.parent / "x" / ".." / folder.name)
    assert first._server is not None
    if os.name == "posix":
        assert Path(first._server.fullServerName()).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("words", [b"hello\n", b"x" * 4000, b"\xff\xfe\n", b""])
def test_a_stranger_at_the_socket_is_shown_out(
    first: OnlyOne, folder: Path, qtbot: QtBot, words: bytes
) -> None:
    asked: list[None] = []
    first.asked_to_front.connect(lambda: asked.append(None))
    stranger = QLocalSocket()
    stranger.connectToServer(socket_name(folder))
    assert stranger.waitForConnected(1000)
    if words:
        with qtbot.waitSignal(stranger.disconnected, timeout=5000):
            stranger.write(words)
            stranger.flush()
    stranger.abort()
    with qtbot.waitSignal(first.asked_to_front, timeout=20_000):
        child = second_copy(folder)
    child.communicate()
    assert len(asked) == 1


def test_leave_to_raise_a_window_is_passed_on(
    first: OnlyOne, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "leave-42")
    with qtbot.waitSignal(first.asked_to_front, timeout=20_000):
        child = second_copy(folder)
        os.environ.pop("XDG_ACTIVATION_TOKEN")
    child.communicate()
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "leave-42"
