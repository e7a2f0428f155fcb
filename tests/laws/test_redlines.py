"""Laws of a redline in DOCX: accepted it is the new text, rejected the old one, whatever was changed."""

from __future__ import annotations

from dataclasses import replace

from agreements import two_revisions
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.app.diff import diff_sets
from clausetrack.report.registry import Options, render
from tests.redlines import faults, plain, reopened, sides, spaced, written

PATHS = ((), ("Part I",), ("Part I", "Title 1"), ("Part I", "Title 2"), ("Part II",), ("Part II — Ships",))
BREAKS = ("", "\n", "\n\n", " ")
HEADINGS = (None, "Pilots", "Pilots and tugs", "Quays")


@st.composite
def arranged(draw, known):
    """Give a set with its clauses in parts, with headings, and with their sentences on lines."""
    clauses = []
    for clause in known.clauses:
        sentences = clause.text.split(". ")
        text = sentences[0] + "".join("." + draw(st.sampled_from(BREAKS)) + more for more in sentences[1:])
        clauses.append(
            replace(
                clause,
                text=text + draw(st.sampled_from(("", "", "\nSo it is."))),
                path=draw(st.sampled_from(PATHS)),
                heading=draw(st.sampled_from(HEADINGS)),
                number=draw(st.sampled_from((clause.number, clause.number, None, "Article 7"))),
            )
        )
    title = draw(st.sampled_from(("Demo", "Demo", "Agreement on Tugs")))
    return replace(known, clauses=tuple(clauses), agreement=replace(known.agreement, title=title))


pairs = two_revisions.flatmap(lambda pair: st.tuples(arranged(pair[0]), arranged(pair[1])))


@given(pairs)
def test_accepted_it_is_the_new_text_and_rejected_the_old_one(pair):
    old, new = pair
    data = render("diff", diff_sets(old, new), "docx", Options())
    accepted, rejected = sides(data)
    assert accepted == spaced(written(new))
    assert rejected == spaced(written(old))
    assert faults(data) == []


@given(pairs)
def test_written_into_the_old_document_it_keeps_all_of_the_old_and_gives_the_new(pair):
    old = plain(pair[0])
    diff, data = reopened(old, plain(pair[1]))
    accepted, rejected = sides(data)
    assert rejected == sides(old)[1]
    assert faults(data) == []
    if words(written(diff.old)) == words(rejected):
        # What a draft passes over is no clause, and stays.
        assert words(accepted) == words(written(diff.new))


def words(lines):
    return " ".join(lines).split()
