"""The same agreement drafts to the same clauses, whatever the format of the document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from clausetrack.app.diff import diff_sets
from clausetrack.documents.readers import read_document
from clausetrack.draft import draft
from clausetrack.draft.passage import LEVELS, Drafting

SAMPLES = sorted((Path(__file__).parent.parent / "documents" / "samples").glob("agreement*"))
REFERENCE = "agreement.txt"

each_sample = pytest.mark.parametrize("name", [path.name for path in SAMPLES])
each_level = pytest.mark.parametrize("level", LEVELS)


@cache
def drafted(name, level, fields):
    path = next(path for path in SAMPLES if path.name == name)
    return draft(read_document(str(path)), Drafting(level=level, fields=fields))


def told(clause_set):
    return [
        (clause.id, clause.number, clause.path, clause.heading, clause.text.splitlines())
        for clause in clause_set.clauses
    ]


@each_sample
@each_level
def test_every_format_gives_the_same_clauses(name, level):
    assert told(drafted(name, level, fields=False)) == told(drafted(REFERENCE, level, fields=False))


@each_sample
def test_every_format_gives_the_same_fields(name):
    wanted, found = drafted(REFERENCE, None, fields=True), drafted(name, None, fields=True)
    fields = [(clause.kind, clause.force, clause.actors, clause.domains, clause.term) for clause in found.clauses]
    assert fields == [
        (clause.kind, clause.force, clause.actors, clause.domains, clause.term) for clause in wanted.clauses
    ]
    assert found.agreement == wanted.agreement


@each_sample
def test_no_format_differs_from_another_in_a_comparison(name):
    diff = diff_sets(drafted(REFERENCE, None, fields=False), drafted(name, None, fields=False), trust_ids=False)
    assert [change.rule for row in diff.rows for change in row.changes] + [change.rule for change in diff.changes] == []
