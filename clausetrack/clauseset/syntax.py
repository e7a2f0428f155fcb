"""YAML text to plain data with a place for every key and value.

The events come from libyaml, by way of PyYAML's C parser; building on them here, and not on PyYAML's loaders, is what makes the core schema
of YAML 1.2, positions, refusals and linear time possible. Refused, each with line and column: duplicate keys, keys that are not strings,
anchors, aliases, tags, a second document, nesting beyond `MAX_DEPTH`, forbidden characters and an empty file.
"""

from __future__ import annotations

import gc
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import yaml
from yaml.cyaml import CParser

from clausetrack.clauseset.characters import forbidden
from clausetrack.clauseset.scalars import CORE_STARTS, is_string, resolve
from clausetrack.errors import InvalidFileError, SyntaxFault
from clausetrack.model.position import Path, Position

MAX_DEPTH: Final = 64
"""Nesting that no agreement reaches, and that every recursive reader of the data survives."""

_SCALAR, _MAPPING, _SEQUENCE = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_MAPPING_END, _SEQUENCE_END = yaml.MappingEndEvent, yaml.SequenceEndEvent
_BOM: Final = "\ufeff"
_LINE_END: Final = re.compile(r"\r\n?|\n")

# What libyaml says, and what it means to somebody who writes a clause file.
_PROBLEMS: Final = {
    "found character that cannot start any token": ("this character cannot start a value", "put the value in double quotes"),
    "found a tab character that violates indentation": ("a tab is used for indentation", "indent with spaces"),
    "mapping values are not allowed in this context": (
        "a colon followed by a space starts a value where none can be",
        "put a text that contains ': ' in double quotes, or check the indentation",
    ),
    "could not find expected ':'": ("a key has no colon", "write 'key: value'"),
    "did not find expected key": ("a key was expected here", "check the indentation and the quotes"),
    "did not find expected '-' indicator": ("a list item was expected here", "start it with '- ', indented as the others"),
    "did not find expected ',' or ']'": ("a list in brackets is not closed", "write ',' or ']'"),
    "did not find expected ',' or '}'": ("a mapping in braces is not closed", "write ',' or '}'"),
    "found unexpected end of stream": ("the file ends inside a quoted text", "close the quotes"),
    "found unknown escape character": ("unknown escape in double quotes", "write a backslash as '\\\\'"),
    "did not find expected node content": ("a value was expected here", ""),
    "block sequence entries are not allowed in this context": ("a list item cannot start here", "put it on its own line"),
    "found undefined tag handle": ("tags are not part of the format", "remove the tag"),
    "found duplicate %YAML directive": ("a second %YAML directive", "remove it"),
    "found incompatible YAML document": ("this version of YAML cannot be read", "remove the %YAML line"),
}  # fmt: skip


class Tree:
    """A parsed file: its plain data (dicts, lists, strings, numbers, truth values, None), and where each value stands.

    ``spans`` has for the id of every container an array of three offsets for each of its entries, in order: where the key starts, where
    the value starts, and where a scalar value ends (for a container, where it starts). Offsets count characters of ``text``.
    """

    __slots__ = ("_line_starts", "data", "file", "spans", "text")

    def __init__(self, text: str, file: str, data: Any, spans: dict[int, array[int]]) -> None:
        self.text = text
        self.file = file
        self.data = data
        self.spans = spans
        self._line_starts: list[int] | None = None

    def span(self, container: Any, entry: str | int) -> tuple[int, int, int]:
        """Give (key start, value start, value end) of an entry of a container."""
        index = entry if isinstance(entry, int) else list(container).index(entry)
        start, value, end = self.spans[id(container)][3 * index : 3 * index + 3]
        return start, value, end

    def find(self, path: Path) -> tuple[int, int, int]:
        """Give the span of the value at a path, or of the nearest parent that there is."""
        container, span = self.data, (0, 0, 0)
        for entry in path:
            known = entry in container if isinstance(container, dict) else _has_item(container, entry)
            if not known:
                break
            span = self.span(container, entry)
            container = container[entry]
        return span

    def locate(self, path: Path, *, key: bool = False) -> Position:
        """Give the place of the value at ``path``, or of its key; of the nearest parent where it is not there."""
        start, value, end = self.find(path)
        return self.position(start, start) if key else self.position(value, end)

    def position(self, start: int, end: int | None = None) -> Position:
        """Turn offsets into a place with line and column."""
        line, column = self._line_column(start)
        end_line, end_column = self._line_column(start if end is None else end)
        return Position(self.file, line, column, end_line, end_column)

    def _line_column(self, offset: int) -> tuple[int, int]:
        if self._line_starts is None:
            self._line_starts = line_starts(self.text)
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def line_starts(text: str) -> list[int]:
    """Give the offset of the first character of every line."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def parse(text: str, file: str) -> Tree:
    """Read one YAML document. InvalidFileError with all its faults where it is not one, or not what the format allows."""
    text = text.removeprefix(_BOM)
    data = text.encode("utf-8")
    tree = Tree(text, file, None, {})
    _refuse(tree, forbidden(text, data))
    refused: list[tuple[int, str]] = []
    with _without_collector():
        try:
            _build(tree, refused)
        except yaml.YAMLError as error:
            raise InvalidFileError([*_faults(tree, refused), _translate(error, tree)]) from None
    _refuse(tree, refused)
    return tree


def _build(tree: Tree, faults: list[tuple[int, str]]) -> None:
    """Fill a tree from the parser's events, and add the offsets and reasons of what is refused in it to ``faults``."""
    # One loop with everything in local variables: it runs half a million times for ten thousand clauses.
    get = CParser(tree.text).get_event
    spans, keys = tree.spans, dict[str, str]()
    root: list[Any] = []
    container: Any = root
    span: array[int] = array("I")
    key: str | None = None
    in_mapping, key_start = False, 0
    stack: list[tuple[Any, array[int], bool]] = []
    while (event := get()) is not None:
        kind = type(event)
        if kind is _SCALAR:
            start, value = event.start_mark.index, event.value
            if event.anchor is not None or event.tag is not None:
                faults.append((start, _property_fault(event)))
            if in_mapping and key is None:
                key, key_start = keys.get(value), start
                if key is None or key in container:
                    key = keys[value] = value
                    faults.extend((start, what) for what in _key_faults(value, container, plain=event.implicit[0]))
                continue
            if (not value or value[0] in CORE_STARTS) and event.implicit[0]:
                value = _resolved(value, start, faults)
            end = event.end_mark.index
        elif kind is _MAPPING or kind is _SEQUENCE:
            start = end = event.start_mark.index
            value = {} if kind is _MAPPING else []
            faults.extend((start, what) for what in _collection_faults(event, is_key=in_mapping and key is None))
            if len(stack) == MAX_DEPTH:
                faults.append((start, f"nested more than {MAX_DEPTH} levels deep"))
                return
        elif kind is _MAPPING_END or kind is _SEQUENCE_END:
            container, span, in_mapping = stack.pop()
            key = None
            continue
        elif (end_fault := _end_fault(event, root)) is not None:
            faults.append(end_fault)
            return
        else:
            continue
        if in_mapping:
            container[key] = value
            span.extend((key_start, start, end))
            key = None
        else:
            container.append(value)
            span.extend((start, start, end))
        if kind is not _SCALAR:
            stack.append((container, span, in_mapping))
            container, in_mapping = value, kind is _MAPPING
            span = spans[id(value)] = array("I")
    tree.data = root[0] if root else None
    if not root:
        faults.append((0, "the file is empty"))


def _property_fault(event: Any) -> str:
    if event.anchor is not None:
        return f"anchors (&{event.anchor}) are not part of the format; remove it"
    return f"tags ({event.tag}) are not part of the format; remove it"


def _collection_faults(event: Any, *, is_key: bool) -> Iterator[str]:
    if event.anchor is not None or event.tag is not None:
        yield _property_fault(event)
    if is_key:
        yield "a key must be a word, not a list or a mapping"


def _end_fault(event: Any, root: list[Any]) -> tuple[int, str] | None:
    """Give the fault that ends the reading of a document, if the event is one."""
    if type(event) is yaml.AliasEvent:
        return event.start_mark.index, f"aliases (*{event.anchor}) are not part of the format; write the value out"
    if type(event) is yaml.DocumentStartEvent and root:
        return event.start_mark.index, "a second document starts here; a file holds one clause set"
    return None


def _resolved(value: str, start: int, faults: list[tuple[int, str]]) -> Any:
    try:
        return resolve(value)
    except ValueError as fault:
        faults.append((start, f"{fault} is too long; put it in quotes if it is meant as a text"))
        return value


def _key_faults(key: str, container: dict[str, Any], *, plain: bool) -> Iterator[str]:
    if key in container:
        yield f"the key '{key}' is given twice"
    if plain and not is_string(key):
        yield f"the key {key or '(empty)'} is not a word; put it in quotes"


def _has_item(container: Any, entry: str | int) -> bool:
    return isinstance(container, list) and isinstance(entry, int) and entry < len(container)


def _refuse(tree: Tree, faults: Iterable[tuple[int, str]]) -> None:
    if found := _faults(tree, faults):
        raise InvalidFileError(found)


def _faults(tree: Tree, faults: Iterable[tuple[int, str]]) -> list[SyntaxFault]:
    return [_fault(tree, offset, what) for offset, what in sorted(faults)]


def _fault(tree: Tree, offset: int, what: str) -> SyntaxFault:
    place = tree.position(offset)
    reason, _, hint = what.partition("; ")
    return SyntaxFault(reason, file=tree.file, line=place.line, column=place.column, hint=hint)


def _translate(error: yaml.YAMLError, tree: Tree) -> SyntaxFault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "this is not YAML"
    what, hint = _PROBLEMS.get(problem, (problem, ""))
    if mark is None:
        return SyntaxFault(what, file=tree.file, line=1, column=1, hint=hint)
    if tree.text[mark.index : mark.index + 1] == "\t":
        what, hint = _PROBLEMS["found a tab character that violates indentation"]
    return SyntaxFault(what, file=tree.file, line=mark.line + 1, column=mark.column + 1, hint=hint)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Stop the garbage collector: nothing built here is garbage, and its passes over the growing tree are quadratic."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
