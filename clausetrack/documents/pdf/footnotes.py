"""Footnotes: found at the foot of a column, taken apart from the text, and their calls out of it.

They are in smaller type than most of the text and begin with a label, or they stand below a short rule at the left,
in whatever type, with labels: a raised number, "1/", "(1)", "*". What stands there without a label is the rest of the
last note of the page before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clausetrack.documents.pdf.page import Column, Line, Rule

_SMALLER: Final = 0.93
"""Notes are at most this large beside the text."""

_RULE: Final = 0.6
"""Share of the column that the rule above notes takes at most; one over the whole width belongs to a table."""

_LOWER: Final = 0.25
"""Share of the page below which notes start; some fill most of a page."""

_LABEL: Final = re.compile(r"(?:[(\[]?(\d{1,3}|[*\u2020\u2021\u00a7]{1,4}|[a-z])(/|\)|\]|\.)?)(?=[\s\u00a0]|$)\s*")
_GLUED: Final = re.compile(r"([*\u2020\u2021]{1,4})\s*")
_CALL: Final = re.compile(r"[\s(\[]*(\d{1,3}|[*\u2020\u2021\u00a7]{1,4}|[a-z])[)\]/]?")


class Note(NamedTuple):
    """A footnote: its label, and its lines without it."""

    label: str | None
    lines: list[Line]


def apart(
    columns: Sequence[Column], rules: Sequence[Rule], height: float, usual: float
) -> tuple[list[Column], list[Note]]:
    """Part the columns of a page from its footnotes; ``usual`` is the size of type of the text."""
    texts: list[Column] = []
    notes: list[Note] = []
    for column in columns:
        start = _start(column, rules, height, usual)
        if start < len(column.lines):
            notes += _notes(column.lines[start:])
        if start:
            texts.append(column._replace(lines=column.lines[:start]))
    labels = {note.label for note in notes if note.label}
    slashed = {label for note in notes if (label := note.label) and note.lines and _is_slashed(note)}
    return [
        text._replace(lines=[_without_calls(line, labels, slashed) for line in text.lines]) for text in texts
    ], notes


def _start(column: Column, rules: Sequence[Rule], height: float, usual: float) -> int:
    """Give the index of the first line of the notes of a column, or the number of lines where there is none."""
    lines = column.lines
    small = len(lines)
    while small and lines[small - 1].size <= _SMALLER * usual:
        small -= 1
    ruled = _below_rule(column, rules, height)
    if ruled is not None and (ruled >= small or _is_label(lines[ruled])):
        return ruled
    while small < len(lines) and not _is_label(lines[small]):
        small += 1
    return small if small < len(lines) and lines[small].base > _LOWER * height else len(lines)


def _below_rule(column: Column, rules: Sequence[Rule], height: float) -> int | None:
    """Give the index of the first line below the lowest rule that may part notes from text: short, and at the left."""
    lines = column.lines
    for rule in reversed(rules):
        if rule.top < _LOWER * height or not lines:
            break
        size = lines[-1].size
        short = rule.right - rule.left <= _RULE * (column.right - column.left)
        if not short or abs(rule.left - column.left) > 4 * size:
            continue
        below = next((index for index, line in enumerate(lines) if line.base > rule.top + 0.5 * size), len(lines))
        clear = not any(0 < rule.top - line.base < 0.35 * line.size for line in lines[max(below - 2, 0) : below])
        if below < len(lines) and clear:
            return below
    return None


def _is_label(line: Line) -> bool:
    return _label(line) is not None


def _label(line: Line) -> tuple[str, str, int] | None:
    """Give the label of a note that starts with a line, how it is written, and where the words start."""
    if line.raised and line.raised[0][0] == 0:
        end = line.raised[0][1]
        call = _CALL.fullmatch(line.text[:end].strip())
        return (call[1], "raised", end) if call else None
    found = _LABEL.match(line.text) or _GLUED.match(line.text)
    if not found:
        return None
    mark = found[2] or "" if found.re is _LABEL else ""
    if found[1].isalpha() and not mark:
        return None
    return found[1], mark, found.end()


def _notes(lines: Sequence[Line]) -> Iterator[Note]:
    """Part the lines of notes at their labels, which are written as the first one is."""
    first = _label(lines[0])
    note = Note(None, [])
    for line in lines:
        label = _label(line)
        if label and first and _is_next(label, first, note.label, line, lines[0]):
            if note.lines:
                yield note
            cut = len(line.text) - len(line.text[label[2] :].lstrip())
            raised = tuple((start - cut, end - cut) for start, end in line.raised if start >= cut)
            note = Note(label[0], [line._replace(text=line.text[cut:], raised=raised)])
        else:
            note.lines.append(line)
    if note.lines:
        yield note


def _is_next(
    label: tuple[str, str, int], first: tuple[str, str, int], before: str | None, line: Line, opening: Line
) -> bool:
    if label[1] != first[1]:
        return False
    if label[1] == "raised" or not label[0].isdecimal() or before is None or not before.isdecimal():
        return True
    return int(label[0]) == int(before) + 1 and abs(line.left - opening.left) < 3 * line.size


def _is_slashed(note: Note) -> bool:
    return note.label is not None and note.label.isdecimal()


def _without_calls(line: Line, labels: set[str], slashed: set[str]) -> Line:
    """Take the calls of notes out of a line."""
    notes: list[str] = []
    text = line.text
    for start, end in reversed(line.raised):
        call = _CALL.fullmatch(text[start:end].rstrip(" ,"))
        if call and call[1] in labels:
            notes.insert(0, call[1])
            text = text[:start].rstrip() + text[end:]
    if slashed and "/" in text:
        text = _SLASHED.sub(lambda found: _called(found, slashed, notes), text)
    return line._replace(text=text, raised=(), notes=tuple(notes)) if notes else line


_SLASHED: Final = re.compile(r"\s?(?<![^\s])(\d{1,3})/(?=[\s,.;:)]|$)")


def _called(found: re.Match[str], slashed: set[str], notes: list[str]) -> str:
    if found[1] not in slashed:
        return found[0]
    notes.append(found[1])
    return ""
