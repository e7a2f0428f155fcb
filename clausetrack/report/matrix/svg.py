"""A matrix as a picture: a heat map, every cell with its word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from clausetrack.model.matrix import Cell, Line, Matrix
from clausetrack.report.folding import columns, fold
from clausetrack.report.matrix.colours import GROUNDS, INKS, shade
from clausetrack.report.matrix.words import DEPARTURES, PRESENCES, caveats, cell_words, counted, rhythm, title
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line

_CELL: Final = 92
_ROW: Final = 30
_GAP: Final = 2
_LEFT: Final = 292
_EDGE: Final = 24
_TOP: Final = 96
_HEAD: Final = 40
"""Measures in user units (pixels at full size): a cell takes its longest word, "directors-general" on two lines; a name
of a row takes about forty letters."""

_NAME: Final = 38
_COLUMN_NAME: Final = 12
"""Letters that fit into the name of a row, and into a line of the head of a column."""

_SMALL: Final = 12
"""From line to line of the smaller type."""

_LONGEST_WORD: Final = 17
"""Letters of the smaller type that fit into a cell."""

_STYLE: Final = (
    "text{font:13px system-ui,'Segoe UI',Roboto,'Helvetica Neue','DejaVu Sans',sans-serif;fill:#16202c}"
    ".small{font-size:12px}.title{font-size:20px;font-weight:600}.head{font-weight:600;font-size:12px}.faint{fill:#5a6470;font-size:12px}"
)


def render(result: Matrix, options: Options) -> str:
    """Draw a matrix as SVG on white paper, whatever the page that it stands in."""
    del options
    width = max(_LEFT + len(result.columns) * _CELL + _EDGE, 640)
    notes = [part for note in caveats(result) for part in fold(note, (width - 2 * _EDGE) // 6)]
    bottom = _TOP + _HEAD + len(result.lines) * _ROW
    height = bottom + 62 + 18 * len(notes)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(one_line(title(result)))}</title>',
        f'<desc id="d">{escape(one_line(counted(result)))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        _text(_EDGE, 38, one_line(title(result)), "title"),
        _text(_EDGE, 62, counted(result), "faint"),
        *_heads([one_line(column.name) for column in result.columns]),
        *(part for number, line in enumerate(result.lines) for part in _row(line, _TOP + _HEAD + number * _ROW)),
        *_legend(result, bottom + 20),
        *(_text(_EDGE, bottom + 66 + 18 * number, note, "faint") for number, note in enumerate(notes)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _heads(names: Sequence[str]) -> Iterator[str]:
    for number, name in enumerate(names):
        middle = _LEFT + number * _CELL + _CELL / 2
        lines = fold(name, _COLUMN_NAME)
        lines = lines if len(lines) < 3 else [lines[0], _short(" ".join(lines[1:]), _COLUMN_NAME)]  # noqa: PLR2004 - room for two
        for at, part in enumerate(lines):
            yield _text(middle, _TOP + _HEAD - 12 - 15 * (len(lines) - 1 - at), part, "head", anchor="middle")


def _row(line: Line, top: float) -> Iterator[str]:
    name, *more = fold(one_line(line.label), _NAME)
    middle = top + _ROW / 2 + 4
    if more:
        yield _text(_LEFT - 12, middle - 7, name, "small", anchor="end")
        yield _text(_LEFT - 12, middle + 7, _short(" ".join(more), _NAME), "small", anchor="end")
    else:
        yield _text(_LEFT - 12, middle, name, "", anchor="end")
    for number, cell in enumerate(line.cells):
        yield from _cell(cell, _LEFT + number * _CELL, top, one_line(line.label))


def _cell(cell: Cell, left: float, top: float, label: str) -> Iterator[str]:
    name = shade(cell)
    middle, ink = left + _CELL / 2, INKS[name]
    place = f'x="{left + _GAP / 2:g}" y="{top + _GAP / 2:g}" width="{_CELL - _GAP}" height="{_ROW - _GAP}" rx="3"'
    said = escape(f"{label}: {cell_words(cell)}")
    yield f'<rect {place} fill="{GROUNDS[name]}"><title>{said}</title></rect>'
    lines = _lines(cell)
    first = top + _ROW / 2 + 4 - _SMALL * (len(lines) - 1) / 2
    for at, part in enumerate(lines):
        size = 10 if len(part) > _COLUMN_NAME or len(lines) > 1 else 12
        yield (
            f'<text x="{middle:g}" y="{first + at * _SMALL:g}" text-anchor="middle" '
            f'style="fill:{ink};font-size:{size}px">{escape(part)}</text>'
        )


def _lines(cell: Cell) -> list[str]:
    """Give what stands in a cell: a word, or of a dialogue the level and the rhythm."""
    sign = DEPARTURES[cell.departure][0] if cell.departure else ""
    if cell.presence != "there":
        return [sign if cell.departure == "missing" else PRESENCES[cell.presence][0]]
    dialogue = cell.dialogue
    if shade(cell) == "dialogue" and dialogue is not None:
        known = [dialogue.level or "", rhythm(dialogue.every) or dialogue.occurrence or ""]
        parts = [_short(one_line(part), _LONGEST_WORD) for part in known if part] or ["dialogue"]
        return [f"{sign} {parts[0]}".strip(), *parts[1:]]
    word = f"{sign} {_short(one_line(cell.force or cell.wordings[0].clause.kind), _LONGEST_WORD)}".strip()
    return [word, "and dialogue"] if dialogue is not None else [word]


def _legend(matrix: Matrix, top: float) -> Iterator[str]:
    """Show the shades that the picture has, the strongest first, and what the signs mean."""
    cells = [cell for line in matrix.lines for cell in line.cells]
    shades, left = {shade(cell) for cell in cells}, float(_EDGE)
    for name in GROUNDS:
        if name in shades and name not in PRESENCES:
            word = "no force claimed" if name == "there" else name
            yield f'<rect x="{left:g}" y="{top:g}" width="14" height="14" rx="2" fill="{GROUNDS[name]}"/>'
            yield _text(left + 20, top + 11, word, "faint")
            left += 40 + 7 * len(word)
    signs = [f"{sign} {word}" for presence, (sign, word, _) in PRESENCES.items() if presence in shades]
    departures = {cell.departure for cell in cells}
    signs += [f"{sign} {name}" for name, (sign, _) in DEPARTURES.items() if name in departures - {"unknown"}]
    # Beside the shades there is room for a few.
    is_short = len(signs) < 4  # noqa: PLR2004 - see above
    across, down = (left, top + 11) if is_short else (_EDGE, top + 34)
    yield _text(across, down, "    ".join(signs), "faint")


def _text(left: float, top: float, text: str, style: str, anchor: str = "") -> str:
    more = (f' class="{style}"' if style else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{left:g}" y="{top:g}"{more}>{escape(text)}</text>'


def _short(name: str, most: int) -> str:
    """Cut a name to as many letters as fit, wide ones counted twice."""
    if columns(name) <= most:
        return name
    cut = name
    while cut and columns(cut) >= most:
        cut = cut[: -max(1, (columns(cut) - most) // 2)]
    return cut.rstrip() + "…"
