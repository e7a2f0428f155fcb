"""Printed web pages: what stands around their text is left out, and what only looks like it stays."""

from __future__ import annotations

import pytest

from clausetrack.documents.navigation_words import names_buttons, names_cookies, names_foot, names_head
from clausetrack.documents.pdf import read
from clausetrack.documents.reading import Reading
from tests.documents.pdf_typesetting import BOLD, HEIGHT, ROMAN, Sheet, stringWidth

BEGINNING = "By booking a passage you agree to these terms, and you confirm that you are sixteen years old."


def texts(lines):
    """Print lines, those with an address behind them as links, and give what is read of them."""
    sheet = Sheet()
    y = 60.0
    for line in lines:
        text, size, font, link = (*line, False)[:4] if isinstance(line, tuple) else (line, 10, ROMAN, False)
        y += 24
        sheet.line(text, 60, y, size, font)
        if link:
            area = (60, HEIGHT - y - 2, 60 + stringWidth(text, font, size), HEIGHT - y + size)
            sheet.canvas.linkURL("https://example.org/", area, relative=0)
    sheet.next()
    return [block.text for block in read(sheet.data(), "a.pdf", Reading()).blocks]


def link(text):
    return (text, 10, ROMAN, True)


TITLE = ("Terms of passage", 18, BOLD)
SECTION = ("1. Passages", 12, BOLD)


def test_the_head_of_a_page_is_left_out():
    head = [
        "We use cookies to improve this site. By going on you agree.",
        "Accept all | Cookie settings",
        "Skip to main content",
        link("Home"),
        link("Prices"),
        "Home > Legal > Terms",
    ]
    after = ["Last updated: 3 March 2031", "Share this page: X", "On this page", link("1. Passages"), link("2. Fees")]
    found = texts([*head, TITLE, *after, SECTION, BEGINNING])
    assert found == ["Terms of passage", "Last updated: 3 March 2031", "1. Passages", BEGINNING]


def test_the_foot_of_a_page_is_left_out():
    foot = [
        ("Related articles", 12, BOLD),
        link("How refunds work"),
        link("Travelling by night"),
        "Was this page helpful?",
        ("Company", 12, BOLD),
        link("About"),
        "Follow us",
        "© 2031 Ferryhub. All rights reserved.",
    ]
    assert texts([TITLE, SECTION, BEGINNING, *foot]) == ["Terms of passage", "1. Passages", BEGINNING]


@pytest.mark.parametrize(
    "lines",
    [
        [("Cookie policy", 18, BOLD), "We use cookies on this site.", SECTION, BEGINNING],
        [TITLE, SECTION, BEGINNING, ("2. Whom to write to", 12, BOLD), link("harbour@example.org")],
        [("Terms of passage", 18, BOLD, True), SECTION, BEGINNING],
        [TITLE, SECTION, link("The list of fares"), BEGINNING],
        ["Accord dit « du détroit » de 2031", BEGINNING],
    ],
    ids=["a policy on cookies", "an address", "a title that is a link", "a link in the text", "quotations"],
)
def test_what_is_text_stays(lines):
    assert texts(lines) == [line if isinstance(line, str) else line[0] for line in lines]


def test_what_is_nothing_but_links_stays():
    assert texts([link("Home"), link("Prices")]) == ["Home", "Prices"]


def test_a_bar_that_is_printed_over_the_text_of_every_page_is_left_out():
    sheet = Sheet()
    said = [f"Passage {number} is open to ships that call at harbour {number}." for number in range(60)]
    for page in range(3):
        for index, text in enumerate(said[20 * page : 20 * page + 20]):
            sheet.line(text, 60, 100 + 20 * index)
        sheet.line("This page uses cookies.", 60, 408)
        sheet.next()
    assert " ".join(block.text for block in read(sheet.data(), "a.pdf", Reading()).blocks) == " ".join(said)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (names_head, "Share this page on X"),
        (names_head, "Zum Inhalt springen"),
        (names_head, "Home » Recht » Bedingungen"),
        (names_buttons, "Reject all | Accept all"),
        (names_cookies, "Nous utilisons des cookies pour mesurer l’audience."),
        (names_foot, "You may also like"),
        (names_foot, "Copyright 2031 the Ministry of Harbours"),
    ],
)
def test_words_of_furniture(names, text):
    assert names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Share of the costs",
        "Print media",
        "Related parties",
        "Other information about pilots is kept for a year.",
        "Search and rescue",
        "All rights are reserved to the Parties.",
        "Copyright in the charts stays with the Party that drew them.",
        "Close cooperation",
    ],
)
def test_words_of_agreements(text):
    assert not any(names(text) for names in (names_head, names_buttons, names_foot))
