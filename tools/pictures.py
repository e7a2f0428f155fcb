"""Pictures of pages for the documentation, taken in Chromium.

    python -m tools.pictures

Those in PNG depend on the fonts of the machine, so no test compares them; take them anew when a page looks otherwise.
Those in SVG are dark where the page around them is.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from clausetrack.app.api import diff
from clausetrack.app.compare import Question, compare_specs
from clausetrack.app.log import log_specs
from clausetrack.app.rule_pages import change_rules
from clausetrack.app.settings import Settings
from clausetrack.report.registry import Options, render
from tests.docs.transcripts import ROOT, Written, steps

_PAGE: Final = ROOT / "docs" / "how-to" / "share-a-report.md"
_PICTURES: Final = ROOT / "docs" / "pictures"
_PICTURE: Final = _PICTURES / "diff-page.png"
_SIZE: Final = {"width": 1060, "height": 1260}
"""Points of the window: the summary, and the first clause with its redline."""


_TERMS: Final = ROOT / "docs" / "how-to" / "follow-a-clause.md"
_TIMELINE: Final = _PICTURES / "timeline.svg"
_PARTNERSHIPS: Final = _PICTURES / "partnerships.svg"


def main() -> int:
    """Take the pictures of what the how-to pages have their reader make."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.stderr.write("chromium is not installed\n")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _take(program, _drawn(folder), folder / "page.html", _PICTURE, _SIZE)
        _PARTNERSHIPS.write_text(_partnerships(), encoding="utf-8")
        drawing = _timeline(folder)
        _TIMELINE.write_text(drawing, encoding="utf-8")
        frame = f'<!DOCTYPE html><body style="margin:0">{drawing}'
        _take(program, frame, folder / "drawing.html", _TIMELINE.with_suffix(".png"), _size(drawing))
    return 0


def _size(drawing: str) -> dict[str, int]:
    """Give the size of a picture in points."""
    width, height = re.findall(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"', drawing)[0]
    return {"width": round(float(width)), "height": round(float(height))}


def _partnerships() -> str:
    """Draw the matrix of the agreements that are encoded."""
    question = Question(redlines=False)
    return str(render("matrix", compare_specs([str(ROOT / "clause_specs")], Settings(), question), "svg", Options()))


def _drawn(folder: Path) -> str:
    """Draw the comparison of the two files that the page writes."""
    old, new, *_ = _written(_PAGE, folder)
    return str(render("diff", diff(old, new), "html", Options(rules=change_rules()))).replace(f"{folder}/", "")


def _timeline(folder: Path) -> str:
    """Draw the timeline of the terms that the page writes."""
    return str(render("timeline", log_specs(_written(_TERMS, folder), Settings()), "svg", Options()))


def _written(page: Path, folder: Path) -> list[str]:
    """Write the files that a page has its reader write, and give their paths."""
    files = []
    for step in steps(page.read_text(encoding="utf-8")):
        if isinstance(step, Written):
            path = folder / step.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
            files.append(str(path))
    return files


def _take(program: str, text: str, path: Path, picture: Path, size: dict[str, int]) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    path.write_text(text, encoding="utf-8")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport=size)  # type: ignore[arg-type] # a width and a height
        page.goto(path.as_uri())
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
