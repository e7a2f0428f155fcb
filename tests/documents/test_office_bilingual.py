"""Tables of word processors that only set two languages beside each other are no tables."""

from __future__ import annotations

import pytest

from clausetrack.documents.docx import read
from clausetrack.documents.reading import Reading
from tests.documents.docx_parts import blocks, made, p, row, table
from tests.documents.test_tongues import article


def cell(language, number):
    return "".join(map(p, article(language, number)))


def test_cells_in_two_languages_are_read_one_language_after_the_other():
    rows = [row(cell("en", number), cell("fr", number)) for number in range(1, 4)]
    found = blocks(p("AGREEMENT") + table(row(p("PART ONE")), *rows) + p("Done in June."))
    said = [(block.tongue, block.text) for block in found]
    english, french = ([text for n in range(1, 4) for text in article(language, n)] for language in ("en", "fr"))
    assert said == [
        (0, "AGREEMENT"),
        (0, "PART ONE"),
        *((1, text) for text in english),
        *((2, text) for text in french),
        (0, "Done in June."),
    ]
    assert "row" not in {block.kind for block in found}


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("Fault", "What follows"),
            *((f"Fault {n}", f"The keeper shall pay {n} crowns to the port.") for n in range(40)),
        ],
        [(text, other) for text, other in zip(article("en", 1), article("en", 2), strict=True)],
    ],
)
def test_a_table_in_one_language_stays_one(rows):
    found = blocks(table(*(row(*cells) for cells in rows)))
    assert {(block.kind, block.tongue) for block in found} == {("row", 0)}


def test_a_notice_says_how_to_get_the_other_language():
    data = made(table(*(row(cell("en", number), cell("fr", number)) for number in (1, 2))))
    assert read(data, "a.docx", Reading()).notices == (
        "the text is here in 2 languages, of which a draft has one; --language chooses it",
    )
