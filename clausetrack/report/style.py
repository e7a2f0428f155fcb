"""Colour in a terminal, chosen in one place by what is shown, and never the only sign of anything."""

from __future__ import annotations

from typing import Any, Final

import click

STYLES: Final[dict[str, dict[str, Any]]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan"},
    "title": {"bold": True},
    "place": {"underline": True},
    "faint": {"dim": True},
    "weakened": {"fg": "red", "bold": True},
    "strengthened": {"fg": "green", "bold": True},
    "broadened": {"fg": "green"},
    "narrowed": {"fg": "red"},
    "mixed": {"fg": "magenta", "bold": True},
    "neutral": {"fg": "blue"},
    "added": {"fg": "green", "bold": True},
    "removed": {"fg": "red", "bold": True},
    "delete": {"fg": "red", "strikethrough": True},
    "insert": {"fg": "green", "underline": True},
}


def paint(text: str, name: str, *, color: bool) -> str:
    """Give a text in a named style, or as it is where colour is off."""
    return click.style(text, **STYLES[name]) if color and text else text
