"""The page on the Python API, from the signatures and docstrings of the public names."""

from __future__ import annotations

import dataclasses
import inspect
from typing import Any, Final

import clausetrack
from clausetrack.model.alignment import Candidate, Match
from clausetrack.model.change import Site, WordEdit
from clausetrack.model.clause import Meeting, Relation
from clausetrack.model.clauseset import Actor, Agreement, Event, Revision
from clausetrack.model.position import Position
from clausetrack.model.source import Evidence, Source
from tools.markdown import code, from_docstring, notice, table

PATH: Final = "docs/reference/python.md"

_HEAD: Final = """# Python API

`import clausetrack as ct` loads nothing else; each name is loaded when it is first used. All records are
frozen dataclasses. [Using the API](../how-to/use-the-python-api.md) shows it at work.

"""

_PARTS: Final = (
    *(Agreement, Revision, Source, Actor, Event),
    *(Relation, Meeting, Evidence, Position),
    *(Match, Candidate, Site, WordEdit),
)
"""Records that the public ones are made of."""

_LONGEST: Final = 80
"""Characters of a signature that still reads well on one line."""


def pages() -> dict[str, str]:
    """Give the page by its path."""
    public = {name: getattr(clausetrack, name) for name in clausetrack.__all__}
    functions = [_function(name, value) for name, value in public.items() if inspect.isfunction(value)]
    records = [_class(value) for value in public.values() if dataclasses.is_dataclass(value)]
    errors = [_class(value) for value in public.values() if isinstance(value, type) and issubclass(value, Exception)]
    sections = (
        ("Functions", functions),
        ("Records", records),
        ("Parts of records", [_class(part) for part in _PARTS]),
        ("Errors", errors),
    )
    body = "\n".join(f"## {title}\n\n" + "\n".join(parts) for title, parts in sections)
    return {PATH: notice("`clausetrack/__init__.py` and what it names") + _HEAD + body}


def _function(name: str, function: Any) -> str:
    return f"### {name}\n\n```python\n{name}{_signature(function)}\n```\n\n{_documented(function)}\n"


def _signature(function: Any) -> str:
    """Give the signature as it is written, one parameter a line where it is long."""
    signature = inspect.signature(function)
    parts = [_parameter(each) for each in signature.parameters.values() if each.name != "self"]
    one = f"({', '.join(parts)})"
    if len(one) > _LONGEST:
        one = "(\n" + "".join(f"    {part},\n" for part in parts) + ")"
    return one if signature.return_annotation is signature.empty else f"{one} -> {signature.return_annotation}"


def _parameter(parameter: inspect.Parameter) -> str:
    star = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
    default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    return f"{star}{parameter.name}: {parameter.annotation}{default}"


def _class(kind: Any) -> str:
    parts = [f"### {kind.__name__}\n", _documented(kind)]
    if dataclasses.is_dataclass(kind):
        rows = [[code(field.name), code(str(field.type))] for field in dataclasses.fields(kind)]
        parts.append(table(["field", "type"], rows))
    parts += [_member(name, member) for name, member in vars(kind).items() if _is_public(name, member)]
    return "\n".join(parts)


def _is_public(name: str, member: Any) -> bool:
    return not name.startswith("_") and bool(getattr(member, "__doc__", None)) and _callable_of(member) is not None


def _callable_of(member: Any) -> Any:
    return member.fget if isinstance(member, property) else member if inspect.isfunction(member) else None


def _member(name: str, member: Any) -> str:
    call = "" if isinstance(member, property) else _signature(member)
    return f"{code(f'.{name}{call}')}: {' '.join(_documented(member).split())}\n"


def _documented(thing: Any) -> str:
    return from_docstring(inspect.getdoc(thing) or "") + "\n"
