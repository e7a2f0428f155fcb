"""Akoma Ntoso becomes blocks, with its hierarchy, its numbers and its ids."""

from __future__ import annotations

import pytest

from clausetrack.documents.readers import read
from clausetrack.documents.reading import Reading
from clausetrack.errors import InputError

XMLNS = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"


def akn(inside, kind="act"):
    return f'<akomaNtoso xmlns="{XMLNS}">\n<{kind} name="agreement">{inside}</{kind}>\n</akomaNtoso>'


def blocks(inside, reading=Reading()):  # noqa: B008 - it cannot be changed
    return read(akn(inside).encode(), "a.xml", reading, "akn").blocks


def seen(inside):
    return [(block.kind, block.level, block.label, block.text) for block in blocks(inside)]


ARTICLE = """<body><part eId="part_1"><num>Part I</num><heading>Fees</heading><article eId="art_1"><num>Article 1</num>
<heading>By day</heading><paragraph eId="art_1__para_1"><num>1.</num><intro><p>Due are:</p></intro><point eId="p_a">
<num>(a)</num><content><p>by ships,</p><p>400 crowns;</p></content></point>
<point><num>(b)</num><heading>Boats</heading>
<content><p eId="x">none.</p></content></point><wrapUp><p>And no more.</p></wrapUp></paragraph></article>
        </part></body>"""


def test_parts_have_headings_and_numbers_are_labels():
    assert [(block.kind, block.level, block.label, block.text, block.id) for block in blocks(ARTICLE)] == [
        ("heading", 2, "Part I", "Fees", "part_1"),
        ("heading", 3, "Article 1", "By day", "art_1"),
        ("item", 1, "1.", "Due are:", "art_1__para_1"),
        ("item", 2, "(a)", "by ships,", "p_a"),
        ("paragraph", None, None, "400 crowns;", "p_a"),
        ("heading", 5, "(b)", "Boats", "art_1__para_1"),
        ("paragraph", None, None, "none.", "x"),
        ("paragraph", None, None, "And no more.", "art_1__para_1"),
    ]


def test_a_number_without_heading_is_one_where_it_is_more_than_a_marker():
    inside = "<body><article><num>Article 1</num><content><p>Fees.</p></content></article>{}</body>"
    assert seen(inside.format("<article><num>§ 2</num><content><p>None.</p></content></article>"))[:3] == [
        ("heading", 2, None, "Article 1"),
        ("paragraph", None, None, "Fees."),
        ("item", 1, "§ 2", "None."),
    ]


def test_a_number_that_no_text_follows_is_text():
    inside = (
        "<body><article><paragraph><num>1.</num></paragraph></article><article><num>Article 2</num></article></body>"
    )
    assert seen(inside) == [("paragraph", None, None, "1."), ("heading", 2, None, "Article 2")]


def test_prefixes_and_earlier_namespaces_read_the_same():
    here = [(block.kind, block.text) for block in blocks(ARTICLE)]
    prefixed = akn(ARTICLE).replace("<", "<a:").replace("<a:/", "</a:").replace("xmlns=", "xmlns:a=")
    earlier = akn(ARTICLE).replace(XMLNS, "http://www.akomantoso.org/2.0").replace("eId=", "id=")
    for text in (prefixed, earlier):
        found = read(text.encode(), "a.xml").blocks
        assert [(block.kind, block.text) for block in found] == here
        assert found[0].id == "part_1"


def test_preface_preamble_and_conclusions():
    inside = """<preface><longTitle><p><docType>Agreement</docType> on <docTitle>Pilots</docTitle></p>
        </longTitle></preface>
        <preamble><formula name="x"><p>The Parties,</p></formula><recitals><recital eId="r1"><num>(1)</num>
        <p>Recalling the strait;</p></recital></recitals><citations><citation><p>Having met;</p></citation></citations>
        </preamble><conclusions><p>Done at <location refersTo="#s">Southport</location><eol/>in May.</p>
        </conclusions>"""
    assert seen(inside) == [
        ("heading", 1, None, "Agreement on Pilots"),
        ("paragraph", None, None, "The Parties,"),
        ("item", 1, "(1)", "Recalling the strait;"),
        ("paragraph", None, None, "Having met;"),
        ("paragraph", None, None, "Done at Southport"),
        ("paragraph", None, None, "in May."),
    ]


def test_lists_in_blocks_have_their_numbers():
    inside = """<body><article><content><blockList><listIntroduction>Due are:</listIntroduction><item><num>(a)</num>
        <p>by day;</p></item><item><num>(b)</num><p>by night.</p></item></blockList></content></article></body>"""
    assert seen(inside) == [
        ("paragraph", None, None, "Due are:"),
        ("item", 1, "(a)", "by day;"),
        ("item", 1, "(b)", "by night."),
    ]


def test_footnotes_stand_behind_the_text_that_calls_them():
    inside = """<body><p>Charts<authorialNote marker="*" eId="n"><p>Of the <i>strait</i>.</p><p>All.</p>
        </authorialNote> are
        sent<authorialNote><p>On paper.</p></authorialNote>.</p><p>Fees.</p></body>"""
    assert [(block.kind, block.label, block.text, block.notes) for block in blocks(inside)] == [
        ("paragraph", None, "Charts are sent.", ("*", "2")),
        ("footnote", "*", "Of the strait. All.", ()),
        ("footnote", "2", "On paper.", ()),
        ("paragraph", None, "Fees.", ()),
    ]


def test_what_amends_another_text_is_no_part_of_the_outline():
    inside = """<body><article><num>Article 1</num><heading>Change</heading><content>
        <p><mod>Article 2 becomes: <quotedStructure>
        <article><num>Article 2</num><heading>Fees</heading><paragraph><num>1.</num><content><p>None.</p></content>
        </paragraph></article></quotedStructure></mod></p></content></article><article><num>Article 2</num>
        </article></body>"""
    assert [(block.kind, block.label, block.text) for block in blocks(inside)] == [
        ("heading", "Article 1", "Change"),
        ("paragraph", None, "Article 2 becomes:"),
        ("paragraph", "Article 2", "Fees"),
        ("item", "1.", "None."),
        ("heading", None, "Article 2"),
    ]


def test_attachments_and_their_tables():
    inside = """<body><p>Fees.</p></body><attachments><attachment eId="att"><heading>Annex</heading>
        <doc name="annex"><meta/>
        <mainBody><table><tr><th><p>Length</p></th><th>Fee</th></tr><tr><td>24</td><td>400</td></tr><tr><td>x</td></tr>
        </table></mainBody></doc></attachment></attachments>"""
    found = blocks(inside)
    assert [(block.kind, block.text, block.cells) for block in found] == [
        ("paragraph", "Fees.", ()),
        ("heading", "Annex", ()),
        ("row", "Length | Fee", ("Length", "Fee")),
        ("row", "24 | 400", ("24", "400")),
        ("paragraph", "x", ()),
    ]
    assert {block.id for block in found[1:]} == {"att"}


def test_changes_are_shown_as_wanted():
    inside = "<body><p>A fee of <del>400</del><ins>520</ins> crowns.</p></body>"
    assert blocks(inside)[0].text == "A fee of 520 crowns."
    assert blocks(inside, Reading(changes="rejected"))[0].text == "A fee of 400 crowns."


def test_what_a_document_says_of_itself():
    inside = """<meta><identification source="#g"><FRBRWork><FRBRauthor href="#parties"/><FRBRdate date="2021-05-03"/>
        </FRBRWork>
        <FRBRExpression><FRBRuri value="https://a.example/fees"/><FRBRlanguage language="fra"/></FRBRExpression>
        <FRBRManifestation><FRBRauthor href="#press"/><FRBRdate date="2021-06-01"/></FRBRManifestation></identification>
        <references source="#g"><TLCOrganization eId="parties" href="/p" showAs="The Parties"/>
        <TLCOrganization eId="press" href="/h" showAs="Harbour Press"/></references></meta>
        <preface><p><docTitle>Agreement  on Fees</docTitle></p></preface>"""
    assert read(akn(inside).encode(), "a.xml").metadata == {
        "title": "Agreement on Fees",
        "author": "The Parties",
        "publisher": "Harbour Press",
        "published": "2021-06-01",
        "url": "https://a.example/fees",
        "language": "fr",
    }


def test_places_are_lines():
    assert [block.place.line for block in blocks("<body>\n<p>a</p>\n\n<p>b</p></body>")] == [3, 5]


def test_a_table_of_contents_and_the_data_about_a_document_are_no_text():
    assert seen("<meta>x</meta><preface><toc><tocItem>Fees 1</tocItem></toc></preface><body><p>Fees</p></body>") == [
        ("paragraph", None, None, "Fees")
    ]


BOMB = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaa'>" + "".join(
    f"<!ENTITY a{n} '{f'&a{n - 1 or str()};' * 10}'>" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("head", "use"),
    [
        (BOMB + "]>", "&a11;"),
        ('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "&a;"),
        ('<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd">', ""),
        ('<!DOCTYPE a [<!ENTITY % a SYSTEM "http://192.0.2.1/a"> %a;]>', ""),
        ("<!DOCTYPE a>", ""),
    ],
)
@pytest.mark.parametrize("place", ["<p>{}</p>", '<p id="{}">x</p>'])
def test_a_document_type_is_refused_with_its_line(head, use, place):
    text = f'<?xml version="1.0"?>\n{head}\n{akn("<body>" + place.format(use) + "</body>")}'
    with pytest.raises(InputError, match="DOCTYPE") as fault:
        read(text.encode(), "a.xml", format="akn")
    assert fault.value.line == 2


@pytest.mark.parametrize(
    ("text", "what", "line"),
    [
        ("<akomaNtoso>\n<p>Fees</akomaNtoso>", "the XML is broken", 2),
        ("<akomaNtoso>\n" + "<p>" * 300 + "</p>" * 300 + "</akomaNtoso>", "elements nest deeper than 256", 2),
        ("<akomaNtoso>&nbsp;</akomaNtoso>", "the XML is broken", 1),
        ("<treaty/>", "the root is 'treaty'", 1),
        ("Fees", "the XML is broken", 1),
        ("<akomaNtoso>" + "a" * 10_100_000 + "</akomaNtoso>", "longer than ten million", 1),
        ("<akomaNtoso><" + "a" * 10_100_000 + "/></akomaNtoso>", "longer than ten million", 1),
    ],
)
def test_broken_xml_is_refused_with_its_line(text, what, line):
    with pytest.raises(InputError, match=what) as fault:
        read(text.encode(), "a.xml", format="akn")
    assert fault.value.line == line


def test_xml_in_the_encoding_that_it_declares():
    text = '<?xml version="1.0" encoding="{}"?>' + akn("<body><p>港を開く。</p></body>")
    for encoding in ("Shift_JIS", "EUC-JP", "UTF-16"):
        assert read(text.format(encoding).encode(encoding), "a.xml").blocks[0].text == "港を開く。"


@pytest.mark.parametrize(
    "piece",
    [
        "<p>a</p>",
        "<paragraph><num>1.</num></paragraph>",
        "<article><num>Article 1</num><heading>a</heading></article>",
        "a<eol/>",
        "a<authorialNote><p>b</p></authorialNote>",
        "<tr><td>a</td><td>b</td></tr>",
        "<b>a</b>",
    ],
)
def test_many_parts_are_read_in_linear_time(piece):
    assert blocks(f"<body><p>a{piece * (600_000 // len(piece))}</p></body>")
