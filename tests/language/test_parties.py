from __future__ import annotations

import pytest

from clausetrack.language.parties import parties

# Language, text, and the mentions in it: words | canonical name | quantifier.
TEXTS = [
    ("en", "The Parties shall", ["Parties|party|"]),
    ("en", "each Contracting Party may", ["each Contracting Party|contracting party|each"]),
    ("en", "Neither of the Parties pays", ["Neither of the Parties|party|no"]),
    ("en", "any other Party", ["any other Party|party|other"]),
    ("en", "the requested Party", ["requested Party|requested party|"]),
    ("en", "Member States and the Commission", ["Member States|member state|", "Commission|commission|"]),
    ("en", "we ask you or your users", ["we|we|", "you|you|", "your|you|", "users|user|"]),
    ("en", "the Customer pays the Supplier", ["Customer|customer|", "Supplier|supplier|"]),
    ("nl", "elke partij en de lidstaten", ["elke partij|party|each", "lidstaten|member state|"]),
    ("fr", "les Parties contractantes", ["Parties contractantes|contracting party|"]),
    ("es", "cada Parte Contratante", ["cada Parte Contratante|contracting party|each"]),
    ("de", "jede Vertragspartei", ["jede Vertragspartei|contracting party|each"]),
    ("ja", "両締約国は、利用者に", ["両締約国|contracting party|all", "利用者|user|"]),
    ("zh", "任何一方有权通知用户", ["任何一方|party|any", "用户|user|"]),
    ("en", "a council of war, in part, partying, a commission of 5 %", []),
    ("xx", "The Parties shall", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), TEXTS)
def test_actors_are_found(language: str, text: str, expected: list[str]) -> None:
    found = parties(text, language)
    assert [f"{text[each.start : each.end]}|{each.name}|{each.quantifier}" for each in found] == expected


def test_terms_that_the_agreement_defines_are_found_in_any_language() -> None:
    text = "Each Harbour Master warns the Pilot. The harbour is closed."
    found = parties(text, "en", terms=["Pilot", "Harbour Master"])
    assert [(text[each.start : each.end], each.name, each.quantifier) for each in found] == [
        ("Each Harbour Master", "Harbour Master", "each"),
        ("Pilot", "Pilot", ""),
    ]
    assert [each.name for each in parties(text, None, terms=["Pilot"])] == ["Pilot"]
