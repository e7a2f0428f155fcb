"""Comments that silence a rule on a line: ``# clausetrack: ignore[rule] reason``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from types import ModuleType
from typing import Final, NamedTuple

from clausetrack.clauseset.comments import Comment, scan
from clausetrack.clauseset.syntax import Tree, line_starts
from clausetrack.errors import nearest
from clausetrack.model.finding import Finding
from clausetrack.model.position import Position
from clausetrack.rules.lint import ignore_without_reason, unused_ignore
from clausetrack.rules.prints import digest, owner

_MARK: Final = re.compile(r"#\s*clausetrack\s*:\s*ignore\b", re.IGNORECASE)
_IGNORE: Final = re.compile(r"#\s*clausetrack: ignore\[([^\]]*)\]\s*(.*)")
_CONTENT: Final = re.compile(r"[ \t]*[^#\s]")


class Ignore(NamedTuple):
    """A comment that ignores rules on ``line``; ``position`` is its own, ``owner`` names the set that it stands in.

    ``rules`` is empty where the comment cannot be read, or names none.
    """

    rules: tuple[str, ...]
    reason: str
    line: int
    position: Position
    owner: tuple[str, ...]


def ignores_of(tree: Tree) -> list[Ignore]:
    """Give the ignoring comments of a file."""
    if _MARK.search(tree.text) is None:
        return []
    names = owner(tree)
    filled = [line for line, start in enumerate(line_starts(tree.text), 1) if _CONTENT.match(tree.text, start)]
    return [_read(tree, comment, names, filled) for comment in scan(tree) if _MARK.match(comment.text)]


def _read(tree: Tree, comment: Comment, names: tuple[str, ...], filled: Sequence[int]) -> Ignore:
    """Read a comment; ``filled`` are the numbers of the lines that are neither blank nor a comment."""
    position = tree.position(comment.offset, comment.offset + len(comment.text))
    line = position.line
    if comment.own_line:
        below = bisect_right(filled, line)
        line = filled[below] if below < len(filled) else line
    match = _IGNORE.match(comment.text)
    if match is None:
        return Ignore((), "", line, position, names)
    rules = tuple(name.strip() for name in match.group(1).split(",") if name.strip())
    return Ignore(tuple(dict.fromkeys(rules)), match.group(2).strip(), line, position, names)


def apply_ignores(
    findings: Iterable[Finding],
    ignores: Sequence[Ignore],
    known: Iterable[str],
    is_off: Callable[[str], bool] = lambda _: False,
) -> list[Finding]:
    """Give the findings that no comment silences, with a finding for every comment that should not be there.

    That is one that cannot be read, that gives no reason or that silences nothing; not one for a rule that is off, of
    which nobody knows what it would find. Their severities are the rules' defaults; the caller overrules them.
    """
    by_line: dict[int, list[int]] = {}
    for number, ignore in enumerate(ignores):
        if ignore.reason:
            by_line.setdefault(ignore.line, []).append(number)
    kept: list[Finding] = []
    used: list[set[str]] = [set() for _ in ignores]
    for finding in findings:
        silencing = [n for n in by_line.get(finding.position.line, ()) if finding.rule in ignores[n].rules]
        for number in silencing:
            used[number].add(finding.rule)
        if not silencing:
            kept.append(finding)
    for ignore, silenced in zip(ignores, used, strict=True):
        kept += _complaints(ignore, silenced, known, is_off)
    return kept


def _complaints(ignore: Ignore, used: set[str], known: Iterable[str], is_off: Callable[[str], bool]) -> list[Finding]:
    if not ignore.rules:
        what = "the comment ignores nothing, since it names no rule"
        return [_finding(unused_ignore, ignore, what, "write '# clausetrack: ignore[rule] reason'")]
    if not ignore.reason:
        what = f"the comment ignores {', '.join(ignore.rules)} and gives no reason"
        return [_finding(ignore_without_reason, ignore, what, "write why, behind the bracket")]
    unused = [rule for rule in ignore.rules if rule not in used and not (rule in known and is_off(rule))]
    return [_finding(unused_ignore, ignore, *_unused(rule, known), rule) for rule in unused]


def _unused(rule: str, known: Iterable[str]) -> tuple[str, str]:
    if rule in known:
        return f"the comment ignores {rule}, which finds nothing there", "remove it"
    guess = nearest(rule, known)
    return f"there is no rule '{rule}' to ignore", f"did you mean '{guess}'?" if guess else "remove it"


def _finding(rule: ModuleType, ignore: Ignore, message: str, help_: str, name: str = "") -> Finding:
    return Finding(
        rule=rule.ID,
        severity=rule.SEVERITY,
        message=message,
        position=ignore.position,
        help=help_,
        fingerprint=digest(rule.ID, *ignore.owner, name or ",".join(ignore.rules)),
    )
