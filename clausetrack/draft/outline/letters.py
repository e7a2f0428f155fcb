"""Letters and notes that are exchanged: each is an instrument of its own, from its head to the next one's.

A letter is known by the line with which it addresses someone, alone on its line. Its head are the lines before that: a
number or a label, who writes to whom, place and date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from clausetrack.draft.instrument import names_instrument
from clausetrack.draft.outline.divisions import Candidate, Division
from clausetrack.draft.outline.lines import Line, looks_heading
from clausetrack.draft.outline.names import UNITS, Name

_SALUTATION: Final = re.compile(
    r"(?:(?:your )?excellenc(?:y|ies)|sirs?|madam|dear [^.:;]{2,60}|messieurs|monsieur(?: [^.:;]{2,60})?"
    r"|madame(?: [^.:;]{2,60})?|excellence|exzellenz|sehr geehrte[rs]? [^.:;]{2,60}|herr [^.:;]{2,60}"
    r"|excelencia|señora?(?: [^.:;]{2,60})?|excellentie|geachte [^.:;]{2,60}|mijnheer(?: [^.:;]{2,60})?)[,:]",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:(?:letter|note|lettre|brief|schreiben|nota|carta)\s*(?:[Nn][o°º]\.?\s*)?)?(?:[0-9]{1,2}|[IVX]{1,4}|[A-D])[.)]?",
    re.IGNORECASE,
)
_WRITES: Final = re.compile(
    r"(?:(?:letter|note|lettre|brief|schreiben|carta) )?(?:from |by |de |du |von |van )?[^.:;]{4,150}?"
    r" (?:to|à|au|a la|al|an|aan)(?: (?:the|la|le|den|die|de|het))? [^.:;]{4,150}"
    r"|(?:letter|note|lettre|brief|schreiben|carta) (?:from|of|by|de|du|von|van) [^.:;]{3,150}",
    re.IGNORECASE,
)
_PREFIX: Final = re.compile(r"(?:[0-9]{1,2}|[IVX]{1,4}|[A-D])[.)]\s+(?=\S)")
_DATE: Final = re.compile(r"[^.:;!?]{0,60}\b[12][0-9]{3}\.?")
_NUMBER: Final = re.compile(
    r"(?:(?:ref|reference|our ref)\.?:?\s*)?(?:[Nn][o°º]\.?\s*)?[\w./-]{0,20}[0-9][\w./-]{0,20}"
)

_LINES: Final = 6
"""Lines of the longest head of a letter."""

_SEVERAL: Final = 2


def letters(lines: Sequence[Line], labels: Sequence[Candidate]) -> list[Division]:
    """Give the letters of an exchange; none where there are fewer than two, or where articles part the text."""
    if sum(each.strong and each.name.kind in UNITS for each in labels) >= _SEVERAL:
        return []
    starts = [at for at, line in enumerate(lines) if _SALUTATION.fullmatch(line.full)]
    if len(starts) < _SEVERAL:
        return []
    bounds = [-1, *starts]
    return [_letter(lines, _head(lines, above, at)) for above, at in zip(bounds, starts, strict=False)]


def _head(lines: Sequence[Line], above: int, at: int) -> int:
    """Give the first line of the head of a letter that addresses someone on a line."""
    first = at
    while first - 1 > above and at - first < _LINES and _may_head(lines[first - 1].full):
        first -= 1
    return first


def _may_head(text: str) -> bool:
    if any(each.fullmatch(text) for each in (_LABEL, _DATE, _NUMBER)):
        return True
    words = text[_numbered(text) :]
    return looks_heading(words) and _WRITES.fullmatch(words) is not None and not names_instrument(words)


def _numbered(text: str) -> int:
    """Give where the words begin behind a number or a letter: "A. Letter from Northland"."""
    found = _PREFIX.match(text)
    return found.end() if found else 0


def _letter(lines: Sequence[Line], at: int) -> Division:
    full = lines[at].full
    rest = len(full) if _LABEL.fullmatch(full) else _numbered(full)
    label = full[:rest].strip()
    return Division(at, Name("letter", label.rstrip(".)"), (), len(label), rest, sign=False), None)
