"""What differs in a match, before anything is judged."""

from __future__ import annotations

from dataclasses import fields, replace

from clausetrack.diff.pairs import FIELDS, joined_text, pair, reversed_edits
from clausetrack.model.alignment import Match
from clausetrack.model.change import FieldDelta, WordEdit
from clausetrack.model.clause import Clause

CLAUSE = Clause(id="calls", kind="provision", text="Ships call at ports.")


def test_a_clause_that_came_or_went_differs_in_nothing():
    assert (pair(Match("added", (), (CLAUSE,))).fields, pair(Match("removed", (CLAUSE,), ())).edits) == ({}, ())


def test_equal_clauses_have_neither_deltas_nor_edits():
    found = pair(Match("paired", (CLAUSE,), (replace(CLAUSE),)))
    assert (found.fields, found.edits) == ({}, ())


def test_deltas_name_every_field_that_differs_and_no_other():
    other = replace(CLAUSE, number="Article 2", domains=("trade",), text="Ships call.")
    assert pair(Match("paired", (CLAUSE,), (other,))).fields == {
        "text": FieldDelta("text", "Ships call at ports.", "Ships call."),
        "number": FieldDelta("number", None, "Article 2"),
        "domains": FieldDelta("domains", (), ("trade",)),
    }


def test_every_field_but_the_id_may_differ():
    assert {*FIELDS, "id"} == {field.name for field in fields(Clause)}
    assert pair(Match("paired", (CLAUSE,), (replace(CLAUSE, id="visits"),))).fields == {}


def test_a_split_is_compared_as_a_whole():
    parts = replace(CLAUSE, text="Ships call."), replace(CLAUSE, id="fees", text="No fees.")
    found = pair(Match("split", (CLAUSE,), parts))
    assert found.fields == {}
    assert (
        "".join(edit.text for edit in found.edits if edit.op != "delete")
        == joined_text(parts)
        == "Ships call.\nNo fees."
    )


def test_edits_read_backwards_have_deletions_first():
    edits = (WordEdit("equal", "a "), WordEdit("delete", "b"), WordEdit("insert", "c"))
    assert reversed_edits(edits) == (WordEdit("equal", "a "), WordEdit("delete", "c"), WordEdit("insert", "b"))
    assert reversed_edits((WordEdit("insert", "a"),)) == (WordEdit("delete", "a"),)


def test_of_a_merger_the_status_counts_where_all_that_were_merged_had_the_same():
    agreed = replace(CLAUSE, status="agreed")
    both, whole = (agreed, replace(agreed, id="fees")), replace(CLAUSE, status="operating", force="bind")
    assert pair(Match("merged", both, (whole,))).fields == {"status": FieldDelta("status", "agreed", "operating")}
    apart = (agreed, replace(agreed, id="fees", status="proposed"))
    assert pair(Match("merged", apart, (whole,))).fields == {}
    assert pair(Match("split", (replace(CLAUSE),), both)).fields == {}
