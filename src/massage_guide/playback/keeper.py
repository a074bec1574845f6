"""The keeper: a small program of its own that keeps the display awake until its input ends."""

from __future__ import annotations

import signal
import sys

HELD = "held"
"""What it says once the desktop has agreed; otherwise it says why not, and ends."""


def main() -> None:
    """Ask the desktop, wait for the end of the input, give the display back."""
    from wakepy import keep

    # Ctrl+C in a terminal is meant for the program, whose end then ends this too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with keep.presenting(on_fail="pass") as mode:
        if not mode.active:
            print(" ".join(mode.result.get_failure_text(style="inline").split()), flush=True)
            return
        print(HELD, flush=True)
        sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
