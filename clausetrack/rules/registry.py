"""All rules. A new one is its file and one line here; a test holds the lists against the folders, both ways."""

from __future__ import annotations

import inspect
from types import ModuleType
from typing import Final

from clausetrack.rules.lint import (
    actor_not_party,
    biannual,
    confidence_above_basis,
    control_character,
    dangling_reference,
    dangling_source,
    deadline_before_revision,
    dialogue_without_rhythm,
    duplicate_id,
    evidence_missing,
    evidence_stale,
    filename_mismatch,
    force_disagrees_with_text,
    ignore_without_reason,
    number_as_id,
    revision_chain,
    schema,
    source_unused,
    status_regressed_without_event,
    syntax,
    treaty_words_in_non_binding,
    unknown_code,
    unknown_domain,
    untidy,
    unused_ignore,
    yaml_1_1_ambiguous,
)

LOCAL: Final[tuple[ModuleType, ...]] = (
    duplicate_id,
    number_as_id,
    dangling_source,
    source_unused,
    evidence_missing,
    evidence_stale,
    filename_mismatch,
    force_disagrees_with_text,
    actor_not_party,
    unknown_code,
    unknown_domain,
    treaty_words_in_non_binding,
    dialogue_without_rhythm,
    biannual,
    yaml_1_1_ambiguous,
    control_character,
    deadline_before_revision,
    confidence_above_basis,
    untidy,
)
"""Rules that judge a file by itself."""

PROJECT: Final[tuple[ModuleType, ...]] = (dangling_reference, revision_chain, status_regressed_without_event)
"""Rules that judge a file among the others of its project."""

FRAME: Final[tuple[ModuleType, ...]] = (syntax, schema, ignore_without_reason, unused_ignore)
"""Rules without a check of their own: what the loader refuses, and what becomes of comments that ignore."""

LINT: Final[dict[str, ModuleType]] = {
    module.ID: module for module in sorted((*LOCAL, *PROJECT, *FRAME), key=lambda m: m.ID)
}


def page(module: ModuleType) -> str:
    """Give a rule's page: its docstring as Markdown, under its id and default severity."""
    summary, _, rest = inspect.getdoc(module).partition("\n")  # type: ignore[union-attr] # every rule has one, by test
    return f"# {module.ID}\n\n{summary}\n\nDefault severity: {module.SEVERITY}.\n{rest}".rstrip() + "\n"


def summary(module: ModuleType) -> str:
    """Give the first line of a rule's page."""
    return (module.__doc__ or "").partition("\n")[0]
