"""Which revision last changed a clause, and each of its words."""

from __future__ import annotations

from revised import FEES, LAMPS, ROPES, TIDES, clause, revision, timeline

from clausetrack.app.log import timeline_of
from clausetrack.app.revisions import Found
from clausetrack.app.settings import Settings
from clausetrack.survey.blame import blame


def found(*sets, is_coded=True):
    made = blame(timeline(*sets, is_coded=is_coded), words=True)
    return {origin.clause.id: origin for origin in made.origins}


def dates(origin):
    return origin.first, origin.substance, origin.words


def test_substance_and_words_are_told_apart():
    weak = LAMPS.replace("shall", "may")
    origins = found(
        revision("2021", clause("lamps", LAMPS), clause("ropes", ROPES)),
        revision("2022", clause("lamps", weak), clause("ropes", ROPES)),
        revision(
            "2023",
            clause("lamps", weak.replace("at dusk", "in the evening")),
            clause("ropes", ROPES),
            clause("fees", FEES),
        ),
    )
    assert dates(origins["lamps"])[0] == 0
    assert origins["lamps"].words == 2
    assert origins["lamps"].substance >= 1
    assert dates(origins["ropes"]) == (0, 0, 0)
    assert dates(origins["fees"]) == (2, 2, 2)


def test_an_event_changes_substance_and_no_words():
    origins = found(
        revision("2021", clause("lamps", LAMPS, kind="commitment", status="negotiating")),
        revision("2022", clause("lamps", LAMPS, kind="commitment", status="agreed")),
    )
    assert dates(origins["lamps"]) == (0, 1, 0)


def test_typography_changes_no_words():
    origins = found(
        revision("2021", clause("lamps", 'The board shall light the "lamps".')),
        revision("2022", clause("lamps", "The board shall light the “lamps”.")),
    )
    assert dates(origins["lamps"]) == (0, 0, 0)
    assert [(run.stage, run.text) for run in origins["lamps"].runs] == [(0, "The board shall light the “lamps”.")]


def test_each_word_knows_its_revision():
    origins = found(
        revision("2021", clause("fees", "The company may charge a fee of EUR 10.")),
        revision("2022", clause("fees", "The company shall charge a fee of EUR 10.")),
        revision("2023", clause("fees", "The company shall charge a fee of EUR 35.")),
    )
    runs = {run.text.strip(): run.stage for run in origins["fees"].runs}
    assert runs["shall"] == 1
    assert runs["35"] == 2
    assert runs["The company"] == 0


def test_words_keep_their_revision_through_a_split():
    origins = found(
        revision("2021", clause("safety", f"{ROPES}\n{TIDES}"), clause("lamps", LAMPS)),
        revision("2022", clause("ropes", ROPES), clause("tides", TIDES.replace("will", "may")), clause("lamps", LAMPS)),
    )
    assert [(run.stage, run.text) for run in origins["ropes"].runs] == [(0, ROPES)]
    assert "".join(run.text for run in origins["tides"].runs) == TIDES.replace("will", "may")
    assert {run.stage for run in origins["tides"].runs} == {0, 1}
    assert origins["tides"].first == 0


def test_words_keep_their_revision_through_a_merger():
    origins = found(
        revision("2021", clause("ropes", ROPES), clause("tides", TIDES)),
        revision("2022", clause("ropes", f"{ROPES} {TIDES}")),
    )
    runs = [run for run in origins["ropes"].runs if run.text.strip()]
    assert {run.stage for run in runs} == {0}


def test_a_clause_that_was_coded_anew_has_its_substance_from_before():
    coded = [clause("lamps", LAMPS, kind="commitment", force=force) for force in ("commit", "bind")]
    origins = found(revision("2021", coded[0]), revision("2022", coded[1]))
    assert dates(origins["lamps"]) == (0, 0, 0)


def test_a_clause_that_came_back_has_its_substance_from_then_and_its_words_from_before():
    lamps, fees = clause("lamps", LAMPS), clause("fees", FEES)
    back = clause("fees", FEES.replace("200", "300"))
    origins = found(revision("2021", lamps, fees), revision("2022", lamps), revision("2023", lamps, back))
    assert dates(origins["fees"]) == (0, 2, 2)
    assert {run.text.strip(): run.stage for run in origins["fees"].runs}["300"] == 2
    assert origins["fees"].runs[0].stage == 0


def test_a_clause_that_was_only_not_seen_has_changed_in_nothing():
    lamps, fees = clause("lamps", LAMPS), clause("fees", FEES)
    sets = [revision(name, lamps, *rest, completeness="partial") for name, rest in (("2021", [fees]), ("2022", []))]
    origins = found(*sets, revision("2023", lamps, fees, completeness="partial"))
    assert dates(origins["fees"]) == (0, 0, 0)


def test_a_revision_on_another_branch_changed_nothing():
    weak = clause("lamps", LAMPS.replace("shall", "may"))
    sets = revision("2021", clause("lamps", LAMPS)), revision("2022", weak), revision("2023", clause("lamps", LAMPS))
    known = [Found(entry, "", True) for entry in sets]
    made = blame(timeline_of(known, [None] * 3, "given", Settings(), [None, 0, 0]), words=True)
    assert dates(made.origins[0]) == (0, 0, 0)
    assert {run.stage for run in made.origins[0].runs} == {0}
