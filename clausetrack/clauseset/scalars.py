"""Scalars of the YAML 1.2 core schema (YAML 1.2.2, section 10.3), and what a YAML 1.1 reader would make of them.

The patterns are matched whole. `CORE_STARTS` are the only characters with which a plain scalar that is not a string can
begin, so that nearly all scalars are decided by one look at their first character.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

CORE_STARTS: Final = frozenset("0123456789+-.~nNtTfF")

STARTS: Final = CORE_STARTS | frozenset("yYoO=<")
"""With which a plain scalar begins that some reader, of YAML 1.1 or 1.2, does not take for a string."""

MAX_NUMBER_LENGTH: Final = 300
"""Longer numbers are refused: a double holds none, and reading them takes quadratic time."""

_WORDS: Final = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER_STARTS: Final = frozenset("0123456789+-.")
_INT: Final = re.compile(r"[-+]?[0-9]+")
_BASED: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_NUMBERS: Final[tuple[tuple[re.Pattern[str], Callable[[str], float]], ...]] = (
    (_INT, int),
    (_FLOAT, float),
    (_BASED, lambda value: int(value, 0)),
    (_INFINITE, lambda value: float(value.replace(".", "", 1))),
)

# What YAML 1.1 (yaml.org/type, 2005) takes for something other than a string, beyond what the core schema does.
_WORDS_1_1: Final = frozenset(
    spelling for word in ("y", "n", "yes", "no", "on", "off", "true", "false", "null")
    for spelling in (word, word.capitalize(), word.upper())
) | {"~", "=", "<<", ""}  # fmt: skip
_NUMBER_1_1: Final = re.compile(
    r"[-+]?0b[01_]+"
    r"|[-+]?0x[0-9a-fA-F_]+"
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"
    r"|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
)
_TIMESTAMP_1_1: Final = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?"
)


def resolve(value: str) -> str | float | bool | None:
    """Give the value of a plain scalar under the core schema. ValueError where it is a number too long to read."""
    if value in _WORDS:
        return _WORDS[value]
    if value[0] not in _NUMBER_STARTS:
        return value
    for pattern, read in _NUMBERS:
        if pattern.fullmatch(value):
            _check_length(value)
            return read(value)
    return value


def is_string(value: str) -> bool:
    """Say whether a plain scalar is a string under the core schema."""
    return not (value[:1] in CORE_STARTS or not value) or (
        value not in _WORDS and not any(pattern.fullmatch(value) for pattern in (_INT, _FLOAT, _BASED, _INFINITE))
    )


def is_date_1_1(value: str) -> bool:
    """Say whether a YAML 1.1 reader takes the plain scalar for a date or a time stamp."""
    return bool(_TIMESTAMP_1_1.fullmatch(value))


def misread_by_1_1(value: str) -> bool:
    """Say whether a YAML 1.1 reader takes the plain scalar for anything but a string."""
    if value[:1] not in _NUMBER_STARTS:
        return value in _WORDS_1_1
    return bool(_NUMBER_1_1.fullmatch(value) or _TIMESTAMP_1_1.fullmatch(value) or _INFINITE.fullmatch(value))


def read_differently(written: str, value: object) -> bool:
    """Say whether a YAML 1.1 reader gives a plain scalar another value than YAML 1.2 does."""
    if type(value) is str:
        return misread_by_1_1(written)
    return (
        type(value) is int and len(written.lstrip("+-")) > 1 and written.lstrip("+-")[0] == "0" and "x" not in written
    )


def _check_length(value: str) -> None:
    if len(value) > MAX_NUMBER_LENGTH:
        raise ValueError(f"a number of {len(value)} characters")
