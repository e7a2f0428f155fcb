"""Tables of contents, which are left out: their entries would be taken for the headings that they name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from clausetrack.documents.pdf.page import Column, Line

_LEADER: Final = re.compile(
    r"(?:\.{4,}|(?:\s\.){3,}|\u2026{2,}|_{4,}|(?:\s?\u00b7){4,})\s?-?\s?(?:\d{1,4}|[ivxlc]{1,7})\s?-?$"
)
_PAGE: Final = re.compile(r"\d{1,4}")
_NUMBER: Final = re.compile(r"\s(\d{1,4})$")
_TAIL: Final = 120
"""Characters at the end of a line in which a leader is looked for."""

_ENTRIES: Final = 3
"""Lines with leaders in a row that make a table of contents. One or two may be blanks to fill in."""

_PLAIN_ENTRIES: Final = 5
"""Lines that end in growing page numbers at the right margin, without leaders."""

_BETWEEN: Final = 4
"""Lines without a number between two entries at most: entries over several lines, and headings of parts."""

_TITLES: Final = frozenset(
    (
        "contents", "table of contents", "contents page", "index", "table des matières", "table des matieres",
        "sommaire", "inhalt", "inhaltsverzeichnis", "inhaltsübersicht", "índice", "indice", "sumário", "inhoud",
        "inhoudsopgave", "innehåll", "innehållsförteckning", "indhold", "sisällys",
        "spis treści", "obsah", "tartalom", "cuprins", "sadržaj",
        "содержание", "оглавление", "περιεχόμενα",
        "目次", "目录", "目錄", "목차", "içindekiler",
    )
)  # fmt: skip
"""What stands over a table of contents, letters only in lower case, in languages that many treaties are in."""


def without_contents(columns: Sequence[Column]) -> tuple[list[Column], set[int]]:
    """Give the columns without the tables of contents in them, and the pages on which these were."""
    lines = [(column, line) for column in columns for line in column.lines]
    gone = [False] * len(lines)
    for start, end in _tables(lines):
        gone[start:end] = [True] * (end - start)
    pages = {line.page for (_, line), out in zip(lines, gone, strict=True) if out}
    left = {id(line) for (_, line), out in zip(lines, gone, strict=True) if out}
    kept = [column._replace(lines=[line for line in column.lines if id(line) not in left]) for column in columns]
    return [column for column in kept if column.lines], pages


def _tables(lines: Sequence[tuple[Column, Line]]) -> list[tuple[int, int]]:
    """Give the first entry and the end of each table."""
    tables: list[tuple[int, int]] = []
    for find, enough in ((_is_led, _ENTRIES), (_is_numbered, _PLAIN_ENTRIES)):
        run: list[int] = []
        for index, (column, line) in enumerate(lines):
            if not find(column, line):
                continue
            if run and (index - run[-1] > _BETWEEN or not _grows(lines[run[-1]][1], line)):
                tables += [(_opening(lines, run[0]), run[-1] + 1)] if len(run) >= enough else []
                run = []
            run.append(index)
        tables += [(_opening(lines, run[0]), run[-1] + 1)] if len(run) >= enough else []
    return tables


def _opening(lines: Sequence[tuple[Column, Line]], first: int) -> int:
    """Give the index of the title of a table, where it stands just above the first entry."""
    for index in range(first - 1, max(first - 1 - _BETWEEN, -1), -1):
        if _is_title(lines[index][1].text):
            return index
    return first


def _is_title(text: str) -> bool:
    return " ".join(text.casefold().split()).strip(" :.-") in _TITLES


def _is_led(column: Column, line: Line) -> bool:
    del column
    return _LEADER.search(line.text[-_TAIL:]) is not None


def _is_numbered(column: Column, line: Line) -> bool:
    """Say whether a number stands at the right margin, behind a gap."""
    if not line.cells or column.right - line.right > line.size:
        return False
    left, text = line.cells[-1]
    return _PAGE.fullmatch(text) is not None and column.right - left < len("0000") * line.size


def _grows(before: Line, line: Line) -> bool:
    """Say whether the page numbers of two entries, where both have one, do not fall."""
    one, other = _NUMBER.search(before.text), _NUMBER.search(line.text)
    return not one or not other or int(one[1]) <= int(other[1])
