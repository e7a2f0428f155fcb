"""What word processors' documents show of headings: names of styles, and looks that stand out.

A style says it outright, in the program's own words. Where nobody used styles, a heading is a short paragraph, not
ending as a sentence does, which is as a whole bold, in capitals, centred or larger, while the body of the text is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

_STYLE: Final = re.compile(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|titlu"
    r"|заголовок|επικεφαλίδα|başlık|כותרת|عنوان|見出し|标题|標題|제목)[ _]?([1-9])",
    re.IGNORECASE,
)
"""Names of heading styles. Word and LibreOffice store them in English in any language; other programs do not."""

_TITLE: Final = frozenset({"title", "titel", "titre", "título", "titolo", "表題", "标题", "제목"})
_CONTENTS: Final = re.compile(r"(?:toc|contents)(?: heading| ?[1-9])?|table of (?:figures|authorities)", re.IGNORECASE)

_WORDS: Final = 20
"""Words of the longest heading: those of treaties' articles that take two lines have about as many."""
_CHARACTERS: Final = 160
"""Characters of the longest heading, for scripts that set no spaces."""
_LONG: Final = 40
"""Words from which a paragraph is no heading, whatever its style: some templates number whole paragraphs by them."""
_CLIPPED: Final = 4
"""Words up to which a heading may end with a full stop: "Article 5." and "Entry into force." do."""
_LETTERS: Final = 4
"""Letters that capitals must have to be more than an abbreviation."""
_LARGER: Final = 1.05
"""How much larger than the body the text of a heading is: half a point of ten."""

_OPEN_END: Final = (";", ",", ":", "；", "，", "：", "、")
_SENTENCE_END: Final = (".", "!", "?", "…", "。", "！", "？")


class Look(NamedTuple):
    """How a paragraph looks as a whole: ``size`` is that of its smallest letters, in any unit."""

    bold: bool = False
    caps: bool = False
    centred: bool = False
    size: float = 0


def heading_level(style: str) -> int | None:
    """Give the level of the headings of a style, by its name: 1 for titles; None for a style of something else."""
    name = " ".join(style.split())
    found = _STYLE.fullmatch(name)
    if found:
        return int(found[1])
    return 1 if name.lower() in _TITLE else None


def is_contents(style: str) -> bool:
    """Say whether a style, by its name, is that of a table of contents."""
    return _CONTENTS.fullmatch(" ".join(style.split())) is not None


def usual(looks: Iterable[tuple[Look, int]]) -> Look:
    """Give the look of the body of a text, from those of its paragraphs and how many characters each has."""
    weights: tuple[Counter[bool | float], ...] = (Counter(), Counter(), Counter(), Counter())
    for look, weight in looks:
        for counter, value in zip(weights, look, strict=True):
            counter[value] += weight
    bold, caps, centred, size = (counter.most_common(1)[0][0] if counter else 0 for counter in weights)
    return Look(bool(bold), bool(caps), bool(centred), float(size))


def stands_out(look: Look, body: Look) -> bool:
    """Say whether a paragraph looks other than the body in a way that headings do."""
    return (
        (look.bold and not body.bold)
        or (look.caps and not body.caps)
        or (look.centred and not body.centred)
        or look.size > body.size * _LARGER
    )


def is_capitals(text: str) -> bool:
    """Say whether a text is in capitals, and enough of them to mean something."""
    return text.isupper() and sum(map(str.isalpha, text)) >= _LETTERS


def reads_as_heading(text: str) -> bool:
    """Say whether a text is short and does not end as a sentence or an introduction to a list does."""
    words = len(text.split())
    if not any(map(str.isalnum, text)) or words > _WORDS or len(text) > _CHARACTERS or text.endswith(_OPEN_END):
        return False
    return words <= _CLIPPED or not text.endswith(_SENTENCE_END)


def reads_as_paragraph(text: str) -> bool:
    """Say whether a text in a style of headings is a whole paragraph all the same, as where clauses are numbered so."""
    words = len(text.split())
    return words > _LONG or (words > _WORDS // 2 and text.endswith(_SENTENCE_END + _OPEN_END))
