"""Texts inside Markdown, so that nothing in a clause becomes markup."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.report.visible import one_line

_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "@": "&#64;"}
_MARKUP: Final = re.compile("[<>&@]")
_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>#|~&$@]")
"""What CommonMark, GitHub's tables and its formulas read as markup within a line; ``@`` calls people on code hosts."""


def escaped(text: str) -> str:
    """Give a text on one line, with whatever Markdown or HTML would read as markup within a line escaped."""
    return _SPECIAL.sub(lambda match: _ENTITIES.get(match.group(), f"\\{match.group()}"), one_line(text))


def as_html(text: str) -> str:
    """Give a text as it stands in a block of HTML, where Markdown's own escapes would be shown; spaces are kept."""
    return _MARKUP.sub(lambda match: _ENTITIES[match.group()], text)
