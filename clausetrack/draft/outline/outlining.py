"""A document as passages: what becomes a clause, with its number, path, heading and text; and what stands apart."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from clausetrack.draft.outline.build import build
from clausetrack.draft.outline.labels import heading, number, path
from clausetrack.draft.outline.select import Selection
from clausetrack.draft.outline.tree import Node, Piece, Tree
from clausetrack.draft.passage import Level, Passage, Role, Stretch
from clausetrack.model.document import Block, Document

Why = Literal["title", "contents", "label", "heading", "note"]


class Apart(NamedTuple):
    """A stretch of a document that is in no clause's text, and why."""

    stretch: Stretch
    why: Why


class Outline(NamedTuple):
    """What a document consists of: passages in reading order, and what stands apart from them.

    Together their stretches hold every character of the document that is no white space, once.
    """

    passages: tuple[Passage, ...]
    apart: tuple[Apart, ...]


def outline(document: Document, level: Level, tree: Tree | None = None) -> Outline:
    """Part a document into passages. ``tree`` is its outline where it is known already."""
    tree = tree or build(document)
    selection = Selection(tree, level)
    notes = _Notes(document.blocks)
    apart = [Apart(Stretch(at, 0, len(block.text)), "note") for at, block in notes.blocks]
    passages = []
    for owner, pieces in _owned(tree, selection):
        made, rest = _passage(tree, selection, owner, pieces, notes)
        apart += rest
        if made:
            passages.append(made)
    return Outline(tuple(passages), tuple(sorted(apart)))


def _owned(tree: Tree, selection: Selection) -> Iterator[tuple[tuple[int, bool], list[Piece]]]:
    """Yield the pieces of every clause, in the order of its first words.

    Loose words of what holds clauses are clauses of their own, one for each run of them.
    """
    grouped: dict[tuple[int, int], list[Piece]] = defaultdict(list)
    owners = [selection.owner(at) for at in range(len(tree.nodes))]
    loose = run = 0
    last: tuple[int, int] | None = None
    for piece in tree.pieces:
        owner = owners[piece.node]
        if owner is not None:
            key = (owner, -1)
            last = key
        elif piece.role == "words" or (piece.node not in selection.holders):
            holder = _holder(tree, selection, piece.node)
            run = run if last and last == (holder, run) else (loose := loose + 1)
            key = last = (holder, run)
        else:
            key = (piece.node, 0)
        grouped[key].append(piece)
    for (node, run), pieces in grouped.items():
        yield (node, run != 0), pieces


def _holder(tree: Tree, selection: Selection, node: int) -> int:
    while node not in selection.holders:
        node = tree.nodes[node].parent
    return node


def _passage(
    tree: Tree, selection: Selection, owner: tuple[int, bool], pieces: Sequence[Piece], notes: _Notes
) -> tuple[Passage | None, list[Apart]]:
    """Make a clause of pieces, and give those of them that stand apart."""
    index, is_clause = owner
    node = tree.nodes[index]
    own = [piece for piece in pieces if _is_apart(piece, index) or not is_clause]
    inside = [piece for piece in pieces if not (_is_apart(piece, index) or not is_clause)]
    has_heading = bool(node.heading) and index in selection.clauses | selection.holders
    if not inside and index in selection.clauses and own and not selection.is_split_up(index):
        # what is nothing but a heading, or a label, says that much
        inside = [piece for piece in own if piece.role == "heading"] or own
        own = [piece for piece in own if piece not in inside]
        has_heading = False
    apart = [
        Apart(Stretch(piece.block, piece.start, piece.end), _why(piece)) for piece in own if piece.end > piece.start
    ]
    if not inside:
        return None, apart
    made = Passage(
        role=_role(node, selection, index),
        text=_text(inside),
        stretches=tuple(_stretches(inside)),
        number=number(tree, selection, index),
        path=path(tree, selection, index),
        heading=heading(node) if has_heading else None,
        notes=notes.called(inside),
    )
    return made, apart


def _is_apart(piece: Piece, owner: int) -> bool:
    return piece.role in {"title", "contents"} or (piece.node == owner and piece.role in {"label", "heading"})


def _why(piece: Piece) -> Why:
    return "label" if piece.role == "words" else piece.role


def _role(node: Node, selection: Selection, index: int) -> Role:
    if node.kind in {"preamble", "recital", "annex", "signature"}:
        return node.kind
    return "definition" if selection.is_definition(index) else "provision"


def _text(pieces: Iterable[Piece]) -> str:
    lines: list[str] = []
    alone = False
    for _, group in groupby(pieces, lambda piece: piece.block):
        parts = list(group)
        # a marker on a line of its own goes with the words on the next
        line, end = (f"{lines.pop()} ", 0) if alone and lines else ("", 0)
        alone = all(piece.role == "label" for piece in parts)
        for piece in parts:
            gap = " " if line[-1:].strip() and (piece.start > end or piece.start == piece.end or not end) else ""
            line += gap + piece.shown
            end = piece.end
        lines.append(line)
    return "\n".join(lines)


def _stretches(pieces: Iterable[Piece]) -> Iterator[Stretch]:
    """Yield the stretches of pieces, those of one block joined where nothing but white space parts them."""
    last: Stretch | None = None
    for piece in pieces:
        if piece.end <= piece.start:
            continue
        if last and last.block == piece.block and piece.start - last.end <= 1:
            last = Stretch(piece.block, last.start, piece.end)
            continue
        if last:
            yield last
        last = Stretch(piece.block, piece.start, piece.end)
    if last:
        yield last


class _Notes:
    """The footnotes of a document, found by the label under which a block calls them."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self.blocks = [(at, block) for at, block in enumerate(blocks) if block.kind == "footnote"]
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, block in self.blocks:
            self._places[block.label or ""].append(at)

    def called(self, pieces: Iterable[Piece]) -> tuple[str, ...]:
        """Give the texts of the footnotes that the blocks of pieces call: the next one of that label, else the last."""
        found: dict[int, str] = {}
        for block in dict.fromkeys(piece.block for piece in pieces):
            for label in self._blocks[block].notes:
                places = self._places.get(label, [])
                if places:
                    at = places[min(bisect_left(places, block), len(places) - 1)]
                    found[at] = self._blocks[at].text
        return tuple(found.values())
