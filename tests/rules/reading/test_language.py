"""The language of sets that do not say it."""

from __future__ import annotations

import pytest
from comparing import clause_set, provisions

from clausetrack.diff.pairs import pair
from clausetrack.language.detection import guess
from clausetrack.model.alignment import Match
from clausetrack.rules.reading.grammar import grammar
from clausetrack.rules.reading.setting import Setting
from clausetrack.rules.reading.tables import TABLES

TEXTS = {
    "en": "The towns shall publish the charts of the coast and the tide tables, and for each port the fees.",
    "fr": "Les villes publient les cartes de la côte et les horaires des marées pour tous les ports.",
    "de": "Die Städte veröffentlichen die Karten der Küste und die Gezeitentafeln für den Hafen.",
    "es": "Las ciudades publicarán los mapas de la costa y las tablas de mareas para los puertos.",
    "nl": "De steden publiceren de kaarten van de kust en de getijdentafels voor het hele havengebied.",
    "ja": "両市は海岸の地図及び潮汐表を公表するものとする。",
}


@pytest.mark.parametrize("language", TABLES)
def test_the_language_of_a_text_is_told_by_its_commonest_words(language):
    assert guess([TEXTS[language]]) == language


@pytest.mark.parametrize("text", ["", "1 2 3", "Miasta publikują mapy wybrzeża.", "ΑΒΓ δεζ"])
def test_a_text_of_no_language_that_is_known_is_of_none(text):
    assert guess([text]) is None


def setting(old: str | None, new: str | None) -> Setting:
    sets = [
        clause_set(*provisions(TEXTS["en"]), language=old),
        clause_set(*provisions(TEXTS["en"] + " So."), language=new),
    ]
    return Setting(*sets, [pair(Match("paired", sets[0].clauses, sets[1].clauses))])


def test_what_a_set_says_of_itself_comes_first():
    assert [setting(*both).language for both in (("fr", None), (None, "fr-CA"), (None, None), ("de", "de-AT"))] == [
        *("fr", "fr", "en", "de")
    ]


def test_a_translation_is_not_read_word_by_word():
    assert setting("en", "fr").language is None


@pytest.mark.parametrize("language", TABLES)
def test_every_table_is_made_ready(language):
    ready = grammar(language)
    assert ready.language == language
    assert ready.small
    assert ready.formulas
    assert grammar(f"{language}-XX") == ready or grammar(f"{language}-XX").small == ready.small
