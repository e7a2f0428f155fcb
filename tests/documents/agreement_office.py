"""The invented agreement as word processors store it: by styles and automatic numbers, and by look alone.

`python -m tests.documents.agreement_office` writes the samples anew. LibreOffice makes the .odt and the .rtf out of the
first .docx, so that they are as a word processor writes them.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from html import escape
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from tests.documents.agreement import AGREEMENT, CALL, walk
from tests.documents.docx_parts import NAMES, abstract, level, made, num, p, packed, row, run, style, table

SAMPLES = Path(__file__).with_name("samples")
HEADINGS = ("agreement", "chapter", "article", "annex")
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    + style("agreement", "Title", '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>', based="Normal")
    + style("chapter", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', based="Normal")
    + style("annex", "Annex heading", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', based="Normal")
    + style("article", "heading 2", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', based="Normal")
)
LEVELS = {"paragraph": 0, "point": 1, "subpoint": 2}
ANEW = "".join(f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="1"/></w:lvlOverride>' for at in range(3))
LISTS = (
    abstract(0, level(0, "Chapter %1", "upperRoman"))
    + abstract(1, level(0, "Article %1"))
    + abstract(
        2,
        level(0, "%1."),
        level(1, "(%2)", "lowerLetter"),
        level(2, "(%3)", "lowerRoman"),
        more='<w:multiLevelType w:val="multilevel"/>',
    )
)
SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}">{p(f"<w:r><w:{kind}/></w:r>")}</w:footnote>'
    for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
CALLED = re.compile(r"(\[\^\w+\])")


def lines(agreement):
    """Give what every node shows: its label and its text, or its cells."""
    for node, _ in walk(agreement):
        yield " | ".join(node.cells) if node.kind == "row" else f"{node.label or ''} {CALL.sub('', node.text)}".strip()


def _runs(text, properties=""):
    """Write a text as runs, with the footnotes that it calls."""
    for piece in CALLED.split(text):
        called = CALL.fullmatch(piece)
        if called:
            yield f'<w:r><w:footnoteReference w:id="{called[1]}"/></w:r>'
        elif piece:
            yield run(escape(piece), properties)


def _notes(agreement):
    notes = (node for node, _ in walk(agreement) if node.kind == "note")
    return SEPARATORS + "".join(
        f'<w:footnote w:id="{note.label}">{p("<w:r><w:footnoteRef/></w:r>", " " + escape(note.text))}</w:footnote>'
        for note in notes
    )


def to_docx(agreement):
    """Write a Word document with heading styles, automatic numbers, a footnote and a table."""
    body, rows, list_id = [], [], 3
    for node, _ in walk(agreement):
        if node.kind == "row":
            rows.append(row(*map(escape, node.cells)))
        elif node.kind == "annex":
            body.append(p(run(node.label), "<w:r><w:br/></w:r>", *_runs(node.text), style="annex"))
        elif node.kind in HEADINGS:
            body.append(p(*_runs(node.text), style=node.kind))
        elif node.kind != "note":
            # Numbers begin anew in every article and recital.
            list_id += (node.label or "") in {"1.", "(a)"} and node.kind != "subpoint" and not _goes_on(agreement, node)
            where = (list_id, LEVELS[node.kind]) if node.label and node.kind in LEVELS else None
            typed = f"{node.label} " if node.label and where is None else ""
            body.append(p(*_runs(typed + node.text), num=where))
    lists = LISTS + num(1, 0) + num(2, 1) + "".join(num(id, 2, ANEW) for id in range(3, list_id + 1))
    return made("".join(body) + table(*rows), styles=STYLES, numbering=lists, footnotes=_notes(agreement))


def _goes_on(agreement, point):
    """Say whether a point stands below a numbered paragraph, whose list its number belongs to."""
    return any(point in node.children and node.label for node, _ in walk(agreement) if node.kind == "paragraph")


def to_plain_docx(agreement):
    """Write a Word document by look alone, with python-docx: headings bold and centred, every number typed."""
    document = Document()
    notes = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        f"<w:footnotes {NAMES}>{_notes(agreement)}</w:footnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    rows = None
    for node, _ in walk(agreement):
        if node.kind == "row":
            rows = rows or document.add_table(0, len(node.cells))
            for cell, text in zip(rows.add_row().cells, node.cells, strict=True):
                cell.text = text
        elif node.kind in HEADINGS:
            for text in filter(None, (node.label, node.text)):
                heading = document.add_paragraph()
                heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
                heading.add_run(text).bold = True
        elif node.kind != "note":
            paragraph = document.add_paragraph()
            for piece in _runs(f"{node.label} {node.text}" if node.label else node.text):
                paragraph._p.append(parse_xml(piece.replace("<w:r>", f"<w:r {NAMES}>", 1)))
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as archive:
        # Packed anew, for python-docx writes the time of day into the archive.
        return packed({name: archive.read(name) for name in archive.namelist()})


WRITERS = {"agreement.docx": to_docx, "agreement-plain.docx": to_plain_docx}


if __name__ == "__main__":
    for name, write in WRITERS.items():
        SAMPLES.joinpath(name).write_bytes(write(AGREEMENT))
    with tempfile.TemporaryDirectory() as folder:
        for format in ("odt", "rtf"):
            profile = f"-env:UserInstallation=file://{folder}/profile"
            command = [shutil.which("soffice") or "soffice", profile, "--headless", "--convert-to", format]
            subprocess.run([*command, "--outdir", SAMPLES, SAMPLES / "agreement.docx"], check=True)
