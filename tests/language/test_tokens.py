from __future__ import annotations

import unicodedata

import pytest

from clausetrack.language.tokens import Token, pieces, tokens, words

# A bar stands between pieces.
TEXTS = [
    "The| |Parties| |shall|,| |under| |Article| |5(2)(a)|,| |pay| |€|1,000.50|.",
    "by| |2024-11-01|,| |at| |12:30|,| |5|%|",
    "U.S.| |law|,| |e.g.| |a| |co-operative|,| |l’accord|,| |the| |Party's",
    "see| |https://example.org/a?b=1|,| |example.com|;| |me@example.com",
    "one|\n\n|two|\u00a0\u3000|three|\t",
    "Party|(s)| |(a)| |(iii)| |wait|...| |end|.|Next",
    "“|quoted|”| |—| |dash",
    "e\u0301te\u0301| |con\u00adfidential",
    "समझौता| |के| |पक्षकार|।",
    "اتفاقيّة| |التعاون",
    "협정에| |따라",
    "締約国|は|、|防衛|協力|について|協議|する|。",
    "第五条|第二項|に|定める|ところ|により|、|附属書|Ⅰ|を|改正|する|。",
    "EU|加盟国|と|サイバー|・|セキュリティ|の|情報",
    "缔约|双方|应当|在|六个月|内|提交|年度|报告|。",
    "ให้",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_pieces(marked: str) -> None:
    assert pieces(marked.replace("|", "")) == [piece for piece in marked.split("|") if piece]


def test_no_pieces_in_nothing() -> None:
    assert pieces("") == []
    assert list(tokens("")) == []


def test_tokens_have_offsets_and_know_gaps() -> None:
    found = list(tokens("The  Party."))
    assert found == [Token("The", 0, 3), Token("  ", 3, 5), Token("Party", 5, 10), Token(".", 10, 11)]
    assert [token.is_gap for token in found] == [False, True, False, False]


def test_words_leave_signs_and_gaps_out() -> None:
    assert words("The Parties (and others), 5 % of 2024.") == ["The", "Parties", "and", "others", "5", "of", "2024"]


def test_marks_stay_with_their_letters_in_every_spaced_script() -> None:
    scripts = (
        "LATIN",
        "CYRILLIC",
        "HEBREW",
        "ARABIC",
        "DEVANAGARI",
        "BENGALI",
        "TAMIL",
        "TELUGU",
        "SINHALA",
        "ETHIOPIC",
    )
    marks = [
        chr(code)
        for code in range(0x300, 0x1400)
        if unicodedata.category(chr(code)) in {"Mn", "Mc"} and unicodedata.name(chr(code), "").startswith(scripts)
    ]
    assert len(marks) > 100
    assert [mark for mark in marks if pieces(f"ab{mark}c") != [f"ab{mark}c"]] == []
