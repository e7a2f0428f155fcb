"""Laws of comparisons, on generated agreements and on texts as nasty as the format allows."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import comparing
import strategies
from agreements import agreements, two_revisions
from comparing import diff
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetrack.app.diff import diff_sets
from clausetrack.diff.pairs import reversed_edits, text_edits
from clausetrack.model.change import Change, Diff
from clausetrack.model.clauseset import ClauseSet
from clausetrack.rules import movement

TURNED = {"strengthened": "weakened", "broadened": "narrowed", "mixed": "mixed", "neutral": "neutral"}
TURNED |= {other: direction for direction, other in TURNED.items()}
PAIRS = {"added": "removed", "raised": "lowered", "set": "lifted", "advanced": "postponed", "broadened": "narrowed"}
PAIRS |= {other: word for word, other in PAIRS.items()}
ONE_WAY = {"reference-retargeted", "reference-renumbered", "clause-reworded"}
SUBSTANCE = re.compile(
    r"(force|polarity|hedge|condition|scope|actor|domain|target|exception|deadline|frequency|duration|quantity|amount)-.*"
    r"|reference-retargeted|clause-reworded|definition-changed"
)


def changes(found: Diff) -> list[Change]:
    return comparing.changes(found)


def turned(rule: str) -> str:
    """Give the rule that says the reverse."""
    stem, _, last = rule.rpartition("-")
    return f"{stem}-{PAIRS[last]}" if last in PAIRS else rule


def told(found: Diff) -> Counter[tuple[str, str, str]]:
    """Count what is said of each clause, but not of references: what is gone takes them with it."""
    rows = [(row.clause.id, change) for row in found.rows for change in row.changes]
    every = [*rows, *(("", change) for change in found.changes)]
    return Counter((clause, change.rule, change.direction) for clause, change in every if change.rule not in ONE_WAY)


@given(agreements())
def test_a_set_does_not_differ_from_itself(one):
    found = diff_sets(one, one)
    assert changes(found) == []
    assert {found.direction, *(row.direction for row in found.rows)} == {"neutral"}


@given(strategies.clause_sets)
def test_no_set_differs_from_itself_however_nasty(one):
    ids = dict.fromkeys(clause.id for clause in one.clauses)
    unique = replace(one, clauses=tuple(replace(c, id=f"c{n}") for n, c in enumerate(one.clauses)) if ids else ())
    assert changes(diff(unique, unique)) == []


@given(two_revisions)
def test_swapping_the_sides_says_the_reverse(sets):
    one, two = sets
    forwards, backwards = diff(one, two), diff(two, one)
    assert backwards.direction == TURNED[forwards.direction]
    expected = Counter({(id_, turned(rule), TURNED[way]): n for (id_, rule, way), n in told(forwards).items()})
    assert told(backwards) == expected


@given(two_revisions)
def test_every_clause_of_both_sides_stands_in_exactly_one_row(sets):
    found = diff_sets(*sets)
    for side, clauses in (("old", sets[0].clauses), ("new", sets[1].clauses)):
        rows = Counter(clause.id for row in found.rows for clause in getattr(row.match, side))
        assert rows == Counter(clause.id for clause in clauses)


@given(two_revisions)
def test_the_edits_of_a_row_read_without_one_side_are_the_other(sets):
    for row in diff_sets(*sets).rows:
        if row.edits:
            for side, other in ((row.match.old, "insert"), (row.match.new, "delete")):
                text = "".join(edit.text for edit in row.edits if edit.op != other)
                assert text == "\n".join(clause.text for clause in side)


@given(two_revisions)
def test_no_difference_goes_unsaid(sets):
    found = diff(*sets)
    renamed = {clause for change in found.changes for clause in change.clauses}
    for row in found.rows:
        if row.match.relation == "paired":
            differs = row.match.old[0] != row.match.new[0]
            assert differs == bool(row.changes) or row.clause.id in renamed


def renumbered(one: ClauseSet, by: int) -> ClauseSet:
    """Give a set with other numbers, and with the references to them kept right."""
    texts = (
        re.sub(
            r"(?<=Article )\d+|(?<=Articles )\d+ and \d+",
            lambda m: re.sub(r"\d+", lambda n: str(int(n[0]) + by), m[0]),
            c.text,
        )
        for c in one.clauses
    )
    clauses = (
        replace(clause, text=text, number=f"Article {int(clause.number.split()[1]) + by}")
        for clause, text in zip(one.clauses, texts, strict=True)
    )
    return replace(one, revision=replace(one.revision, id="two", follows="one"), clauses=tuple(clauses))


def reset(one: ClauseSet) -> ClauseSet:
    """Give a set in other type: spaces, capitals, hyphens and markers."""
    clauses = (
        replace(
            clause,
            text="1.  " + clause.text.replace(" ", "  ").replace("The", "THE").replace(".", " .").replace(" .", "."),
        )
        for clause in one.clauses
    )
    return replace(one, clauses=tuple(clauses))


@given(agreements(), st.integers(1, 40))
def test_renumbering_everything_changes_nothing(one, by):
    found = diff(one, renumbered(one, by))
    assert {change.rule for change in changes(found)} <= {"clause-renumbered", "reference-renumbered"}
    assert found.direction == "neutral"
    assert {change.severity for change in changes(found)} <= {"info"}


@given(agreements().flatmap(lambda one: st.tuples(st.just(one), st.permutations(one.clauses))))
def test_reordering_changes_nothing(case):
    one, order = case
    found = diff_sets(one, replace(one, clauses=tuple(order)))
    assert {change.rule for change in changes(found)} <= {"clause-moved"}


@given(agreements())
def test_other_type_changes_nothing(one):
    assert {change.rule for change in changes(diff(one, reset(one)))} <= {"typography-only"}


@given(two_revisions, st.integers(1, 40))
def test_fingerprints_survive_renumbering_of_clauses_and_another_order(sets, by):
    one, two = sets
    numbers = {"clause-renumbered", "reference-renumbered", "reference-retargeted", "clause-moved"}

    def prints(found: Diff) -> Counter[str]:
        return Counter(change.fingerprint for change in changes(found) if change.rule not in numbers)

    other = replace(
        two, clauses=tuple(replace(c, number=f"Article {n + by}") for n, c in enumerate(reversed(two.clauses)))
    )
    assert prints(diff(one, two)) == prints(diff(one, other))


@given(two_revisions)
def test_fingerprints_survive_other_messages(sets):
    before = [(change.rule, change.fingerprint) for change in changes(diff(*sets))]
    original = movement.LONGEST
    try:
        movement.LONGEST = 5
        after = [(change.rule, change.fingerprint) for change in changes(diff(*sets))]
    finally:
        movement.LONGEST = original
    assert before == after


@given(two_revisions)
def test_fingerprints_tell_the_changes_of_a_comparison_apart(sets):
    found = changes(diff(*sets))
    said = {(change.fingerprint, change.rule, change.message, change.old, change.new) for change in found}
    assert len({change.fingerprint for change in found}) == len(said)


@given(st.one_of(strategies.texts, st.text(max_size=30)), st.one_of(strategies.texts, st.text(max_size=30)))
def test_edits_are_the_same_both_ways(old, new):
    edits = text_edits(old, new)
    assert "".join(edit.text for edit in edits if edit.op != "insert") == old
    assert "".join(edit.text for edit in edits if edit.op != "delete") == new
    if old != new:
        assert text_edits(new, old) == reversed_edits(edits)


@given(strategies.texts, strategies.texts, st.sampled_from(["en", "fr", "de", "es", "nl", "ja", "pl", None]))
def test_no_text_is_too_nasty_to_be_read(old, new, language):
    assert comparing.reworded(old, new, language)


def test_the_laws_are_about_something():
    """The generated revisions show the rules of substance that the laws are about."""
    seen: set[str] = set()

    @settings(max_examples=60)  # so many are needed to see them all
    @given(two_revisions)
    def collect(sets):
        seen.update(change.rule for change in changes(diff(*sets)))

    collect()
    assert {rule.split("-")[0] for rule in seen if SUBSTANCE.fullmatch(rule)} >= {
        *(
            "force",
            "condition",
            "scope",
            "deadline",
            "duration",
            "amount",
            "exception",
            "hedge",
            "polarity",
            "reference",
        )
    }
