"""Quantities in Japanese and Chinese: "二〇二四年十一月一日", "六箇月", "毎年", "百万円", "三分の二"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from clausetrack.language.numerals import HAN_NUMERALS, han_value
from clausetrack.language.printed_numbers import plain
from clausetrack.language.quantity import Quantity
from clausetrack.language.references_han import han_references

# Patterns are compiled, and remembered, by the first search: agreements in other languages do not pay for them.
# Not inside a longer number: each run of numerals is looked at once.
_NUMBER: Final = (
    rf"(?<![0-9０-９.,{HAN_NUMERALS}])"
    rf"(?:[0-9０-９]+(?:[.,，．][0-9０-９]+)*(?:[万億千百亿][0-9０-９]*)*|[{HAN_NUMERALS}]+)"
)
# The year before the first of each era: Reiwa 1 is 2019.
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911}
_DATE: Final = (
    rf"(?P<era>{'|'.join(_ERAS)})?(?P<year>元|{_NUMBER})年(?:(?P<month>{_NUMBER})月(?:(?P<day>{_NUMBER})日)?)?"
)
_TIMES: Final = {
    **dict.fromkeys(("年間", "年间", "年", "箇年", "か年", "カ年"), "Y"),
    **dict.fromkeys(("箇月", "か月", "ヶ月", "ヵ月", "カ月", "ケ月", "个月"), "M"),
    **dict.fromkeys(("週間", "週", "周", "个星期", "星期"), "W"),
    **dict.fromkeys(("営業日", "个工作日", "工作日", "日間", "日", "天"), "D"),
    **dict.fromkeys(("時間", "个小时", "小时"), "TH"),
    **dict.fromkeys(("分間", "分钟"), "TM"),
}
_WORKING: Final = ("営業日", "个工作日", "工作日")
_UNITS: Final = "|".join(sorted(_TIMES, key=len, reverse=True))
_FREQUENCY: Final = (
    rf"[毎每](?P<unit>年|月|週|周|日)(?:に?(?P<times>{_NUMBER})[回次])?"
    rf"|(?P<number>{_NUMBER})(?P<every>{_UNITS})(?:ごと|毎)|每(?P<each>{_NUMBER})(?P<period>年|个月|周|天)"
)
_DURATION: Final = rf"(?<!第)(?P<number>{_NUMBER})(?P<unit>{_UNITS})"
_CURRENCIES: Final = {
    **dict.fromkeys(("円", "日元"), "JPY"),
    **dict.fromkeys(("元", "人民币"), "CNY"),
    **dict.fromkeys(("米ドル", "ドル", "美元"), "USD"),
    **dict.fromkeys(("ユーロ", "欧元"), "EUR"),
    **dict.fromkeys(("ポンド", "英镑"), "GBP"),
}
_AMOUNT: Final = rf"(?P<number>{_NUMBER})(?P<unit>{'|'.join(sorted(_CURRENCIES, key=len, reverse=True))})"
_PERCENTAGE: Final = rf"(?P<number>{_NUMBER})(?:パーセント|[%％])|百分之(?P<chinese>{_NUMBER})"
_FRACTION: Final = rf"(?P<below>{_NUMBER})分[の之](?P<above>{_NUMBER})"
_COUNT: Final = rf"(?<!第)(?P<number>{_NUMBER})(?P<unit>か国|箇国|人|名|件|通|部|個|个|项|条)"
_SHORTEST_YEAR: Final = 1000


def han_quantities(text: str) -> tuple[Quantity, ...]:
    """Give the quantities of a text in Japanese or Chinese in reading order; none overlaps another or a reference."""
    taken = bytearray(len(text))
    kept: list[Quantity] = []
    for reference in han_references(text):
        taken[reference.start : reference.end] = b"\1" * (reference.end - reference.start)
    for found in _all(text):
        if 1 not in taken[found.start : found.end]:
            taken[found.start : found.end] = b"\1" * (found.end - found.start)
            kept.append(found)
    return tuple(sorted(kept, key=lambda quantity: quantity.start))


def _all(text: str) -> Iterator[Quantity]:
    """Yield what could be a quantity, the surer kinds first."""
    yield from _dates(text)
    for match in re.finditer(_FREQUENCY, text):
        yield from _frequency(match)
    for match in re.finditer(_PERCENTAGE, text):
        yield Quantity("percentage", *match.span(), _plain(match["number"] or match["chinese"]))
    for match in re.finditer(_FRACTION, text):
        yield Quantity("fraction", *match.span(), f"{_plain(match['above'])}/{_plain(match['below'])}")
    for match in re.finditer(_AMOUNT, text):
        yield Quantity("amount", *match.span(), _plain(match["number"]), _CURRENCIES[match["unit"]])
    for match in re.finditer(_DURATION, text):
        unit = "business" if match["unit"] in _WORKING else ""
        yield Quantity("duration", *match.span(), _period(match["number"], match["unit"]), unit)
    for match in re.finditer(_COUNT, text):
        yield Quantity("count", match.start(), match.end("number"), _plain(match["number"]), match["unit"])


def _dates(text: str) -> Iterator[Quantity]:
    for match in re.finditer(_DATE, text):
        year = 1 if match["year"] == "元" else int(_value(match["year"]))
        year += _ERAS.get(match["era"] or "", 0)
        month, day = (int(_value(match[part])) if match[part] else 0 for part in ("month", "day"))
        if year < _SHORTEST_YEAR or (match["year"] == "元" and not match["era"]):
            continue
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            continue
        value = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
        yield Quantity("date", *match.span(), value)


def _frequency(match: re.Match[str]) -> Iterator[Quantity]:
    if match["unit"]:
        period = _period("1", {"月": "箇月", "日": "日"}.get(match["unit"], match["unit"]))
        times = _plain(match["times"]) if match["times"] else "1"
        yield Quantity("frequency", *match.span(), period if times == "1" else f"R{times}/{period}")
    else:
        number, unit = match["number"] or match["each"], match["every"] or match["period"]
        yield Quantity("frequency", *match.span(), _period(number, unit))


def _period(number: str, unit: str) -> str:
    designator = _TIMES[unit]
    clock = "T" if designator.startswith("T") else ""
    return f"P{clock}{_plain(number)}{designator[-1]}"


def _plain(printed: str) -> str:
    return plain(_value(printed))


def _value(printed: str) -> Decimal:
    """Give the value of digits, of Han numerals, or of digits with Han multipliers ("1億2000万")."""
    if printed[0] in HAN_NUMERALS:
        return Decimal(han_value(printed) or 0)
    total = Decimal(0)
    for number, multiplier in re.findall(rf"([0-9０-９.,，．]+)([{HAN_NUMERALS}]?)", printed):
        total += Decimal(re.sub(r"[,，]", "", number).replace("．", ".").rstrip(".")) * (han_value(multiplier) or 1)
    return total
