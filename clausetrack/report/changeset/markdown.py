"""All comparisons of a range as Markdown, for one comment on a pull request."""

from __future__ import annotations

from typing import Final

from clausetrack.model.changeset import Changeset, FileChange
from clausetrack.report.changeset.text import faults, summary, title
from clausetrack.report.diff import markdown as diff_markdown
from clausetrack.report.markdown_text import escaped
from clausetrack.report.registry import Options

_LONGEST: Final = 60_000
"""Characters that are written at most, as for one comparison: code hosts take comments of 65,536."""


def render(result: Changeset, options: Options) -> str:
    """Draw every file with its comparison; where there is too much, the last files are only named."""
    parts = [f"**{escaped(summary(result))}**\n"]
    room = _LONGEST - sum(len(_name(entry)) + 1 for entry in result.files)
    for entry in result.files:
        whole = "\n".join([_name(entry), *_body(entry, options)])
        is_shown = len(whole) <= room
        parts.append(whole if is_shown else f"{_name(entry)}\n*Left out for its length.*\n")
        room -= len(parts[-1])
    return "\n".join(parts)


def _name(entry: FileChange) -> str:
    return f"### {escaped(title(entry))}\n"


def _body(entry: FileChange, options: Options) -> list[str]:
    if entry.diff is not None:
        return [diff_markdown.render(entry.diff, options)]
    return [f"> {escaped(fault)}\n" for fault in faults(entry)]
