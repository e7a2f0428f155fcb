"""Marks at the start of a line that say what begins there: "(a)", "1.", a bullet, "Article 5" alone on its line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_CHINESE: Final = "\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341\u767e\u96f6\u3007"

_MARKER: Final = re.compile(
    r"(?:[(\uff08](?:[^\W\d_]{1,2}|[ivxlcIVXLC]{1,6}|\d{1,3}(?:bis|ter)?)[)\uff09]"  # (a) (iv) (12)
    r"|(?:[a-z]{1,2}|[ivxlc]{1,6}|\d{1,3})\)"  # a) iv) 12)
    r"|\d{1,3}(?:\.\d{1,3}){0,5}\."  # 1. 1.2.
    r"|\d{1,3}(?:\.\d{1,3}){1,5}"  # 1.2
    r"|(?:[a-z]|[A-Z]|[ivx]{1,5}|[IVX]{1,5})\."  # a. iv. IV.
    r"|\u00a7{1,2}\s?\d{1,4}[a-z]?\.?"
    r"|[\u2022\u25aa\u25cf\u25cb\u25a0\u25e6\u2023\u27a2\u2713\u00b7*\u2013\u2014-])(?=\s)"
    rf"|[\uff08(][{_CHINESE}]{{1,3}}[\uff09)]|[{_CHINESE}]{{1,3}}\u3001|\u7b2c[{_CHINESE}\d]{{1,6}}[\u6761\u689d\u7ae0\u8282\u7bc0\u90e8\u7de8\u7f16]"
)

_NUMBER: Final = (
    r"(?:\d{1,4}(?:\.\d{1,3})?|[IVXLCDM]{1,8}|[A-Z])(?:\s?(?:bis|ter|quater|quinquies|[a-z]|\u00ba|\u00b0|er))?"
)
_LABEL: Final = re.compile(
    rf"[^\W\d_]{{2,20}}\.?\s{_NUMBER}[.:]?|\u00a7\s?\d{{1,4}}[a-z]?\.?|(?:\d{{1,3}}|[IVXLC]{{1,7}})\.?\s[^\W\d_]{{3,15}}\.?"
    rf"|\u7b2c\s?[{_CHINESE}\d]{{1,6}}\s?[\u6761\u689d\u7ae0\u8282\u7bc0\u90e8\u7de8\u7f16]|\uc81c\s?\d{{1,4}}\s?[\uc870\uc7a5\uc808\ud3b8]"
)

_ALONE: Final = frozenset(
    (
        "annex", "annexe", "appendix", "appendice", "schedule", "addendum", "anhang", "anlage", "bijlage", "aanhangsel",
        "anexo", "apéndice", "apêndice", "allegato", "bilaga", "bilag", "vedlegg", "liite", "załącznik", "příloha",
        "príloha", "melléklet", "anexă", "anexa", "prilog", "priloga", "priedas", "pielikums", "lisa", "παράρτημα",
        "приложение", "додаток", "附件", "附录", "附錄", "附属書", "부속서",
    )
)  # fmt: skip
"""Labels that stand without a number where there is but one of them."""

_LONGEST: Final = 40
_OFTEN: Final = 2
"""Labels with a word that show that it makes labels in a document."""

_WORD_AND_NUMBER: Final = 2

_ENDED: Final = re.compile(
    "[.!?:;\u2026\u3002\uff01\uff1f\uff1a\uff1b\u061f\u06d4][\"'\u201d\u2019\xbb)\\]\u300d\u300f]*$"
)
_OPEN: Final = re.compile(
    r"(?:[,;]\s(?:and|or|et|ou|und|oder|y|o|e|en|of|\u0438|\u0438\u043b\u0438)|;|:)$", re.IGNORECASE
)


def marker(text: str) -> str | None:
    """Give the marker of a list item that a text begins with."""
    found = _MARKER.match(text)
    return found[0] if found else None


class Labels:
    """Tells the lines that are a word and a number and nothing else, as "Article 5", "PART IV" and "5 §" are.

    So is "Annex" where there is but one.

    Where a document has such lines with a word, a line of that word and one more in place of the number is one too:
    "Article premier", "CHAPTER ONE".
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = Counter(text.split()[0].casefold() for text in texts if _is_numbered(text))
        self._words = {word for word, count in words.items() if count >= _OFTEN}

    def has(self, text: str) -> bool:
        """Say whether a text is a label."""
        if _is_numbered(text) or text.casefold().rstrip(".:") in _ALONE:
            return True
        words = text.split(maxsplit=2) if len(text) <= _LONGEST else ()
        return len(words) == _WORD_AND_NUMBER and words[0].casefold() in self._words and words[1].isalpha()

    def begin(self, text: str) -> bool:
        """Say whether a text is a label, or begins with one: "SECTION 2. FEES"."""
        return self.has(text) or _is_numbered(" ".join(text.split(maxsplit=2)[:2]))


def _is_numbered(text: str) -> bool:
    return len(text) <= _LONGEST and text[:1] == text[:1].upper() and _LABEL.fullmatch(text) is not None


def is_ended(text: str) -> bool:
    """Say whether a text ends where a sentence or a part of it does."""
    return _ENDED.search(text) is not None


def is_listing(text: str) -> bool:
    """Say whether an item of a list can follow a text that is not ended: "; and"."""
    return _OPEN.search(text) is not None


def is_broken(text: str) -> bool:
    """Say whether a text ends within a word."""
    return text.endswith(("-", "\u00ad")) and text[-2:-1].isalpha()


def is_blank(text: str) -> bool:
    """Say whether a text ends in a line of dots or strokes to write on."""
    return text.endswith(("....", "____", ". . .", "\u2026\u2026"))


def is_lower(text: str) -> bool:
    """Say whether a text begins with a small letter."""
    return text[:1].islower()
