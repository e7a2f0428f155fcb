"""Elements for a Word document that is edited: runs, tracked changes, paragraphs like those around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, Final

from clausetrack.documents.docx.names import W
from clausetrack.report.docx.flow import Op
from clausetrack.report.visible import visible

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_NAMES: Final[dict[Op, str]] = {"delete": "del", "insert": "ins", "from": "moveFrom", "to": "moveTo"}
_DELETED: Final = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}
_TRACKED: Final = tuple(f"{W}{name}" for name in (*_NAMES.values(), "rPrChange", "pPrChange", "sectPr"))
_KEEPING: Final = tuple(f"{W}{name}" for name in ("drawing", "pict", "object"))
_MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"


class Maker:
    """Makes elements of one document, with the marks of one author; numbers go on from the highest that is there."""

    def __init__(self, root: Any, author: str, date: str | None, first: int) -> None:
        self._root = root
        self._who = {f"{W}author": visible(author)} | ({f"{W}date": date} if date else {})
        self._next = first

    def number(self) -> str:
        """Give a number that nothing else has."""
        self._next += 1
        return str(self._next - 1)

    def element(self, name: str, attributes: dict[str, str] | None = None) -> Any:
        """Make an element of WordprocessingML; attributes are of it too."""
        found = {f"{W}{key}": value for key, value in (attributes or {}).items()}
        return self._root.makeelement(f"{W}{name}", found)

    def marked(self, name: str, attributes: dict[str, str] | None = None) -> Any:
        """Make an element that says who made it, and when."""
        made = self.element(name, {"id": self.number(), **(attributes or {})})
        for key, value in self._who.items():
            made.set(key, value)
        return made

    def text(self, text: str) -> Any:
        """Make a text that was in the document already."""
        made = self.element("t")
        made.text = text
        made.set(_SPACE, "preserve")
        return made

    def texts(self, text: str) -> Iterator[Any]:
        """Make the texts and tabs of new words, with what cannot be seen shown as an escape."""
        for at, part in enumerate(visible(text).split("\t")):
            if at:
                yield self.element("tab")
            if part:
                yield self.text(part)

    def run(self, elements: Sequence[Any], look: Any | None, *, deleted: bool = False) -> Any:
        """Make a run of elements, with the properties of another one."""
        made = self.element("r")
        if look is not None:
            made.append(deepcopy(look))
        made.extend(elements)
        if deleted:
            for element in made.iter(*_DELETED):
                element.tag = _DELETED[element.tag]
        return made

    def wrapped(self, op: Op, run: Any) -> Any:
        """Give a run with what becomes of it."""
        if op not in _NAMES:
            return run
        made = self.marked(_NAMES[op])
        made.append(run)
        return made

    def paragraph(self, pieces: Sequence[tuple[Op, str]], mark: Op, like: Any | None) -> Any:
        """Make a paragraph of words, each with its fate, that looks like another one."""
        made = self.element("p")
        properties = None if like is None else like.find(f"{W}pPr")
        made.append(self.element("pPr") if properties is None else _bare(properties))
        self.mark(made, mark)
        look = None if like is None else _usual(like)
        for op, text in pieces:
            elements = list(self.texts(text))
            if elements:
                made.append(self.wrapped(op, self.run(elements, look)))
        return made

    def mark(self, paragraph: Any, op: Op) -> None:
        """Say what becomes of a paragraph's mark."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = self.element("pPr")
            paragraph.insert(0, properties)
        look = properties.find(f"{W}rPr")
        if look is None:
            look = self.element("rPr")
            behind = next(iter(properties.findall(f"{W}sectPr") + properties.findall(f"{W}pPrChange")), None)
            if behind is None:
                properties.append(look)
            else:
                behind.addprevious(look)
        place = 1 if len(look) and look[0].tag == f"{W}ins" else 0
        look.insert(place, self.marked(_NAMES[op]))

    def take_away(self, paragraph: Any, op: Op) -> None:
        """Delete a whole paragraph, or move it from here: all its runs and, unless it ends a section, its mark."""
        # A formula is no run, and stays where it is, as pictures do.
        kept = next(paragraph.iter(_MATH), None) is not None
        for run in list(paragraph.iter(f"{W}r")):
            around = {f"{W}del", f"{W}moveFrom", f"{W}txbxContent"}
            if any(above.tag in around for above in run.iterancestors()) or len(run) == len(run.findall(f"{W}rPr")):
                continue
            if next(run.iter(*_KEEPING), None) is not None:
                kept = True
                continue
            place = self.element("r")
            run.addprevious(place)
            if op == "delete":
                for element in run.iter(*_DELETED):
                    element.tag = _DELETED[element.tag]
            place.getparent().replace(place, self.wrapped(op, run))
        if not kept and paragraph.find(f"{W}pPr/{W}sectPr") is None:
            self.mark(paragraph, op)


def _bare(properties: Any) -> Any:
    """Give the properties of a paragraph without what belongs to that one alone: tracked changes, a section's end."""
    made = deepcopy(properties)
    for element in [entry for entry in made.iter(*_TRACKED) if entry is not made]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return made


def _usual(paragraph: Any) -> Any | None:
    """Give the properties of the run that has most of a paragraph's words; None where it has none."""
    runs = sorted(
        paragraph.iter(f"{W}r"), key=lambda run: -sum(len(text.text or "") for text in run.iter(f"{W}t", f"{W}delText"))
    )
    look = runs[0].find(f"{W}rPr") if runs else None
    if look is None:
        return None
    bare = deepcopy(look)
    for change in bare.findall(f"{W}rPrChange"):
        bare.remove(change)
    return bare
