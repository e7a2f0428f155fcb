"""Markdown as the generated pages have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from clausetrack.clauseset.quoting import inline

_ROLE: Final = re.compile(r":\w+:`{1,2}([^`]+)`{1,2}")
_LITERAL: Final = re.compile(r"``([^`]+)``")


def notice(source: str) -> str:
    """Give the line that says where a page comes from."""
    return f"<!-- Made from {source} by `python -m tools.generate`; edit that, not this page. -->\n\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Draw a table; bars and line breaks in cells are escaped."""
    lines = [_row(head), _row(["---"] * len(head)), *(_row([_cell(cell) for cell in row]) for row in rows)]
    return "\n".join(lines) + "\n"


def code(text: str) -> str:
    """Mark a text as code."""
    return f"`{text}`"


def from_docstring(text: str) -> str:
    """Turn the few marks that docstrings use into Markdown."""
    return _LITERAL.sub(r"`\1`", _ROLE.sub(r"`\1`", text))


def flow(value: Any) -> str:
    """Write a value as YAML on one line, as it would stand behind its key."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_inner(item)}" for key, item in value.items()) + "}"
    return _inner(value) if isinstance(value, list) else inline(value, flow=False, year=True)


def _inner(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_inner, value)) + "]"
    return flow(value) if isinstance(value, dict) else inline(value, flow=True, year=True)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
