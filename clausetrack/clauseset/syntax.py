"""YAML text to plain data with a place for every key and value.

The events come from libyaml, by way of PyYAML's C parser; building on them here, and not on PyYAML's loaders, is what
makes the core schema of YAML 1.2, positions, refusals and linear time possible. Refused, each with line and column:
duplicate keys, keys that are not strings or very long, anchors, aliases, tags, a second document, nesting beyond
`MAX_DEPTH`, forbidden characters and an empty file.

libyaml reads the syntax of YAML 1.1. Where that departs from YAML 1.2 in a way that a clause file can meet, it refuses
what 1.2 takes (``[:b]``, a tab behind a dash or before a comment, unknown directives), or takes what 1.2 refuses (a
comment right behind a closing quote or bracket, a closing bracket in the first column). The one text that it would read
as something else, a plain ``?b`` between brackets, is refused here.
"""

from __future__ import annotations

import gc
import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined] # the stubs forget to re-export it

from clausetrack.clauseset.characters import forbidden, shown
from clausetrack.clauseset.complaints import translate
from clausetrack.clauseset.scalars import STARTS, is_string, read_differently, resolve
from clausetrack.errors import InvalidFileError, SyntaxFault
from clausetrack.model.position import Path, Position

MAX_DEPTH: Final = 64
"""Nesting that no agreement reaches, and that every recursive reader of the data survives."""

MAX_KEY: Final = 160
"""Characters of a key: in double quotes, each as an escape of six, it still is below the 1,024 that YAML allows."""

MAX_FAULTS: Final = 1000
"""Syntax faults that are reported of one file: a file with more is not a clause file that somebody mistyped."""

_SCALAR, _MAPPING, _SEQUENCE = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
_MAPPING_END, _SEQUENCE_END, _ALIAS = yaml.MappingEndEvent, yaml.SequenceEndEvent, yaml.AliasEvent
_BOM: Final = "\ufeff"
_LINE_END: Final = re.compile(r"\r\n?|\n")
_FIELDS: Final = 4
"""Offsets that are kept of an entry: where its key starts and ends, where its value starts and ends."""

Refusal = tuple[int, str, str]
"""Where (an offset), what is wrong, what to do."""


class Tree:
    """A parsed file: plain data (dicts, lists, strings, numbers, truth values, None), and where each value stands.

    ``spans`` has for the id of every container an array of four offsets for each of its entries, in order: start and
    end of the key (of a list item: its start twice), start and end of the value. The end of a collection that has no
    brackets is where it starts. Offsets count characters of ``text``, which has no byte order mark; ``marked`` says
    whether the file had one. ``ambiguous`` has the offsets of the plain scalars that YAML 1.1 reads differently.
    """

    __slots__ = ("_line_starts", "ambiguous", "data", "file", "marked", "spans", "start", "text")

    def __init__(self, text: str, file: str, data: Any, spans: dict[int, array[int]], *, marked: bool = False) -> None:
        self.text = text
        self.file = file
        self.data = data
        self.spans = spans
        self.marked = marked
        self.start = 0
        self.ambiguous: list[int] = []
        self._line_starts: list[int] | None = None

    def span(self, container: Any, entry: str | int) -> tuple[int, int, int]:
        """Give (key start, value start, value end) of an entry of a container."""
        index = _FIELDS * (entry if isinstance(entry, int) else list(container).index(entry))
        spans = self.spans[id(container)]
        return spans[index], spans[index + 2], spans[index + 3]

    def key_end(self, container: Any, entry: str | int) -> int:
        """Give the offset behind a key, quotes included."""
        index = entry if isinstance(entry, int) else list(container).index(entry)
        return self.spans[id(container)][_FIELDS * index + 1]

    def find(self, path: Path) -> tuple[int, int, int]:
        """Give the span of the value at a path, or of the nearest parent that there is."""
        container, span = self.data, (self.start, self.start, self.start)
        for entry in path:
            known = entry in container if isinstance(container, dict) else _has_item(container, entry)
            if not known:
                break
            span = self.span(container, entry)
            container = container[entry]
        return span

    def entries_at(self, offsets: Iterable[int]) -> Iterator[tuple[Path, Any]]:
        """Yield the paths and values of what stands at offsets, in no particular order."""
        wanted = frozenset(offsets)
        todo: list[tuple[Path, Any]] = [((), self.data)] if wanted else []
        while todo:
            path, container = todo.pop()
            entries = container.items() if isinstance(container, dict) else enumerate(container)
            for start, (key, value) in zip(self.spans[id(container)][2::4], entries, strict=True):
                if isinstance(value, dict | list):
                    todo.append(((*path, key), value))
                elif start in wanted:
                    yield (*path, key), value

    def locate(self, path: Path, *, key: bool = False) -> Position:
        """Give the place of the value at ``path``, or of its key; of the nearest parent where it is not there."""
        start, value, end = self.find(path)
        return self.position(start, start) if key else self.position(value, end)

    def position(self, start: int, end: int | None = None) -> Position:
        """Turn offsets into a place with line and column."""
        line, column = self._line_column(start)
        end_line, end_column = self._line_column(start if end is None else end)
        return Position(self.file, line, column, end_line, end_column)

    def line_start(self, offset: int) -> int:
        """Give the offset of the first character of the line that an offset is on."""
        return offset - self._line_column(offset)[1] + 1

    def _line_column(self, offset: int) -> tuple[int, int]:
        if self._line_starts is None:
            self._line_starts = line_starts(self.text)
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1


def line_starts(text: str) -> list[int]:
    """Give the offset of the first character of every line."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def parse(text: str, file: str) -> Tree:
    """Read one YAML document. InvalidFileError with its faults where it is not one, or not what the format allows."""
    tree = Tree(text.removeprefix(_BOM), file, None, {}, marked=text.startswith(_BOM))
    data = tree.text.encode("utf-8", "surrogatepass")
    if faults := list(islice(forbidden(tree.text, data), MAX_FAULTS)):
        raise InvalidFileError(_faults(tree, faults))
    refused: list[Refusal] = []
    with without_collector():
        try:
            _build(tree, data, refused)
        except yaml.YAMLError as error:
            refused.append(translate(error, tree.text))
    if refused:
        raise InvalidFileError(_faults(tree, refused))
    return tree


def _build(tree: Tree, data: bytes, faults: list[Refusal]) -> None:  # noqa: C901, PLR0912, PLR0915 - the loop below
    """Fill a tree from the parser's events, and add what is refused in it to ``faults``."""
    # One loop with everything in local variables: it runs half a million times for ten thousand clauses.
    text, asks = tree.text, "?" in tree.text
    get: Callable[[], Any] = CParser(data).get_event
    spans, ambiguous, keys = tree.spans, tree.ambiguous, dict[str, str]()
    root: list[Any] = []
    container: Any = root
    span: list[int] = []
    key: str | None = None
    in_mapping, key_start, key_end = False, 0, 0
    stack: list[tuple[Any, list[int], bool]] = []
    while (event := get()) is not None:
        kind = type(event)
        if kind is _SCALAR:
            start, end, value = event.start_mark.index, event.end_mark.index, event.value
            if event.anchor is not None or event.tag is not None:
                faults.append(_property_fault(event))
            if in_mapping and key is None:
                key, key_start, key_end = keys.get(value), start, end
                if asks and text[start - 1 : start] == "?":
                    faults.append(
                        (start - 1, "a '?' between brackets starts a key to some readers", "put it in quotes")
                    )
                if key is None or key in container:
                    key = keys[value] = value
                    faults.extend((start, *what) for what in _key_faults(value, container, plain=event.implicit[0]))
                continue
            if (not value or value[0] in STARTS) and event.implicit[0]:
                written, value = value, _resolved(value, start, faults)
                if read_differently(written, value):
                    ambiguous.append(start)
        elif kind is _MAPPING or kind is _SEQUENCE:
            start = end = event.start_mark.index
            value = {} if kind is _MAPPING else []
            if event.anchor is not None or event.tag is not None:
                faults.append(_property_fault(event))
            if in_mapping and key is None:
                faults.append((start, "a key must be a word, not a list or a mapping", ""))
                return
            if len(stack) == MAX_DEPTH:
                faults.append((start, f"nested more than {MAX_DEPTH} levels deep", ""))
                return
        elif kind is _MAPPING_END or kind is _SEQUENCE_END:
            spans[id(container)] = array("I", span)
            container, span, in_mapping = stack.pop()
            # A closing bracket has a width; where a block ends is not told.
            if event.end_mark.index != event.start_mark.index:
                span[-1] = event.end_mark.index
            key = None
            continue
        elif kind is _ALIAS:
            start, end, value = event.start_mark.index, event.end_mark.index, None
            what = f"aliases (*{shown(event.anchor)}) are not part of the format"
            faults.append((start, what, "write the value out"))
            if in_mapping and key is None:
                key = f"*{event.anchor}"
                continue
        elif kind is yaml.DocumentStartEvent and root:
            faults.append((event.start_mark.index, "a second document starts here", "a file holds one clause set"))
            return
        else:
            continue
        if in_mapping:
            container[key] = value
            span.extend((key_start, key_end, start, end))
            key = None
        else:
            container.append(value)
            span.extend((start, start, start, end))
        if kind is _MAPPING or kind is _SEQUENCE:
            stack.append((container, span, in_mapping))
            container, in_mapping, span = value, kind is _MAPPING, []
    if root:
        tree.data, tree.start = root[0], span[0]
    else:
        faults.append((0, "the file is empty", "a clause set starts with 'format: clausetrack/clause-set/1'"))


def _property_fault(event: Any) -> Refusal:
    if event.anchor is not None:
        return event.start_mark.index, f"anchors (&{shown(event.anchor)}) are not part of the format", "remove it"
    tag = event.tag.replace("tag:yaml.org,2002:", "!!")
    return event.start_mark.index, f"tags ({shown(tag)}) are not part of the format", "remove it"


def _resolved(value: str, start: int, faults: list[Refusal]) -> Any:
    try:
        return resolve(value)
    except ValueError as fault:
        faults.append((start, f"{fault} is too long", "put it in quotes if it is meant as a text"))
        return value


def _key_faults(key: str, container: dict[str, Any], *, plain: bool) -> Iterator[tuple[str, str]]:
    if key in container:
        yield f"the key '{shown(key)}' is given twice", "remove one of them, or merge them"
    if len(key) > MAX_KEY:
        yield f"a key of {len(key)} characters is too long", f"at most {MAX_KEY} are allowed"
    if plain and not is_string(key):
        yield f"the key {key or '(empty)'} is not a word", "put it in quotes"


def _has_item(container: Any, entry: str | int) -> bool:
    return isinstance(container, list) and isinstance(entry, int) and entry < len(container)


def _faults(tree: Tree, refused: Iterable[Refusal]) -> list[SyntaxFault]:
    return [_fault(tree, *refusal) for refusal in islice(sorted(refused), MAX_FAULTS)]


def _fault(tree: Tree, offset: int, what: str, hint: str) -> SyntaxFault:
    place = tree.position(offset)
    return SyntaxFault(what, file=tree.file, line=place.line, column=place.column, hint=hint)


@contextmanager
def without_collector() -> Iterator[None]:
    """Stop the garbage collector: nothing built here is garbage, and its passes over the growing tree are quadratic."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
