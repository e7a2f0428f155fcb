"""The rules as reports and pages want them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import ModuleType

from clausetrack.errors import UnknownNameError, nearest
from clausetrack.model.finding import RuleInfo
from clausetrack.rules import registry


@cache
def lint_rules() -> dict[str, RuleInfo]:
    """Give what is known of every rule on clause files, by id."""
    return _infos(registry.LINT)


@cache
def change_rules() -> dict[str, RuleInfo]:
    """Give what is known of every rule on changes, by id in alphabetical order."""
    return _infos(dict(sorted(_change_modules().items())))


def rule_page(name: str) -> str:
    """Give a rule's page as Markdown. UnknownNameError where there is no such rule."""
    modules = registry.LINT if name in registry.LINT else {**registry.LINT, **_change_modules()}
    if name not in modules:
        guess = nearest(name, modules)
        raise UnknownNameError(
            f"there is no rule '{name}'", hint=f"did you mean '{guess}'?" if guess else "'clausetrack rules' lists them"
        )
    return registry.page(modules[name])


def _infos(modules: Mapping[str, ModuleType]) -> dict[str, RuleInfo]:
    return {
        name: RuleInfo(name, registry.summary(module), registry.page(module), module.SEVERITY)
        for name, module in modules.items()
    }


def _change_modules() -> Mapping[str, ModuleType]:
    from clausetrack.rules.change_registry import CHANGE  # noqa: PLC0415 - 40 ms that a page of a lint rule saves

    return CHANGE
