"""Checks of evidence for people: what no longer stands first, with what to do, then a count of what does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.language.edits import word_edits
from clausetrack.model.evidence_check import EVIDENCE_STATES, EvidenceCheck, SetCheck, SourceCheck
from clausetrack.model.position import Position
from clausetrack.model.source import Evidence
from clausetrack.report.folding import fold
from clausetrack.report.redline import redline
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line, visible

_QUIET: Final = frozenset({"stands", "same"})
_UNCHECKED: Final = frozenset({"no-digest", "unchecked"})
"""States in which nothing is known to be wrong: told once a source."""

_STYLES: Final = {"stale": "error", "edited": "error", "unreadable": "error", "differs": "warning", "moved": "warning"}
_MARGIN: Final = "    "


def render(result: Sequence[SetCheck], options: Options) -> str:
    """Draw the checks of all files: what does not stand, then a line a file."""
    troubles = [line for checked in result for line in _troubles(checked, options)]
    counts = [line for checked in result for line in _counts(checked, options)] or ["no clause files"]
    return "\n".join([*troubles, *([""] if troubles else []), *counts]) + "\n"


def _troubles(checked: SetCheck, options: Options) -> Iterator[str]:
    for source in checked.sources:
        if source.state not in _QUIET and not (source.state == "unchecked" and source.found):
            what = f"the source '{one_line(source.source)}'"
            yield from _trouble(source.state, what, source.position, _source_advice(source), options)
    unchecked: dict[tuple[str, str], list[EvidenceCheck]] = {}
    for entry in checked.evidence:
        if entry.state in _UNCHECKED:
            unchecked.setdefault((entry.state, entry.evidence.source), []).append(entry)
        elif entry.state not in _QUIET:
            what = f"{one_line(entry.clause)} ← {_said(entry)}"
            yield from _trouble(entry.state, what, entry.position, _advice(entry), options)
            yield from _words(entry, options)
    for (state, name), entries in unchecked.items():
        more = f" and {len(entries) - 1} more" if len(entries) > 1 else ""
        what = f"{one_line(entries[0].clause)}{more} ← {one_line(name)}"
        yield from _trouble(state, what, entries[0].position, _advice(entries[0]), options)


def _trouble(state: str, what: str, position: Position | None, advice: str, options: Options) -> Iterator[str]:
    lead = f"{state}: "
    first, *more = fold(what, options.width, lead, _MARGIN)
    yield first.replace(lead, f"{paint(lead[:-1], _STYLES.get(state, 'info'), color=options.color)} ", 1)
    yield from more
    if position is not None:
        yield _MARGIN + paint(visible(str(position)), "place", color=options.color)
    yield from fold(one_line(advice), options.width, f"{_MARGIN}→ ", f"{_MARGIN}  ")


def _counts(checked: SetCheck, options: Options) -> Iterator[str]:
    counts = Counter(entry.state for entry in checked.evidence)
    parts = [f"{counts[state]} {state}" for state in EVIDENCE_STATES if counts[state]]
    number = len(checked.evidence)
    pieces = f"{number} piece{'' if number == 1 else 's'} of evidence"
    yield from fold(f"{visible(checked.file)}: {pieces}: {', '.join(parts) or 'none'}", options.width, "", _MARGIN)


def _said(entry: EvidenceCheck) -> str:
    """Name the place that evidence names."""
    evidence = entry.evidence
    numbers = {"page": evidence.page, "paragraph": evidence.paragraph, "sentence": evidence.sentence}
    places = [f"{name} {number}" for name, number in numbers.items() if number is not None]
    return ", ".join([one_line(evidence.source), *places])


def _words(entry: EvidenceCheck, options: Options) -> Iterator[str]:
    """Draw how the words of a sentence changed, where the former ones are known."""
    nearest = entry.nearest
    if nearest is not None and nearest.was and nearest.found_by != "typography":
        edits = word_edits(nearest.was, nearest.text)
        lines = redline(edits, options.width - len(_MARGIN) - 2, color=options.color, whole=True)
        yield from (f"{_MARGIN}  {line}" for line in lines)


def _place(evidence: Evidence | None) -> str:
    if evidence is None:
        return "another place"
    page = f"page {evidence.page}, " if evidence.page is not None else ""
    return f"{page}paragraph {evidence.paragraph}, sentence {evidence.sentence}"


def _source_advice(source: SourceCheck) -> str:
    return {
        "differs": f"the document at hand has other bytes than sha256 says ({(source.found or '')[:12]}…)",
        "unchecked": "there is neither a fingerprint nor a document to hold it against",
        "unreadable": f"its fingerprint cannot be read: {source.fault.what if source.fault else ''}",
    }[source.state]


def _advice(entry: EvidenceCheck) -> str:
    if entry.state == "moved":
        return f"the sentence now stands at {_place(entry.now)}"
    if entry.state == "edited" and entry.nearest is not None:
        place, nearest = _place(entry.now), entry.nearest
        if nearest.found_by == "typography":
            return f"the same but for typography: {place}"
        said = "" if nearest.was else f": {one_line(nearest.text)}"
        return f"most likely now {place} ({nearest.similarity:.0%} alike){said}"
    return {
        "stale": "no such sentence in the source; read it again",
        "no-digest": "there is no digest to look for; 'clausetrack source fingerprint' makes them",
        "unchecked": "nothing at hand to hold it against; give the document",
    }.get(entry.state, "")
