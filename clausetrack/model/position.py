"""Where something stands in a source, so that a message or a report can point back at it."""

from __future__ import annotations

from typing import Protocol

from clausetrack.model.record import Record, record

Path = tuple[str | int, ...]
"""Keys and indices from the root of a clause set to a value, e.g. ``("clauses", 3, "force")``."""


@record
class Position(Record):
    """A place in a file. Lines and columns count characters from 1; the end is exclusive.

    ``label`` names the place in a document that has no lines of its own, such as "page 12, Article 9(2)".
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None
    label: str | None = None

    def __str__(self) -> str:
        """Give ``file:line:column``, or ``file: label`` where a label is known."""
        return f"{self.file}: {self.label}" if self.label else f"{self.file}:{self.line}:{self.column}"


class Locator(Protocol):
    """Finds the place of a value of a clause set in the source that it was read from."""

    def locate(self, path: Path, *, key: bool = False) -> Position:
        """Give the place of the value at ``path``, or of its key; of the nearest parent where it is not there."""
        ...
