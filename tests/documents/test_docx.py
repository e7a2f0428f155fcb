"""Word documents are read as Word shows them."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from clausetrack.documents.docx import has_tracked_changes, read
from clausetrack.documents.reading import Reading
from clausetrack.errors import InputError
from tests.documents.docx_parts import (
    W,
    blocks,
    field,
    ins,
    labelled,
    made,
    p,
    packed,
    parts_of,
    row,
    run,
    style,
    table,
    texts,
)

HEADINGS = style("berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style(
    "Kap", "Kapitel", based="berschrift1"
)


def read_parts(parts, **options):
    return read(packed(parts), "a.docx", Reading(**options))


def test_paragraphs_in_order_with_their_places():
    found = blocks(p("Ships call at ports.") + p("") + p("Pilots", " guide", " them."))
    assert [block.text for block in found] == ["Ships call at ports.", "Pilots guide them."]
    assert [str(block.place) for block in found] == ["a.docx: paragraph 1", "a.docx: paragraph 2"]
    assert [block.place.line for block in found] == [1, 2]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>Ships</w:t><w:tab/><w:t>call</w:t><w:br/><w:t>here</w:t></w:r>", "Ships call here"),
        ("<w:r><w:t>  Ships  </w:t></w:r><w:r><w:t>call</w:t></w:r>", "Shipscall"),
        ("<w:r><w:t>港を</w:t><w:br/><w:t>開く</w:t></w:r>", "港を開く"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>operate</w:t></w:r>", "cooperate"),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>operate</w:t></w:r>", "co‑operate"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/><w:t>-rays</w:t></w:r>', "α-rays"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r>', "☑yes"),
        ('<w:hyperlink w:anchor="x"><w:r><w:t>the list</w:t></w:r></w:hyperlink>', "the list"),
        ("<w:smartTag><w:r><w:t>Port Alder</w:t></w:r></w:smartTag>", "Port Alder"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Party A</w:t></w:r></w:sdtContent></w:sdt>", "Party A"),
        ("<w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> unseen</w:t></w:r>", "seen"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>', "seen"),
        (
            '<w:r><w:t>Article 5</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>bis</w:t></w:r>',
            "Article 5bis",
        ),
        (field("REF x", "Article 3"), "Article 3"),
        (field("REF x", field("PAGE", "7")), "7"),
        ('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>', "7"),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>みなと</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "港",
        ),
    ],
)
def test_what_a_paragraph_shows(content, text):
    assert texts(f"<w:p><w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs></w:pPr>{content}</w:p>") == [text]


def test_a_field_without_its_end_hides_no_later_paragraph():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    assert texts(p("Before. ", begun) + p("After.")) == ["Before.", "After."]


def test_fields_without_ends_cost_no_more_than_others():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'

    def seconds(times):
        data = made(p(begun, "x") * times)
        start = time.process_time()
        assert len(read(data, "a.docx", Reading()).blocks) == times
        return time.process_time() - start

    seconds(100)
    assert seconds(5_000) < 25 * max(seconds(500), 0.01)


def test_tables_of_contents_are_left_out_by_field_and_by_style():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = p(begin, middle, "Ports 1") + p("Pilots 2") + p(end) + p("Fees 3", style="T") + p("Ports open.")
    assert texts(body, styles=style("T", "toc 1")) == ["Ports open."]
    lost = p(begin, middle, "Ports 1") + p("Ports", style="berschrift1") + p("Ports open.")
    assert texts(lost, styles=HEADINGS) == ["Ports", "Ports open."]


def test_text_boxes_are_read_once_after_their_paragraph():
    box = f"<w:txbxContent>{p('In the box.')}{p('Second.')}</w:txbxContent>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>{box}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    assert texts(p("Around ", both, "it.") + p("After.")) == ["Around it.", "In the box.", "Second.", "After."]
    assert texts(p("Around ", old, "it.")) == ["Around it.", "In the box.", "Second."]


def test_headings_by_style_also_by_other_names_and_inherited():
    body = p("Ports", style="berschrift1") + p("Pilots", style="Kap") + p("Ships call at the ports of both.")
    found = blocks(body, styles=HEADINGS)
    assert [(block.kind, block.level) for block in found] == [("heading", 1), ("heading", 1), ("paragraph", None)]
    direct = blocks(
        p("Fees", properties='<w:outlineLvl w:val="2"/>') + p("None.", properties='<w:outlineLvl w:val="9"/>')
    )
    assert [(block.kind, block.level) for block in direct] == [("heading", 3), ("paragraph", None)]


def test_an_outline_level_says_more_than_a_name():
    body = style("B", "heading 1", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
    assert [block.kind for block in blocks(p("Ports", style="B"), styles=body)] == ["paragraph"]


def test_a_whole_paragraph_in_a_style_of_headings_is_no_heading():
    text = "The parties shall open their ports to each other's ships in every season of the year."
    assert [block.kind for block in blocks(p(text, style="berschrift1"), styles=HEADINGS)] == ["paragraph"]


BODY = p("Ships of either party may call at the ports of the other party at any hour of the day.") * 5


@pytest.mark.parametrize(
    "heading",
    [
        p(run("Ports of call", "<w:b/>")),
        p(run("Ports of call", "<w:caps/>")),
        p("PORTS OF CALL"),
        p("Ports of call", properties='<w:jc w:val="center"/>'),
        p(run("Ports of call", '<w:sz w:val="28"/>')),
        p(run("Article 5.", "<w:b/>")),
    ],
)
def test_headings_by_look(heading):
    assert [block.kind for block in blocks(BODY + heading + BODY)].count("heading") == 1


@pytest.mark.parametrize(
    "paragraph",
    [
        p(run("Ports", "<w:b/>"), " of call"),
        p(run("The ports are open to all.", "<w:b/>")),
        p(run("The Parties have agreed as follows:", "<w:b/>")),
        p("Ports of call"),
        p("EU"),
        p(run("Ports " * 30, "<w:b/>")),
        p(run("a b c " * 8, "<w:b/>")),
        p(run("* * *", "<w:b/>")),
    ],
)
def test_no_headings_by_look(paragraph):
    assert "heading" not in [block.kind for block in blocks(BODY + paragraph + BODY)]


def test_bold_is_no_heading_where_all_is_bold():
    bold = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert "heading" not in [block.kind for block in blocks(BODY + p("Ports of call"), styles=bold)]


def test_tables_are_rows_with_cells():
    found = blocks(table(row("Length", "Fee"), row(p("up to") + p("50 metres"), ""), row("", "")))
    assert [(block.kind, block.cells, block.text) for block in found] == [
        ("row", ("Length", "Fee"), "Length | Fee"),
        ("row", ("up to 50 metres", ""), "up to 50 metres | "),
    ]


def test_a_cell_that_takes_several_rows_or_columns_is_read_once():
    def cell(text, more):
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{p(text)}</w:tc>"

    upper, lower, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    rows = [[cell("Fee", upper), cell("day", "")], [cell("", lower), cell("night", "")], [cell("Both", wide)]]
    found = blocks(table(*(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)))
    assert [block.cells for block in found] == [("Fee", "day"), ("night",), ("Both",)]


def test_tables_that_only_lay_out_are_no_rows():
    inner = table(row("(i)", "tugs;"), row("(ii)", "ferries."))
    found = blocks(
        table(row("(a)", "ships:"), row("", "of any flag"), row("(b)", p("boats:") + inner)) + table(row("A box."))
    )
    assert [(block.kind, block.label, block.level, block.text) for block in found] == [
        ("item", "(a)", 1, "ships:"),
        ("paragraph", None, None, "of any flag"),
        ("item", "(b)", 1, "boats:"),
        ("item", "(i)", 2, "tugs;"),
        ("item", "(ii)", 2, "ferries."),
        ("paragraph", None, None, "A box."),
    ]


def note(id, *content, kind="footnote"):
    return f'<w:{kind} w:id="{id}">{p("<w:r><w:footnoteRef/></w:r>", *content)}</w:{kind}>'


def call(id, kind="footnote", more=""):
    return f'<w:r><w:{kind}Reference w:id="{id}" {more}/></w:r>'


def test_notes_are_apart_and_called_by_label():
    star = '<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    body = p("Ships", call(3), " call", call(2), star, ".") + p("Boats", call(9, "endnote"), call(77), ".")
    notes = note(2, " Second.") + note(3, " First.") + note(4, "*") + note(8, "Never called.")
    notes = notes.replace('</w:footnote><w:footnote w:id="8"', p("Starred.") + '</w:footnote><w:footnote w:id="8"')
    found = blocks(body, footnotes=notes, endnotes=note(9, "Last.", kind="endnote"))
    assert [(block.kind, block.label, block.text, block.notes) for block in found] == [
        ("paragraph", None, "Ships call.", ("1", "2", "*")),
        ("paragraph", None, "Boats.", ("i",)),
        ("footnote", "1", "First.", ()),
        ("footnote", "2", "Second.", ()),
        ("footnote", "*", "Starred.", ()),
        ("footnote", "i", "Last.", ()),
    ]


def test_pages_where_they_were_noted():
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = blocks(p("One.") + p(turn, "Two.") + p("Still ", turn, "two.") + p("Three."))
    assert [block.page for block in found] == [1, 2, 2, 3]
    assert [block.page for block in blocks(p("One."))] == [None]
    assert [block.page for block in blocks(p("One.").replace("<w:p>", '<w:p page="x">'))] == [None]
    with pytest.raises(InputError, match="more than 2 pages"):
        read(made(p(turn, turn)), "a.docx", Reading(max_pages=2))


def test_metadata():
    parts = parts_of(
        p("x"),
        styles='<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>',
    )
    dc = "http://purl.org/dc/elements/1.1/"
    parts["docProps/core.xml"] = (
        f'<c xmlns:d="{dc}"><d:title>Pact  on Ports</d:title><d:creator>Ada Holm</d:creator></c>'
    )
    assert read_parts(parts).metadata == {"language": "fr-FR", "title": "Pact on Ports", "author": "Ada Holm"}


def test_the_strict_form_of_the_standard():
    parts = parts_of(p("Ports", style="H") + p("Ships."), styles=style("H", "heading 2"))
    strict = {
        name: part.replace(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, part in parts.items()
    }
    assert read_parts(strict).blocks == read_parts(parts).blocks


def test_tracked_changes_are_found_and_told():
    plain, tracked = made(p("Ships.")), made(p("Ships", ins(" and boats"), "."))
    assert not has_tracked_changes(plain, "a.docx")
    assert has_tracked_changes(tracked, "a.docx")
    assert read(plain, "a.docx", Reading()).notices == ()
    assert "accepted" in read(tracked, "a.docx", Reading()).notices[0]
    assert has_tracked_changes(made(p("x"), footnotes=note(2, ins("new"))), "a.docx")


def test_labels_of_typed_numbers_stay_in_the_text():
    assert labelled(p("1.1 Ships call.")) == [(None, "1.1 Ships call.")]


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"word/document.xml": None}, "word/document.xml is missing"),
        ({"word/document.xml": f'<w:rPrChange xmlns:w="{W}"/>'}, "no body"),
        ({"word/document.xml": "<w:document>"}, "in word/document.xml"),
        ({"word/document.xml": "<a/>"}, "no body"),
        ({"word/styles.xml": "<a>\n<b>\n</a>"}, "in word/styles.xml.*broken"),
        ({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "document type"),
        ({"word/document.xml": "<a>" * 300 + "</a>" * 300}, "in word/document.xml"),
    ],
)
def test_broken_parts_are_named(change, match):
    parts = {name: part for name, part in (parts_of(p("x"), styles="") | change).items() if part is not None}
    with pytest.raises(InputError, match=match):
        read_parts(parts)


def test_nothing_outside_the_file_is_read(tmp_path):
    secret = tmp_path / "styles.xml"
    secret.write_text("not XML")
    parts = parts_of(p("Ships."), styles="")
    for target in (f"file://{secret}", "../../../../etc/passwd"):
        for mode in ('TargetMode="External"', ""):
            parts["word/_rels/document.xml.rels"] = (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="a" Type="x/styles" Target="{target}" {mode}/></Relationships>'
            )
            assert [block.text for block in read_parts(parts).blocks] == ["Ships."]


def test_a_relationship_that_leads_outside_names_no_part():
    parts = parts_of(p("Ports", style="berschrift1"), styles=HEADINGS)
    assert [block.kind for block in read_parts(parts).blocks] == ["heading"]
    listing = "word/_rels/document.xml.rels"
    parts[listing] = parts[listing].replace("Target=", 'TargetMode="External" Target=')
    assert [block.kind for block in read_parts(parts).blocks] == ["paragraph"]


@pytest.mark.parametrize("name", ["rPrChange", "ins", "del", "rt", "txbxContent", "p", "tc"])
def test_a_root_that_is_none(name):
    parts = parts_of(p("x"), footnotes="")
    parts["word/footnotes.xml"] = f'<w:{name} xmlns:w="{W}"/>'
    for side in ("accepted", "rejected"):
        assert [block.text for block in read_parts(parts, changes=side).blocks] == ["x"]


def test_deep_nesting_is_bounded():
    inner = p("x")
    for _ in range(40):
        inner = table(row(inner, "y"))
    with pytest.raises(InputError, match="tables in one another"):
        blocks(inner)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_is_cut_off(share):
    data = made(p("Ships call at ports.") * 50)
    with pytest.raises(InputError, match="cut off or broken") as fault:
        read(data[: int(len(data) * share)], "a.docx", Reading())
    assert fault.value.file == "a.docx"


def test_flipped_bytes_give_a_document_or_an_error():
    data = made(p("Ships call.", num=(1, 0)) + table(row("a", "b")), styles=HEADINGS)
    read_well = 0
    for at in range(0, len(data), 7):
        broken = bytearray(data)
        broken[at] ^= 0xFF
        with suppress(InputError):
            read(bytes(broken), "a.docx", Reading())
            read_well += 1
    assert 0 < read_well < len(data) / 7
