"""How a clause is numbered, and under which headings it stands."""

from __future__ import annotations

from clausetrack.draft.outline.select import Selection, ancestors, is_paragraph
from clausetrack.draft.outline.tree import Node, Tree


def number(tree: Tree, selection: Selection, index: int) -> str | None:
    """Give the label of a clause: as printed, behind that of the division which it is part of ("Article 5(2)(a)")."""
    node = tree.nodes[index]
    if node.kind in {"unit", "annex", "container", "recital"}:
        return node.printed or None
    steps: list[Node] = []
    while node.kind in {"item", "bullet", "prose", "heading"} and not (steps and _is_whole(steps[-1])):
        if node.printed:
            steps.append(node)
        if node.parent in selection.holders and not _restarts(tree, selection, node):
            return _joined("", steps[::-1])
        node = tree.nodes[node.parent]
    return _joined(node.printed if node.kind in {"unit", "annex"} else "", steps[::-1])


def _restarts(tree: Tree, selection: Selection, node: Node) -> bool:
    """Say whether a number needs that of the section above it, since it is counted anew in each."""
    above = tree.nodes[node.parent]
    return above.kind == "item" and node.kind == "item" and not selection.goes_on(above.parent)


def _is_whole(step: Node) -> bool:
    return len(step.value) > 1


def _joined(first: str, steps: list[Node]) -> str | None:
    found = first
    for step in steps:
        if not found or _is_whole(step):
            found = step.printed if step.style == "()" else step.body
        elif "条" in found or "條" in found:
            found += ("第{}項" if is_paragraph(step) else "第{}号").format(step.body)
        else:
            found += f"({step.body})"
    return found or None


def path(tree: Tree, selection: Selection, index: int) -> tuple[str, ...]:
    """Give the labels and headings above a clause, the outermost first, each on its own: "Part II", "Defence".

    The label of a division that is in the clause's own number is left out; its heading is not.
    """
    found: list[str] = []
    for above in ancestors(tree.nodes, index):
        node = tree.nodes[above]
        if above in selection.holders and node.kind != "item" and node.printed:
            found.append(node.printed)
        elif above in selection.holders and node.kind == "item" and selection.goes_on(node.parent):
            found.append(node.body)
        if node.heading and node.kind != "preamble":
            found.append(heading(node))
    return tuple(found)


def heading(node: Node) -> str:
    """Give a heading, its lines joined by spaces, without the sign at its end that parts it from its text."""
    joined = " ".join(node.heading)
    stripped = joined.rstrip(" .:–—-") or joined
    if stripped[0] in "(（" and stripped[-1] in ")）":
        return stripped[1:-1].strip() or stripped
    return stripped
