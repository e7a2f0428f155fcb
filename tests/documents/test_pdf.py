"""PDF becomes blocks in reading order, in the paragraphs that were there before it was set."""

from __future__ import annotations

from time import process_time

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth

from clausetrack.documents.pdf import read
from clausetrack.documents.pdf.lines import lines
from clausetrack.documents.pdf.page import Word
from clausetrack.documents.reading import Reading
from clausetrack.errors import InputError
from tests.documents.agreement import AGREEMENT, CALL, walk
from tests.documents.pdf_typesetting import BOLD, HEIGHT, ROMAN, SAMPLE, WIDTH, Part, Sheet, to_pdf, typeset

PILOT = (
    "The master of a ship shall take a pilot on board before the ship enters the strait, and shall give the "
    "pi\u00adlot every in\u00adfor\u00adma\u00adtion that is need\u00aded for a safe pas\u00adsage, in "
    "par\u00adtic\u00adu\u00adlar on the draught, the car\u00adgo and the "
    "man\u00adoeu\u00advra\u00adbil\u00adi\u00adty of the ship."
)
BUOY = (
    "Each Party main\u00adtains the buoys and bea\u00adcons on its own side of the strait, and shall tell the "
    "other with\u00adout de\u00adlay of any that is dam\u00adaged, miss\u00ading or mov\u00aded from its "
    "place by ice or storm."
)
FOG = (
    "In fog no ship shall en\u00adter the strait with\u00adout the ad\u00advice of the har\u00adbour "
    "of\u00adfice, which an\u00adswers on the com\u00admon chan\u00adnel at every hour of the day and of the "
    "night."
)

HARBOURS = ("", "Southport", "Gull Point", "Old Quay", "the isles", "Wrecker’s Bay", "the northern light")


def document(data, **options):
    return read(data, "a.pdf", Reading(**options))


def blocks(data):
    return document(data).blocks


def texts(data):
    return [block.text for block in blocks(data)]


def plain(text):
    return CALL.sub("", text.replace("\u00ad", ""))


def turned(text, by):
    """Another text of the same words, so that no page says what others do."""
    words = text.rstrip(".").split()
    by = by * 5 % len(words)
    return " ".join([*words[by:], *words[:by]]) + "."


def one_page(draw):
    sheet = Sheet()
    draw(sheet)
    sheet.next()
    return sheet.data()


def test_the_agreement_is_read_as_it_was_written():
    expected = []
    notes = []
    for node, _ in walk(AGREEMENT):
        if node.kind == "note":
            notes.append((node.label, node.text))
        elif node.kind == "row":
            expected.append(("row", " | ".join(node.cells)))
        elif node.kind in {"chapter", "article", "annex"}:
            expected += [("heading", node.label), ("heading", node.text)]
        else:
            kind = "heading" if node.kind == "agreement" else "item" if node.label else "paragraph"
            expected.append((kind, plain(f"{node.label} {node.text}" if node.label else node.text)))
    read_ = blocks(to_pdf(AGREEMENT))
    assert [(block.kind, block.text) for block in read_ if block.kind != "footnote"] == expected
    assert [(block.label, block.text) for block in read_ if block.kind == "footnote"] == notes
    assert [block.notes for block in read_ if block.notes] == [("1",)]


def test_the_sample_is_what_its_writer_writes():
    assert blocks(SAMPLE.read_bytes()) == blocks(to_pdf(AGREEMENT))


def test_blocks_say_where_they_stand():
    (first, second) = blocks(typeset([Part(plain(PILOT)), Part("Fees", 20, BOLD, space=700)]))
    assert (first.page, str(first.place)) == (1, "a.pdf: page 1")
    assert (second.page, str(second.place)) == (2, "a.pdf: page 2")
    assert first.box.left == pytest.approx(60, abs=1)
    assert first.box.top == pytest.approx(94, abs=1)
    assert first.box.right == pytest.approx(535, abs=2)
    assert first.box.bottom == pytest.approx(90 + 3 * 12 + 2, abs=1)


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(columns):
    articles = [turned(text, number) for number in range(12) for text in (PILOT, BUOY, FOG)]
    parts = [Part(f"{number}. {text}", indent=12) for number, text in enumerate(articles, 1)]
    found = texts(typeset(parts, columns=columns))
    assert found == [plain(part.text) for part in parts]


def test_a_heading_over_both_columns_parts_the_page():
    sheet = Sheet()
    for top in (100, 400):
        sheet.line("Rules for the passage of the strait and the harbours", WIDTH / 2, top, 14, BOLD, at="centre")
        for column in range(2):
            for index in range(8):
                words = f"line {index} of column {column} below {top} goes from here to the edge".split()
                sheet.justified(words, 60 + column * 247, top + 30 + index * 12, 10, 229)
    sheet.next()
    found = texts(sheet.data())
    assert [text[:12] for text in found] == ["Rules for th", "line 0 of co", "Rules for th", "line 0 of co"]
    assert found[1].index("column 0 below 100") < found[1].index("column 1 below 100")


def test_heads_feet_and_page_numbers_are_left_out_on_left_and_right_pages():
    def furniture(sheet, page):
        if page % 2:
            sheet.line("Treaty Series", 535, 50, 8, at="right")
            sheet.line(f"NS/{100}/2031", 60, 50, 8)
        else:
            sheet.line("Northland and Southmark", 60, 50, 8)
        sheet.line(f"Page {page} of 9", WIDTH / 2, HEIGHT - 40, 8, at="centre")

    parts = [Part(f"{number}. {turned(plain(PILOT), number)}", space=6) for number in range(1, 100)]
    assert texts(typeset(parts, furniture=furniture)) == [part.text for part in parts]


def test_an_article_at_the_top_of_each_page_stays():
    sheet = Sheet()
    for number in range(1, 9):
        sheet.line(f"Article {number}", WIDTH / 2, 60, 10, BOLD, at="centre")
        sheet.lines([turned(plain(BUOY), number)[:90], "and wherever else it may be."], 60, 84)
        sheet.line(str(number), WIDTH / 2, HEIGHT - 40, 8, at="centre")
        sheet.next()
    found = texts(sheet.data())
    assert [text for text in found if text.startswith("Article")] == [f"Article {number}" for number in range(1, 9)]
    assert not [text for text in found if text.isdecimal()]


def test_numbered_paragraphs_at_the_top_of_each_page_stay():
    sheet = Sheet()
    for number in range(1, 7):
        sheet.line(f"{number}.", 60, 60)
        sheet.line(f"The harbour office of {HARBOURS[number]} lists all ships that it has let pass.", 90, 60)
        sheet.line(f"– {number} –", WIDTH / 2, HEIGHT - 40, 8, at="centre")
        sheet.next()
    found = texts(sheet.data())
    assert [text[:18] for text in found] == [f"{number}. The harbour off" for number in range(1, 7)]


def test_the_numbers_of_lines_are_left_out():
    def numbers(sheet, _page):
        for index in range(1, 40):
            sheet.line(str(index), 40, 90 + index * 12, 7)

    parts = [Part(f"({letter}) {plain(FOG)}", space=0) for letter in "abcdefghijkl"]
    assert texts(typeset(parts, furniture=numbers)) == [part.text for part in parts]


def test_words_are_joined_by_what_the_document_has_elsewhere():
    sheet = Sheet()
    lines = [
        "Well-being, non-payment and capacity-building are what this pilotage agreement is for.",
        "Each pilot of the strait has, whatever the flag of the ship may be, a right to well-",
        "being, which the Parties protect. Wherever they can, the Parties promote capacity-",
        "building, and the safety of all ships, and with it the safety and the quality of pilot-",
        "age in the whole of the strait. They act against whatever comes near to non-",
        "payment of any of the fees, and against all that might lead to a dis-",
        "turbance of the peace on board of the ferry that goes every day to Gull-",
        "Point, where the ships of both of the Parties are moored in winter.",
    ]
    sheet.lines(lines, 60, 100)
    sheet.next()
    (text,) = texts(sheet.data())
    for word in (" well-being,", " capacity-building,", " pilotage in", " non-payment", " disturbance", " Gull-Point,"):
        assert word in text


def test_a_soft_hyphen_is_never_seen():
    words = " ".join([PILOT, BUOY, FOG] * 3)
    (text,) = texts(typeset([Part(words)], columns=3))
    assert text == plain(words)


def test_notes_over_two_pages_are_one_note():
    sheet = Sheet()
    sheet.line("The charts are sent in spring", 60, 700)
    sheet.line("1", 60 + 124, 696, 6)
    sheet.line("by ship.", 190, 700)
    sheet.rule(60, 740, 100)
    sheet.line("1", 60, 751, 5)
    sheet.line("Charts may be sent on paper as long as", 66, 755, 8)
    sheet.next()
    sheet.lines(["The harbour office keeps them for ten years in a dry room,"] * 12, 60, 100)
    sheet.rule(60, 740, 100)
    sheet.line("the harbour office has a printer.", 60, 755, 8)
    sheet.next()
    found = blocks(sheet.data())
    assert found[0].text == "The charts are sent in spring by ship."
    assert found[0].notes == ("1",)
    (note,) = (block for block in found if block.kind == "footnote")
    assert (note.label, note.text) == ("1", "Charts may be sent on paper as long as the harbour office has a printer.")


def test_other_raised_figures_are_text():
    def draw(sheet):
        sheet.line("The room has 20 m", 60, 100)
        sheet.line("2", 60 + 73.9, 96.5, 6)
        sheet.line("or more on the 1", 142, 100)
        sheet.line("st", 142 + 66.5, 96.5, 6)
        sheet.line("of May.", 218, 100)

    assert texts(one_page(draw)) == ["The room has 20 m2 or more on the 1st of May."]


def test_a_table_of_contents_is_left_out():
    def draw(sheet):
        sheet.line("Contents", WIDTH / 2, 100, 12, BOLD, at="centre")
        for index, name in enumerate(["Use of terms", "Purpose", "Fees", "Disputes", "Entry into force"]):
            sheet.line(f"Article {index + 1}  {name} " + "." * (60 - len(name)) + f" {index + 3}", 60, 130 + index * 14)
        sheet.line("Article 1", WIDTH / 2, 260, 10, BOLD, at="centre")
        sheet.line("A pilot is whoever holds a licence.", 60, 284)

    found = document(one_page(draw))
    assert [block.text for block in found.blocks] == ["Article 1", "A pilot is whoever holds a licence."]
    assert found.notices == ("a table of contents on page 1 was left out",)


def test_blanks_to_fill_in_are_no_table_of_contents():
    def draw(sheet):
        for index, name in enumerate(["Name", "Place", "Date", "Ship"]):
            sheet.line(f"{name}: " + "." * 60, 60, 100 + index * 14)

    assert len(texts(one_page(draw))) == 4


def test_a_line_that_ends_early_ends_its_paragraph():
    def draw(sheet):
        sheet.lines(["The Parties to this Agreement have met at Gull Point"] * 6, 60, 100)
        sheet.lines(["in the hall of the Harbour Office", "Ada Holm", "Minister for the Sea", "Tomas Reyk"], 60, 172)

    assert texts(one_page(draw))[1:] == ["Ada Holm", "Minister for the Sea", "Tomas Reyk"]


def test_letterspaced_words_are_closed_up():
    def draw(sheet):
        x = 100
        for word in ("TREATY", "OF", "GULL", "POINT"):
            for char in word:
                sheet.line(char, x, 100, 14, BOLD)
                x += stringWidth(char, BOLD, 14) + 7
            x += 12

    assert texts(one_page(draw)) == ["TREATY OF GULL POINT"]


def test_what_is_drawn_twice_or_turned_is_read_once_or_not():
    def draw(sheet):
        sheet.line("Article 1", 60, 100)
        sheet.line("Article 1", 60.3, 100)
        sheet.canvas.saveState()
        sheet.canvas.rotate(90)
        sheet.canvas.drawString(200, -20, "Not in force")
        sheet.canvas.restoreState()

    assert texts(one_page(draw)) == ["Article 1"]


def test_a_page_that_was_set_sideways_is_read_like_any_other():
    def draw(sheet):
        sheet.canvas.rotate(90)
        sheet.canvas.drawString(100, -100, "The fees are in crowns of Southmark")
        sheet.canvas.drawString(100, -112, "for one passage.")

    (block,) = blocks(one_page(draw))
    assert block.text == "The fees are in crowns of Southmark for one passage."
    assert block.box.left == pytest.approx(100, abs=1)


def test_text_behind_a_scan_is_read_and_hidden_text_beside_other_is_not():
    def draw(sheet, modes):
        for index, (mode, text) in enumerate(modes):
            shown = sheet.canvas.beginText(60, 700 - 30 * index)
            shown.setFont(ROMAN, 10)
            shown.setTextRenderMode(mode)
            shown.textOut(text)
            sheet.canvas.drawText(shown)

    scan = [(0, "Copy"), (3, "The fees are in crowns of Southmark.")]
    assert texts(one_page(lambda sheet: draw(sheet, scan)))[-1] == scan[1][1]
    other = [(0, "The fees are in crowns of Southmark."), (3, "Draft")]
    assert texts(one_page(lambda sheet: draw(sheet, other))) == [other[0][1]]


def test_scripts_without_spaces_are_joined_without_them():
    registerFont(UnicodeCIDFont("HeiseiMin-W3"))

    def draw(sheet):
        for index, text in enumerate(["第一条", "北国及び南国は、海峡を通る船の安全", "を確保する。"]):
            sheet.line(text, 60, 100 + index * 12 + (12 if index else 0), 10, "HeiseiMin-W3")

    found = blocks(one_page(draw))
    assert [(block.kind, block.text) for block in found] == [
        ("heading", "第一条"),
        ("paragraph", "北国及び南国は、海峡を通る船の安全を確保する。"),
    ]


def test_a_long_page_takes_time_by_its_length():
    def seconds(lines):
        sheet = Sheet(14_000, 14_000)
        for index in range(lines):
            sheet.line("ships of every size and flag pass", 20 + index % 50 * 250, 100 + index // 50 * 9, 6)
        sheet.next()
        data = sheet.data()
        started = process_time()
        document(data)
        return process_time() - started

    seconds(100)
    assert seconds(4_000) < 16 * seconds(1_000)


def test_rows_without_rules_are_told_by_their_cells():
    def draw(sheet):
        for index, cells in enumerate([("Ship", "Day", "Night"), ("small", "400", "520"), ("large", "900", "1,170")]):
            for column, cell in enumerate(cells):
                sheet.line(cell, 60 + column * 120, 100 + index * 14)

    found = blocks(one_page(draw))
    assert [block.cells for block in found] == [
        ("Ship", "Day", "Night"),
        ("small", "400", "520"),
        ("large", "900", "1,170"),
    ]
    assert {block.kind for block in found} == {"row"}


def test_a_scan_says_what_to_do():
    with pytest.raises(InputError, match="no text") as caught:
        document(one_page(lambda sheet: sheet.rule(60, 60, 100)))
    assert "ocrmypdf" in caught.value.hint


def test_pages_without_text_among_others_are_named():
    sheet = Sheet()
    for page in range(1, 7):
        if page in {2, 3, 5}:
            sheet.rule(60, 60, 100)
        else:
            sheet.line(f"Rule {'abcdefg'[page]} holds for ships of every size.", 60, 300)
        sheet.next()
    (notice,) = document(sheet.data()).notices
    assert notice.startswith("no text on pages 2 to 3 and 5")


def test_a_locked_file_asks_for_its_password(tmp_path):
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("harbour")
    writer.write(tmp_path / "locked.pdf")
    with pytest.raises(InputError, match="password"):
        document((tmp_path / "locked.pdf").read_bytes())


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        (lambda data: data.replace(b"obj", b"obx")[5:], "begin with %PDF"),
        (lambda data: data[:200], "end is missing"),
        (lambda data: data.partition(b"startxref")[0].replace(b"obj", b"obx") + b"%%EOF", "where the cross-reference"),
        (lambda data: data.replace(b"obj", b"obx"), "list of pages"),
    ],
)
def test_a_broken_file_names_the_part(damage, part):
    with pytest.raises(InputError, match=part):
        document(damage(one_page(lambda sheet: sheet.line("Fees", 60, 60))))


def test_what_can_be_mended_is_read():
    data = one_page(lambda sheet: sheet.line("Fees", 60, 60))
    assert texts(data.replace(b"startxref", b"startxxxx")) == ["Fees"]


def test_pages_are_bounded_and_counted():
    data = typeset([Part("Fees"), Part("Pilots", space=700), Part("Ice", space=700)])
    seen = []
    document(data, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(1, 3), (2, 3), (3, 3)]
    with pytest.raises(InputError, match="3 pages, more than the 2"):
        document(data, max_pages=2)


def test_metadata_is_what_the_file_says(tmp_path):
    writer = PdfWriter(clone_from=PdfReader(_saved(tmp_path, one_page(lambda sheet: sheet.line("Fees", 60, 60)))))
    writer.add_metadata({"/Title": "Treaty of Gull Point", "/Author": "unknown"})
    writer.write(tmp_path / "named.pdf")
    assert document((tmp_path / "named.pdf").read_bytes()).metadata == {"title": "Treaty of Gull Point"}


def _saved(folder, data):
    path = folder / "a.pdf"
    path.write_bytes(data)
    return path


def test_a_line_that_is_a_speck_goes():
    sheet = Sheet()
    for index, text in enumerate(
        ("The ferry calls at the first", ".", "pier of the harbour and", "'", "goes on to the second pier.")
    ):
        sheet.line(text, 60, 100 + 12 * index)
    sheet.next()
    assert texts(sheet.data()) == ["The ferry calls at the first pier of the harbour and goes on to the second pier."]


def test_a_large_heading_beside_a_full_line_of_the_other_column_is_no_part_of_it():
    words = [
        Word("ferry", 60, 290, 100, 10, bold=False, glued=False, artifact=False),
        Word("Lights", 302, 360, 100, 20, bold=True, glued=False, artifact=False),
    ]
    assert [line.text for line in lines(1, words, [])[0]] == ["ferry", "Lights"]
