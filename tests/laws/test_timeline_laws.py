"""Laws of threads and origins, over generated revisions: no clause is lost, none is in two, no word is made up."""

from __future__ import annotations

from dataclasses import replace

from agreements import agreements, revisions
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetrack.app.log import timeline_of
from clausetrack.app.revisions import Found
from clausetrack.app.settings import Settings
from clausetrack.report.registry import Options, render
from clausetrack.survey.blame import blame
from clausetrack.survey.lineage import lineage


@st.composite
def histories(draw):
    """Give revisions, and whether they are coded; tests make the timeline of them, which would be long to show."""
    sets = [draw(agreements())]
    for at in range(draw(st.integers(0, 2))):
        made = draw(revisions(sets[-1]))
        clauses = {clause.id: clause for clause in made.clauses}  # what is added is called the same each time
        completeness = draw(st.sampled_from(["complete", "partial"]))
        named = replace(made.revision, id=f"r{at}", follows=sets[-1].revision.id, completeness=completeness)
        sets.append(replace(made, revision=named, clauses=tuple(clauses.values())))
    return sets, draw(st.booleans())


def followed(history):
    sets, is_coded = history
    found = [Found(known, "", is_coded) for known in sets]
    return timeline_of(found, [None] * len(sets), "given", Settings())


few = settings(max_examples=40)
"""Each example compares up to three revisions."""


@few
@given(histories())
def test_every_clause_of_every_revision_is_in_one_thread(history):
    timeline = followed(history)
    for at, stage in enumerate(timeline.stages):
        there = [
            node.clause.id for thread in timeline.threads for node in thread.nodes if node.stage == at and node.clause
        ]
        assert sorted(there) == sorted(clause.id for clause in stage.clause_set.clauses)


@few
@given(histories())
def test_a_thread_has_one_node_a_stage_and_goes_forward(history):
    timeline = followed(history)
    for thread in timeline.threads:
        stages = [node.stage for node in thread.nodes]
        assert stages == sorted(set(stages))
        assert thread.nodes[0].clause is not None
        assert thread.origin is None or thread.nodes[0].link == "split"
        for before, after in zip(thread.nodes, thread.nodes[1:], strict=False):
            assert (before.clause is None) == (after.link == "returned")


@few
@given(histories())
def test_a_clause_s_way_goes_forward(history):
    timeline = followed(history)
    for clause in timeline.stages[-1].clause_set.clauses:
        stages = [node.stage for _, node in lineage(timeline, clause.id).path]
        assert stages == sorted(set(stages))
        assert stages[-1] == len(timeline.stages) - 1


@few
@given(histories())
def test_the_runs_of_a_clause_are_its_text(history):
    timeline = followed(history)
    for origin in blame(timeline, words=True).origins:
        assert "".join(run.text for run in origin.runs) == origin.clause.text
        assert all(0 <= run.stage < len(timeline.stages) for run in origin.runs)
        assert origin.first <= origin.substance
        assert origin.first <= origin.words


@few
@given(histories())
def test_words_are_of_the_revision_that_last_changed_them_or_older(history):
    timeline = followed(history)
    for origin in blame(timeline, words=True).origins:
        assert max((run.stage for run in origin.runs if run.text.strip()), default=0) <= max(origin.words, origin.first)


@few
@given(histories(), st.sampled_from(["text", "json", "markdown", "svg", "atom"]))
def test_every_history_can_be_drawn(history, format):
    timeline = followed(history)
    assert render("timeline", timeline, format, Options()).endswith("\n")


@few
@given(histories())
def test_nothing_is_removed_by_what_is_partial_and_nothing_is_stronger_by_its_coding(history):
    for stage in followed(history).stages[1:]:
        is_partial = stage.clause_set.revision.completeness == "partial"
        for row in stage.diff.rows:
            if row.match.relation == "removed":
                assert (row.became == "unseen") == is_partial
            elif row.changes and all(change.cause == "coding" for change in row.changes):
                assert row.direction == "neutral"
