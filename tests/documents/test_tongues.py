"""Documents that say the same in several languages: each is told apart, and what is in one language is left whole."""

from __future__ import annotations

from itertools import groupby

import pytest

from clausetrack.documents.pdf import read
from clausetrack.documents.reading import Reading
from clausetrack.documents.tongues import Stretch, tongues
from tests.documents.pdf_typesetting import BOLD, HEIGHT, WIDTH, Sheet

SAID = {
    "en": (
        "Each Party shall maintain the buoys on its own side of the strait and shall tell the other of losses.",
        "The harbour offices of the Parties shall exchange the lists of the pilots that are licensed by the spring.",
        "A vessel that is in distress may enter the nearest port, and the Party to which it belongs gives it shelter.",
    ),
    "fr": (
        "Chaque Partie entretient les bouées de son côté du détroit et informe l’autre de celles qui sont perdues.",
        "Les bureaux de port des Parties échangent les listes des pilotes qu’ils ont agréés avant le printemps.",
        "Un navire en détresse peut entrer dans le port le plus proche, et la Partie dont il relève lui donne un abri.",
    ),
    "es": (
        "Cada Parte mantiene las boyas de su lado del estrecho e informa a la otra de todas las que se hayan perdido.",
        "Las oficinas de los puertos de las Partes se comunican las listas de los prácticos que tienen en primavera.",
        "Un buque en peligro puede entrar en el puerto más cercano, y la Parte a la que pertenece le dará un abrigo.",
    ),
    "pt": (
        "Cada Parte mantém as boias do seu lado do estreito e informa a outra de todas as que se tenham perdido.",
        "Os serviços dos portos das Partes trocam as listas dos pilotos que têm licença até ao início da primavera.",
        "Um navio em perigo pode entrar no porto mais próximo, e a Parte a que este pertence dar-lhe-á um abrigo.",
    ),
    "ru": (
        "Каждая Сторона содержит буи на своей стороне пролива и сообщает другой обо всех, которые утрачены.",
        "Портовые службы Сторон обмениваются списками лоцманов, которым они выдали разрешения, до начала весны.",
        "Судно в бедствии может войти в ближайший порт, и Сторона, которой он принадлежит, даёт ему убежище.",
    ),
}
WORDS = {"en": "Article", "fr": "Article", "es": "Artículo", "pt": "Artigo", "ru": "Статья"}


def article(language, number):
    said = SAID[language]
    parts = [f"{at + 1}. {said[(number + at) % 3]} {said[(number + at + 1) % 3]}" for at in range(3)]
    return [f"{WORDS[language]} {number}", *parts]


def stretch(language, number, page, centre=297.0):
    return Stretch([line for step in (0, 1) for line in article(language, number + step)], page, centre)


def numbers_of(found):
    return [number for number, _ in groupby(found)]


@pytest.mark.parametrize("other", [language for language in SAID if language != "en"])
def test_facing_pages_are_two_languages(other):
    pages = [stretch(("en", other)[page % 2], page // 2 * 2 + 1, page) for page in range(8)]
    assert tongues(pages) == [1, 2] * 4


@pytest.mark.parametrize(("one", "other"), [("es", "pt"), ("fr", "es"), ("fr", "pt")])
def test_kindred_languages_are_told_apart(one, other):
    pages = [stretch((one, other)[page % 2], page // 2 * 2 + 1, page) for page in range(8)]
    assert tongues(pages) == [1, 2] * 4


def test_three_languages_one_after_the_other_are_three():
    pages = [stretch(language, 2 * page + 1, page) for language in ("en", "fr", "ru") for page in range(4)]
    assert tongues(pages) == [1] * 4 + [2] * 4 + [3] * 4


@pytest.mark.parametrize("language", list(SAID))
def test_what_is_in_one_language_is_one_text(language):
    assert tongues([stretch(language, 2 * page + 1, page) for page in range(8)]) == [0] * 8


def test_an_annex_in_another_language_that_is_no_translation_is_no_language_of_the_text():
    text = [stretch("en", 2 * page + 1, page) for page in range(4)]
    lines = [line.split(". ", 1)[1] for line in stretch("fr", 1, 5).lines if ". " in line]
    annex = [Stretch(lines, page, 297.0) for page in (5, 6)]
    assert tongues([*text, *annex]) == [0] * 6


def test_tables_are_no_language():
    rows = [f"{number}. Fresh or chilled fish, other than fillets, free from duty, other, ex" for number in range(60)]
    pages = [stretch("en", 2 * page + 1, page) for page in range(5)]
    tables = [Stretch(rows[start : start + 20], 5 + start, 297.0) for start in (0, 20, 40)]
    assert tongues([*pages, *tables]) == [0] * 8


def test_a_title_over_both_columns_is_shared_and_short_ends_go_with_their_column():
    sides = (("en", 170.0), ("fr", 420.0))
    columns = [stretch(language, number, number, centre) for number in (1, 3) for language, centre in sides]
    ends = [Stretch(["Bridgeton"], 4, 172.0), Stretch(["Bridgeton"], 4, 418.0)]
    assert tongues([Stretch(["ACCORD"], 1, 297.0), *columns, *ends]) == [0, 1, 2, 1, 2, 1, 2]


def beside(languages=("en", "fr"), count=9, *, ruled=False):
    """Set articles beside each other, each pair level at its top."""
    sheet = Sheet()
    sheet.line("AGREEMENT ON THE STRAIT – ACCORD SUR LE DÉTROIT", WIDTH / 2, 60, 14, BOLD, at="centre")
    y = 100.0
    for number in range(1, count + 1):
        if ruled:
            sheet.rule(60, y - 10, 475)
        for language, x in zip(languages, (64, 310), strict=True):
            down = y + 4
            for index, text in enumerate(article(language, number)):
                for line in wrapped(text):
                    sheet.line(line, x, down, 9, BOLD if index == 0 else "Times-Roman")
                    down += 10
        y += 210
        if y > HEIGHT - 220:
            sheet.next()
            y = 70.0
    sheet.next()
    return read(sheet.data(), "a.pdf", Reading())


def wrapped(text, width=52):
    line = ""
    for word in text.split():
        if len(line) + len(word) >= width:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


@pytest.mark.parametrize("ruled", [False, True])
def test_columns_in_two_languages_are_read_one_language_after_the_other(ruled):
    found = beside(ruled=ruled)
    assert numbers_of(block.tongue for block in found.blocks) == [0, 1, 2]
    for tongue, language in ((1, "en"), (2, "fr")):
        texts = [block.text for block in found.blocks if block.tongue == tongue]
        assert texts == [text for number in range(1, 10) for text in article(language, number)]
    assert found.notices == ("the text is here in 2 languages, of which a draft has one; --language chooses it",)


def test_columns_in_one_language_are_one_text():
    found = beside(("en", "en"))
    assert {block.tongue for block in found.blocks} == {0}
    assert found.notices == ()


def test_a_shared_title_takes_in_no_heading_of_a_column():
    sheet = Sheet()
    sheet.line("TREATY SERIES OF THE TWO SHORES", WIDTH / 2, 60, 12, BOLD, at="centre")
    for language, x in (("en", 64), ("fr", 310)):
        sheet.line("PACT ON THE STRAIT", x + 110, 76, 12, BOLD, at="centre")
        y = 100
        for number in range(1, 5):
            for text in article(language, number):
                for line in wrapped(text):
                    sheet.line(line, x, y, 9)
                    y += 10
    sheet.next()
    found = read(sheet.data(), "a.pdf", Reading()).blocks
    assert [block.text for block in found[:2]] == ["TREATY SERIES OF THE TWO SHORES", "PACT ON THE STRAIT"]
