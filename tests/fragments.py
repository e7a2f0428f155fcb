"""Clause files from fragments, as rule pages and test cases have them: what a fragment leaves out is put behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from clausetrack.app.settings import Settings
from clausetrack.app.validate import validate
from clausetrack.model.finding import Validation

FILE = "clause_specs/demo/one.yaml"
BASE = {
    "format": "format: clausetrack/clause-set/1\n",
    "agreement": "agreement: {id: demo, title: Demo}\n",
    "revision": "revision: {id: one, basis: primary-text}\n",
}
_FILE_LINE = re.compile(r"^# file: (.+)\n", re.MULTILINE)
_BLOCK = re.compile(r"^(Wrong|Right):\n\n```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(page: str, label: str) -> list[str]:
    """Give the yaml examples of a page under a label."""
    return [text for name, text in _BLOCK.findall(page) if name == label]


def files_of(fragment: str) -> dict[str, str]:
    """Give the files of a fragment by path, the base put behind what it leaves out, so that no line moves."""
    first, *rest = _FILE_LINE.split(fragment)
    files = {FILE: first} if first.strip() else {}
    files |= dict(zip(rest[::2], rest[1::2], strict=True))
    return {path: completed(text) for path, text in files.items()}


def completed(text: str) -> str:
    """Give a text with what a clause set must have; a text that says its format is left as it is."""
    if re.search(r"^(?:- )?format:", text, re.MULTILINE) or not text.strip():
        return text
    missing = [line for key, line in BASE.items() if not re.search(rf"^{key}:", text, re.MULTILINE)]
    return (text if text.endswith("\n") else text + "\n") + "".join(missing)


def write(folder: Path, fragment: str) -> list[str]:
    """Write the files of a fragment under a folder; give their paths from there."""
    files = files_of(fragment)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return list(files)


def checked(named: Iterable[str] = ("clause_specs",), /, **settings: object) -> Validation:
    """Validate paths from the working directory, under settings that no project file has a say in."""
    return validate(list(named), Settings(**settings))  # type: ignore[arg-type] # settings by name
