"""``clausetrack merge``: where the result goes, what is said of conflicts, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import SET

CLEAN = SET.replace("call at ports", "visit ports")


pytestmark = pytest.mark.usefixtures("sides")


@pytest.fixture
def sides(project):
    for name, text in {
        "base": SET,
        "ours": SET.replace("force: commit", "force: intend"),
        "theirs": CLEAN.replace("force: commit", "force: aspire"),
        "clean": CLEAN,
    }.items():
        Path(f"{name}.yaml").write_text(text, encoding="utf-8")
    return project


def test_a_clean_merge_goes_to_standard_output(invoke):
    done = invoke("merge", "base.yaml", "ours.yaml", "clean.yaml")
    assert done == (0, CLEAN.replace("force: commit", "force: intend"), "")


def test_a_conflict_is_marked_told_and_the_status_is_1(invoke):
    done = invoke("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "merged.yaml")
    assert done == (1, "", "merged.yaml:22:7: conflict: port-calls: both sides changed 'force'\n")
    lines = Path("merged.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[21:25] == [
        "      merge-conflict:",
        "        base: commit",
        "        ours: intend",
        "        theirs: aspire",
    ]
    assert invoke("validate", "merged.yaml").status == 1
    assert invoke("diff", "base.yaml", "merged.yaml").status == 2


def test_conflicts_as_json(invoke):
    done = invoke("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "merged.yaml", "-f", "json")
    (conflict,) = json.loads(done.out)["conflicts"]
    assert (done.status, done.err, conflict["clause"]) == (1, "", "port-calls")
    assert conflict["sides"] == {"base": "commit", "ours": "intend", "theirs": "aspire"}
    assert (conflict["file"], conflict["line"]) == ("merged.yaml", 22)


def test_a_report_and_the_file_do_not_share_standard_output(invoke):
    done = invoke("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-f", "json")
    assert (done.status, done.out) == (2, "")
    assert "to a FILE" in done.err


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_favoured_side_decides(invoke, side):
    done = invoke("merge", "base.yaml", "ours.yaml", "theirs.yaml", "--favour", side)
    assert (done.status, done.err) == (0, "")
    assert f"force: {'intend' if side == 'ours' else 'aspire'}" in done.out
    assert "visit ports" in done.out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: [", "ours.yaml:2:1"),
        ("- a\n", "ours.yaml:1:1"),
        ("", "ours.yaml:1:1"),
        ("merge-conflict: {base: 1}\n", "1:1"),
    ],
)
def test_what_cannot_be_merged_is_told_with_its_place_and_nothing_is_written(invoke, text, said):
    Path("ours.yaml").write_text(text, encoding="utf-8")
    done = invoke("merge", "base.yaml", "ours.yaml", "theirs.yaml", "-o", "merged.yaml")
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert not Path("merged.yaml").exists()


def test_standard_input_is_read_once(invoke):
    done = invoke("merge", "-", "-", "theirs.yaml")
    assert (done.status, "read once" in done.err) == (2, True)
