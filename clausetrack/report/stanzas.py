"""A clause set as plain lines, a clause a stanza and a sentence a line, for tools that compare lines.

Nothing that a file says is left out, so that a change of it is a change of these lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from clausetrack.clauseset.plain import plain
from clausetrack.language.sentences import sentences
from clausetrack.model.clauseset import ClauseSet
from clausetrack.report.visible import one_line

_MARGIN: Final = "    "


def stanzas(clause_set: ClauseSet) -> str:
    """Give the lines of a clause set: the agreement, the revision, then each record of each section."""
    return data_stanzas(plain(clause_set))


def data_stanzas(data: dict[str, Any]) -> str:
    """Give the lines of a clause set as plain data, which may have marks of conflicts."""
    data = dict(data)
    heads = [name for name in ("agreement", "revision") if isinstance(data.get(name), dict)]
    blocks = [list(_record(name, data.pop(name))) for name in heads]
    sections = {name: value for name, value in data.items() if _is_section(value)}
    rest = [line for name, value in data.items() if name not in sections for line in _lines(name, value, "")]
    blocks += [list(_record(_kind(name, item), item)) for name, items in sections.items() for item in items]
    return "\n\n".join("\n".join(block) for block in [rest, *blocks]) + "\n"


def _is_section(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _kind(section: str, item: dict[str, Any]) -> str:
    return str(item.get("kind", "")) or section.removesuffix("s")


def _record(kind: str, record: dict[str, Any]) -> Iterator[str]:
    """Give a record: its name on a line of its own, then every key with its value."""
    named = [key for key in ("id", "date", "number") if key in record]
    yield " ".join([one_line(kind), *(one_line(str(record[key])) for key in named)])
    for key, value in record.items():
        if key not in {"kind", "text", *named}:
            yield from _lines(key, value, _MARGIN)
    text = record.get("text", "")
    if isinstance(text, str):
        yield from (f"{_MARGIN}{one_line(span.of(text))}" for span in sentences(text))
    else:
        yield from _lines("text", text, _MARGIN)


def _lines(key: str, value: Any, margin: str) -> Iterator[str]:
    """Give a key with its value on a line, or an item a line where they are records or texts."""
    shown = one_line(key)
    if isinstance(value, list) and any(isinstance(item, dict | list) or " " in str(item) for item in value):
        yield from (f"{margin}{shown}: {_inline(item)}" for item in value)
    else:
        yield f"{margin}{shown}: {_inline(value)}"


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{one_line(key)} {_inline(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(map(_inline, value))
    return one_line(str(value))
