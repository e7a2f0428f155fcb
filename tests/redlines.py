"""What a redline has to say: the whole old text where its changes are rejected, the whole new one where accepted."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from clausetrack.app.diff import diff_sets
from clausetrack.app.inputs import Content, set_of
from clausetrack.app.settings import Settings
from clausetrack.app.words import words_only
from clausetrack.documents.readers import read
from clausetrack.documents.reading import Reading
from clausetrack.model.change import Diff
from clausetrack.model.clauseset import ClauseSet
from clausetrack.report.docx.flow import heading, line
from clausetrack.report.registry import Options, render
from clausetrack.report.visible import visible

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TRACKED = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


def written(known: ClauseSet) -> list[str]:
    """Give a set as paragraphs: its title, the headings of its parts, and of each clause its line and its words."""
    return [visible(text) for text in _written(known)]


def _written(known: ClauseSet) -> Iterator[str]:
    yield line(known.agreement.title)
    path: tuple[str, ...] = ()
    for clause in known.clauses:
        pairs = enumerate(zip(path, clause.path, strict=False))
        shared = next((at for at, (old, new) in pairs if old != new), min(len(path), len(clause.path)))
        yield from map(line, clause.path[shared:])
        path = clause.path
        if heading(clause):
            yield heading(clause)
        if clause.text:
            yield from clause.text.split("\n")


def sides(data: bytes) -> tuple[list[str], list[str]]:
    """Give the paragraphs that our own reader finds with all changes accepted, and with all rejected."""
    accepted = read(data, "redline.docx", Reading(changes="accepted"))
    rejected = read(data, "redline.docx", Reading(changes="rejected"))
    return [block.text for block in accepted.blocks], [block.text for block in rejected.blocks]


def spaced(lines: list[str]) -> list[str]:
    """Give lines as readers see them: white space collapsed, empty ones left out."""
    return [text for entry in lines if (text := " ".join(entry.split()))]


def part(data: bytes, name: str = "word/document.xml") -> Any:
    """Give a part of a document as a tree."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def plain(known: ClauseSet) -> bytes:
    """Give a set as a Word document without changes."""
    return bytes(render("diff", diff_sets(known, known), "docx", Options()))  # type: ignore[arg-type] # it is no text


def reopened(old: bytes, new: bytes, **options: Any) -> tuple[Diff, bytes]:
    """Compare two Word documents as the command does, and write the changes into the old one."""
    sets = [set_of(Content(data, f"{name}.docx"), Settings()) for name, data in (("old", old), ("new", new))]
    diff = diff_sets(*words_only(*sets, old_is_coded=False, new_is_coded=False), trust_ids=False)
    return diff, bytes(render("diff", diff, "docx", Options(original=old, **options)))  # type: ignore[arg-type] # it is no text


def faults(data: bytes) -> list[str]:
    """Say what Word would refuse or mistake: ids that are not unique, marks in one another, moves without an end."""
    root = part(data)
    found = []
    numbers = [
        entry.get(f"{W}id")
        for entry in root.iter(*TRACKED, f"{W}moveFromRangeStart", f"{W}moveToRangeStart", f"{W}commentRangeStart")
    ]
    numbers = [number for number in numbers if number is not None]
    if len(numbers) != len(set(numbers)):
        found.append("ids are not unique")
    found += [
        f"{entry.tag} in {entry.tag}"
        for entry in root.iter(*TRACKED)
        if next(entry.iterancestors(entry.tag), None) is not None
    ]
    for one, other in (("moveFrom", "moveTo"), ("moveTo", "moveFrom")):
        names = {entry.get(f"{W}name") for entry in root.iter(f"{W}{other}RangeStart")}
        for start in root.iter(f"{W}{one}RangeStart"):
            if start.get(f"{W}name") not in names:
                found.append(f"{one} without {other}")
            if not root.xpath(f"//*[local-name()='{one}RangeEnd'][@*[local-name()='id']='{start.get(W + 'id')}']"):
                found.append(f"{one} has no end")
    found += [f"{entry.tag} is misplaced" for entry in root.iter(f"{W}pPr", f"{W}rPr") if not _in_order(entry)]
    found += ["deleted words in w:t" for entry in root.iter(f"{W}del") if next(entry.iter(f"{W}t"), None) is not None]
    found += [
        "delText outside w:del"
        for text in root.iter(f"{W}delText")
        if next(text.iterancestors(f"{W}del"), None) is None
    ]
    calls = [entry.get(f"{W}id") for entry in root.iter(f"{W}commentReference")]
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    made = (
        [entry.get(f"{W}id") for entry in part(data, "word/comments.xml").iter(f"{W}comment")]
        if "word/comments.xml" in names
        else []
    )
    if sorted(calls) != sorted(made):
        found.append("comments and their calls differ")
    return found


_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs bidi "
        "adjustRightInd spacing ind contextualSpacing jc outlineLvl rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike vanish color spacing kern position sz "
        "szCs highlight u vertAlign rtl cs lang rPrChange"
    ),
}


def _in_order(properties: Any) -> bool:
    order = _ORDER[re.sub(r"\{.*\}", "", properties.tag)].split()
    names = [child.tag.removeprefix(W) for child in properties]
    return all(name in order for name in names) and names == sorted(names, key=order.index)
