"""Names that changed everywhere, and references that follow or leave their targets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from comparing import changes, clause_set, diff, provisions, rules, told

from clausetrack.model.alignment import Match


def renamed(old: list[str], new: list[str]):
    return diff(clause_set(*provisions(*old)), clause_set(*provisions(*new), revision="two"))


OLD = ["The Harbour Office opens the port.", "No ship pays the Harbour Office.", "The cook asks the Harbour Office."]
NEW = [text.replace("Harbour Office", "Port Board") for text in OLD]


def test_a_name_that_changed_everywhere_is_one_change_and_none_of_its_clauses():
    found = renamed(OLD, NEW)
    (change,) = changes(found)
    assert (change.rule, change.direction, change.cause, change.severity) == ("term-renamed", "neutral", "text", "info")
    assert (change.old.value, change.new.value) == ("Harbour Office", "Port Board")
    assert change.clauses == ("c1", "c2", "c3")
    assert all(row.edits and not row.changes for row in found.rows)


def test_what_else_changed_beside_a_name_is_told():
    found = renamed(OLD, [*NEW[:2], "The cook and the pilot ask the Port Board."])
    assert rules(found) == {"term-renamed", "scope-broadened"}
    assert [bool(row.changes) for row in found.rows] == [False, False, True]


@pytest.mark.parametrize(
    "new",
    [
        [NEW[0], OLD[1], OLD[2]],
        [NEW[0], NEW[1], OLD[2].replace("Harbour Office", "Mill Owners") ],
        [NEW[0], OLD[1], OLD[2].replace("Harbour Office", "Mill Owners")],
    ],
    ids=["once", "two ways, mostly one", "two ways"],
)  # fmt: skip
def test_a_name_that_changed_here_and_there_is_no_renaming(new):
    assert "term-renamed" not in rules(renamed(OLD, new))


def test_a_word_that_is_no_name_is_none():
    old = ["The vessel leaves.", "The vessel waits.", "The cook paints the vessel."]
    found = renamed(old, [text.replace("vessel", "ship") for text in old])
    assert rules(found) == {"clause-reworded"}


def pointing(reference: str, now: str, *, shift: int = 1) -> dict[str, str]:
    """Compare a clause that refers to others, where a clause was put in front of all."""
    old = provisions("No fees are taken.", "Crews may land.", f"Ships call at ports under {reference}.")
    front = replace(provisions("This text is about ports.")[0], id="new", number="1")
    kept = [replace(clause, number=str(number + shift)) for number, clause in enumerate(old, 1)]
    last = replace(kept[2], text=f"Ships call at ports under {now}.")
    found = diff(clause_set(*old), clause_set(front, *kept[:2], last, revision="two"))
    return {change.rule: change.message for row in found.rows if row.clause.id == "c3" for change in row.changes}


@pytest.mark.parametrize(
    ("reference", "now"),
    [("Article 1", "Article 2"), ("Articles 1 and 2", "Articles 2 and 3"), ("Article 1(2)(a)", "Article 2(2)(a)")],
)
def test_a_reference_that_follows_its_target_is_a_consequence(reference, now):
    assert pointing(reference, now).keys() == {"clause-renumbered", "reference-renumbered"}


@pytest.mark.parametrize(
    ("reference", "now"),
    [("Article 1", "Article 3"), ("Articles 1 and 2", "Articles 2 and 4"), ("Article 1(2)(a)", "Article 2(2)(b)")],
)
def test_a_reference_that_points_elsewhere_is_a_finding(reference, now):
    assert pointing(reference, now).keys() == {"clause-renumbered", "reference-retargeted"}


def test_a_target_that_is_no_clause_is_not_followed_and_the_message_says_so():
    found = pointing("Annex II", "Annex III")
    assert found["reference-renumbered"].endswith("target not among the clauses")


def test_a_reference_into_another_agreement_is_no_matter_of_our_numbers():
    found = pointing("Article 1 of the Vienna Convention", "Article 2 of the Vienna Convention")
    assert "reference-retargeted" in found


def test_the_same_places_written_otherwise_are_typography():
    assert told("See Articles 1 to 3.", "See Articles 1, 2 and 3.") == {"typography-only": "neutral"}


def test_a_reference_to_what_is_gone_goes_with_it():
    old = provisions("No fees are taken.", "Crews may land.", "Ships call at ports under Articles 1 and 2.")
    new = [old[0], replace(old[2], number="2", text="Ships call at ports under Article 1.")]
    found = diff(clause_set(*old), clause_set(*new, revision="two"))
    assert rules(found) == {"clause-removed", "clause-renumbered", "reference-renumbered"}


def test_a_clause_that_was_split_is_followed_into_any_of_its_parts():
    old = provisions("No fees are taken. Crews may land.", "Ships call at ports under Article 1.")
    parts = [
        replace(old[0], id="fees", number="1", text="No fees are taken."),
        replace(old[0], id="crews", number="2", text="Crews may land."),
    ]
    last = replace(old[1], number="3", text="Ships call at ports under Article 2.")
    matches = [Match("split", (old[0],), tuple(parts), "text"), Match("paired", (old[1],), (last,), "id")]
    found = diff(clause_set(*old), clause_set(*parts, last, revision="two"), matches)
    assert "reference-renumbered" in rules(found)


def test_the_parts_of_a_split_are_read_as_one_text():
    whole = replace(
        provisions("Every ferry may call by day. The harbour master shall collect the fees.")[0], id="whole"
    )
    parts = provisions("Every ferry may call by day.", "The harbour master shall collect the fees and the mail.")
    found = diff(
        clause_set(whole), clause_set(*parts, revision="two"), [Match("split", (whole,), tuple(parts), "text")]
    )
    assert rules(found) == {"clause-split", "scope-broadened"}
    same = provisions("Every ferry may call by day.", "The harbour master shall collect the fees.")
    found = diff(clause_set(whole), clause_set(*same, revision="two"), [Match("split", (whole,), tuple(same), "text")])
    assert rules(found) == {"clause-split"}
