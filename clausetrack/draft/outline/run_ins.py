"""Headings that run into the words of numbered paragraphs: "1. Fees. The client pays …", "1. Fees." alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from clausetrack.draft.outline.headings import habit, run_in, stopped
from clausetrack.draft.outline.tree import Piece, Tree

_MOST: Final = 0.7
"""Share of the paragraphs next to each other that must have more to say than a short sentence for these to be headings:
points that are a word each have none."""


def split_run_ins(tree: Tree) -> None:
    """Part headings from the words of items, where most items next to each other have one."""
    first: dict[int, int] = {}
    sizes: Counter[int] = Counter(node.parent for node in tree.nodes)
    for at, piece in enumerate(tree.pieces):
        if piece.role in {"words", "heading"}:
            first.setdefault(piece.node, at)
            sizes[piece.node] += 1
    groups: dict[int, list[int]] = defaultdict(list)
    for index, node in enumerate(tree.nodes):
        if node.kind == "item" and not node.heading and index in first:
            groups[node.parent].append(first[index])
    parted = [at for group in groups.values() if _are_headed(tree, group, sizes) for at in group]
    halves = {at: _halves(tree.pieces[at]) for at in parted}
    for at in parted:
        tree.nodes[tree.pieces[at].node].heading += [half.shown for half in halves[at] if half.role == "heading"]
    tree.pieces = [half for at, piece in enumerate(tree.pieces) for half in halves.get(at, (piece,))]


def _are_headed(tree: Tree, group: Sequence[int], sizes: Counter[int]) -> bool:
    pieces = [tree.pieces[at] for at in group]
    texts = [piece.shown for piece in pieces]
    if habit(texts, "sign"):
        return True
    more = sum(sizes[piece.node] > 1 for piece in pieces)
    return habit(texts, "stop") is not None and more >= _MOST * len(pieces)


def _halves(piece: Piece) -> tuple[Piece, ...]:
    """Give the heading and the words of a piece, each where there is one."""
    end = run_in(piece.shown) or stopped(piece.shown)
    shown, rest = piece.shown[:end].rstrip(), piece.shown[end:]
    heading = piece._replace(role="heading", end=piece.start + len(shown), shown=shown)
    words = piece._replace(start=piece.end - len(rest), shown=rest)
    return tuple(half for half in (heading, words) if half.shown)
