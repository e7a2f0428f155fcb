"""Laws of alignment: on generated sets, with the same clauses in other places, numbers and wordings."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from clausetrack.align import align
from clausetrack.model.alignment import Alignment, Pin
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision

SYLLABLES = ["ka", "ro", "mi", "tel", "bun", "sa", "dor", "ven", "li", "pa", "gor", "nu", "shi", "fe", "lum", "tra"]
SWAPPED = {"added": "removed", "removed": "added", "split": "merged", "merged": "split", "paired": "paired"}


def made(clauses: list[Clause], agreement: str = "one") -> ClauseSet:
    return ClauseSet(
        agreement=Agreement(id=agreement, title="T"),
        revision=Revision(id="r", basis="primary-text"),
        clauses=tuple(clauses),
    )


def words(source: random.Random, count: int) -> list[str]:
    return ["".join(source.choices(SYLLABLES, k=source.randint(1, 3))) for _ in range(count)]


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[Clause], list[Clause]]:
    """A document, and what became of it: clauses edited, dropped, moved, inserted, split."""
    source = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311 - words, not secrets
    texts = [words(source, source.randint(12, 30)) for _ in range(draw(st.integers(1, 9)))]
    later: list[list[str]] = []
    for text in texts:
        fate = draw(st.sampled_from(["keep", "keep", "keep", "edit", "drop", "split", "insert"]))
        edited = [word if source.random() > 0.1 else source.choice(SYLLABLES) for word in text]
        half = len(text) // 2
        later += {
            "keep": [text],
            "edit": [edited],
            "drop": [],
            "split": [text[:half], text[half:]],
            "insert": [text, words(source, 15)],
        }[fate]
    if draw(st.booleans()) and later:
        later.insert(draw(st.integers(0, len(later) - 1)), later.pop())
    return (
        [Clause(id=f"a{n}", kind="provision", number=str(n), text=" ".join(t)) for n, t in enumerate(texts, 1)],
        [Clause(id=f"b{n}", kind="provision", number=str(n), text=" ".join(t)) for n, t in enumerate(later, 1)],
    )


def groups(alignment: Alignment) -> Counter[tuple[str, frozenset[str], frozenset[str]]]:
    return Counter(
        (match.relation, frozenset(c.id for c in match.old), frozenset(c.id for c in match.new))
        for match in alignment.matches
    )


@given(documents())
def test_every_clause_stands_in_exactly_one_match(sides):
    alignment = align(made(sides[0]), made(sides[1], "two"))
    assert sorted(c.id for match in alignment.matches for c in match.old) == sorted(c.id for c in sides[0])
    assert sorted(c.id for match in alignment.matches for c in match.new) == sorted(c.id for c in sides[1])
    firsts = [match.new[0].id for match in alignment.matches if match.new]
    assert firsts == [c.id for c in sides[1] if c.id in firsts]
    shapes = {"paired": (1, 1), "removed": (1, 0), "added": (0, 1)}
    for match in alignment.matches:
        size = (len(match.old), len(match.new))
        assert size == shapes.get(match.relation, size)
        assert match.relation not in {"split", "merged"} or (1 in size and max(size) > 1)
        assert 0 <= match.confidence <= 1


@given(documents())
def test_a_set_aligned_with_itself_is_paired_unmoved_and_certain(sides):
    alignment = align(made(sides[0]), made(sides[0]))
    assert all(match.relation == "paired" and match.old == match.new for match in alignment.matches)
    assert not any(match.moved for match in alignment.matches)
    assert {match.confidence for match in alignment.matches} == {1.0}


@given(documents())
def test_swapping_the_sides_swaps_the_relations(sides):
    there = groups(align(made(sides[0]), made(sides[1], "two")))
    back = groups(align(made(sides[1], "two"), made(sides[0])))
    assert there == Counter({(SWAPPED[relation], new, old): n for (relation, old, new), n in back.items()})


@given(documents(), st.randoms(use_true_random=False))
def test_renumbering_and_reordering_a_whole_set_changes_no_pairing(sides, source):
    old = sides[0]
    assume(len({clause.text for clause in old}) == len(old))
    new = [replace(clause, id=f"b{clause.id}", number=f"X{place}") for place, clause in enumerate(old)]
    source.shuffle(new)
    alignment = align(made(old), made(new, "two"))
    assert all(match.relation == "paired" and match.new[0].id == f"b{match.old[0].id}" for match in alignment.matches)


@given(documents(), st.data())
def test_pins_are_obeyed_whatever_the_texts_say(sides, data):
    old, new = sides
    assume(new)
    wanted = Pin(data.draw(st.sampled_from(old)).id, data.draw(st.sampled_from(new)).id)
    barred = Pin(data.draw(st.sampled_from(old)).id, data.draw(st.sampled_from(new)).id, forbid=True)
    assume((wanted.old, wanted.new) != (barred.old, barred.new))
    found = groups(align(made(old), made(new, "two"), pins=[wanted, barred]))
    assert ("paired", frozenset([wanted.old]), frozenset([wanted.new])) in found
    assert not any(barred.old in olds and barred.new in news for _, olds, news in found)


@given(documents(), st.integers(0, 200))
def test_any_budget_gives_a_whole_alignment(sides, budget):
    alignment = align(made(sides[0]), made(sides[1], "two"), budget=budget)
    assert sum(len(match.old) for match in alignment.matches) == len(sides[0])
    assert sum(len(match.new) for match in alignment.matches) == len(sides[1])
