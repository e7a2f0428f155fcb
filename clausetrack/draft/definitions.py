"""Whether a passage defines terms, and which."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from clausetrack.draft.signs import Signs
from clausetrack.model.scales import CONFIDENCE

LOW, MEDIUM, HIGH = CONFIDENCE

_QUOTED: Final = re.compile(
    r"[“\"„«「『‘']\s?(?P<term>[^“”\"„«»「」『』\n]{1,80}?)\s?[”\"“»」』’'](?=[\s,:(:とはは、])"
)
_MARKER: Final = r"(?:[(\[]?(?:[0-9]{1,3}|[a-z]{1,4})[.)\]]\s?){0,2}"
_STARTS: Final = re.compile(
    rf"(?:\A|[\n;.:]\s?){_MARKER}\s?(?:(?:the|an?|le|la|der|die|das|el|de|het)\s)?(?:terms?\s)?", re.IGNORECASE
)

_MOSTLY: Final = 0.5
"""How much of a heading must say that terms are defined; the share of lines that define one, without such a heading."""

_BETWEEN: Final = 90
"""Characters from a term to "means": "in relation to marine genetic resources" may stand between."""


_AHEAD: Final = 6
"""Characters from "means" to a term behind it, as French and Spanish have it: "on entend par «navire»"."""


def terms(signs: Signs) -> tuple[str, ...]:
    """Give the terms that a passage defines, in reading order: quoted, with a word of definition beside them."""
    said = signs.find("defines")
    ends, starts = [each.end for each in said], [each.start for each in said]
    found = (match["term"].strip(" ,.;*_") for match in _QUOTED.finditer(signs.text) if _defined(match, starts, ends))
    return tuple(dict.fromkeys(filter(None, found)))


def _defined(match: re.Match[str], starts: list[int], ends: list[int]) -> bool:
    """Say whether a word of definition stands behind a term on its line, or right before it."""
    behind = bisect_left(starts, match.end())
    if behind and match.start() - ends[behind - 1] <= _AHEAD:
        return True
    if behind == len(starts) or starts[behind] - match.end() > _BETWEEN:
        return False
    return "\n" not in match.string[match.end() : starts[behind]]


def defines(signs: Signs) -> str | None:
    """Give how clear it is that a passage is a definition; None where it is none."""
    covered, _ = signs.covered("definition_headings")
    said = signs.find("defines")
    if covered >= _MOSTLY and said:
        return HIGH
    if not said or not signs.sentences:
        return HIGH if covered >= 1 else None
    opening = signs.sentences[0]
    first = terms(signs)
    if first and _opens(signs, first[0]) and said[0].start < opening.end + _BETWEEN:
        lines = [line for line in signs.text.split("\n") if line.strip()]
        defining = min(len(first), len(lines))
        share = defining / max(1, len(lines), len(signs.duties) + defining)
        return HIGH if share > _MOSTLY else MEDIUM if share >= _MOSTLY / 2 and not signs.duties else None
    return None


def _opens(signs: Signs, term: str) -> bool:
    """Say whether the first term stands where a definition begins."""
    at = signs.text.find(term)
    opening = signs.text[: max(0, at - 1)]
    return at >= 0 and (
        bool(_STARTS.fullmatch(opening)) or bool(signs.find("defining_openings")) or len(opening) <= _BETWEEN
    )
