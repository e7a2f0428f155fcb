"""What stands at the edges of pages goes where it is furniture, and stays where it is a label or a title."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from clausetrack.documents.pdf import read
from clausetrack.documents.reading import Reading
from tests.documents.pdf_typesetting import BOLD, HEIGHT, ROMAN, WIDTH, Sheet

HARBOURS = ("Southport", "Gull Point", "Old Quay", "the isles", "Wrecker’s Bay", "the northern light")


def blocks(sheet):
    return read(sheet.data(), "a.pdf", Reading()).blocks


def texts(sheet):
    return [block.text for block in blocks(sheet)]


def prose(sheet, page, top=100.0):
    harbour = HARBOURS[page % len(HARBOURS)]
    sheet.line(f"The harbour office of {harbour} lists all ships that it has let pass on day {page * 7}.", 60, top)


@pytest.mark.parametrize(
    "labels",
    [
        [f"SCHEDULE {letter}" for letter in "ABCDEF"],
        [f"ANNEX 2-{letter}" for letter in "ABCDEF"],
        [f"Appendix {number}" for number in ("I", "II", "III", "IV", "V", "VI")],
        [f"ANNEX {number} SHIPS AND THEIR FEES" for number in ("I", "II", "III", "IV", "V", "VI")],
    ],
)
def test_labels_that_go_on_from_page_to_page_stay(labels):
    sheet = Sheet()
    for page, label in enumerate(labels):
        sheet.line(label, WIDTH / 2, 60, 10, BOLD, at="centre")
        prose(sheet, page)
        sheet.line(str(page + 1), WIDTH / 2, HEIGHT - 40, 8, at="centre")
        sheet.next()
    assert texts(sheet)[::2] == labels


def test_a_label_on_all_pages_of_its_annex_is_read_once():
    sheet = Sheet()
    for page, label in enumerate(["ANNEX I"] * 4 + ["ANNEX II"] * 4):
        sheet.line(label, WIDTH / 2, 60, 10, BOLD, at="centre")
        prose(sheet, page)
        sheet.next()
    assert [text for text in texts(sheet) if text.startswith("ANNEX")] == ["ANNEX I", "ANNEX II"]


def test_a_label_over_its_own_heading_is_read_once():
    sheet = Sheet()
    for page in range(8):
        label = f"ANNEX {'I' if page < 4 else 'II'}"
        sheet.line(label, 60, 40, 8)
        if page in {0, 4}:
            sheet.line(label, WIDTH / 2, 90, 12, BOLD, at="centre")
        prose(sheet, page, 130)
        sheet.next()
    assert [text for text in texts(sheet) if text.startswith("ANNEX")] == ["ANNEX I", "ANNEX II"]


def test_the_number_of_a_volume_is_no_label():
    sheet = Sheet()
    for page in range(6):
        sheet.line("Vol. 318", 60, 40, 8)
        prose(sheet, page)
        sheet.next()
    assert not [text for text in texts(sheet) if text.startswith("Vol.")]


def test_small_roman_numbers_of_pages_are_left_out():
    sheet = Sheet()
    for page, number in enumerate(("xi", "xii", "xiii", "xiv", "xv", "xvi")):
        prose(sheet, page)
        sheet.line(f"Page {number}", WIDTH / 2, HEIGHT - 40, 8, at="centre")
        sheet.next()
    assert not [text for text in texts(sheet) if text.startswith("Page")]


@pytest.mark.parametrize("head_on_first_page", [True, False])
def test_a_title_stays_that_the_running_heads_repeat(head_on_first_page):
    sheet = Sheet()
    for page in range(5):
        if page or head_on_first_page:
            sheet.line("Rules of the Gull Point Ferry", WIDTH / 2, 24, 8, at="centre")
        if not page:
            sheet.line("Rules of the Gull Point Ferry", 60, 60, 18, BOLD)
        prose(sheet, page)
        sheet.next()
    assert [text for text in texts(sheet) if "Rules" in text] == ["Rules of the Gull Point Ferry"]


def test_a_reference_at_the_top_of_a_page_goes_on_its_sentence():
    sheet = Sheet()
    words = "The master of a ship that carries more than twelve passengers pays fees as laid down in"
    for page in range(3):
        if page == 1:
            sheet.line("Annex I.", 60, 90)
            sheet.line("The harbour office keeps the list of fees.", 60, 110)
        sheet.justified(words.split(), 60, 130, 10, WIDTH - 120)
        sheet.justified(words.split(), 60, 142, 10, WIDTH - 120)
        sheet.next()
    found = texts(sheet)
    assert found[0].endswith("as laid down in Annex I.")
    assert "Annex I." not in found


@pytest.mark.parametrize("link", ["^ Top", "Back to top"])
def test_links_of_printed_web_pages_are_left_out(link):
    sheet = Sheet()
    for page in range(3):
        sheet.line(f"{page + 1}. Ships at {HARBOURS[page]} ¶", 60, 300, 14, BOLD)
        prose(sheet, page, 340)
        sheet.line(link, 60, 500)
        sheet.rule(60, 502, stringWidth(link, ROMAN, 10))
        sheet.line("1. The ferry rings its bell twice before it leaves.", 60, 530)
        sheet.next()
    found = texts(sheet)
    assert found[::3] == [f"{page + 1}. Ships at {HARBOURS[page]}" for page in range(3)]
    assert found[2::3] == ["1. The ferry rings its bell twice before it leaves."] * 3


def test_a_single_line_that_looks_like_a_link_stays():
    sheet = Sheet()
    prose(sheet, 1, 300)
    sheet.line("Back to top", 60, 380)
    sheet.line("The sign is drawn in red: ¶", 60, 420)
    sheet.next()
    assert texts(sheet)[1:] == ["Back to top", "The sign is drawn in red: ¶"]


def test_the_head_of_a_journal_with_its_date_at_either_side_is_left_out():
    sheet = Sheet()
    for page in range(4):
        number, date = (60, 500) if page % 2 else (490, 60)
        sheet.line(f"L 123/{45 + page}", number, 50, 9)
        sheet.line("Journal of the Two Shores", WIDTH / 2, 50, 9, at="centre")
        sheet.line("14.5.2031", date, 50, 9)
        prose(sheet, page, 90)
        sheet.next()
    found = texts(sheet)
    assert len(found) == 4
    assert not [text for text in found if "123/" in text or "2031" in text]


def test_the_first_line_number_of_a_short_last_page_is_left_out():
    sheet = Sheet()
    for page, count in enumerate((30, 30, 8)):
        for index in range(1, count + 1):
            sheet.line(
                f"Line {index} of page {page} says what the ferry of {HARBOURS[page]} does.", 72, 80 + 14 * index
            )
            if index % 5 == 0:
                sheet.line(str(index), 40, 80 + 14 * index, 8)
        sheet.next()
    assert not [text for text in texts(sheet) if " 5 " in text.replace("Line 5 of", "") or text == "5"]
