"""Hands: scripts of the workshop that work side by side, each asked one JSON line at a time."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, Queue
from threading import Lock
from typing import Any, TypeVar

from tools.voice.workshop import NotReadyError, environment

Job = TypeVar("Job")


def share(
    command: Iterable[str | Path],
    jobs: Iterable[Job],
    ask: Callable[[Job], object],
    take: Callable[[Job, Any], None],
    hands: int,
) -> None:
    """Let so many processes of `command` do the jobs.

    `ask` words a job as JSON; `take` is given each answer, one at a time.
    """
    waiting: Queue[Job] = Queue()
    for job in jobs:
        waiting.put(job)
    words, taking = [str(word) for word in command], Lock()

    def work() -> None:
        with subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment()
        ) as script:
            while True:
                try:
                    job = waiting.get_nowait()
                except Empty:
                    break
                answer = _answer(script, ask(job))
                with taking:
                    take(job, answer)

    hands = min(hands, waiting.qsize())
    if hands:
        with ThreadPoolExecutor(hands) as pool:
            for working in [pool.submit(work) for _ in range(hands)]:
                working.result()


def _answer(script: subprocess.Popen[str], question: object) -> object:
    if script.stdin is None or script.stdout is None:
        raise NotReadyError("a script of the workshop cannot be talked to")
    script.stdin.write(json.dumps(question) + "\n")
    script.stdin.flush()
    line = script.stdout.readline()
    if not line:
        raise NotReadyError(f"a script of the workshop stopped at: {question}")
    answer: object = json.loads(line)
    return answer
