from __future__ import annotations

from decimal import Decimal

import pytest

from clausetrack.language.quantities import quantities
from clausetrack.language.quantity import Quantity

# Language, the words found, what they are.
FOUND = [
    ("en", "1 November 2024", "date", "2024-11-01", ""),
    ("en", "1st of November, 2024", "date", "2024-11-01", ""),
    ("en", "November 1, 2024", "date", "2024-11-01", ""),
    ("en", "November 2024", "date", "2024-11", ""),
    ("en", "31 March", "date", "--03-31", ""),
    ("en", "2024-11-01", "date", "2024-11-01", ""),
    ("en", "25/12/2024", "date", "2024-12-25", ""),
    ("en", "first day of January 1958", "date", "1958-01-01", ""),
    ("en", "fifth day of May in the year one thousand nine hundred and ninety", "date", "1990-05-05", ""),
    ("en", "six months", "duration", "P6M", ""),
    ("en", "thirty (30) business days", "duration", "P30D", "business"),
    ("en", "24-hour", "duration", "PT24H", ""),
    ("en", "two decades", "duration", "P20Y", ""),
    ("en", "annually", "frequency", "P1Y", ""),
    ("en", "every two years", "frequency", "P2Y", ""),
    ("en", "twice a year", "frequency", "R2/P1Y", ""),
    ("en", "twice yearly", "frequency", "R2/P1Y", ""),
    ("en", "every second year", "frequency", "P2Y", ""),
    ("en", "every other month", "frequency", "P2M", ""),
    ("en", "every third year", "frequency", "P3Y", ""),
    ("de", "zweimal jährlich", "frequency", "R2/P1Y", ""),
    ("de", "einmal im Jahr", "frequency", "P1Y", ""),
    ("de", "jedes zweite Jahr", "frequency", "P2Y", ""),
    ("de", "jährlicher", "frequency", "P1Y", ""),
    ("nl", "tweemaal per jaar", "frequency", "R2/P1Y", ""),
    ("en", "three times per month", "frequency", "R3/P1M", ""),
    ("en", "EUR 1,000.50", "amount", "1000.5", "EUR"),
    ("en", "€2.5 million", "amount", "2500000", "EUR"),
    ("en", "US$5m", "amount", "5000000", "USD"),
    ("en", "one hundred pounds", "amount", "100", "GBP"),
    ("en", "five per cent", "percentage", "5", ""),
    ("en", "99.9%", "percentage", "99.9", ""),
    ("en", "two thirds", "fraction", "2/3", ""),
    ("en", "three-quarters", "fraction", "3/4", ""),
    ("nl", "1 november 2024", "date", "2024-11-01", ""),
    ("nl", "zes maanden", "duration", "P6M", ""),
    ("nl", "tien werkdagen", "duration", "P10D", "business"),
    ("nl", "€ 1.000,50", "amount", "1000.5", "EUR"),
    ("nl", "5 procent", "percentage", "5", ""),
    ("nl", "elke twee jaar", "frequency", "P2Y", ""),
    ("fr", "1er novembre 2024", "date", "2024-11-01", ""),
    ("fr", "trente jours ouvrables", "duration", "P30D", "business"),
    ("fr", "1 000,50 €", "amount", "1000.5", "EUR"),
    ("fr", "tous les deux ans", "frequency", "P2Y", ""),
    ("fr", "deux tiers", "fraction", "2/3", ""),
    ("es", "1 de noviembre de 2024", "date", "2024-11-01", ""),
    ("es", "treinta y un días", "duration", "P31D", ""),
    ("es", "cada dos años", "frequency", "P2Y", ""),
    ("de", "1. November 2024", "date", "2024-11-01", ""),
    ("de", "01.11.2024", "date", "2024-11-01", ""),
    ("de", "zwei Jahre", "duration", "P2Y", ""),
    ("de", "zehn Werktage", "duration", "P10D", "business"),
    ("de", "2,5 Millionen Euro", "amount", "2500000", "EUR"),
    ("de", "alle zwei Jahre", "frequency", "P2Y", ""),
    ("ja", "二〇二四年十一月一日", "date", "2024-11-01", ""),
    ("ja", "令和6年11月", "date", "2024-11", ""),
    ("ja", "六箇月", "duration", "P6M", ""),
    ("ja", "五営業日", "duration", "P5D", "business"),
    ("ja", "毎年", "frequency", "P1Y", ""),
    ("ja", "二年ごと", "frequency", "P2Y", ""),
    ("ja", "1億2000万円", "amount", "120000000", "JPY"),
    ("ja", "三分の二", "fraction", "2/3", ""),
    ("zh", "2024年11月1日", "date", "2024-11-01", ""),
    ("zh", "六个月", "duration", "P6M", ""),
    ("zh", "每两年", "frequency", "P2Y", ""),
    ("zh", "百分之五", "percentage", "5", ""),
    ("xx", "2024-11-01", "date", "2024-11-01", ""),
    ("xx", "USD 1,000", "amount", "1000", "USD"),
    ("xx", "5 %", "percentage", "5", ""),
]


@pytest.mark.parametrize(("language", "words", "kind", "value", "unit"), FOUND)
def test_a_quantity_is_found_and_read(language: str, words: str, kind: str, value: str, unit: str) -> None:
    text = f"場合、{words}、" if language in {"ja", "zh"} else f"so that {words}, they say"
    start = text.index(words)
    assert quantities(text, language) == (Quantity(kind, start, start + len(words), value, unit),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("shall not exceed 350. The number", [("350", "350", "")]),
        ("a panel of three arbitrators and 2 experts", [("three", "3", "arbitrators"), ("2", "2", "experts")]),
        ("within 5 km of it", [("5", "5", "km")]),
        ("Delft 12 Leiden 14", [("12", "12", ""), ("14", "14", "")]),
    ],
)
def test_counts(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(text[each.start : each.end], each.value, each.unit) for each in quantities(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        *("under Article 5 and paragraph 3", "1. The Parties", "they pay; 2. They ship", "(2) they", "4) they"),
        *(
            "paragraph 5 may apply",
            "Regulation 2016/679",
            "10 mg/m3"[5:],
            "one of the Parties",
            "1/2/2030",
            "1.2.3 of it",
        ),
        *("the second", "May we?", "once upon a time", "a year of it", "each Party"),
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert quantities(text) == ()


def test_a_range_of_durations_has_two() -> None:
    assert [(each.kind, each.value) for each in quantities("between 3 and 5 years")] == [
        ("duration", "P3Y"),
        ("duration", "P5Y"),
    ]


def test_a_whole_unit_counts_behind_a_limit() -> None:
    assert [each.value for each in quantities("within a year, after an hour, once a month")] == ["P1Y", "PT1H", "P1M"]


def test_years_count_behind_a_word_that_dates_them() -> None:
    assert [each.value for each in quantities("by 2030, or 2031 goods, in 1999.")] == ["2030", "2031", "1999"]
    assert [each.kind for each in quantities("by 2030, or 2031 goods, in 1999.")] == ["date", "count", "date"]


def test_sizes_compare_across_units() -> None:
    def size(text: str) -> Decimal:
        (found,) = quantities(text)
        assert found.size is not None
        return found.size

    assert size("30 days") < size("one month") < size("5 weeks") < size("six months") < size("a term of 1 year")
    assert size("twice a year") < size("every year") < size("every two years")
    assert size("48 hours") == size("2 days")
    assert size("two thirds") > size("one half")
    assert quantities("on 1 May 2030")[0].size is None
    assert quantities("a term of 3 years and 1/0")[0].size is not None


def test_once_every_second_year_is_no_second():
    found = quantities("The committee meets once every second year.", "en")
    assert [(entry.kind, entry.value) for entry in found] == [("frequency", "P2Y")]
