"""Pages of documents in a comparison for people."""

from __future__ import annotations

from dataclasses import replace

import pytest
import samples

from clausetrack.model.position import Position
from clausetrack.report import rows
from clausetrack.report.registry import Options, render


class Pages:
    def __init__(self, *labels):
        self._labels = labels

    def locate(self, path, *, key=False):
        del key
        return Position("a.pdf", label=self._labels[path[1]] if len(path) > 1 else None)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("page 3, Article 1", "page 4, Article 1", "p. 3 → 4"),
        ("page 3, Article 1", "page 3, Article 2", "p. 3"),
        ("Article 1", "page 12", "p. 12"),
        ("Article 1", None, ""),
    ],
)
def test_a_row_names_its_pages(old, new, shown):
    diff = samples.diff()
    row = next(row for row in diff.rows if row.match.old and row.match.new)
    lone = replace(
        diff,
        old=replace(diff.old, clauses=row.match.old[:1], locator=Pages(old)),
        new=replace(diff.new, clauses=row.match.new[:1], locator=Pages(new)),
        rows=(row,),
    )
    assert rows.Places(lone).pages(row) == shown
    assert shown in render("diff", lone, "text", Options())
