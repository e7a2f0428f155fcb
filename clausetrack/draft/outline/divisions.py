"""The divisions that have a name: which of the labels at the starts of lines head one, told by their sequence.

"Article 5" at the start of a line heads an article where 4 went before; it is prose, or quoted from another agreement,
where it is not due and the number that is due still comes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from clausetrack.draft.outline.attached import attached_name
from clausetrack.draft.outline.headings import JOINING
from clausetrack.draft.outline.lines import Line, looks_heading
from clausetrack.draft.outline.marks import Reading, exceeds, follows, is_first, readings
from clausetrack.draft.outline.names import ANNEXES, RANKS, UNITS, Name, misread, name, plain_name, slipped_name
from clausetrack.draft.outline.words import SIGNATURE, opening

_LONGEST_NAME: Final = 300
"""Characters of the longest line that is the heading of an annex without a number."""

_FEWEST_PARAGRAPHS: Final = 3
"""Labels "Paragraph 1" in sequence that show that a text is divided so."""

_BEFORE_ANNEX: Final = 3
"""Lines of prose, labels or markers before the first annex: without them it is the document's own title."""


_HEADED: Final = 3
"""Lines from a label to one that stands right under it: the headings of both may be between."""


class Candidate(NamedTuple):
    """A label at the start of a line.

    ``strong``: it looks like a heading. ``doubted``: a colon, or a sentence that goes on, came before it, or before the
    labels that it is listed with. ``prose`` is how many lines up to there are no headings.
    """

    line: int
    name: Name
    strong: bool
    doubted: bool
    prose: int = 0


class Division(NamedTuple):
    """A division that begins on a line."""

    line: int
    name: Name
    reading: Reading | None


def candidates(lines: Sequence[Line], skipped: frozenset[int]) -> list[Candidate]:
    """Give the labels of divisions at the starts of lines, in reading order."""
    found: list[Candidate] = []
    prose = 0
    for index, line in enumerate(lines):
        if index in skipped or line.is_quoted or line.bullet or line.marks:
            prose += 1
            continue
        label = name(line.full) or (_unnumbered(line) if len(line.full) <= _LONGEST_NAME else None)
        strength = _strength(line, label) if label else None
        if label is None and (label := slipped_name(line.full)):
            strength = False
        prose += strength is None and not line.says_heading and not looks_heading(line.full)
        if label and strength is not None:
            before = lines[index - 1].full if index else ""
            if _may_end_sentence(line, label):
                if _is_open(before):
                    continue
                strength = False
            alike = found[-1:] if _is_listed(lines, index, label, found) else []
            doubted = before.endswith(":") or _is_open(before) or any(each.doubted for each in alike)
            found.append(Candidate(index, label, strength, doubted, prose))
    alone = {each.line for each in found if each.name.readings and each.name.rest >= len(lines[each.line].full)}
    # an article may be headed "Annex"
    return [each for each in found if each.name.readings or each.line - 1 not in alone]


def _unnumbered(line: Line) -> Name | None:
    label = plain_name(line.full)
    if label is None and (line.says_heading or line.full.isupper()):
        label = attached_name(line.full)
    return label


def _is_listed(lines: Sequence[Line], index: int, label: Name, found: Sequence[Candidate]) -> bool:
    """Say whether a label right behind another of its kind has as little to say as that one: a list of provisions."""
    if not found or found[-1].line != index - 1 or found[-1].name.kind != label.kind:
        return False
    return not lines[index].full[label.rest :].strip() and not lines[index - 1].full[found[-1].name.rest :].strip()


def _may_end_sentence(line: Line, label: Name) -> bool:
    """Say whether a line, "Annex I." and no more, may be the end of a sentence that began on the page before."""
    return label.kind in ANNEXES and not line.says_heading and line.full[label.end :].strip() == "."


def _is_open(before: str) -> bool:
    """Say whether a line is a sentence that goes on: "… under the rules laid down in"."""
    is_word = before[-1:].islower() and before[-1:].isalpha()
    return is_word and (not looks_heading(before) or JOINING.search(before) is not None)


def _strength(line: Line, label: Name) -> bool | None:
    """Say whether a label surely heads a division, perhaps (False), or is prose (None)."""
    rest = line.full[label.rest :].strip()
    if line.says_heading:
        return True
    if not rest:
        # "Annex I to the Agreement" may be a line of a sentence
        return label.kind not in ANNEXES or not line.full[label.end :].strip()[:1].islower()
    if not label.readings:
        titled = label.sign or rest[0].islower() or label.printed.isupper()
        return True if titled and looks_heading(line.full) else None
    if rest[0].islower():
        return False if label.kind in ANNEXES and looks_heading(line.full) else None
    if label.sign or rest[0] in "(（[" or looks_heading(rest) or "\u3040" <= rest[0] <= "\u9fff":
        return True
    return False if rest[0].isalnum() or rest[0] in '“"«„' else None


def annexes(lines: Sequence[Line], found: Sequence[Candidate]) -> list[Division]:
    """Give the annexes, schedules and protocols, each of which is an agreement's text of its own."""
    start = _body(lines, found)
    outer: list[Division] = []
    for kinds in ({"protocol"}, {"annex", "schedule"}, {"appendix"}):
        resets = sorted(division.line for division in outer)
        for kind in sorted(kinds):
            own = [each for each in found if each.name.kind == kind and each.line >= start]
            outer += _chain(own, resets)
    signed = _signed(lines)
    behind = min((signed, *(division.line for division in outer)))
    outer += _chain([each for each in found if each.name.kind == "declaration" and each.line > behind], [])
    return sorted(outer)


def _signed(lines: Sequence[Line]) -> int:
    """Give the line with which the words over the signatures begin; the number of lines where there are none."""
    begins = opening(SIGNATURE)
    return next((at for at, line in enumerate(lines) if not line.marks and begins.match(line.full)), len(lines))


def _body(lines: Sequence[Line], found: Sequence[Candidate]) -> int:
    """Give the first line that something stands before, so that an annex may begin."""
    units = {each.line for each in found if each.name.kind not in ANNEXES}
    seen = 0
    for index, line in enumerate(lines):
        if seen >= _BEFORE_ANNEX:
            return index
        seen += bool(line.marks) or index in units or not looks_heading(line.full)
    return len(lines)


def divisions(found: Iterable[Candidate]) -> list[Division]:
    """Give the divisions of one region: an agreement without its annexes, or an annex. In reading order."""
    by_kind: dict[str, list[Candidate]] = defaultdict(list)
    for each in found:
        if each.name.kind not in ANNEXES:
            by_kind[each.name.kind].append(each)
    accepted: list[Division] = []
    for kind in order(each for group in by_kind.values() for each in group):
        if kind == "paragraph" and any(division.name.kind in UNITS for division in accepted):
            # "Paragraph 2" is the heading of one in memoranda alone
            continue
        chain = _chain(by_kind[kind], sorted(division.line for division in accepted))
        accepted += chain if kind != "paragraph" or len(chain) >= _FEWEST_PARAGRAPHS else []
    return sorted(accepted)


def order(found: Iterable[Candidate]) -> list[str]:
    """Give the kinds of divisions from the outermost in: as usual, unless their labels stand on each other otherwise.

    "Article I" and at once "Section 1" show that sections are parts of articles there.
    """
    ordered = sorted(found)
    on: Counter[tuple[str, str]] = Counter()
    for above, below in pairwise(ordered):
        if below.line - above.line <= _HEADED and above.prose == below.prose and above.strong:
            on[above.name.kind, below.name.kind] += 1
    kinds = sorted({each.name.kind for each in ordered}, key=RANKS.__getitem__)
    for at in range(1, len(kinds)):
        while at and on[kinds[at], kinds[at - 1]] > on[kinds[at - 1], kinds[at]]:
            kinds[at - 1], kinds[at] = kinds[at], kinds[at - 1]
            at -= 1  # noqa: PLW2901 - insertion sort
    return kinds


def units(found: Iterable[Division], ordered: Sequence[str]) -> str | None:
    """Give the innermost kind of division that can be a clause; None where there is none."""
    kinds = {division.name.kind for division in found}
    return next((kind for kind in reversed(ordered) if kind in kinds and kind in UNITS), None)


def _chain(found: Sequence[Candidate], resets: Sequence[int]) -> list[Division]:
    """Choose the labels of one kind that are in sequence; counting may begin anew behind a reset."""
    places = _places(found)
    chain: list[Division] = []
    last: Reading | None = None
    for each in found:
        since = chain[-1].line if chain else -1
        fresh = bisect_right(resets, each.line) > bisect_right(resets, since)
        reading = _due(each, last, places) or _anew(each, last, places, fresh=fresh or not chain)
        if reading or (not each.name.readings and each.strong):
            chain.append(Division(each.line, _mended(each.name, reading), reading))
            last = reading or last
    return chain


def _mended(label: Name, reading: Reading | None) -> Name:
    """Give a label whose number was misread ("3l", "Vl") as it was printed."""
    word, _, number = label.printed.rpartition(" ")
    if reading is None or not word or readings(number)[:1] == (reading,):
        return label
    form = next((form for form, found in misread(number).items() if found == reading), number)
    return label._replace(printed=f"{word} {form}")


_Places = dict[tuple[str, tuple[int, ...]], list[int]]


def _places(found: Iterable[Candidate]) -> _Places:
    """Give the lines on which each number surely heads something."""
    places: _Places = defaultdict(list)
    for each in found:
        for reading in each.name.readings:
            if each.strong and not reading.suffix:
                places[reading.alphabet, reading.value].append(each.line)
    return places


def _next_place(places: _Places, reading: Reading, step: int, line: int) -> int | None:
    """Give the next line behind one where the number ``step`` further on heads something."""
    known = places.get((reading.alphabet, (*reading.value[:-1], reading.value[-1] + step)), [])
    at = bisect_right(known, line)
    return known[at] if at < len(known) else None


def _due(each: Candidate, last: Reading | None, places: _Places) -> Reading | None:
    """Give the reading that comes next, or farther on where what comes next is nowhere."""
    if last is None:
        return None
    for reading in each.name.readings:
        if follows(last, reading):
            again = _next_place(places, reading, 0, each.line)
            return None if again is not None and (each.doubted or not each.strong) else reading
    for reading in each.name.readings:
        missing = _next_place(places, last, 1, each.line) is None
        if each.strong and not each.doubted and missing and exceeds(last, reading):
            return reading
    return None


def _anew(each: Candidate, last: Reading | None, places: _Places, *, fresh: bool) -> Reading | None:
    """Give the reading with which counting begins."""
    first = next(filter(is_first, each.name.readings), None)
    if first is None:
        started = any(is_first(Reading(*key)) for key in places)
        return each.name.readings[0] if last is None and each.strong and each.name.readings and not started else None
    if fresh:
        return first if each.strong or _next_place(places, first, 0, each.line) is None else None
    second = _next_place(places, first, 1, each.line)
    due = _next_place(places, last, 1, each.line) if last else None
    return first if each.strong and not each.doubted and second is not None and (due is None or second < due) else None
