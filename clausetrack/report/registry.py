"""All renderers, by the kind of result and the format. A new one is its file and one line here.

A renderer is a module with ``render(result, options) -> str``, or ``bytes`` for a format that is not text; it is
imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple

from clausetrack.errors import UnknownNameError, nearest
from clausetrack.model.finding import RuleInfo

RENDERERS: Final[dict[str, dict[str, str]]] = {
    "findings": {
        "text": "clausetrack.report.findings_text",
        "json": "clausetrack.report.findings_json",
        "sarif": "clausetrack.report.findings_sarif",
        "junit": "clausetrack.report.findings_junit",
        "github": "clausetrack.report.findings_github",
        "gitlab": "clausetrack.report.findings_gitlab",
    },
    "diff": {
        "text": "clausetrack.report.diff_text",
        "json": "clausetrack.report.diff_json",
        "markdown": "clausetrack.report.diff_markdown",
        "html": "clausetrack.report.diff_html",
        "docx": "clausetrack.report.diff_docx",
        "csv": "clausetrack.report.diff_csv",
        "xlsx": "clausetrack.report.diff_xlsx",
        "svg": "clausetrack.report.diff_svg",
        "sarif": "clausetrack.report.findings_sarif",
        "junit": "clausetrack.report.findings_junit",
        "github": "clausetrack.report.findings_github",
        "gitlab": "clausetrack.report.findings_gitlab",
    },
    "changeset": {
        "text": "clausetrack.report.changeset_text",
        "json": "clausetrack.report.changeset_json",
        "markdown": "clausetrack.report.changeset_markdown",
        "sarif": "clausetrack.report.findings_sarif",
        "junit": "clausetrack.report.findings_junit",
        "github": "clausetrack.report.findings_github",
        "gitlab": "clausetrack.report.findings_gitlab",
    },
    "conflicts": {
        "text": "clausetrack.report.conflicts_text",
        "json": "clausetrack.report.conflicts_json",
    },
    "explanation": {
        "text": "clausetrack.report.explanation_text",
        "json": "clausetrack.report.explanation_json",
    },
    "evidence": {
        "text": "clausetrack.report.evidence_text",
        "json": "clausetrack.report.evidence_json",
    },
    "timeline": {
        "text": "clausetrack.report.timeline_text",
        "json": "clausetrack.report.timeline_json",
        "markdown": "clausetrack.report.timeline_markdown",
        "html": "clausetrack.report.timeline_html",
        "svg": "clausetrack.report.timeline_svg",
        "atom": "clausetrack.report.timeline_atom",
    },
    "agenda": {
        "text": "clausetrack.report.agenda_text",
        "json": "clausetrack.report.agenda_json",
        "markdown": "clausetrack.report.agenda_markdown",
        "ics": "clausetrack.report.agenda_ics",
    },
    "blame": {
        "text": "clausetrack.report.blame_text",
        "json": "clausetrack.report.blame_json",
        "markdown": "clausetrack.report.blame_markdown",
        "html": "clausetrack.report.blame_html",
    },
    "lineage": {
        "text": "clausetrack.report.lineage_text",
        "json": "clausetrack.report.lineage_json",
        "markdown": "clausetrack.report.lineage_markdown",
        "html": "clausetrack.report.lineage_html",
        "svg": "clausetrack.report.lineage_svg",
    },
    "clauses": {
        "text": "clausetrack.report.clauses_text",
        "json": "clausetrack.report.clauses_json",
        "markdown": "clausetrack.report.clauses_markdown",
    },
    "matrix": {
        "text": "clausetrack.report.matrix_text",
        "json": "clausetrack.report.matrix_json",
        "markdown": "clausetrack.report.matrix_markdown",
        "html": "clausetrack.report.matrix_html",
        "csv": "clausetrack.report.matrix_csv",
        "xlsx": "clausetrack.report.matrix_xlsx",
        "svg": "clausetrack.report.matrix_svg",
    },
    "built": {
        "text": "clausetrack.report.built_text",
        "json": "clausetrack.report.built_json",
    },
    "contents": {
        "text": "clausetrack.report.contents_text",
        "json": "clausetrack.report.contents_json",
    },
    "similar": {
        "text": "clausetrack.report.similar_text",
        "json": "clausetrack.report.similar_json",
    },
    "families": {
        "text": "clausetrack.report.families_text",
        "json": "clausetrack.report.families_json",
        "csv": "clausetrack.report.families_csv",
    },
    "resemblance": {
        "text": "clausetrack.report.resemblance_text",
        "json": "clausetrack.report.resemblance_json",
        "csv": "clausetrack.report.resemblance_csv",
        "parquet": "clausetrack.report.resemblance_parquet",
        "html": "clausetrack.report.resemblance_html",
        "svg": "clausetrack.report.resemblance_svg",
    },
    "hits": {
        "text": "clausetrack.report.hits_text",
        "json": "clausetrack.report.hits_json",
    },
}


AS_FINDINGS: Final = {
    "diff": "clausetrack.report.diff_findings",
    "changeset": "clausetrack.report.changeset_findings",
}
"""For kinds of results that renderers of findings draw too: what makes findings of them."""


class Options(NamedTuple):
    """How to draw: in colour or not, how many columns wide, with everything or the news only.

    ``rules`` are what rules say of themselves, for formats that carry it; ``version`` is the program's. ``author`` and
    ``date`` (ISO 8601) are those of tracked changes; ``original`` is the old document where they are to stand in it.
    ``url`` is the page that a feed leads to.
    """

    color: bool = False
    width: int = 80
    all: bool = False
    rules: Mapping[str, RuleInfo] = {}
    version: str = ""
    author: str = "clausetrack"
    date: str | None = None
    original: bytes | None = None
    url: str = ""


def formats(kind: str) -> tuple[str, ...]:
    """Give the formats that a kind of result can be drawn in, the default first."""
    return tuple(RENDERERS[kind])


def render(kind: str, result: Any, format: str, options: Options) -> str | bytes:
    """Draw a result. UnknownNameError where there is no such format."""
    known = RENDERERS[kind]
    if format not in known:
        guess = nearest(format, known)
        hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(known)
        raise UnknownNameError(f"there is no format '{format}' here", hint=hint)
    if kind in AS_FINDINGS and known[format] in RENDERERS["findings"].values():
        result = import_module(AS_FINDINGS[kind]).findings(result, options)
    drawn: str | bytes = import_module(known[format]).render(result, options)
    return drawn
