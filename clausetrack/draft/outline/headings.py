"""Headings: how many lines make one, and those that run into the text ("1. Fees. The client …")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from clausetrack.draft.outline.lines import Line, looks_heading
from clausetrack.draft.outline.names import name
from clausetrack.draft.outline.words import FORCE, within

_MOST_LINES: Final = 6
"""Lines of the longest heading, printed in the middle of a narrow page."""

_LONGEST_RUN_IN: Final = 8
"""Words of the longest heading that a full stop parts from its text on the same line."""

USUAL: Final = 0.7
"""Share of the divisions of one kind that must have a heading of one sort for it to be one: one short sentence at the
start of an article is none."""

_FEWEST: Final = 3
"""Divisions that show a habit."""

_RUN_IN: Final = re.compile(r"([^.:;!?\n]{2,90}?)(?:\.\s?[–—-]|\.|:|\s[–—-])\s+(?=[^\W\d_a-z]|[“\"«„(]|[0-9(])")
# Words that begin sentences, with a capital where none is due unless one begins here.
_SENTENCE: Final = re.compile(
    r"\s(?=(?:The|This|These|Each|Every|Any|No|Nothing|All|Where|When|If|In|For|Except|Subject|Without|Unless|Upon|"
    r"Notwithstanding|Under|After|Before|At|On|By|To|As|It|Pending|Parties|States|We|You|Le|La|Les|Aux|Chaque|Tout|Toute|Sans|Nonobstant|El|Los|Las|Cada|Ninguna|"
    r"Der|Die|Das|Dieses|Diese|Jede|Für|Het|De|Deze|Elke|Article|Articles|Artikel|Paragraph)\s)"
)
SPEAKS: Final = re.compile(r"(?:We|You|They|It|This|These|Each|Every|Any|If|When|Where|Nous|Vous|Ils|Wir|Sie|Wij|U)\b")
"""With these a sentence begins, not a heading."""

_LONGEST_UNSIGNED: Final = 40
"""Words of the longest heading that no sign parts from its text."""

_MOST_CAPITALS: Final = 6
"""Words with a capital that a heading may have in its middle ("… chosen by the Parties") before its text begins."""

JOINING: Final = re.compile(
    r"(?:[-–—,]|\b(?:of|and|the|for|to|in|on|or|with|de|des|du|la|le|les|et|à|en|y|del|der|die|das|und|van|en|het))\Z",
    re.IGNORECASE,
)
"""How a line ends that goes on."""


def heading_lines(lines: Sequence[Line], at: int, end: int) -> int:
    """Give how many lines from ``at`` on, before ``end``, make a heading: 0 where there is none."""
    if at >= end or not _can_head(lines[at]) or not (lines[at].says_heading or looks_heading(lines[at].full)):
        return 0
    count = 1
    while at + count < end and count < _MOST_LINES and _goes_on(lines[at + count - 1], lines[at + count]):
        count += 1
    return count


def _can_head(line: Line) -> bool:
    return not line.marks and not line.bullet and not line.is_quoted and name(line.full) is None


def _goes_on(line: Line, following: Line) -> bool:
    """Say whether the heading goes on in the following line: in capitals both, or with a small letter."""
    if not _can_head(following) or following.full[-1] in ".;:" or following.says_heading != line.says_heading:
        return False
    if line.full.isupper() or following.full.isupper():
        return line.full.isupper() and following.full.isupper()
    if following.full[0].islower() or JOINING.search(line.full):
        return len(following.full) < 120 and not within(FORCE).search(following.full)  # noqa: PLR2004 - a heading's line
    return False


def run_in(text: str) -> int:
    """Give the end of a heading that a sign parts from the text behind it: "Fees. The client …"; 0 for none."""
    match = _RUN_IN.match(text)
    if match is None or SPEAKS.match(text) or len(match[1].split()) > _LONGEST_RUN_IN or not looks_heading(match[1]):
        return 0
    return match.end()


def run_in_without_sign(text: str) -> int:
    """Give the end of a heading that only a capital parts from the text: "Scope This Agreement …"; 0 for none."""
    for match in islice(_SENTENCE.finditer(text, 1), _MOST_CAPITALS):
        before = text[: match.start()]
        if not looks_heading(before) or len(before.split()) > _LONGEST_UNSIGNED or before[-1] == ".":
            return 0
        if not JOINING.search(before):
            return match.end()
    return 0


def habit(texts: Iterable[str], only: str | None = None) -> str | None:
    """Say how texts of one kind begin with headings: run into them, by a "sign" or a "capital", or with a full "stop".

    None where most do not.
    """
    known = [text for text in texts if text]
    if len(known) < _FEWEST:
        return None
    for way, reader in READERS.items():
        heads = sum(reader(text) > 0 for text in known)
        # some say nothing but their heading: "1. Definitions."
        alone = sum(stopped(text) > 0 for text in known) if heads and way == "sign" else 0
        if only in {None, way} and heads + alone >= USUAL * len(known):
            return way
    return None


def stopped(text: str) -> int:
    """Give the end of a text that is nothing but a heading with a full stop: "Use of ports."; 0 for none."""
    words = text.rstrip()
    is_short = len(words.split()) <= _LONGEST_RUN_IN
    return len(text) if is_short and words[-1:] == "." and looks_heading(words[:-1]) and ". " not in words else 0


READERS: Final = {"sign": run_in, "capital": run_in_without_sign, "stop": stopped}
