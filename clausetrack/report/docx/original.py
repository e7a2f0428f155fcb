"""A redline inside the document that the old side was read from: its looks, and changes tracked before, are kept.

Words are changed where they stand, in the runs that are there. New paragraphs look like their neighbours. What is not
the words of a clause (heads, feet, pictures, notes, numbering) is not touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from clausetrack.documents.docx_names import W
from clausetrack.documents.docx_places import Places
from clausetrack.language.edits import word_edits
from clausetrack.model.change import Diff
from clausetrack.report.docx import comments, flow, parting
from clausetrack.report.docx.comments import Remark
from clausetrack.report.docx.elements import Maker
from clausetrack.report.docx.flow import Op, Paragraph, Piece
from clausetrack.report.docx.letters import Letters
from clausetrack.report.docx.looks import Looks, unmarked
from clausetrack.report.docx.placing import Finder, Place, Spot, Spots, shared
from clausetrack.report.docx.sequence import Step, steps

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
        self._letters: dict[int, Letters] = {}
        self._rewritten: dict[int, list[tuple[int, int, str]]] = {}
        self._noted: list[tuple[Any, Remark, Op]] = []
        self._told: set[int] = set()
        self._cursor: Any = None
        self._looks = Looks(places.placed, list(self._found.clauses.values()))
        self._missing = 0
        self._write(diff)

    def _write(self, diff: Diff) -> None:
        title = self._found.title
        if title:
            self._words(title, flow.title(diff.old.agreement.title, diff.new.agreement.title).pieces)
            self._go(title)
        for step in self._order:
            self._step(step)
        for block, letters in sorted(self._letters.items()):
            self._settle(block, letters)
        self._rewrite()
        parting.part(self._root, self._maker)
        first = self._placed[title[0].block].paragraphs[0] if title else next(self._root.iter(f"{W}p"), None)
        whole = comments.of_agreement(diff)
        if self._missing:
            what = (
                f"{self._missing} passages of the old text were not found in this document: they stand beside the new."
            )
            whole = (*whole, ("", what))
        self._comment(first, whole, "equal")
        for paragraph, remark, op in self._noted:
            self._comment(paragraph, remark, op)

    def _step(self, step: Step) -> None:
        found = flow.paragraphs(step)
        if step.kind in {"new", "to"}:
            self._come(step, found)
            return
        if step.old is not None and step.old.level:
            self._change(self._found.parts[step.old.key], found[0].pieces, found[0])
            return
        clauses = step.old.clauses if step.old else ()
        places = [self._found.clauses[id(clause)] for clause in clauses]
        lines = iter([spots for place in places for spots in place.lines])
        first = next((spot for place in places for spot in place.spots), None)
        held: list[Paragraph] = []
        carried = ""
        for paragraph in found:
            if paragraph.role == "clause":
                held = self._added(held)
                self._head(paragraph)
                continue
            held.append(paragraph)
            if paragraph.mark in _OLD:
                carried = self._line(next(lines, ()), held, carried)
                held = []
        self._added(held)
        self._frame(step, places)
        if first is not None:
            self._note(step, self._placed[first.block].paragraphs[0], "equal")

    def _added(self, held: Sequence[Paragraph]) -> list[Paragraph]:
        """Write paragraphs that come behind what was last seen, with no old line behind them; none are left."""
        for paragraph in held:
            words, like = self._looks.listed([(piece.op, piece.text) for piece in paragraph.pieces])
            self._behind(self._maker.paragraph(words, "insert", like))
        return []

    def _frame(self, step: Step, places: Sequence[Place]) -> None:
        """Set the ends of what moved away."""
        if step.kind != "from" or not _is_there(places):
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
        moves = step.kind == "to" and _is_there(places)
        made: list[Any] = []
        for paragraph in found:
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
                self._words(spot, pieces)
                self._go(spot)
            elif other and pieces and all(piece.op == "insert" for piece in pieces):
                text = "".join(piece.text for piece in pieces)
                is_first = pieces is numbers
                beside = other[0] if is_first else other[-1]
                self._insert(beside, beside.start if is_first else beside.end, f"{text} " if is_first else f" {text}")

    def _line(self, spots: Spots, found: Sequence[Paragraph], carried: str) -> str:
        """Change an old line into what it became. Give what goes on in the next line, where the two are joined."""
        texts = [_new(paragraph.pieces) for paragraph in found[:-1]]
        pieces = list(found[-1].pieces)
        if any(piece.op in _OLD for paragraph in found[:-1] for piece in paragraph.pieces):
            # The line is cut in two: it goes as a whole, and its parts come anew.
            pieces = _replaced([piece for paragraph in found for piece in paragraph.pieces], _new(pieces))
        if carried and texts:
            texts[0] = carried + texts[0]
        elif carried:
            pieces = [Piece("insert", carried), *pieces]
        after = ""
        if found[-1].mark == "delete" and _new(pieces):
            after = _new(pieces)
            pieces = _replaced(pieces, "")
        for text in texts:
            self._before(spots, text)
        self._change(spots, pieces, found[-1])
        return after

    def _change(self, spots: Spots, pieces: Sequence[Piece], found: Paragraph) -> None:
        """Change words at a place. Where that is not known nothing goes, and what comes is a paragraph of its own."""
        if spots:
            self._words(spots, pieces)
            self._go(spots)
            if found.role == "text":
                self._looks.saw(spots)
        elif any(piece.op != "equal" for piece in pieces):
            self._missing += any(piece.op in {"delete", "from"} for piece in pieces)
            if any(piece.op == "insert" for piece in pieces):
                self._behind(self._maker.paragraph([("insert", _new(pieces))], "insert", self._looks.body))

    def _words(self, spots: Spots, pieces: Sequence[Piece]) -> None:
        for spot, part in zip(spots, shared(spots, pieces), strict=True):
            self._in_block(spot, part)

    def _in_block(self, spot: Spot, pieces: Sequence[Piece]) -> None:
        letters = self._of(spot.block)
        at, shown = spot.start, spot.shown
        if shown and any(piece.op == "insert" for piece in pieces):
            # The number that both lines begin with counts by itself.
            old = "".join(piece.text for piece in pieces if piece.op in _OLD)
            new = unmarked(_new(pieces), old[:shown])
            pieces, shown = [Piece(edit.op, edit.text) for edit in word_edits(old[shown:], new)], 0
        for piece in pieces:
            if piece.op == "insert":
                self._insert(spot, at, piece.text)
                continue
            length = len(piece.text) - min(shown, len(piece.text))
            shown -= len(piece.text) - length
            if piece.op != "equal" and letters.is_known:
                letters.mark(at, at + length, piece.op)
            elif piece.op != "equal":
                self._rewritten.setdefault(spot.block, []).append((at, at + length, ""))
            at += length

    def _insert(self, spot: Spot, at: int, text: str) -> None:
        letters = self._of(spot.block)
        if not letters.is_known or not letters.insert(at, "insert", text):
            self._rewritten.setdefault(spot.block, []).append((at, at, text))

    def _before(self, spots: Spots, text: str) -> None:
        """Write a new paragraph in front of a line, or its words where the line begins inside of a paragraph."""
        if not spots:
            self._behind(self._maker.paragraph([("insert", text)], "insert", self._looks.body))
            return
        placed = self._placed[spots[0].block]
        if any(map(str.isalnum, placed.block.text[: spots[0].start])):
            self._insert(spots[0], spots[0].start, f"{text} ")
        else:
            words, like = self._looks.listed([("insert", text)])
            placed.paragraphs[0].addprevious(self._maker.paragraph(words, "insert", like))

    def _of(self, block: int) -> Letters:
        if block not in self._letters:
            self._letters[block] = Letters(self._placed[block])
        return self._letters[block]

    def _settle(self, block: int, letters: Letters) -> None:
        """Make the edits of a block: one of which nothing stays goes with its mark."""
        if not letters.is_changed:
            return
        if letters.keeps_words or self._placed[block].block.kind == "row":
            letters.apply(self._maker)
            return
        for paragraph in letters.paragraphs:
            self._maker.take_away(paragraph, letters.fate)

    def _rewrite(self) -> None:
        """Replace as a whole the blocks whose letters are not known one by one."""
        for block, edits in self._rewritten.items():
            paragraphs, text = self._placed[block].paragraphs, self._placed[block].block.text
            for start, end, new in sorted(edits, reverse=True):
                text = text[:start] + new + text[end:]
            if any(map(str.isalnum, text)):
                paragraphs[-1].addnext(self._maker.paragraph([("insert", text)], "insert", paragraphs[-1]))
            for paragraph in paragraphs:
                self._maker.take_away(paragraph, "delete")

    def _go(self, spots: Spots) -> None:
        self._cursor = self._looks.paragraph(spots)

    def _behind(self, paragraph: Any) -> None:
        if self._cursor is not None:
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
        call = self._maker.run([self._maker.element("commentReference", {"id": number})], None)
        paragraph.append(self._maker.wrapped(op, call))


def _is_there(places: Sequence[Place]) -> bool:
    return any(any(place.lines) for place in places)


def _new(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.op in {"equal", "insert"})


def _replaced(pieces: Sequence[Piece], new: str) -> list[Piece]:
    """Give pieces whose old words all go, and new ones in their place."""
    gone = [piece._replace(op="delete") for piece in pieces if piece.op in _OLD]
    return [*gone, Piece("insert", new)] if new else gone
