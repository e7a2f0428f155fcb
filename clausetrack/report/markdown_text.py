"""Texts inside Markdown, so that nothing in a clause becomes markup."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.report.visible import one_line

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~&-])")
_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def escaped(text: str) -> str:
    """Give a text on one line, with whatever Markdown or HTML would read as markup escaped."""
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match.group(), f"\\{match.group()}"), one_line(text))
