"""Checks of evidence for programs: the JSON whose schema is `evidence`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from clausetrack.model.evidence_check import EVIDENCE_STATES, EvidenceCheck, SetCheck, SourceCheck
from clausetrack.model.source import Evidence
from clausetrack.report.jsonable import place, to_json
from clausetrack.report.registry import Options

SCHEMA: Final = "clausetrack/evidence/1"


def render(result: Sequence[SetCheck], options: Options) -> str:
    """Draw the checks of all files as JSON."""
    del options
    return to_json({"schema": SCHEMA, "files": [_file(checked) for checked in result]})


def _file(checked: SetCheck) -> dict[str, Any]:
    counts = Counter(entry.state for entry in checked.evidence)
    return {
        "file": checked.file,
        "sources": [_source(source) for source in checked.sources],
        "evidence": [_evidence(entry) for entry in checked.evidence],
        "summary": {state: counts[state] for state in EVIDENCE_STATES},
    }


def _source(source: SourceCheck) -> dict[str, Any]:
    return {
        "source": source.source,
        "state": source.state,
        "document": source.document,
        "expected": source.expected,
        "found": source.found,
        "fault": source.fault.what if source.fault else None,
        "position": place(source.position) if source.position else None,
    }


def _evidence(entry: EvidenceCheck) -> dict[str, Any]:
    nearest = entry.nearest
    return {
        "clause": entry.clause,
        **_said(entry.evidence),
        "state": entry.state,
        "places": [{"paragraph": paragraph, "sentence": sentence} for paragraph, sentence in entry.places],
        "nearest": {
            "text": nearest.text,
            "similarity": round(nearest.similarity, 4),
            "found_by": nearest.found_by,
            "was": nearest.was,
            "evidence": _said(nearest.evidence),
        }
        if nearest
        else None,
        "now": _said(entry.now) if entry.now else None,
        "position": place(entry.position) if entry.position else None,
    }


def _said(evidence: Evidence) -> dict[str, Any]:
    fields = {
        "source": evidence.source,
        "page": evidence.page,
        "paragraph": evidence.paragraph,
        "sentence": evidence.sentence,
        "digest": evidence.digest,
    }
    return {key: value for key, value in fields.items() if value is not None}
