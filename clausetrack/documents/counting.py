"""How a list counts: the names of number formats in OOXML, and what each makes of a number.

The formats are those of ``ST_NumberFormat`` (ISO/IEC 29500-1, section 17.18.59), and ``decimal3`` to ``decimal5`` for
those with noughts before them that Word added ("001"). Where a format is not known, or a
number is beyond what it can show, the digits are shown, as word processors do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

MAX_REPEATS: Final = 30
"""How often a letter is repeated at most ("aaa" is 53): Word stops there too."""

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC: Final = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ALPHABETS: Final = {
    "lowerLetter": _LATIN,
    "upperLetter": _LATIN.upper(),
    "russianLower": _CYRILLIC,
    "russianUpper": _CYRILLIC.upper(),
    "chicago": "*†‡§",
}
"""Letters that are repeated from the second round on: y, z, aa, bb."""

_CYCLES: Final = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "aiueo": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "aiueoFullWidth": "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "iroha": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    "irohaFullWidth": "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    "ganada": "가나다라마바사아자차카타파하",
    "chosung": "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "arabicAbjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "hebrew2": "אבגדהוזחטיכלמנסעפצקרשת",
    "decimalEnclosedCircle": "".join(map(chr, range(0x2460, 0x2474))),
    "decimalEnclosedCircleChinese": "".join(map(chr, range(0x2460, 0x2474))),
    "decimalEnclosedParen": "".join(map(chr, range(0x2474, 0x2488))),
    "decimalEnclosedFullstop": "".join(map(chr, range(0x2488, 0x249C))),
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
"""Signs that stand for the first few numbers; after them, digits."""

_HAN: Final = "〇一二三四五六七八九"
_HAN_LEGAL: Final = "零壱弐参四伍六七八九"
_CHINESE_LEGAL: Final = "零壹贰叁肆伍陆柒捌玖"
_TAIWAN_LEGAL: Final = "零壹貳參肆伍陸柒捌玖"
_HANGUL: Final = "영일이삼사오육칠팔구"
_BY_PLACE: Final = {
    # Digits, the words for ten, hundred and thousand, and whether "ten" is "one ten".
    "japaneseCounting": (_HAN, "十百千", False),
    "chineseCounting": (_HAN, "十百千", False),
    "chineseCountingThousand": (_HAN, "十百千", False),
    "taiwaneseCounting": (_HAN, "十百千", False),
    "taiwaneseCountingThousand": (_HAN, "十百千", False),
    "japaneseLegal": (_HAN_LEGAL, "拾百阡", True),
    "chineseLegalSimplified": (_CHINESE_LEGAL, "拾佰仟", True),
    "ideographLegalTraditional": (_TAIWAN_LEGAL, "拾佰仟", True),
    "koreanCounting": (_HANGUL, "십백천", False),
}
_BY_DIGIT: Final = {
    "ideographDigital": _HAN,
    "japaneseDigitalTenThousand": _HAN,
    "taiwaneseDigital": _HAN,
    "koreanDigital2": "零一二三四五六七八九",
    "koreanDigital": _HANGUL,
    "decimalFullWidth": "０１２３４５６７８９",
    "decimalFullWidth2": "０１２３４５６７８９",
    "hindiNumbers": "०१२३४५६७८९",
    "thaiNumbers": "๐๑๒๓๔๕๖๗๘๙",
}
_ROMAN: Final = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_CARDINALS: Final = (
    *("Zero", "One", "Two", "Three", "Four", "Five", "Six"),
    *("Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen"),
    *("Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"),
)
_ORDINALS: Final = (
    *("Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth"),
    *("Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth", "Thirteenth"),
    *("Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth"),
)
_TENS: Final = ("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")


def shown(value: int, format: str) -> str:
    """Write a number as a list's format shows it: 4 in ``lowerRoman`` is "iv", in ``none`` nothing."""
    if format in {"none", "bullet"}:
        return ""
    if value > 0 and format in _ALPHABETS:
        return _repeated(value, _ALPHABETS[format])
    if 0 < value <= len(_CYCLES.get(format, "")):
        return _CYCLES[format][value - 1]
    if format in _BY_DIGIT:
        return "".join(_BY_DIGIT[format][int(digit)] if digit.isdecimal() else digit for digit in str(value))
    if format in _BY_PLACE:
        return _by_place(value, *_BY_PLACE[format])
    return _WRITERS[format](value) if format in _WRITERS else str(value)


def _repeated(value: int, letters: str) -> str:
    rounds, at = divmod(value - 1, len(letters))
    return letters[at] * (rounds + 1) if rounds < MAX_REPEATS else str(value)


def lettered(value: int) -> str:
    """Write a number in letters as a spreadsheet's columns have them: y, z, aa, ab. OpenDocument counts so."""
    if not 0 < value < 26**6:
        return str(value)
    letters = ""
    while value:
        value, at = divmod(value - 1, 26)
        letters = _LATIN[at] + letters
    return letters


def _roman(value: int) -> str:
    if not 0 < value < 4_000:  # noqa: PLR2004 - there is no sign for 5,000
        return str(value)
    parts = []
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        parts.append(sign * count)
    return "".join(parts)


def _by_place(value: int, digits: str, places: str, one_ten: bool) -> str:  # noqa: FBT001 - a row of the table
    if not 0 <= value < 10_000:  # noqa: PLR2004 - the words for more are not in the table
        return str(value)
    if value == 0:
        return digits[0]
    parts = []
    for place, digit in zip((3, 2, 1, 0), f"{value:04}", strict=True):
        if digit != "0":
            silent = digit == "1" and place and not one_ten
            parts.append(("" if silent else digits[int(digit)]) + (places[place - 1] if place else ""))
    return "".join(parts)


def _ordinal(value: int) -> str:
    teens = value % 100 // 10 == 1
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _in_words(value: int, units: tuple[str, ...]) -> str:
    if not 0 <= value < 100:  # noqa: PLR2004 - no list of an agreement counts further in words
        return str(value)
    if value < len(units):
        return units[value]
    ten, unit = _TENS[value // 10 - 2], value % 10
    if unit:
        return f"{ten}-{units[unit]}"
    return ten if units is _CARDINALS else f"{ten.removesuffix('y')}ieth"


_WRITERS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": lambda value: f"{value:02}",
    "decimal3": lambda value: f"{value:03}",
    "decimal4": lambda value: f"{value:04}",
    "decimal5": lambda value: f"{value:05}",
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda value: _in_words(value, _CARDINALS),
    "ordinalText": lambda value: _in_words(value, _ORDINALS),
    "hex": lambda value: f"{value:X}",
    "numberInDash": lambda value: f"- {value} -",
}
