"""What the storage tests share: a wall clock that tests set, and a journal on a real disk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from massage_guide.storage.journal import Journal
from massage_guide.storage.opening import open_journal

HERE = timezone(timedelta(hours=1))


class WallClock:
    """A clock on the wall: local time, one hour ahead of UTC, moved by hand."""

    def __init__(self) -> None:
        """Begin on a Tuesday evening."""
        self.now = datetime(2026, 11, 17, 18, 30, tzinfo=HERE)

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now

    def wait(self, seconds: float = 0, *, minutes: float = 0, hours: float = 0) -> None:
        """Let time pass, or go back."""
        self.now += timedelta(seconds=seconds, minutes=minutes, hours=hours)


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def journal(folder: Path, clock: WallClock) -> Iterator[Journal]:
    opened = open_journal(folder, clock)
    assert opened.notice is None
    assert opened.journal is not None
    yield opened.journal
    opened.journal.close()
