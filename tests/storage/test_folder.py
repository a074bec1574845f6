"""The data folder: for its owner's eyes only, and free of what a killed start left behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from massage_guide.storage.database import FILE_NAME
from massage_guide.storage.opening import open_journal
from tests.storage.conftest import WallClock


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_what_lies_open_to_others_is_closed(tmp_path: Path, clock: WallClock) -> None:
    folder = tmp_path / "data"
    closed_again(folder, clock)
    copies = folder / "backups"
    copies.mkdir()
    settings, own = folder / "settings.toml", folder / "own.toml"
    copy = copies / "journal-1.sqlite3"
    for file in (settings, copy, own):
        file.touch()
        file.chmod(0o664)
    for place in (folder, copies):
        place.chmod(0o775)
    (folder / FILE_NAME).chmod(0o644)
    closed_again(folder, clock)
    assert {place.stat().st_mode & 0o777 for place in (folder, copies)} == {0o700}
    assert {f.stat().st_mode & 0o777 for f in (settings, copy, folder / FILE_NAME)} == {0o600}
    assert own.stat().st_mode & 0o777 == 0o664, "what is not ours stays as it is"


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_a_home_or_a_folder_of_everybody_stays_open(
    tmp_path: Path, clock: WallClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, everybody = tmp_path / "home", tmp_path / "everybody"
    for place, mode in ((home, 0o755), (everybody, 0o1777)):
        place.mkdir()
        place.chmod(mode)
    monkeypatch.setenv("HOME", str(home))
    for place, mode in ((home, 0o755), (everybody, 0o1777)):
        closed_again(place, clock)
        assert place.stat().st_mode & 0o7777 == mode
        assert (place / FILE_NAME).stat().st_mode & 0o777 == 0o600


def closed_again(folder: Path, clock: WallClock) -> None:
    opened = open_journal(folder, clock)
    assert opened.journal is not None
    opened.journal.close()


def test_what_was_half_done_when_it_was_killed_does_not_stay(
    folder: Path, clock: WallClock
) -> None:
    closed_again(folder, clock)
    (folder / "journal-look-x").mkdir()
    for name in ("journal-look-x/journal.sqlite3", ".journal.sqlite3.abc"):
        (folder / name).write_bytes((folder / FILE_NAME).read_bytes())
    closed_again(folder, clock)
    left = {file.name for file in folder.iterdir()}
    assert left == {FILE_NAME}
