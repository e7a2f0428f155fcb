"""Checks of evidence for people: what no longer stands first, with what to do, then a count of what does."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.model.evidence_check import EVIDENCE_STATES, EvidenceCheck, SetCheck, SourceCheck
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line, visible

_QUIET: Final = frozenset({"stands", "same"})
_STYLES: Final = {"stale": "error", "edited": "error", "unreadable": "error", "differs": "warning", "moved": "warning"}


def render(result: Sequence[SetCheck], options: Options) -> str:
    """Draw the checks of all files."""
    lines = [line for checked in result for line in _file(checked, options)]
    return "\n".join(lines) + "\n"


def _file(checked: SetCheck, options: Options) -> Iterator[str]:
    troubles = [line for source in checked.sources if source.state not in _QUIET for line in _source(source, options)]
    troubles += [line for entry in checked.evidence if entry.state not in _QUIET for line in _evidence(entry, options)]
    yield from troubles
    counts = Counter(entry.state for entry in checked.evidence)
    parts = [f"{counts[state]} {state}" for state in EVIDENCE_STATES if counts[state]]
    yield f"{visible(checked.file)}: {len(checked.evidence)} pieces of evidence: {', '.join(parts) or 'none'}"


def _source(source: SourceCheck, options: Options) -> Iterator[str]:
    what = {
        "differs": f"the document at hand has other bytes than sha256 says ({(source.found or '')[:12]}…)",
        "unchecked": "there is neither a fingerprint nor a document to hold it against",
        "unreadable": f"its fingerprint cannot be read: {source.fault.what if source.fault else ''}",
    }[source.state]
    yield f"{_place(source)}{_state(source.state, options)} source {visible(source.source)}: {visible(what)}"


def _evidence(entry: EvidenceCheck, options: Options) -> Iterator[str]:
    evidence = entry.evidence
    where = ", ".join(
        f"{name} {number}"
        for name, number in (
            ("page", evidence.page),
            ("paragraph", evidence.paragraph),
            ("sentence", evidence.sentence),
        )
        if number is not None
    )
    yield (
        f"{_place(entry)}{_state(entry.state, options)} {visible(entry.clause)}:"
        f" {visible(evidence.source)}{f', {where}' if where else ''}"
    )
    yield from textwrap.wrap(_advice(entry), options.width, initial_indent="    ", subsequent_indent="    ")


def _advice(entry: EvidenceCheck) -> str:
    if entry.state == "moved":
        paragraph, sentence = entry.places[0]
        return f"the sentence now stands in paragraph {paragraph}, sentence {sentence}"
    if entry.state == "edited" and entry.nearest is not None:
        evidence = entry.nearest.evidence
        place = f"paragraph {evidence.paragraph}, sentence {evidence.sentence}"
        return f"most likely now {place} ({entry.nearest.similarity:.0%} alike): {one_line(entry.nearest.text)}"
    advice = {
        "stale": "no such sentence in the source; read it again",
        "no-digest": "there is no digest to look for; 'clausetrack source fingerprint' makes them",
        "unchecked": "nothing at hand to hold it against; give the document",
    }
    return advice.get(entry.state, "")


def _place(entry: SourceCheck | EvidenceCheck) -> str:
    return f"{visible(str(entry.position))}: " if entry.position else ""


def _state(state: str, options: Options) -> str:
    return paint(state, _STYLES.get(state, "info"), color=options.color)
