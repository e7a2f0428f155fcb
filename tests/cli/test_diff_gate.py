"""`diff` as a gate: thresholds, scopes and the baseline, and `patch`, which does what a diff says; all as processes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = """\
format: clausetrack/clause-set/1

agreement:
  id: no-is-ports
  title: Ports
  parties: ["NO", IS]

revision:
  id: %s
  basis: primary-text

clauses:
"""
CALLS = """\
  # what was promised first
  - id: port-calls
    kind: commitment
    text: %s
    actors: ["NO", IS]
    force: %s
"""


@pytest.fixture
def sets(tmp_path):
    (tmp_path / "clausetrack.yaml").write_text("specs: .\n", encoding="utf-8")
    (tmp_path / "one.yaml").write_text(HEAD % "one" + CALLS % ("Ships will call at ports.", "commit"), encoding="utf-8")
    (tmp_path / "two.yaml").write_text(
        HEAD % "two" + CALLS % ("Ships may call at ports.", "discretion"), encoding="utf-8"
    )
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "clausetrack", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("threshold", ["error", "weakened", "info"])
def test_a_weakened_clause_stops_the_gate(sets, threshold):
    done = run(sets, "diff", "one.yaml", "two.yaml", "--fail-on", threshold)
    assert done.returncode == 1
    assert "refused: force-lowered on port-calls" in done.stderr


def test_what_is_below_the_threshold_passes(sets):
    assert run(sets, "diff", "one.yaml", "two.yaml", "--fail-on", "strengthened").returncode == 0
    assert run(sets, "diff", "one.yaml", "two.yaml").returncode == 0


def test_a_misspelt_threshold_is_an_error_of_the_command_line(sets):
    done = run(sets, "diff", "one.yaml", "two.yaml", "--fail-on", "weakend")
    assert done.returncode == 2
    assert "did you mean 'weakened'" in done.stderr


def test_what_was_agreed_passes_and_nothing_else(sets):
    assert run(sets, "diff", "one.yaml", "two.yaml", "--allow", "*:port-*").returncode == 0
    done = run(sets, "diff", "one.yaml", "two.yaml", "--allow", "clause-reworded:port-*")
    assert done.returncode == 1
    assert "outside what was agreed" in done.stderr


def test_a_baseline_accepts_with_a_reason_and_only_that(sets):
    assert run(sets, "diff", "one.yaml", "two.yaml", "--write-baseline", "agreed on 3 March").returncode == 0
    baseline = (sets / "clausetrack-baseline.yaml").read_text(encoding="utf-8")
    assert "reason: agreed on 3 March" in baseline
    assert run(sets, "diff", "one.yaml", "two.yaml", "--fail-on", "warning").returncode == 0
    back = run(sets, "diff", "two.yaml", "one.yaml", "--fail-on", "warning")
    assert back.returncode == 1
    assert "matches nothing" in back.stderr


def test_writing_a_baseline_twice_changes_nothing(sets):
    run(sets, "diff", "one.yaml", "two.yaml", "--write-baseline", "agreed")
    first = (sets / "clausetrack-baseline.yaml").read_bytes()
    run(sets, "diff", "one.yaml", "two.yaml", "--write-baseline", "agreed again")
    assert (sets / "clausetrack-baseline.yaml").read_bytes() == first


def test_a_broken_baseline_is_told_with_its_place(sets):
    (sets / "clausetrack-baseline.yaml").write_text("format: clausetrack/baseline/1\naccepted: [{reason: x}]\n")
    done = run(sets, "diff", "one.yaml", "two.yaml", "--fail-on", "error")
    assert done.returncode == 2
    assert "clausetrack-baseline.yaml:2:" in done.stderr


def test_a_saved_diff_does_what_it_says_and_back(sets):
    run(sets, "diff", "one.yaml", "two.yaml", "--format", "json=change.json")
    done = run(sets, "patch", "one.yaml", "change.json", "--output", "made.yaml")
    assert done.returncode == 0, done.stderr
    assert (sets / "made.yaml").read_bytes() == (sets / "two.yaml").read_bytes()
    back = run(sets, "patch", "--reverse", "two.yaml", "change.json")
    assert back.stdout == (sets / "one.yaml").read_text(encoding="utf-8")


def test_a_patch_that_does_not_fit_is_refused_and_writes_nothing(sets):
    run(sets, "diff", "one.yaml", "two.yaml", "--format", "json=change.json")
    done = run(sets, "patch", "two.yaml", "change.json", "--output", "made.yaml")
    assert done.returncode == 2
    assert "the patch expects" in done.stderr
    assert not (sets / "made.yaml").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"schema": "clausetrack/diff/1"}',
        '{"schema": "clausetrack/diff/1", "operations": [{}]}',
        "[" * 99999,
    ],
)
def test_what_is_no_saved_diff_is_refused(sets, text):
    (sets / "change.json").write_text(text, encoding="utf-8")
    done = run(sets, "patch", "one.yaml", "change.json")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_an_explanation_names_what_decided(sets):
    done = run(sets, "diff", "one.yaml", "two.yaml", "--explain", "port-calls")
    assert done.returncode == 0
    assert "paired by id: port-calls" in done.stdout
    assert run(sets, "diff", "one.yaml", "two.yaml", "--explain", "port-call").returncode == 2


def test_the_project_file_pins_pairs(sets):
    other = (sets / "two.yaml").read_text(encoding="utf-8").replace("id: port-calls", "id: ship-visits")
    (sets / "two.yaml").write_text(other.replace("Ships may call at ports.", "Nothing alike at all."), encoding="utf-8")
    pin = (
        "specs: .\nalignments:\n  - {old: 'no-is-ports#port-calls', new: 'no-is-ports#ship-visits', reason: renamed}\n"
    )
    (sets / "clausetrack.yaml").write_text(pin, encoding="utf-8")
    rows = json.loads(run(sets, "diff", "one.yaml", "two.yaml", "-f", "json").stdout)["rows"]
    assert [(row["old"], row["new"], row["matched_by"]) for row in rows] == [
        (["port-calls"], ["ship-visits"], "analyst")
    ]


def test_a_report_is_not_written_over_its_input(sets):
    before = (sets / "one.yaml").read_bytes()
    for option in (["--output", "one.yaml"], ["--format", "json=./one.yaml"]):
        done = run(sets, "diff", "one.yaml", "two.yaml", *option)
        assert (done.returncode, "is one of the inputs" in done.stderr) == (2, True)
    assert (sets / "one.yaml").read_bytes() == before
