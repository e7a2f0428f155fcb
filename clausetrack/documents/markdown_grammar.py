"""The grammar of Markdown that is read: CommonMark, tables, and footnotes as Pandoc and GitHub write them."""

from __future__ import annotations

import re
from typing import Any, Final

from clausetrack.documents.reading import library

MAX_NESTING: Final = 100
"""Lists and quotes inside one another. The parser calls itself three times a level, and Python allows a thousand."""

_NOTE: Final = re.compile(r"\[\^([^\]\s^]{1,40})\]:[ \t]*")
_INDENTED: Final = 4
"""Columns by which code, and the later paragraphs of a footnote, are indented (CommonMark 0.31, section 4.4)."""


def grammar(file: str) -> Any:
    """Give the parser (of markdown-it-py); MissingExtraError where the library is not installed."""
    parser = library("markdown_it", "documents", file).MarkdownIt("commonmark", {"maxNesting": MAX_NESTING})
    parser.enable("table")
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    return parser


def _footnote(state: Any, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's own signature
    """Take ``[^1]: words`` with the lines that go on from it, up to a blank line that no indented one follows."""
    found = _NOTE.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start])
    if state.is_code_block(start) or not found:
        return False
    if silent:
        return True
    last = start + 1
    while last < end and _goes_on(state, last, end):
        last += 1
    parts = [state.src[found.end() : state.eMarks[start]], state.getLines(start + 1, last, _INDENTED, keepLastLF=False)]
    token = state.push("footnote_open", "", 1)
    token.map, token.meta = [start, last], {"label": found[1]}
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = "\n".join(parts).strip(), [start, last], []
    state.push("footnote_close", "", -1)
    state.line = last
    return True


def _goes_on(state: Any, line: int, end: int) -> bool:
    if state.isEmpty(line):
        after = next((index for index in range(line + 1, end) if not state.isEmpty(index)), end)
        return after < end and state.sCount[after] - state.blkIndent >= _INDENTED
    return not _NOTE.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
