"""The rules as reports and pages want them."""

from __future__ import annotations

from functools import cache

from clausetrack.model.finding import RuleInfo
from clausetrack.rules import registry


@cache
def lint_rules() -> dict[str, RuleInfo]:
    """Give what is known of every lint rule, by id."""
    return {
        name: RuleInfo(name, registry.summary(module), registry.page(module), module.SEVERITY)
        for name, module in registry.LINT.items()
    }


def rule_page(name: str) -> str:
    """Give a rule's page as Markdown. UnknownNameError where there is no such rule."""
    return registry.page(registry.rule(name))
