"""How a redline looks: a serif for what is read, headings that an outline shows, quiet heads and feet."""

from __future__ import annotations

from typing import Final

from clausetrack.report.docx.markup import W, escaped

HEADINGS: Final = 9
"""Levels of headings that the outline of a word processor has."""

_BODY: Final = "Cambria"
_PLAIN: Final = "Calibri"
"""Fonts that come with the usual word processors, or for which these have one of the same widths (Caladea, Carlito)."""

_INK: Final = "1F2937"
_QUIET: Final = "5B6472"
"""Colours with a contrast above 7 and 5.5 on white (WCAG)."""

_CENTRED: Final = '<w:jc w:val="center"/>'
_OWN: Final = ' w:customStyle="1"'


def part(depth: int, language: str) -> str:
    """Give the styles. ``depth`` is the number of levels of parts: the headings of clauses stand below them."""
    lang = f'<w:lang w:val="{escaped(language)}"/>' if language else ""
    fonts = f'<w:rFonts w:ascii="{_BODY}" w:hAnsi="{_BODY}" w:eastAsia="MS Mincho" w:cs="Times New Roman"/>'
    defaults = (
        f'<w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/><w:szCs w:val="24"/>{lang}</w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{_spacing(0, 140, 276)}</w:pPr></w:pPrDefault>"
    )
    quiet = _run(17, _PLAIN, _QUIET)
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        *(_heading(level, depth) for level in range(1, HEADINGS + 1)),
        _paragraph("Title", "Title", f"<w:keepNext/>{_spacing(240, 320)}{_CENTRED}", _run(36, bold=True)),
        _paragraph("Header", "header", _spacing(0, 40), quiet),
        _paragraph("Footer", "footer", _spacing(0, 0) + _CENTRED, quiet),
        _paragraph("Summary", "Summary", _spacing(0, 60), _run(20, _PLAIN, _INK), own=True),
        _paragraph("CommentText", "annotation text", _spacing(0, 40), _run(19, _PLAIN)),
        _character("ClauseNumber", "Clause Number", f'<w:color w:val="{_QUIET}"/>', own=True),
        _character("CommentReference", "annotation reference", '<w:sz w:val="16"/><w:szCs w:val="16"/>'),
    )
    return f'<w:styles xmlns:w="{W}"><w:docDefaults>{defaults}</w:docDefaults>{"".join(styles)}</w:styles>'


def heading(level: int) -> str:
    """Give the id of the style of headings of a level, from 1."""
    return f"Heading{min(level, HEADINGS)}"


def _heading(level: int, depth: int) -> str:
    """Give the style of a level: parts stand large in the middle, clauses hardly larger than their words."""
    outline = f'<w:outlineLvl w:val="{level - 1}"/>'
    if level <= depth:
        look = _spacing(400, 160) + _CENTRED
        letters = _run(max(30 - 2 * level, 24), _PLAIN, _INK, bold=True)
    else:
        look = _spacing(300, 100, 252)
        letters = _run(23, None, _INK, bold=True)
    return _paragraph(f"Heading{level}", f"heading {level}", f"<w:keepNext/><w:keepLines/>{look}{outline}", letters)


def _spacing(before: int, after: int, line: int = 240) -> str:
    """Give the space around a paragraph in twentieths of a point, and of its lines in 240ths of a line."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _run(size: int, font: str | None = None, color: str | None = None, *, bold: bool = False) -> str:
    """Give the look of letters, ``size`` in half points."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    colored = f'<w:color w:val="{color}"/>' if color else ""
    return f'{fonts}{"<w:b/><w:bCs/>" if bold else ""}{colored}<w:sz w:val="{size}"/><w:szCs w:val="{size + 2}"/>'


def _paragraph(id_: str, name: str, look: str, letters: str, *, own: bool = False) -> str:
    return (
        f'<w:style w:type="paragraph"{_OWN if own else ""} w:styleId="{id_}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{look}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _character(id_: str, name: str, letters: str, *, own: bool = False) -> str:
    kind = f'w:type="character"{_OWN if own else ""}'
    return f'<w:style {kind} w:styleId="{id_}"><w:name w:val="{name}"/><w:rPr>{letters}</w:rPr></w:style>'
