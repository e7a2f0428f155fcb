"""Code pages of RTF: what bytes mean, by the font they are set in (RTF 1.9.1, "Font Table" and "Character Set")."""

from __future__ import annotations

import codecs
from typing import Final

from clausetrack.documents.symbols import symbol

SYMBOL: Final = 2
"""The character set of fonts that have an encoding of their own."""

_CHARSETS: Final = {
    0: "cp1252",
    77: "mac_roman",
    78: "shift_jis",
    79: "euc_kr",
    80: "gb2312",
    81: "big5",
    83: "mac_greek",
    84: "mac_greek",
    85: "mac_turkish",
    88: "mac_latin2",
    89: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_PAGES: Final = {65001: "utf-8", 10000: "mac_roman"}
"""Code pages that Python does not know by Windows' numbers for them."""

_PRIVATE: Final = range(0xF000, 0xF100)
"""Where Unicode text puts the signs of symbol fonts."""


class Fonts:
    """The fonts of a file, and the code page of what is set in none of them."""

    def __init__(self) -> None:
        self.default = self._font = -1
        self.codec = "cp1252"
        self._codecs: dict[int, str] = {}
        self._names: dict[int, str] = {}

    def set_page(self, page: int) -> None:
        """Set the code page of the file, by its number; one that Python does not have changes nothing."""
        name = _PAGES.get(page, f"cp{page}")
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self.codec = name

    def word(self, word: str, number: int | None) -> None:
        """Take a control word of the font that is being defined."""
        if word == "f":
            self._font = number or 0
        elif word == "fcharset" and number == SYMBOL:
            self._names.setdefault(self._font, "symbol")
        elif word == "fcharset" and number in _CHARSETS:
            self._codecs[self._font] = _CHARSETS[number]

    def name(self, name: str) -> None:
        """Take the name of a font, which matters where it has signs of its own."""
        if self._font in self._names and name.strip(" ;"):
            self._names[self._font] = name.strip(" ;")

    def decode(self, data: bytes, font: int) -> str:
        """Decode bytes set in a font; what has no meaning there becomes U+FFFD."""
        if font in self._names:
            return "".join(symbol(self._names[font], f"{byte:x}") for byte in data)
        return data.decode(self._codecs.get(font, self.codec), "replace")

    def character(self, code: int, font: int) -> str:
        """Give a character by its number, which of a symbol font is that of its sign."""
        return symbol(self._names.get(font, "symbol"), f"{code:x}") if code in _PRIVATE else chr(code)
