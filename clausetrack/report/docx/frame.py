"""What stands around the text of a redline: the head of the first page, running heads and feet, the file's own data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final

from clausetrack.model.change import Diff
from clausetrack.report import rows
from clausetrack.report.docx.flow import line
from clausetrack.report.docx.markup import W, escaped, run
from clausetrack.report.docx.package import relation
from clausetrack.report.html.words import caveats, verdict

_DATE: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2}:[0-9]{2})Z)?")
_LEGEND: Final = (
    "Accepting all changes gives the new text, rejecting all the old one. Comments say what changed in substance."
)


def moment(text: str | None) -> str | None:
    """Give a date, or a date and time, as tracked changes have it; None where it is not known to the day."""
    found = _DATE.fullmatch(text or "")
    if found is None:
        return None
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2] or '00:00:00'}").isoformat() + "Z"
    except ValueError:
        return None


def parts(diff: Diff) -> dict[str, str]:
    """Give heads and feet by the names of their parts: 1 of the first page, 2 of the others."""
    revisions = f"{line(diff.old.revision.id)} → {line(diff.new.revision.id)}"
    counted = rows.counted(diff)
    said = [verdict(diff), f"{counted[:1].upper()}{counted[1:]}.", *caveats(diff)]
    first = _line(f"Comparison    {revisions}", "Summary", "<w:b/>")
    first += "".join(_line(text, "Summary") for text in said) + _line(_LEGEND, "Header")
    running = _line(f"{line(diff.new.agreement.title)}    {revisions}", "Header")
    return {
        "header1": f'<w:hdr xmlns:w="{W}">{first}</w:hdr>',
        "header2": f'<w:hdr xmlns:w="{W}">{running}</w:hdr>',
        "footer1": _foot(),
        "footer2": _foot(),
    }


def section(parts: Mapping[str, str]) -> str:
    """Give the page: A4, with the heads and feet."""
    references = "".join(
        f'<w:{side}Reference w:type="{type_}" r:id="{relation(parts, f"{side}{number}")}"/>'
        for side in ("header", "footer")
        for number, type_ in ((1, "first"), (2, "default"))
    )
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1418" w:right="1418" w:bottom="1304" w:left="1418" w:header="680" w:footer="624" '
        'w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )


def settings() -> str:
    """Give the settings: the current version of the format, so that no program falls back to an old one."""
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
    )


def core(diff: Diff, author: str, date: str | None) -> str:
    """Give what the file says of itself: its title, who made it, and what the comparison comes to."""
    stamp = f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>' if date else ""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(line(diff.new.agreement.title))}</dc:title><dc:creator>{escaped(author)}</dc:creator>"
        f"<dc:description>{escaped(rows.counted(diff))}</dc:description>{stamp}</cp:coreProperties>"
    )


def _line(text: str, style: str, properties: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text, properties)}</w:p>'


def _foot() -> str:
    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    numbers = f"{field('PAGE')}{run(' / ')}{field('NUMPAGES')}"
    return f'<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{numbers}</w:p></w:ftr>'
