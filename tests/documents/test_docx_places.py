"""Blocks of a Word document are found again in its tree, tracked changes and all."""

from __future__ import annotations

import pytest

from clausetrack.documents.docx import read
from clausetrack.documents.docx.names import W
from clausetrack.documents.docx.places import places
from clausetrack.documents.reading import Reading
from clausetrack.errors import InputError
from tests.documents.docx_parts import gone, ins, made, p, packed, parts_of, row, table
from tests.documents.treaty_docx import accepted, treaty


def found(body):
    """Give the text of every block, with the paragraphs of the tree that it was read from, by their numbers."""
    where = places(made(body), "a.docx")
    numbers = {paragraph: at for at, paragraph in enumerate(where.root.iter(f"{W}p"))}
    return [(entry.block.text, [numbers[paragraph] for paragraph in entry.paragraphs]) for entry in where.placed]


@pytest.mark.parametrize("document", [treaty(), accepted()], ids=["tracked", "plain"])
def test_blocks_are_those_that_the_reader_gives(document):
    blocks = [block for block in read(document, "a.docx", Reading()).blocks if block.kind != "footnote"]
    assert [entry.block.text for entry in places(document, "a.docx").placed] == [block.text for block in blocks]


def test_paragraphs_are_those_of_the_document_as_it_is_stored():
    body = p("Ships ", gone("may "), ins("shall "), "call.") + p("") + p("Pilots guide them.")
    assert found(body) == [("Ships shall call.", [0]), ("Pilots guide them.", [2])]
    tree = places(made(body), "a.docx").root
    assert "may" in "".join(tree.itertext())


def test_a_paragraph_whose_mark_is_gone_is_in_one_block_with_the_next():
    assert found(p("Ships call ", mark="<w:del/>") + p("at ports.")) == [("Ships call at ports.", [0, 1])]


def test_a_row_has_the_paragraphs_of_its_cells():
    assert found(table(row("Lantern", "Fee"), row("small", "4"))) == [("Lantern | Fee", [0, 1]), ("small | 4", [2, 3])]


def test_a_document_without_a_body_is_refused():
    with pytest.raises(InputError, match="has no body"):
        places(packed(parts_of("") | {"word/document.xml": f'<w:document xmlns:w="{W[1:-1]}"/>'}), "a.docx")
