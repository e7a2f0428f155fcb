from __future__ import annotations

from dataclasses import replace

import pytest
from aligned import aligned, both, clause_set, provisions, shown
from texts import DUTCH, FRENCH, JAPANESE, PORTS, SPANISH

from clausetrack.align import align, explain
from clausetrack.errors import SettingsError
from clausetrack.model.alignment import Pin
from clausetrack.model.clause import Clause


def test_equal_sets_of_two_agreements_pair_by_their_texts():
    alignment = aligned(PORTS, PORTS)
    assert shown(alignment) == [f"paired a{place} b{place}" for place in range(1, 10)]
    assert {match.matched_by for match in alignment.matches} == {"digest"}


def test_a_renumbering_is_no_move():
    new = [PORTS[0], "Flags are shown on all visiting vessels from sunrise to sunset.", *PORTS[1:]]
    lines = shown(aligned(PORTS, new))
    assert lines[:3] == ["paired a1 b1", "added - b2", "paired a2 b3"]
    assert not any("moved" in line for line in lines)


def test_a_clause_moved_and_edited_is_one_row():
    edited = PORTS[3].replace("at the price", "at no more than the price")
    lines = shown(aligned(PORTS, [edited, *PORTS[:3], *PORTS[4:]]))
    assert lines.count("paired a4 b1 moved") == 1
    assert len(lines) == 9
    assert sum("moved" in line for line in lines) == 1


def test_the_fewest_clauses_move():
    assert sum("moved" in line for line in shown(aligned(PORTS, [*PORTS[7:], *PORTS[:7]]))) == 2


def test_removed_clauses_stand_behind_the_neighbour_that_they_followed():
    lines = shown(aligned(PORTS, [*PORTS[1:4], *PORTS[6:]]))
    assert lines[0] == "removed a1 -"
    assert lines[3:6] == ["paired a4 b3", "removed a5 -", "removed a6 -"]


def test_a_split_does_not_show_its_half_twice():
    whole = f"{PORTS[3]} {PORTS[6]}"
    old, new = [*PORTS[:3], whole, *PORTS[7:]], [*PORTS[:4], PORTS[6], *PORTS[7:]]
    lines = shown(aligned(old, new))
    assert "split a4 b4+b5" in lines
    assert not any(line.startswith(("added", "removed")) for line in lines)


def test_three_clauses_merged_into_one():
    old = PORTS
    new = [*PORTS[:2], f"{PORTS[2]} {PORTS[3]} {PORTS[4]}", *PORTS[5:]]
    assert "merged a3+a4+a5 b3" in shown(aligned(old, new))


def test_a_clause_that_quotes_a_passage_is_no_part_of_a_split():
    quoting = (
        "The joint committee draws up rules of its own for meetings, minutes, interpreters, seating and languages, "
        "and lists every year the harbours, quays, cranes and pilots that were used, with the names of their masters."
    )
    lines = shown(aligned(PORTS, [*PORTS, quoting]))
    assert "added - b10" in lines


def test_a_subject_gathered_into_one_clause():
    scattered = [
        "Wreck salvage is a task of the coast guards where no owner comes forward within two weeks.",
        "Wreck salvage in foreign waters needs a diver's report, translated and stamped.",
        "Whoever carries out wreck salvage keeps a third of the timber for repairs ashore.",
        "Objections to wreck salvage are heard by the mayor of the nearest town.",
    ]
    gathering = "Rules on wreck salvage are adopted jointly; unanimity is required, and museums are consulted first."
    lines = shown(aligned([*PORTS, *scattered], [*PORTS, gathering]))
    assert "merged a10+a11+a12+a13 b10" in lines


def test_nothing_in_common_is_paired_with_nothing():
    other = [
        "Bakers weigh their loaves in the presence of two witnesses drawn by lot.",
        "A loaf under eight hundred grams is given to the poor house of the parish.",
        "Guild fees fall due on Michaelmas and are written into a bound ledger.",
    ]
    assert {line.split()[0] for line in shown(aligned(PORTS, other))} == {"added", "removed"}


def test_one_place_makes_no_pair_of_texts_without_a_word_in_common():
    other = [*PORTS[:4], "Bakers sell their loaves by weight.", *PORTS[5:]]
    assert shown(aligned(PORTS, other))[4:6] == ["removed a5 -", "added - b5"]
    assert {line.split()[0] for line in shown(aligned(PORTS[:1], other[4:5]))} == {"added", "removed"}


def test_between_two_languages_one_place_is_what_there_is_to_go_by():
    french = [*PORTS[:4], "Les boulangers vendent leurs pains au poids.", *PORTS[5:]]
    old, new = clause_set(provisions("a", PORTS), "one"), clause_set(provisions("b", french), "two")
    new = replace(new, revision=replace(new.revision, language="fr"))
    assert "paired a5 b5" in shown(align(old, new))


def test_ids_decide_between_revisions_of_one_agreement():
    old = clause_set([Clause(id="fuel", kind="provision", text=PORTS[3])], "ports")
    new = clause_set([Clause(id="fuel", kind="provision", text="Bread is baked at night.")], "ports")
    (match,) = align(old, new).matches
    assert (match.relation, match.matched_by, match.confidence) == ("paired", "id", 1.0)


def test_ids_are_no_evidence_between_agreements():
    old = clause_set([Clause(id=f"c{place}", kind="provision", text=text) for place, text in enumerate(PORTS)], "one")
    turned = [Clause(id=f"c{8 - place}", kind="provision", text=text) for place, text in enumerate(PORTS)]
    for match in align(old, clause_set(turned, "two")).matches:
        assert match.old[0].text == match.new[0].text


def test_an_id_that_changed_is_found_by_text():
    old = clause_set(provisions("c", PORTS), "ports")
    renamed = [*old.clauses[:3], replace(old.clauses[3], id="fuel", text=PORTS[3] + " Ice is free."), *old.clauses[4:]]
    match = align(old, clause_set(renamed, "ports")).matches[3]
    assert [clause.id for clause in match.old + match.new] == ["c4", "fuel"]
    assert match.matched_by == "text"


def test_a_split_within_an_agreement_that_kept_the_id_of_its_first_half():
    first = Clause(id="fuel", kind="provision", text=f"{PORTS[3]} {PORTS[6]}")
    halves = [Clause(id="fuel", kind="provision", text=PORTS[3]), Clause(id="photos", kind="provision", text=PORTS[6])]
    lines = shown(align(clause_set([first], "ports"), clause_set(halves, "ports")))
    assert lines == ["split fuel fuel+photos"]


def test_a_heading_decides_where_the_text_was_written_anew():
    def headed(prefix, texts):
        names = ["Terms", "Dialogue", "Harbours", "Supplies", "Shore leave", "Costs", "Pictures", "Disputes", "Ending"]
        return [replace(c, heading=name) for c, name in zip(provisions(prefix, texts), names, strict=True)]

    new = [*PORTS[:3], "Victuallers sell bunkers duty free under supervision.", *PORTS[4:]]
    old_set, new_set = clause_set(headed("a", PORTS), "one"), clause_set(headed("b", new), "two")
    match = next(match for match in align(old_set, new_set).matches if match.new[0].id == "b4")
    assert [clause.id for clause in match.old] == ["a4"]
    assert match.matched_by in {"heading", "context"}


@pytest.mark.parametrize("texts", [DUTCH, SPANISH, FRENCH, JAPANESE], ids=["nl", "es", "fr", "ja"])
def test_other_languages_are_aligned_as_well(texts):
    edits = {"elk": "ieder", "cada": "en cada", "chaque": "en chaque", "毎年": "定期的に"}

    def edited(text):
        for word, other in edits.items():
            text = text.replace(word, other)
        return text

    new = [edited(texts[2]), edited(texts[0]), edited(texts[3]), edited(texts[1])]
    pairs = {tuple(line.split()[1:3]) for line in shown(aligned(texts, new))}
    assert pairs == {("a3", "b1"), ("a1", "b2"), ("a4", "b3"), ("a2", "b4")}


def test_pins_are_obeyed():
    old, new = both(PORTS, PORTS)
    pins = [Pin("a1", "b2", where="the project file"), Pin("a3", "b3", forbid=True)]
    lines = align(old, new, pins=pins).matches
    by_old = {match.old[0].id: match for match in lines if match.old}
    assert by_old["a1"].new[0].id == "b2"
    assert (by_old["a1"].matched_by, by_old["a1"].note) == ("analyst", "the project file")
    assert "b3" not in [clause.id for clause in by_old["a3"].new]


def test_several_pins_of_one_clause_make_a_split():
    old, new = both(PORTS[:3], PORTS[:3])
    lines = shown(align(old, new, pins=[Pin("a1", "b1"), Pin("a1", "b3")]))
    assert "split a1 b1+b3" in lines


@pytest.mark.parametrize("reference", ["before#a9", "before@r#a9"])
def test_aligns_with_pins_from_either_side(reference):
    old, new = both(PORTS, PORTS[:8])
    pinned = replace(new, clauses=(replace(new.clauses[0], aligns_with=(reference,)), *new.clauses[1:]))
    match = next(match for match in align(old, pinned).matches if match.new and match.new[0].id == "b1")
    assert [clause.id for clause in match.old] == ["a9"]
    assert match.note == "aligns_with of b1"


def test_aligns_with_can_forbid_and_other_agreements_are_no_business_of_it():
    old, new = both(PORTS, PORTS)
    said = ("!before#a1", "elsewhere#a2", "before@other#a2")
    pinned = replace(new, clauses=(replace(new.clauses[0], aligns_with=said), *new.clauses[1:]))
    lines = shown(align(old, pinned))
    assert {"removed a1 -", "added - b1", "paired a2 b2"} <= set(lines)


def test_a_pin_on_a_clause_that_is_not_there_is_an_error_that_names_the_nearest():
    old, new = both(PORTS, PORTS)
    with pytest.raises(SettingsError, match='no clause "a11" to pin'):
        align(old, new, pins=[Pin("a11", "b1")])


def test_a_met_budget_is_said_and_equal_texts_are_found_all_the_same():
    new = [*PORTS[:8], PORTS[8].replace("six", "nine").replace("letter", "notice")]
    alignment = align(*both(PORTS, new), budget=0)
    assert alignment.exhausted
    assert "paired a3 b3" in shown(alignment)
    assert not aligned(PORTS, new).exhausted


def test_repeated_texts_follow_their_neighbours():
    old = [PORTS[0], "Reserved.", PORTS[1], "Reserved.", PORTS[2]]
    new = [PORTS[1], "Reserved.", PORTS[2], PORTS[0], "Reserved."]
    pairs = {tuple(line.split()[1:3]) for line in shown(aligned(old, new))}
    assert {("a2", "b5"), ("a4", "b2")} <= pairs


def test_empty_sets_and_empty_texts():
    assert aligned([], []).matches == ()
    assert shown(aligned([], ["Text."])) == ["added - b1"]
    assert shown(aligned(["", "—"], [" "]))[-1].split()[0] in {"removed", "paired", "added"}


def test_explain_gives_the_candidates_the_best_first():
    new = [*PORTS[:3], PORTS[3].replace("fuel", "oil"), *PORTS[4:], PORTS[3].replace("water", "bread and salt")]
    old_set, new_set = both(PORTS, new)
    explanation = explain(old_set, new_set, "a4", "old")
    assert explanation.match.new[0].id == "b4"
    assert [candidate.clauses for candidate in explanation.candidates[:2]] == [("b4",), ("b10",)]
    assert explanation.candidates[0].score > explanation.candidates[1].score
    assert dict(explanation.candidates[0].evidence).keys() >= {"text", "labels"}
    assert explain(old_set, new_set, "b10", "new").clause.id == "b10"
    with pytest.raises(KeyError):
        explain(old_set, new_set, "b4", "old")
