"""At what level people meet, how often, where a dialogue comes from and what it is about."""

from __future__ import annotations

import pytest

from clausetrack.draft.dialogues import Rhythm, level, rhythm
from clausetrack.draft.fields import describe
from tests.draft.passages import passage, treaty


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The two leaders agreed on an annual dialogue between their fisheries ministers.", "ministers"),
        ("en", "Talks are held by experts, at deputy minister level.", "vice-ministers"),
        ("en", "A summit of heads of state and government will be held.", "leaders"),
        ("en", "Directors-General meet in spring.", "directors-general"),
        ("en", "The lanterns are lit at dusk.", None),
        ("fr", "des consultations au niveau des vice-ministres", "vice-ministers"),
        ("de", "Konsultationen auf Ebene der Staatssekretäre", "vice-ministers"),
        ("es", "un diálogo a nivel de expertos", "experts"),
        ("nl", "overleg tussen de directeuren-generaal", "directors-general"),
        ("ja", "外務次官級の協議を行う。", "vice-ministers"),
        ("xx", "ministers", None),
    ],
)
def test_the_level(language: str, text: str, expected: str | None) -> None:
    assert level(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They meet every two years.", Rhythm(every="P2Y")),
        ("en", "They meet twice a year, and when necessary.", Rhythm(every="P6M")),
        ("en", "They meet four times a year.", Rhythm(every="P3M")),
        ("en", "They meet regularly, or at the request of a Party.", Rhythm(occurrence="regular")),
        ("en", "They meet upon request.", Rhythm(occurrence="on-request")),
        ("en", "They meet.", Rhythm()),
        ("fr", "Elle se réunit deux fois par an.", Rhythm(every="P6M")),
        ("de", "Er tagt zweimal jährlich.", Rhythm(every="P6M")),
        ("es", "Se reúne a petición de una Parte.", Rhythm(occurrence="on-request")),
        ("nl", "Het komt tweemaal per jaar bijeen.", Rhythm(every="P6M")),
        ("ja", "年一回会合する。", Rhythm(every="P1Y")),
    ],
)
def test_the_rhythm(language: str, text: str, expected: Rhythm) -> None:
    assert rhythm(text, language) == expected


def test_the_fields_of_a_dialogue() -> None:
    text = "The Parties will launch a strategic dialogue on tides and lifeboats, held every year by foreign ministers."
    clause = describe([passage(text, "Strategic dialogue")], treaty()).clauses[0]
    assert (clause.kind, clause.participants, clause.level, clause.every) == (
        "dialogue",
        ("NO", "IS"),
        "ministers",
        "P1Y",
    )
    assert (clause.origin, clause.track, clause.topics) == ("new", "political", ("tides", "lifeboats"))
    assert clause.status == "agreed"


def test_the_rhythm_is_that_of_the_meetings() -> None:
    text = "A Joint Committee is hereby established. It shall meet every two years. Each Party shall report annually."
    assert describe([passage(text, "Joint Committee")], treaty()).clauses[0].every == "P2Y"


def test_a_dialogue_without_rhythm_is_a_doubt() -> None:
    clause = describe([passage("The Parties will establish a Joint Committee of experts.")], treaty()).clauses[0]
    assert "every" in clause.extra["x-doubtful"]
