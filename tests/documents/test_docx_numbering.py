"""Numbers of lists and headings are those that Word shows."""

from __future__ import annotations

import pytest

from tests.documents.docx_parts import abstract, blocks, ins, labelled, level, num, p, style

TREATY = abstract(
    0,
    level(0, "Article %1", more='<w:pStyle w:val="Art"/>'),
    level(1, "%1.%2"),
    level(2, "(%3)", "lowerLetter"),
    level(3, "(%4)", "lowerRoman"),
) + num(1, 0)
ART = style("Art", "Article", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')


def shown(body, numbering, **parts):
    return [label for label, _ in labelled(body, numbering=numbering, **parts)]


def at(*levels, list=1):
    return "".join(p("x", num=(list, level)) for level in levels)


def test_levels_count_below_one_another():
    assert shown(at(0, 1, 1, 2, 3, 3, 2, 1, 0, 1, 2), TREATY) == [
        *("Article 1", "1.1", "1.2", "(a)", "(i)", "(ii)", "(b)", "1.3", "Article 2", "2.1", "(a)"),
    ]


def test_numbers_are_labels_and_never_text():
    (found,) = blocks(p("Ships call.", num=(1, 2)), numbering=TREATY)
    assert (found.kind, found.label, found.level, found.text) == ("item", "(a)", 3, "Ships call.")


def test_levels_that_were_jumped_have_begun():
    assert shown(at(1, 1, 0, 1), TREATY) == ["1.1", "1.2", "Article 2", "2.1"]


@pytest.mark.parametrize(
    ("format", "numbers"),
    [
        ("decimal", "1 2 3"),
        ("decimalZero", "01 02 03"),
        ("upperRoman", "I II III"),
        ("upperLetter", "A B C"),
        ("ordinal", "1st 2nd 3rd"),
        ("cardinalText", "One Two Three"),
        ("ordinalText", "First Second Third"),
        ("japaneseCounting", "一 二 三"),
        ("koreanCounting", "일 이 삼"),
        ("ideographTraditional", "甲 乙 丙"),
        ("aiueo", "ア イ ウ"),
        ("decimalEnclosedCircle", "① ② ③"),
        ("decimalFullWidth", "１ ２ ３"),
        ("chicago", "* † ‡"),
        ("unheardOf", "1 2 3"),
    ],
)
def test_formats(format, numbers):
    lists = abstract(0, level(0, "%1", format)) + num(1, 0)
    assert shown(at(0, 0, 0), lists) == numbers.split()


@pytest.mark.parametrize(
    ("format", "start", "label"),
    [
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("upperRoman", 5000, "5000"),
        ("japaneseCounting", 10, "十"),
        ("japaneseCounting", 21, "二十一"),
        ("japaneseCounting", 105, "百五"),
        ("japaneseLegal", 11, "壱拾壱"),
        ("japaneseDigitalTenThousand", 20, "二〇"),
        ("ordinal", 11, "11th"),
        ("ordinal", 22, "22nd"),
        ("ordinalText", 21, "Twenty-First"),
        ("ordinalText", 30, "Thirtieth"),
        ("lowerLetter", 999_999_999, "999999999"),
        ("upperRoman", 999_999_999, "999999999"),
    ],
)
def test_high_numbers(format, start, label):
    assert shown(at(0), abstract(0, level(0, "%1", format, start)) + num(1, 0)) == [label]


def test_newer_formats_stand_as_a_choice():
    choice = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>'
        '</mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>'
    )
    assert shown(at(0), f'<w:abstractNum w:abstractNumId="0">{choice}</w:abstractNum>{num(1, 0)}') == ["007"]


def test_bullets_none_and_hidden_numbers():
    lists = abstract(
        0, level(0, "\uf0b7", "bullet"), level(1, "", "none"), level(2, "%3", more="<w:rPr><w:vanish/></w:rPr>")
    )
    found = blocks(at(0, 1, 2), numbering=lists + num(1, 0))
    assert [(block.kind, block.label, block.level) for block in found] == [
        ("item", "•", 1),
        ("paragraph", None, None),
        ("paragraph", None, None),
    ]


def test_legal_numbers_are_digits():
    lists = abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")) + num(1, 0)
    assert shown(at(0, 0, 1), lists) == ["I.", "II.", "2.1"]


def test_levels_begin_anew_as_they_say():
    never = abstract(0, level(0, "%1."), level(1, "(%2)", more='<w:lvlRestart w:val="0"/>')) + num(1, 0)
    assert shown(at(0, 1, 0, 1), never) == ["1.", "(1)", "2.", "(2)"]
    first = abstract(0, level(0, "%1."), level(1, "%2."), level(2, "(%3)", more='<w:lvlRestart w:val="1"/>')) + num(
        1, 0
    )
    assert shown(at(0, 1, 2, 1, 2, 0, 1, 2), first)[2::1] == ["(1)", "2.", "(2)", "2.", "1.", "(1)"]


def test_lists_of_one_definition_count_together_unless_they_start_anew():
    lists = abstract(0, level(0, "%1.")) + num(1, 0) + num(2, 0)
    anew = num(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    body = at(0, 0) + at(0, list=2) + at(0, 0, list=3) + at(0, list=2)
    assert shown(body, lists + anew) == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_a_list_may_replace_a_level():
    lists = (
        abstract(0, level(0, "%1."))
        + num(1, 0)
        + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1")}</w:lvlOverride>')
    )
    assert shown(at(0) + at(0, list=2), lists) == ["1.", "§ 2"]


def test_styles_number_by_themselves_and_by_the_level_that_names_them():
    two = style("Par", "Numbered", '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>', based="Art")
    body = (
        p("Ports", style="Art")
        + p("Ships call.", style="Par")
        + p("x", style="Art", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert shown(body, TREATY, styles=ART + two) == ["Article 1", "1.1", None]
    linked = abstract(0, level(0, "%1."), level(1, "%1.%2", more='<w:pStyle w:val="L"/>')) + num(1, 0)
    by_level = style("L", "Linked", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    assert shown(at(0) + p("x", style="L"), linked, styles=by_level) == ["1.", "1.1"]


def test_numbering_styles_are_followed():
    styles = style("Outline", "Outline", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    lists = (
        abstract(0, more='<w:numStyleLink w:val="Outline"/>')
        + abstract(1, level(0, "§ %1"), more='<w:styleLink w:val="Outline"/>')
        + num(1, 0)
        + num(2, 1)
    )
    assert shown(at(0, 0), lists, styles=styles) == ["§ 1", "§ 2"]
    ring = abstract(0, more='<w:numStyleLink w:val="Outline"/>') + num(2, 0)
    assert shown(at(0, list=2), ring, styles=styles) == [None]


def test_a_number_with_a_word_and_no_text_is_the_text():
    body = p("", style="Art") + p("Ports of call", num=(1, 1)) + p("", num=(1, 1)) + p("", style="Art")
    assert labelled(body, numbering=TREATY, styles=ART) == [
        (None, "Article 1"),
        ("1.1", "Ports of call"),
        (None, "Article 2"),
    ]


def test_headings_keep_their_number_as_a_label():
    heading = style("H", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    (found,) = blocks(p("Ports of call", style="H"), numbering=TREATY, styles=heading)
    assert (found.kind, found.level, found.label, found.text) == ("heading", 1, "Article 1", "Ports of call")


def test_text_boxes_and_notes_count_apart():
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{at(0)}</w:txbxContent></v:textbox></w:pict></w:r>"
    note = f'<w:footnote w:id="1">{at(0)}</w:footnote>'
    body = at(0) + p("x", box, '<w:r><w:footnoteReference w:id="1"/></w:r>', num=(1, 0)) + at(0)
    assert labelled(body, numbering=TREATY, footnotes=note) == [
        ("Article 1", "x"),
        ("Article 2", "x"),
        ("Article 1", "x"),
        ("Article 3", "x"),
        ("1", "Article 1 x"),
    ]


def test_hidden_and_removed_paragraphs_are_not_counted():
    hidden = p("", num=(1, 0), mark="<w:vanish/>")
    removed = p(ins("new"), num=(1, 0), mark="<w:ins/>")
    assert shown(at(0) + hidden + at(0), TREATY) == ["Article 1", "Article 2"]
    assert [label for label, _ in labelled(at(0) + removed + at(0), "rejected", numbering=TREATY)] == [
        "Article 1",
        "Article 2",
    ]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        num(1, 7),
        abstract(0, level(0, "%1.", start="x")) + num(1, 0),
        abstract(0, level(12, "%1.")) + num(1, 0),
        abstract(0, level(0, "%9%1" + "%1" * 5000)) + num(1, 0),
    ],
)
def test_numbering_that_is_no_use(numbering):
    (found,) = blocks(p("x", num=(1, 0)), numbering=numbering)
    assert found.text == "x"
    assert found.label is None or len(found.label) <= 200
