from __future__ import annotations

import hashlib

import pytest

from clausetrack.language.digest import normalised, sentence_digest
from clausetrack.language.fold import fold
from clausetrack.language.spelling import folded_spelling

SETTINGS = [
    ("“quotes” and «guillemets»", '"quotes" and "guillemets"'),
    ("the Party’s", "the Party's"),
    ("2019–2024 — a dash", "2019-2024 - a dash"),
    ("one\u00a0two\u2009three\u3000four  five\n\tsix", "one two three four five six"),
    ("con\u00adfi\u200bdential", "confidential"),
    ("oﬃce ﬁle œuvre", "office file oeuvre"),
    ("ＡＢＣ（１２）", "ABC(12)"),
    ("Annex Ⅱ", "Annex II"),
    ("ｶﾞｲﾄﾞ", "ガイド"),
    ("cafe\u0301", "café"),
    ("Ａ\u0301", "Á"),
    ("and so on…", "and so on..."),
]


@pytest.mark.parametrize(("text", "expected"), SETTINGS)
def test_settings_of_the_same_words_are_one(text: str, expected: str) -> None:
    assert fold(text).text == expected


def test_meaningful_signs_stay() -> None:
    assert fold("5 km² at 20 °C, ½ of it: 締約国は、協力する。").text == "5 km² at 20 °C, ½ of it: 締約国は、協力する。"


def test_case_is_folded_where_asked() -> None:
    assert fold("STRASSE and Straße").text == "STRASSE and Straße"
    assert fold("STRASSE and Straße", case=True).text == "strasse and strasse"


def test_the_way_back_gives_the_original_words() -> None:
    text = "The “con\u00adfidential”  ﬁle"
    folded = fold(text, case=True)
    for word, original in (("confidential", "con\u00adfidential"), ("file", "ﬁle"), ('"', "“")):
        start = folded.text.index(word)
        begin, end = folded.original(start, start + len(word))
        assert text[begin:end] == original


def test_a_span_inside_a_ligature_is_the_whole_ligature() -> None:
    folded = fold("ﬁle")
    assert folded.original(0, 1) == (0, 1)
    assert folded.original(1, 2) == (0, 1)
    assert folded.original(2, 2) == (1, 1)


SPELLINGS = [
    *[("organize", "organise"), ("Organization", "Organisation"), ("DEFENSE", "DEFENCE"), ("labor", "labour")],
    *[("co-operate", "cooperate"), ("Co-ordination", "Coordination"), ("analyze", "analyse")],
    *[("traveled", "travelled"), ("enrollment", "enrolment"), ("fulfill", "fulfil"), ("program", "programme")],
    *[("judgment", "judgement"), ("re-elect", "reelect"), ("license", "licence"), ("centered", "centred")],
    *[("dialog", "dialogue"), ("behavioral", "behavioural"), ("counselor", "counsellor"), ("pretense", "pretence")],
]


@pytest.mark.parametrize(("american", "british"), SPELLINGS)
def test_spelling_variants_are_one(american: str, british: str) -> None:
    assert folded_spelling(american) == folded_spelling(british) == british


@pytest.mark.parametrize(
    "word", ["size", "prized", "seize", "citizen", "horizon", "laborious", "honorary", "parameter", "re-sign", "error"]
)
def test_words_with_one_spelling_stay(word: str) -> None:
    assert folded_spelling(word) == word


def test_spelling_in_a_text_keeps_the_way_back() -> None:
    text = "They organize defense co-operation."
    folded = fold(text, spelling=True)
    assert folded.text == "They organise defence cooperation."
    start = folded.text.index("cooperation")
    begin, end = folded.original(start, start + len("cooperation"))
    assert text[begin:end] == "co-operation"


def test_a_digest_is_that_of_the_text_in_nfc_with_single_spaces() -> None:
    assert normalised("  cafe\u0301 \n\u00a0 au\tlait ") == "café au lait"
    expected = "sha256:" + hashlib.sha256("café au lait".encode()).hexdigest()
    assert sentence_digest("cafe\u0301  au lait\n") == expected
    assert sentence_digest("café au  Lait") != expected
    assert sentence_digest("\ud800").startswith("sha256:")
