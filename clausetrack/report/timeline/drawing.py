"""The frame of pictures that stand alone: title, description, and the colours for light and dark paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape

from clausetrack.report.timeline.chart import SCALE, SCALE_DARK, text
from clausetrack.report.visible import one_line

_INKS: Final = {"less": "#b3261e", "more": "#1b7f4b", "both": "#7b4fb0", "other": "#5b6675"}
_INKS_DARK: Final = {"less": "#f2a09a", "more": "#8fd0a5", "both": "#cdb0f0", "other": "#b3bfce"}
"""Colours that stay apart for the colour-blind by lightness or shape; every sign stands in the legend."""


def drawing(title: str, about: str, parts: Iterable[str], width: int, height: int) -> str:
    """Give a picture as SVG with its title and a line about it on top; the parts start 64 units down."""
    name, line = one_line(title), one_line(about)
    size, role = f'width="{width}" height="{height}"', 'role="img" aria-labelledby="t d"'
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size} {role}>',
        f'<title id="t">{escape(name)}</title>',
        f'<desc id="d">{escape(line)}</desc>',
        f"<style>{_style()}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
        text(16, 32, name, "title"),
        text(16, 54, line, "faint"),
        *parts,
        "</svg>",
    ]
    return "\n".join(drawn) + "\n"


def _style() -> str:
    light = _colours(("#fdfcfa", "#1d1c1a", "#5c5850", "#dedad1"), _INKS, SCALE)
    dark = _colours(("#14171c", "#e6e3dc", "#a9a69e", "#343a44"), _INKS_DARK, SCALE_DARK)
    return (
        "text{font:13px system-ui,sans-serif}.title{font:600 19px Charter,Georgia,serif}.name,.count{font-weight:600}"
        ".small{font-size:11px}.rule{stroke-dasharray:2 3}.axis{stroke-width:1.5}"
        ".curve{fill:none;stroke-width:2}.sign,.stop{stroke-width:1.5}"
        f"{light}@media(prefers-color-scheme:dark){{{dark}}}"
    )


def _colours(papers: tuple[str, str, str, str], inks: dict[str, str], scale: tuple[str, ...]) -> str:
    """Give the colours: of paper, ink, small print and rules; of signs; of the scale."""
    paper, ink, quiet, rule = papers
    fixed = (
        f".paper{{fill:{paper}}}text{{fill:{ink}}}.faint,.small{{fill:{quiet}}}.rule{{stroke:{rule}}}"
        f".axis,.curve{{stroke:{quiet}}}.stop{{fill:{paper};stroke:{quiet}}}"
        f".unknown{{stroke:{quiet};stroke-dasharray:1 3}}"
    )
    tones = "".join(
        f".sign.{name}{{fill:{colour};stroke:{paper}}}.sign.hollow.{name}{{fill:{paper};stroke:{colour}}}"
        f".square.{name}{{fill:{colour}}}"
        for name, colour in inks.items()
    )
    return fixed + tones + ".pale{opacity:.55}" + "".join(f".f{at}{{fill:{fill}}}" for at, fill in enumerate(scale))
