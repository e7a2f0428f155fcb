"""Questions to a corpus: what it holds, what is near to a clause, which clauses are one, how alike agreements are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from clausetrack.app.inputs import read_content, set_of
from clausetrack.app.settings import Settings
from clausetrack.app.where import predicate
from clausetrack.corpus.contents import contents
from clausetrack.corpus.engine import Engine, engine
from clausetrack.corpus.families import families
from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array
from clausetrack.corpus.links import LEAST
from clausetrack.corpus.resemblance import resemblance
from clausetrack.corpus.similar import having, similar
from clausetrack.errors import InputError, UnknownNameError, nearest
from clausetrack.files import STDIN_NAME
from clausetrack.model.corpus import Contents, Families, Hits, Place, Resemblance, Similar

_AT_ONCE: Final = 20_000
"""Clauses that are read before those that do not meet the conditions are let go again: thirty megabytes."""


def contents_of(path: str) -> Contents:
    """Give what an index holds. InputError where there is none."""
    return contents(Index(path))


def similar_to(what: str, path: str, settings: Settings, *, limit: int = 10) -> Similar:
    """Give what is near to clauses.

    ``what`` is SET#CLAUSE, a clause set or a document, of which every clause is asked about, ``-``, or a text itself.
    InputError where it or the index cannot be read, UnknownNameError for a clause that the set does not have.
    """
    index = Index(path)
    asked = _asked(what, settings)
    return Similar(tuple(similar(index, asked, limit)), index.clauses, len(index.documents))


def families_of(
    path: str, *, least: float = LEAST, limit: int = 20, engine_name: str = "duckdb", master: str | None = None
) -> Families:
    """Give the most widespread families of clauses; two are linked where they share ``least`` of their shingles."""
    index = Index(path)
    with _started(engine_name, index, master) as started:
        return families(index, started, least, limit)


def resemblance_of(
    path: str, *, least: float = LEAST, lowest: float = 0.1, engine_name: str = "duckdb", master: str | None = None
) -> Resemblance:
    """Give the pairs of agreements that share ``lowest`` of their clauses at least."""
    index = Index(path)
    with _started(engine_name, index, master) as started:
        return resemblance(index, started, least, lowest)


def search(words: Sequence[str], where: Sequence[str], path: str, *, limit: int = 20) -> Hits:
    """Give the clauses that have all words and meet all conditions, the best first."""
    chosen = predicate(where)
    index = Index(path)
    looked_for = " ".join(words)
    rows = having(index, looked_for)
    if not where:
        return Hits(looked_for, (), tuple(index.places(rows[:limit])), len(rows))
    found: list[Place] = []
    total = 0
    for place in _each(index, rows):
        if chosen(place.clause):
            total += 1
            found += [place] if total <= limit else []
    return Hits(looked_for, tuple(where), tuple(found), total)


def _each(index: Index, rows: Array) -> Iterator[Place]:
    for start in range(0, len(rows), _AT_ONCE):
        yield from index.places(rows[start : start + _AT_ONCE])


@contextmanager
def _started(name: str, index: Index, master: str | None) -> Iterator[Engine]:
    started = engine(name, index, master)
    try:
        yield started
    finally:
        started.close()


def _asked(what: str, settings: Settings) -> list[tuple[str, str]]:
    """Give the clauses that are asked about, each with what it is called."""
    if what == STDIN_NAME or _is_file(what):
        clause_set = set_of(read_content(what, settings), settings)
        return [(f"{what}#{clause.id}", clause.text) for clause in clause_set.clauses]
    path, mark, name = what.rpartition("#")
    if mark and _is_file(path):
        clause_set = set_of(read_content(path, settings), settings)
        try:
            return [(what, clause_set.clause(name).text)]
        except KeyError:
            guess = nearest(name, [clause.id for clause in clause_set.clauses])
            hint = f"did you mean '{guess}'?" if guess else f"'clausetrack show {path}' lists them"
            raise UnknownNameError(f"{path} has no clause '{name}'", hint=hint) from None
    if not what.strip():
        raise InputError("nothing was asked about", hint="give a text, a file, or FILE#CLAUSE")
    return [("the text", what)]


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):  # a text that is too long or too odd for a path
        return False
