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
from clausetrack.report.timeline import labels, notes, words
from clausetrack.report.visible import visible

_SPACE: Final = re.compile(r"\s+")


def render(result: Lineage, options: Options) -> str:
    """Draw a clause's way as Markdown; texts are escaped, so that nothing in a clause becomes markup."""
    lines = [f"## {escaped(lineage_words.name(result))}", ""]
    lines.append(f"{escaped(result.timeline.title)}: {escaped(words.span(result.timeline))}.")
    summary = escaped(lineage_words.summary(result))
    lines.append(f"{summary[:1].upper()}{summary[1:]}.")
    lines += [f"\n> **Warning**: {escaped(note)}" for note in notes.warnings(result.timeline)]
    lines += [f"\n> {escaped(note)}" for note in notes.remarks(result.timeline)]
    lines += ["", "| Revision | | Force | What happened |", "|---|---|---|---|"]
    lines += [_line(result, node) for _, node in result.path]
    for at in range(len(result.path)):
        lines += _details(result, at, options)
    return "\n".join(lines) + "\n"


def _line(result: Lineage, node: Node) -> str:
    label = labels.mark(node)
    sign = f"{labels.SIGNS[label]} {labels.word(label)}" if label else ""
    told = [lineage_words.happened(result, node), *map(words.happening, lineage_words.events(result, node))]
    if node.row is not None and node.link in {"changed", "returned"}:
        told.append(words.said(node.row))
    name = words.stage_name(result.timeline.stages[node.stage])
    cells = (name, sign, words.force(node) if node.clause else "", "; ".join(filter(None, told)))
    return f"| {' | '.join(map(escaped, cells))} |"


def _details(result: Lineage, at: int, options: Options) -> Iterator[str]:
    node = result.path[at][1]
    edits = lineage_words.edits(result, at)
    elsewhere = lineage_words.elsewhere(result, at)
    if node.row is None or not edits or not (options.all or elsewhere or rows.is_reworded(node.row)):
        return
    name = as_html(_flat(words.stage_name(result.timeline.stages[node.stage])))
    after = ""
    if elsewhere and node.clause is not None:
        after = f"<p>{as_html(_flat(elsewhere))}; it then says: {as_html(_flat(node.clause.text))}</p>"
    yield f"\n<details><summary>{name}</summary><p>{''.join(map(_edit, edits)).strip()}</p>{after}</details>"


def _flat(text: str) -> str:
    return " ".join(visible(text).split())


def _edit(edit: WordEdit) -> str:
    text = as_html(_SPACE.sub(" ", visible(edit.text)))
    if edit.op == "equal" or not text.strip():
        return text
    tag = "del" if edit.op == "delete" else "ins"
    before, after = (" " if text[:1] == " " else ""), (" " if text[-1:] == " " else "")
    return f"{before}<{tag}>{text.strip()}</{tag}>{after}"
