"""Where files lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from massage_guide.files.paths import DataDir, assets_dir


def test_the_shipped_files_are_found() -> None:
    assert (assets_dir() / "routines").is_dir()


def test_the_chosen_data_folder_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    data = DataDir.choose("mine")

    assert data.root == tmp_path / "mine"
    assert data.routines == tmp_path / "mine" / "routines"
    assert not data.root.exists()


def test_without_a_choice_it_is_the_platforms(own_folders: Path) -> None:
    assert DataDir.choose().root.is_relative_to(own_folders)
