"""Which blocks of an article are its story, and which the page around it: captions, bylines, links, dates.

Told by features that pages share, not by what one site prints: a paragraph of the story ends like a sentence; a line
that does not is a headline, a caption, a link or a label, unless it is an item of a list that the story announces.
Credits, dates and bylines have their own forms, and pages speak to their readers in the imperative.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from clausetrack.draft.news.words import Words
from clausetrack.language.tokens import words as word_list
from clausetrack.model.document import Block, Document

ENDS: Final = re.compile(r"[.!?…:;。](?:[\"”’»)“\]]|\s»)*$|[”»]\s*$|,[”\"]$")
BULLET: Final = re.compile(r"^\s*(?:[•‣▪●◦·*]|[-–—](?=\s)|(?:\d{1,2}|[a-z])[.)](?=\s))\s*")
_TIME: Final = re.compile(r"\d{1,2}[:.h]\d{2}\s?(?:am|pm|a\.m\.|p\.m\.|AM|PM|uhr|Uhr)?|\d{1,2}h\b")
_NUMBER: Final = re.compile(r"[+-]?\d{1,4}(?:st|nd|rd|th|er|\.)?")
_MEDIA: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*/\s*\d{1,2}:\d{2})?")
_NAMES: Final = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:de|da|van|von|der|al|bin|el|la|le)\b)?(?: [A-ZÀ-Þ][\w.'’-]+){1,3}"
_AGENCY: Final = r"[A-Z][\w. ]{0,30}"
_CREDIT: Final = re.compile(
    rf"(?:[\w.’'-]+ ){{0,4}}[\w.’'-]+/{_AGENCY}(?: via [\w ]+)?\)?\.?$"
    rf"|\((?:[\w.’' ]{{2,40}}[:/] ?)?(?:AP|AFP|EPA|PA|Reuters|Getty|Getty Images|dpa)[^()]{{0,40}}\)\.?$"
    rf"|\((?:image|photo|picture|source|credit|foto|bild|imagen|[A-Z][\w ]{{1,20}}):[^()]{{1,40}}\)\.?$"
    rf"|(?:photograph|photo|image|picture|credit|foto|bild|imagen|crédit)s?\s?:\s?[^.]{{2,60}}\.?$",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+|https?://|www\.|(?:\+?\d[\d ()-]{7,}\d)|@\w{3,}")
_ATTRIBUTION: Final = re.compile(r"^[-–—]\s*(?:the |le |la |el )?[A-ZÀ-Þ]", re.IGNORECASE)
# A title has five words at least: shorter lines above it name the section or the kind of the page.
_TITLE_WORDS: Final = 5
# Blocks in which the head of a page ends: kicker, title, standfirst, picture with caption, byline, dates, a player.
_HEAD: Final = 12
# Words of the longest line without a full stop that is looked at as a label or byline.
_LABEL_WORDS: Final = 14
# A line of the same words as the title, as far as this share, is the title again.
_SAME: Final = 0.8


class Layout(NamedTuple):
    """What an article is made of. ``story`` are the indices of the blocks that tell it, in reading order.

    ``items`` are those of them that are items of a list; ``signed`` gives, for a block, the line below it that names
    who is quoted. ``author`` and ``dated`` are as the page prints them.
    """

    title: str | None
    story: tuple[int, ...]
    items: frozenset[int]
    signed: dict[int, str]
    captions: tuple[int, ...] = ()
    labels: tuple[int, ...] = ()
    author: str | None = None
    dated: tuple[str, ...] = ()


def layout(document: Document, known: Words) -> Layout:
    """Tell story and page apart. Linear in the document."""
    blocks = document.blocks
    title = _title(document, known)
    kinds = [_kind(block, known, title) for block in blocks]
    author = document.metadata.get("author") or _author(blocks, kinds, known)
    _cut_tail(blocks, kinds, known, author)
    _cut_head(blocks, kinds)
    _mark_items(blocks, kinds, known)
    signed = {at - 1: blocks[at].text for at, kind in enumerate(kinds) if kind == "attribution" and at}
    return Layout(
        title=title,
        story=tuple(at for at, kind in enumerate(kinds) if kind in {"story", "item", "intro"}),
        items=frozenset(at for at, kind in enumerate(kinds) if kind == "item"),
        signed=signed,
        captions=tuple(at for at, kind in enumerate(kinds) if kind == "caption"),
        labels=tuple(at for at, kind in enumerate(kinds) if kind in {"label", "standfirst", "title"}),
        author=author,
        dated=tuple(block.text for block, kind in zip(blocks, kinds, strict=True) if kind == "date"),
    )


def _title(document: Document, known: Words) -> str | None:
    if "title" in document.metadata:
        return document.metadata["title"]
    blocks = document.blocks
    heading = next((block.text for block in blocks[:_HEAD] if block.kind == "heading" and block.level == 1), None)
    if heading:
        return heading
    return next(
        (
            block.text
            for block in blocks[:_HEAD]
            if len(word_list(block.text)) >= _TITLE_WORDS
            and not _SENTENCE.search(block.text)
            and _line_kind(block.text, known) not in _NEVER_TITLES
        ),
        None,
    )


# A headline ends in no full stop, though it may ask or shout.
_SENTENCE: Final = re.compile(r"[.:;,…][\"”’»)]*$")
_NEVER_TITLES: Final = frozenset({"date", "byline", "caption", "furniture"})


def _kind(block: Block, known: Words, title: str | None) -> str:
    if block.kind in {"footnote", "row"}:
        return "furniture"
    if title and _same(block.text, title):
        return "title"
    if block.kind == "heading":
        return "label"
    return _line_kind(block.text, known)


def _line_kind(text: str, known: Words) -> str:
    """Say what a block is by its own words: story, label, item, caption, byline, date, attribution or furniture."""
    short = len(text) <= _LINE and len(word_list(text)) <= _FURNITURE_WORDS
    return (short and _short_kind(text, known)) or _long_kind(text)


def _short_kind(text: str, known: Words) -> str | None:
    """Say what a short block is, None where it has no form of its own and only its end can tell."""
    few = len(word_list(text)) <= _LABEL_WORDS
    forms = (
        ("date", _is_date(text, known)),
        ("byline", few and _is_byline(text, known)),
        ("attribution", _is_attribution(text, known)),
        ("bullet", BULLET.match(text)),
        ("caption", _CREDIT.search(text)),
        ("furniture", known.pattern("furniture").match(text) or _ADDRESS.search(text)),
        ("date", few and not ENDS.search(text) and _is_dated(text, known)),
        ("label", text.endswith("?")),
    )
    return next((kind for kind, fits in forms if fits), None)


def _long_kind(text: str) -> str:
    if BULLET.match(text):
        return "bullet"
    end = text[-_END:]
    if _CREDIT.search(end):
        return "caption"
    return "label" if not ENDS.search(end) else "intro" if text.endswith(":") else "story"


def _is_attribution(text: str, known: Words) -> bool:
    """Say whether a line names who is quoted above it: "– Jo Ray, Minister of Ports"."""
    named = _ATTRIBUTION.match(text) and not text.endswith((";", ":")) and _NAME.search(text)
    return bool(named) and known.pattern("offices").search(text) is not None


_PLACED: Final = re.compile(r"^[A-ZÀ-Þ][^\W\d]+(?:[ -][^\W\d]+){0,3}(?:/[^\d,]{2,20})?,\s(?=\w*\d)")
_YEARED: Final = re.compile(r"\b(?:19|20)\d\d\b")
_NAME: Final = re.compile(_NAMES)
# Words of the longest line by which a page speaks to its readers; a story's sentence may begin with "Print" too.
_FURNITURE_WORDS: Final = 30
_LINE: Final = 400
"""Characters of the longest such line."""

_END: Final = 200
"""Characters at the end of a block by which a caption is known: credits are no longer."""


def _same(text: str, title: str) -> bool:
    ours, theirs = {word.lower() for word in word_list(text)}, {word.lower() for word in word_list(title)}
    return bool(ours) and len(ours & theirs) >= _SAME * max(len(ours), len(theirs))


def _is_date(text: str, known: Words) -> bool:
    """Say whether nothing is left of a line without dates, times, and the words that stand beside them."""
    if _MEDIA.fullmatch(text.strip()):
        return True
    if len(text) > _DATE_LINE or (not any(map(str.isdigit, text)) and not known.pattern("date_words").match(text)):
        return False
    left = _NUMBER.sub(
        " ", _TIME.sub(" ", known.pattern("date_words").sub(" ", known.pattern("months").sub(" ", text)))
    )
    return not re.search(r"[^\W_]{2,}", left)


_DATE_LINE: Final = 120
"""Characters of the longest line that holds nothing but dates: published and updated, with zones and places."""


def _is_dated(text: str, known: Words) -> bool:
    """Say whether a line begins with a date, whatever place or office it names behind."""
    text = _PLACED.sub("", text)
    begins = text[:1].isdigit() or any(known.pattern(each).match(text) for each in ("months", "date_words"))
    return begins and _YEARED.search(text) is not None and known.pattern("months").search(text) is not None


def _is_byline(text: str, known: Words) -> bool:
    if ENDS.search(text) and not text.endswith("."):
        return False
    plain = text.strip(" |·")
    by = known.pattern("by").match(plain)
    if by and by.end() < len(plain) and plain[by.end() :].lstrip(" :")[:1].isupper():
        return not re.search(r"\s(?:" + known.source("sentence_verbs")[3:-1] + r")\s", plain)
    return _BYLINE.fullmatch(plain) is not None and not (
        known.pattern("sentence_verbs").search(plain) or plain.endswith(".") or len(plain.split()) > _BYLINE_WORDS
    )


_ONE: Final = rf"{_NAMES}(?: (?:in|à|en|aus) [A-ZÀ-Þ]\w+(?: [A-ZÀ-Þ]\w+)?)?"
_BYLINE: Final = re.compile(rf"{_ONE}(?:(?:,| and| und| et| y) {_ONE})*(?:(?:,| \|| -|:) [\w ]{{2,40}})?")
_BYLINE_WORDS: Final = 11
"""Words of the longest byline without "by": two names, each with a place, or one with a title."""


def _author(blocks: Sequence[Block], kinds: Sequence[str], known: Words) -> str | None:
    for block, kind in list(zip(blocks, kinds, strict=True))[:_HEAD]:
        if kind == "byline":
            plain = block.text.strip(" |·")
            by = known.pattern("by").match(plain)
            rest = plain[by.end() :] if by else plain
            found = _NAME.search(rest)
            if found:
                return found[0]
    return None


def _cut_head(blocks: Sequence[Block], kinds: list[str]) -> None:
    """Take what stands above the byline, the date or the player for the head of the page: titles and standfirsts."""
    ends = [at for at, kind in enumerate(kinds[:_HEAD]) if kind in {"byline", "date"}]
    for last in reversed(ends):
        above = [at for at in range(last) if kinds[at] in {"story", "intro"}]
        if len(above) <= 1 and all(len(word_list(blocks[at].text)) <= _STANDFIRST for at in above):
            for at in above:
                kinds[at] = "standfirst"
            return


_STANDFIRST: Final = 60
"""Words of the longest standfirst; the lead of a story that has its byline below is seldom shorter than two blocks."""


def _cut_tail(blocks: Sequence[Block], kinds: list[str], known: Words, author: str | None) -> None:
    """Take what follows the last paragraphs for the page: lists of links under a label, and lines about the author."""
    tail = known.pattern("tail")
    inside = False
    for at, block in enumerate(blocks):
        label = kinds[at] in {"label", "furniture", "bullet"} or block.kind == "heading"
        if label and at:
            # What leads on from the middle of a story does not end it.
            late = 2 * kinds[:at].count("story") >= kinds.count("story")
            matched = tail.match(block.text)
            inside = bool(matched) and late and len(word_list(block.text)) <= _LABEL_WORDS
        elif inside and kinds[at] in {"story", "intro"} and len(word_list(block.text)) <= _STANDFIRST:
            kinds[at] = "furniture" if kinds[at] == "story" else kinds[at]
        if kinds[at] == "story" and _is_bio(block.text, known, author):
            kinds[at] = "bio"


def _is_bio(text: str, known: Words, author: str | None) -> bool:
    begins = bool(author and text.startswith(author)) or re.match(_NAMES, text) is not None
    return begins and known.pattern("bio").search(text[:160]) is not None


def _mark_items(blocks: Sequence[Block], kinds: list[str], known: Words) -> None:
    """Take bullets for items of the story, and lines below a colon that end in a semicolon; else they are links."""
    announced = False
    for at, block in enumerate(blocks):
        if kinds[at] == "intro":
            announced = known.pattern("introductions").search(block.text) is not None
        elif kinds[at] == "bullet" or block.kind == "item":
            kinds[at] = "item" if announced and kinds[at] not in {"furniture", "caption"} else "furniture"
        elif kinds[at] == "label" and announced and at and kinds[at - 1] in {"intro", "item"}:
            # One line below a colon may be anything; two or more in a row are what it announces.
            plain = kinds[at - 1] == "item" and not BULLET.match(blocks[at - 1].text)
            listed = plain or (kinds[at - 1] == "intro" and _next_is_label(kinds, at))
            kinds[at] = "item" if listed and block.kind != "heading" else kinds[at]
        elif kinds[at] in {"story", "label"}:
            announced = False


def _next_is_label(kinds: Sequence[str], at: int) -> bool:
    return at + 1 < len(kinds) and kinds[at + 1] == "label"
