"""Why something changed: the words, an event, or only the coding; and what the sources have to do with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from comparing import changes, clause_set, diff, provisions, rules

from clausetrack.model.change import Change, Diff
from clausetrack.model.clause import Clause, Meeting
from clausetrack.model.clauseset import Event
from clausetrack.rules.compare import compose

CLAUSE = Clause(id="calls", kind="commitment", actors=("NO", "IS"), text="Ships call at every port.")


def between(old: Clause, new: Clause, **of) -> Diff:
    return diff(clause_set(old), clause_set(new, revision="two", **of))


def the(found: Diff, rule: str) -> Change:
    (change,) = [change for change in changes(found) if change.rule == rule]
    return change


def test_a_field_that_changed_while_the_words_stand_was_coded_otherwise():
    found = between(replace(CLAUSE, force="commit"), replace(CLAUSE, force="intend"))
    assert [(change.rule, change.cause, change.direction) for change in changes(found)] == [
        ("force-lowered", "coding", "weakened")
    ]


def test_a_field_that_changed_with_the_words_changed_by_them():
    found = between(
        replace(CLAUSE, deadline="2031"), replace(CLAUSE, text="Ships call at every port by 2032.", deadline="2032")
    )
    assert (the(found, "deadline-postponed").cause, rules(found)) == ("text", {"deadline-postponed"})


def test_a_field_that_changed_while_the_words_stand_and_an_event_names_the_clause_changed_by_it():
    event = Event(date="2031-02-03", type="deadline-moved", clauses=("calls",))
    found = between(replace(CLAUSE, deadline="2031"), replace(CLAUSE, deadline="2032"), events=[event])
    assert the(found, "deadline-postponed").cause == "event"


def test_an_event_that_the_old_set_knew_already_explains_nothing_new():
    event = Event(date="2031-02-03", type="deadline-moved", clauses=("calls",))
    old = clause_set(replace(CLAUSE, deadline="2031"), events=[event])
    found = diff(old, clause_set(replace(CLAUSE, deadline="2032"), revision="two", events=[event]))
    assert the(found, "deadline-postponed").cause == "coding"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ({"status": "exploring"}, {"status": "negotiating"}, "status-advanced"),
        ({"status": "agreed"}, {"status": "suspended"}, "status-regressed"),
        ({"held": ()}, {"held": (Meeting("2031-04"),)}, "meeting-held"),
    ],
)
def test_what_happened_is_an_event_whatever_the_words_do(old, new, rule):
    clause = replace(CLAUSE, kind="dialogue") if rule == "meeting-held" else CLAUSE
    assert the(between(replace(clause, **old), replace(clause, **new)), rule).cause == "event"
    other = replace(clause, text="Vessels call at every port.", **new)
    assert the(between(replace(clause, **old), other), rule).cause == "event"


def test_a_number_that_changed_does_not_explain_a_field_that_did():
    found = between(
        replace(CLAUSE, number="Article 9", force="commit"), replace(CLAUSE, number="Article 11", force="intend")
    )
    assert the(found, "clause-renumbered").cause == "text"
    assert the(found, "force-lowered").cause == "coding"


def test_a_clause_comes_by_the_text_unless_an_event_names_it():
    new = replace(CLAUSE, id="fees")
    event = Event(date="2031-02-03", type="clause-agreed", clauses=("fees",))
    for events, cause in (([], "text"), ([event], "event")):
        found = diff(clause_set(CLAUSE), clause_set(CLAUSE, new, revision="two", events=events))
        assert the(found, "clause-added").cause == cause


def test_every_field_without_a_rule_of_its_own_is_told_as_coding():
    found = between(
        replace(CLAUSE, note="a", confidence="low", bearer="joint"), replace(CLAUSE, note="b", confidence="high")
    )
    assert sorted(change.message for change in changes(found)) == [
        "bearer changed",
        "confidence changed",
        "note changed",
    ]
    assert {(change.rule, change.cause) for change in changes(found)} == {("coding-changed", "coding")}


def test_a_force_that_only_one_side_gives_is_compared_with_what_the_words_say():
    words = "Ships shall call at every port."
    said = replace(CLAUSE, text=words, force="discretion")
    silent = replace(CLAUSE, text=words)
    assert rules(between(silent, said)) == {"force-lowered"}
    same = replace(said, force="bind")
    assert rules(between(silent, same)) == {"coding-changed"}


def test_a_field_wins_over_the_words():
    found = between(
        replace(CLAUSE, text="Ships shall call at every port.", force="commit"),
        replace(CLAUSE, text="Ships may call at every port.", force="commit"),
    )
    assert "force-lowered" not in rules(found)


NEWS, PRIMARY = "news-report", "primary-text"


def test_sets_from_different_sources_say_so_as_a_whole_and_beside_every_change_of_words():
    old = clause_set(*provisions("Ships call.", "Fees are low.", "The quay is open."), basis=NEWS)
    new = clause_set(
        *provisions("Ships call.", "Fees are low, and tugs wait."), *provisions("", "", "", "A new clause.")[3:],
        revision="two", basis=PRIMARY,
    )  # fmt: skip
    found = diff(old, new)
    assert "source-discrepancy" in {change.rule for change in found.changes}
    for row in found.rows:
        told = {change.rule for change in row.changes}
        assert ("source-discrepancy" in told) == any(change.cause == "text" for change in row.changes)
    assert sum(bool(row.changes) for row in found.rows) == 3


def test_sets_from_the_same_kind_of_source_say_nothing_of_it():
    assert "source-discrepancy" not in rules(between(CLAUSE, replace(CLAUSE, text="Ships call.")))


def test_a_report_is_read_as_one():
    old = clause_set(*provisions("The towns shall meet."), basis=NEWS)
    new = clause_set(*provisions("The towns may meet."), basis=NEWS, revision="two")
    assert the(diff(old, new), "force-lowered").old.value == "commit"


def test_what_binds_is_read_as_binding():
    for status, force in (("binding", "bind"), ("non-binding", "commit")):
        sets = (
            clause_set(*provisions(f"The towns {words} meet."), legal_status=status) for words in ("agree to", "may")
        )
        assert the(diff(*sets), "force-lowered").old.value == force


@pytest.mark.parametrize(
    ("directions", "whole"),
    [
        ([], "neutral"),
        (["neutral"], "neutral"),
        (["strengthened", "neutral"], "strengthened"),
        (["weakened", "weakened"], "weakened"),
        (["strengthened", "weakened"], "mixed"),
        (["broadened"], "broadened"),
        (["broadened", "narrowed"], "mixed"),
        (["weakened", "narrowed"], "mixed"),
        (["mixed"], "mixed"),
    ],
)
def test_directions_compose(directions, whole):
    assert compose(directions) == whole
