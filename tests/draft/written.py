"""Documents for tests of the outline: one block a line, written as ``kind level label| text``, or text alone."""

from __future__ import annotations

import re

from clausetrack.model.document import Block, Document
from clausetrack.model.position import Position

LINE = re.compile(r"(?P<kind>h|i|n|r)(?P<level>\d)?(?: (?P<label>[^|]+))?\| (?P<text>.*)")
KINDS = {"h": "heading", "i": "item", "n": "footnote", "r": "row"}


def document(text: str, **more: object) -> Document:
    """Make a document: ``h2| Scope`` is a heading, ``i1 (a)| ships`` an item, ``n 1| note`` a footnote."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    blocks = [block(number, line) for number, line in enumerate(lines, 1)]
    fields = {"file": "some.txt", "media_type": "text/plain", "sha256": "ab" * 32, "size": 1, **more}
    return Document(blocks=tuple(blocks), **fields)


def block(number: int, line: str) -> Block:
    place = Position("some.txt", number, 1, number, len(line) + 1)
    found = LINE.fullmatch(line)
    if found is None:
        return Block("paragraph", line, place)
    level = int(found["level"]) if found["level"] else None
    notes = tuple(re.findall(r"\[(\w)\]", found["text"])) if found["kind"] != "n" else ()
    text = re.sub(r"\[\w\]", "", found["text"])
    cells = tuple(text.split(" | ")) if found["kind"] == "r" else ()
    return Block(KINDS[found["kind"]], text, place, level=level, label=found["label"], cells=cells, notes=notes)
