"""Conditions on clauses."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import clausetrack
from clausetrack.app.where import CLOSED, FIELDS, predicate
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
    every="P1Y",
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
        ("status=ended", False),
        ("status!=suspended", True),
        ("force>=Commit", True),
        ("kind~commit", True),
        ("kind~dia", False),
        ("text~ : a=b", True),
        ("text~[", False),
        ("text~ ~", False),
        ("number>Article 8", True),
        ("every=P12M", True),
        ("every=p1y", True),
        ("every!=P6M", True),
        ("every=P6M,P1Y", True),
        ("every<=P18M", True),
        ("every<P6M", False),
        ("every<P54W", True),
        ("deadline=2025-06", True),
        ("deadline=2025", False),
        ("deadline~2025", True),
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
        ("kind=dialog", "did you mean 'dialogue'?"),
        ("kind!=dialogue,comitment", "did you mean 'commitment'?"),
        ("kind~xyz", "one of commitment"),
        ("polarity=refrian", "did you mean 'refrain'?"),
        ("status=gone", "one of proposed"),
        ("stance=concerned", "did you mean 'concern'?"),
        ("track=militry", "did you mean 'military'?"),
        ("confidence=certain", "one of low"),
        ("force=>commit", "did you mean 'force>=commit'?"),
        ("force =< commit", "did you mean 'force<=commit'?"),
        ("force==commit", "did you mean 'force=commit'?"),
        ("kind:dialogue", "did you mean 'kind=dialogue'?"),
        ("kinds<>dialogue", "did you mean 'kind'?"),
        ("kind<>dialogue", "did you mean 'kind!=dialogue'?"),
        ("text=~cyber", "did you mean 'text~cyber'?"),
        ("text~=cyber", "did you mean 'text~cyber'?"),
        ("force>>commit", "one of =, !=, >="),
        ("level=", "write level=VALUE"),
        ("level= , ", "write level=VALUE"),
        ("text~", "write text~VALUE"),
        ("kind>=dialogue", "use = or !="),
        ("polarity<refrain", "use = or !="),
        ("status>=ended", "one of proposed"),
        ("every=yearly", "write a duration"),
        ("every<=6M", "write a duration"),
        ("deadline<soon", "write a date"),
        ("deadline=2025-13", "write a date"),
    ],
)
def test_a_condition_that_cannot_be_read_is_told(condition, hint):
    with pytest.raises(UnknownNameError) as caught:
        predicate([condition])
    assert hint in caught.value.hint


def test_what_was_stopped_is_no_unknown_word():
    with pytest.raises(UnknownNameError, match="'ended' has no rank as a status"):
        predicate(["status>=ended"])
    assert not predicate(["status>=proposed"])(replace(CLAUSE, status="ended"))


def test_what_a_clause_has_that_is_no_date_or_duration_meets_nothing():
    odd = replace(CLAUSE, every="often", deadline="soon")
    assert not any(predicate([condition])(odd) for condition in ("every<=P9Y", "every=P1Y", "deadline=2025"))


def test_the_words_of_a_condition_are_those_of_the_format():
    schema = json.loads(
        Path(clausetrack.__file__).with_name("schema").joinpath("clause-set.v1.schema.json").read_text()
    )
    keys = schema["$defs"]["clause"]["properties"]
    closed = {name: set(keys[name]["enum"]) for name in FIELDS if "enum" in keys.get(name, {})}
    assert closed == {name: set(words) for name, words in CLOSED.items()}
