"""Scalars of the YAML 1.2 core schema (YAML 1.2.2, section 10.3), and what a YAML 1.1 reader would make of them.

The patterns are matched whole. `CORE_STARTS` are the only characters with which a plain scalar that is not a string can
begin, so that nearly all scalars are decided by one look at their first character.
"""

from __future__ import annotations

import re
from typing import Final

CORE_STARTS: Final = frozenset("0123456789+-.~nNtTfF")

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
_INT: Final = re.compile(r"[-+]?[0-9]+")
_BASED: Final = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT: Final = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")

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
_NUMBER_STARTS_1_1: Final = frozenset("0123456789+-.")
_TIMESTAMP_1_1: Final = re.compile(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?"
)


def resolve(value: str) -> str | float | bool | None:
    """Give the value of a plain scalar under the core schema. ValueError where it is a number too long to read."""
    if value in _WORDS:
        return _WORDS[value]
    if _INT.fullmatch(value):
        _check_length(value)
        return int(value)
    if _FLOAT.fullmatch(value):
        _check_length(value)
        return float(value)
    if _BASED.fullmatch(value):
        _check_length(value)
        return int(value, 0)
    if _INFINITE.fullmatch(value):
        return float(value.replace(".", "", 1))
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
    if value[:1] not in _NUMBER_STARTS_1_1:
        return value in _WORDS_1_1
    return bool(_NUMBER_1_1.fullmatch(value) or _TIMESTAMP_1_1.fullmatch(value) or _INFINITE.fullmatch(value))


def _check_length(value: str) -> None:
    if len(value) > MAX_NUMBER_LENGTH:
        raise ValueError(f"a number of {len(value)} characters")
