"""How long the page of a large comparison takes to draw, how large it is, and how it behaves in a browser.

    python -m benchmarks.html_report

The two treaties (of 1992 and 2001, 324 and 316 articles; `gold/eu_treaties.jsonl.gz`) are looked for in the folder that
CLAUSETRACK_DATA names, or in ../shared/data beside the checkout. The browser is Chromium, as it is found on the PATH.
First paint and a filter are wall time in milliseconds, which a busy machine makes longer; drawing is CPU time.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from clausetrack.app.diff import diff_sets
from clausetrack.app.rule_pages import change_rules
from clausetrack.model.change import Diff
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.report.registry import Options, render

REPOSITORY = Path(__file__).resolve().parent.parent
TREATIES = "eu_EEC-ECTreaty_1992_to_2001"
RUNS = 5
PHRASES = ("c", "co", "council", "qualified majority", "no such words", "")
"""What is typed into the search: from what every article has to what none has, and back."""

FILTER = """async (phrases) => {
  const box = document.getElementById("query"), times = [];
  for (const phrase of phrases) {
    const start = performance.now();
    box.value = phrase;
    box.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 300));
  }
  return times;
}"""
SIDE_BY_SIDE = """() => {
  const start = performance.now();
  document.querySelector('[data-do="side"]').click();
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN"


def data_folder() -> Path:
    return Path(os.environ.get("CLAUSETRACK_DATA", REPOSITORY.parent / "shared" / "data"))


def treaties() -> tuple[ClauseSet, ClauseSet] | None:
    path = data_folder() / "gold" / "eu_treaties.jsonl.gz"
    if not path.exists():
        return None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        record = next(found for line in lines if (found := json.loads(line))["name"] == TREATIES)
    return clause_set(record["a"], "1992"), clause_set(record["b"], "2001")


def clause_set(entries: list[Mapping[str, str]], revision: str) -> ClauseSet:
    clauses = tuple(
        Clause(id=e["id"], kind="provision", text=e["text"], number=e["number"] or None, heading=e["heading"] or None)
        for e in entries
    )
    return ClauseSet(
        agreement=Agreement(id="treaty", title="Treaty"),
        revision=Revision(id=revision, basis="primary-text", language="en"),
        clauses=clauses,
    )


def drawn(diff: Diff, *, everything: bool) -> str:
    """Draw the page, and print what it took; the first time the template engine is imported and compiles."""
    options = Options(all=everything, rules=change_rules())
    times = []
    text = ""
    for _ in range(RUNS):
        start = time.process_time()
        text = str(render("diff", diff, "html", options))
        times.append(time.process_time() - start)
    size = len(text.encode()) / 1e6
    name = "with everything" if everything else "as it is sent"
    print(f"{name:16} {times[0]:6.2f} s CPU the first time, {statistics.median(times):.2f} s after (at most 1.5)")
    print(f"{'':16} {size:6.2f} MB (at most 3)")
    return text


def browsed(text: str) -> None:
    """Open the page several times, filter it, and print the medians."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        print("chromium is not installed: nothing is said of the browser")
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a development dependency, after what needs none

    paints, filters, sides = [], [], []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        path = Path(folder) / "page.html"
        path.write_text(text, encoding="utf-8")
        browser: Any = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for _ in range(RUNS):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(path.as_uri())
            page.wait_for_timeout(500)
            paints.append(page.evaluate(PAINT))
            filters.append(page.evaluate(FILTER, list(PHRASES)))
            sides.append(page.evaluate(SIDE_BY_SIDE))
            page.close()
        browser.close()
    print(f"first paint      {statistics.median(paints):6.0f} ms (at most 1,000)")
    for phrase, times in zip(PHRASES, zip(*filters, strict=True), strict=True):
        print(f"search {phrase or 'cleared':22} {statistics.median(times):6.0f} ms (at most 100)")
    print(f"side by side     {statistics.median(sides):6.0f} ms")


def main() -> None:
    found = treaties()
    if found is None:
        print(f"no treaties in {data_folder()}: nothing is measured")
        return
    start = time.process_time()
    diff = diff_sets(*found)
    print(f"the comparison itself {time.process_time() - start:.2f} s CPU, {len(diff.rows)} rows")
    browsed(drawn(diff, everything=False))
    drawn(diff, everything=True)


if __name__ == "__main__":
    main()
