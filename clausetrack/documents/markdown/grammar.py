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
    parser.core.ruler.at("inline", _inline)
    parser.block.ruler.before("reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]})
    return parser


def _inline(state: Any) -> None:
    """Parse what stands in the lines, as the library does it, but for links where looking for them takes too long."""
    spent = 0
    for token in state.tokens:
        if token.type == "inline":
            spent += _scanned(token.content)
            if spent > _MOST_SCANNED:
                state.md.disable(["link", "image"])
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _scanned(content: str) -> int:
    """Count the characters that the parser scans for the ends of brackets: for each "[" those up to its "]"."""
    total = 0
    starts: list[int] = []
    for found in _BRACKET.finditer(content):
        if found[0] == "[":
            starts.append(found.start())
        elif starts:
            total += found.start() - starts.pop()
    return total + len(starts) * len(content) - sum(starts)


_BRACKET: Final = re.compile(r"[\[\]]")
_MOST_SCANNED: Final = 100_000_000
"""Characters, about a second's work. A text with proper links has as many as it has characters."""


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
