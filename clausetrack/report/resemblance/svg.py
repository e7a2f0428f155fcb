"""How alike agreements are, as a dendrogram: who meets whom, and at what share of common clauses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from clausetrack.model.corpus import Resemblance
from clausetrack.report.counting import counted
from clausetrack.report.folding import fold
from clausetrack.report.holdings import labels_of, shortened
from clausetrack.report.registry import Options
from clausetrack.report.resemblance.remarks import meaning, remarks

_ROW: Final = 20
_LEFT: Final = 24
_TREE: Final = 420
_NAMES: Final = 400
_HEAD: Final = 56
_LINE: Final = 17
_AXIS: Final = 46
_BOTTOM: Final = 24
"""Measures in user units (pixels at full size): the tree takes half of a page's column, names the other half."""

_LONGEST: Final = 54
_WIDEST: Final = 128
"""Letters of a name that fit beside the tree, and of small type that fit across the picture."""

_STYLE: Final = (
    "text{font:13px system-ui,'Segoe UI',Roboto,'Helvetica Neue','DejaVu Sans',sans-serif;fill:#16202c}"
    ".title{font-size:20px;font-weight:600}.faint{fill:#5a6470;font-size:12px}"
    "path{fill:none;stroke:#1c3f6e;stroke-width:1.5}.grid{stroke:#dedad1;stroke-width:1}"
)


def render(result: Resemblance, options: Options) -> str:
    """Draw the tree as SVG on white paper. Where there are too many agreements for one, the picture says so."""
    del options
    number = len(result.order)
    title = f"Clauses in common: {counted(len(result.holdings), 'document')}"
    said = "Two branches meet at the share of clauses that their documents have in common, on average."
    if not number:
        said = f"{counted(len(result.holdings), 'document')} are too many for a tree." if result.holdings else "None."
    notes = [line for note in (said, meaning(result), *remarks(result)) for line in fold(note, _WIDEST)]
    top = _HEAD + len(notes) * _LINE + _AXIS - _LINE
    width, height = _LEFT + _TREE + _NAMES, top + max(number, 1) * _ROW + _BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"',
        'role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title>',
        f'<desc id="d">{escape(" ".join(notes))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        _text(_LEFT, 34, title, "title"),
        *(_text(_LEFT, _HEAD + line * _LINE, note, "faint") for line, note in enumerate(notes)),
        *(_axis(top, height) if number else ()),
        f'<g transform="translate(0 {top})">',
        *_names(result),
        *_branches(result),
        "</g>",
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axis(top: int, height: int) -> Iterator[str]:
    for share in range(0, 101, 25):
        left = _place(share / 100)
        yield f'<path class="grid" d="M{left:g} {top - 8}V{height - _BOTTOM}"/>'
        yield _text(left, top - 14, f"{share}%", "faint", anchor="middle" if share else "start")


def _names(result: Resemblance) -> Iterator[str]:
    labels = labels_of([result.holdings[leaf] for leaf in result.order])
    for row, name in enumerate(shortened(labels, _LONGEST)):
        yield _text(_LEFT + _TREE + 10, _middle(row) + 4, name, "")


def _branches(result: Resemblance) -> Iterator[str]:
    """Draw each step of the tree: two arms from where its parts end, and the line where they meet."""
    rows: dict[int, float] = {leaf: _middle(row) for row, leaf in enumerate(result.order)}
    ends: dict[int, float] = dict.fromkeys(result.order, float(_LEFT + _TREE))
    for step, (one, other, at) in enumerate(result.merges, len(result.order)):
        here = min(_place(at), ends[one], ends[other])
        yield f'<path d="M{ends[one]:.1f} {rows[one]:.1f}H{here:.1f}V{rows[other]:.1f}H{ends[other]:.1f}"/>'
        rows[step], ends[step] = (rows[one] + rows[other]) / 2, here


def _place(similarity: float) -> float:
    return _LEFT + _TREE * similarity


def _middle(row: int) -> float:
    return row * _ROW + _ROW / 2


def _text(left: float, top: float, text: str, style: str, anchor: str = "") -> str:
    more = (f' class="{style}"' if style else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{left:g}" y="{top:g}"{more}>{escape(text)}</text>'
