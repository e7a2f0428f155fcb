"""The published schemas and the vocabulary, as text."""

from __future__ import annotations

import json
from typing import Final

from clausetrack.clauseset.schema import schema, schema_names, schema_text
from clausetrack.clauseset.vocabulary import domains

_DOMAINS: Final = "domains"


def names() -> tuple[str, ...]:
    """Give all names that `schema_or_vocabulary` knows."""
    return (*schema_names(), _DOMAINS)


def listing() -> str:
    """Give the names of all schemas, one a line, with what each describes."""
    rows = [(name, schema(name).get("title", "")) for name in schema_names()] + [(_DOMAINS, "the domain vocabulary")]
    width = max(len(name) for name, _ in rows)
    return "".join(f"{name:{width}}  {title}\n" for name, title in rows)


def schema_or_vocabulary(name: str) -> str:
    """Give a schema as JSON, or the domain vocabulary. UnknownNameError where there is no such schema."""
    if name == _DOMAINS:
        entries = {
            key: {"label": domain.label, "description": domain.description, "eurovoc": list(domain.eurovoc)}
            for key, domain in domains().items()
        }
        return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
    return schema_text(name)
