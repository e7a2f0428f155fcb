"""The colours of a heat map: one hue, the stronger the darker, so that it reads without colours and on paper too."""

from __future__ import annotations

from typing import Final, NamedTuple

from clausetrack.model.matrix import Cell
from clausetrack.report.matrix.words import PRESENCES


class Shade(NamedTuple):
    """A ground and its ink on light paper, and on dark; each ink has a contrast of 4.5 to its ground (WCAG 2.2)."""

    ground: str
    ink: str
    dark_ground: str
    dark_ink: str


NOTHING: Final = Shade("#f7f8fa", "#5a6470", "#1b1f26", "#a9a69e")
"""Where there is nothing: nearly the colour of the paper."""

SHADES: Final = {
    "bind": Shade("#143d66", "#ffffff", "#a9d0f5", "#0b1722"),
    "commit": Shade("#2a6399", "#ffffff", "#74a9dc", "#0b1722"),
    "intend": Shade("#7faed8", "#0e1a26", "#3b6a98", "#ffffff"),
    "aspire": Shade("#b5d2ec", "#16202c", "#2a4d70", "#e8eff6"),
    "discretion": Shade("#d9e8f5", "#16202c", "#203a54", "#e2eaf2"),
    "stance": Shade("#eaf1f8", "#16202c", "#1c2f43", "#d9e2ea"),
    "recital": Shade("#f3f7fb", "#16202c", "#1a2634", "#d3dae1"),
    "dialogue": Shade("#f2d9a6", "#2b1f05", "#54431d", "#f6e6c4"),
    "there": Shade("#e4e7eb", "#16202c", "#333a44", "#e6e3dc"),
} | dict.fromkeys(PRESENCES, NOTHING)
"""Shades by force, the strongest first: on light paper the darker, on dark the brighter. Dialogues stand apart, and
grey is what claims no force."""


def shade(cell: Cell) -> str:
    """Name the shade of a cell, a key of `SHADES`: its force, or that it has dialogues alone."""
    if cell.presence != "there":
        return cell.presence
    if all(wording.clause.kind == "dialogue" for wording in cell.wordings):
        return "dialogue"
    return cell.force if cell.force in SHADES else "there"
