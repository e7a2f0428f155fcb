"""Characters that have no place in a clause file, because a reader would not see what the program reads.

Control characters come from broken conversions. Bidirectional overrides, and embeddings or isolates that are not closed on their line, show a
text in another order than it is stored in (Unicode Technical Standard 55, "Source code handling"). Balanced embeddings and isolates are
ordinary in Arabic and Hebrew texts and stay. As an escape in a quoted scalar every character may be written: there it can be seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_CONTROLS: Final = bytes(code for code in range(32) if code not in (9, 10, 13)) + b"\x7f"
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ufeff]|[\x85\u2028\u2029]")
_LINE_BREAKS: Final = "\x85\u2028\u2029"
_OVERRIDES: Final = "\u202d\u202e"
_OPENERS: Final = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_CLOSERS: Final = frozenset(_OPENERS.values())
_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069\n]")


def forbidden(text: str, data: bytes) -> Iterator[tuple[int, str]]:
    """Yield the offset of every forbidden character of a file, and what is wrong with it. ``data`` is the text in UTF-8."""
    # Nearly every file is clean, and these two looks are far cheaper than a search for a character class.
    suspicious = len(data.translate(None, _CONTROLS)) != len(data) or not text.isascii()
    if not suspicious:
        return
    for match in _CONTROL.finditer(text):
        yield match.start(), _control_message(match.group())
    if any(character in text for character in (*_OVERRIDES, *_OPENERS, *_CLOSERS)):
        yield from _bidirectional(text)


def show(character: str) -> str:
    """Name a character that cannot be shown, e.g. ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def _control_message(character: str) -> str:
    if character in _LINE_BREAKS:
        return f"{show(character)} is a line break to some readers and not to others"
    return f"the character {show(character)} does not belong in a text"


def _bidirectional(text: str) -> Iterator[tuple[int, str]]:
    open_: list[tuple[int, str]] = []
    for match in _BIDI.finditer(text + "\n"):
        character = match.group()
        if character == "\n":
            yield from ((at, f"{show(opener)} is not closed on its line") for at, opener in open_)
            open_ = []
        elif character in _OVERRIDES:
            yield match.start(), f"{show(character)} shows the text in another order than it is stored in"
        elif character in _CLOSERS:
            if open_ and _OPENERS[open_[-1][1]] == character:
                open_.pop()
        else:
            open_.append((match.start(), character))
