"""What finds phrases in a text."""

from __future__ import annotations

import pytest

from clausetrack.draft.phrases import Found, Phrases, Words, phrases

TABLE = {"high": "minister*|ministers of state", "low": "vice minister*|clerk"}


def found(text: str) -> list[Found]:
    """Find the phrases of the table."""
    return list(Phrases(TABLE, spaced=True).find(Words(text)))


def test_the_longest_phrase_counts_and_none_overlaps() -> None:
    assert [each.tells for each in found("Vice-ministers, ministers of state and a clerk.")] == ["low", "high", "low"]
    assert found("the Ministers of State met")[0] == Found(4, 22, "high")


def test_signs_part_words_and_hyphens_do_not() -> None:
    assert found("vice, minister") == [Found(6, 14, "high")]
    assert found("clerks") == []


def test_a_language_without_spaces_is_looked_through_as_printed() -> None:
    known = Phrases({"high": "大臣", "low": "副大臣"}, spaced=False)
    assert [each.tells for each in known.find(Words("外務大臣と副大臣"))] == ["high", "low"]


@pytest.mark.parametrize("language", [None, "", "xx", "../en", "zz-ZZ"])
def test_nothing_is_found_in_an_unknown_language(language: str | None) -> None:
    assert list(phrases(language, "levels").find(Words("ministers"))) == []


def test_a_region_does_not_matter() -> None:
    assert phrases("en-GB", "levels") is phrases("en_US", "levels")
