"""RTF is read as it is shown, in any code page."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from clausetrack.documents.reading import MAX_DEPTH, Reading
from clausetrack.documents.rtf import has_tracked_changes, read
from clausetrack.errors import InputError

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 MS Mincho;}"
    r"{\f3\fcharset2 Symbol;}{\f4\fcharset2 Wingdings{\*\falt x};}}"
)
STYLES = (
    r"{\stylesheet{\s0 Normal;}{\s1\sbasedon0\outlinelevel0 Kopf;}{\s2\sbasedon1 Artikel;}{\s3 heading 3;}"
    r"{\s4 toc 1;}{\*\cs10 heading 1;}}"
)


def packed(text, fonts=FONTS):
    return (rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{STYLES}" + text + "}").encode("latin-1")


def blocks(text, changes="accepted"):
    return read(packed(text), "a.rtf", Reading(changes=changes)).blocks


def texts(text, changes="accepted"):
    return [block.text for block in blocks(text, changes)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r"Ships\tab call\line at ports.", "Ships call at ports."),
        ("Ships \r\ncall.", "Ships call."),
        (r"caf\'e9 \u8211\'96 \'80", "café – €"),
        (r"\uc2\u28207\'8d\'60\u12434\'82\'f0 x", "港を x"),
        (r"\uc0\u-10179\u-8694  x", "\U0001f60a x"),
        (r"\uc1\u945\'61\u946 b.", "αβ."),
        (r"{\uc1\u945 {x}}", "αx"),
        (r"{\f1 \'cf\'ee\'f0\'f2}", "Порт"),
        (r"{\f2 \'8d\'60\'83A}", "港ア"),
        (r"{\f3 a\'b7}{\f4\'fe}", "α•☑"),
        (
            r"\ldblquote Ships\rdblquote\emdash \bullet  co\-operate co\_operate 5\~% \{x\} \\",
            "“Ships”—• cooperate co‑operate 5 % {x} \\",
        ),
        (r"seen{\v  unseen} and {\v\v0 seen}", "seen and seen"),
        (r"{\*\unknown no}{\*\bkmkstart x}Ships{\*\bkmkend x}", "Ships"),
        (r"{\pict\wmetafile8 00ff}Ships{\pict\bin6 }{}}\\}{\object{\*\objdata 00}{\result x}}.", "Ships."),
        (r"{\header no}{\footer no}Ships{\annotation no}.", "Ships."),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt the list}}", "the list"),
        (r"{\field{\*\fldinst TOC \\o}{\fldrslt Ports 1\par Fees 2}}Ships.", "Ships."),
        (r"{\upr{ansi}{\*\ud{\u28207?}}}", "港"),
    ],
)
def test_what_a_paragraph_shows(content, text):
    assert texts(content + r"\par") == [text]


def test_text_boxes_come_after_their_paragraph():
    box = r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard One.\par Two.\par}}{\shprslt no}}"
    assert texts(rf"Around {box}it.\par After.\par") == ["Around it.", "One.", "Two.", "After."]


def test_code_pages_of_the_file():
    assert [
        read(rf"{{\rtf1{page} {text}}}".encode("latin-1"), "a", Reading()).blocks[0].text
        for page, text in (
            (r"\ansi\ansicpg1251", r"\'cf\'ee"),
            (r"\mac", r"\'8e"),
            (r"\pc", r"\'82"),
            (r"\ansicpg99", r"\'e9"),
        )
    ] == ["По", "é", "é", "é"]


def test_bytes_without_a_meaning_are_told():
    document = read(packed(r"{\f2 \'81}"), "a.rtf", Reading())
    assert document.blocks[0].text == "\ufffd"
    assert "1 characters" in document.notices[0]


def test_paragraphs_headings_and_places():
    body = r"\pard Ships of either party may call at the ports of the other at any hour.\par" * 3
    text = body + r"\pard\s2 Ports\par\pard\plain\s3 Fees\par\pard\s4 Ports 1\par\pard\qc\b Lights\b0\par\pard Last."
    found = blocks(text)[3:]
    assert [(block.kind, block.level, block.text) for block in found] == [
        ("heading", 1, "Ports"),
        ("heading", 3, "Fees"),
        ("heading", None, "Lights"),
        ("paragraph", None, "Last."),
    ]
    assert [str(block.place) for block in found[:2]] == ["a.rtf: paragraph 4", "a.rtf: paragraph 5"]


def test_a_style_holds_at_the_end_of_the_file():
    assert blocks(r"\pard\s2 Ports")[0].kind == "heading"


def test_numbers_that_are_shown_are_labels():
    text = r"{\listtext\pard\plain 1.\tab}\ilvl0 Ships.\par{\pntext\f3\'b7\tab}\ilvl1 Boats.\par\pard Both.\par"
    text += r"{\listtext 2.\tab}\par"
    assert [(block.kind, block.label, block.level) for block in blocks(text)] == [
        ("item", "1.", 1),
        ("item", "•", 2),
        ("paragraph", None, None),
    ]


def test_tables_are_rows():
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    text = "Before." + r"\par" + row.format("Length", "Fee") + row.format(r"up to\par 50 m", "") + r"\pard After.\par"
    assert [(block.kind, block.text) for block in blocks(text)] == [
        ("paragraph", "Before."),
        ("row", "Length | Fee"),
        ("row", "up to 50 m | "),
        ("paragraph", "After."),
    ]
    listed = row.format("(a)", "ships;") + row.format("(b)", "boats.")
    assert [(block.kind, block.label, block.text) for block in blocks(listed)] == [
        ("item", "(a)", "ships;"),
        ("item", "(b)", "boats."),
    ]


def test_notes_are_apart_and_called_by_label():
    note = r"{\super\chftn}{\footnote\pard\plain{\super\chftn} First.}"
    end = r"{\super\chftn}{\*\footnote\ftnalt{\super\chftn} Last.}"
    star = r"{\super *}{\footnote{\super *} Starred.}"
    text = rf"\aftnnrlc Ships{end}{note}{star} call.\par Boats{{\deleted{note}}}.\par"
    assert [(block.kind, block.label, block.text, block.notes) for block in blocks(text)] == [
        ("paragraph", None, "Ships call.", ("i", "1", "*")),
        ("paragraph", None, "Boats.", ()),
        ("footnote", "1", "First.", ()),
        ("footnote", "*", "Starred.", ()),
        ("footnote", "i", "Last.", ()),
    ]


def test_both_sides_of_tracked_changes():
    text = r"Ships {\deleted\revauthdel1 may}{\revised\revauth1 shall} call. {\deleted\par}Boats too.\par"
    text += r"{\revised New.\par}End."
    assert texts(text) == ["Ships shall call. Boats too.", "New.", "End."]
    assert texts(text, "rejected") == ["Ships may call.", "Boats too.", "End."]
    assert has_tracked_changes(packed(text))
    assert "rejected" in read(packed(text), "a", Reading(changes="rejected")).notices[0]
    assert not has_tracked_changes(packed(r"\deleted0\revised0\deletedx Ships."))


def test_metadata():
    text = r"{\info{\title Pact  on Ports}{\author Ada Holm}{\operator x}}\deflang1036 x"
    assert read(packed(text), "a", Reading()).metadata == {
        "title": "Pact on Ports",
        "author": "Ada Holm",
        "language": "fr-FR",
    }


@pytest.mark.parametrize(
    ("data", "match"),
    [
        (b"Ships", "no RTF"),
        (rb"{\rtf1 Ships", "cut off"),
        (rb"{\rtf1 Ships{\pict\bin99 x}}", "cut off"),
        (rb"{\rtf1 " + b"{" * (MAX_DEPTH + 1), "groups in one another"),
    ],
)
def test_broken_files_say_what_is_wrong(data, match):
    with pytest.raises(InputError, match=match) as fault:
        read(data, "a.rtf", Reading())
    assert fault.value.file == "a.rtf"


@pytest.mark.parametrize(
    "text",
    [
        r"\cell\row\cell\par",
        r"\u\par",
        r"\u99999999\par",
        r"{\footnote",
        r"\'zz\par",
        r"}\par x",
        r"{\*}{\*\*}x",
        r"\trowd x\par",
    ],
)
def test_nonsense_is_read_or_refused(text):
    with suppress(InputError):
        blocks(text)


def test_flipped_bytes_give_a_document_or_an_error():
    data = packed(r"{\listtext 1.\tab}Ships\u8211- call.\par\trowd\pard\intbl a\cell b\cell\row{\footnote\chftn x}\par")
    read_well = 0
    for at in range(len(data)):
        broken = bytearray(data)
        broken[at] ^= 0xFF
        with suppress(InputError):
            read(bytes(broken), "a.rtf", Reading())
            read_well += 1
    assert 0 < read_well <= len(data)


@pytest.mark.parametrize(
    "one", [r"\pard Ships {\b shall} call \u8211- here.\par", r"{\pict 00}", r"{\*\x {y}}", "{", r"\'e9"]
)
def test_ten_times_the_file_takes_ten_times_as_long(one):
    def seconds(times):
        begun = time.process_time()
        with suppress(InputError):
            blocks(one * times)
        return time.process_time() - begun

    seconds(100)
    assert seconds(20_000) < 25 * max(seconds(2_000), 0.01)
