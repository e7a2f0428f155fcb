"""How long the Word document of a large comparison takes to draw, and how large it is.

    python -m benchmarks.docx_redline

The two treaties (of 1992 and 2001, 324 and 316 articles) are found as :mod:`benchmarks.html_report` finds them. Drawn
are the whole agreement written anew, and the changes written into a Word document of the old side. Times are CPU time.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from benchmarks.html_report import data_folder, treaties
from clausetrack.app.diff import diff_sets
from clausetrack.model.change import Diff
from clausetrack.report.registry import Options, render

RUNS = 5
MOST = 3.0
"""Seconds over the comparison that the document of these treaties may take."""


def drawn(diff: Diff, options: Options) -> bytes:
    found = render("diff", diff, "docx", options)
    return found if isinstance(found, bytes) else found.encode()


def timed(name: str, draw: Callable[[], bytes]) -> bytes:
    """Draw several times, and print what it took; the first time modules are imported."""
    times, data = [], b""
    for _ in range(RUNS):
        start = time.process_time()
        data = draw()
        times.append(time.process_time() - start)
    print(f"{name:24} {times[0]:5.2f} s CPU the first time, {statistics.median(times):.2f} s after (at most {MOST:g})")
    print(f"{'':24} {len(data) / 1e3:5.0f} kB")
    return data


def main() -> None:
    sides = treaties()
    if sides is None:
        print(f"the treaties are not in {data_folder()}: set CLAUSETRACK_DATA to the data folder")
        return
    old, new = sides
    diff = diff_sets(old, new)
    timed("written anew", lambda: drawn(diff, Options()))
    original = drawn(diff_sets(old, old), Options())
    timed("into the old document", lambda: drawn(diff, Options(original=original)))


if __name__ == "__main__":
    main()
