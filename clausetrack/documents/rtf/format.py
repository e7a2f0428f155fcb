"""What holds for words at a place of an RTF file, and the control words that change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

_OUTLINE: Final = 9
"""The outline level of body text; those of headings are 0 to 8."""
_STAND_INS: Final = 8
"""Characters that stand in for one of Unicode at most; code pages need four."""


class Format(NamedTuple):
    """What holds for words: their font and look, then what holds for their paragraph. ``size`` is in half points.

    ``gone`` are words that are not there on the side of tracked changes that is read. ``skips`` is how many characters
    stand in for one of Unicode. ``outline`` is the level of a heading, from 1, 0 for none, None where it is not said.
    """

    font: int = -1
    bold: bool = False
    caps: bool = False
    hidden: bool = False
    gone: bool = False
    size: int = 24
    skips: int = 1
    style: int = 0
    centred: bool = False
    outline: int | None = None
    in_table: bool = False
    level: int | None = None


PLAIN: Final = Format()


def outline_of(number: int | None) -> int:
    """Give the level of the headings at an outline level: from 1, 0 for body text."""
    return 0 if number is None or not 0 <= number < _OUTLINE else number + 1


def _reset_words(format: Format, font: int) -> Format:
    return format._replace(font=font, bold=False, caps=False, hidden=False, gone=False, size=PLAIN.size)


def _reset_paragraph(format: Format, number: int | None) -> Format:
    del number
    return format._replace(style=0, centred=False, outline=None, in_table=False, level=None)


CHANGES: Final[dict[str, Callable[[Format, int | None], Format]]] = {
    "plain": lambda now, number: _reset_words(now, -1 if number is None else number),
    "pard": _reset_paragraph,
    "f": lambda now, number: now._replace(font=number or 0),
    "s": lambda now, number: now._replace(style=number or 0),
    "b": lambda now, number: now._replace(bold=number != 0),
    "caps": lambda now, number: now._replace(caps=number != 0),
    "v": lambda now, number: now._replace(hidden=number != 0),
    "fs": lambda now, number: now._replace(size=number or PLAIN.size),
    "uc": lambda now, number: now._replace(skips=min(max(number or 0, 0), _STAND_INS)),
    "qc": lambda now, _: now._replace(centred=True),
    "ql": lambda now, _: now._replace(centred=False),
    "qr": lambda now, _: now._replace(centred=False),
    "qj": lambda now, _: now._replace(centred=False),
    "outlinelevel": lambda now, number: now._replace(outline=outline_of(number)),
    "intbl": lambda now, number: now._replace(in_table=number != 0),
    "ilvl": lambda now, number: now._replace(level=max(number or 0, 0) + 1),
}
"""Words that change what holds, and how, given their number; a switch without a number is on."""
