"""How a text is written in YAML: plain where every reader takes it for that text, else in quotes or as a block."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from clausetrack.clauseset.characters import HIDDEN
from clausetrack.clauseset.scalars import CORE_STARTS, is_string, misread_by_1_1

# What a plain scalar may look like anywhere, also between brackets. Narrower than YAML's own rule: no colon, so that
# readers that differ on "a:b" in flow context need not be asked.
_PLAIN_FLOW: Final = re.compile(rf"""[^\W_][^{HIDDEN}\n,\[\]{{}}:#\\"'`]*""")
_PLAIN_BLOCK: Final = re.compile(rf"[^\W_][^{HIDDEN}\n:#]*(?:(?::(?!\s)|(?<!\s)#)[^{HIDDEN}\n:#]*)*")
_HIDDEN: Final = re.compile(f"[{HIDDEN}]")
_YEAR: Final = re.compile("[1-9][0-9]{3}")


def inline(value: Any, *, flow: bool, year: bool = False) -> str:
    """Write a scalar on one line; ``flow``: between brackets; ``year``: as a date, of which a bare year stays bare."""
    if isinstance(value, str):
        if is_plain(value, flow=flow) or (year and _YEAR.fullmatch(value)):
            return value
        return double_quoted(value)
    if isinstance(value, dict | list):
        return "{}" if isinstance(value, dict) else "[]"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _number(value)


def is_plain(value: str, *, flow: bool) -> bool:
    """Say whether a text may stand without quotes, for YAML 1.1 and 1.2 readers alike."""
    pattern = _PLAIN_FLOW if flow else _PLAIN_BLOCK
    if not pattern.fullmatch(value) or value[-1].isspace() or value[-1] == ":":
        return False
    return not misread_by_1_1(value) and (value[0] not in CORE_STARTS or is_string(value))


def double_quoted(value: str) -> str:
    """Write a text in double quotes, with whatever cannot be seen as an escape."""
    quoted = json.dumps(value, ensure_ascii=False)
    return _HIDDEN.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)


def has_hidden(value: str) -> bool:
    """Say whether a text has characters that must be escaped, so that no block scalar can hold it."""
    # What is printable has nothing hidden, and is told from the rest far quicker than by the pattern.
    return not value.isprintable() and _HIDDEN.search(value) is not None


def _number(value: float) -> str:
    text = repr(value)
    if "e" in text and "." not in text:
        # YAML 1.1 takes a number with an exponent for one only if it has a point.
        return text.replace("e", ".0e")
    return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(text, text)
