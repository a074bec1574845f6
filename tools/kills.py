"""Kills: recorded play that is killed at random points, and what the next start finds."""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from massage_guide.domain.session import Answer, EventKind, HowDone, Place, SessionStart
from massage_guide.domain.settledness import Settledness
from massage_guide.storage.journal import Journal
from massage_guide.storage.opening import open_journal
from massage_guide.storage.raw import journal_path

LONGEST = 0.25
"""Seconds of play before the kill, at most."""


def now() -> datetime:
    """Local time, with its zone."""
    return datetime.now().astimezone()


def play(data: Path, tell: int) -> None:
    """Massage until killed; each line is told once its write has returned."""
    journal = open_journal(data, now).journal
    if journal is None:
        os._exit(3)
    session = journal.open_session(SessionStart("first-touch", "1.0.0", "d", "First touch"))
    journal.answer(session, Answer.YES)
    os.write(tell, f"{session}\n".encode())
    for number in range(1, 100_000):
        journal.step_began(session, number, "toe-roll", at=float(number))
        os.write(tell, b"step\n")
        journal.event(session, EventKind.REST, at=float(number))
        os.write(tell, b"event\n")
        # two ratings within 3 s would be one
        clock = now() + timedelta(minutes=number)
        with journal.as_of(clock):
            journal.rate(session, Settledness.CALM, None, Place.GUIDE)
        os.write(tell, b"rating\n")
        journal.step_ended(session, HowDone.DONE, at=float(number))


def killed_once(data: Path, after: float) -> list[str]:
    """Play, kill, and give what had been acknowledged."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        play(data, write)
        os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="ascii") as lines:
        told = [lines.readline().strip()]
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told += [line for line in lines.read().split("\n") if line]
    return told


def wrongs(data: Path, told: Sequence[str]) -> list[str]:
    """What the next start lacks; nothing, if all is well."""
    opened = open_journal(data, now)
    if opened.journal is None or opened.notice:
        return [f"it said: {opened.notice}"]
    found = _missing(opened.journal, told)
    opened.journal.close()
    with closing(sqlite3.connect(journal_path(data))) as db:
        (verdict,) = db.execute("PRAGMA integrity_check").fetchone()
    return found + ([] if verdict == "ok" else [f"integrity: {verdict}"])


def _missing(journal: Journal, told: Sequence[str]) -> list[str]:
    offered = journal.unfinished()
    if offered is None or str(offered.id) != told[0]:
        return ["the unfinished massage is not offered"]
    massage = journal.session(UUID(told[0]))
    if massage is None:
        return ["the massage is gone"]
    rests = [event for event in massage.events if event.kind == EventKind.REST]
    there = {"step": massage.steps, "event": rests, "rating": massage.observations}
    lost = [
        f"{told.count(what)} acknowledged, {len(rows)} found: {what}"
        for what, rows in there.items()
        if not told.count(what) <= len(rows) <= told.count(what) + 1
    ]
    journal.leave_it(offered.id)
    return lost


def kills(times: int, seed: int) -> tuple[list[str], int]:
    """Kill so often, in one and the same journal; what was wrong, and how much was acknowledged."""
    chance = random.Random(seed)
    found: list[str] = []
    acknowledged = 0
    with tempfile.TemporaryDirectory(prefix="massage-guide-kills-") as place:
        data = Path(place) / "data"
        for number in range(times):
            told = killed_once(data, chance.uniform(0, LONGEST))
            acknowledged += len(told)
            found += [f"kill {number + 1}: {wrong}" for wrong in wrongs(data, told)]
    return found, acknowledged


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, and say what was lost; 1 when anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(arguments)
    found, acknowledged = kills(args.times, args.seed)
    told = {
        "name": "kills",
        "value": len(found),
        "unit": "wrong",
        "kills": args.times,
        "acknowledged": acknowledged,
        "wrong": found,
        "seed": args.seed,
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    return 1 if found or acknowledged <= args.times else 0


if __name__ == "__main__":
    sys.exit(main())
