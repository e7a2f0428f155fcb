"""A redline inside the document that the old side was read from: its looks, and changes tracked before, are kept.

Words are changed where they stand, in the runs that are there. New paragraphs look like their neighbours. What is not
the words of a clause (heads, feet, pictures, notes, numbering) is not touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from clausetrack.documents.docx.names import W
from clausetrack.documents.docx.places import Places
from clausetrack.model.change import Diff
from clausetrack.model.clause import Clause
from clausetrack.report.counting import counted
from clausetrack.report.docx import comments, flow, lines, parting
from clausetrack.report.docx.blocks import Blocks, new_side
from clausetrack.report.docx.comments import Remark
from clausetrack.report.docx.elements import Maker
from clausetrack.report.docx.flow import Op, Paragraph, Piece
from clausetrack.report.docx.looks import Looks
from clausetrack.report.docx.placing import Finder, Place, Spots
from clausetrack.report.docx.sequence import Step, steps
from clausetrack.report.docx.tables import Tables

_OLD: Final[frozenset[Op]] = frozenset(("equal", "delete", "from"))


class Original:
    """Edits the tree of a document; ``remarks`` are the comments that were called, by their numbers."""

    def __init__(self, diff: Diff, places: Places, maker: Maker) -> None:
        self.remarks: list[tuple[int, Remark]] = []
        self._maker = maker
        self._root = places.root
        self._placed = places.placed
        self._order = steps(diff)
        self._found = Finder(places.placed, diff.old, self._order)
        self._noted: list[tuple[Any, Remark, Op]] = []
        self._told: set[int] = set()
        self._cursor: Any = None
        self._tables = Tables(places.placed, maker)
        self._blocks = Blocks(places.placed, self._tables, maker)
        # Rows of a table go and come: what moves are paragraphs.
        self._standing = {step.move for step in self._order if self._has_rows(step)}
        self._looks = Looks(places.placed, list(self._found.clauses.values()))
        self._missing = 0
        self._write(diff)

    def _write(self, diff: Diff) -> None:
        title = self._found.title
        if title:
            self._blocks.change(title, flow.title(diff.old.agreement.title, diff.new.agreement.title).pieces)
            self._go(title)
        for step in self._order:
            self._step(step)
        self._blocks.settle()
        self._tables.settle()
        parting.part(self._root, self._maker)
        first = self._placed[title[0].block].paragraphs[0] if title else next(self._root.iter(f"{W}p"), None)
        whole = comments.of_agreement(diff)
        if self._missing:
            stand = "it stands" if self._missing == 1 else "they stand"
            passages = counted(self._missing, "passage of the old text was", "passages of the old text were")
            what = f"{passages} not found in this document: {stand} beside the new."
            whole = (*whole, ("", what))
        self._comment(first, whole, "equal")
        for paragraph, remark, op in self._noted:
            self._comment(paragraph, remark, op)

    def _step(self, step: Step) -> None:
        found = flow.paragraphs(step)
        if step.move in self._standing:
            found = [_unmoved(paragraph) for paragraph in found]
        if step.kind in {"new", "to"}:
            self._come(step, found)
            return
        if step.old is not None and step.old.level:
            self._change(self._found.parts[step.old.key], found[0].pieces, found[0])
            return
        clauses = step.old.clauses if step.old else ()
        places = [self._found.clauses[id(clause)] for clause in clauses]
        old = [spots for place in places for spots in place.lines]
        rest = iter(old)
        first = next((spot for place in places for spot in place.spots), None)
        held: list[Paragraph] = []
        carried = ""
        for paragraph in lines.realigned(found, list(map(self._blocks.width, old))):
            if paragraph.role == "clause":
                held = self._added(held)
                self._head(paragraph)
                continue
            held.append(paragraph)
            if paragraph.mark in _OLD:
                carried = self._line(next(rest, ()), held, carried)
                held = []
        self._added(held)
        self._frame(step, places)
        if first is not None:
            self._note(step, self._placed[first.block].paragraphs[0], "equal")

    def _added(self, held: Sequence[Paragraph]) -> list[Paragraph]:
        """Write paragraphs that come behind what was last seen, with no old line behind them; none are left."""
        for paragraph in held:
            self._come_line(new_side(paragraph.pieces))
        return []

    def _come_line(self, text: str) -> None:
        """Write a new line behind what was last seen: a paragraph or a row."""
        if lines.is_row(text) and self._cursor is not None:
            self._cursor = self._tables.behind(self._cursor, text)
        else:
            words, like = self._looks.listed([("insert", text)])
            self._behind(self._maker.paragraph(words, "insert", like))

    def _frame(self, step: Step, places: Sequence[Place]) -> None:
        """Set the ends of what moved away."""
        if step.kind != "from" or step.move in self._standing or not _is_there(places):
            return
        blocks = sorted(spot.block for place in places for spot in place.spots)
        first, last = self._placed[blocks[0]].paragraphs[0], self._placed[blocks[-1]].paragraphs[-1]
        self._range("moveFrom", step.move, first, last)

    def _range(self, name: str, move: int, first: Any, last: Any) -> None:
        start = self._maker.marked(f"{name}RangeStart", {"name": f"move{move}"})
        properties = first.find(f"{W}pPr")
        if properties is None:
            first.insert(0, start)
        else:
            properties.addnext(start)
        last.addnext(self._maker.element(f"{name}RangeEnd", {"id": start.get(f"{W}id")}))

    def _come(self, step: Step, found: Sequence[Paragraph]) -> None:
        """Write what comes: new paragraphs behind what was last seen."""
        places = [
            self._found.clauses[id(clause)] for clause in (step.old.clauses if step.old else ()) if step.kind == "to"
        ]
        moves = step.kind == "to" and step.move not in self._standing and _is_there(places)
        made: list[Any] = []
        for paragraph in found:
            text = "".join(piece.text for piece in paragraph.pieces)
            if paragraph.role == "text" and lines.is_row(text):
                self._come_line(text)
                made.append(self._cursor)
                continue
            pieces = [piece if moves or piece.op != "to" else piece._replace(op="insert") for piece in paragraph.pieces]
            mark: Op = paragraph.mark if moves or paragraph.mark != "to" else "insert"
            for words, like in self._looks.of(paragraph, pieces):
                made.append(self._maker.paragraph(words, mark, like))
                self._behind(made[-1])
        if made and moves:
            self._range("moveTo", step.move, made[0], made[-1])
        if made:
            self._note(step, made[0], "insert")

    def _head(self, paragraph: Paragraph) -> None:
        """Change the line above an old clause, or write one where there was none."""
        if paragraph.old is None:
            for words, like in self._looks.of(paragraph, paragraph.pieces):
                self._behind(self._maker.paragraph(words, "insert", like))
            return
        place = self._found.clauses[id(paragraph.old)]
        numbers = [piece for piece in paragraph.pieces if piece.is_number]
        headings = [piece for piece in paragraph.pieces if not piece.is_number and piece.text != flow.GAP]
        self._looks.title = place if place.number or place.heading else self._looks.title
        for spot, pieces, other in ((place.number, numbers, place.heading), (place.heading, headings, place.number)):
            if spot:
                self._blocks.change(spot, pieces)
                self._go(spot)
            elif other and pieces and all(piece.op == "insert" for piece in pieces):
                text = "".join(piece.text for piece in pieces)
                is_first = pieces is numbers
                beside = other[0] if is_first else other[-1]
                self._blocks.insert(
                    beside, beside.start if is_first else beside.end, f"{text} " if is_first else f" {text}"
                )

    def _line(self, spots: Spots, found: Sequence[Paragraph], carried: str) -> str:
        """Change an old line into what it became. Give what goes on in the next line, where the two are joined."""
        texts = [new_side(paragraph.pieces) for paragraph in found[:-1]]
        pieces = list(found[-1].pieces)
        if any(piece.op in _OLD for paragraph in found[:-1] for piece in paragraph.pieces):
            # The line is cut in two: it goes as a whole, and its parts come anew.
            pieces = _replaced([piece for paragraph in found for piece in paragraph.pieces], new_side(pieces))
        if carried and texts:
            texts[0] = carried + texts[0]
        elif carried:
            pieces = [Piece("insert", carried), *pieces]
        after = ""
        if found[-1].mark == "delete" and new_side(pieces):
            after = new_side(pieces)
            pieces = _replaced(pieces, "")
        for text in texts:
            self._before(spots, text)
        self._change(spots, pieces, found[-1])
        return after

    def _change(self, spots: Spots, pieces: Sequence[Piece], found: Paragraph) -> None:
        """Change words at a place. Where that is not known nothing goes, and what comes is a paragraph of its own."""
        if found.role == "text" and len(spots) == 1 and self._blocks.width(spots):
            self._cursor = self._blocks.row(spots[0], pieces, found.mark)
        elif spots:
            self._blocks.change(spots, pieces)
            self._go(spots)
            if found.role == "text":
                self._looks.saw(spots)
        elif any(piece.op != "equal" for piece in pieces):
            self._missing += any(piece.op in {"delete", "from"} for piece in pieces)
            if any(piece.op == "insert" for piece in pieces):
                self._come_line(new_side(pieces))

    def _has_rows(self, step: Step) -> bool:
        """Say whether a clause that moves has rows of a table, at its old place or at its new one."""
        if not step.move:
            return False
        old = (spots for clause in (step.old.clauses if step.old else ()) for spots in self._lines(clause))
        new = (line for clause in (step.new.clauses if step.new else ()) for line in clause.text.split("\n"))
        return any(map(self._blocks.width, old)) or any(map(lines.is_row, new))

    def _lines(self, clause: Clause) -> tuple[Spots, ...]:
        place = self._found.clauses.get(id(clause))
        return place.lines if place else ()

    def _before(self, spots: Spots, text: str) -> None:
        """Write a new paragraph in front of a line, or its words where the line begins inside of a paragraph."""
        placed = self._placed[spots[0].block] if spots else None
        in_row = placed is not None and placed.block.kind == "row"
        if placed is not None and in_row and lines.is_row(text):
            self._tables.before(placed.paragraphs[0], text)
            return
        if placed is None or lines.is_row(text):
            self._come_line(text)
            return
        if any(map(str.isalnum, placed.block.text[: spots[0].start])):
            self._blocks.insert(spots[0], spots[0].start, f"{text} ")
        else:
            words, like = self._looks.listed([("insert", text)])
            made = self._maker.paragraph(words, "insert", like)
            if in_row:
                self._tables.text_before(placed.paragraphs[0], made)
            else:
                placed.paragraphs[0].addprevious(made)

    def _go(self, spots: Spots) -> None:
        self._cursor = self._looks.paragraph(spots)

    def _behind(self, paragraph: Any) -> None:
        if self._tables.of(self._cursor) is not None:
            self._tables.text_behind(self._cursor, paragraph)
        elif self._cursor is not None:
            self._cursor.addnext(paragraph)
        else:
            body = self._root.find(f"{W}body")
            body.insert(0, paragraph)
        self._cursor = paragraph

    def _note(self, step: Step, paragraph: Any, op: Op) -> None:
        entry = step.new if step.kind in {"new", "to"} else step.old
        row = entry.row if entry else None
        if row is None or step.kind == "from" or id(row) in self._told:
            return
        self._told.add(id(row))
        remark = comments.of_row(row)
        if remark:
            self._noted.append((paragraph, remark, op))

    def _comment(self, paragraph: Any, remark: Remark, op: Op) -> None:
        if paragraph is None:
            return
        number = self._maker.number()
        self.remarks.append((int(number), remark))
        start = self._maker.element("commentRangeStart", {"id": number})
        properties = paragraph.find(f"{W}pPr")
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(self._maker.element("commentRangeEnd", {"id": number}))
        op = "delete" if self._tables.is_gone(paragraph) else op
        call = self._maker.run([self._maker.element("commentReference", {"id": number})], None)
        paragraph.append(self._maker.wrapped(op, call))


def _is_there(places: Sequence[Place]) -> bool:
    return any(any(place.lines) for place in places)


def _unmoved(paragraph: Paragraph) -> Paragraph:
    """Give a paragraph of what moved as one that goes, or one that comes."""
    now: dict[Op, Op] = {"from": "delete", "to": "insert"}
    pieces = [piece._replace(op=now.get(piece.op, piece.op)) for piece in paragraph.pieces]
    return replace(paragraph, pieces=pieces, mark=now.get(paragraph.mark, paragraph.mark))


def _replaced(pieces: Sequence[Piece], new: str) -> list[Piece]:
    """Give pieces whose old words all go, and new ones in their place."""
    gone = [piece._replace(op="delete") for piece in pieces if piece.op in _OLD]
    return [*gone, Piece("insert", new)] if new else gone
