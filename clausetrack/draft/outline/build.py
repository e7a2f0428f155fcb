"""A document as a tree: its regions (the agreement, each annex), their divisions, paragraphs and points."""

from __future__ import annotations

from collections.abc import Sequence

from clausetrack.draft.outline.contents import contents
from clausetrack.draft.outline.divisions import Candidate, annexes, candidates, divisions, order, units
from clausetrack.draft.outline.front import front, place_front, place_signature, signature
from clausetrack.draft.outline.habits import Region, head, read_habits
from clausetrack.draft.outline.letters import letters
from clausetrack.draft.outline.lines import Line, lines
from clausetrack.draft.outline.lists import Lists
from clausetrack.draft.outline.names import RANKS
from clausetrack.draft.outline.run_ins import split_run_ins
from clausetrack.draft.outline.tree import Node, NodeKind, Tree
from clausetrack.model.document import Document

_GROUP: float = 0.5
"""How far a heading without a number stands above the division that it stands before."""


def build(document: Document) -> Tree:
    """Give the outline of a document. Linear in its length, but for sorting."""
    tree = Tree()
    read = lines(document)
    table = contents(read)
    for at in table:
        tree.add(0, "contents", read[at], 0)
    kept = [line for at, line in enumerate(read) if at not in table]
    labels = candidates(kept, frozenset())
    bounds = sorted((*annexes(kept, labels), *letters(kept, labels)))
    if bounds and bounds[0].name.kind == "letter":
        way = None
        place_front(tree, kept, 0, front(kept, 0, bounds[0].line, bounds[0].line), 0)
    else:
        way = _region(tree, kept, 0, bounds[0].line if bounds else len(kept), labels, 0)
    whole = Region(kept, 0, len(kept), bounds, None, RANKS, way=way, leads=[0] * len(bounds))
    open_: list[tuple[float, int]] = []
    for at, bound in enumerate(bounds):
        node = _open(tree, "unit" if bound.name.kind == "letter" else "annex", whole, at, open_, 0)
        start, words = head(tree, whole, at, node)
        _region(tree, kept, start, whole.label_end(at), labels, node, words)
        open_.append((RANKS[bound.name.kind], node))
    tree.pieces.sort(key=lambda piece: (piece.block, piece.start, piece.end))
    split_run_ins(tree)
    return tree


def _open(  # noqa: PLR0917 - a division, and where it goes
    tree: Tree, kind: NodeKind, region: Region, at: int, open_: list[tuple[float, int]], base: int
) -> int:
    """Open the node of a division under the innermost one that ranks above it."""
    name = region.found[at].name
    rank = region.ranks[name.kind]
    while open_ and open_[-1][0] >= rank:
        open_.pop()
    return tree.open(Node(kind, open_[-1][1] if open_ else base, name.kind, name.printed, name.printed))


def _region(  # noqa: PLR0917 - a stretch, its labels, and where it goes
    tree: Tree,
    kept: Sequence[Line],
    start: int,
    end: int,
    labels: Sequence[Candidate],
    base: int,
    words: int | None = None,
) -> str | None:
    """Place a stretch that has its own numbering under a node; gives how headings run into the text there."""
    inside = [each for each in labels if start <= each.line < end]
    found, ordered = divisions(inside), order(inside)
    ranks = {kind: rank for rank, kind in enumerate(ordered)}
    region = Region(kept, start, end, found, units(found, ordered), ranks, is_titled=base != 0)
    read_habits(region)
    first = found[0].line - region.leads[0] if found else None
    opening = front(kept, start, end, first)
    region.end = signature(kept, found[-1].line + 1 if found else opening.end, end)
    if words is None and (base == 0 or opening.is_preamble):
        place_front(tree, kept, start, opening, base)
        start = opening.end
    if found:
        _divided(tree, region, start, base, words)
    else:
        Lists(tree, kept, base, is_region=tree.nodes[base].kind != "unit").place(start, region.end, words)
    place_signature(tree, kept, region.end, end, base)
    return region.way


def _divided(tree: Tree, region: Region, start: int, base: int, words: int | None) -> None:
    """Place the divisions of a region under a node, with what stands in each."""
    first = region.found[0].line - region.leads[0]
    if start < first or words is not None:
        Lists(tree, region.lines, base, is_region=False).place(start, first, words)
    open_: list[tuple[float, int]] = []
    for at, division in enumerate(region.found):
        is_unit = region.is_unit(division)
        if region.leads[at] and not (region.before and is_unit):
            _group(tree, region, at, open_, base)
        node = _open(tree, "unit" if is_unit else "container", region, at, open_, base)
        open_.append((region.ranks[division.name.kind], node))
        body, words = head(tree, region, at, node)
        Lists(tree, region.lines, node, is_region=not is_unit).place(body, region.label_end(at), words)


def _group(tree: Tree, region: Region, at: int, open_: list[tuple[float, int]], base: int) -> None:
    """Open a node for the heading that stands before a division, over it and over those that follow."""
    division = region.found[at]
    rank = region.ranks[division.name.kind] - _GROUP
    while open_ and open_[-1][0] >= rank:
        open_.pop()
    node = tree.open(Node("heading", open_[-1][1] if open_ else base))
    open_.append((rank, node))
    for line in region.lines[division.line - region.leads[at] : division.line]:
        tree.head(node, line, 0)
