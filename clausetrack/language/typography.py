"""Whether two texts differ in nothing but how they are set: typography, spelling, list markers and numbering."""

from __future__ import annotations

import re
from typing import Final

from clausetrack.language.fold import fold
from clausetrack.language.numbering import strip_marker

# Words, numbers and signs, however they are joined: "Part 1" may have been printed "Part1". Quotes, hyphens and a
# possessive's apostrophe fall out; commas and full stops inside a text stay, for they can change what it says.
_UNITS: Final = re.compile(r"[^\W\d_]+|[0-9]+(?:[.,][0-9]+)*|[^\w\s\"'*_-]")
# A list item's sign at its end (";", ".", ", and" is left alone) goes with the list, not with the item.
_CLOSING: Final = ".;,:"
# A marker inside a paragraph that has lost its lines: "…: (a) …; (b) …".
_INNER_MARKER: Final = re.compile(
    r"([:;.]\s+(?:(?:and|or|et|ou|en|of|und|oder|y|o)\s+)?)(?:\((?:[0-9]{1,2}|[a-z]{1,2}|[ivx]{1,5})\)|[a-z]\)|[0-9]{1,2}[.)])\s+"
)


def same_but_typography(old: str, new: str) -> bool:
    """Say whether two texts are the same but for quotes, dashes, spacing, case, spelling, list markers and numbering.

    Markers count at the start of the text, of each line, and after a sign inside a line. Also true of equal texts.
    """
    return old == new or typographic_form(old) == typographic_form(new)


def typographic_form(text: str) -> tuple[str, ...]:
    """Give the words, numbers and signs that are left of a text without its typography."""
    lines = (_INNER_MARKER.sub(r"\1", strip_marker(line)[1]) for line in text.splitlines())
    units = _UNITS.findall(fold("\n".join(lines), case=True, spelling=True).text)
    while units and units[-1] in _CLOSING:
        units.pop()
    return tuple(units)
