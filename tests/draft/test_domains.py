"""What clauses are about."""

from __future__ import annotations

import pytest

from clausetrack.clauseset.vocabulary import domains as vocabulary
from clausetrack.draft.domains import MOST, domains
from clausetrack.draft.phrases import book


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The parties seek to cooperate on maritime security.", ("maritime-security",)),
        ("en", "The lanterns are lit at dusk.", ()),
        ("en", "They hold joint exercises and fight piracy.", ("military-exercises", "maritime-security")),
        ("fr", "Les parties luttent contre le terrorisme.", ("counter-terrorism",)),
        ("de", "Der Datenschutz bleibt gewahrt.", ("data-protection",)),
        ("es", "Se protege la biodiversidad.", ("biodiversity",)),
        ("nl", "Zij beschermen de visserij.", ("fisheries",)),
        ("ja", "サイバーに関する協力を進める。", ("cyber",)),
        ("xx", "fisheries", ()),
    ],
)
def test_the_domains_of_a_text(language: str, text: str, expected: tuple[str, ...]) -> None:
    assert domains(text, None, language) == expected


def test_the_heading_weighs_most() -> None:
    text = "The parties exchange information on boats. They exchange information on ropes."
    assert domains(text, "Fisheries", "en")[0] == "fisheries"


def test_there_are_three_at_most() -> None:
    text = "Space, cyber, fisheries, taxation, piracy, refugees and pandemics."
    assert len(domains(text, None, "en")) == MOST


@pytest.mark.parametrize("language", ["en", "fr", "de", "es", "nl", "ja"])
def test_all_words_are_of_known_domains(language: str) -> None:
    assert set(book(language)["domains"]) <= set(vocabulary())


def test_english_has_words_for_all_domains() -> None:
    assert set(book("en")["domains"]) == set(vocabulary())
