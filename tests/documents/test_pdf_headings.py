"""Headings and the paragraphs below them stay apart, and what is drawn over or behind the text stays out of them."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from clausetrack.documents.pdf import read
from clausetrack.documents.reading import Reading
from tests.documents.pdf_typesetting import BOLD, HEIGHT, ROMAN, WIDTH, Sheet

LINE = "The harbour office of Gull Point lists every ship, boat and barge that it has let pass into the strait on a day"
FULL = LINE.split()


def blocks(sheet):
    sheet.next()
    return [(block.kind, block.text) for block in read(sheet.data(), "a.pdf", Reading()).blocks]


def prose(sheet, top, lines=8):
    for index in range(lines):
        sheet.justified(FULL, 60, top + index * 12, 10, WIDTH - 120)


def spaced(sheet, text, space=12.0):
    x = 220.0
    for word in text.split():
        for char in word:
            sheet.line(char, x, 100, 12, BOLD)
            x += stringWidth(char, BOLD, 12) + 3
        x += space


@pytest.mark.parametrize("text", ["Article 10", "Article 14bis", "PART 12"])
def test_figures_of_letterspaced_headings_are_closed_up(text):
    sheet = Sheet()
    spaced(sheet, text)
    prose(sheet, 130)
    assert blocks(sheet)[0] == ("heading", text)


def test_single_figures_of_a_table_are_not_closed_up():
    sheet = Sheet()
    spaced(sheet, "1 2 3 4", space=18.0)
    prose(sheet, 130)
    assert blocks(sheet)[0][1] != "1234"


@pytest.mark.parametrize(
    "text",
    [
        "Any master of a ship undertakes:",
        "Any master of a ship that is longer than twenty metres shall tell the harbour office of Gull Point where and",
    ],
)
def test_a_centred_heading_is_apart_from_a_single_line(text):
    sheet = Sheet()
    prose(sheet, 100)
    sheet.line("Article 8. Safe passage of all of the lifeboats and tugs", WIDTH / 2, 220, at="centre")
    if text.endswith(":"):
        sheet.line(text, 60, 234)
    else:
        sheet.justified(text.split(), 60, 234, 10, WIDTH - 120)
        sheet.line("it is on the day.", 60, 246)
    found = blocks(sheet)
    assert found[1] == ("heading", "Article 8. Safe passage of all of the lifeboats and tugs")
    assert found[2][1].startswith(text)


def test_a_centred_heading_of_two_lines_is_one():
    sheet = Sheet()
    prose(sheet, 100)
    sheet.line("Safe passage of lifeboats, tugs and", WIDTH / 2, 220, at="centre")
    sheet.line("All ships in distress", WIDTH / 2, 232, at="centre")
    prose(sheet, 260)
    assert blocks(sheet)[1] == ("heading", "Safe passage of lifeboats, tugs and All ships in distress")


def test_a_bold_heading_on_the_line_of_its_text_is_none():
    sheet = Sheet()
    prose(sheet, 100)
    head = "Article 8. Safe passage of lifeboats and tugs."
    sheet.line(head, 60, 220, 10, BOLD)
    sheet.line("The Parties undertake:", 60 + stringWidth(head + " ", BOLD, 10), 220)
    sheet.line("Article 9. Fees.", 60, 250, 10, BOLD)
    prose(sheet, 280)
    assert blocks(sheet)[1:3] == [("paragraph", f"{head} The Parties undertake:"), ("heading", "Article 9. Fees.")]


def test_slanted_text_is_a_watermark():
    sheet = Sheet()
    prose(sheet, 100, 40)
    sheet.canvas.saveState()
    sheet.canvas.translate(WIDTH / 2, HEIGHT / 2)
    sheet.canvas.rotate(40)
    sheet.canvas.setFont(BOLD, 80)
    sheet.canvas.drawCentredString(0, 0, "NOT IN FORCE")
    sheet.canvas.restoreState()
    assert blocks(sheet) == [("paragraph", " ".join([LINE] * 40))]


def test_a_page_that_lies_askew_in_the_scanner_is_read():
    sheet = Sheet()
    sheet.canvas.rotate(-3)
    prose(sheet, 100, 3)
    assert LINE in blocks(sheet)[0][1]


def test_large_words_at_one_place_of_most_pages_are_a_watermark():
    sheet = Sheet()
    for page in range(4):
        if page:
            sheet.next()
        prose(sheet, 200, 38)
        sheet.line("DRAFT", WIDTH / 2, 200 + 22 * 12 + 1, 90, BOLD, at="centre")
    text = " ".join(text for _, text in blocks(sheet))
    assert "DRAFT" not in text
    assert text.count(LINE) == 4 * 38


def test_a_large_title_and_an_initial_stay():
    sheet = Sheet()
    sheet.line("FERRIES", WIDTH / 2, 80, 40, BOLD, at="centre")
    sheet.line("T", 60, 132, 30, ROMAN)
    sheet.line("he harbour office opens at six.", 60 + stringWidth("T", ROMAN, 30), 132)
    prose(sheet, 160)
    sheet.next()
    prose(sheet, 160)
    found = blocks(sheet)
    assert found[0] == ("heading", "FERRIES")
    assert "The harbour office opens at six." in found[1][1]
