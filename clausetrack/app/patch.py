"""A diff saved as JSON, applied to a clause set."""

from __future__ import annotations

import json
from typing import Any

from clausetrack.clauseset.load import canonical_with, loads
from clausetrack.clauseset.plain import plain
from clausetrack.clauseset.revision import read_spec
from clausetrack.diff.patch import Operation, apply, reverse
from clausetrack.errors import InputError, SyntaxFault
from clausetrack.files import read_text

_SCHEMA = "clausetrack/diff/1"


def patch_set(spec: str, diff: str, *, backwards: bool = False) -> str:
    """Give the text of a clause set with a saved diff applied, comments kept; ``backwards`` takes the diff back.

    PatchError where the set is not what the diff was made from; InputError or SyntaxFault where the diff is none.
    """
    clause_set = loads(*read_spec(spec))
    todo = _operations(diff)
    text = canonical_with(clause_set, apply(plain(clause_set), reverse(todo) if backwards else todo))
    loads(text, spec)  # a patch that was edited by hand may make what is no clause set
    return text


def _operations(path: str) -> list[Operation]:
    try:
        data: Any = json.loads(read_text(path))
    except json.JSONDecodeError as fault:
        raise SyntaxFault(f"this is not JSON: {fault.msg}", file=path, line=fault.lineno, column=fault.colno) from None
    except RecursionError:
        raise SyntaxFault("this JSON is nested too deep", file=path) from None
    if not isinstance(data, dict) or data.get("schema") != _SCHEMA or not isinstance(data.get("operations"), list):
        raise InputError("this is no saved diff", file=path, hint="make one with 'clausetrack diff --format json'")
    return data["operations"]  # type: ignore[no-any-return] # each is looked at when it is applied
