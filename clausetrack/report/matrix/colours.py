"""The colours of a heat map: one hue, the stronger the darker, so that it reads without colours and on paper too."""

from __future__ import annotations

from typing import Final

from clausetrack.model.matrix import Cell

GROUNDS: Final = {
    "bind": "#143D66",
    "commit": "#2A6399",
    "intend": "#7FAED8",
    "aspire": "#B5D2EC",
    "discretion": "#D9E8F5",
    "stance": "#EAF1F8",
    "recital": "#F3F7FB",
    "dialogue": "#F2D9A6",
    "there": "#E4E7EB",
    "absent": "#F7F8FA",
    "not-seen": "#F7F8FA",
    "other": "#F7F8FA",
}
"""Grounds by force, the strongest first; dialogues apart; grey where no force is claimed; nearly white where there is
nothing."""

INKS: Final = dict.fromkeys(GROUNDS, "#16202C") | {
    "bind": "#FFFFFF",
    "commit": "#FFFFFF",
    "absent": "#5A6470",
    "not-seen": "#5A6470",
    "other": "#5A6470",
}
"""Inks; each has a contrast of at least 5.9 to its ground (WCAG 2.2 asks for 4.5)."""


def shade(cell: Cell) -> str:
    """Name the shade of a cell, a key of `GROUNDS`: its force, or that it has dialogues alone."""
    if cell.presence != "there":
        return cell.presence
    if all(wording.clause.kind == "dialogue" for wording in cell.wordings):
        return "dialogue"
    return cell.force if cell.force in GROUNDS else "there"
