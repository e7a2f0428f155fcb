"""The order of a page: clauses as they stand in the agreement, under the parts that they stand in, noise in runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from clausetrack.report.counting import counted
from clausetrack.report.diff.entries import UNCHANGED, Entry
from clausetrack.report.rows import SIGNS


class Block(NamedTuple):
    """A clause with news, or a run of neighbouring clauses without: ``entries`` are those that the page has in it."""

    is_news: bool
    entries: tuple[Entry, ...]
    summary: str = ""
    extent: str = ""


class Part(NamedTuple):
    """Neighbouring clauses under one heading of the agreement; ``listed`` are all of them, for a table of contents."""

    title: str
    blocks: tuple[Block, ...]
    listed: tuple[Entry, ...]


def parts(entries: Iterable[Entry], news: frozenset[str], *, everything: bool) -> list[Part]:
    """Put entries under their headings. ``news`` are the anchors of those that are to be seen at once."""
    grouped = ((path, tuple(found)) for path, found in groupby(entries, key=lambda entry: entry.path))
    return [
        Part(" › ".join(path), tuple(_blocks(found, news, everything=everything)), found) for path, found in grouped
    ]


def _blocks(entries: Sequence[Entry], news: frozenset[str], *, everything: bool) -> Iterator[Block]:
    for is_news, found in groupby(entries, key=lambda entry: entry.anchor in news):
        if is_news:
            yield from (Block(is_news=True, entries=(entry,)) for entry in found)
        else:
            yield _run(tuple(found), everything=everything)


def _run(entries: tuple[Entry, ...], *, everything: bool) -> Block:
    """Make a run: unchanged clauses are in the page only where everything is, and are counted elsewhere."""
    counts = Counter(entry.label for entry in entries)
    labels = [label for label in (*SIGNS, UNCHANGED) if counts[label]]
    number = counted(len(entries), "clause")
    told = ", ".join(f"{counts[label]:,} {label}" for label in labels)
    first, last = entries[0].title, entries[-1].title
    return Block(
        is_news=False,
        entries=tuple(entry for entry in entries if everything or entry.label != UNCHANGED),
        summary=f"{number} {labels[0]}" if len(labels) == 1 else f"{number} without a change of substance: {told}",
        extent=first if len(entries) == 1 else f"{first} – {last}",
    )
