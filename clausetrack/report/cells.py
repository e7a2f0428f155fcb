"""Cells of sheets that do nothing: no text is taken for a formula."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula (OWASP, CSV injection); it gets an apostrophe in front."""


def harmless(cells: Iterable[str | float | None]) -> list[str | float | None]:
    """Give the cells of a line of CSV, none of which a spreadsheet takes for a formula."""
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in cells]
