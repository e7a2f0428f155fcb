"""Marks on paper that recognition of letters took for signs: a line that is a dot, a comma or a stroke, and no more."""

from __future__ import annotations

import re
from typing import Final

_SPECK: Final = re.compile(r"\s*[.,:;'’‘`´|~^_¦·!\\/ ]{1,3}\s*")


def is_speck(text: str) -> bool:
    """Say whether a line is such a mark; bullets, dashes and asterisks are signs of their own."""
    return len(text) <= 3 and _SPECK.fullmatch(text) is not None  # noqa: PLR2004 - two marks and the space between
