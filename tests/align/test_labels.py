from __future__ import annotations

from dataclasses import replace

from aligned import provisions
from texts import PORTS

from clausetrack.align.labels import BOUND, evidence, labels

PAIRS = [(place, place) for place in range(9)]
SURE = [0.99] * 8 + [0.3]


def said(old, new, pair=(8, 8)):
    pairs = [*PAIRS[:8], pair]
    return evidence(labels(old, new), pairs, SURE)[-1]


def test_a_kept_number_speaks_for_a_pair_where_numbers_are_kept():
    same = provisions("a", PORTS)
    assert said(same, provisions("b", PORTS)) == BOUND


def test_a_lost_number_speaks_against_it():
    changed = provisions("b", PORTS)
    changed[8] = replace(changed[8], number="44")
    assert said(provisions("a", PORTS), changed) < -1


def test_after_a_renumbering_numbers_say_next_to_nothing():
    new = [replace(clause, number=str(place + 40)) for place, clause in enumerate(provisions("b", PORTS))]
    assert abs(said(provisions("a", PORTS), new)) < 0.1


def test_a_number_that_many_clauses_bear_says_little():
    old, new = ([replace(clause, number="a") for clause in provisions(side, PORTS)] for side in "ab")
    assert said(old, new) < 0.1


def test_headings_agree_as_far_as_their_words_do():
    old, new = provisions("a", PORTS), provisions("b", PORTS)
    old = [replace(c, number=None, heading=f"Use of harbour {c.id[1:]}") for c in old]
    new = [replace(c, number=None, heading=f"Use of harbour {c.id[1:]}") for c in new]
    near = [*new[:8], replace(new[8], heading="Use of pier nine")]
    far = [*new[:8], replace(new[8], heading="Bread")]
    assert said(old, new) > said(old, near) > said(old, far)


def test_small_words_and_plurals_tell_no_headings_apart():
    names = ["Tolls", "Berths", "Pilots", "Fuel", "Crews", "Costs", "Photographs", "Disputes", "Warranty disclaimers"]
    old, new = (
        [replace(c, number=None, heading=name) for c, name in zip(provisions(side, PORTS), names, strict=True)]
        for side in "ab"
    )
    same = said(old, new)
    assert said(old, [*new[:8], replace(new[8], heading="The warranty disclaimer")]) == same
    longer = said(old, [*new[:8], replace(new[8], heading="Warranty disclaimers and liability")])
    assert said(old, [*new[:8], replace(new[8], heading="Tolls and the warranty")]) < longer < same


def test_sets_without_labels_say_nothing():
    old = [replace(clause, number=None) for clause in provisions("a", PORTS)]
    assert said(old, provisions("b", PORTS)) == 0
