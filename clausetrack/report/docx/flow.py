"""The words of a redline as paragraphs: every character, and every paragraph's mark, stands, goes or comes.

Read without what comes, the paragraphs are the old text, without what goes, the new one: words and marks are one
stream, cut at its line breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, Literal, NamedTuple

from clausetrack.language.edits import word_edits
from clausetrack.model.change import Row
from clausetrack.model.clause import Clause
from clausetrack.report.docx.sequence import Entry, Step, StepKind

Op = Literal["equal", "delete", "insert", "from", "to"]
Role = Literal["title", "part", "clause", "text"]

GAP: Final = "\u2002"
"""Between the number and the heading of a clause: a space wide enough to part them without a sign."""

_SEEN_AS: Final[Mapping[StepKind, Mapping[Op, Op]]] = {
    "both": {"equal": "equal", "delete": "delete", "insert": "insert"},
    "old": {"equal": "delete", "delete": "delete"},
    "new": {"equal": "insert", "insert": "insert"},
    # What a moved clause lost stays at its old place, what it won comes at the new one: the rest is what moved.
    "from": {"equal": "from", "delete": "delete"},
    "to": {"equal": "to", "insert": "insert"},
}

_UNMOVED: Final[Mapping[Op, Op]] = {"from": "delete", "to": "insert"}


class Piece(NamedTuple):
    """Words that share a fate; ``is_number`` tells the number of a clause from its heading."""

    op: Op
    text: str
    is_number: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its words, and what becomes of its mark.

    ``level`` is that of a part's heading, from 1; ``old`` the old clause that a line stands above.
    """

    role: Role
    pieces: list[Piece] = field(default_factory=list)
    mark: Op = "equal"
    level: int = 0
    old: Clause | None = None


def paragraphs(step: Step) -> list[Paragraph]:
    """Give the paragraphs of a step; words that are not there at its place are left out."""
    old, new = step.old or Entry(), step.new or Entry()
    seen = _SEEN_AS[step.kind]
    level = old.level or new.level
    if level:
        made = [_heading(old.title, new.title, level)]
    else:
        made = list(_clauses(old.clauses, new.clauses, (step.old or step.new or Entry()).row))
    return list(_placed(made, seen))


def title(old: str, new: str) -> Paragraph:
    """Give the paragraph of a title that both sides have."""
    return Paragraph("title", list(_line(old, new)))


def line(text: str) -> str:
    """Put a text that is a title on one line."""
    return " ".join(text.split())


def heading(clause: Clause) -> str:
    """Give the line above a clause: its number and its heading; empty where it has neither."""
    return GAP.join(filter(None, (line(clause.number or ""), line(clause.heading or ""))))


def _placed(made: Iterable[Paragraph], seen: Mapping[Op, Op]) -> Iterator[Paragraph]:
    """Yield what is seen at a place. Words whose mark is not seen there go on in the next paragraph."""
    held: list[Piece] = []
    for paragraph in made:
        held += [piece._replace(op=seen[piece.op]) for piece in paragraph.pieces if piece.op in seen]
        if paragraph.mark in seen:
            mark = seen[paragraph.mark]
            if mark in _UNMOVED and not (held and held[-1].op == mark):
                # A mark moves with the words before it; LibreOffice leaves a paragraph behind where these do not.
                mark = _UNMOVED[mark]
            yield Paragraph(paragraph.role, held, mark, paragraph.level, paragraph.old)
            held = []


def part(groups: Sequence[list[Paragraph]]) -> None:
    """Part changes that end a paragraph from those of their kind that begin the next, if the mark between them stands.

    LibreOffice takes two such changes for one (its redline table joins what is next to each other), and accepts or
    rejects the mark with them. The order of a deletion and its insertion is free; where there is no such pair, the mark
    goes and comes again.
    """
    flat = [(group, at) for group in groups for at in range(len(group))]
    for number in range(len(flat) - 2, -1, -1):
        group, at = flat[number]
        first, (there, next_) = group[at], flat[number + 1]
        if first.mark != "equal" or not first.pieces or not _joined(first, there[next_]):
            continue
        pair = first.pieces[-2:]
        if [piece.op for piece in pair] == ["delete", "insert"]:
            first.pieces[-2:] = reversed(pair)
        if _joined(first, there[next_]):
            op = first.pieces[-1].op
            group.insert(at + 1, Paragraph(first.role, [], "insert" if op == "delete" else "delete", first.level))
            first.mark = op


def _joined(first: Paragraph, second: Paragraph) -> bool:
    begins = second.pieces[0].op if second.pieces else second.mark
    return (
        first.pieces[-1].op != "equal"
        and (first.pieces[-1].op == "insert") == (begins in {"insert", "to"})
        and begins != "equal"
    )


def _heading(old: str, new: str, level: int) -> Paragraph:
    return Paragraph("part", list(_line(old, new)), "equal" if old and new else "delete" if old else "insert", level)


def _line(old: str, new: str, *, is_number: bool = False) -> Iterator[Piece]:
    for edit in word_edits(line(old), line(new)):
        yield Piece(edit.op, edit.text, is_number)


def _title(old: Clause | None, new: Clause | None) -> Iterator[Paragraph]:
    """Yield the line above a clause, unless neither side has one."""
    before, after = (heading(clause) if clause else "" for clause in (old, new))
    if not before and not after:
        return
    numbers = [(clause.number if clause else None) or "" for clause in (old, new)]
    headings = [(clause.heading if clause else None) or "" for clause in (old, new)]
    gaps = [GAP in side for side in (before, after)]
    pieces = list(_line(*numbers, is_number=True))
    if any(gaps):
        pieces.append(Piece(_side(*gaps), GAP))
    pieces += _line(*headings)
    yield Paragraph("clause", pieces, _side(bool(before), bool(after)), old=old)


def _side(old: bool, new: bool) -> Op:  # noqa: FBT001 - the two sides, in the order that they have everywhere
    return "equal" if old and new else "delete" if old else "insert"


def _clauses(old: Sequence[Clause], new: Sequence[Clause], row: Row | None) -> Iterator[Paragraph]:
    """Yield the clauses of a row: the line above each, and the words of all as one stream."""
    yield from _title(old[0] if old else None, new[0] if new else None)
    texts = ["\n".join(clause.text for clause in clauses) for clauses in (old, new)]
    if len(old) < 2 and len(new) < 2 and not any(texts):  # noqa: PLR2004 - clauses between which lines stand
        return
    begins = [dict(zip(_starts(clauses), clauses[1:], strict=True)) for clauses in (old, new)]
    at = [0, 0]
    paragraph = Paragraph("text")
    for op, text in _by_line(_ended(_pieces(texts, row), _side(bool(old), bool(new)))):
        words = text.removesuffix("\n")
        if words:
            paragraph.pieces.append(Piece(op, words))
        at = [at[0] + len(text) * (op != "insert"), at[1] + len(text) * (op != "delete")]
        if words != text:
            paragraph.mark = op
            yield paragraph
            yield from _title(begins[0].pop(at[0], None), begins[1].pop(at[1], None))
            paragraph = Paragraph("text")


def _starts(clauses: Sequence[Clause]) -> list[int]:
    """Give where each clause but the first starts in the text of all, a line break after each."""
    return list(accumulate(len(clause.text) + 1 for clause in clauses[:-1]))


def _pieces(texts: Sequence[str], row: Row | None) -> list[Piece]:
    edits = row.edits if row else ()
    # A part of a row that is shown elsewhere, or a row whose edits were not kept, has to be compared here.
    told = ["".join(edit.text for edit in edits if edit.op != gone) for gone in ("insert", "delete")]
    return [Piece(edit.op, edit.text) for edit in (edits if told == texts else word_edits(*texts))]


def _ended(pieces: Sequence[Piece], last: Op) -> list[Piece]:
    """End a text with its last mark, and let changes of whole paragraphs hold their own marks, not those before them.

    What is compared are texts with breaks between paragraphs, so that a new paragraph comes with the break before it.
    """
    found: list[Piece] = []
    rest = [*pieces, Piece(last, "\n")]
    at = 0
    while at < len(rest):
        stop = at
        while stop < len(rest) and rest[stop].op != "equal":
            stop += 1
        changed = rest[at:stop]
        if changed and stop < len(rest):
            changed, after = _turned(found, changed, rest[stop])
            rest[stop] = after
        found += changed
        if stop < len(rest):
            found.append(rest[stop])
        at = stop + 1
    return [piece for piece in found if piece.text]


def _turned(before: list[Piece], changed: list[Piece], after: Piece) -> tuple[list[Piece], Piece]:
    """Move the break in front of changes to what stands before them, and the one behind them into a single change."""
    while all(piece.text.startswith("\n") for piece in changed):
        if len(changed) == 1 and not after.text.startswith("\n"):
            break
        before.append(Piece("equal", "\n"))
        if len(changed) == 1:
            changed = [changed[0]._replace(text=changed[0].text[1:] + "\n")]
            after = after._replace(text=after.text[1:])
        else:
            changed = [piece._replace(text=piece.text[1:]) for piece in changed]
    return changed, after


def _by_line(pieces: Iterable[Piece]) -> Iterator[tuple[Op, str]]:
    """Yield pieces cut behind every line break."""
    for piece in pieces:
        start = 0
        while start < len(piece.text):
            stop = piece.text.find("\n", start) + 1 or len(piece.text)
            yield piece.op, piece.text[start:stop]
            start = stop
