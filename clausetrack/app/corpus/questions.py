"""Questions to a corpus: what it holds, what is near to a clause, which clauses are one, how alike agreements are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

from clausetrack.app.corpus.asked import asked_about
from clausetrack.app.settings import Settings
from clausetrack.app.where import FIELDS, predicate_of
from clausetrack.corpus.contents import contents
from clausetrack.corpus.engine import Engine, engine
from clausetrack.corpus.families import families
from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array
from clausetrack.corpus.links import LEAST
from clausetrack.corpus.resemblance import resemblance
from clausetrack.corpus.similar import having, similar
from clausetrack.model.clause import Clause
from clausetrack.model.corpus import Contents, Families, Hits, Place, Resemblance, Similar


def _of_clause(read: Callable[[Clause], Any]) -> Callable[[Place], Any]:
    return lambda place: read(place.clause)


_AT_ONCE: Final = 20_000
"""Clauses that are read before those that do not meet the conditions are let go again: thirty megabytes."""

_FIELDS: Final[dict[str, Callable[[Place], Any]]] = {
    # An index keeps no evidence, and a condition on it would meet nothing.
    **{name: _of_clause(read) for name, read in FIELDS.items() if name != "source"},
    "agreement": lambda place: (place.holding.agreement, place.holding.name),
    "revision": lambda place: place.holding.revision,
    "title": lambda place: place.holding.title,
    "language": lambda place: place.holding.language,
}
"""What clauses of a corpus can be chosen by: an agreement by its id or the name of its document."""


class Linking(NamedTuple):
    """When two clauses are one, and what computes which are: those are linked that share ``least`` of their shingles.

    Below 0.5, links are missed: a quarter of the pairs that share 0.4 to 0.5, and six in ten of those that share 0.3 to
    0.4. ``master`` is where Spark runs, and ``verbose`` lets it speak.
    """

    least: float = LEAST
    engine_name: str = "duckdb"
    master: str | None = None
    verbose: bool = False


def contents_of(path: str) -> Contents:
    """Give what an index holds. InputError where there is none."""
    return contents(Index(path))


def similar_to(what: str, path: str, settings: Settings, *, limit: int = 10) -> Similar:
    """Give what is near to clauses.

    ``what`` is the name of a document of the index, or else of a file, of which every clause is asked about; such a
    name, # and the id of a clause; ``-``; or a text itself. InputError where it or the index cannot be read,
    UnknownNameError for a clause that the document does not have, and for what looks like a name and is none.
    """
    index = Index(path)
    asked = asked_about(what, index, settings)
    return Similar(tuple(similar(index, asked, limit)), index.clauses, len(index.documents))


def families_of(path: str, linking: Linking = Linking(), *, limit: int = 20) -> Families:  # noqa: B008 - it cannot be changed
    """Give the most widespread families of clauses."""
    index = Index(path)
    with _started(index, linking) as started:
        return families(index, started, linking.least, limit)


def resemblance_of(path: str, linking: Linking = Linking(), *, lowest: float = 0.1) -> Resemblance:  # noqa: B008 - as above
    """Give the pairs of agreements that share ``lowest`` of their clauses at least."""
    index = Index(path)
    with _started(index, linking) as started:
        return resemblance(index, started, linking.least, lowest)


def search(words: Sequence[str], where: Sequence[str], path: str, *, limit: int = 20) -> Hits:
    """Give the clauses that have all words and meet all conditions, the best first."""
    chosen = predicate_of(where, _FIELDS)
    index = Index(path)
    looked_for = " ".join(words)
    rows = having(index, looked_for)
    if not where:
        return Hits(looked_for, (), tuple(index.places(rows[:limit])), len(rows))
    found: list[Place] = []
    total = 0
    for place in _each(index, rows):
        if chosen(place):
            total += 1
            found += [place] if total <= limit else []
    return Hits(looked_for, tuple(where), tuple(found), total)


def _each(index: Index, rows: Array) -> Iterator[Place]:
    for start in range(0, len(rows), _AT_ONCE):
        yield from index.places(rows[start : start + _AT_ONCE])


@contextmanager
def _started(index: Index, linking: Linking) -> Iterator[Engine]:
    started = engine(linking.engine_name, index, linking.master, verbose=linking.verbose)
    try:
        yield started
    finally:
        started.close()
