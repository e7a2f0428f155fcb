"""What readers say of a block, and what its words say: labels apart, headings that are none, notes, quotations."""

from __future__ import annotations

import pytest

from clausetrack.draft.drafting import coverage
from clausetrack.draft.outline.outlining import outline
from tests.draft.written import document


def said(text, level="article"):
    return [(passage.number, passage.heading, passage.text) for passage in outline(document(text), level).passages]


APART = """
    h1| Agreement on Piers
    The Parties to this Agreement,
    Have agreed as follows:
    h2 Article 1| Use of piers
    i1 1.| A pier is open to all.
    i1 2.| The keeper of a pier shall:
    i2 (a)| sweep it;
    i2 (b)| light it.
    h2 Article 2| Fees
    No fee is due.
"""
IN_WORDS = """
    Agreement on Piers
    The Parties to this Agreement,
    Have agreed as follows:
    Article 1
    Use of piers
    1. A pier is open to all.
    2. The keeper of a pier shall:
    (a) sweep it;
    (b) light it.
    Article 2 – Fees
    No fee is due.
"""


@pytest.mark.parametrize("level", ["article", "paragraph", "point"])
def test_labels_apart_and_in_the_words_come_to_the_same(level):
    assert said(APART, level) == said(IN_WORDS, level)


def test_bullets_come_to_one_sign_whatever_their_shape():
    assert said("Rules\nBring:\n– a rope;\n– a lamp.") == said("Rules\nBring:\ni1 *| a rope;\ni1 *| a lamp.")


def test_a_heading_that_the_reader_did_not_see_is_told_by_its_place():
    assert said(IN_WORDS)[1][:2] == ("Article 1", "Use of piers")


def test_what_the_reader_took_for_a_heading_is_a_label_where_it_is_one():
    text = "h1| Pact\nh2| Article 1\nh3| Scope\nIt covers piers.\nh2| Article 2\nh3| Fees\nNone is due."
    assert said(text) == [("Article 1", "Scope", "It covers piers."), ("Article 2", "Fees", "None is due.")]


def test_a_reference_at_the_start_of_a_line_heads_nothing():
    text = "Article 1\nScope\nIt covers piers.\nArticle 2 applies to jetties too.\nArticle 2\nFees\nNone is due."
    assert [number for number, _, _ in said(text)] == ["Article 1", "Article 2"]


def test_an_article_behind_a_colon_is_quoted():
    text = """
        Article 1
        The following is inserted:
        Article 2
        Lamps
        Lamps are lit.
        Article 2
        This takes effect at once.
    """
    found = said(text)
    assert [number for number, _, _ in found] == ["Article 1", "Article 2"]
    assert "Lamps are lit." in found[0][2]


def test_numbers_that_are_left_out_do_not_stop_the_count():
    text = "Article 1\nOne thing is said here.\nArticle 3\nAnother thing is said.\nArticle 4\nA last one is."
    assert [number for number, _, _ in said(text)] == ["Article 1", "Article 3", "Article 4"]


def test_lists_whose_words_have_their_own_markers_are_read_by_these():
    text = """
        h1| Terms
        h2 1.| 1. Your berth
        i1 1.| a. You need a berth.
        i1 2.| b. You pay for it.
        h2 3.| 2. Your boat
        i1 1.| a. It must float.
        i1 2.| b. It must be yours.
    """
    assert [number for number, _, _ in said(text)] == ["1", "2"]
    assert said(text)[0][2] == "a. You need a berth.\nb. You pay for it."


def test_the_ninth_letter_is_no_numeral_where_the_tenth_follows():
    letters = "\n".join(f"({letter}) thing {letter};" for letter in "abcdefghij")
    text = f"Article 1\nThings\nThese are:\n{letters}\nArticle 2\nMore\nNothing else."
    assert [number for number, _, _ in said(text, "point")][1:11] == [f"Article 1({letter})" for letter in "abcdefghij"]


def test_the_ninth_letter_is_a_numeral_where_the_second_follows():
    letters = "\n".join(f"({letter}) thing {letter};" for letter in "abcdefgh")
    text = f"Article 1\nThings\nThese are:\n{letters}\n(i) small;\n(ii) large.\nArticle 2\nMore\nNothing else."
    assert said(text, "point")[8] == ("Article 1(h)", None, "thing h;\n(i) small;\n(ii) large.")


def test_a_note_goes_with_the_passage_that_calls_it():
    text = "Article 1\nScope\ni1 1.| It covers piers[1] of stone.\nn 1| And of brick.\nArticle 2\nFees\nNone is due."
    found = outline(document(text), "article")
    assert [passage.notes for passage in found.passages] == [("And of brick.",), ()]
    assert coverage(document(text), found)["note"] == len("Andofbrick.")


def test_a_paragraph_goes_on_behind_its_points():
    text = "Article 1\nDuty\n1. The keeper shall:\n(a) sweep; and\n(b) light\nthe pier.\n2. So be it."
    assert said(text, "point") == [
        ("Article 1(1)", None, "The keeper shall:\nthe pier."),
        ("Article 1(1)(a)", None, "sweep; and"),
        ("Article 1(1)(b)", None, "light"),
        ("Article 1(2)", None, "So be it."),
    ]


def test_rows_of_a_table_are_lines_of_the_clause():
    assert said("Fees\nThey are in crowns.\nr| day | 3\nr| night | 5") == [
        (None, None, "They are in crowns.\nday | 3\nnight | 5")
    ]


def test_a_table_of_contents_doubles_nothing():
    text = """
        Convention on Weirs
        Contents
        Article 1 Purpose ..... 2
        Article 2 Weirs ..... 2
        Article 3 Fish ..... 3
        Article 1
        Purpose
        This is about weirs.
        Article 2
        Weirs
        A weir holds water.
        Article 3
        Fish
        Fish pass freely.
    """
    assert [heading for _, heading, _ in said(text)] == ["Purpose", "Weirs", "Fish"]


def test_a_title_alone_is_what_the_document_says():
    assert said("Nothing else") == [(None, None, "Nothing else")]


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("§ 1", "§ 1"),
        ("Art. 1", "Art. 1"),
        ("ARTICLE I", "ARTICLE I"),
        ("Article premier", "Article premier"),
        ("Artículo 1.-", "Artículo 1"),
        ("Artikel 1:", "Artikel 1"),
        ("Article One", "Article One"),
        ("Rule 1", "Rule 1"),
        ("Clause 1.", "Clause 1"),
        ("第一条", "第一条"),
    ],
)
def test_divisions_are_called_many_things(label, number):
    assert said(f"Pact\n{label}\nIt covers piers; and jetties.") == [(number, None, "It covers piers; and jetties.")]


def test_a_number_with_a_heading_and_a_full_stop_heads_what_follows():
    text = """
        Licence for Ropes
        0. Definitions.
        A rope is long.
        1. Use of ropes.
        Use them well.
        2. Price.
        There is none.
    """
    assert said(text) == [
        ("0", "Definitions", "A rope is long."),
        ("1", "Use of ropes", "Use them well."),
        ("2", "Price", "There is none."),
    ]


def test_points_of_a_word_are_no_headings():
    text = "Article 1\nSeas\nThey have:\n1. Springs.\n2. Neaps.\n3. Surges."
    assert said(text, "paragraph")[1:] == [
        (f"Article 1({number})", None, word) for number, word in enumerate(("Springs.", "Neaps.", "Surges."), 1)
    ]


def test_numbers_that_go_on_across_headings_are_the_clauses():
    text = """
        Statement of the Ports
        h2| Tides
        1. We publish tables.
        2. They are free.
        h2| Piers
        3. We keep piers open.
        4. They are lit.
    """
    assert [number for number, _, _ in said(text)] == ["1", "2", "3", "4"]


def test_a_marker_on_a_line_of_its_own_goes_with_the_next():
    text = "Article 1\nDuty\nThe keeper shall:\n(a)\nsweep; and\n(b)\nlight."
    assert said(text)[0][2] == "The keeper shall:\n(a) sweep; and\n(b) light."


def test_a_heading_without_a_number_does_not_end_the_count():
    text = """
        h1| Ferry Terms
        h2| 1. Tickets
        You need one.
        h2| 2. Bags
        Bring one.
        h2| What this means
        Bring little.
        h2| 3. Dogs
        They travel free.
    """
    assert [(number, heading) for number, heading, _ in said(text)] == [
        ("1", "Tickets"),
        ("2", "Bags"),
        (None, "What this means"),
        ("3", "Dogs"),
    ]


def test_a_colon_before_most_of_the_text_announces_no_list():
    text = """
        Pact of the Ports
        Northport and Southport settle what follows:
        1. Each port keeps its piers open to the ships of the other one.
        2. Each port lights its piers at night so that ships can see them.
        3. Each port tells the other one when a pier of its own is closed.
    """
    assert [number for number, _, _ in said(text)] == [None, "1", "2", "3"]


def test_a_colon_before_short_items_announces_a_list():
    assert [number for number, _, _ in said("Rules\nBring with you:\n1. a rope;\n2. a lamp.")] == [None]


def test_headings_that_are_all_number_one_are_counted():
    text = """
        h1| Ferry Terms
        h 1.| Tickets
        You need one.
        h 1.| Bags
        Bring one.
        h 1.| Dogs
        They travel free.
    """
    assert [(number, heading) for number, heading, _ in said(text)] == [("1", "Tickets"), ("2", "Bags"), ("3", "Dogs")]


def test_a_bold_line_inside_a_numbered_section_is_part_of_it():
    text = "h1| Ferry Terms\nh| 1. Tickets\nYou need one.\nh| In short\nBuy one.\nh| 2. Bags\nBring one."
    assert [(number, heading) for number, heading, _ in said(text)] == [("1", "Tickets"), ("2", "Bags")]


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("[Article 1]", "[Article 2]", ["Article 1", "Article 2"]),
        ("ARTICLE I.—Scope", "ARTICLE II.—Fees", ["ARTICLE I", "ARTICLE II"]),
        ("ARTICLE 1", "ARTICLE 1BIS", ["ARTICLE 1", "ARTICLE 1BIS"]),
        ("Article 1", "Articles 2 to 4 (repealed)", ["Article 1", "Articles 2 to 4"]),
        ("Artikel 1", "Artikel 2 bis 4 (aufgehoben)", ["Artikel 1", "Artikel 2 bis 4"]),
        ("제1조(목적)", "제2조(요금)", ["제1조", "제2조"]),
        ("Article 1", "Artic1e 2", ["Article 1", "Article 2"]),
        ("Article 30", "Article 3l", ["Article 30", "Article 31"]),
        ("Article 15", "Arlicle l6", ["Article 15", "Article 16"]),
        ("Article l", "Article 2", ["Article 1", "Article 2"]),
        ("Article 4", "Article S", ["Article 4", "Article 5"]),
        ("Article R", "Article S", ["Article R", "Article S"]),
        ("ARTICLE I", "ARTICLE Il", ["ARTICLE I", "ARTICLE II"]),
        ("Article 10", "Article Il", ["Article 10", "Article 11"]),
        ("ARTICLE V", "ARTICLE Vl", ["ARTICLE V", "ARTICLE VI"]),
        ("Article 9", "Article l0 bis", ["Article 9", "Article 10 bis"]),
        ("1 - Scope", "2 - Fees", ["1", "2"]),
        ("(1) Scope", "(2) Fees", ["(1)", "(2)"]),
    ],
)
def test_labels_are_printed_in_many_ways(first, second, numbers):
    text = f"Pact\n{first}\nIt covers piers; and jetties.\n{second}\nNo fee is due; ever."
    assert [number for number, _, _ in said(text)] == numbers


@pytest.mark.parametrize(
    "label", ["Annex I to the Agreement", "ANNEX I.A", "ADDENDUM", "Annexe I au présent accord", "Anexo 1 del acuerdo"]
)
def test_annexes_have_many_names(label):
    text = (
        f"Pact\nArticle 1\nIt covers piers; all.\nArticle 2\nNo fee is due.\nIt is free.\n{label}\nPiers\nOne is here."
    )
    found = said(text)
    assert (found[-1][0], found[-1][1]) == (label.split(" to ")[0].split(" au ")[0].split(" del ")[0], "Piers")


def test_a_full_stop_may_end_a_heading_where_others_have_none():
    text = "\n".join(
        f"Article {number}\n{head}\nIt is so."
        for number, head in enumerate(("Scope.", "Fees", "Use of piers.", "Term", "End."), 1)
    )
    assert [head for _, head, _ in said(f"Pact\n{text}")] == ["Scope", "Fees", "Use of piers", "Term", "End"]


def test_headings_stand_above_their_articles_below_the_heading_of_a_chapter():
    chapters = "\n".join(
        f"Chapter {chapter}\nOn part {chapter}\n"
        + "\n".join(f"Topic {number}\nArticle {number}\nIt is so." for number in (2 * chapter - 1, 2 * chapter))
        for chapter in (1, 2, 3)
    )
    found = outline(document(f"Pact\n{chapters}"), "article").passages
    assert [(passage.number, passage.heading) for passage in found] == [
        (f"Article {number}", f"Topic {number}") for number in range(1, 7)
    ]
    assert found[-1].path == ("Chapter 3", "On part 3")


@pytest.mark.parametrize(
    "words",
    [
        "Ships pay the fee that is laid down in\nArticle 2\nof this Pact.",
        "These apply to yachts:\nArticle 1\nArticle 2",
    ],
)
def test_labels_in_a_sentence_or_a_list_head_nothing(words):
    text = f"Pact\nArticle 1\nScope\n{words}\nArticle 2\nFees\nNone is due."
    assert [(number, heading) for number, heading, _ in said(text)] == [("Article 1", "Scope"), ("Article 2", "Fees")]


SIGNED = (
    "Pact\nArticle 1\nIt covers piers; all.\nArticle 2\nNo fee is due.\nIt is free.\nDone at Bridgeton on 5 June 2031."
)


@pytest.mark.parametrize(
    ("head", "number", "heading"),
    [
        ("JOINT DECLARATION ON LIGHT", "JOINT DECLARATION", "ON LIGHT"),
        ("DECLARATION BY SOUTHMARK", "DECLARATION", "BY SOUTHMARK"),
        ("DÉCLARATION COMMUNE SUR LES FEUX", "DÉCLARATION COMMUNE", "SUR LES FEUX"),
        ("PROTOCOL ON FERRIES", "PROTOCOL", "ON FERRIES"),
        ("h| Agreed Minutes", "Agreed Minutes", None),
    ],
)
def test_what_is_attached_behind_the_signatures_is_no_part_of_them(head, number, heading):
    found = said(f"{SIGNED}\n{head}\nThe Parties keep the lights burning; at all hours.")
    assert found[-1] == (number, heading, "The Parties keep the lights burning; at all hours.")


def test_a_declaration_is_attached_behind_the_signatures_alone():
    text = "Pact\nArticle 1\nIt covers piers; all.\nDECLARATION OF INTENT\nNo fee is due.\nArticle 2\nIt is free; ever."
    assert [number for number, _, _ in said(text)] == ["Article 1", "Article 2"]


@pytest.mark.parametrize("label", ["Appendix 1 to Annex II", "APPENDIX 1 TO ANNEX II", "Appendice 1 à l’annexe II"])
def test_an_appendix_says_what_it_belongs_to(label):
    annexes = "Annex I\nPiers\nOne is here.\nAnnex II\nLists\nOne is kept."
    text = f"{SIGNED}\n{annexes}\n{label}\nModel\nIt is short; and plain."
    number, heading, words = said(text)[-1]
    assert (number.lower()[:8], heading, words) == ("appendi" + label[7].lower(), "Model", "It is short; and plain.")


@pytest.mark.parametrize("address", ["Excellency,", "Monsieur le Ministre,", "Sehr geehrter Herr Botschafter,"])
def test_letters_that_are_exchanged_are_told_apart(address):
    letter = "{head}\n{address}\nI propose the following:\n1. Piers are open.\n2. Lamps are lit.\nAda Holm"
    first = letter.format(head="Letter No. 1\nBridgeton, 5 June 2031", address=address)
    second = letter.format(head="Letter No. 2\nSouthport, 9 June 2031", address=address)
    text = f"Exchange of Letters on Piers\n{first}\n{second}"
    assert [number for number, _, _ in said(text)] == ["Letter No. 1", "Letter No. 2"]
    numbers = [number for number, _, _ in said(text, "paragraph")]
    assert [number for number in numbers if number and "(" in number] == [
        *("Letter No. 1(1)", "Letter No. 1(2)"),
        *("Letter No. 2(1)", "Letter No. 2(2)"),
    ]


def test_one_letter_is_a_text_like_others():
    text = "Letter on Piers\nExcellency,\n1. Piers are open; always.\n2. Lamps are lit; at night."
    assert [number for number, _, _ in said(text, "paragraph")][-2:] == ["1", "2"]


def test_letters_around_articles_leave_the_articles_to_be_clauses():
    text = "Exchange\nExcellency,\nWe propose:\nArticle 1\nOne; all.\nArticle 2\nTwo; all.\nExcellency,\nWe accept it."
    assert [number for number, _, _ in said(text)][-2:] == ["Article 1", "Article 2"]


def test_lines_to_sign_on_are_no_words():
    blanks = "______________\n______ ______\n.......... | ..........\n——————"
    text = f"{SIGNED}\nFor Northland\n{blanks}\nAda Holm"
    assert said(text)[-1][2].split("\n")[1:] == ["For Northland", "Ada Holm"]
    given = document(text)
    counts = coverage(given, outline(given, "article"))
    assert (counts["lost"], counts["doubled"]) == (0, 0)
