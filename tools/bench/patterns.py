"""Patterns: from the press to the painted page, at one, three and ten years of three babies."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QGraphicsView

from massage_guide.domain.session import Answer, Ending, HowDone, Place, SessionStart
from massage_guide.domain.settledness import Settledness
from massage_guide.program import Program
from massage_guide.storage.journal import Journal
from massage_guide.storage.merging import merge
from massage_guide.storage.opening import open_journal, prepare
from massage_guide.storage.parcel import read_parcel
from tools.bench.figures import median, tell
from tools.bench.program import Opened, let_pass
from tools.bench.windows import application, painted_now
from tools.bench.years import STEPS, Years

GOAL = 100.0
"""Milliseconds of a page, once it was opened before."""
TIMES = 9


def _now() -> datetime:
    return datetime.now().astimezone()


def _page(program: Program, work: Callable[[], object]) -> float:
    """Milliseconds until what was asked for is painted."""
    began = time.perf_counter()
    work()
    QCoreApplication.processEvents()
    painted_now(program.window)
    return 1000 * (time.perf_counter() - began)


def _massage(journal: Journal) -> None:
    """One massage more, as somebody comes back from it."""
    start = SessionStart("legs-and-feet", "1.0.0", "d", "Legs and feet", journal.babies()[0].id)
    session = journal.open_session(start)
    journal.rate(session, Settledness.WRIGGLY, place=Place.GET_READY)
    journal.answer(session, Answer.YES)
    journal.step_began(session, 1, "toe-roll")
    journal.step_ended(session, HowDone.DONE)
    journal.rate(session, Settledness.CALM, place=Place.ENOUGH)
    journal.end(session, Ending.FINISHED)


def measure(years: int) -> None:
    """Fill a journal with so many years, and print what the page costs there."""
    with tempfile.TemporaryDirectory(prefix="massage-guide-patterns-") as place:
        data, file = Path(place, "data"), Path(place, "made.json")
        made = Years(years)
        made.write(file)
        prepare(data, _now)
        parcel = read_parcel(file)
        merge(data, parcel, [baby.id for baby in parcel.babies])
        more: dict[str, object] = {
            "years": years,
            "sessions": made.sessions,
            "steps": made.sessions * STEPS,
        }
        del made, parcel
        with Opened(QSize(1366, 768), data) as program:
            _tell(program, data, more)


def _tell(program: Program, data: Path, more: dict[str, object]) -> None:
    seeing, elsewhere = program.seeing, program.steward.open_settings
    # Home draws its cards in what time is left, which is measured elsewhere
    program.shelf.stop()
    elsewhere()
    let_pass(1.0)
    began = time.process_time()
    first = _page(program, lambda: seeing.open(None))
    first_worked = 1000 * (time.process_time() - began)
    if not program.screens.patterns.findChildren(QGraphicsView):
        raise SystemExit("there is no chart to see")
    again, after, chosen, worked = [], [], [], []
    journal = open_journal(data, _now).journal
    if journal is None:
        raise SystemExit("the journal does not open")
    mine = [baby.id for baby in journal.babies()]
    for number in range(TIMES):
        elsewhere()
        QCoreApplication.processEvents()
        began = time.process_time()
        again.append(_page(program, lambda: seeing.open(None)))
        worked.append(1000 * (time.process_time() - began))
        baby = mine[number % len(mine)]
        chosen.append(_page(program, partial(seeing.show_of, baby)))
        _massage(journal)
        elsewhere()
        QCoreApplication.processEvents()
        after.append(_page(program, lambda: seeing.open(None)))
    journal.close()
    tell(
        "patterns_page",
        median(again),
        "ms",
        None,
        cpu=median(worked),
        worst=max(again),
        after_a_massage=median(after),
        of_one_baby=median(chosen),
        first=first,
        first_cpu=first_worked,
        goal=GOAL,
        **more,
    )


def main() -> None:
    """Measure one, three and ten years; or those that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, nargs="*", default=[1, 3, 10])
    args = parser.parse_args()
    application()
    for years in args.years:
        measure(years)


if __name__ == "__main__":
    main()
