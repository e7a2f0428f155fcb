"""RTF as tokens: control words, signs, bytes in hexadecimal, text and braces; in one pass, without looking back.

The syntax is that of the Rich Text Format Specification 1.9.1, "RTF Syntax".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?|'(?P<hex>[0-9a-fA-F]{2})|(?P<sign>.))"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n\x00]+)|(?P<none>[\r\n\x00]+|\\)",
    re.DOTALL,
)
_BRACE: Final = re.compile(r"[{}]|\\(?:bin([0-9]{1,9}) ?|.)", re.DOTALL)


class Token(NamedTuple):
    """``kind`` is word, hex, sign, brace or text; ``value`` what it says; ``number`` the one behind a word."""

    kind: str
    value: str
    number: int | None = None


class Tokens:
    """The tokens of a text, in which every character is a byte. Binary data is left out by its length."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def __iter__(self) -> Iterator[Token]:
        """Give one token after the other."""
        text, match = self._text, _TOKEN.match
        while found := match(text, self._at):
            self._at = found.end()
            kind = found.lastgroup or ""
            if kind in {"word", "number"}:
                digits = found["number"]
                number = None if digits is None else int(digits)
                if found["word"] == "bin":
                    self._at += max(number or 0, 0)
                else:
                    yield Token("word", found["word"], number)
            elif kind != "none":
                yield Token(kind, found[kind])

    def skip_group(self) -> None:
        """Leave out the rest of the group that the last token was in; its closing brace comes next."""
        depth = 0
        while found := _BRACE.search(self._text, self._at):
            if found[0] == "}" and depth == 0:
                self._at = found.start()
                return
            self._at = found.end() + int(found[1] or 0)
            depth += {"{": 1, "}": -1}.get(found[0], 0)
        self._at = len(self._text)
