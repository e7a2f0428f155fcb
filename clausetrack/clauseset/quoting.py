"""How a text is written as a YAML scalar: plain where every reader takes it for the same text, else in double quotes or as a block."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from clausetrack.clauseset.scalars import is_string, misread_by_1_1

# What a plain scalar may look like anywhere, also between brackets. Narrower than YAML's own rule: no colon, so that readers
# that differ on "a:b" in flow context need not be asked.
_PLAIN_FLOW: Final = re.compile(
    r"[^\W_][^\x00-\x1f\x7f-\x9f,\[\]{}:#\\\"'`\u2028\u2029\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]*"
)
_PLAIN_BLOCK: Final = re.compile(
    r"[^\W_](?:[^\x00-\x1f\x7f-\x9f:#\u2028\u2029\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]|:(?=[^\s])|(?<=[^\s])#)*"
)
_MUST_ESCAPE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_HIDDEN: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_YEAR: Final = re.compile("[1-9][0-9]{3}")


def inline(value: Any, *, flow: bool, year: bool = False) -> str:
    """Write a scalar on one line. ``flow``: between brackets; ``year``: a key that takes dates, where a bare year stays bare."""
    if isinstance(value, str):
        if is_plain(value, flow=flow) or (year and _YEAR.fullmatch(value)):
            return value
        return double_quoted(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _number(value)


def is_plain(value: str, *, flow: bool) -> bool:
    """Say whether a text may stand without quotes, for YAML 1.1 and 1.2 readers alike."""
    pattern = _PLAIN_FLOW if flow else _PLAIN_BLOCK
    return bool(pattern.fullmatch(value)) and value[-1] != " " and is_string(value) and not misread_by_1_1(value)


def double_quoted(value: str) -> str:
    """Write a text in double quotes, with whatever cannot be seen as an escape."""
    quoted = json.dumps(value, ensure_ascii=False)
    return _MUST_ESCAPE.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)


def has_hidden(value: str) -> bool:
    """Say whether a text has characters that must be escaped, so that no block scalar can hold it."""
    return _HIDDEN.search(value) is not None


def _number(value: float) -> str:
    text = repr(value)
    return {"inf": ".inf", "-inf": "-.inf", "nan": ".nan"}.get(text, text)
