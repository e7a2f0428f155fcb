from __future__ import annotations

import pytest

from clausetrack.language.numbering import Label, parse_label, strip_marker
from clausetrack.language.numerals import han_value, number_words, roman_value, word_value

LABELS = [
    ("Article 5bis", "article", "5bis"),
    ("Article 5 bis", "article", "5bis"),
    ("Art. 12", "article", "12"),
    ("ARTICLE XXIV", "article", "24"),
    ("Article 5 (2) (a)", "article", "5 2 a"),
    ("Article 5(2)(a)", "article", "5 2 a"),
    ("Article 5a", "article", "5a"),
    ("§ 12", "section", "12"),
    ("Section 4.2", "section", "4 2"),
    ("Annex II", "annex", "2"),
    ("Annex C", "annex", "c"),
    ("Part IV", "part", "4"),
    ("CHAPTER 2", "chapter", "2"),
    ("TITLE III.", "title", "3"),
    ("Recital 12", "recital", "12"),
    ("Artikel 3", "article", "3"),
    ("Artículo 4", "article", "4"),
    ("Artículo 4.º", "article", "4"),
    ("Artículo 4º bis", "article", "4bis"),
    ("ARTICLE 12BIS", "article", "12bis"),
    ("Artigo 3.º", "article", "3"),
    ("Articolo 3", "article", "3"),
    ("Allegato A", "annex", "a"),
    ("lid 2", "paragraph", "2"),
    ("Absatz 2", "paragraph", "2"),
    ("Annexe I", "annex", "1"),
    ("Bijlage 3", "annex", "3"),
    ("第五条", "article", "5"),
    ("第５条", "article", "5"),
    ("第五条第二項", "article", "5 2"),
    ("第十二条の二", "article", "12-2"),
    ("附属書Ⅰ", "annex", "1"),
    ("1.2.3", "", "1 2 3"),
    ("5(2)(a)", "", "5 2 a"),
    ("(a)", "", "a"),
    ("(ii)", "", "ii"),
    ("a)", "", "a"),
    ("IV", "", "4"),
    ("12", "", "12"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), LABELS)
def test_a_label_is_read_into_kind_and_numbers(text: str, kind: str, expected: str) -> None:
    assert parse_label(text) == Label(kind, tuple(expected.split()))


@pytest.mark.parametrize("text", ["", "Scope", "Article", "the Parties", "Article 5 applies", "5 days", "—"])
def test_what_is_no_label_is_not_read(text: str) -> None:
    assert parse_label(text) is None


def test_labels_sort_as_they_are_counted() -> None:
    printed = ["Article 5", "Article 5bis", "Article 6", "Article 10", "Article 10(2)", "Article 10(11)"]
    labels = [parse_label(text) for text in printed]
    assert [label.order for label in labels if label] == sorted(label.order for label in labels if label)


MARKERS = [
    ("(a) the Parties", "(a)", "the Parties"),
    ("(iii) the Parties", "(iii)", "the Parties"),
    ("1. The Parties", "1.", "The Parties"),
    ("12) the Parties", "12)", "the Parties"),
    ("1.2 Scope", "1.2", "Scope"),
    ("1.2.3. scope", "1.2.3.", "scope"),
    ("1. (a) scope", "1. (a)", "scope"),
    ("5 bis. Scope", "5 bis.", "Scope"),
    ("• scope", "•", "scope"),
    ("- scope", "-", "scope"),
    ("— scope", "—", "scope"),
    ("A. General", "A.", "General"),
    ("Article 5 – Scope", "Article 5 –", "Scope"),
    ("Article 5. Scope", "Article 5.", "Scope"),
    ("Article 5\nScope", "Article 5", "Scope"),
    ("§ 5: Umfang", "§ 5:", "Umfang"),
    ("第五条\u3000締約国は、", "第五条", "締約国は、"),
    ("（一）缔约方", "（一）", "缔约方"),
    ("二、缔约方", "二、", "缔约方"),
    ("①缔约方", "①", "缔约方"),
]


@pytest.mark.parametrize(("text", "marker", "rest"), MARKERS)
def test_a_marker_is_parted_from_its_text(text: str, marker: str, rest: str) -> None:
    assert strip_marker(text) == (marker, rest)


@pytest.mark.parametrize(
    "text",
    [
        *("Article 5 applies.", "30 days after", "1.5 million people", "2024. A year", "i.e. this", "U.S. law"),
        *("(the Company) sells", "第五条の規定により", "Part of this", "-5 degrees", "the Parties"),
    ],
)
def test_prose_is_no_marker(text: str) -> None:
    assert strip_marker(text) == ("", text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("iv", 4), ("XXIV", 24), ("mcmxcix", 1999), ("iiii", None), ("vx", None), ("", None), ("abc", None)],
)
def test_roman_numerals(text: str, value: int | None) -> None:
    assert roman_value(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("五", 5),
        ("十", 10),
        ("十二", 12),
        ("百二十三", 123),
        ("二〇二四", 2024),
        ("三千万", 30_000_000),
        ("億", 10**8),
        ("五a", None),
    ],
)
def test_han_numerals(text: str, value: int | None) -> None:
    assert han_value(text) == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        *[("six", "en", 6), ("twenty-four", "en", 24), ("one hundred and eighty", "en", 180)],
        *[("two million five hundred thousand", "en", 2_500_000), ("zes", "nl", 6), ("vierentwintig", "nl", 24)],
        *[
            ("tweeëndertig", "nl", 32),
            ("quatre-vingt-dix", "fr", 90),
            ("soixante-douze", "fr", 72),
            ("vingt et un", "fr", 21),
        ],
        *[("treinta y uno", "es", 31), ("veintidós", "es", 22), ("vierundzwanzig", "de", 24), ("zwei", "de", 2)],
        *[("the", "en", None), ("six", "xx", None)],
    ],
)
def test_number_words(text: str, language: str, value: int | None) -> None:
    words = number_words(language)
    assert words.get(text, word_value(text, language)) == value
