"""Texts made safe to show: what cannot be seen, or would steer a terminal, is shown as an escape."""

from __future__ import annotations

import re
from typing import Final

# C0 and C1 controls but tab and line feed, line and paragraph separators, and what turns the direction of a text.
HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


def visible(text: str) -> str:
    r"""Give a text with hidden characters as ``\x1b`` or ``\u202e``."""
    return HIDDEN.sub(_escape, text)


def one_line(text: str) -> str:
    """Give a text on one line, white space collapsed and hidden characters shown."""
    return visible(" ".join(text.split()))


def _escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - what fits into two digits
