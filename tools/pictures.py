"""Pictures of pages for the documentation, taken in Chromium.

    python -m tools.pictures

They depend on the fonts of the machine, so no test compares them; take them anew when a page looks otherwise.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from clausetrack.app.api import diff
from clausetrack.app.rule_pages import change_rules
from clausetrack.report.registry import Options, render
from tests.docs.transcripts import ROOT, Written, steps

_PAGE: Final = ROOT / "docs" / "how-to" / "share-a-report.md"
_PICTURE: Final = ROOT / "docs" / "pictures" / "diff-page.png"
_SIZE: Final = {"width": 1060, "height": 1260}
"""Points of the window: the summary, and the first clause with its redline."""


def main() -> int:
    """Take the picture of the page that the how-to page has its reader make."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        sys.stderr.write("chromium is not installed\n")
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _take(program, _drawn(folder), folder / "page.html")
    return 0


def _drawn(folder: Path) -> str:
    """Draw the comparison of the two files that the page writes."""
    files = []
    for step in steps(_PAGE.read_text(encoding="utf-8")):
        if isinstance(step, Written):
            path = folder / step.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
            files.append(str(path))
    old, new, *_ = files
    return str(render("diff", diff(old, new), "html", Options(rules=change_rules()))).replace(f"{folder}/", "")


def _take(program: str, text: str, path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    path.write_text(text, encoding="utf-8")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport=_SIZE)  # type: ignore[arg-type] # a width and a height
        page.goto(path.as_uri())
        page.screenshot(path=_PICTURE)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
