"""Gates: thresholds, scopes and baselines, on a comparison of two invented revisions."""

from __future__ import annotations

import pytest

from clausetrack.clauseset.load import loads
from clausetrack.diff.pairs import pair
from clausetrack.errors import SettingsError
from clausetrack.model.alignment import Match
from clausetrack.model.gate import Accepted
from clausetrack.rules.compare import compare
from clausetrack.rules.gate import Gate, changes_of, check_scope, check_threshold, judge
from clausetrack.rules.severity import Severities

HEAD = """
format: clausetrack/clause-set/1
agreement: {id: no-is-ports, title: Ports, parties: ["NO", IS]}
revision: {id: %s, basis: primary-text}
clauses:
"""
CLAUSE = '  - {id: %s, kind: commitment, actors: ["NO", IS], number: "%s", text: %s, force: %s}\n'
OLD = (
    HEAD % "one"
    + CLAUSE % ("port-calls", 1, "Ships will call at ports.", "commit")
    + CLAUSE % ("port-fees", 2, "The parties may waive fees.", "discretion")
)
NEW = (
    HEAD % "two"
    + CLAUSE % ("port-calls", 2, "Ships may call at ports.", "discretion")
    + CLAUSE % ("port-fees", 3, "The parties will waive fees.", "commit")
)


@pytest.fixture
def diff():
    old, new = loads(OLD, "old.yaml"), loads(NEW, "new.yaml")
    matches = [Match("paired", (a,), (b,), "id") for a, b in zip(old.clauses, new.clauses, strict=True)]
    return compare(old, new, [pair(match) for match in matches], Severities())


def refused(diff, **gate):
    return {(entry.change.rule, entry.row.clause.id) for entry in judge(diff, Gate(**gate)).refused}


def test_without_a_gate_everything_passes(diff):
    assert judge(diff, Gate()).passed
    assert judge(diff, Gate(fail_on="off")).passed


def test_a_severity_stops_what_reaches_it(diff):
    assert refused(diff, fail_on="error") == {("force-lowered", "port-calls")}
    assert {("force-lowered", "port-calls"), ("force-raised", "port-fees")} <= refused(diff, fail_on="warning")


@pytest.mark.parametrize(
    ("direction", "expected"),
    [("weakened", ("force-lowered", "port-calls")), ("strengthened", ("force-raised", "port-fees"))],
)
def test_a_direction_stops_the_changes_that_go_there(diff, direction, expected):
    assert refused(diff, fail_on=direction) == {expected}


def test_a_scope_stops_everything_outside_it_but_numbering(diff):
    left = refused(diff, allow=check_scope(["*:port-calls"]))
    assert left
    assert {clause for _, clause in left} == {"port-fees"}
    assert "clause-renumbered" not in {rule for rule, _ in left}
    assert refused(diff, allow=check_scope(["*"])) == set()


def test_what_the_baseline_accepts_passes_until_it_expires(diff):
    change = next(change for _, change in changes_of(diff) if change.rule == "force-lowered")
    entry = Accepted(fingerprint=change.fingerprint, reason="agreed", expires="2026-06-30")
    assert judge(diff, Gate(fail_on="error", accepted=(entry,), today="2026-06-30")).passed
    late = judge(diff, Gate(fail_on="error", accepted=(entry,), today="2026-07-01"))
    assert [refusal.change for refusal in late.refused] == [change]
    assert late.expired == (entry,)


def test_an_entry_that_matches_nothing_is_reported(diff):
    entry = Accepted(fingerprint="0" * 16, reason="long ago")
    assert judge(diff, Gate(accepted=(entry,))).unused == (entry,)


def test_several_thresholds_refuse_what_any_of_them_does(diff):
    alone = refused(diff, fail_on="weakened") | refused(diff, fail_on="strengthened")
    assert refused(diff, fail_on=check_threshold("weakened, strengthened")) == alone
    with pytest.raises(SettingsError, match="'nowhere' is neither"):
        check_threshold("weakened,nowhere")


def test_misspelt_thresholds_and_rules_say_what_was_meant():
    with pytest.raises(SettingsError, match="did you mean 'weakened'"):
        check_threshold("weakend")
    with pytest.raises(SettingsError, match="did you mean 'force-lowered'"):
        check_scope(["force-lowerd:port-*"])
