"""The sentences of a story: their place in the document, their quotations, and what of them is the reporter's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from clausetrack.draft.news.furniture import BULLET, Layout
from clausetrack.language.digest import sentence_digest
from clausetrack.language.sentences import sentences
from clausetrack.model.document import Document
from clausetrack.model.source import Evidence
from clausetrack.model.span import Span

# Opening marks with the marks that close them; a straight one closes itself.
_CLOSING: Final = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’"}
_CLOSERS: Final = '”“»"’'
_QUOTE: Final = re.compile(r"[“„«\"]|(?<![\w’])‘(?=\w)")
_SINGLE: Final = re.compile(r"[,.!?…]’|’(?=[\s,.;:)]|\Z)")
# Words from which a quotation says something by itself, rather than colour a word of the sentence around it.
LONG: Final = 4
_DATELINE: Final = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w.'’/ ,À-ÿ-]{1,50}?)\s?"
    r"(?P<date>,? [\w.]{1,12} \d{1,2}(?:, \d{4})?|,? \d{1,2}\.? [\w.]{1,12}(?: \d{4})?)?"
    r"\s?(?P<agency>\([\w. /-]{2,40}\))?\s?(?:[-–—]{1,2}|:)\s(?=[A-ZÀ-Þ“\"«„])"
)


# A quotation that began in the paragraph before is closed behind a letter or a sign, and nothing opened it here.
_GOES_ON: Final = re.compile(r"[^“”„«»\"]{10,}?[\w.,!?…](?:”|»|\"(?=[\s,.;]|\Z))")


class Sentence(NamedTuple):
    """A sentence: ``block`` is the index of its block, ``number`` counts from 1 in it.

    ``text`` is the sentence as printed, ``told`` the same without dateline, bullet and quotation marks, and with long
    quotations left out. ``quoted`` are its long quotations, or the parts of them that it holds, without their marks.
    """

    block: int
    number: int
    text: str
    told: str
    quoted: tuple[str, ...] = ()
    item: bool = False
    opens: bool = False
    """Whether the paragraph begins with a quotation."""
    goes_on: bool = False
    """Whether the paragraph ends inside a quotation, which the next one goes on with."""

    def evidence(self, source: str, page: int | None) -> Evidence:
        """Give where the sentence stands, for a clause."""
        return Evidence(source, page, self.block + 1, self.number, sentence_digest(self.text))


_CITY: Final = re.compile(r"[A-ZÀ-Þ][\wà-ÿ]+(?:[ /-][A-ZÀ-Þ][\wà-ÿ]+){0,3}")


class Dateline(NamedTuple):
    """Place and date of a report, and the agency, as printed in front of its first sentence."""

    place: str
    date: str | None
    agency: str | None
    end: int


def dateline(text: str) -> Dateline | None:
    """Read the dateline in front of a first sentence: "PORT, May 3 (Agency) - "; None where there is none."""
    match = _DATELINE.match(text)
    if (
        match is None
        or ": " in match[0]
        or not (match["date"] or match["agency"] or match["place"].isupper() or _CITY.fullmatch(match["place"].strip()))
    ):
        return None
    return Dateline(
        match["place"].strip(" ,"),
        (match["date"] or "").strip(" ,") or None,
        (match["agency"] or "").strip("() ") or None,
        match.end(),
    )


def tell(document: Document, plan: Layout) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences of a story, paragraph by paragraph."""
    first = True
    for at in plan.story:
        text = document.blocks[at].text
        start = _lead_in(text, first=first, item=at in plan.items)
        first = first and at in plan.items
        yield tuple(_sentences(at, text, start, item=at in plan.items))


def _lead_in(text: str, *, first: bool, item: bool) -> int:
    if item:
        bullet = BULLET.match(text)
        return bullet.end() if bullet else 0
    found = dateline(text) if first else None
    return found.end if found else 0


def _sentences(block: int, text: str, start: int, *, item: bool) -> Iterator[Sentence]:
    quotes = quotations(text)
    goes_on = bool(quotes) and quotes[-1].end == len(text) and text[-1] not in _CLOSERS
    opens = bool(quotes) and quotes[0].start <= start + 1
    for number, span in enumerate(sentences(text), 1):
        if span.end <= start:
            continue
        begin = max(span.start, start)
        told, quoted = _told(text, Span(begin, span.end), quotes)
        yield Sentence(block, number, span.of(text), told, quoted, item, opens, goes_on)


def quotations(text: str) -> tuple[Span, ...]:
    """Give the quotations of a paragraph, marks included; one that is not closed goes on to the end. Linear."""
    found, place = [], 0
    if goes_on := _GOES_ON.match(text):
        found.append(Span(0, goes_on.end()))
        place = goes_on.end()
    while match := _QUOTE.search(text, place):
        end = _closed(text, match)
        found.append(Span(match.start(), end))
        place = end
    return tuple(found)


def _closed(text: str, match: re.Match[str]) -> int:
    if match[0] == "‘":
        close = _SINGLE.search(text, match.end())
        return close.end() if close else match.end()
    ends = [at for mark in _CLOSING[match[0]] if (at := text.find(mark, match.end())) >= 0]
    return min(ends) + 1 if ends else len(text)


def _unmarked(words: str) -> str:
    return _MARKS.sub("", words)


_MARKS: Final = re.compile(r"^[“”„«»\"‘’\s]+|[“”„«»\"‘’\s]+$")


def _told(text: str, span: Span, quotes: tuple[Span, ...]) -> tuple[str, tuple[str, ...]]:
    """Give a sentence without its long quotations, and these."""
    parts, quoted, place = [], [], span.start
    for quote in quotes:
        start, end = max(quote.start, span.start), min(quote.end, span.end)
        if start >= end:
            continue
        words, whole = _unmarked(text[start:end]), _unmarked(text[quote.start : quote.end])
        parts.append(text[place:start])
        if len(whole.split()) >= LONG:
            quoted.append(words)
            parts.append(" … ")
        else:
            parts.append(words)
        place = end
    told = "".join((*parts, text[place : span.end]))
    return " ".join(told.split()), tuple(filter(None, quoted))
