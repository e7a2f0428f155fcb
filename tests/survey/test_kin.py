"""Which clauses of many sets are one family, by example."""

from __future__ import annotations

from dataclasses import replace

from clausetrack.model.alignment import Pin
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.survey.families import families
from clausetrack.survey.matrix import family_ids

LAMPS = "The harbour master shall keep every lamp on the outer mole alight from dusk until dawn."
LAMPS_SOFT = "The harbour master may keep the lamps on the outer mole alight from dusk until midnight."
LAMPS_TOWN = "Each town shall see that every lamp on its outer mole is kept alight from dusk until the morning."
TUGS = "Tugs of either party are free to enter the inner basin without paying any dues."
FISH = "Herring landed before noon is weighed by a sworn officer and sold at the public auction."
ROPES = "A vessel that leaves its ropes on the quay overnight pays a fine of twenty crowns."
ROPES_LONG = f"{ROPES} The fine is doubled where the ropes belong to a foreign vessel of more than ten tons."


def known(name, *texts, revision="one", **fields):
    clauses = tuple(Clause(id=f"{name}-{at}", kind="provision", text=text, **fields) for at, text in enumerate(texts))
    return ClauseSet(
        agreement=Agreement(id=name, title=name),
        revision=Revision(id=revision, basis="primary-text", language="en"),
        clauses=clauses,
    )


def grouped(sets, **options):
    """Give the families of more than one clause, as sets of clause ids."""
    found = families(sets, **options)
    return {frozenset(sets[s].clauses[i].id for s, i in f.places) for f in found if len(f.places) > 1}


def test_what_is_worded_alike_is_one_family_across_all_sets():
    sets = [known("a", LAMPS, TUGS, FISH), known("b", FISH, LAMPS_SOFT), known("c", ROPES, LAMPS_TOWN, TUGS)]
    assert grouped(sets) == {frozenset({"a-0", "b-1", "c-1"}), frozenset({"a-1", "c-2"}), frozenset({"a-2", "b-0"})}


def test_clauses_of_one_set_are_kept_apart_however_alike():
    sets = [known("a", LAMPS, LAMPS_SOFT), known("b", LAMPS_SOFT, LAMPS), known("c", LAMPS, TUGS)]
    assert grouped(sets) == {frozenset({"a-0", "b-1", "c-0"}), frozenset({"a-1", "b-0"})}


def test_ids_hold_between_revisions_of_one_agreement_and_nowhere_else():
    old, new = known("a", LAMPS, revision="one"), known("a", FISH, revision="two")
    other = replace(known("b", FISH), clauses=(replace(known("b", ROPES).clauses[0], id="a-0"),))
    assert grouped([old, new, other]) == {frozenset({"a-0"})}
    assert len(families([old, new, other])) == 2
    assert len(families([old, new, other], coded=[False] * 3)) == 3


def test_what_analysts_coded_as_different_subjects_is_kept_apart():
    others = [f"The parties seek to work together on {subject}." for subject in ("pilots", "dredging", "ice", "quays")]
    one, other = ("The parties seek to work together on tugs.", "The parties seek to work together on lamps.")

    def coded(name, text, domain):
        found = known(name, *others, text)
        return replace(found, clauses=(*found.clauses[:4], replace(found.clauses[4], domains=domain)))

    for domains, number in ((("tugs",), ("lamps",)), 6), ((("tugs",), ("tugs",)), 5), ((("tugs",), ()), 5):
        assert len(families([coded("a", one, domains[0]), coded("b", other, domains[1])])) == number
    assert len(families([coded("a", one, ("tugs",)), coded("b", one, ("lamps",))])) == 5


def test_the_analyst_joins_and_parts():
    sets = [known("a", LAMPS), known("b", FISH), known("c", LAMPS_TOWN)]
    sets[1] = replace(sets[1], clauses=(replace(sets[1].clauses[0], aligns_with=("a#a-0",)),))
    assert grouped(sets) == {frozenset({"a-0", "b-0", "c-0"})}
    sets[1] = replace(sets[1], clauses=(replace(sets[1].clauses[0], aligns_with=()),))
    sets[2] = replace(sets[2], clauses=(replace(sets[2].clauses[0], aligns_with=("!a#a-0",)),))
    assert grouped(sets) == set()


def test_pins_of_a_project_count_too():
    def pins(old, new):
        return [Pin("a-0", "b-0")] if (old.agreement.id, new.agreement.id) == ("a", "b") else []

    sets = [known("a", LAMPS), known("b", FISH), known("c", ROPES)]
    assert grouped(sets) == set()
    assert grouped(sets, pins=pins) == {frozenset({"a-0", "b-0"})}


def test_a_clause_that_was_split_has_its_parts_in_one_family():
    whole = f"{LAMPS} {ROPES}"
    sets = [known("a", whole, TUGS), known("b", whole, FISH), known("c", LAMPS, ROPES, TUGS)]
    (family,) = [f for f in families(sets) if (0, 0) in f.places]
    assert family.places == ((0, 0), (1, 0), (2, 0), (2, 1))
    assert family.parts == {(2, 0), (2, 1)}


def test_a_text_that_merely_grew_is_no_split():
    sets = [known("a", ROPES, TUGS), known("b", ROPES_LONG, TUGS)]
    assert grouped(sets) == {frozenset({"a-0", "b-0"}), frozenset({"a-1", "b-1"})}
    assert not any(family.parts for family in families(sets))


def test_what_is_in_doubt_is_less_sure():
    found = families([known("a", LAMPS, FISH), known("b", LAMPS, FISH), known("c", LAMPS_TOWN, TUGS)])
    lamps = found[0]
    assert lamps.places == ((0, 0), (1, 0), (2, 0))
    assert lamps.confidence[0, 0] <= 1
    assert lamps.confidence[2, 0] < 1
    assert found[1].confidence == {(0, 1): 1.0, (1, 1): 1.0}


def test_ids_of_families_are_told_apart():
    sets = [known("a", LAMPS, FISH), known("b", TUGS)]
    sets = [replace(s, clauses=tuple(replace(clause, id="same") for clause in s.clauses)) for s in sets]
    assert sorted(family_ids(sets, families(sets, coded=[False, False]))) == ["same", "same-2", "same-3"]


def test_sets_without_clauses_have_no_families():
    assert families([known("a"), known("b")]) == ()
    assert families([]) == ()


def test_many_sets_hang_together():
    """With more sets than a clause has nearest ones, its family still is one."""
    texts = [LAMPS, TUGS, FISH, ROPES]
    sets = [known(f"n{at}", *(f"{text} This is item {at} of the list." for text in texts)) for at in range(30)]
    assert len(families(sets)) == len(texts)
