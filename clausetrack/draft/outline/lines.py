"""The blocks of a document as the outline reads them: their words, the labels kept apart from them, how they look."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from clausetrack.draft.outline.marks import BULLET, Mark, is_first, mark
from clausetrack.draft.outline.names import name
from clausetrack.draft.outline.words import FORCE, within
from clausetrack.model.document import Block, Document

_LONGEST_HEADING: Final = 200
"""Characters. Headings of articles that list what they are about come to 170; few sentences without a sign are longer
than that."""

_LONGEST_HAN_HEADING: Final = 40
_PARTING: Final = " | "
"""What readers put between the cells of a row."""

_MOST_MARKS: Final = 3
"""Markers on one line: "1. (a) (i) …"."""

_REDUNDANT: Final = 0.34
"""Share of list items whose words begin with a marker of their own that is not a first one, from which the markers of
the list are an artefact: "3. c. …" does not stand in an agreement, "1. (a) …" does."""

_FEWEST_ALIKE: Final = 3
"""Headings with one number that show that the number says nothing: two may begin two lists."""

_LONGEST_QUOTATION: Final = 400
"""Blocks that a quotation that was opened may go on for before its end is no longer looked for."""


class Line(NamedTuple):
    """A block that is not a footnote. ``full`` is its label, where it has one apart, a space, and its words.

    ``shift`` is how many characters of ``full`` stand before the words. ``says_heading`` is the reader's word.
    """

    block: int
    full: str
    shift: int
    says_heading: bool
    level: int | None
    is_item: bool
    is_row: bool
    bullet: int
    """Where the words begin behind a bullet, in ``full``; 0 where there is no bullet."""
    marks: tuple[Mark, ...]
    is_quoted: bool = False

    @property
    def words_start(self) -> int:
        """Where the words begin in ``full``, behind markers and bullets."""
        return self.marks[-1].end if self.marks else self.bullet or self.shift

    @property
    def text(self) -> str:
        """The line without the markers and bullets before it."""
        return self.full[self.words_start :]


def lines(document: Document) -> list[Line]:
    """Give the lines of a document: every block with words that is no footnote."""
    redundant = _redundant(document.blocks)
    quoted = _quoted(document.blocks)
    return _counted(
        [
            _line(index, block, redundant, index in quoted)
            for index, block in enumerate(document.blocks)
            if block.kind != "footnote" and block.text.strip()
        ]
    )


def _counted(found: list[Line]) -> list[Line]:
    """Count headings that are all labelled with one and the same number, as Markdown lets its writers do: 1, 1, 1."""
    heads = [at for at, line in enumerate(found) if line.says_heading and line.shift and len(line.marks) == 1]
    labels = {found[at].marks[0].printed for at in heads}
    levels = {found[at].level for at in heads}
    if len(heads) < _FEWEST_ALIKE or len(labels) > 1 or len(levels) > 1 or found[heads[0]].marks[0].body != "1":
        return found
    for value, at in enumerate(heads, 1):
        own = found[at].marks[0]
        reading = own.readings[0]._replace(value=(value,))
        printed = own.printed.replace("1", str(value))
        marks = (own._replace(printed=printed, body=str(value), readings=(reading,)),)
        found[at] = found[at]._replace(marks=marks)
    return found


def _line(index: int, block: Block, redundant: bool, is_quoted: bool) -> Line:  # noqa: FBT001 - two facts of the document
    label = (block.label or "").strip()
    if label and redundant and mark(block.text, 0):
        label = ""
    full = f"{label} {block.text}" if label else block.text
    shift = len(label) + 1 if label else 0
    found = BULLET.match(full) if block.kind != "row" else None
    bullet = found.end() if found else 0
    if label and not found and not re.search(r"\w", label):
        bullet = shift
    if block.kind == "row":
        marks = _cell(block)
    else:
        marks = () if bullet or is_quoted or name(full) else tuple(_marks(full, shift))
    heads, item, row = (block.kind == kind for kind in ("heading", "item", "row"))
    return Line(index, full, shift, heads, block.level, item, row, bullet, marks, is_quoted)


def _cell(block: Block) -> tuple[Mark, ...]:
    """Give the marker that is the first of two cells: pages of law set their points as tables."""
    if len(block.cells) != 2:  # noqa: PLR2004 - a marker and its words
        return ()
    found = mark(block.cells[0], 0)
    end = len(block.cells[0]) + len(_PARTING)
    return (found._replace(end=end),) if found and found.end == len(block.cells[0]) and found.style else ()


def _marks(full: str, shift: int) -> Iterator[Mark]:
    at = 0
    for number in range(_MOST_MARKS):
        found = mark(full, at, apart=number == 0 and shift > 0)
        if found is None or (number and (not found.style or not is_first(found.readings[0]))):
            return
        yield found
        at = found.end


def _redundant(blocks: Sequence[Block]) -> bool:
    """Say whether the labels of lists are an artefact, since the words of their items have markers of their own."""
    inner = [found for block in blocks if block.label and block.kind == "item" and (found := mark(block.text, 0))]
    later = sum(not any(map(is_first, found.readings)) for found in inner)
    return later > _REDUNDANT * len(inner)


_OPENERS: Final = {"“": "”", "„": "“”", "«": "»", "「": "」", "『": "』"}


def _quoted(blocks: Sequence[Block]) -> frozenset[int]:
    """Give the blocks inside a quotation that goes over several: what an amending agreement puts into another one."""
    closers = "”»」』"
    closing = [index for index, block in enumerate(blocks) if any(sign in block.text for sign in closers)]
    found: set[int] = set()
    last = -1
    for index, block in enumerate(blocks):
        sign = block.text[:1]
        if index <= last or sign not in _OPENERS or any(sign in block.text for sign in _OPENERS[sign]):
            continue
        place = bisect_left(closing, index + 1)
        end = closing[place] if place < len(closing) else index
        if end - index <= _LONGEST_QUOTATION and _closes(blocks[end].text, sign):
            found.update(range(index, end + 1))
            last = end
    return frozenset(found)


def _closes(text: str, sign: str) -> bool:
    """Say whether a block closes a quotation that a former one opened: more ends than beginnings."""
    return sum(text.count(end) for end in _OPENERS[sign]) > text.count(sign)


def looks_heading(text: str) -> bool:
    """Say whether words look like a heading: short, with a capital, not a sentence, nothing that asks to go on."""
    stripped = text.strip()
    if not stripped or len(stripped) > _LONGEST_HEADING or stripped[0] in "“\"„«‘'" or stripped[0].islower():
        return False
    if "\u3040" <= stripped[0] <= "\u9fff":
        return len(stripped) <= _LONGEST_HAN_HEADING and not re.search("[。、；：]", stripped)
    if stripped[-1] in ".:;," or not re.search(r"[^\W\d_]", stripped):
        return False
    return not within(FORCE).search(stripped)
