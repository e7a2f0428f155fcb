"""Edits of a clause file in place: what is not meant stays as it is, byte for byte, comments and line ends included.

Each function takes a parsed file and a path, and gives the new text. Values are plain data: texts, numbers, truth
values, None, lists and dicts. A comment on the line of an edited value stays; comments inside a value that is replaced
or removed go with it. KeyError where the path leads nowhere, TypeError where it leads to the wrong kind of value.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from typing import Any, Final

from clausetrack.clauseset.canonical import entry_lines
from clausetrack.clauseset.comments import values
from clausetrack.clauseset.load import key_order
from clausetrack.clauseset.quoting import inline
from clausetrack.clauseset.records import below
from clausetrack.clauseset.syntax import Tree
from clausetrack.model.position import Path

_LINE_END: Final = re.compile(r"\r\n?|\n")
_TO_LINE_END: Final = re.compile(r"[^\r\n]*")
_COLON: Final = re.compile(r"[ \t]*:")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]*")
_KEEPS_BREAKS: Final = re.compile(r"[|>][-0-9]*\+")
_BLANK_LINES: Final = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*")
_SEPARATOR: Final = re.compile(r"((?:[ \t\r\n]|#[^\r\n]*[\r\n])*),[ \t]*")


def set_value(tree: Tree, path: Path, value: Any) -> str:
    """Give the text with another value at a path; only the lines of the old value change."""
    parent, old = _parent(tree, path), _at(tree, path)
    key_start, start, end = tree.span(parent, path[-1])
    last = _entry_end(tree, parent, path[-1])
    anchor = None if _in_brackets(tree, path[:-1]) else _anchor(tree, path)
    if anchor is None:
        space = " " if tree.text[start - 1 : start] in (":", "-") else ""
        return _spliced(tree, start, last, space + _flow(value))
    column = _column(tree, path, key_start)
    lines = _entry(path, value, column)
    gap = tree.text[anchor:start]
    if (old is None and start == end) or _LINE_END.search(gap):
        gap = " "
    elif lines[0][:1] == " ":
        lines[0] = gap + lines[0][1:]
    first_line = _line_end(tree, anchor)
    kept = [" " * column + text for text in _own_lines(tree.text[first_line:start])]
    comment = tree.text[anchor:first_line].rstrip() if first_line < start else ""
    comment += _comment_behind(tree, old, start, last)
    return _spliced(tree, anchor, _line_end(tree, last), _newline(tree).join([lines[0] + comment, *lines[1:], *kept]))


def _comment_behind(tree: Tree, old: Any, start: int, last: int) -> str:
    """Give the comment, and the space before it, where a value ends, or for a block scalar where it starts."""
    if isinstance(old, dict | list) and tree.text[start] not in "[{":
        return ""
    header = _BLOCK_HEADER.match(tree.text, start) if isinstance(old, str) else None
    begin = header.end() if header else last
    return tree.text[begin : _line_end(tree, begin)].rstrip()


def add_key(tree: Tree, path: Path, key: str, value: Any) -> str:
    """Give the text with one more key in the mapping at a path, placed as the canonical order has it."""
    mapping = _at(tree, path)
    if not isinstance(mapping, dict):
        raise TypeError(f"{path} is not a mapping")
    if key in mapping:
        raise KeyError(f"{key} is already there")
    if not mapping:
        return set_value(tree, path, {key: value}) if path else _flow({key: value}) + _newline(tree)
    record = _record(path)
    before = _before(record, key, list(mapping))
    first = tree.span(mapping, next(iter(mapping)))[0]
    if _in_brackets(tree, path):
        entry = f"{inline(key, flow=True)}: {_flow(value)}"
        return _inserted(tree, _entry_end(tree, mapping, before), first, entry, leads=before is None)
    column = first - tree.line_start(first)
    lines = entry_lines(record, key, value, column, key_order())
    if before is None:
        lines = [lines[0][column:], *lines[1:], " " * column]
        return _spliced(tree, first, first, _newline(tree).join(lines))
    if not path and isinstance(value, dict | list):
        lines = ["", *lines]
    return _with_lines(tree, mapping, before, lines)


def add_item(tree: Tree, path: Path, value: Any) -> str:
    """Give the text with one more item at the end of the list at a path."""
    items = _at(tree, path)
    if not isinstance(items, list):
        raise TypeError(f"{path} is not a list")
    if not items:
        return set_value(tree, path, [value]) if path else _flow([value]) + _newline(tree)
    last = len(items) - 1
    if _in_brackets(tree, path):
        return _inserted(tree, _entry_end(tree, items, last), 0, _flow(value), leads=False)
    dash = _dash(tree, path, last)
    lines = entry_lines(_record(path), None, value, dash - tree.line_start(dash), key_order())
    if len(path) == 1 and isinstance(value, dict) and len(lines) > 1:
        lines = ["", *lines]
    return _with_lines(tree, items, last, lines)


def remove(tree: Tree, path: Path) -> str:
    """Give the text without the key or item at a path; a collection that is left empty stays, as ``{}`` or ``[]``."""
    parent = _parent(tree, path)
    _at(tree, path)
    if len(parent) == 1:
        return set_value(tree, path[:-1], type(parent)()) if path[:-1] else f"{type(parent)()}{_newline(tree)}"
    names = list(parent) if isinstance(parent, dict) else list(range(len(parent)))
    index = names.index(path[-1])
    end = _entry_end(tree, parent, path[-1])
    if _in_brackets(tree, path[:-1]):
        return _without_flow_entry(tree, parent, index, names, end)
    start = _start(tree, path)
    line = tree.line_start(start)
    if tree.text[line:start].strip(" \t"):
        # It stands behind a dash, where the next one takes its place.
        following = _start(tree, (*path[:-1], names[index + 1]))
        comments = "".join(
            f"{text}{_newline(tree)}"
            for text in _own_lines(tree.text[_line_end(tree, end) : tree.line_start(following)])
        )
        return tree.text[:line] + comments + tree.text[line:start] + tree.text[following:]
    below = _below(tree, parent, path[-1])
    if index and _keeps_breaks(tree, parent, names[index - 1]):
        below = _BLANK_LINES.match(tree.text, below).end()  # type: ignore[union-attr] # matches the empty text too
    return _spliced(tree, line, below, "")


def _without_flow_entry(tree: Tree, parent: Any, index: int, names: list[Any], end: int) -> str:
    start = tree.span(parent, names[index])[0]
    if index + 1 < len(names) and (comma := _SEPARATOR.match(tree.text, end)):
        return _spliced(tree, start, comma.end(), comma.group(1))
    if index:
        previous = _entry_end(tree, parent, names[index - 1])
        if (comma := _SEPARATOR.match(tree.text, previous)) and comma.end() == start:
            return _spliced(tree, previous, end, comma.group(1))
    return _spliced(tree, start, end, "")


def _at(tree: Tree, path: Path) -> Any:
    value = tree.data
    for entry in path:
        if not (entry in value if isinstance(value, dict) else isinstance(value, list) and entry in range(len(value))):
            raise KeyError(f"there is nothing at {path}")
        value = value[entry]
    return value


def _parent(tree: Tree, path: Path) -> Any:
    if not path:
        raise KeyError("the whole file is not a value of it")
    return _at(tree, path[:-1])


def _record(path: Path) -> str:
    """Name the record that is at a path, or that the items of a list there are."""
    record = "root"
    for entry in path:
        record = record if isinstance(entry, int) else below(record, entry)
    return record


def _entry(path: Path, value: Any, column: int) -> list[str]:
    """Write an entry in canonical form, without what stands before its colon or dash and it."""
    name = path[-1]
    key = None if isinstance(name, int) else name
    lines = entry_lines(_record(path[:-1]), key, value, column, key_order())
    head = column + 1 + (len(inline(key, flow=False)) if key is not None else 0)
    return [lines[0][head:], *lines[1:]]


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{inline(key, flow=True)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return inline(value, flow=True)


def _in_brackets(tree: Tree, path: Path) -> bool:
    """Say whether the collection at a path stands in brackets, or in one that does."""
    starts = [tree.start, *(tree.find(path[: depth + 1])[1] for depth in range(len(path)))]
    return any(tree.text[start : start + 1] in ("[", "{") for start in starts)


def _anchor(tree: Tree, path: Path) -> int | None:
    """Give the offset behind the colon or the dash of an entry that is not in brackets; None for a key after ``?``."""
    if isinstance(path[-1], int):
        return _dash(tree, path[:-1], path[-1]) + 1
    parent = _at(tree, path[:-1])
    colon = _COLON.match(tree.text, tree.key_end(parent, path[-1]))
    return colon.end() if colon else None


def _start(tree: Tree, path: Path) -> int:
    """Give the offset of the key or the dash of an entry that is not in brackets."""
    name = path[-1]
    return _dash(tree, path[:-1], name) if isinstance(name, int) else tree.span(_at(tree, path[:-1]), name)[0]


def _column(tree: Tree, path: Path, key_start: int) -> int:
    start = _dash(tree, path[:-1], path[-1]) if isinstance(path[-1], int) else key_start
    return start - tree.line_start(start)


def _dash(tree: Tree, path: Path, index: int) -> int:
    """Give the offset of the dash of an item: all dashes of a list stand in the column where the list starts."""
    first = tree.find(path)[1]
    column = first - tree.line_start(first)
    start = tree.span(_at(tree, path), index)[1]
    line = tree.line_start(start)
    while tree.text[line + column : line + column + 1] != "-" or tree.text[line : line + column].strip(" \t-?:"):
        line = tree.line_start(line - 1)
    return line + column


def _entry_end(tree: Tree, container: Any, name: Any) -> int:
    """Give the offset behind the last character of an entry; 0 for None."""
    if name is None:
        return 0
    # A block scalar ends where the next token starts.
    start, end = _last_scalar(tree, container, name)
    return start + len(tree.text[start:end].rstrip())


def _last_scalar(tree: Tree, container: Any, name: Any) -> tuple[int, int]:
    """Give start and end of the last scalar, or collection in brackets, of an entry."""
    value, (_, start, end) = container[name], tree.span(container, name)
    while isinstance(value, dict | list) and tree.text[start] not in "[{":
        *_, start, end = tree.spans[id(value)][-4:]
        value = values(value)[-1]
    return start, end


def _keeps_breaks(tree: Tree, container: Any, name: Any) -> bool:
    """Say whether blank lines below an entry are part of it."""
    start, end = _last_scalar(tree, container, name)
    return start < end and _KEEPS_BREAKS.match(tree.text, start) is not None


def _below(tree: Tree, container: Any, name: Any) -> int:
    """Give the offset of the line below an entry."""
    start, end = _last_scalar(tree, container, name)
    if _keeps_breaks(tree, container, name):
        # The blank lines below are part of the text.
        return tree.line_start(end) if not tree.text[tree.line_start(end) : end].strip() else len(tree.text)
    line_end = _line_end(tree, start + len(tree.text[start:end].rstrip()))
    match = _LINE_END.match(tree.text, line_end)
    return match.end() if match else line_end


def _before(record: str, key: str, present: list[str]) -> str | None:
    """Give the key after which a new one belongs; None where it is the first."""
    order = key_order().get(record, ())
    if key not in order:
        return present[-1]
    rank = {name: place for place, name in enumerate(order)}
    earlier = [name for name in present if rank.get(name, len(rank)) < rank[key]]
    return earlier[-1] if earlier else None


def _inserted(tree: Tree, end: int, first: int, entry: str, *, leads: bool) -> str:
    return _spliced(tree, first, first, f"{entry}, ") if leads else _spliced(tree, end, end, f", {entry}")


def _with_lines(tree: Tree, container: Any, name: Any, lines: list[str]) -> str:
    """Give the text with lines below an entry."""
    newline, offset = _newline(tree), _below(tree, container, name)
    if not lines[0] and _keeps_breaks(tree, container, name):
        lines = lines[1:]
    start = "" if not offset or tree.text[offset - 1] in "\r\n" else newline
    return _spliced(tree, offset, offset, start + "".join(f"{line}{newline}" for line in lines))


def _own_lines(text: str) -> list[str]:
    return [line.strip() for line in _LINE_END.split(text) if line.strip()[:1] == "#"]


def _line_end(tree: Tree, offset: int) -> int:
    return _TO_LINE_END.match(tree.text, offset).end()  # type: ignore[union-attr] # matches the empty text too


def _newline(tree: Tree) -> str:
    found = _LINE_END.search(tree.text)
    return found.group() if found else "\n"


def _spliced(tree: Tree, start: int, end: int, new: str) -> str:
    return ("\ufeff" if tree.marked else "") + tree.text[:start] + new + tree.text[end:]


def set_values(tree: Tree, values: Mapping[Path, Any]) -> str:
    """Give the text with other values at many paths, none of them inside another, in one go."""
    splices = sorted(_splice(tree.text, set_value(tree, path, value)) for path, value in values.items())
    parts: list[str] = []
    done = 0
    for start, end, new in splices:
        parts += (tree.text[done:start], new)
        done = end
    return "".join([*parts, tree.text[done:]])


def _splice(old: str, new: str) -> tuple[int, int, str]:
    """Give start and end of what differs in an old text, and what stands there in the new one."""
    shorter = min(len(old), len(new))
    start = _shared(shorter, lambda length: old.startswith(new[:length]))
    tail = _shared(shorter - start, lambda length: not length or old.endswith(new[-length:]))
    return start, len(old) - tail, new[start : len(new) - tail]


def _shared(longest: int, is_shared: Callable[[int], bool]) -> int:
    """Give the greatest length that is shared, by bisection: comparing two texts is fast, going through them is not."""
    return bisect_left(range(1, longest + 1), x=True, key=lambda length: not is_shared(length))
