"""Findings for people: one a line, each with its place, and below it what to do."""

from __future__ import annotations

import textwrap

from clausetrack.model.finding import Finding, Validation
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import visible


def render(result: Validation, options: Options) -> str:
    """Draw the findings and a line that counts them."""
    lines = [line for finding in result.findings for line in _finding(finding, options)]
    if lines:
        lines.append("")
    lines += _summary(result, options)
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, options: Options) -> list[str]:
    place = visible(str(finding.position))
    severity = paint(finding.severity, finding.severity, color=options.color)
    message = f"{paint(place, 'title', color=options.color)}: {severity}: {visible(finding.message)}"
    rule = paint(f"[{finding.rule}]", "faint", color=options.color)
    lines = [f"{message}  {rule}"]
    if finding.help:
        width = max(options.width - 1, 40)
        lines += textwrap.wrap(visible(finding.help), width, initial_indent="    ", subsequent_indent="    ")
    return lines


def _summary(result: Validation, options: Options) -> list[str]:
    counts = []
    for severity in ("error", "warning", "info"):
        number = result.count(severity)
        if number:
            name = severity if number == 1 or severity == "info" else f"{severity}s"
            counts.append(paint(f"{number} {name}", severity, color=options.color))
    looked = f"{_many(len(result.files), 'file')}, {_many(result.clauses, 'clause')}"
    lines = [f"{looked}: {', '.join(counts) or 'nothing found'}"]
    if result.passed_over:
        lines.append(f"passed over, not clause files: {', '.join(map(visible, result.passed_over))}")
    return lines


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
