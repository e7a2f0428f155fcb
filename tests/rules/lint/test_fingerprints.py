"""A finding's fingerprint is its name from run to run, whatever its line and the words of its message."""

from __future__ import annotations

import re

import pytest
from fragments import checked, write
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetrack.app.validate import Checks, validate_text
from clausetrack.rules import registry

PARTS = {
    "parties": "agreement: {id: demo, title: Demo, parties: [UK, IS], legal_status: non-binding}\n",
    "revision": "revision: {id: one, basis: news-report, as_of: 2024}\n",
    "sources": "sources:\n  - {id: gazette}\n  - {id: leaflet}\n",
}
CLAUSES = [
    "  - {id: article-9, kind: provision, text: The parties shall meet biannually., confidence: high}\n",
    "  - {id: port-talks, kind: dialogue, text: They meet., participants: [UK, IS], level: minister}\n",
    "  - {id: port-calls, kind: provision, text: Ships call., evidence: [{source: gazete}], domains: [prots]}\n",
    "  - {id: port-plan, kind: provision, text: A plan is made., deadline: 2023, colour: red}\n",
]


def text(parts, clauses, gap="\n"):
    return gap.join(["format: clausetrack/clause-set/1\n", *parts, "clauses:\n" + "".join(clauses)])


def prints(source):
    """Give the fingerprints with what they are of; the canonical form depends on lines by its nature."""
    found = validate_text(source, "one.yaml", Checks()).findings
    return {(f.fingerprint, f.rule, f.clause) for f in found if f.rule != "untidy"}


BEFORE = prints(text(PARTS.values(), CLAUSES))


def test_there_is_something_to_compare():
    assert len(BEFORE) == len({name for name, *_ in BEFORE}) > 10


@given(st.permutations(list(PARTS.values())), st.permutations(CLAUSES), st.sampled_from(["\n", "\n\n# a comment\n\n"]))
@settings(max_examples=40)
def test_lines_may_move(parts, clauses, gap):
    assert prints(text(parts, clauses, gap)) == BEFORE


@given(st.integers(0, len(CLAUSES) - 1))
@settings(max_examples=10)
def test_other_clauses_may_go(index):
    clauses = [clause for number, clause in enumerate(CLAUSES) if number != index]
    gone = re.search("id: ([^,]+)", CLAUSES[index])[1]
    assert prints(text(PARTS.values(), clauses)) == {entry for entry in BEFORE if entry[2] != gone}


def test_messages_may_be_reworded(monkeypatch):
    for module in registry.LOCAL:
        check = module.check
        monkeypatch.setattr(
            module, "check", lambda subject, check=check: (p._replace(message="!", help="?") for p in check(subject))
        )
    assert {finding.message for finding in validate_text(text(PARTS.values(), CLAUSES), "one.yaml").findings} >= {"!"}
    assert prints(text(PARTS.values(), CLAUSES)) == BEFORE


@pytest.mark.parametrize(
    ("of", "to"), [("id: demo", "id: other"), ("id: one", "id: two"), ("port-plan", "port-scheme"), ("2023", "2022")]
)
def test_another_set_clause_or_value_is_another_finding(of, to):
    changed = prints(text(PARTS.values(), CLAUSES).replace(of, to))
    before = {entry for entry in BEFORE if entry[1] == "deadline-before-revision"}
    after = {entry for entry in changed if entry[1] == "deadline-before-revision"}
    assert len(before) == len(after) == 1
    assert not {name for name, *_ in before} & {name for name, *_ in after}


def test_findings_that_are_alike_are_told_apart(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    twice = "agreement: {id: demo, title: Demo, parties: [UK, UK]}\n"
    write(tmp_path, twice)
    found = [finding.fingerprint for finding in checked().findings if finding.rule == "unknown-code"]
    assert len(set(found)) == 2


def test_no_finding_is_without_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "clauses: []  # clausetrack: ignore[biannual] a reason\nx-a: 1  # clausetrack: ignore\n")
    (tmp_path / "clause_specs/demo/two.yaml").write_text("a: 1\na: 2\n- b\n")
    (tmp_path / "clause_specs/demo/three.yaml").write_bytes(b"format: clausetrack/\xff\n")
    found = checked().findings
    assert {"unused-ignore", "syntax"} <= {finding.rule for finding in found}
    assert all(re.fullmatch("[0-9a-f]{16}", finding.fingerprint) for finding in found)
    assert len({finding.fingerprint for finding in found}) == len(found)


def test_where_a_project_lies_does_not_matter(tmp_path, monkeypatch):
    seen = []
    for name in ("here", "there"):
        folder = tmp_path / name
        folder.mkdir()
        write(folder, text(PARTS.values(), CLAUSES))
        monkeypatch.chdir(folder)
        seen.append([finding.fingerprint for finding in checked().findings])
        seen.append([finding.fingerprint for finding in checked([str(folder / "clause_specs")]).findings])
    assert seen[0] == seen[1] == seen[2] == seen[3]
