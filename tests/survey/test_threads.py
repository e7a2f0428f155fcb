"""Clauses followed through revisions: what goes on, what is split, merged, lost and found again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from revised import FEES, LAMPS, ROPES, TIDES, clause, revision, timeline

from clausetrack.app.log import timeline_of
from clausetrack.app.revisions import Found
from clausetrack.app.settings import Settings
from clausetrack.errors import UnknownNameError
from clausetrack.model.clauseset import Event
from clausetrack.survey.lineage import lineage


def way(made, name):
    return [(node.stage, node.link, node.clause.id if node.clause else None) for _, node in lineage(made, name).path]


def lines(made):
    return {thread.clause.id: [(node.stage, node.link) for node in thread.nodes] for thread in made.threads}


def test_a_clause_goes_on_whatever_its_number():
    made = timeline(
        revision("2021", clause("lamps", LAMPS, number="Article 1"), clause("ropes", ROPES, number="Article 2")),
        revision(
            "2022",
            clause("tides", TIDES, number="Article 1"),
            clause("lamps", LAMPS, number="Article 2"),
            clause("ropes", ROPES.replace("two", "three"), number="Article 3"),
        ),
    )
    assert lines(made) == {
        "tides": [(1, "added")],
        "lamps": [(0, "first"), (1, "changed")],
        "ropes": [(0, "first"), (1, "changed")],
    }


def test_what_stands_is_the_same():
    same = (clause("lamps", LAMPS), clause("ropes", ROPES))
    assert {
        link for thread in lines(timeline(revision("2021", *same), revision("2022", *same))).values() for link in thread
    } == {
        (0, "first"),
        (1, "same"),
    }


def test_a_part_that_was_split_off_begins_in_the_clause_that_it_was_in():
    made = timeline(
        revision("2021", clause("lamps", LAMPS), clause("safety", f"{ROPES}\n{TIDES}")),
        revision("2022", clause("lamps", LAMPS), clause("ropes", ROPES), clause("tides", TIDES)),
        revision("2023", clause("lamps", LAMPS), clause("ropes", ROPES), clause("tides", TIDES.replace("will", "may"))),
    )
    assert way(made, "tides") == [(0, "first", "safety"), (1, "split", "tides"), (2, "changed", "tides")]
    assert way(made, "ropes") == [(0, "first", "safety"), (1, "split", "ropes"), (2, "same", "ropes")]
    (born,) = [thread for thread in made.threads if thread.origin is not None]
    assert made.threads[born.origin].nodes[0].clause.id == "safety"


def test_of_a_split_the_part_with_the_old_id_goes_on():
    made = timeline(
        revision("2021", clause("ropes", f"{TIDES}\n{ROPES}")),
        revision("2022", clause("tides", TIDES), clause("ropes", ROPES)),
    )
    assert lines(made) == {"tides": [(1, "split")], "ropes": [(0, "first"), (1, "split")]}


def test_a_clause_that_was_merged_is_followed_into_the_other():
    made = timeline(
        revision("2021", clause("ropes", ROPES), clause("tides", TIDES), clause("lamps", LAMPS)),
        revision("2022", clause("ropes", f"{ROPES}\n{TIDES}"), clause("lamps", LAMPS)),
        revision("2023", clause("ropes", f"{ROPES}\n{TIDES}"), clause("lamps", LAMPS)),
    )
    assert way(made, "tides") == [(0, "first", "tides"), (1, "merged", "ropes"), (2, "same", "ropes")]
    assert lines(made)["tides"] == [(0, "first"), (1, "joined")]


def test_a_clause_that_comes_back_goes_on_where_it_ended():
    with_fees = (clause("lamps", LAMPS), clause("fees", FEES))
    made = timeline(revision("2021", *with_fees), revision("2022", with_fees[0]), revision("2023", *with_fees))
    assert lines(made)["fees"] == [(0, "first"), (1, "gone"), (2, "returned")]


def test_in_a_document_only_the_same_words_come_back():
    with_fees = (clause("lamps", LAMPS), clause("fees", FEES))
    sets = revision("2021", *with_fees), revision("2022", with_fees[0])
    back = timeline(*sets, revision("2023", with_fees[0], clause("charges", FEES)), is_coded=False)
    assert lines(back)["charges"] == [(0, "first"), (1, "gone"), (2, "returned")]
    another = timeline(*sets, revision("2023", with_fees[0], clause("tides", TIDES)), is_coded=False)
    assert lines(another)["tides"] == [(2, "added")]


def test_threads_stand_in_the_order_of_the_last_revision_and_what_went_where_it_was():
    made = timeline(
        revision("2021", clause("lamps", LAMPS), clause("ropes", ROPES), clause("fees", FEES)),
        revision("2022", clause("lamps", LAMPS), clause("fees", FEES), clause("tides", TIDES)),
    )
    assert [thread.clause.id for thread in made.threads] == ["lamps", "ropes", "fees", "tides"]


@pytest.mark.parametrize("name", ["lamps", "LAMPS", "Article 7", "article 7", "Lamps on the quay"])
def test_a_clause_is_found_by_id_number_or_heading(name):
    known = clause("lamps", LAMPS, number="Article 7", heading="Lamps on the quay")
    made = timeline(revision("2021", known, clause("ropes", ROPES)), revision("2022", known))
    assert lineage(made, name).clause.id == "lamps"


def test_the_latest_clause_of_a_number_is_meant():
    made = timeline(
        revision("2021", clause("lamps", LAMPS, number="1")),
        revision("2022", clause("ropes", ROPES, number="1"), clause("lamps", LAMPS, number="2")),
    )
    assert lineage(made, "1").clause.id == "ropes"


def test_an_unknown_clause_is_told_with_what_was_meant():
    made = timeline(revision("2021", clause("lamps", LAMPS)))
    with pytest.raises(UnknownNameError) as caught:
        lineage(made, "lamp")
    assert caught.value.hint == "did you mean 'lamps'?"


def test_force_is_the_file_s_or_that_of_the_norms_of_the_text():
    made = timeline(
        revision(
            "2021", clause("lamps", LAMPS), clause("both", f"{LAMPS} {FEES}"), clause("coded", LAMPS, force="aspire")
        )
    )
    found = {thread.clause.id: (thread.nodes[0].force, sum(thread.nodes[0].norms)) for thread in made.threads}
    assert found["lamps"][0] == "bind"
    assert found["both"][0] is None
    assert found["both"][1] > 1
    assert found["coded"] == ("aspire", 1)


def test_a_clause_that_comes_back_is_compared_with_what_it_was():
    weak = clause("fees", FEES.replace("200", "300"), kind="commitment", force="discretion")
    strong = clause("fees", FEES, kind="commitment", force="bind")
    lamps = clause("lamps", LAMPS)
    made = timeline(revision("2021", lamps, strong), revision("2022", lamps), revision("2023", lamps, weak))
    (row,) = [row for row in made.stages[2].diff.rows if row.became]
    assert (row.became, row.match.old, row.match.new) == ("returned", (strong,), (weak,))
    assert {"force-lowered", "amount-changed"} <= {change.rule for change in row.changes}
    assert row.edits
    (back,) = [node for thread in made.threads for node in thread.nodes if node.link == "returned"]
    assert back.row is row


def test_what_a_partial_set_does_not_show_has_not_gone():
    lamps, fees = clause("lamps", LAMPS), clause("fees", FEES)
    sets = [
        revision(name, lamps, *([fees] if there else []), completeness="partial")
        for name, there in (("2021", True), ("2022", False), ("2023", True))
    ]
    made = timeline(*sets)
    assert lines(made)["fees"] == [(0, "first"), (1, "unseen"), (2, "returned")]
    assert [[row.became for row in stage.diff.rows if row.became] for stage in made.stages[1:]] == [
        ["unseen"],
        ["seen"],
    ]
    assert [stage.diff.direction for stage in made.stages[1:]] == ["neutral", "neutral"]


def test_what_an_event_ended_has_gone_from_a_partial_set_too():
    lamps, fees = clause("lamps", LAMPS), clause("fees", FEES)
    old, new = revision("2021", lamps, fees), revision("2022", lamps, completeness="partial")
    ended = Event(date="2021-12-31", type="ended", clauses=("fees",))
    assert lines(timeline(old, replace(new, events=(ended,))))["fees"] == [(0, "first"), (1, "gone")]


def test_another_id_is_a_change_of_the_coding_and_of_a_document_none():
    sets = revision("2021", clause("lamps", LAMPS)), revision("2022", clause("lights", LAMPS))
    assert way(timeline(*sets), "lamps") == [(0, "first", "lamps"), (1, "changed", "lights")]
    assert way(timeline(*sets, is_coded=False), "lamps") == [(0, "first", "lamps"), (1, "same", "lights")]


def test_what_only_the_coding_changed_has_no_direction():
    coded = [clause("lamps", LAMPS, kind="commitment", force=force) for force in ("commit", "bind")]
    made = timeline(revision("2021", coded[0]), revision("2022", coded[1]))
    (row,) = made.stages[1].diff.rows
    assert [(change.rule, change.cause) for change in row.changes] == [("force-raised", "coding")]
    assert (row.direction, made.stages[1].diff.direction) == ("neutral", "neutral")


def test_a_branch_goes_on_from_what_it_follows():
    lamps, ropes, fees = clause("lamps", LAMPS), clause("ropes", ROPES), clause("fees", FEES)
    sets = revision("2021", lamps, fees), revision("2022", lamps), revision("2023", lamps, ropes, fees)
    found = [Found(known, "", True) for known in sets]
    made = timeline_of(found, [None] * 3, "given", Settings(), [None, 0, 0])
    assert [stage.before for stage in made.stages] == [None, 0, 0]
    assert lines(made)["fees"] == [(0, "first"), (1, "gone"), (2, "same")]
    assert lines(made)["ropes"] == [(2, "added")]
