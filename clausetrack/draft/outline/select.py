"""Which nodes of the outline become clauses, by the level that is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Final

from clausetrack.draft.outline.tree import Node, Tree
from clausetrack.draft.outline.words import DEFINITIONS, within
from clausetrack.draft.passage import Level

_NUMBERED: Final = frozenset(("1", "I", "A", "一", "①"))
"""Alphabets that count sections and paragraphs; small letters and Roman numerals count points."""

_WHOLE: Final = frozenset(("preamble", "introduction", "signature", "annex", "unit", "container"))
"""Nodes that are clauses where they do not hold any."""

_SEVERAL: Final = 2
_QUOTES: Final = "“\"„«「『‘'"


class Selection:
    """The nodes that are clauses, and those that hold clauses, whose labels and headings are on the way to them."""

    def __init__(self, tree: Tree, level: Level) -> None:
        self._nodes = tree.nodes
        self._level = level
        self._children: dict[int, list[int]] = defaultdict(list)
        for index, node in enumerate(tree.nodes[1:], 1):
            self._children[node.parent].append(index)
        self._kinds = {index: {tree.nodes[each].kind for each in below} for index, below in self._children.items()}
        self._counted: dict[int, bool] = {}
        self._defining: dict[int, bool] = {}
        self._quoting = _quoting(tree)
        self._speaking = {piece.node for piece in tree.pieces if piece.role == "words"}
        self.clauses: set[int] = set()
        self.holders: set[int] = {0}
        """Nodes that are above clauses and are none as a whole."""
        self._splitting: set[int] = set()
        """Clauses of which the points, or paragraphs, are clauses of their own."""
        for index, node in enumerate(tree.nodes[1:], 1):
            self._consider(index, node)

    def _consider(self, index: int, node: Node) -> None:
        if node.parent in self.holders:
            self._below_holder(index, node)
        elif node.parent in self._splitting and self._is_split(node):
            self.clauses.add(index)
            has_points = self._level == "point" and self._nodes[node.parent].kind == "unit" and is_paragraph(node)
            if has_points or self.defines(index):
                self._splitting.add(index)

    def _below_holder(self, index: int, node: Node) -> None:
        held = node.parent
        if self._is_holder(index, node):
            self.holders.add(index)
        elif node.kind in _WHOLE or self._counts(node, held):
            self.clauses.add(index)
            if self._level != "article" and node.kind not in {"introduction", "signature"}:
                self._splitting.add(index)

    def _is_holder(self, index: int, node: Node) -> bool:
        if node.kind == "container":
            return not self._says_one_thing(index)
        if node.kind == "annex":
            return self._has_divisions(index)
        return node.kind in {"heading", "item"} and self._holds(index, node)

    def _says_one_thing(self, index: int) -> bool:
        """Say whether a part without articles has one paragraph, or is to be one clause with all that it has."""
        below = self._children.get(index, ())
        return not self._has_units(index) and len(below) == 1 and self._nodes[below[0]].kind == "prose"

    def _counts(self, node: Node, held: int) -> bool:
        """Say whether a heading, item or paragraph right below a holder is a clause, rather than loose words of it."""
        if self._has_units(held):
            return False
        if node.kind == "prose":
            alone = not self._kinds[held] & {"heading", "item", "annex"}
            return self._level != "article" or (alone and self._nodes[held].kind in {"root", "heading"})
        return node.kind in {"heading", "item"} and bool(node.heading or node.kind == "item")

    def _has_units(self, index: int) -> bool:
        return bool(self._kinds.get(index, set()) & {"unit", "container"})

    def _has_divisions(self, index: int) -> bool:
        below = [self._nodes[each] for each in self._children.get(index, ())]
        numbered = sum(node.kind == "item" and node.alphabet in _NUMBERED for node in below)
        return numbered >= _SEVERAL or bool(
            self._kinds.get(index, set()) & {"unit", "container", "heading", "annex", "preamble"}
        )

    def _holds(self, index: int, node: Node) -> bool:
        """Say whether a heading or a section holds clauses: at paragraph level, or where numbers go on across it."""
        kinds = self._kinds.get(index, set())
        if "unit" in kinds:
            return True
        if not node.heading or not kinds & {"item", "heading", "prose"}:
            return False
        if self._level != "article":
            return len(self._children[index]) > 1 and index not in self._speaking
        return (
            ("item" in kinds and self.goes_on(node.parent))
            or self._is_above_all(index, node)
            or self._has_sections(index, node)
        )

    def _has_sections(self, index: int, node: Node) -> bool:
        """Say whether sections with a number and a heading stand below a heading without a number."""
        below = (self._nodes[each] for each in self._children[index])
        return node.kind == "heading" and sum(each.kind == "item" and bool(each.heading) for each in below) >= _SEVERAL

    def _is_above_all(self, index: int, node: Node) -> bool:
        """Say whether a heading is the only one of its rank, with several below it: a second title."""
        siblings = (each for each in self._children[node.parent] if self._nodes[each].kind in {"heading", "item"})
        if node.kind != "heading" or list(islice(siblings, _SEVERAL)) != [index]:
            return False
        return sum(self._nodes[each].heading != [] for each in self._children[index]) >= _SEVERAL

    def goes_on(self, region: int) -> bool:
        """Say whether numbers go on across the sections of a region more often than they begin anew in one."""
        if region not in self._counted:
            last: dict[str, int] = {}
            balance = 0
            for section in self._children.get(region, ()):
                for style, numbers in self._numbers(section).items():
                    if style in last:
                        balance += (numbers[0] == last[style] + 1) - (numbers[0] <= 1)
                    last[style] = numbers[-1]
            self._counted[region] = balance > 0
        return self._counted[region]

    def _numbers(self, section: int) -> dict[str, list[int]]:
        """Give the numbers of the paragraphs right below a section, by the style of their markers."""
        found: dict[str, list[int]] = defaultdict(list)
        for each in self._children.get(section, ()):
            node = self._nodes[each]
            if node.alphabet == "1" and len(node.value) == 1:
                found[node.style].append(node.value[0])
        return found

    def _is_split(self, node: Node) -> bool:
        """Say whether a part of a clause is a clause of its own."""
        parent = self._nodes[node.parent]
        if node.kind == "recital":
            return True
        if node.kind not in {"item", "bullet"}:
            return False
        if self._level == "point" or self.defines(node.parent):
            return True
        return parent.kind == "unit" and is_paragraph(node)

    def defines(self, index: int) -> bool:
        """Say whether a node is a list of definitions: its heading says so, or its points begin with quotations."""
        if index not in self._defining:
            below = self._children.get(index, ())
            items = [each for each in below if self._nodes[each].kind in {"item", "bullet"}]
            quoting = sum(each in self._quoting for each in items)
            named = bool(within(DEFINITIONS).search(" ".join(self._nodes[index].heading)))
            self._defining[index] = quoting > 0 if named else quoting >= _SEVERAL and 2 * quoting > len(items)
        return self._defining[index]

    def is_split_up(self, index: int) -> bool:
        """Say whether parts of a clause are clauses of their own."""
        return any(each in self.clauses for each in self._children.get(index, ()))

    def is_definition(self, index: int) -> bool:
        """Say whether a clause is one definition of a list."""
        return (
            index in self._quoting
            and self._nodes[index].kind in {"item", "bullet"}
            and self.defines(self._nodes[index].parent)
        )

    def owner(self, index: int) -> int | None:
        """Give the clause that a node is part of, itself included; None for what holds clauses."""
        while index >= 0 and index not in self.clauses:
            if index in self.holders:
                return None
            index = self._nodes[index].parent
        return index if index >= 0 else None


def is_paragraph(node: Node) -> bool:
    """Say whether an item is a paragraph of an article, not a point: bare Han numerals count points in Japanese."""
    return node.kind == "item" and node.alphabet in _NUMBERED and (node.alphabet != "一" or bool(node.style))


def _quoting(tree: Tree) -> set[int]:
    """Give the nodes of which the words begin with a quotation."""
    found: set[int] = set()
    seen: set[int] = set()
    for piece in tree.pieces:
        if piece.role in {"words", "heading"} and piece.node not in seen:
            seen.add(piece.node)
            if piece.shown[0] in _QUOTES:
                found.add(piece.node)
    return found


def ancestors(nodes: Sequence[Node], index: int) -> list[int]:
    """Give the nodes above a node, outermost first, without the root."""
    found = []
    index = nodes[index].parent
    while index > 0:
        found.append(index)
        index = nodes[index].parent
    return found[::-1]
