from __future__ import annotations

import pytest

from clausetrack.language.numbering import Label
from clausetrack.language.reference import Reference
from clausetrack.language.references import references

# The words found | what they point at: kind:numbers, several parted by spaces.
FOUND = {
    "en": [
        ("Article 5(2)(a)", "article:5/2/a"),
        ("Articles 5 to 7", "article:5 article:6 article:7"),
        ("Articles 3, 4 and 9", "article:3 article:4 article:9"),
        ("Article 5(1), (2) and (3)(a)", "article:5/1 article:5/2 article:5/3/a"),
        ("Articles 9j to l", "article:9j article:9k article:9l"),
        ("Article 5, paragraph 2, point (a)", "article:5/2/a"),
        ("point (a) of paragraph 2 of Article 5", "article:5/2/a"),
        ("paragraphs 1 and 2 of Article 6", "article:6/1 article:6/2"),
        ("sub-paragraphs (a) to (c) of paragraph 1", "paragraph:1/a paragraph:1/b paragraph:1/c"),
        ("second subparagraph of Article 5(2)", "article:5/2/2"),
        ("Article 2(1) of Annex I", "annex:1/2/1"),
        ("Section 4.2", "section:4/2"),
        ("Annex II", "annex:2"),
        ("Schedule A", "schedule:a"),
        ("Article 7 bis", "article:7bis"),
        ("ARTICLE 12", "article:12"),
    ],
    "nl": [
        ("artikel 5, tweede lid, onderdeel a", "article:5/2/a"),
        ("tweede lid van artikel 5", "article:5/2"),
        ("artikelen 3, 4 en 9", "article:3 article:4 article:9"),
        ("Bijlage II", "annex:2"),
    ],
    "fr": [
        ("article 5, paragraphe 2, point a)", "article:5/2/a"),
        ("paragraphe 2 de l'article 5", "article:5/2"),
        ("articles 5 à 7", "article:5 article:6 article:7"),
        ("annexe II", "annex:2"),
    ],
    "es": [
        ("artículo 5, apartado 2, letra a)", "article:5/2/a"),
        ("apartado 2 del artículo 5", "article:5/2"),
        ("artículos 5 a 7", "article:5 article:6 article:7"),
        ("anexo II", "annex:2"),
    ],
    "de": [
        ("Artikel 5 Absatz 2 Buchstabe a", "article:5/2/a"),
        ("Absatz 2 des Artikels 5", "article:5/2"),
        ("Artikel 3, 4 und 9", "article:3 article:4 article:9"),
        ("§§ 5 bis 7", "section:5 section:6 section:7"),
        ("Anhang II", "annex:2"),
    ],
    "ja": [
        ("第五条第二項", "article:5/2"),
        ("第５条２(a)", "article:5/2/a"),
        ("第五条から第七条", "article:5 article:6 article:7"),
        ("第十二条の二", "article:12-2"),
        ("附属書Ⅰ", "annex:1"),
    ],
    "zh": [("第五条第二款", "article:5/2"), ("附件一", "annex:1"), ("第五条至第七条", "article:5 article:6 article:7")],
}
CASES = [(language, words, targets) for language, rows in FOUND.items() for words, targets in rows]


def shown(reference: Reference) -> str:
    return " ".join(f"{label.kind}:{'/'.join(label.numbers)}" for label in reference.targets)


@pytest.mark.parametrize(("language", "words", "targets"), CASES)
def test_a_reference_is_found_and_read(language: str, words: str, targets: str) -> None:
    text = f"… {words}、…" if language in {"ja", "zh"} else f"as set out in {words}, they act"
    (found,) = references(text, language)
    assert text[found.start : found.end] == words
    assert shown(found) == targets
    assert found.standpoint is None
    assert not found.external


@pytest.mark.parametrize(
    ("text", "language", "words", "standpoint", "targets"),
    [
        ("under this Article they", "en", "this Article", "this", "article:"),
        ("under paragraph 2 of this Article they", "en", "paragraph 2 of this Article", "this", "paragraph:2"),
        ("under paragraph 3 above they", "en", "paragraph 3 above", "before", "paragraph:3"),
        ("the preceding paragraph says", "en", "preceding paragraph", "before", "paragraph:"),
        ("the following Article says", "en", "following Article", "after", "article:"),
        ("in het vorige lid", "nl", "vorige lid", "before", "paragraph:"),
        ("au présent article", "fr", "au présent article", "this", "article:"),
        ("el apartado anterior", "es", "apartado anterior", "before", "paragraph:"),
        ("in diesem Artikel", "de", "diesem Artikel", "this", "article:"),
        ("前項の規定により", "ja", "前項", "before", "paragraph:"),
        ("この条において", "ja", "この条", "this", "article:"),
    ],
)
def test_a_reference_may_count_from_where_it_stands(
    text: str, language: str, words: str, standpoint: str, targets: str
) -> None:
    (found,) = references(text, language)
    assert (text[found.start : found.end], found.standpoint, shown(found)) == (words, standpoint, targets)


@pytest.mark.parametrize(
    ("text", "language", "instrument", "external"),
    [
        ("Article 5 of this Agreement", "en", "Agreement", False),
        ("Article 5 of the Convention", "en", "Convention", False),
        ("Article 5 of that Protocol", "en", "Protocol", True),
        ("Article 5 of the Treaty on Coastal Trade", "en", "Treaty on Coastal Trade", True),
        (
            "Article 5 of the Delft Convention on the Law of Canals and",
            "en",
            "Delft Convention on the Law of Canals",
            True,
        ),
        ("Article 5 of Regulation (EU) No 1/2020", "en", "Regulation (EU) No 1/2020", True),
        ("Article 5 TFEU", "en", "TFEU", True),
        ("Article 5 of the GDPR", "en", "GDPR", True),
        ("ARTICLE 5 OF THE TREATY", "en", "TREATY", False),
        ("artikel 6 van het Verdrag betreffende de kustvaart", "nl", "Verdrag betreffende de kustvaart", True),
        ("l’article 6 du traité sur le cabotage", "fr", "traité sur le cabotage", True),
        ("Artikel 6 des Vertrags über die Küstenschifffahrt", "de", "Vertrags über die Küstenschifffahrt", True),
        ("国際連合憲章第五十一条", "ja", "国際連合憲章", True),
        ("この協定第三条", "ja", "協定", False),
    ],
)
def test_a_reference_into_another_instrument_is_told(
    text: str,
    language: str,
    instrument: str,
    external: bool,  # noqa: FBT001 - a column of the table
) -> None:
    (found,) = references(text, language)
    assert (found.instrument, found.external) == (instrument, external)


@pytest.mark.parametrize(
    "text",
    [
        "the Parties shall",
        "a part of it, in part a",
        "the first part",
        "articles of clothing",
        "party 5",
        "第三者",
        "Art",
    ],
)
def test_prose_is_no_reference(text: str) -> None:
    assert references(text, "ja" if text[0] == "第" else "en") == ()


def test_a_number_that_counts_days_is_no_article() -> None:
    (found,) = references("under Articles 5 and 30 days later")
    assert found.targets == (Label("article", ("5",)),)


def test_a_part_goes_with_the_article_that_it_is_of() -> None:
    text = "paragraph 2 of Article 10, paragraph 3 of Article 11 and Article 12, paragraph 4"
    assert [shown(found) for found in references(text)] == ["article:10/2", "article:11/3", "article:12/4"]


def test_the_instrument_itself_is_no_division_of_it() -> None:
    (found,) = references("under Article 9 of the present Protocol")
    assert (shown(found), found.standpoint, found.instrument, found.external) == ("article:9", None, "Protocol", False)


def test_languages() -> None:
    text = "artikel 5, Article 6, 第七条"
    assert [shown(each) for each in references(text, "nl-NL")] == ["article:5"]
    assert [shown(each) for each in references(text, None)] == ["article:5", "article:6", "article:7"]
    assert references(text, "xx") == ()


def test_a_very_long_range_stands_for_its_ends() -> None:
    (found,) = references("Articles 1 to 5000")
    assert shown(found) == "article:1 article:5000"
