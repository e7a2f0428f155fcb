"""The outline as a tree: nodes with their labels and headings, and pieces, which part the document without rest.

Pieces stand in reading order and each belongs to one node, so that nothing can be lost or be there twice: which pieces
make which clause is told afterwards, by which nodes are to be clauses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from clausetrack.draft.outline.lines import Line

NodeKind = Literal[
    "root",
    "annex",
    "preamble",
    "introduction",
    "recital",
    "signature",
    "container",
    "unit",
    "heading",
    "item",
    "bullet",
    "prose",
]
"""A unit is a division that can be a clause (an article), a container one that holds units (a part); an item has a
marker and a prose node is a paragraph without one."""
PieceRole = Literal["label", "heading", "words", "title", "contents"]


class Piece(NamedTuple):
    """Characters ``start`` to ``end`` of a block's text; ``shown`` is what they say, a label kept apart included."""

    node: int
    role: PieceRole
    block: int
    start: int
    end: int
    shown: str


@dataclass(slots=True)
class Node:
    """A place in the outline. ``printed`` is its label as printed, ``body`` the number alone, "" where it has none."""

    kind: NodeKind
    parent: int
    name: str = ""
    """The kind of division that its label says: article, part."""
    printed: str = ""
    body: str = ""
    alphabet: str = ""
    value: tuple[int, ...] = ()
    style: str = ""
    says_heading: bool = False
    heading: list[str] = field(default_factory=list)
    """The lines of its heading."""


@dataclass(slots=True)
class Tree:
    """All nodes, the root first, parents before their children, and all pieces in reading order."""

    nodes: list[Node] = field(default_factory=lambda: [Node("root", -1)])
    pieces: list[Piece] = field(default_factory=list)

    def open(self, node: Node) -> int:
        """Add a node and give its index."""
        self.nodes.append(node)
        return len(self.nodes) - 1

    def add(self, node: int, role: PieceRole, line: Line, start: int, end: int | None = None) -> None:
        """Give a stretch of a line (of its full text) to a node; white space around it belongs to none."""
        full = line.full[start:end]
        shown = full.strip()
        if not shown:
            return
        first = start + len(full) - len(full.lstrip())
        block_start = max(0, first - line.shift)
        block_end = max(0, first + len(shown) - line.shift)
        self.pieces.append(Piece(node, role, line.block, block_start, block_end, shown))

    def label(self, node: int, line: Line, start: int, end: int) -> None:
        """Give a label to a node; a bullet is shown as one sign, whatever its shape, and a cell without its border."""
        self.add(node, "label", line, start, end)
        piece = self.pieces[-1] if self.pieces else None
        if piece and piece.node == node and piece.role == "label":
            shown = "•" if self.nodes[node].kind == "bullet" else piece.shown.removesuffix("|").rstrip()
            self.pieces[-1] = piece._replace(shown=shown)

    def head(self, node: int, line: Line, start: int, end: int | None = None) -> None:
        """Give a stretch of a line to a node as (a line of) its heading."""
        self.add(node, "heading", line, start, end)
        text = line.full[start:end].strip()
        if text:
            self.nodes[node].heading.append(text)
