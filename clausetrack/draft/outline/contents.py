"""The table of contents: lines that come back later as the headings of the document, and do no double duty."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.draft.outline.lines import Line, looks_heading
from clausetrack.draft.outline.names import name
from clausetrack.draft.outline.words import CONTENTS, whole

_FEWEST: Final = 3
"""Entries of the shortest table of contents. Two lines that come back are a title that is printed twice."""

_SPREAD: Final = 1.4
"""Lines from one heading to the next, at least, on average, that the entries come back as: an article without any text
has a label and a heading. Lists that are repeated come back line by line."""

_GAP: Final = 3
"""Entries next to each other of which the headings are not in the text."""

_LONGEST: Final = 300
"""Characters of the longest line that is looked at: no heading is longer."""

_PAGE: Final = re.compile(r"(?:[\s.·…_]*[.·…_]{2,}\s*|\s+)(?:[0-9]{1,4}|[ivxlc]{1,6})\s*\Z|[.·…_]{2,}\s*\Z")


def contents(lines: Sequence[Line]) -> frozenset[int]:
    """Give the indices of the lines of a table of contents, its heading included."""
    found = _found(lines)
    runs = [found[start:end] for start, end in _runs(found, lines) if _is_table(found[start:end])]
    inside = {index for run in runs for index in range(run[0][0], run[-1][0] + 1)}
    heads = {index for index, line in enumerate(lines) if whole(CONTENTS).fullmatch(line.text)}
    headings = {back for _, back in found}
    follow = {index for head in heads for index in _following(lines, head, headings)}
    named = {head for head in heads if head + 1 in inside or head + 1 in follow}
    return frozenset(inside | follow | named)


def _found(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Give (line, next line where it comes back) for all lines that do."""
    places: dict[str, list[int]] = defaultdict(list)
    short = [len(line.full) <= _LONGEST for line in lines]
    for index, line in enumerate(lines):
        following = lines[index + 1].text if index + 1 < len(lines) and short[index + 1] else ""
        for form in (
            (line.full, line.text, f"{line.full} {following}", f"{line.text} {following}") if short[index] else ()
        ):
            if line.says_heading or looks_heading(form):
                places[_key(form)].append(index)
    pairs = []
    for index, line in enumerate(lines):
        if not short[index] or not (looks_heading(line.text) or _PAGE.search(line.text)):
            continue
        forms = {_key(_PAGE.sub("", form)) for form in (line.full, line.text)} | {_key(line.full), _key(line.text)}
        backs = (_next(places.get(form, ()), index) for form in forms - {""})
        back = min(filter(None, backs), default=None)
        if back:
            pairs.append((index, back))
    return pairs


def _next(places: Sequence[int], index: int) -> int | None:
    at = bisect_right(places, index)
    return places[at] if at < len(places) else None


def _key(text: str) -> str:
    return "".join(re.findall(r"\w+", text.lower()))


def _runs(found: Sequence[tuple[int, int]], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of lines near each other that come back behind the stretch, in their order."""
    start = 0
    for at in range(1, len(found) + 1):
        if at == len(found) or found[at][1] <= found[at - 1][1] or not _is_near(lines, found[at - 1][0], found[at][0]):
            yield start, at
            start = at


def _is_near(lines: Sequence[Line], before: int, after: int) -> bool:
    """Say whether nothing but other entries stands between two lines: a heading may have gone, or be worded anew."""
    return after - before <= _GAP + 1 and all(looks_heading(line.text) for line in lines[before + 1 : after])


def _is_table(run: Sequence[tuple[int, int]]) -> bool:
    (_, back), (last, end) = run[0], run[-1]
    return len(run) >= _FEWEST and back > last and end - back >= _SPREAD * (len(run) - 1)


def _following(lines: Sequence[Line], head: int, headings: set[int]) -> Iterator[int]:
    """Yield the lines behind a heading "Contents" that end in a page number, up to what the first of them lists."""
    for index in range(head + 1, len(lines)):
        text = lines[index].text
        if index in headings or len(text) > _LONGEST or not _PAGE.search(text) or _is_alone(lines[index]):
            return
        yield index


def _is_alone(line: Line) -> bool:
    """Say whether a line is the label of a division, the number of which is no page's."""
    label = name(line.full)
    return label is not None and not line.full[label.rest :].strip()
