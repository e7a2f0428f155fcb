"""The examples of the page on substance say what the page says that they say."""

from __future__ import annotations

from pathlib import Path

import pytest
from comparing import told

PAGE = Path(__file__).parent.parent.parent / "docs" / "explanation" / "substance.md"
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith(("| The ", "| In case ", "| If "))
]


def test_the_page_has_examples():
    assert len(ROWS) >= 20


@pytest.mark.parametrize(("before", "after", "said"), ROWS)
def test_an_example_says_what_the_page_says(before, after, said):
    assert ", ".join(sorted(told(before, after))) == said
