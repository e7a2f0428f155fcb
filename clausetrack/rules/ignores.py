"""Comments that silence a rule on a line: ``# clausetrack: ignore[rule] reason``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from clausetrack.clauseset.comments import Comment, scan
from clausetrack.clauseset.syntax import Tree
from clausetrack.errors import nearest
from clausetrack.model.finding import Finding
from clausetrack.model.position import Position
from clausetrack.rules.lint import ignore_without_reason, unused_ignore

_MARK: Final = "clausetrack: ignore"
_IGNORE: Final = re.compile(r"#\s*clausetrack: ignore\[([^\]]*)\]\s*(.*)")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that ignores rules on ``line``; ``position`` is its own."""

    rules: tuple[str, ...]
    reason: str
    line: int
    position: Position


def ignores_of(tree: Tree) -> list[Ignore]:
    """Give the ignoring comments of a file."""
    if _MARK not in tree.text:
        return []
    return [ignore for comment in scan(tree) if (ignore := _read(tree, comment)) is not None]


def _read(tree: Tree, comment: Comment) -> Ignore | None:
    match = _IGNORE.match(comment.text)
    if match is None:
        return None
    position = tree.position(comment.offset, comment.offset + len(comment.text))
    line = _line_below(tree, comment) if comment.own_line else position.line
    rules = tuple(name.strip() for name in match.group(1).split(",") if name.strip())
    return Ignore(rules, match.group(2).strip(), line, position)


def _line_below(tree: Tree, comment: Comment) -> int:
    """Give the number of the next line that is neither blank nor a comment."""
    line = tree.position(comment.offset).line
    for number, text in enumerate(tree.text[comment.offset :].splitlines()[1:], line + 1):
        if text.strip() and not text.lstrip().startswith("#"):
            return number
    return line


def apply_ignores(findings: Iterable[Finding], ignores: Sequence[Ignore], known: Iterable[str]) -> list[Finding]:
    """Give the findings that no comment silences, with a finding for every comment that lacks a reason or silences nothing.

    The severities of those are the rules' defaults; the caller overrules them as any other.
    """
    kept: list[Finding] = []
    used: set[tuple[int, str]] = set()
    reasoned = [(number, ignore) for number, ignore in enumerate(ignores) if ignore.reason]
    for finding in findings:
        silencing = [
            number
            for number, ignore in reasoned
            if ignore.line == finding.position.line and finding.rule in ignore.rules
        ]
        used.update((number, finding.rule) for number in silencing)
        if not silencing:
            kept.append(finding)
    for number, ignore in enumerate(ignores):
        kept += _complaints(ignore, {rule for at, rule in used if at == number}, known)
    return kept


def _complaints(ignore: Ignore, used: set[str], known: Iterable[str]) -> list[Finding]:
    if not ignore.reason:
        names = ", ".join(ignore.rules)
        return [
            _finding(
                ignore_without_reason,
                ignore,
                f"the comment ignores {names} and gives no reason",
                "write why, behind the bracket",
            )
        ]
    return [_finding(unused_ignore, ignore, *_unused(rule, known)) for rule in ignore.rules if rule not in used]


def _unused(rule: str, known: Iterable[str]) -> tuple[str, str]:
    if rule in known:
        return f"the comment ignores {rule}, which finds nothing there", "remove it"
    guess = nearest(rule, known)
    return f"there is no rule '{rule}' to ignore", f"did you mean '{guess}'?" if guess else "remove it"


def _finding(rule: object, ignore: Ignore, message: str, help_: str) -> Finding:
    return Finding(
        rule=rule.ID,  # type: ignore[attr-defined] # a rule's module
        severity=rule.SEVERITY,  # type: ignore[attr-defined]
        message=message,
        position=ignore.position,
        help=help_,
    )
