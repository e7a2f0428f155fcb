"""All renderers, by the kind of result and the format. A new one is its file and one line here.

A renderer is the module ``report/<kind>/<format>.py`` with ``render(result, options) -> str``, or ``bytes`` where a
format is no text; it is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, NamedTuple

from clausetrack.errors import UnknownNameError, nearest
from clausetrack.model.finding import RuleInfo

_CI: Final = ("sarif", "junit", "github", "gitlab")

RENDERERS: Final[dict[str, tuple[str, ...]]] = {
    "findings": ("text", "json", *_CI),
    "diff": ("text", "json", "markdown", "html", "docx", "csv", "xlsx", "svg", *_CI),
    "changeset": ("text", "json", "markdown", *_CI),
    "conflicts": ("text", "json"),
    "explanation": ("text", "json"),
    "evidence": ("text", "json"),
    "timeline": ("text", "json", "markdown", "html", "svg", "atom"),
    "agenda": ("text", "json", "markdown", "ics"),
    "blame": ("text", "json", "markdown", "html"),
    "lineage": ("text", "json", "markdown", "html", "svg"),
    "clauses": ("text", "json", "markdown"),
    "matrix": ("text", "json", "markdown", "html", "csv", "xlsx", "svg"),
    "built": ("text", "json"),
    "contents": ("text", "json"),
    "similar": ("text", "json"),
    "families": ("text", "json", "csv"),
    "resemblance": ("text", "json", "csv", "parquet", "html", "svg"),
    "hits": ("text", "json"),
}
"""Kinds of results, and the formats that each is drawn in, the default first."""

AS_FINDINGS: Final = ("diff", "changeset")
"""Kinds that the renderers of findings draw for CI, once their module ``findings`` has made findings of them."""


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
    return RENDERERS[kind]


def render(kind: str, result: Any, format: str, options: Options) -> str | bytes:
    """Draw a result. UnknownNameError where there is no such format."""
    known = RENDERERS[kind]
    if format not in known:
        guess = nearest(format, known)
        hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(known)
        raise UnknownNameError(f"there is no format '{format}' here", hint=hint)
    if kind in AS_FINDINGS and format in _CI:
        result = _module(kind, "findings").findings(result, options)
        kind = "findings"
    drawn: str | bytes = _module(kind, format).render(result, options)
    return drawn


def _module(kind: str, name: str) -> Any:
    return import_module(f"clausetrack.report.{kind}.{name}")
