"""Small units in scripts that are written without spaces: Han, kana, Thai, Lao, Khmer and Burmese.

There is no dictionary of a language here, only what a redline needs: units that are seldom cut inside a word, and that
find each other again after an insertion. Katakana runs are one unit. Hiragana is cut at particles and auxiliaries, and
what is left after a kanji is its inflection (okurigana) and stays with it. Han runs are cut by maximal munch over a
list of common words of agreements (``words-han.txt``), grammatical characters and numerals; what lies between stays
whole if short. The scripts of South-East Asia are cut into orthographic syllables, which never separate a base letter
from its marks.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

HAN: Final = "\u3005-\u3007\u30f6\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HIRAGANA: Final = "\u3041-\u309f"
KATAKANA: Final = "\u30a1-\u30f5\u30f7-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
THAI: Final = "\u0e01-\u0e3a\u0e40-\u0e4e"
LAO: Final = "\u0e81-\u0ece\u0edc-\u0edf"
KHMER: Final = "\u1780-\u17d3\u17d7\u17dc\u17dd"
BURMESE: Final = "\u1000-\u103f\u1050-\u109f"
UNSPACED: Final = HAN + HIRAGANA + KATAKANA + THAI + LAO + KHMER + BURMESE
"""Ranges for a character class; digits and punctuation of these scripts are left to the common rules."""

UNSPACED_SPAN: Final = "\u0e01-\u109f\u1780-\u17dd\u3005-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
"""A wider, shorter class: a text without any of these has none of the others."""

_NUMERALS: Final = "一二三四五六七八九十百千万萬億亿兆零〇两兩"
_LABEL: Final = f"第[0-9０-９{_NUMERALS}]+[条條項项号號章節节款編编部]"

# Auxiliaries first: the longest that fits is taken. A single particle that often begins an inflection is a particle
# only where that inflection does not follow.
_FUNCTION_WORDS: Final = (
    "なければならない|することができ|ことができない|ことができる|ところ|ものとする|についての|に関する|における|"
    "において|によって|により|による|について|にかかわらず|に対して|に対する|とともに|しなければ|ならない|されている|"
    "している|されない|された|される|させる|しない|しては|する|した|して|こと|もの|ための|ため|など|から|まで|より|"
    "として|とする|ない|ある|いる|その|この|それぞれ|"
    "を|に|の|で|は(?!たす)|が(?![るりれろっ])|と(?!もに)|も|へ|や(?![かすせさし])|し(?=、)"
)
_KANJI_WITH_KANA: Final = "又は|若しくは|及び|並びに|但し|全ての|直ちに|速やかに|互いに|共に|必ず|又|即ち"


def unit_pattern() -> str:
    """Give a pattern of one unit; a Han run, which may carry its inflection, still has to go to :func:`han_units`."""
    inflection = f"(?!{_FUNCTION_WORDS})[{HIRAGANA}]"
    return (
        f"{_LABEL}(?:の[{_NUMERALS}]+)?"
        f"|{_KANJI_WITH_KANA}"
        f"|(?:(?!{_LABEL})[{HAN}])+(?:{inflection})*"
        f"|[{KATAKANA}]+"
        f"|(?:{_FUNCTION_WORDS})|(?:{inflection})+"
        "|[\u0e40-\u0e44]?[\u0e01-\u0e2e][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*[\u0e30\u0e32\u0e33\u0e45\u0e46]?"
        "|[\u0ec0-\u0ec4]?[\u0e81-\u0eae\u0edc-\u0edf][\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]*[\u0eb0\u0eb2\u0eb3\u0ebd]?"
        "|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3\u17dd])*"
        "|[\u1000-\u102a\u103f\u1050-\u1055](?:\u1039[\u1000-\u102a]|[\u102b-\u103e\u1056-\u109f])*"
        "(?:[\u1000-\u1021]\u103a[\u1037\u1038]*)*"
        f"|[{THAI}{LAO}{KHMER}{BURMESE}]"
    )


_WORD_LIST: Final = Path(__file__).parent / "words-han.txt"
# Four characters: longer entries of the list are compounds of shorter ones.
_LONGEST_WORD: Final = 4
# An unknown stretch up to this length is one unit: a two-character word with an affix ("締約国").
_LONGEST_UNKNOWN: Final = 3
_GRAMMATICAL: Final = frozenset(
    "的是在和与與或不应應将將可为為之于於等及各本该該对對由其所有并並且但若如则則而以至从從"
    "向被把未无無须須得会會能经經按已均即者"
)


@cache
def _han_run() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]+")


@cache
def _words() -> frozenset[str]:
    listed = _WORD_LIST.read_text(encoding="utf-8")
    return frozenset(word for line in listed.splitlines() if not line.startswith("#") for word in line.split())


def is_han(piece: str) -> bool:
    """Say whether a piece begins with a Han character."""
    return piece[0] >= HAN[0] and _han_run().match(piece) is not None


@lru_cache(maxsize=4096)
def han_units(piece: str) -> tuple[str, ...]:
    """Cut a Han run, with the inflection that may follow it, into units; joined they give ``piece``."""
    run = _han_run().match(piece)
    end = run.end() if run else 0
    if end == len(piece) <= 1 or piece.startswith("第"):
        return (piece,)
    units = _munch(piece[:end])
    units[-1] += piece[end:]
    return tuple(units)


def _munch(run: str) -> list[str]:
    words, units = _words(), []
    start = unknown = 0
    while start < len(run):
        length = _known_length(run, start, words)
        if length:
            units += _pairs(run[unknown:start])
            units.append(run[start : start + length])
            unknown = start + length
        start += length or 1
    return units + _pairs(run[unknown:])


def _known_length(run: str, start: int, words: frozenset[str]) -> int:
    for length in range(min(_LONGEST_WORD, len(run) - start), 1, -1):
        if run[start : start + length] in words:
            return length
    if run[start] in _NUMERALS:
        end = start
        while end < len(run) and run[end] in _NUMERALS:
            end += 1
        return end - start
    return int(run[start] in _GRAMMATICAL)


def _pairs(unknown: str) -> list[str]:
    if len(unknown) <= _LONGEST_UNKNOWN:
        return [unknown] if unknown else []
    return [unknown[start : start + 2] for start in range(0, len(unknown), 2)]
