"""Texts as block scalars: folded where they have no line breaks, else as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.clauseset.quoting import has_hidden


def can_be_block(value: str) -> bool:
    """Say whether a block scalar gives the text back to the character."""
    if not value.strip() or has_hidden(value):
        return False
    if "\n" in value:
        # More than one line break at the end would run into the blank line that sets clauses apart.
        return value[0] not in " \n" and not value.endswith("\n\n") and " \n" not in value and value[-1] != " "
    return value[0] != " " and value[-1] != " " and "  " not in value and " " in value


def block(head: str, value: str, indent: int, width: int, after: str = "") -> Iterator[str]:
    """Write a text that can be a block behind ``key:`` or a dash; its lines are indented and end at ``width``."""
    space = " " * indent
    if "\n" in value:
        yield f"{head} |{'' if value.endswith(chr(10)) else '-'}{after}"
        yield from (space + line if line else "" for line in value.removesuffix("\n").split("\n"))
    else:
        yield f"{head} >-{after}"
        yield from (space + line for line in _wrapped(value, width - indent))


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Break a text at its spaces into lines of at most ``width`` characters, longer words apart."""
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + max(width, 1) + 1)
        if end == -1:
            end = text.find(" ", start)
        if end == -1:
            break
        yield text[start:end]
        start = end + 1
    yield text[start:]
