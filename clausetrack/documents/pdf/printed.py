"""What web pages leave in a PDF when they are printed: links to the top between the sections, and to each heading.

A bar that stays in place while a page is scrolled is printed on every page, over the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from clausetrack.documents.navigation_words import names_buttons
from clausetrack.documents.pdf.page import UNDER, Line, Page, Rule

_TO_TOP: Final = re.compile(
    r"[\u2191\u21d1\u21e7\u25b2\u2b06^]\ufe0f?(?:\s?[^\W\d_]+){0,4}"
    r"|(?:back|return|go) to (?:the )?top|top of (?:the )?page|(?:zur\xfcck )?nach oben|retour en haut"
    r"|(?:retour en )?haut de (?:la )?page|volver arriba|torna (?:su|all'inizio)|voltar ao topo|(?:terug )?naar boven",
    re.IGNORECASE,
)
"""An arrow upwards with a few words at most, or what such a link says in words."""

_ANCHOR: Final = re.compile(r"\s*\xb6$")
"""The sign behind a heading that links to it."""

_REPEATED: Final = 2
"""Lines that have a link before it is one: a web page has one for each section."""

_EVERY: Final = 0.9
"""Share of the pages on which a bar stands that does not scroll; some programs leave out the first page or the last."""

_FEWEST: Final = 3
"""Pages before anything stands on every one."""

_SAID: Final = 8
"""Letters of a bar at least: a label, as of an annex that goes on, may come to the same place."""

_CLOSE: Final = 0.9
"""Sizes of type between base lines that are nearer to each other than those of a text."""

_BESIDE: Final = 4
"""Pieces of lines that stand beside each other at most: words of a bar and its buttons."""

_Bar = tuple[str, int, int]


def without_bars(pages: Sequence[Page]) -> list[Page]:
    """Give the pages without what stands in the same words at the very same place of nearly all, over the text."""
    counts = Counter(bar for page in pages for bar in {_bar(line) for line in page.lines if _may_be_bar(line)})
    often = {bar for bar, count in counts.items() if count >= max(_FEWEST, _EVERY * len(pages))}
    bars = often and {bar for page in pages for bar in _overprinted(page, often)}
    if not bars:
        return list(pages)
    return [page._replace(lines=list(_uncovered(page.lines, bars))) for page in pages]


def _uncovered(lines: Sequence[Line], bars: set[_Bar]) -> Iterator[Line]:
    """Give the lines without bars, and without the buttons on them."""
    bases = {round(line.base) for line in lines if _bar(line) in bars}
    for line in lines:
        if _bar(line) not in bars and not (round(line.base) in bases and names_buttons(line.text)):
            yield line


def _overprinted(page: Page, often: set[_Bar]) -> Iterator[_Bar]:
    """Give what stands closer to another line than any line of text does to the next."""
    for at, line in enumerate(page.lines):
        for after in islice(page.lines, at + 1, at + 1 + _BESIDE):
            if after.base - line.base < _CLOSE * min(line.size, after.size) and _is_over(line, after):
                yield from often & {_bar(line), _bar(after)}


def _is_over(line: Line, other: Line) -> bool:
    return line.left < other.right and other.left < line.right


def _may_be_bar(line: Line) -> bool:
    return len(line.text) >= _SAID or names_buttons(line.text)


def _bar(line: Line) -> _Bar:
    return line.text, round(line.left), round(line.base)


def without_links(pages: Sequence[Page]) -> list[Page]:
    """Give the pages without lines that are links to the top, and without the signs that link to headings."""
    tops = Counter(line.text for page in pages for line in page.lines if _TO_TOP.fullmatch(line.text))
    gone = {text for text, count in tops.items() if count >= _REPEATED}
    anchored = sum(line.text.endswith("\xb6") for page in pages for line in page.lines) >= _REPEATED
    if not gone and not anchored:
        return list(pages)
    return [
        page._replace(lines=list(_kept(page.lines, gone, anchored=anchored)), rules=_other_rules(page, gone))
        for page in pages
    ]


def _other_rules(page: Page, gone: set[str]) -> list[Rule]:
    """Leave out the rules that underline links, since a short rule above text makes it a footnote."""
    links = [line for line in page.lines if line.text in gone]
    return [rule for rule in page.rules if not any(_underlines(rule, line) for line in links)]


def _underlines(rule: Rule, line: Line) -> bool:
    across = rule.left >= line.left - line.size and rule.right <= line.right + line.size
    return across and -1 <= rule.top - line.base <= UNDER * line.size


def _kept(lines: Sequence[Line], gone: set[str], *, anchored: bool) -> Iterator[Line]:
    for line in lines:
        text = _ANCHOR.sub("", line.text) if anchored else line.text
        if text == line.text and text not in gone:
            yield line
        elif text and text not in gone:
            yield line._replace(text=text, raised=tuple(span for span in line.raised if span[1] <= len(text)))
