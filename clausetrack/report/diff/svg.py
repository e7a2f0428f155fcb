"""A comparison as a chart: how many clauses were weakened, strengthened, added and so on, in all or broken down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

from clausetrack.model.change import Diff
from clausetrack.report import rows
from clausetrack.report.registry import Options
from clausetrack.report.visible import one_line

_WIDTH: Final = 720
_LEFT: Final = 190
_RIGHT: Final = 40
_BAR: Final = 22
_STEP: Final = 34
_TOP: Final = 84
"""Measures in user units (pixels at full size): the width of a page's column, room for names, bars, and the head."""

_LONGEST_NAME: Final = 26
"""Characters of a name that fit on the left."""

_FILLS: Final = {
    "weakened": "#B3261E",
    "narrowed": "#D9776F",
    "removed": "#7A2E2A",
    "mixed": "#7B4FB0",
    "strengthened": "#1B7F4B",
    "broadened": "#68B58B",
    "added": "#2F5D9B",
}
_OTHER: Final = "#8A8F98"
"""Colours that stay apart for the colour-blind by lightness; every bar bears its word or stands in the legend."""

_STYLE: Final = (
    "text{font:13px system-ui,sans-serif;fill:#1c1f24}.title{font-weight:600;font-size:16px}.faint{fill:#565c66}"
    ".paper{fill:#fff}"
)

Bars = Sequence[tuple[str, Mapping[str, int]]]


def render(result: Diff, options: Options) -> str:
    """Draw a comparison as SVG: a bar for each thing that happened, or a stacked one for each actor, domain or kind.

    It brings white paper of its own: the page that it stands in may be light where its reader's system is dark.
    """
    del options
    bars = result.breakdown.counts if result.breakdown else _overall(result)
    title = one_line(result.new.agreement.title)
    subtitle = f"{one_line(result.old.revision.id)} → {one_line(result.new.revision.id)}: {rows.counted(result)}"
    named = {label for _, counts in bars for label in counts} if result.breakdown else set()
    legend = sorted(named, key=_rank)
    height = _TOP + len(bars) * _STEP + (40 if legend else 10)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="t d">',
        f'<title id="t">{escape(title)}</title>',
        f'<desc id="d">{escape(subtitle)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{_WIDTH}" height="{height}"/>',
        _text(16, 30, title, "title"),
        *(_text(16, 54 + 18 * line, part, "faint") for line, part in enumerate(_folded(subtitle))),
        *_bars(bars),
        *_legend(legend, height - 18),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _overall(result: Diff) -> Bars:
    counts = Counter(rows.label(row) for row in result.rows if rows.is_news(row))
    return [(f"{rows.SIGNS[label]} {label}", {label: counts[label]}) for label in rows.SIGNS if counts[label]]


def _bars(bars: Bars) -> Iterator[str]:
    most = max((sum(counts.values()) for _, counts in bars), default=1)
    scale = (_WIDTH - _LEFT - _RIGHT) / most
    for number, (name, counts) in enumerate(bars):
        top = _TOP + number * _STEP
        yield _text(_LEFT - 10, top + 16, _short(one_line(name)), "", anchor="end")
        left = float(_LEFT)
        for label in sorted(counts, key=_rank):
            width = counts[label] * scale
            fill = _FILLS.get(label, _OTHER)
            yield (
                f'<rect x="{left:.1f}" y="{top}" width="{max(width - 1, 1):.1f}" height="{_BAR}" rx="2" fill="{fill}">'
                f"<title>{escape(f'{one_line(name)}: {counts[label]} {label}')}</title></rect>"
            )
            left += width
        yield _text(left + 8, top + 16, str(sum(counts.values())), "")


def _rank(label: str) -> int:
    """Give the weight of a label; what has no sign, such as a neutral change, comes last."""
    return list(rows.SIGNS).index(label) if label in rows.SIGNS else len(rows.SIGNS)


def _legend(labels: Sequence[str], top: int) -> Iterator[str]:
    left = 16.0
    for label in labels:
        yield f'<rect x="{left:.1f}" y="{top - 11}" width="12" height="12" rx="2" fill="{_FILLS.get(label, _OTHER)}"/>'
        yield _text(left + 17, top, label, "faint")
        left += 36 + 7.2 * len(label)


def _text(left: float, top: float, text: str, style: str, anchor: str = "") -> str:
    more = (f' class="{style}"' if style else "") + (f' text-anchor="{anchor}"' if anchor else "")
    return f'<text x="{left:g}" y="{top:g}"{more}>{escape(text)}</text>'


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def _folded(text: str) -> list[str]:
    """Break a line of small print where it would leave the chart: at about a hundred characters, once."""
    if len(text) <= 100:  # noqa: PLR2004 - see above
        return [text]
    cut = text.rfind(" ", 0, 100)
    rest = text[cut + 1 :]
    return [text[:cut], rest if len(rest) <= 100 else rest[:99] + "…"]  # noqa: PLR2004 - see above
