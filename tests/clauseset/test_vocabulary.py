"""The shared words: codes, names, domains, and what was meant by others."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.clauseset import vocabulary
from clausetrack.clauseset.vocabulary import code_name, domains, is_code, meant_code, nearest_domain

FOLDER = Path(vocabulary.__file__).parent / "vocabulary"


def data(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def test_all_country_codes_are_there():
    countries = data("countries")
    assert len(countries) == 249 + 1  # ISO 3166-1 has 249; XK is one of its codes for users
    assert all(re.fullmatch("[A-Z]{2}", code) for code in countries)
    assert len({entry["name"] for entry in countries.values()}) == len(countries)
    assert len({entry["alpha_3"] for entry in countries.values()}) == len(countries)


def test_a_body_never_takes_the_code_of_a_country():
    countries = data("countries")
    taken = set(countries) | {entry["alpha_3"] for entry in countries.values()}
    assert taken.isdisjoint(data("bodies"))
    assert len(set(data("bodies").values())) == len(data("bodies"))


def test_other_names_are_folded_and_mean_one_code_each():
    words = [word for words in data("meant").values() for word in words]
    assert len(words) == len(set(words))
    assert [word for word in words if vocabulary._folded(word) != word] == []
    assert [code for code in data("meant") if not is_code(code)] == []
    assert [word for word in words if is_code(word.upper())] == []


@pytest.mark.parametrize("code", ["JP", "NO", "GB", "EU", "UN", "NATO", "OSCE", "ASEAN", "WTO", "XK"])
def test_codes(code):
    assert is_code(code)
    assert meant_code(code) == code
    assert meant_code(f" {code.lower()} ") == code


@pytest.mark.parametrize("word", ["UK", "EL", "jp", "Japan", "ZZ", "", " JP"])
def test_not_codes(word):
    assert not is_code(word)
    assert code_name(word) is None


def test_names():
    assert code_name("KR") == "South Korea"
    assert code_name("EU") == "European Union"


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("UK", "GB"),
        ("U.K.", "GB"),
        ("EL", "GR"),
        ("USA", "US"),
        ("JPN", "JP"),
        ("Japan", "JP"),
        ("Jpan", "JP"),
        ("European Union", "EU"),
        ("the European  Union", "EU"),
        ("Republic of Korea", "KR"),
        ("DPRK", "KP"),
        ("Turkey", "TR"),
        ("Turkiye", "TR"),
        ("Cote d\u2019Ivoire", "CI"),
        ("North Atlantic Treaty Organization", "NATO"),
        ("African Union", "AFU"),
    ],
)
def test_meant(word, code):
    assert meant_code(word) == code


@pytest.mark.parametrize("word", ["", "ZZ", "Acme Shipping", "Ada Lovelace", "Borrel", "x" * 10_000])
def test_nothing_near(word):
    assert meant_code(word) is None


def test_every_domain_is_described_once():
    entries = domains()
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", id) for id in entries)
    assert [domain.id for domain in entries.values() if not domain.label or not domain.description.endswith(".")] == []
    words = [word for domain in entries.values() for word in (domain.id, *domain.words)]
    assert len(words) == len(set(words))
    assert [word for word in words if vocabulary._slug(word) != word] == []


def test_eurovoc_concepts_are_ids_of_one_domain():
    concepts = [concept for domain in domains().values() for concept in domain.eurovoc + domain.nearest]
    assert [concept for concept in concepts if not re.fullmatch("[0-9]+|c_[0-9a-f]{8}", concept)] == []
    assert len(concepts) == len(set(concepts))
    assert domains()["maritime-security"].eurovoc == ("3995", "5889")
    assert domains()["economic-security"].eurovoc == ()
    assert domains()["economic-security"].nearest == ("4025", "c_b18ab65c")


@pytest.mark.parametrize(
    ("word", "domain"),
    [
        ("cyber", "cyber"),
        ("Cyber Security", "cyber"),
        ("cyber-things", "cyber"),
        ("disinformation", "foreign-information-manipulation"),
        ("maritime_securty", "maritime-security"),
        ("privacy", "data-protection"),
        ("foo", None),
        ("", None),
    ],
)
def test_nearest_domain(word, domain):
    assert nearest_domain(word) == domain


def test_a_projects_own_domains_win():
    assert nearest_domain("Port Securty", ["port-security"]) == "port-security"
    assert nearest_domain("privacy", ["privacy"]) == "privacy"


@given(st.text(max_size=30))
def test_any_word_gets_a_code_or_none(word):
    assert meant_code(word) is None or is_code(meant_code(word))
    assert nearest_domain(word) is None or nearest_domain(word) in domains()
