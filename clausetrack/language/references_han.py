"""Cross-references in Japanese and Chinese: "第五条第二項", "附属書Ⅰ", "前項", "この条", "联合国宪章第五十一条"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from clausetrack.language.divisions import EAST_ASIAN
from clausetrack.language.numbering import EAST_ASIAN_BRANCH, EAST_ASIAN_LABEL, Label, numbers, parse_label
from clausetrack.language.numerals import HAN_NUMERALS
from clausetrack.language.reference import Reference, Standpoint

_ANNEXES: Final = {
    **dict.fromkeys(("附属書", "附件", "附則", "附则"), "annex"),
    **dict.fromkeys(("付録", "附录"), "appendix"),
    **dict.fromkeys(("別表", "別紙"), "schedule"),
}
_STANDPOINTS: Final[dict[str, Standpoint]] = {
    **dict.fromkeys(("この", "本", "同", "该", "該"), "this"),
    **dict.fromkeys(("前", "上"), "before"),
    **dict.fromkeys(("次", "下"), "after"),
}
# Patterns are compiled, and remembered, by the first search: agreements in other languages do not pay for them.
_LABELS: Final = rf"(?:{EAST_ASIAN_LABEL}{EAST_ASIAN_BRANCH}*)"
_REFERENCE: Final = (
    rf"(?:(?P<near>{'|'.join(_STANDPOINTS)})(?P<counter>[条條項款号號])"
    rf"|(?P<annex>{'|'.join(_ANNEXES)})\s?(?P<letter>[IVX]{{1,5}}|[Ⅰ-Ⅻ]|[A-Z]|[0-9０-９]{{1,3}}|[{HAN_NUMERALS}]{{1,3}})?"
    rf"|(?={_LABELS}))"
    rf"(?P<labels>{_LABELS}*)"
    r"(?P<number>[0-9０-９]{1,2}(?![0-9０-９.年月日箇か个%％]))?(?P<steps>(?:[(（][a-z0-9]{1,3}[)）])*)"
)
# An instrument's name is written without particles and signs, right before the reference or parted from it by の.
_INSTRUMENT: Final = (
    r"(?P<own>この)?(?P<name>[^\W\u3041-\u309f的和与及或在按据]{0,30}?"
    r"(?:条約|協定|議定書|憲章|規約|規則|法律|憲法|宣言|法|条约|协定|议定书|宪章|公约|条例|宪法|规则))の?\Z"
)
_OWN: Final = ("本", "当", "该", "該", "同")
# The longest stretch before a reference in which an instrument's name is looked for, in characters.
_REACH: Final = 34
_RANGE: Final = re.compile(r"から|至|到|ないし|乃至")
# A range that names more places is a slip or a trap, and stands for its ends.
_LONGEST_RANGE: Final = 100


def han_references(text: str) -> Iterator[Reference]:
    """Yield the references of a text in Japanese or Chinese, in reading order; a range is one."""
    last: Reference | None = None
    for match in re.finditer(_REFERENCE, text):
        reference = _with_instrument(text, _read(match))
        if last and _RANGE.fullmatch(text, last.end, reference.start):
            last = replace(last, end=reference.end, targets=_range(last.targets[0], reference.targets[0]))
            continue
        if last:
            yield last
        last = reference
    if last:
        yield last


def _read(match: re.Match[str]) -> Reference:
    labels = parse_label(match["labels"])
    steps = numbers(match["letter"] or "") + (labels.numbers if labels else ())
    steps += numbers((match["number"] or "") + match["steps"].replace("（", "(").replace("）", ")"))
    if match["near"]:
        kind = EAST_ASIAN[match["counter"]]
    else:
        kind = _ANNEXES[match["annex"]] if match["annex"] else labels.kind if labels else ""
    standpoint = _STANDPOINTS[match["near"]] if match["near"] else None
    return Reference(match.start(), match.end(), (Label(kind, steps),), standpoint)


def _with_instrument(text: str, reference: Reference) -> Reference:
    if reference.standpoint:
        return reference
    found = re.search(_INSTRUMENT, text[max(0, reference.start - _REACH) : reference.start])
    if found is None:
        return reference
    name = found["name"]
    external = not found["own"] and not name.startswith(_OWN) and len(name) > len("議定書")
    return replace(reference, instrument=name, external=external)


def _range(first: Label, last: Label) -> tuple[Label, ...]:
    low, high = first.numbers[-1:], last.numbers[-1:]
    between = range(0)
    if low and high and low[0].isdigit() and high[0].isdigit() and int(high[0]) - int(low[0]) <= _LONGEST_RANGE:
        between = range(int(low[0]) + 1, int(high[0]))
    return (first, *(Label(first.kind, (*first.numbers[:-1], str(number))) for number in between), last)
