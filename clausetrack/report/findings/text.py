"""Findings for people: the severest first, each fault once with all its places, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from click import unstyle

from clausetrack.model.finding import Finding, Validation
from clausetrack.model.scales import SEVERITY
from clausetrack.report.counting import counted
from clausetrack.report.folding import columns, fold
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line, visible

_PLACES: Final = 8
"""Places that are listed of one fault: who mends it everywhere searches for it anyhow."""

_MARGIN: Final = "    "
_SEVEREST_FIRST: Final = tuple(reversed(SEVERITY))


def render(result: Validation, options: Options) -> str:
    """Draw the findings and a line that counts them."""
    blocks = [
        "\n".join(line for group in _groups(result, severity) for line in _fault(group, options))
        for severity in _SEVEREST_FIRST
    ]
    blocks.append("\n".join(_summary(result, options)))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _groups(result: Validation, severity: str) -> list[list[Finding]]:
    """Put the findings of a severity together that say the same."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in result.findings:
        if finding.severity == severity:
            groups.setdefault((finding.rule, finding.message, finding.help), []).append(finding)
    return list(groups.values())


def _fault(group: list[Finding], options: Options) -> Iterator[str]:
    """Draw what is wrong, where, and what to do."""
    finding = group[0]
    lead = f"{finding.severity}: "
    first, *more = fold(f"{one_line(finding.message)} [{finding.rule}]", options.width, lead, _MARGIN)
    yield _marked(
        first.replace(lead, f"{paint(lead[:-1], finding.severity, color=options.color)} ", 1), finding, options
    )
    yield from (_marked(line, finding, options) for line in more)
    for found in group[:_PLACES]:
        clause = f"  {paint(visible(found.clause), 'faint', color=options.color)}" if found.clause else ""
        yield f"{_MARGIN}{paint(visible(str(found.position)), 'place', color=options.color)}{clause}"
    if len(group) > _PLACES:
        yield f"{_MARGIN}… and {counted(len(group) - _PLACES, 'place')} more"
    if finding.help:
        yield from fold(one_line(finding.help), options.width, f"{_MARGIN}→ ", f"{_MARGIN}  ")


def _marked(line: str, finding: Finding, options: Options) -> str:
    """Draw the rule's name less loudly than the message, where the whole of it stands on the line."""
    mark = f"[{finding.rule}]"
    return line.removesuffix(mark) + paint(mark, "faint", color=options.color) if line.endswith(mark) else line


def _summary(result: Validation, options: Options) -> Iterator[str]:
    counts = []
    for severity in _SEVEREST_FIRST:
        number = result.count(severity)
        if number:
            name = severity if number == 1 or severity == "info" else f"{severity}s"
            counts.append(paint(f"{number} {name}", severity, color=options.color))
    if result.unreadable:
        unread = f"{counted(len(result.unreadable), 'input')} could not be read"
        counts.insert(0, paint(unread, "error", color=options.color))
    looked = f"{counted(len(result.files), 'file')}, {counted(result.clauses, 'clause')}"
    line = f"{looked}: {', '.join(counts) or 'nothing found'}"
    plain = unstyle(line)
    # A line that has to be folded goes without colour: escapes have no width and may not be broken.
    yield from [line] if columns(plain) <= options.width else fold(plain, options.width, "", _MARGIN)
    if result.passed_over:
        files = ", ".join(map(visible, result.passed_over))
        yield from fold(f"passed over, since they are no clause files: {files}", options.width, "", _MARGIN)
