"""A document is drafted again, and what an analyst had edited is carried over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausetrack.clauseset.inferred import INFERRED
from clausetrack.draft.update import update
from clausetrack.language.digest import sentence_digest
from clausetrack.model.clause import Clause, Relation
from clausetrack.model.clauseset import Actor, Agreement, ClauseSet, Event, Revision
from clausetrack.model.source import Evidence, Source

LIGHTS = "The parties shall keep all lights lit along the coast between their capitals."
PILOTS = "A pilot comes on board where the master of a ship asks the harbour office for one."
FEES = "The fees for a pilot are those of the port, and are paid to the harbour office within a month."
BUOYS = "The parties mark wrecks and reefs with buoys, and tell each other where a buoy was lost."


def clause(id, text, paragraph, source="paper", **more):
    evidence = (Evidence(source, paragraph=paragraph, sentence=1, digest=sentence_digest(text)),)
    return Clause(**({"id": id, "kind": "provision", "text": text, "evidence": evidence} | more))


def clause_set(*clauses, revision="2025", source="paper", **more):
    return ClauseSet(
        agreement=Agreement(id="pilotage", title="Pilotage"),
        revision=Revision(id=revision, basis="primary-text"),
        sources=(Source(id=source, sha256=revision[:1] * 64),),
        clauses=clauses,
        **more,
    )


EDITED = clause_set(
    clause("lighthouses", LIGHTS, 1, kind="commitment", force="commit", note="Agreed late.", domains=("maritime",)),
    clause("pilots", PILOTS, 2, kind="procedure", extra={INFERRED: ["kind"], "x-owner": "Ada"}),
    clause("fees", FEES, 3, relations=(Relation("specifies", "pilots"),)),
)


def drafted(*clauses, **more):
    return clause_set(*clauses, **({"revision": "2026", "source": "paper"} | more))


def by_id(result):
    return {entry.id: entry for entry in result.clause_set.clauses}


def reasons(result):
    return {(look.clause, look.reason) for look in result.looks}


def test_ids_kinds_fields_and_notes_are_kept_where_the_words_stay():
    result = update(EDITED, drafted(clause("lights-lit", LIGHTS, 4, number="Article 1"), clause("p", PILOTS, 5)))
    lights = by_id(result)["lighthouses"]
    assert (lights.kind, lights.force, lights.note, lights.domains) == (
        "commitment",
        "commit",
        "Agreed late.",
        ("maritime",),
    )
    assert (lights.number, lights.evidence[0].paragraph) == ("Article 1", 4)
    assert reasons(result) == {("fees", "gone")}


def test_what_nobody_accepted_is_inferred_anew_and_own_keys_stay():
    new = clause("p", PILOTS, 1, kind="commitment", extra={INFERRED: ["kind", "force"], "x-doubtful": {"kind": "so"}})
    pilots = by_id(update(EDITED, drafted(new)))["pilots"]
    assert pilots.kind == "commitment"
    assert pilots.extra == {"x-owner": "Ada", INFERRED: ["kind"], "x-doubtful": {"kind": "so"}}


def test_words_that_changed_are_taken_over_and_told():
    later = LIGHTS.replace("shall keep", "may keep")
    result = update(
        EDITED, drafted(clause("l", later, 1, force="discretion"), clause("p", PILOTS, 2), clause("f", FEES, 3))
    )
    assert by_id(result)["lighthouses"].text == later
    assert by_id(result)["lighthouses"].force == "commit"
    assert {("lighthouses", "reworded"), ("lighthouses", "reading")} <= reasons(result)


def test_an_analyst_s_own_wording_stays_while_its_source_does():
    own = replace(EDITED.clauses[0], text="Lights are kept lit along the coast between the capitals.")
    result = update(replace(EDITED, clauses=(own, *EDITED.clauses[1:])), drafted(clause("l", LIGHTS, 1)))
    assert by_id(result)["lighthouses"].text == own.text
    assert ("lighthouses", "reworded") not in reasons(result)


def test_a_new_clause_is_told_and_takes_no_id_that_was_used():
    result = update(EDITED, drafted(clause("lights", LIGHTS, 1), clause("lighthouses", BUOYS, 2), *EDITED.clauses[1:]))
    assert by_id(result)["lighthouses"].text == LIGHTS
    assert by_id(result)["lighthouses-2"].text == BUOYS
    assert reasons(result) == {("lighthouses-2", "new")}


def test_a_relation_to_a_clause_that_is_gone_is_dropped_and_told():
    result = update(EDITED, drafted(clause("f", FEES, 1)))
    assert by_id(result)["fees"].relations == ()
    assert ("fees", "relation") in reasons(result)


@pytest.mark.parametrize("revision", ["2025", "2026"])
def test_a_new_revision_follows_the_edited_one_and_the_same_one_is_it(revision):
    result = update(EDITED, drafted(clause("l", LIGHTS, 1), revision=revision)).clause_set.revision
    assert result == (EDITED.revision if revision == "2025" else replace(EDITED.revision, id="2026", follows="2025"))


def test_a_split_keeps_the_id_for_its_first_part():
    both = clause_set(clause("lights-and-buoys", f"{LIGHTS}\n{BUOYS}", 1, kind="commitment"), clause("fees", FEES, 2))
    result = update(both, drafted(clause("l", LIGHTS, 1), clause("b", BUOYS, 2), clause("f", FEES, 3)))
    assert by_id(result)["lights-and-buoys"].text == LIGHTS
    assert by_id(result)["b"].relations == (Relation("split-from", "lights-and-buoys"),)
    assert ("lights-and-buoys", "split") in reasons(result)


def test_a_merge_is_told_and_names_what_went_in():
    apart = clause_set(clause("lights", LIGHTS, 1), clause("buoys", BUOYS, 2), clause("fees", FEES, 3))
    result = update(apart, drafted(clause("lb", f"{LIGHTS}\n{BUOYS}", 1), clause("f", FEES, 2)))
    merged = result.clause_set.clauses[0]
    assert merged.relations == (Relation("merged-from", "pilotage@2025#buoys"),)
    assert ("lights", "merged") in reasons(result)


def test_evidence_of_other_sources_actors_and_events_are_kept():
    press = Evidence("press", paragraph=9)
    lights = replace(EDITED.clauses[0], evidence=(*EDITED.clauses[0].evidence, press))
    edited = replace(
        EDITED,
        clauses=(lights, *EDITED.clauses[1:]),
        sources=(*EDITED.sources, Source(id="press")),
        actors=(Actor("harbour-office", "the Harbour Office"),),
        events=(Event(date="2025-02", type="meeting-held", clauses=("lighthouses", "fees")),),
    )
    result = update(edited, drafted(clause("l", LIGHTS, 7))).clause_set
    assert [entry.source for entry in result.clauses[0].evidence] == ["paper", "press"]
    assert [source.id for source in result.sources] == ["paper", "press"]
    assert result.sources[0].sha256 == "2" * 64
    assert (result.actors, result.events[0].clauses) == (edited.actors, ("lighthouses",))
