"""Characters that have no place in a clause file, because a reader would not see what the program reads.

Control characters come from broken conversions. Bidirectional overrides, and embeddings or isolates that are not
closed on their line, show a text in another order than it is stored in (Unicode Technical Standard 55). Balanced
embeddings and isolates are ordinary in Arabic and Hebrew texts and stay. As an escape in a quoted scalar every
character may be written: there it can be seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_NEVER_TEXT: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
HIDDEN: Final = _NEVER_TEXT + "\t\r\u202a-\u202e\u2066-\u2069"
"""The inside of a character class: what is never written raw into a scalar, beside the line feed."""

_CONTROLS: Final = bytes(code for code in range(32) if code not in (9, 10, 13)) + b"\x7f"
_FORBIDDEN: Final = re.compile(f"[{_NEVER_TEXT}]")
_LINE_BREAKS: Final = "\x85\u2028\u2029"
_OVERRIDES: Final = "\u202d\u202e"
_CLOSED_BY: Final = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069\r\n]")
_UNSEEN: Final = re.compile(f"[{HIDDEN}\n]")


def forbidden(text: str, data: bytes) -> Iterator[tuple[int, str, str]]:
    """Yield the offset of every forbidden character, what is wrong and what to do. ``data`` is the text in UTF-8."""
    # Nearly every file is clean, and these two looks are far cheaper than a search for a character class.
    if text.isascii() and len(data.translate(None, _CONTROLS)) == len(data):
        return
    for match in _FORBIDDEN.finditer(text):
        yield match.start(), _what(match.group()), "remove it, or write it as an escape in double quotes"
    if any(character in text for character in (*_OVERRIDES, *_CLOSED_BY)):
        for offset, what in _bidirectional(text):
            yield offset, what, "remove it, or write it as an escape in double quotes"


def shown(value: object, limit: int = 60) -> str:
    """Give a value as a message repeats it: on one line, at most ``limit`` characters, hidden ones as escapes."""
    # Enough to recognise it, too few to drown the message.
    text = str(value)
    cut = text if len(text) <= limit else text[: limit - 1] + "…"
    return _UNSEEN.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), cut)


def _name(character: str) -> str:
    """Name a character that cannot be shown, e.g. ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '(a control character)')}"


def _what(character: str) -> str:
    if character in _LINE_BREAKS:
        return f"{_name(character)} is a line break to some readers and not to others"
    return f"the character {_name(character)} does not belong in a text"


def _bidirectional(text: str) -> Iterator[tuple[int, str]]:
    open_: list[tuple[int, str]] = []
    for match in _BIDI.finditer(text + "\n"):
        character = match.group()
        if character in "\r\n":
            yield from ((at, f"{_name(opener)} is not closed on its line") for at, opener in open_)
            open_ = []
        elif character in _OVERRIDES:
            yield match.start(), f"{_name(character)} shows the text in another order than it is stored in"
        elif character in _CLOSED_BY:
            open_.append((match.start(), character))
        elif open_ and _CLOSED_BY[open_[-1][1]] == character:
            open_.pop()
