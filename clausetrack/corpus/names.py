"""Clauses by the names that reports give them: the document, or the document, a # and the id of the clause."""

from __future__ import annotations

from typing import Final

from clausetrack.corpus.fields import field
from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array
from clausetrack.corpus.libraries import np
from clausetrack.errors import UnknownNameError, nearest
from clausetrack.model.corpus import Spot

_LONGEST: Final = 4_096
"""Characters beyond which nothing is a name: paths are no longer anywhere."""


def spots(index: Index, rows: Array) -> list[Spot]:
    """Say where clauses stand, in the order of the rows; their texts are not read."""
    documents = index.row_documents[rows].tolist()
    known = dict.fromkeys(documents)
    holdings = dict(zip(known, index.holdings(list(known)), strict=True))
    ids = field(index, "id", rows)
    return [Spot(holdings[document], id_) for document, id_ in zip(documents, ids, strict=True)]


def rows_named(index: Index, name: str) -> Array | None:
    """Give the rows of the clauses that a name means, None where the index has no such document.

    A document has a # in its name itself where it is from a file with many. UnknownNameError where the document is
    there and the clause is not.
    """
    if len(name) > _LONGEST:
        return None
    numbers = {known: number for number, known in enumerate(index.documents["name"].to_pylist())}
    if name in numbers:
        return np.flatnonzero(index.row_documents == numbers[name])
    end = name.rfind("#")
    while end > 0:
        if name[:end] in numbers:
            rows = np.flatnonzero(index.row_documents == numbers[name[:end]])
            return rows[_place(field(index, "id", rows).tolist(), name[:end], name[end + 1 :]) :][:1]
        end = name.rfind("#", 0, end)
    return None


def _place(ids: list[str], document: str, wanted: str) -> int:
    if wanted in ids:
        return ids.index(wanted)
    guess = nearest(wanted, ids)
    hint = f"did you mean '{document}#{guess}'?" if guess else "'clausetrack corpus search' prints the names of clauses"
    raise UnknownNameError(f"{document} has no clause '{wanted}' in the index", hint=hint)
