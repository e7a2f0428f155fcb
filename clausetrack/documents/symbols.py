"""Signs of fonts that have their own encoding: a letter there is something else than its number says."""

from __future__ import annotations

from typing import Final

_SYMBOL: Final[dict[int, str]] = dict(
    zip(
        (*range(0x20, 0x7F), *range(0xA0, 0xE6)),
        " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
        "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑",
        strict=True,
    )
)
"""The encoding of Adobe's font Symbol."""

_WINGDINGS: Final[dict[int, str]] = dict(
    zip(
        (0x4A, 0x6C, 0x6E, 0x6F, 0x71, 0x76, 0x9F, 0xA7, 0xA8, 0xD8, 0xDF, 0xE0, 0xFB, 0xFC, 0xFD, 0xFE),
        "☺●■☐❑❖•▪☐➢←→✗✓☒☑",
        strict=True,
    )
)
"""Those that texts use: boxes to tick, bullets and arrows."""

_BULLET: Final = "•"
_PRIVATE: Final = range(0xE000, 0xF900)
_SURROGATES: Final = range(0xD800, 0xE000)


def symbol(font: str | None, char: str | None) -> str:
    """Give what a sign of a font looks like, by its number in hexadecimal; a bullet where that is not known."""
    try:
        code = int(char or "", 16)
    except ValueError:
        return ""
    name = (font or "").lower()
    if name in {"symbol", "standardsymbolsps", "opensymbol"}:
        return _SYMBOL.get(code & 0xFF, _BULLET)
    if name.startswith("wingdings"):
        return _WINGDINGS.get(code & 0xFF, _BULLET)
    if code in _PRIVATE or code in _SURROGATES or not 0x20 <= code < 0x110000:  # noqa: PLR2004 - Unicode ends there
        return _BULLET
    return chr(code)
