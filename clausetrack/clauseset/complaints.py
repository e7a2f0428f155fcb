"""What libyaml complains of, in the words of somebody who writes a clause file."""

from __future__ import annotations

from typing import Any, Final

_TAB: Final = ("a tab is used for indentation", "indent with spaces")
_IN_QUOTES: Final = "put the value in double quotes"

_PROBLEMS: Final = {
    "found character that cannot start any token": ("this character cannot start a value", _IN_QUOTES),
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "mapping values are not allowed in this context": (
        "a colon followed by a space starts a value where none can be",
        "put a text that contains ': ' in double quotes; check the indentation, and the space behind the colon above",
    ),
    "mapping keys are not allowed in this context": ("a key cannot start here", "put it on its own line"),
    "could not find expected ':'": ("a key has no colon", "write 'key: value'"),
    "did not find expected key": ("a key was expected here", "check the indentation and the quotes"),
    "did not find expected '-' indicator": (
        "a list item was expected here",
        "start it with '- ', indented as the others",
    ),
    "did not find expected ',' or ']'": ("a list in brackets is not closed", "write ',' or ']'"),
    "did not find expected ',' or '}'": ("a mapping in braces is not closed", "write ',' or '}'"),
    "found unexpected end of stream": ("a text in quotes is not closed", "close the quotes"),
    "found unexpected document indicator": ("a text in quotes is not closed", "close the quotes"),
    "found unknown escape character": ("unknown escape in double quotes", "write a backslash as '\\\\'"),
    "did not find expected hexdecimal number": ("an escape in double quotes lacks digits", "write it as \\u202F"),
    "found invalid Unicode character escape code": (
        "an escape in double quotes names no character",
        "write characters beyond U+FFFF as \\U0001F600",
    ),
    "did not find expected node content": ("a value was expected here", _IN_QUOTES),
    "block sequence entries are not allowed in this context": (
        "a list item cannot start here",
        "put it on its own line, or put a text that starts with '- ' in double quotes",
    ),
    "found undefined tag handle": ("tags are not part of the format", "remove the tag"),
    "did not find expected whitespace or line break": ("a space is missing here", "put a space in between"),
    "did not find expected alphabetic or numeric character": (
        "'&' and '*' start anchors and aliases, which are not part of the format",
        _IN_QUOTES,
    ),
    "did not find expected comment or line break": (
        "after '|' or '>' the text starts on the next line",
        "put the text on the next line, indented",
    ),
    "found an indentation indicator equal to 0": ("the indent given after '|' or '>' is 0", "leave it out"),
    "did not find expected <document start>": ("a second document or stray text starts here", "remove it"),
    "found duplicate %YAML directive": ("a second %YAML directive", "remove it"),
    "found incompatible YAML document": ("this version of YAML cannot be read", "remove the %YAML line"),
    "found unknown directive name": ("this directive is not known", "remove the line"),
}

_STARTS_WITH_CONTEXT: Final = frozenset(
    {"found unexpected end of stream", "found unexpected document indicator", "could not find expected ':'"}
)
"""Problems that are seen far behind their cause: there the place is that of what was begun and not ended."""


def translate(error: Any, text: str) -> tuple[int, str, str]:
    """Give the offset of an error of PyYAML in a text, what is wrong and what to do."""
    problem = getattr(error, "problem", None) or "this is not YAML"
    what, hint = _PROBLEMS.get(problem, (problem, ""))
    begun: Any = getattr(error, "context_mark", None)
    seen: Any = getattr(error, "problem_mark", None)
    mark = begun if problem in _STARTS_WITH_CONTEXT and begun is not None else seen or begun
    offset = mark.index if mark is not None else 0
    if text[offset : offset + 1] == "\t":
        what, hint = _TAB
    elif begun is not None and mark is seen and begun.line != mark.line and "not closed" in what:
        hint += f"; it was opened on line {begun.line + 1}"
    return offset, what, hint
