"""How alike agreements are, for the terminal: the pairs that share most."""

from __future__ import annotations

from clausetrack.model.corpus import Resemblance
from clausetrack.report.counting import counted
from clausetrack.report.folding import fold
from clausetrack.report.holdings import title_of
from clausetrack.report.registry import Options
from clausetrack.report.resemblance.remarks import meaning, remarks, summary
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
        said = f"{result.similarity[pair]:4.0%}  {counted(result.shared[pair], 'clause')}, "
        said += f"{result.verbatim(pair):.0%} word for word"
        lines += [paint(said, "title", color=options.color)]
        for holding in (left, right):
            lines += fold(f"{title_of(holding)} ({one_line(holding.name)})", options.width, "      ", "        ")
    if pairs:
        lines.append("")
    shown = f"{_SHOWN} of " if len(pairs) > _SHOWN and not options.all else ""
    for line in (shown + summary(result), *([meaning(result)] if pairs else []), *remarks(result)):
        lines += fold(line, options.width)
    return "\n".join(lines) + "\n"
