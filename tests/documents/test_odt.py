"""OpenDocument texts are read as they are shown."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from clausetrack.documents.odt import has_tracked_changes, read
from clausetrack.documents.reading import Reading
from clausetrack.errors import InputError
from tests.documents.docx_parts import packed

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = " ".join(
    f'xmlns:{prefix}="{ODF}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "meta": "meta",
        "fo": "xsl-fo-compatible",
    }.items()
)


def parts_of(text, styles="", outline="", meta=""):
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    return {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {NAMES}>{automatic}<office:body><office:text>{text}</office:text>"
        "</office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {NAMES}><office:styles>{outline}</office:styles>"
        "</office:document-styles>",
        "meta.xml": f'<office:document-meta {NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>{meta}'
        "</office:meta></office:document-meta>",
    }


def blocks(text, changes="accepted", **parts):
    return read(packed(parts_of(text, **parts)), "a.odt", Reading(changes=changes)).blocks


def texts(text, changes="accepted", **parts):
    return [block.text for block in blocks(text, changes, **parts)]


def labels(text, **parts):
    return [block.label for block in blocks(text, **parts)]


def p(*content, style=""):
    return f'<text:p text:style-name="{style}">{"".join(content)}</text:p>'


def items(*content, style="L", more=""):
    inside = "".join(c if c.startswith("<text:list-") else f"<text:list-item>{c}</text:list-item>" for c in content)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def list_style(*levels, name="L"):
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def level(at, format, more=""):
    return f'<text:list-level-style-number text:level="{at}" style:num-format="{format}" {more}/>'


def named(name, properties, family="paragraph", more=""):
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>'


HIDDEN = named("H", '<style:text-properties text:display="none"/>', "text")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Ships<text:tab/>call<text:s text:c='3'/>at<text:line-break/>ports.", "Ships call at ports."),
        ("Ships\n   call.", "Ships call."),
        ("Ships <text:span>call <text:a>at</text:a></text:span> ports.", "Ships call at ports."),
        ("<text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>みなと</text:ruby-text></text:ruby>", "港"),
        ("Seen<office:annotation><text:p>no</text:p></office:annotation>.", "Seen."),
        ('Seen<text:span text:style-name="H"> unseen</text:span>.', "Seen."),
        ("On <text:date>3 May</text:date>.", "On 3 May."),
        ("Port<text:bookmark text:name='x'/>s", "Ports"),
    ],
)
def test_what_a_paragraph_shows(content, text):
    assert texts(p(content), styles=HIDDEN) == [text]


def test_headings_by_level_and_by_look():
    bold = named("B", '<style:text-properties fo:font-weight="bold"/>')
    title = named("Titel", "", more='style:display-name="Title"')
    text = '<text:h text:outline-level="2">Ports</text:h>' + p("Fees", style="B") + p("Pact", style="Titel")
    body = p("Ships of either party may call at the ports of the other party at any hour.") * 3
    found = blocks(text + body, styles=bold + title)
    assert [(block.kind, block.level) for block in found[:4]] == [
        ("heading", 2),
        ("heading", None),
        ("heading", 1),
        ("paragraph", None),
    ]


def test_lists_count_as_they_say():
    styles = list_style(
        level(1, "1", 'style:num-suffix="."'),
        level(2, "a", 'style:num-prefix="(" style:num-suffix=")"'),
        level(3, "1", 'text:display-levels="3" text:start-value="4"'),
        '<text:list-level-style-bullet text:level="4" text:bullet-char="–"/>',
    )
    inner = items(p("x"), p("x") + items(p("x") + items(p("x"))))
    text = items(
        p("x"), p("x") + p("goes on") + inner, "<text:list-header><text:p>head</text:p></text:list-header>", p("x")
    )
    assert labels(text, styles=styles) == ["1.", "2.", None, "(a)", "(b)", "2.b.4", "–", None, "3."]


def test_lists_begin_anew_or_go_on():
    styles = list_style(level(1, "I"))
    one, start = (
        items(p("x"), p("x"), more='xml:id="one"'),
        '<text:list-item text:start-value="7"><text:p>x</text:p></text:list-item>',
    )
    assert labels(one + items(p("x")), styles=styles) == ["I", "II", "I"]
    assert labels(one + items(p("x"), more='text:continue-numbering="true"'), styles=styles) == ["I", "II", "III"]
    both = items(p("x"), more='text:continue-list="one" text:continue-numbering="true"')
    assert labels(one + items(p("x")) + both, styles=styles) == ["I", "II", "I", "III"]
    again = items(p("x"), more='text:continue-list="one"')
    assert labels(one + items(p("x")) + again, styles=styles) == ["I", "II", "I", "III"]
    assert labels(one + items(start, p("x")), styles=styles) == ["I", "II", "VII", "VIII"]


@pytest.mark.parametrize(
    ("format", "start", "label"),
    [("a", 28, "ab"), ("1st", 2, "2nd"), ("一, 二, 三, ...", 12, "十二"), ("?", 3, "3"), ("", 1, None)],
)
def test_formats(format, start, label):
    assert labels(items(p("x")), styles=list_style(level(1, format, f'text:start-value="{start}"'))) == [label]


def test_letters_may_be_repeated():
    letters = level(1, "a", 'style:num-letter-sync="true" text:start-value="28"')
    assert labels(items(p("x")), styles=list_style(letters)) == ["bb"]


def test_headings_count_with_the_outline():
    outline = (
        "<text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Part "/>'
        '<text:outline-level-style text:level="2" style:num-format="1" style:num-prefix="Article "/>'
        "</text:outline-style>"
    )

    def h(level, more=""):
        return f'<text:h text:outline-level="{level}" {more}>x</text:h>'

    text = h(1) + h(2) + h(2, 'text:is-list-header="true"') + h(2) + h(1) + h(2) + h(2, 'text:style-name="N"')
    none = named("N", "", more='style:list-style-name=""')
    expected = ["Part I", "Article 1", None, "Article 2", "Part II", "Article 1", None]
    assert labels(text, outline=outline, styles=none) == expected


def test_tables_notes_frames_and_indexes():
    cell = "<table:table-cell>{}</table:table-cell>"
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    note = (
        '<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation><text:note-body><text:p>{}</text:p>'
        "</text:note-body></text:note>"
    )
    frame = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
    text = (
        f"<text:table-of-content><text:index-body>{p('Ports 1')}</text:index-body></text:table-of-content>"
        + p("Ships", note.format("endnote", "i", "Last."), frame, note.format("footnote", "1", "First."), " call.")
        + f"<table:table>{row.format(p('a'), p('b') + p('c'))}</table:table>"
        + f'<text:section text:display="none">{p("unseen")}</text:section><text:section>{p("Seen.")}</text:section>'
    )
    assert [(block.kind, block.label, block.text, block.notes) for block in blocks(text)] == [
        ("paragraph", None, "Ships call.", ("i", "1")),
        ("paragraph", None, "In a box.", ()),
        ("row", None, "a | b c", ()),
        ("paragraph", None, "Seen.", ()),
        ("footnote", "1", "First.", ()),
        ("footnote", "i", "Last.", ()),
    ]


def test_pages_where_they_were_noted():
    turn = "<text:soft-page-break/>"
    found = blocks(p("One.") + turn + p("Two ", turn, "and three.") + p("Three."))
    assert [block.page for block in found] == [1, 2, 3]


def region(id, kind, content=""):
    return f'<text:changed-region text:id="{id}"><text:{kind}>{content}</text:{kind}></text:changed-region>'


def between(id, *content):
    return f'<text:change-start text:change-id="{id}"/>{"".join(content)}<text:change-end text:change-id="{id}"/>'


def tracked(*regions):
    return f"<text:tracked-changes>{''.join(regions)}</text:tracked-changes>"


def test_words_of_both_sides():
    text = tracked(region("i", "insertion"), region("d", "deletion", p("may")))
    text += p(
        "Ships ",
        '<text:change text:change-id="d"/>',
        between("i", "shall<text:tab/>", "<text:span>now</text:span>"),
        " call.",
    )
    assert texts(text) == ["Ships shall now call."]
    assert texts(text, "rejected") == ["Ships may call."]
    data = packed(parts_of(text))
    assert has_tracked_changes(data, "a.odt")
    assert "accepted" in read(data, "a.odt", Reading()).notices[0]
    assert not has_tracked_changes(packed(parts_of(p("x"))), "a.odt")


def test_paragraphs_of_both_sides():
    start, end = '<text:change-start text:change-id="i"/>', '<text:change-end text:change-id="i"/>'
    added = tracked(region("i", "insertion")) + p("One.") + p(start, "New.") + p(end, "Two.")
    assert texts(added) == ["One.", "New.", "Two."]
    assert texts(added, "rejected") == ["One.", "Two."]
    mark = '<text:change text:change-id="d"/>'
    removed = tracked(region("d", "deletion", p("One, and") + p("Old.") + p("Two"))) + p("Part ", mark, " ends.")
    assert texts(removed) == ["Part ends."]
    assert texts(removed, "rejected") == ["Part One, and", "Old.", "Two ends."]


def test_metadata():
    meta = "<dc:title>Pact  on Ports</dc:title><meta:initial-creator>Ada Holm</meta:initial-creator>"
    language = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:language="fr" fo:country="CH"/>'
        "</style:default-style>"
    )
    parts = parts_of(p("x"), outline=language, meta=meta)
    assert read(packed(parts), "a.odt", Reading()).metadata == {
        "language": "fr-CH",
        "title": "Pact on Ports",
        "author": "Ada Holm",
    }


def test_flat_files_are_read_too():
    inside = f"<office:body><office:text>{p('Ships call.')}</office:text></office:body>"
    data = f"<office:document {NAMES}>{inside}</office:document>".encode()
    assert [block.text for block in read(data, "a.fodt", Reading()).blocks] == ["Ships call."]


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"content.xml": None}, "content.xml is missing"),
        ({"content.xml": "<a>"}, "in content.xml"),
        ({"content.xml": "<a/>"}, "no text"),
        ({"content.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "document type"),
        ({"META-INF/manifest.xml": "<m><encryption-data/></m>"}, "locked with a password"),
    ],
)
def test_broken_files_say_what_is_wrong(change, match):
    parts = {name: part for name, part in (parts_of(p("x")) | change).items() if part is not None}
    with pytest.raises(InputError, match=match):
        read(packed(parts), "a.odt", Reading())


def test_flipped_bytes_give_a_document_or_an_error():
    data = packed(parts_of(items(p("Ships."), p("Boats.")), styles=list_style(level(1, "1"))))
    read_well = 0
    for at in range(0, len(data), 5):
        broken = bytearray(data)
        broken[at] ^= 0xFF
        with suppress(InputError):
            read(bytes(broken), "a.odt", Reading())
            read_well += 1
    assert 0 < read_well < len(data) / 5


def test_ten_times_the_text_takes_ten_times_as_long():
    def seconds(times):
        ids = range(times)
        regions = (region(f"i{id}", "insertion") + region(f"d{id}", "deletion", p("may")) for id in ids)
        gone = '<text:change text:change-id="d{}"/>'
        text = (p("Ships ", between(f"i{id}", "shall"), gone.format(id), " call.") for id in ids)
        data = packed(parts_of(tracked(*regions) + "".join(text)))
        begun = time.process_time()
        read(data, "a.odt", Reading(changes="rejected"))
        return time.process_time() - begun

    seconds(100)
    assert seconds(5_000) < 25 * max(seconds(500), 0.01)
