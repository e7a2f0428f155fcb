"""The conflicts of a merge for people: what the base had, and what either side made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from clausetrack.language.edits import word_edits
from clausetrack.model.change import WordEdit
from clausetrack.model.merge import SIDES, Conflict, Merged
from clausetrack.report.folding import fold
from clausetrack.report.redline import redline
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line, visible

_MARGIN: Final = "          "
_ABSENT: Final = object()


def render(result: Merged, options: Options) -> str:
    """Draw every conflict: its place, and its sides."""
    blocks = ["\n".join(drawn(conflict, options)) for conflict in result.conflicts]
    number = len(blocks)
    foot = "no conflict" if not number else f"{number} {'conflict' if number == 1 else 'conflicts'}"
    return "\n\n".join([*blocks, foot]) + "\n"


def drawn(conflict: Conflict, options: Options) -> Iterator[str]:
    """Draw a conflict on lines: where it is, then base, ours and theirs, with what each side changed."""
    name = " › ".join(filter(None, (conflict.clause, *_names(conflict))))
    head = fold(one_line(name), options.width) or [""]
    yield from (paint(line, "title", color=options.color) for line in head)
    if conflict.position:
        yield paint(visible(str(conflict.position)), "faint", color=options.color)
    base = conflict.sides.get("base", _ABSENT)
    for side in SIDES:
        if side != "base" or base is not _ABSENT:
            yield from _side(conflict, side, options)


def _names(conflict: Conflict) -> Iterator[str]:
    if conflict.kind == "place":
        yield "place"
        return
    skipped = {"merge-conflict", *(("clauses",) if conflict.clause else ())}
    yield from (str(step) for step in conflict.path if isinstance(step, str) and step not in skipped)


def _side(conflict: Conflict, side: str, options: Options) -> Iterator[str]:
    base, value = (conflict.sides.get(name, _ABSENT) for name in ("base", side))
    head = f"  {side:8}"
    if side != "base" and base is not _ABSENT and value is not _ABSENT and conflict.kind != "place":
        lines = _compared(conflict, base, value, options)
    else:
        lines = fold(one_line(_around(conflict, _said(conflict, value))), options.width - len(head))
    for place, line in enumerate(lines or [""]):
        yield f"{head if place == 0 else _MARGIN}{line}".rstrip()


def _said(conflict: Conflict, value: Any) -> str:
    if value is _ABSENT:
        return "removed" if conflict.has("base") else "not there"
    if conflict.kind == "place":
        return f"behind {value}" if value is not None else "first"
    return _text(value)


def _text(value: Any) -> str:
    """Write a value for people: texts as they are, records key by key, lists with commas."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_text(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    return str(value)


def _around(conflict: Conflict, text: str) -> str:
    if conflict.kind != "words":
        return text
    before, behind = conflict.before[-_CONTEXT:], conflict.behind[:_CONTEXT]
    return f"{'…' if before != conflict.before else ''}{before}{text}{behind}{'…' if behind != conflict.behind else ''}"


def _compared(conflict: Conflict, base: Any, value: Any, options: Options) -> list[str]:
    edits = word_edits(_text(base), _text(value))
    if conflict.kind == "words":
        around = [WordEdit("equal", text) if text else None for text in (conflict.before, conflict.behind)]
        edits = tuple(edit for edit in (around[0], *edits, around[1]) if edit)
    return redline(edits, options.width - len(_MARGIN), color=options.color)


_CONTEXT: Final = 32
"""Characters around a conflict in a text, as in redlines."""
