"""A comparison as a Word document: what is tracked, what is said beside it, and that nothing a text holds breaks it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
import samples
from comparing import clause_set, diff, provisions

from clausetrack.app.diff import diff_sets
from clausetrack.model.alignment import Match
from clausetrack.model.clause import Clause
from clausetrack.report.registry import Options, render
from tests.redlines import TRACKED, W, faults, part, sides, spaced, written

HARBOUR = provisions("Ships shall call at ports.", "Pilots guide them.", "Lamps burn.", "Tugs pull.")


def drawn(old, new, matches=None, **options):
    return render("diff", diff(clause_set(*old), clause_set(*new, revision="two"), matches), "docx", Options(**options))


def marks(data):
    """Give what is tracked: the kind and the words of each, a pilcrow for the mark of a paragraph."""
    found = []
    for entry in part(data).iter(*TRACKED):
        words = "".join(text.text for text in entry.iter(f"{W}t", f"{W}delText"))
        if words or entry.getparent().tag == f"{W}rPr":
            found.append(f"{entry.tag.removeprefix(W)} {words or '¶'}")
    return found


def comments(data):
    return [
        "".join(text.text for text in comment.iter(f"{W}t"))
        for comment in part(data, "word/comments.xml").iter(f"{W}comment")
    ]


def test_words_are_tracked_and_the_rest_stands():
    changed = [replace(HARBOUR[0], text="Ships may call at all ports."), *HARBOUR[1:]]
    data = drawn(HARBOUR, changed)
    assert marks(data) == ["del shall", "ins may", "ins all "]
    assert sides(data) == (spaced(written(clause_set(*changed))), spaced(written(clause_set(*HARBOUR))))


def test_a_new_clause_comes_and_a_gone_one_goes_with_its_paragraph_marks():
    data = drawn(HARBOUR[:3], [HARBOUR[0], HARBOUR[2], replace(HARBOUR[3], heading="Tugs")])
    assert marks(data) == [
        "del ¶",
        "del 2",
        "del ¶",
        "del Pilots guide them.",
        *("ins ¶", "ins 4", "ins \u2002", "ins Tugs", "ins ¶", "ins Tugs pull."),
    ]


def test_a_new_paragraph_comes_with_its_own_mark():
    data = drawn([replace(HARBOUR[0], text="One.\nThree.")], [replace(HARBOUR[0], text="One.\nTwo.\nThree.")])
    assert marks(data) == ["ins ¶", "ins Two."]


def test_a_moved_clause_moves_and_what_changed_in_it_is_tracked():
    moved = replace(HARBOUR[0], text="Ships may call at ports.")
    old, new = clause_set(*HARBOUR), clause_set(*HARBOUR[1:], moved, revision="two")
    matches = [
        Match("paired", (HARBOUR[at],), (clause,), "id", moved=at == 0)
        for at, clause in ((1, HARBOUR[1]), (2, HARBOUR[2]), (3, HARBOUR[3]), (0, moved))
    ]
    data = render("diff", diff(old, new, matches), "docx", Options())
    assert marks(data) == [
        *("moveFrom ¶", "moveFrom 1", "moveFrom ¶", "moveFrom Ships ", "del shall", "moveFrom  call at ports."),
        *("moveTo ¶", "moveTo 1", "moveTo ¶", "moveTo Ships ", "ins may", "moveTo  call at ports."),
    ]
    assert faults(data) == []
    assert sides(data) == (spaced(written(new)), spaced(written(old)))


def test_a_split_clause_keeps_its_words_and_wins_a_heading():
    one = Clause(id="a", kind="provision", number="1", text="Ships call at ports.\nPilots guide them.")
    parts = (
        replace(one, text="Ships call at ports."),
        Clause(id="b", kind="provision", number="2", text="Pilots guide them."),
    )
    data = drawn([one], parts, [Match("split", (one,), parts, "text")])
    assert marks(data) == ["ins ¶", "ins 2"]
    data = drawn(parts, [one], [Match("merged", parts, (one,), "text")])
    assert marks(data) == ["del ¶", "del 2"]


def test_parts_that_went_apart_are_compared_with_the_longest():
    one = Clause(id="a", kind="provision", text="Ships call at ports in the north.\nPilots guide them.")
    parts = (
        replace(one, text="Ships call at ports in the north."),
        Clause(id="b", kind="provision", text="Pilots guide them."),
    )
    between = Clause(id="c", kind="provision", text="Lamps burn.")
    old, new = clause_set(one, between), clause_set(parts[0], between, parts[1], revision="two")
    matches = [Match("split", (one,), parts, "text"), Match("paired", (between,), (between,), "id")]
    data = render("diff", diff(old, new, matches), "docx", Options())
    assert sides(data) == (spaced(written(new)), spaced(written(old)))
    assert marks(data) == ["del ¶", "del Pilots guide them.", "ins ¶", "ins Pilots guide them."]


def test_headings_of_parts_and_clauses_make_an_outline():
    clauses = [
        Clause(id="a", kind="provision", path=("Part I",), number="1", heading="Ports", text="Ships call."),
        Clause(id="b", kind="provision", path=("Part I", "Title 1"), number="2", text="Tugs pull."),
    ]
    found = docx.Document(io.BytesIO(drawn(clauses, clauses)))
    styles = [(entry.style.name, entry.text) for entry in found.paragraphs]
    assert styles == [
        *(("Title", "Demo"), ("Heading 1", "Part I"), ("Heading 3", "1\u2002Ports"), ("Normal", "Ships call.")),
        *(("Heading 2", "Title 1"), ("Heading 3", "2"), ("Normal", "Tugs pull.")),
    ]


def test_author_and_date_stand_on_every_change_and_comment():
    changed = [replace(HARBOUR[0], text="Ships may call at ports."), *HARBOUR[1:]]
    data = drawn(HARBOUR, changed, author="A & B", date="2031-05-01")
    entries = [*part(data).iter(*TRACKED), *part(data, "word/comments.xml").iter(f"{W}comment")]
    assert {(entry.get(f"{W}author"), entry.get(f"{W}date")) for entry in entries} == {
        ("A & B", "2031-05-01T00:00:00Z")
    }
    assert docx.Document(io.BytesIO(data)).core_properties.author == "A & B"


@pytest.mark.parametrize(
    ("as_of", "date"),
    [("2031-05-01", "2031-05-01T00:00:00Z"), ("2031-05", None), ("2031-02-30", None), (None, None)],
)
def test_without_a_date_that_of_the_new_revision_is_taken(as_of, date):
    new = clause_set(replace(HARBOUR[0], text="Ships may call."))
    new = replace(new, revision=replace(new.revision, as_of=as_of))
    data = render("diff", diff(clause_set(HARBOUR[0]), new), "docx", Options())
    assert {entry.get(f"{W}date") for entry in part(data).iter(*TRACKED)} == {date}


def test_comments_say_what_changed_in_substance_and_nothing_of_noise():
    changed = [
        replace(HARBOUR[0], text="Ships may call at ports."),
        replace(HARBOUR[1], text="Pilots guide  them."),
        *HARBOUR[2:],
    ]
    said = comments(drawn(HARBOUR, changed))
    assert len(said) == 2
    assert said[0].startswith("Where its substance changed, the agreement became weaker.")
    assert said[1].startswith("▼ Weakened: force")
    assert "(force-lowered)" in said[1]


def test_what_is_said_of_it_stands_outside_of_the_agreement():
    data = drawn(HARBOUR, HARBOUR[1:])
    text = "".join(part(data).itertext())
    assert "1 removed" not in text
    head = "".join(part(data, "word/header1.xml").itertext())
    assert "one → two" in head
    assert "1 removed" in head


def test_a_text_from_right_to_left_is_set_so():
    data = drawn(provisions("تتعاون الأطراف."), provisions("تتعاون الأطراف كل سنة."))
    paragraphs = [entry for entry in part(data).iter(f"{W}p") if "تتعاون" in "".join(entry.itertext())]
    assert [len(entry.findall(f"{W}pPr/{W}bidi")) for entry in paragraphs] == [1]
    assert all(
        run.find(f"{W}rPr/{W}rtl") is not None
        for run in paragraphs[0].iter(f"{W}r")
        if run.find(f"{W}rPr/{W}rStyle") is None
    )


@pytest.mark.parametrize("name", samples.NASTY)
def test_no_text_breaks_it(name):
    text = samples.NASTY[name]
    old = samples.clause_set(
        [samples.clause(text=text, number=text, heading=text, path=(text,) if text.strip() else ())], title=text
    )
    new = samples.clause_set([samples.clause(text=f"{text} As they like. {text}", number="9")], title=f"{text}.")
    data = render("diff", diff_sets(old, new), "docx", Options(author=text or "a"))
    assert faults(data) == []
    assert sides(data) == (spaced(written(new)), spaced(written(old)))
    assert docx.Document(io.BytesIO(data)).paragraphs


def test_every_sample_opens_and_has_no_fault():
    for text in samples.NASTY.values():
        data = render("diff", samples.diff(text), "docx", Options())
        assert docx.Document(io.BytesIO(data)).paragraphs
        assert faults(data) == []


def test_the_file_says_nothing_of_when_it_was_made():
    archive = zipfile.ZipFile(io.BytesIO(drawn(HARBOUR, HARBOUR[1:])))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
