"""What holds of families whatever is compared: a partition, consistent, whatever the order of the sets."""

from __future__ import annotations

from dataclasses import replace

from agreements import clauses
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.survey.families import families
from clausetrack.survey.matrix import Wanted, family_ids, matrix


@st.composite
def many(draw, most=4):
    """Draw sets that share some of their clauses, in any order, some reworded; of agreements, or revisions of one."""
    stock = [draw(clauses(number, (1, 2, 3))) for number in range(1, draw(st.integers(1, 6)) + 1)]
    return [_set(draw, number, stock) for number in range(draw(st.integers(2, most)))]


def _set(draw, number, stock):
    taken = [draw(st.sampled_from(stock)) for _ in range(draw(st.integers(0, len(stock))))]
    chosen = [
        replace(
            clause, id=f"c{at}", text=clause.text + draw(st.sampled_from(("", "", " So be it.", " Not on Sundays.")))
        )
        for at, clause in enumerate(taken)
    ]
    agreement = draw(st.sampled_from(("ferries", "locks", f"alone-{number}")))
    return ClauseSet(
        agreement=Agreement(id=agreement, title=agreement),
        revision=Revision(
            id=f"r{number}", basis="primary-text", language=draw(st.sampled_from(("en", "en", "fr", None)))
        ),
        clauses=tuple(chosen),
    )


def named(sets, found):
    """Give families by what they hold, whatever the order of the sets."""
    return {frozenset((sets[s].agreement.id, sets[s].revision.id, i) for s, i in family.places) for family in found}


@given(many())
def test_every_clause_is_in_one_family(sets):
    found = [place for family in families(sets) for place in family.places]
    assert sorted(found) == [(s, i) for s, known in enumerate(sets) for i in range(len(known.clauses))]


@given(many())
def test_two_clauses_of_one_set_are_in_a_family_only_as_parts(sets):
    for family in families(sets):
        of_set = {}
        for s, i in family.places:
            of_set.setdefault(s, []).append((s, i))
        for places in of_set.values():
            assert len(places) == 1 or set(places) <= family.parts


@given(many(), st.randoms(use_true_random=False))
def test_the_order_of_the_sets_does_not_matter(sets, random):
    shuffled = random.sample(sets, len(sets))
    before, after = families(sets), families(shuffled)
    assert named(sets, before) == named(shuffled, after)
    assert sorted(family_ids(sets, before)) == sorted(family_ids(shuffled, after))


@given(many(most=3))
def test_a_set_that_is_given_twice_has_every_family_twice(sets):
    twice = [*sets, sets[0]]
    last = len(sets)
    for family in families(twice):
        assert {i for s, i in family.places if s == 0} == {i for s, i in family.places if s == last}


@given(many())
def test_how_sure_it_is_is_a_probability(sets):
    for family in families(sets):
        assert set(family.confidence) == set(family.places)
        assert all(0 <= likely <= 1 for likely in family.confidence.values())


@given(many(), st.sampled_from(["domain", "family", "actor", "kind"]), st.booleans())
def test_a_matrix_has_every_clause_and_says_absent_of_complete_sets_alone(sets, by, complete):
    state = "complete" if complete else "partial"
    sets = [replace(known, revision=replace(known.revision, completeness=state)) for known in sets]
    made = matrix(sets, families(sets), Wanted(by))
    shown = {(w.column, w.clause.id) for line in made.lines for w in line.wordings}
    assert shown == {(s, clause.id) for s, known in enumerate(sets) for clause in known.clauses}
    missing = {cell.presence for line in made.lines for cell in line.cells} - {"there"}
    assert missing <= {"absent" if complete else "not-seen"}
    assert len({line.key for line in made.lines}) == len(made.lines)
