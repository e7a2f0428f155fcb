"""Redlines of the strongest and the weakest wording: of counterparts, whatever rows are made by."""

from __future__ import annotations

from dataclasses import replace

import pytest
import samples

from clausetrack.app.compare import Question, compare_sets
from clausetrack.app.compare_inputs import Found
from clausetrack.app.settings import Settings
from clausetrack.model.clauseset import Agreement

LAMPS = "The towns {} light the lamps of the long pier at dusk."
ROPES = "Each crew {} coil the ropes of its ship on the quay."


def compared(by, *texts):
    found = []
    for at, (text, modal, force) in enumerate(texts):
        clause = samples.clause("a", text.format(modal), force=force, domains=("trade",))
        made = samples.clause_set((clause,))
        agreement = Agreement(id=f"pact-{at}", title=f"Pact {at}")
        found.append(Found(replace(made, agreement=agreement), f"{at}.yaml", is_coded=True))
    return compare_sets(found, Settings(), Question(by=by))


@pytest.mark.parametrize("by", ["domain", "family", "kind"])
def test_counterparts_have_their_redline(by):
    (line,) = compared(by, (LAMPS, "shall", "bind"), (LAMPS, "may", "discretion")).lines
    (entry,) = line.comparisons
    assert [(edit.op, edit.text.strip()) for edit in entry.edits if edit.op != "equal"] == [
        ("delete", "shall"),
        ("insert", "may"),
    ]


def test_what_shares_no_more_than_a_subject_has_none():
    (line,) = compared("domain", (LAMPS, "shall", "bind"), (ROPES, "may", "discretion")).lines
    assert line.strongest is not None
    assert line.comparisons == ()
