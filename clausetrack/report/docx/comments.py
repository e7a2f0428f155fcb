"""What is said in the margin of a redline: of each clause what changed in substance, of all which way it moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausetrack.model.change import Change, Diff, Row
from clausetrack.report import rows
from clausetrack.report.docx.markup import Tracker, W, run
from clausetrack.report.html.words import SIGNS, caveats, verdict

Remark = Sequence[tuple[str, str]]
"""The lines of a comment, each what stands out in it and what follows."""


def of_row(row: Row) -> Remark:
    """Say what changed in a row; nothing where only words, numbers or typography did."""
    if not rows.is_news(row):
        return ()
    label = rows.label(row)
    changes = rows.shown_changes(row, everything=False)
    if row.match.relation in {"added", "removed"}:
        return ((_labelled(label), rows.describe(row.clause)),)
    if not changes:
        return ()
    head = () if label in {change.direction for change in changes} and len(changes) == 1 else ((_labelled(label), ""),)
    return (*head, *map(_told, changes))


def of_agreement(diff: Diff) -> Remark:
    """Say which way the agreement moved, what changed in it as a whole, and what a reader must know."""
    counted = rows.counted(diff)
    lines = [verdict(diff), f"{counted[:1].upper()}{counted[1:]}.", *caveats(diff)]
    return (*(("", line) for line in lines), *map(_told, diff.changes))


def part(remarks: Iterable[tuple[int, Remark]], tracker: Tracker) -> str:
    """Give the part that has the comments, by their numbers."""
    return f'<w:comments xmlns:w="{W}">{"".join(_comment(n, remark, tracker) for n, remark in remarks)}</w:comments>'


def _comment(number: int, remark: Remark, tracker: Tracker) -> str:
    lines = []
    for at, (head, text) in enumerate(remark):
        reference = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' if not at else ""
        runs = (run(head, "<w:b/>") if head else "") + (run(f" {text}" if head else text) if text else "")
        lines.append(f'<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{reference}{runs}</w:p>')
    return f'<w:comment w:id="{number}" {tracker.who} w:initials="CT">{"".join(lines)}</w:comment>'


def _labelled(label: str) -> str:
    return f"{SIGNS[label]} {label.capitalize()}."


def _told(change: Change) -> tuple[str, str]:
    sign = "" if change.direction == "neutral" else f"{SIGNS[change.direction]} {change.direction.capitalize()}: "
    return sign.rstrip(), f"{' '.join(change.message.split())} ({change.rule})"
