"""The busiest stroke: looked for among all of them, then played as in a massage and measured."""

from __future__ import annotations

import argparse
import gc
from collections.abc import Sequence

from massage_guide.domain.timeline import Moment
from massage_guide.files.library import Library
from massage_guide.files.paths import assets_dir
from tools.bench.figures import median, share, tell
from tools.bench.frame import Measured
from tools.bench.massage import FRAME, alone
from tools.bench.windows import application

GOALS = {"busiest_1080p": (3, 8), "busiest_4k": (5, 16)}
"""By name: the ratio of medians, and p99 in milliseconds."""
SPOTS, RUN = 6, 5
"""Places of a stroke that are looked at, and frames that follow each other at each."""


def sample(library: Library, stroke: str) -> list[list[Moment]]:
    """A few short runs of frames, spread over the first repeats of a stroke."""
    line = alone(library, stroke)
    row = line.row_of(1)
    length = min(row.length, 2 * library.strokes[stroke].seconds) - RUN * FRAME
    starts = [row.start + length * spot / SPOTS for spot in range(SPOTS)]
    return [[line.at(start + i * FRAME) for i in range(RUN)] for start in starts]


def costs(measured: Measured, library: Library, only: Sequence[str]) -> list[tuple[float, str]]:
    """Processor milliseconds of the middle frame of each stroke, the busiest first."""
    found = []
    for stroke in only or library.strokes:
        runs = [list(map(measured.used_by, run)) for run in sample(library, stroke)]
        # the first frame of a run comes from elsewhere, and paints all
        found.append(
            (median([used for run in runs for used in run[1:] if used is not None]), stroke)
        )
    return sorted(found, reverse=True)


def main() -> None:
    """Find it, measure it and print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("size", help="such as 1920x1080")
    parser.add_argument("--seconds", type=float, default=30.0, help="of the stroke at the most")
    parser.add_argument("--among", nargs="*", default=(), help="these strokes instead of all")
    args = parser.parse_args()
    app = application()
    library = Library.load(assets_dir())
    measured = Measured(library, args.size)
    order = costs(measured, library, args.among)
    line = alone(library, order[0][1])
    lead, row = line.lead_of(1), line.row_of(1)
    gc.collect()
    # its drawings are made while the hands come, as in a massage
    measured.run([line.at(lead.start + i * FRAME) for i in range(int(lead.length / FRAME))])
    measured.forget()
    seconds = min(args.seconds, row.length)
    measured.run([line.at(row.start + i * FRAME) for i in range(max(int(seconds / FRAME), 2))])
    ratio, p99 = GOALS.get(args.name, (None, None))
    tell(
        args.name,
        median(measured.took),
        "ms p50",
        median(measured.floor_took),
        p99=share(measured.took, 0.99),
        worst=max(measured.took, default=0.0),
        used_p50=median(measured.used),
        used_p99=share(measured.used, 0.99),
        floor_used_p50=median(measured.floor_used),
        floor_p99=share(measured.floor_took, 0.99),
        goal_ratio=ratio,
        goal_p99=p99,
        stroke=order[0][1],
        why=f"the most processor time a frame of {len(order)} strokes",
        then={stroke: round(cost, 2) for cost, stroke in order[:5]},
        painted_share=median(measured.changed),
        frames=len(measured.took),
        unchanged=measured.unchanged,
    )
    del app


if __name__ == "__main__":
    main()
