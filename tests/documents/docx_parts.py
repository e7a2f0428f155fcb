"""Small Word documents made of the XML of their parts, each for one thing that a reader must get right."""

from __future__ import annotations

import io
import zipfile

from clausetrack.documents.docx import read
from clausetrack.documents.reading import Reading

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "settings": "settings",
}


def packed(parts):
    """Pack parts (str or bytes) by name into a ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            # With the format's first moment for the time, so that the same parts give the same bytes.
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def parts_of(body, **parts):
    """Give the parts of a document: ``body`` is the XML inside of w:body, ``parts`` that inside of the other roots."""
    relations = "".join(f'<Relationship Id="r{kind}" Type="{RELATIONS}/{kind}" Target="{kind}.xml"/>' for kind in parts)
    types = (
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/>'
    ) + "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for kind in parts
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        **{f"word/{kind}.xml": f"<w:{ROOTS[kind]} {NAMES}>{xml}</w:{ROOTS[kind]}>" for kind, xml in parts.items()},
    }


def made(body, **parts):
    """Make a document as bytes, from what `parts_of` takes."""
    return packed(parts_of(body, **parts))


def blocks(body, changes="accepted", **parts):
    """Make a document and read it."""
    return read(made(body, **parts), "a.docx", Reading(changes=changes)).blocks


def texts(body, changes="accepted", **parts):
    return [block.text for block in blocks(body, changes, **parts)]


def labelled(body, changes="accepted", **parts):
    """Give the label and the text of every block."""
    return [(block.label, block.text) for block in blocks(body, changes, **parts)]


def run(text, properties=""):
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content, style="", num=None, mark="", properties=""):
    """Write a paragraph of runs (XML) or plain texts; ``num`` is (numId, ilvl), ``mark`` what its mark's rPr holds."""
    inside = "".join(piece if piece.startswith("<") else run(piece) for piece in content)
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        inner += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inner += properties + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{inside}</w:p>"


def ins(*content):
    return f'<w:ins w:id="1" w:author="A">{"".join(run(c) if not c.startswith("<") else c for c in content)}</w:ins>'


def gone(text):
    return f'<w:del w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def row(*cells, properties=""):
    inside = "".join(f"<w:tc>{cell if cell.startswith('<') else p(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def table(*rows):
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def style(id, name, properties="", kind="paragraph", based=""):
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{id}"><w:name w:val="{name}"/>{on}{properties}</w:style>'


def level(at, text, format="decimal", start=1, more=""):
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(id, *levels, more=""):
    return f'<w:abstractNum w:abstractNumId="{id}">{more}{"".join(levels)}</w:abstractNum>'


def num(id, of, overrides=""):
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def field(instruction, result):
    """Write a field of Word, its instruction apart from what is shown for it."""

    def char(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    shown = result if result.startswith("<") else run(result)
    return f"{char('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>{char('separate')}{shown}{char('end')}"
