"""How alike agreements are, for the terminal: the pairs that share most."""

from __future__ import annotations

from clausetrack.model.corpus import Resemblance
from clausetrack.report.folding import fold
from clausetrack.report.holdings import counted, title_of
from clausetrack.report.registry import Options
from clausetrack.report.style import paint
from clausetrack.report.visible import one_line

_SHOWN = 30
"""Pairs that are shown: a screen of them."""


def render(result: Resemblance, options: Options) -> str:
    """Draw the pairs that are most alike, one below the other, and how many there are."""
    pairs = sorted(range(len(result.left)), key=lambda pair: (-result.similarity[pair], pair))
    lines: list[str] = []
    for pair in pairs if options.all else pairs[:_SHOWN]:
        left, right = (result.holdings[side[pair]] for side in (result.left, result.right))
        said = f"{result.similarity[pair]:4.0%}  {counted(result.shared[pair], 'clause')}"
        lines += [paint(said, "title", color=options.color)]
        for holding in (left, right):
            lines += fold(f"{title_of(holding)} ({one_line(holding.name)})", options.width, "      ", "        ")
    if pairs:
        lines.append("")
    more = f"{_SHOWN} of " if len(pairs) > _SHOWN and not options.all else ""
    total = f"{more}{counted(len(pairs), 'pair')} of {counted(len(result.holdings), 'document')} "
    lines += fold(total + f"that have {result.least:.0%} of their clauses in common", options.width)
    lines += passed_over(result, options)
    return "\n".join(lines) + "\n"


def passed_over(result: Resemblance, options: Options) -> list[str]:
    """Say what brings no pairs together, and which pairs were dropped, if any."""
    lines: list[str] = []
    if result.passed_over:
        families = counted(result.passed_over, "family is", "families are")
        said = f"{families} in over {result.cap} documents: they count, but pairs that share nothing else are not there"
        lines += fold(said, options.width)
    if result.dropped:
        pairs = counted(result.dropped, "pair is", "pairs are")
        lines += fold(f"{pairs} not there: neither is among the {result.nearest} nearest of the other", options.width)
    return lines
