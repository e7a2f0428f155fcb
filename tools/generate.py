"""Make the pages that are generated from the code, or check that they are up to date.

Run at the root of the project as ``python -m tools.generate`` to write them, and with ``--check`` to write nothing and
exit with 1 where a page is stale, missing or left over.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from tools import api_page, command_page, format_page, hooks_file, json_page, rule_pages, settings_page

ROOT: Final = Path(__file__).resolve().parent.parent
RULES: Final = "docs/rules"
"""The one folder in which every page is generated, so that a page without a rule is left over."""

Pages = Mapping[str, str]

_BLANK: Final = re.compile(r"\n{3,}")
"""Blank lines that nothing reads as more than one."""

GENERATORS: Final[tuple[Callable[[], Pages], ...]] = (
    format_page.pages,
    rule_pages.pages,
    command_page.pages,
    settings_page.pages,
    json_page.pages,
    api_page.pages,
    hooks_file.pages,
)
"""What makes pages: each gives texts by their paths from the root. A new one is its file and one line here."""


def main(arguments: list[str] | None = None) -> int:
    """Write or check the pages, and give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.generate", description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 where a page is not up to date"
    )
    parser.add_argument("--root", type=Path, default=ROOT, help="the folder that holds docs/ (default: the project)")
    given = parser.parse_args(arguments)
    wanted = {path: _BLANK.sub("\n\n", text) for generator in GENERATORS for path, text in generator().items()}
    faults = differences(given.root, wanted)
    if given.check:
        sys.stderr.writelines(f"{path}: {fault}; run 'python -m tools.generate'\n" for path, fault in faults.items())
        return 1 if faults else 0
    for path in faults:
        settle(given.root / path, wanted.get(path))
        sys.stdout.write(f"{'wrote' if path in wanted else 'removed'} {path}\n")
    return 0


def differences(root: Path, wanted: Pages) -> dict[str, str]:
    """Give each page that is not as it should be, with what is wrong with it."""
    found = {path.relative_to(root).as_posix() for path in (root / RULES).glob("*.md")}
    faults = dict.fromkeys(sorted(found - wanted.keys()), "left over")
    for path, text in wanted.items():
        file = root / path
        if not file.exists():
            faults[path] = "missing"
        elif file.read_text(encoding="utf-8") != text:
            faults[path] = "stale"
    return faults


def settle(file: Path, text: str | None) -> None:
    """Write a page, or remove it where there is no text for it."""
    if text is None:
        file.unlink()
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
