"""The published JSON Schemas, and the verdict on data by one of them.

jsonschema-rs decides, since it is a hundred times faster. Only where it finds a fault is jsonschema asked for them all,
one by one (in `explain`). Both read patterns as ECMA-262 has them and know the one format that the standard lacks.
"""

from __future__ import annotations

import calendar
import json
from functools import cache
from pathlib import Path as FilePath
from typing import Any, Final

import jsonschema_rs

from clausetrack.clauseset.syntax import Tree
from clausetrack.errors import SchemaFault, UnknownNameError, nearest

_FOLDER: Final = FilePath(__file__).parent.parent / "schema"
CLAUSE_SET: Final = "clause-set"


def schema_names() -> tuple[str, ...]:
    """Give the names of all published schemas, without their versions."""
    return tuple(sorted({path.name.split(".", 1)[0] for path in _FOLDER.glob("*.schema.json")}))


@cache
def schema(name: str) -> dict[str, Any]:
    """Give a published schema. UnknownNameError where there is none of the name."""
    for path in sorted(_FOLDER.glob(f"{name}.v*.schema.json"), reverse=True):
        loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return loaded
    guess = nearest(name, schema_names())
    raise UnknownNameError(
        f"there is no schema '{name}'",
        hint=f"did you mean '{guess}'?" if guess else "known: " + ", ".join(schema_names()),
    )


def schema_text(name: str) -> str:
    """Give the text of a published schema as it is shipped."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def schema_faults(tree: Tree, name: str = CLAUSE_SET) -> list[SchemaFault]:
    """Give every fault of a parsed file against a schema, in the order of the file; none where it is valid."""
    if is_valid(tree.data, name):
        return []
    from clausetrack.clauseset.conflicts import conflict_faults  # noqa: PLC0415 - only a fault has to pay
    from clausetrack.clauseset.explain import explain  # noqa: PLC0415 - 4 ms that only a fault has to pay

    return conflict_faults(tree, explain(tree, schema(name), FORMATS))


def is_valid(data: Any, name: str = CLAUSE_SET) -> bool:
    """Say whether plain data is valid against a schema."""
    return bool(_validator(name).is_valid(data))


@cache
def _validator(name: str) -> Any:
    return jsonschema_rs.Draft202012Validator(schema(name), validate_formats=True, formats=FORMATS)


def is_reduced_date(value: object) -> bool:
    """Say whether a text is a year, a month or a day that the calendar has (ISO 8601, reduced precision)."""
    if not isinstance(value, str) or len(value) != len("2025-06-30"):
        return True  # the schema's pattern has already decided
    try:
        year, month, day = map(int, value.split("-"))
        return day <= calendar.monthrange(year, month)[1]
    except (ValueError, calendar.IllegalMonthError):
        return True


FORMATS: Final = {"reduced-date": is_reduced_date}
