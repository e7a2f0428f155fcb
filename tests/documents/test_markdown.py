"""Markdown becomes blocks: headings, items with their labels, rows, footnotes, each with its lines."""

from __future__ import annotations

import pytest

from clausetrack.documents.readers import read
from clausetrack.errors import InputError


def blocks(text):
    return read(text.encode(), "a.md", format="md").blocks


def seen(text):
    return [(block.kind, block.label, block.text) for block in blocks(text)]


def test_headings_have_their_level():
    text = "Fees\n====\n\nBy day\n------\n\n### By night ###\n\n#### 2\\. Ice\n"
    assert [(block.level, block.text) for block in blocks(text)] == [
        (1, "Fees"),
        (2, "By day"),
        (3, "By night"),
        (4, "2. Ice"),
    ]


def test_markup_goes_and_its_words_stay():
    text = (
        'A *master* of a **ship** pays [the `fee`](https://a.example "x") ![seal](s.png), 3 \\* 2 &amp; a<br>b <i>c</i>'
    )
    assert [block.text for block in blocks(text)] == ["A master of a ship pays the fee seal, 3 * 2 & a", "b c"]


def test_a_paragraph_may_have_several_lines_and_a_hard_break_parts_it():
    found = blocks("Northland keeps\nits lights.  \nSouthmark too.\\\nAll night.\n\nFees.\n")
    assert [(block.text, block.place.line, block.place.end_line) for block in found] == [
        ("Northland keeps its lights.", 1, 2),
        ("Southmark too.", 3, 3),
        ("All night.", 4, 4),
        ("Fees.", 6, 6),
    ]


def test_items_have_the_labels_that_are_written():
    text = "3. Fees\n4. Lights\n   - by day\n   - by night\n\n     in winter\n7) Ice\n"
    assert [(block.kind, block.label, block.level, block.text) for block in blocks(text)] == [
        ("item", "3.", 1, "Fees"),
        ("item", "4.", 1, "Lights"),
        ("item", "•", 2, "by day"),
        ("item", "•", 2, "by night"),
        ("paragraph", None, None, "in winter"),
        ("item", "7)", 1, "Ice"),
    ]


def test_numbers_that_writers_leave_to_be_counted_are_counted():
    assert [label for _, label, _ in seen("1. Fees\n1. Lights\n1. Ice\n")] == ["1.", "2.", "3."]


def test_numbers_on_both_sides_of_a_blank_line_are_as_written():
    text = "1. Fees\n2. Lights\n\n7. Ice\n\n1. Fog\n"
    assert [label for _, label, _ in seen(text)] == ["1.", "2.", "7.", "1."]


def test_an_item_in_an_item_without_words_has_both_labels():
    assert seen("1. - Fees\n") == [("item", "1. •", "Fees")]


def test_what_is_wholly_bold_and_short_is_a_heading():
    long = f"**{'No pilot is paid twice for one ship. ' * 6}Ever.**"
    found = seen(f"**Fees**\n\n1. **Lights**.\n\n1. by day\n2. by night\n\n__Please note:__\n\n{long}\n")
    assert [(kind, label, text[:9]) for kind, label, text in found] == [
        ("heading", None, "Fees"),
        ("heading", "1.", "Lights."),
        ("item", "1.", "by day"),
        ("item", "2.", "by night"),
        ("paragraph", None, "Please no"),
        ("paragraph", None, "No pilot "),
    ]


def test_a_bold_first_line_is_a_heading():
    assert seen("10. **Ice**\nWhere there is ice, no fee is due.\n") == [
        ("heading", "10.", "Ice"),
        ("paragraph", None, "Where there is ice, no fee is due."),
    ]


@pytest.mark.parametrize("text", ["4. **Ice.** No fee is due.", "4. **Ice**. No fee is due."])
def test_a_heading_that_runs_into_a_numbered_text_stands_apart(text):
    assert seen(text) == [("heading", "4.", "Ice."), ("paragraph", None, "No fee is due.")]


@pytest.mark.parametrize(
    "text",
    ["4. **Northland** pays.", "**Ice.** No fee.", "- **Ice.** No fee.", "4. **Ice:** No fee.", "4. No **fee.** Ever."],
)
def test_other_bold_words_stay_in_their_text(text):
    assert [kind for kind, _, _ in seen(text)] in (["item"], ["paragraph"])


def test_a_table_becomes_rows():
    found = blocks("| Length | Fee |\n|---|--:|\n| 24 *metres* | 400 |\n|  | |\n| a \\| b | c |\n")
    assert [(block.kind, block.cells, block.place.line) for block in found] == [
        ("row", ("Length", "Fee"), 1),
        ("row", ("24 metres", "400"), 3),
        ("row", ("a | b", "c"), 5),
    ]


def test_footnotes_stand_apart():
    text = "Charts[^a] are sent.[^2] See [^none].\n\n[^a]: Of the\n  strait.\n[^2]: Ibid.\n\n    And later.\n\nFees.\n"
    found = blocks(text)
    assert [(block.kind, block.label, block.text, block.notes) for block in found] == [
        ("paragraph", None, "Charts are sent. See [^none].", ("a", "2")),
        ("footnote", "a", "Of the strait.", ()),
        ("footnote", "2", "Ibid. And later.", ()),
        ("paragraph", None, "Fees.", ()),
    ]


def test_quotes_and_code_are_text():
    assert seen("> Fees\n> are due.\n\n```\nby day\n(a) none\n```\n\n    (b) by night\n") == [
        ("paragraph", None, "Fees are due."),
        ("paragraph", None, "by day"),
        ("paragraph", None, "(a) none"),
        ("paragraph", None, "(b) by night"),
    ]


def test_html_is_read_as_html_and_nothing_in_it_runs():
    text = (
        "Fees.\n\n<table>\n<tr><td>24</td><td>400</td></tr>\n</table>\n\n<script>\nalert(1)\n</script>\n\n<!-- no -->\n"
    )
    found = blocks(text)
    assert [(block.kind, block.text, block.place.line) for block in found] == [
        ("paragraph", "Fees.", 1),
        ("row", "24 | 400", 4),
    ]


def test_front_matter_is_metadata():
    document = read(b'---\ntitle: "Fees"\ndate: 2021-05-03\nx: y\n---\n# Fees\n', "a.md")
    assert document.metadata == {"title": "Fees", "published": "2021-05-03"}
    assert [(block.text, block.place.line) for block in document.blocks] == [("Fees", 6)]


def test_line_ends_of_all_kinds():
    assert [block.place.line for block in blocks("a\r\n\r\nb\r\rc\n")] == [1, 3, 5]


def test_what_nests_too_deep_is_refused():
    assert blocks("> " * 40 + "a\n")[0].text == "a"
    with pytest.raises(InputError, match="nest deeper than 100"):
        blocks("> " * 200 + "a\n")


@pytest.mark.parametrize("piece", ["[", "![", "[a](", "*a ", "_*", "a`", "<", "&", "|", "\\", "word "])
def test_one_long_line_is_read_in_bounded_time(piece):
    assert blocks((piece * 40_000)[:40_000])


def test_soft_hyphens_are_no_letters():
    assert [block.text for block in blocks("## Pi\xadlots\n\nThe **pi\xad**lot of the har\xad\nbour&shy;.\n")] == [
        "Pilots",
        "The pilot of the harbour.",
    ]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("## **1\\. Fees** {#fees}", "1. Fees"),
        ("Fees {#fees .unnumbered}\n----", "Fees"),
        ("## Fees\n{: .no_toc}", "Fees"),
        ("## []{#_Toc12 .anchor}Fees", "Fees"),
        ("The [fee]{.underline} is due.", "The fee is due."),
        ("The fee is {400} or {#}.", "The fee is {400} or {#}."),
    ],
)
def test_attributes_are_no_words(text, seen):
    assert [block.text for block in blocks(text)] == [seen]


LINKS = "- [Fees](#fees)\n- [Pilots and *tugs*](#p)\n  - [Ice](#gone)\n\n"
SECTIONS = '## 1. Fees\n\nNone.\n\n<a id="p"></a>\n\n**2. Of pilots**\n\nNone.\n\n[Back to top](#top)\n'


@pytest.mark.parametrize(
    "contents",
    [
        LINKS,
        f"Jump to:\n\n{LINKS}",
        f"## Table of Contents\n\n{LINKS}",
        "[Fees](#fees) | [Tugs](#p) |\n[Ice](#ice)\n\n",
    ],
)
def test_lists_of_links_to_places_in_the_file_are_no_text(contents):
    assert [block.text for block in blocks(f"# Terms\n\n{contents}{SECTIONS}")] == [
        "Terms",
        "1. Fees",
        "None.",
        "2. Of pilots",
        "None.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- [Fees](#fees)\n- [Tugs](#p)\n",
        "- [Hulls](#h)\n- [Masts](#m)\n- [Sails](#s)\n",
        "- [Fees](#fees) are due\n- [Tugs](#p)\n- [Ice](#ice)\n",
        "- [Fees](/fees)\n- [Tugs](/p)\n- [Ice](/ice)\n",
        "[1](#fees), [2](#p), [3](#fees)\n",
        "[Fees](#fees)\n",
    ],
)
def test_other_links_are_text(text):
    found = [block.text for block in blocks(f"# Terms\n\nJump to:\n\n{text}\n{SECTIONS}")]
    assert found[1] == "Jump to:"
    assert len(found) > 6


def test_a_word_that_the_source_breaks_at_its_hyphen_is_one_word():
    text = "The low-\nlying piers, pre-\nand post-\nwar, the wind-\nMr. Gull's -\nis."
    assert [block.text for block in blocks(text)] == [
        "The low-lying piers, pre- and post-war, the wind- Mr. Gull's - is.",
    ]
