"""The body of a redline that is written anew: the title, then every clause of both sides in one order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from clausetrack.model.change import Diff
from clausetrack.report.docx import comments, flow, frame, markup, styles
from clausetrack.report.docx.comments import Remark
from clausetrack.report.docx.flow import Paragraph
from clausetrack.report.docx.markup import Tracker, W
from clausetrack.report.docx.sequence import Step, steps

_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MOVES: Final = {"from": "moveFrom", "to": "moveTo"}

Anchor = tuple[int, int]
"""A paragraph of a step and a piece in it, from 0."""


class Body:
    """Writes the body, ``xml``; ``remarks`` are the comments that it calls, ``depth`` counts the levels of parts."""

    def __init__(self, diff: Diff, tracker: Tracker) -> None:
        self.depth = min(
            max((len(c.path) for known in (diff.old, diff.new) for c in known.clauses), default=0), styles.HEADINGS - 1
        )
        self.remarks: list[tuple[int, Remark]] = []
        self._tracker = tracker
        self._diff = diff
        self._told: set[int] = set()
        self.xml = "".join(self._written())

    def document(self, parts: Mapping[str, str]) -> str:
        """Give the part that is the text, with a page that has the heads and feet among the parts."""
        page = frame.section(parts)
        return f'<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>{self.xml}{page}</w:body></w:document>'

    def _written(self) -> Iterator[str]:
        diff = self._diff
        title = flow.title(diff.old.agreement.title, diff.new.agreement.title)
        order = steps(diff)
        groups = [[title], *map(flow.paragraphs, order)]
        flow.part(groups)
        for at, paragraph in enumerate(groups[0]):
            yield self._paragraph(paragraph, comments.of_agreement(diff) if at == 0 else (), 0)
        for step, found in zip(order, groups[1:], strict=True):
            yield from self._step(step, found)
        if next(group[-1] for group in reversed(groups) if group).mark != "equal":
            # A paragraph that goes is taken into the next one, so that there has to be one.
            yield "<w:p/>"

    def _step(self, step: Step, found: Sequence[Paragraph]) -> Iterator[str]:
        remark = self._remark(step)
        anchor = _anchor(found) if remark else (-1, -1)
        name = _MOVES.get(step.kind)
        range_ = self._tracker.number() if name and found else None
        for at, paragraph in enumerate(found):
            start = ""
            if name and at == 0:
                start = f'<w:{name}RangeStart w:id="{range_}" {self._tracker.who} w:name="move{step.move}"/>'
            yield self._paragraph(paragraph, remark if at == anchor[0] else (), anchor[1], start)
        if name and found:
            yield f'<w:{name}RangeEnd w:id="{range_}"/>'

    def _remark(self, step: Step) -> Remark:
        """Give what is to be said of a step: of each row once, at the place where its words are new."""
        row = (step.new or step.old).row if step.new or step.old else None  # type: ignore[union-attr] # one of them is
        if row is None or step.kind == "from" or id(row) in self._told:
            return ()
        self._told.add(id(row))
        return comments.of_row(row)

    def _paragraph(self, found: Paragraph, remark: Remark, anchor: int, start: str = "") -> str:
        rtl = markup.reads_right_to_left("".join(piece.text for piece in found.pieces))
        runs = [markup.piece(piece, self._tracker, rtl=rtl) for piece in found.pieces]
        if remark and runs:
            runs[anchor] = self._noted(runs[anchor], remark, found.pieces[anchor].op)
        return markup.paragraph(found, self._style(found), start + "".join(runs), self._tracker, rtl=rtl)

    def _noted(self, runs: str, remark: Remark, op: flow.Op) -> str:
        """Give runs with a comment on them; the call of it shares the fate of the words."""
        number = self._tracker.number()
        self.remarks.append((number, remark))
        call = f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        return (
            f'<w:commentRangeStart w:id="{number}"/>{runs}<w:commentRangeEnd w:id="{number}"/>'
            f"{self._tracker.wrapped(op, call)}"
        )

    def _style(self, found: Paragraph) -> str:
        if found.role == "part":
            return styles.heading(min(found.level, self.depth))
        return {"title": "Title", "clause": styles.heading(self.depth + 1)}.get(found.role, "")


def _anchor(found: Sequence[Paragraph]) -> Anchor:
    """Give the first words that changed, else the first at all."""
    places = [(i, j) for i, paragraph in enumerate(found) for j in range(len(paragraph.pieces))]
    changed = (place for place in places if found[place[0]].pieces[place[1]].op not in {"equal", "to"})
    return next(changed, places[0] if places else (-1, -1))
