"""A page for every rule, from its docstring, and the page that lists them."""

from __future__ import annotations

from types import ModuleType
from typing import Final

from clausetrack.rules.change_registry import CHANGE
from clausetrack.rules.registry import LINT, page, summary
from tools.markdown import notice, table

FOLDER: Final = "docs/rules"

_HEAD: Final = """# Rules

Lint rules judge clause files: `clausetrack validate` applies them. Change rules judge what differs between
two clause sets: `clausetrack diff` applies them. Each has a default severity, which a project [may
change](../how-to/set-severities.md). `clausetrack rules` lists the rules in the terminal, and `clausetrack
rules ID` prints a page.

"""


def pages() -> dict[str, str]:
    """Give the pages by their paths."""
    rules = {name: module for registry in (LINT, CHANGE) for name, module in registry.items()}
    return {f"{FOLDER}/index.md": _index()} | {f"{FOLDER}/{name}.md": _page(module) for name, module in rules.items()}


def _page(module: ModuleType) -> str:
    source = module.__name__.replace(".", "/") + ".py"
    return f"{notice(f'the docstring of `{source}`')}{page(module).rstrip()}\n\n[All rules](index.md)\n"


def _index() -> str:
    lint = _listed(sorted(LINT.items()))
    change = _listed(CHANGE.items())
    return f"{notice('the registries of rules')}{_HEAD}## Lint rules\n\n{lint}\n## Change rules\n\n{change}"


def _listed(rules: object) -> str:
    rows = [[f"[{name}]({name}.md)", module.SEVERITY, summary(module)] for name, module in rules]  # type: ignore[attr-defined]
    return table(["rule", "severity", "what it finds"], rows)
