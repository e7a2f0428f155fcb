"""A clause from first to last as Markdown: each revision that changed it, with the redline folded below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import WordEdit
from clausetrack.model.timeline import Lineage, Node
from clausetrack.report import rows
from clausetrack.report.lineage import words as lineage_words
from clausetrack.report.markdown_text import as_html, escaped
from clausetrack.report.registry import Options
from clausetrack.report.timeline import words
from clausetrack.report.visible import visible

_SPACE: Final = re.compile(r"\s+")


def render(result: Lineage, options: Options) -> str:
    """Draw a clause's way as Markdown; texts are escaped, so that nothing in a clause becomes markup."""
    lines = [f"## {escaped(lineage_words.name(result))}", ""]
    lines.append(f"{escaped(result.timeline.title)}: {escaped(words.span(result.timeline))}.")
    summary = escaped(lineage_words.summary(result))
    lines.append(f"{summary[:1].upper()}{summary[1:]}.")
    lines += [f"\n> {escaped(note)}" for note in words.caveats(result.timeline)]
    lines += ["", "| Revision | | Force | What happened |", "|---|---|---|---|"]
    lines += [_line(result, node) for _, node in result.path]
    for _, node in result.path:
        lines += _details(result, node, options)
    return "\n".join(lines) + "\n"


def _line(result: Lineage, node: Node) -> str:
    label = words.mark(node)
    sign = f"{rows.SIGNS.get(label, '^')} {label}" if label else ""
    told = lineage_words.happened(result, node)
    if node.row is not None and node.link == "changed":
        told = "; ".join(filter(None, (told, words.said(node.row))))
    cells = (result.timeline.stages[node.stage].name, sign, words.force(node) if node.clause else "", told)
    return f"| {' | '.join(map(escaped, cells))} |"


def _details(result: Lineage, node: Node, options: Options) -> Iterator[str]:
    row = node.row
    if row is None or not row.edits or not (options.all or rows.is_reworded(row)):
        return
    name = as_html(" ".join(visible(result.timeline.stages[node.stage].name).split()))
    yield f"\n<details><summary>{name}</summary><p>{''.join(map(_edit, row.edits)).strip()}</p></details>"


def _edit(edit: WordEdit) -> str:
    text = as_html(_SPACE.sub(" ", visible(edit.text)))
    if edit.op == "equal" or not text.strip():
        return text
    tag = "del" if edit.op == "delete" else "ins"
    before, after = (" " if text[:1] == " " else ""), (" " if text[-1:] == " " else "")
    return f"{before}<{tag}>{text.strip()}</{tag}>{after}"
