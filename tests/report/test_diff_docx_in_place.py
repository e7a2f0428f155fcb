"""A redline inside the old document: what it looked like, and what others tracked and noted in it, is kept."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from clausetrack.app.originals import original_document
from clausetrack.app.settings import Settings
from clausetrack.cli.exits import run
from clausetrack.cli.main import group
from clausetrack.documents.readers import read
from clausetrack.documents.reading import Reading
from clausetrack.report.registry import Options, render
from tests.documents.docx_parts import packed, parts_of
from tests.documents.treaty_docx import accepted, treaty
from tests.redlines import TRACKED, W, faults, part, reopened, sides


def agreement(*articles):
    """Make a document as somebody would: titles in the middle, bold and italic words, a head, a table."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Harbour Commission"
    made.add_heading("Arrangement on Quays and Tugs", 0)
    for number, (heading, *lines) in enumerate(articles, 1):
        for level, text in ((2, f"Article {number}"), (3, heading)):
            made.add_heading(text, level).alignment = WD_ALIGN_PARAGRAPH.CENTER
        for line in lines:
            paragraph = made.add_paragraph()
            for at, words in enumerate(re.split(r"\*", line)):
                paragraph.add_run(words).bold = at % 2 == 1
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


QUAYS = ("Open quays", "The parties shall keep *one quay* of each harbour open to tugs.", "Tugs fly a flag.")
DUES = ("Dues", "Harbour dues shall not exceed EUR 200 a day.")
LAMPS = ("Lamps", "Lamps burn on every pier.")


def runs(data):
    """Give the runs of the text: what becomes of each, its words, whether it is bold."""
    found = []
    for element in part(data).iter(f"{W}r"):
        words = "".join(text.text or "" for text in element.iter(f"{W}t", f"{W}delText"))
        marks = [above.tag.removeprefix(W) for above in element.iterancestors(*TRACKED)]
        bold = element.find(f"{W}rPr/{W}b")
        if words:
            found.append((" ".join(marks), words, bold is not None and bold.get(f"{W}val") != "0"))
    return found


def changed(data):
    return [(marks, words) for marks, words, _ in runs(data) if marks]


def edited(data, *pairs):
    """Replace strings in the text of a document."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["word/document.xml"].decode()
    for old, new in pairs:
        assert old in xml
        xml = xml.replace(old, new)
    return packed(parts | {"word/document.xml": xml.encode()})


def test_words_change_within_their_runs_and_keep_their_looks():
    new = ("Open quays", "The parties may keep *one quay* of all harbours open to tugs.", "Tugs fly a flag.")
    _, data = reopened(agreement(QUAYS, DUES), agreement(new, DUES))
    assert runs(data)[3:12] == [
        ("", "The parties ", False),
        ("del", "shall", False),
        ("ins", "may", False),
        ("", " keep ", False),
        ("", "one quay", True),
        ("", " of ", False),
        ("del", "each harbour", False),
        ("ins", "all harbours", False),
        ("", " open to tugs.", False),
    ]
    assert faults(data) == []


def test_new_paragraphs_and_clauses_look_like_those_around_them():
    new = (*QUAYS, "A list of quays is kept.")
    _, data = reopened(agreement(QUAYS, DUES), agreement(new, DUES, LAMPS))
    found = docx.Document(io.BytesIO(data))
    came = [entry for entry in found.paragraphs if entry._p.find(f"{W}pPr/{W}rPr/{W}ins") is not None]
    words = ["".join(text.text for text in entry._p.iter(f"{W}t")) for entry in came]
    assert list(zip(words, (entry.style.name for entry in came), strict=True)) == [
        ("A list of quays is kept.", "Normal"),
        ("Article 3", "Heading 2"),
        ("Lamps", "Heading 3"),
        ("Lamps burn on every pier.", "Normal"),
    ]
    assert [entry.alignment for entry in came] == [None, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.CENTER, None]


def test_a_clause_that_is_gone_goes_with_its_heading_and_its_marks():
    _, data = reopened(agreement(QUAYS, LAMPS, DUES), agreement(QUAYS, DUES))
    assert changed(data) == [
        ("del", "Article 2"),
        ("del", "Lamps"),
        ("del", "Lamps burn on every pier."),
        ("del", "3"),
        ("ins", "2"),
    ]
    assert len(list(part(data).iterfind(f".//{W}pPr/{W}rPr/{W}del"))) == 3


def test_a_moved_clause_moves():
    _, data = reopened(agreement(LAMPS, QUAYS, DUES), agreement(QUAYS, DUES, LAMPS))
    moved = [(marks, words) for marks, words in changed(data) if "move" in marks]
    assert ("moveFrom", "Lamps burn on every pier.") in moved
    assert ("moveTo", "Lamps burn on every pier.") in moved
    assert faults(data) == []


def test_all_other_parts_are_the_same_bytes():
    old = agreement(QUAYS, DUES)
    _, data = reopened(old, agreement(QUAYS, LAMPS))
    before, after = zipfile.ZipFile(io.BytesIO(old)), zipfile.ZipFile(io.BytesIO(data))
    others = [name for name in before.namelist() if name not in {"word/document.xml", "[Content_Types].xml"}]
    same = [name for name in others if before.read(name) == after.read(name)]
    assert set(others) - set(same) == {"word/_rels/document.xml.rels"}
    assert "word/header1.xml" in same
    assert [entry.date_time for entry in after.infolist()][: len(others)] == [
        entry.date_time for entry in before.infolist()
    ][: len(others)]


def test_changes_that_others_tracked_before_stay():
    new = edited(
        accepted(),
        ("at dusk", "an hour before dusk"),
        ("It is open to all.", "It is open."),
        ("Its price is", "Its cost is"),
    )
    old = treaty()
    _, data = reopened(old, new, author="Our side")
    theirs = [deepcopy(entry) for entry in part(data).iter(*TRACKED) if entry.get(f"{W}author") != "Our side"]
    assert ["".join(entry.itertext()) for entry in theirs] == [
        "".join(entry.itertext()) for entry in part(old).iter(*TRACKED)
    ]
    assert changed(data)[-3:] == [("del", " to all"), ("del", "price"), ("ins", "cost")]
    found, wanted = (read(entry, "a.docx", Reading()).blocks for entry in (data, new))
    assert [block.text for block in found] == [block.text for block in wanted]


def test_what_is_changed_within_an_insertion_of_others_stands_in_it_or_parts_it():
    old = packed(
        parts_of(
            "<w:p><w:r><w:t>Article 1</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>Ships </w:t></w:r>"
            "<w:ins w:id='7' w:author='Them'><w:r><w:t>shall call at ports in winter</w:t></w:r></w:ins>"
            "<w:r><w:t>.</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>Article 2</w:t></w:r></w:p><w:p><w:r><w:t>Lamps burn.</w:t></w:r></w:p>"
        )
    )
    new = edited(old, ("shall call at ports in winter", "shall often call at ports"))
    _, data = reopened(old, new, author="Us")
    assert changed(data) == [("ins", "shall "), ("ins", "often "), ("ins", "call at ports"), ("del ins", " in winter")]
    authors = [entry.get(f"{W}author") for entry in part(data).iter(f"{W}ins")]
    assert authors == ["Them", "Us", "Them"]
    assert faults(data) == []


def test_automatic_numbers_are_left_to_count_by_themselves():
    old = accepted()
    level = "<w:pPr><w:numPr><w:ilvl w:val='1'/><w:numId w:val='3'/></w:numPr></w:pPr>"
    new = edited(old, ("the hour;", f"the hour;</w:t></w:r></w:p><w:p>{level}<w:r><w:t>the wind;"))
    _, data = reopened(old, new)
    texts = [(block.label, block.text) for block in read(data, "a.docx", Reading()).blocks]
    assert texts == [(block.label, block.text) for block in read(new, "a.docx", Reading()).blocks]


def test_comments_join_those_that_are_there():
    made = docx.Document(io.BytesIO(agreement(QUAYS, DUES)))
    made.add_comment(made.paragraphs[3].runs[:1], "Is this so?", author="Them")
    stream = io.BytesIO()
    made.save(stream)
    _, data = reopened(stream.getvalue(), agreement(QUAYS, ("Dues", "Harbour dues shall not exceed EUR 350 a day.")))
    said = ["".join(entry.itertext()) for entry in part(data, "word/comments.xml").iter(f"{W}comment")]
    assert said[0] == "Is this so?"
    assert "EUR 350" in said[-1]
    assert faults(data) == []


def test_what_was_not_found_is_not_taken_away_and_is_told():
    diff, _ = reopened(agreement(QUAYS, DUES), agreement(QUAYS, ("Dues", "Harbour dues are waived.")))
    other = agreement(("Cranes", "Cranes lift."))
    data = render("diff", diff, "docx", Options(original=other))
    accepted_, rejected = sides(data)
    assert rejected == sides(other)[1]
    assert "Cranes lift." in accepted_
    assert any("not found in this document" in "".join(entry.itertext()) for entry in part(data, "word/comments.xml"))


def test_a_document_of_the_strict_form_is_written_anew():
    transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = edited(agreement(QUAYS, DUES), (transitional, "http://purl.oclc.org/ooxml/wordprocessingml/main"))
    _, data = reopened(strict, agreement(QUAYS, LAMPS))
    assert "word/header1.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert faults(data) == []


@pytest.mark.parametrize(("reverse", "found"), [(False, True), (True, False)])
def test_the_old_side_is_what_is_edited(tmp_path, reverse, found):
    (tmp_path / "old.docx").write_bytes(agreement(QUAYS))
    (tmp_path / "new.txt").write_text("Article 1\n\nLamps burn.\n")
    original = original_document(str(tmp_path / "old.docx"), str(tmp_path / "new.txt"), Settings(), reverse=reverse)
    assert (original is not None) == found


def test_the_command_writes_into_the_document(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.docx").write_bytes(agreement(QUAYS, DUES))
    (tmp_path / "new.docx").write_bytes(agreement(QUAYS, LAMPS))
    monkeypatch.setenv("CLAUSETRACK_REDLINE_AUTHOR", "Our side")
    line = ["diff", "old.docx", "new.docx", "--format", "docx=redline.docx"]
    assert run(lambda: group.main(args=line, prog_name="clausetrack", standalone_mode=False)) == 0
    data = (tmp_path / "redline.docx").read_bytes()
    assert {entry.get(f"{W}author") for entry in part(data).iter(*TRACKED)} == {"Our side"}
    assert docx.Document(io.BytesIO(data)).sections[0].header.paragraphs[0].text == "Harbour Commission"
