"""Every error a user can meet: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable


class ClausetrackError(Exception):
    """A fault of an input or of the command line. ``hint`` says what to do; lines and columns count from 1."""

    def __init__(
        self, what: str, *, file: str | None = None, line: int | None = None, column: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(what)
        self.what = what
        self.file = file
        self.line = line
        self.column = column
        self.hint = hint

    @property
    def where(self) -> str:
        """Give ``file:line:column`` as far as it is known, else the empty string."""
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)

    def __str__(self) -> str:
        """Give the place, what is wrong and what to do, on one line."""
        where = f"{self.where}: " if self.where else ""
        return f"{where}{self.what}" + (f" ({self.hint})" if self.hint else "")

    def __reduce__(self) -> tuple[object, ...]:
        """Survive the way from a worker process to the one that reports."""
        return _restore, (type(self), self.__dict__)


def _restore(kind: type[ClausetrackError], state: dict[str, object]) -> ClausetrackError:
    error = kind.__new__(kind)
    error.__dict__.update(state)
    error.args = (state["what"],)
    return error


class InputError(ClausetrackError):
    """An input cannot be read at all: not there, not readable, not text, too large."""


class SyntaxFault(ClausetrackError):
    """One place where a file is not the YAML that the format allows."""


class SchemaFault(ClausetrackError):
    """One place where a file is YAML, but not what the format wants there; ``path`` leads from the root to it."""

    path: tuple[str | int, ...] = ()


class InvalidFileError(ClausetrackError):
    """A file that is not valid, with all its faults in the order of the file; the first one speaks for the rest."""

    def __init__(self, faults: Iterable[ClausetrackError]) -> None:
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(first.what, file=first.file, line=first.line, column=first.column, hint=first.hint)

    def __str__(self) -> str:
        """Give every fault, one a line."""
        return "\n".join(map(str, self.faults))


class SettingsError(ClausetrackError):
    """The project file, an environment variable or a flag has a setting that cannot be."""


class UnknownNameError(ClausetrackError):
    """A name on the command line (an id, a rule, a format) is not known; ``hint`` says what was meant."""


class MissingExtraError(ClausetrackError):
    """An optional dependency is not installed; ``hint`` names the command that installs it."""


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """Give the allowed word that ``word`` was most likely meant to be, or None where nothing is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a fault pays for the import

    folded = {entry.casefold(): entry for entry in allowed}
    # 0.6 is difflib's own cutoff for "close"; below it the guesses are noise.
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else None
