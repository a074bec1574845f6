"""The journal's figures: export, import, writing and size, at one, three and ten years of it."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from massage_guide.domain.session import Answer, EventKind, SessionStart
from massage_guide.storage.exporting import export_json
from massage_guide.storage.keeping import is_whole
from massage_guide.storage.merging import Merged, merge
from massage_guide.storage.opening import open_journal, prepare
from massage_guide.storage.parcel import read_parcel
from massage_guide.storage.raw import journal_path
from tools.bench.figures import median, share, tell
from tools.bench.years import STEPS, Years

EXPORT, EMPTY, ITSELF = 3.0, 10.0, 5.0
"""Goals at ten years, in seconds."""
EVENT = 10.0
"""Goal of one event's commit, in milliseconds; the 99th of 100."""


def took(work: Callable[[], object]) -> float:
    """Seconds of a piece of work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _time(name: str, work: Callable[[], object], goal: float, **more: object) -> None:
    """Print how long it took, and how much of that the processor worked for it alone."""
    began = time.process_time()
    seconds = took(work)
    tell(name, seconds, "s", None, cpu=time.process_time() - began, goal=goal, **more)


def _now() -> datetime:
    return datetime.now().astimezone()


def _taken_in(data_dir: Path, file: Path, sessions: int) -> Merged:
    parcel = read_parcel(file)
    merged = merge(data_dir, parcel, [baby.id for baby in parcel.babies])
    if merged.sessions != sessions:
        raise SystemExit(f"{merged.sessions} massages came in instead of {sessions}")
    return merged


def measure(years: int, events: int) -> None:
    """Fill a journal with so many years, and print what each thing costs there."""
    with tempfile.TemporaryDirectory(prefix="massage-guide-journal-") as place:
        data, file, out = Path(place, "data"), Path(place, "made.json"), Path(place, "out.json")
        made = Years(years)
        made.write(file)
        sessions = made.sessions
        del made
        prepare(data, _now)
        more: dict[str, object] = {
            "years": years,
            "sessions": sessions,
            "steps": sessions * STEPS,
        }
        _time("journal_import_empty", lambda: _taken_in(data, file, sessions), EMPTY, **more)
        _time("journal_export", lambda: export_json(data, out, _now), EXPORT, **more)
        _time("journal_import_itself", lambda: _taken_in(data, out, 0), ITSELF, **more)
        size = journal_path(data).stat().st_size
        tell("journal_size", size / sessions / 1024, "KiB a massage", None, **more)
        tell("journal_file", out.stat().st_size / 2**20, "MiB", None, **more)
        tell("journal_opening", took(lambda: _open_and_close(data)), "s", None, **more)
        tell("journal_integrity", took(lambda: is_whole(data)), "s", None, **more)
        commits, floor = _commits(data, events), _writes(data, events)
        tell(
            "journal_event",
            share(commits, 0.99),
            "ms",
            share(floor, 0.99),
            median=median(commits),
            goal=EVENT,
            **more,
        )


def _open_and_close(data: Path) -> None:
    journal = open_journal(data, _now).journal
    if journal is None:
        raise SystemExit("the journal does not open")
    journal.close()


def _commits(data: Path, events: int) -> list[float]:
    """Milliseconds of each of so many events."""
    journal = open_journal(data, _now).journal
    if journal is None:
        raise SystemExit("the journal does not open")
    session = journal.open_session(SessionStart("first-touch", "1.0.0", "d", "First touch"))
    journal.answer(session, Answer.YES)
    done = [1000 * took(lambda: journal.event(session, EventKind.REST)) for _ in range(events)]
    journal.close()
    return done


def _writes(data: Path, events: int) -> list[float]:
    """Milliseconds of the least that is on disk when it returns: one page added to a file."""
    with (data / "floor").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(bytes(4096))
            os.fsync(file.fileno())

        return [1000 * took(write) for _ in range(events)]


def main() -> None:
    """Measure one, three and ten years; or those that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, nargs="*", default=[1, 3, 10])
    parser.add_argument("--events", type=int, default=500)
    args = parser.parse_args()
    for years in args.years:
        measure(years, args.events)


if __name__ == "__main__":
    main()
