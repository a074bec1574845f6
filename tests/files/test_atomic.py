"""Files that are whole or as they were."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from massage_guide.files.atomic import CannotSaveError, write_bytes, write_text


def test_a_file_is_written_whole_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "note.txt"

    write_text(path, "milk\n")

    assert path.read_text() == "milk\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_text(tmp_path / "a", "1")
    write_text(tmp_path / "a", "2")

    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_full_disk_leaves_the_old_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    write_text(path, "old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotSaveError, match="No space left on device"):
        write_bytes(path, b"new")

    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
