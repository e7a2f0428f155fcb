"""Glyphs without text are read by their number, in the order or the code that gives letters."""

from __future__ import annotations

from clausetrack.documents.pdf.glyphs import resolved, unknown
from clausetrack.documents.pdf.page import Line, Page


def page(text):
    return Page(1, 600, 800, [Line(1, text, 60, 90, 100, 10, cells=((60, text),))], [], [], pictured=True)


def text_of(codes):
    pages, count = resolved([page("".join(codes))])
    (line,) = pages[0].lines
    assert line.cells == ((60, line.text),)
    return line.text, count


def test_glyphs_in_the_order_of_the_macintosh():
    assert text_of([unknown(glyph) for glyph in (41, 72, 72, 86)]) == ("Fees", 4)


def test_letters_with_accents_and_quotes():
    assert text_of(["l", unknown(182), "acc", unknown(113), "s ", *map(unknown, (39, 72))]) == ("l’accès De", 4)


def test_numbers_that_are_those_of_ascii():
    assert text_of([unknown(ord(char)) for char in "Fees"]) == ("Fees", 4)


def test_text_that_is_known_stays():
    pages = [page("Fees")]
    assert resolved(pages) == (pages, 0)
