"""Conditions on clauses."""

from __future__ import annotations

import pytest

from clausetrack.app.where import predicate
from clausetrack.errors import UnknownNameError
from clausetrack.model.clause import Clause
from clausetrack.model.source import Evidence

CLAUSE = Clause(
    id="port-calls",
    kind="commitment",
    text="Ships will call at ports: a=b >= c.",
    number="Article 9",
    actors=("NO", "IS"),
    force="commit",
    level=None,
    deadline="2025-06",
    status="agreed",
    domains=("maritime-security",),
    evidence=(Evidence("gazette"),),
)


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        ("kind=commitment", True),
        ("kind=Commitment", True),
        ("kind = commitment , dialogue", True),
        ("kind!=commitment", False),
        ("actor=NO", True),
        ("actors=no", True),
        ("actor=SE", False),
        ("actor!=SE", True),
        ("domain=maritime-security", True),
        ("source=gazette", True),
        ("text~PORTS", True),
        ("text~a=b >= c", True),
        ("text~quays", False),
        ("number=Article 9", True),
        ("force>=commit", True),
        ("force>commit", False),
        ("force>intend", True),
        ("force<=bind", True),
        ("force<aspire", False),
        ("status>=exploring", True),
        ("level>=experts", False),
        ("level=", False),
        ("deadline<2026", True),
        ("deadline>=2025-07", False),
    ],
)
def test_a_condition_is_met_or_not(condition, met):
    assert predicate([condition])(CLAUSE) is met


def test_all_conditions_must_be_met():
    assert predicate([])(CLAUSE)
    assert predicate(["kind=commitment", "actor=IS"])(CLAUSE)
    assert not predicate(["kind=commitment", "actor=SE"])(CLAUSE)


@pytest.mark.parametrize(
    ("condition", "hint"),
    [
        ("commitment", "write kind=dialogue"),
        ("=x", "write kind=dialogue"),
        ("knd=x", "did you mean 'kind'?"),
        ("colour=x", "one of id, kind"),
        ("force>=comit", "did you mean 'commit'?"),
        ("level>=kings", "one of experts"),
    ],
)
def test_a_condition_that_cannot_be_read_is_told(condition, hint):
    with pytest.raises(UnknownNameError) as caught:
        predicate([condition])
    assert hint in caught.value.hint
