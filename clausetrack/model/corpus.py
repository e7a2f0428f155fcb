"""A corpus: very many agreements in one index, and the answers that are given from it."""

from __future__ import annotations

from array import array
from dataclasses import field

from clausetrack.errors import ClausetrackError
from clausetrack.model.change import WordEdit
from clausetrack.model.clause import Clause
from clausetrack.model.record import Record, record


@record(kw_only=True)
class Holding(Record):
    """One document of a corpus: its name (path, archive!member or file#id), what it is, and how many clauses it has."""

    name: str
    agreement: str
    revision: str
    title: str
    language: str | None = None
    clauses: int = 0


@record
class Place(Record):
    """A clause, and the document of the corpus that has it."""

    holding: Holding
    clause: Clause


@record
class Spot(Record):
    """Where a clause stands: the document of the corpus that has it, and its id there."""

    holding: Holding
    id: str


@record(kw_only=True)
class Neighbour(Record):
    """A wording that is like the one asked about, and the first clause that has it.

    ``relation`` is exact (the same words), near (a common wording) or related (common words); ``likeness`` the share of
    common shingles (Jaccard, 0 to 1), ``score`` the cosine of the words' weights (TF-IDF, 0 to 1). ``copies`` counts
    the clauses with these words, without the one asked about if it is in the index itself; ``spots`` says where the
    first of them are. ``edits`` lead from the clause asked about to this one.
    """

    place: Place
    relation: str
    likeness: float
    score: float
    copies: int
    spots: tuple[Spot, ...] = ()
    edits: tuple[WordEdit, ...] = ()


@record
class Asked(Record):
    """A clause that was asked about, how it is called, and its neighbours, the nearest first."""

    label: str
    text: str
    neighbours: tuple[Neighbour, ...]


@record
class Similar(Record):
    """What is near to each clause that was asked about, among so many clauses of so many documents."""

    asked: tuple[Asked, ...]
    clauses: int
    documents: int


@record(kw_only=True)
class Wording(Record):
    """One wording in a family: how many clauses have it, and where; 0 to 1 how like it is to the commonest.

    ``forces`` counts these clauses, the commonest force first; those without a norm are not in it. ``places`` are those
    that are listed; ``edits`` lead from the commonest wording to this one.
    """

    text: str
    clauses: int
    likeness: float
    forces: dict[str, int] = field(default_factory=dict)
    places: tuple[Place, ...] = ()
    edits: tuple[WordEdit, ...] = ()


@record(kw_only=True)
class Family(Record):
    """Clauses that are the same clause in different agreements.

    ``wordings`` are those that are listed, of ``distinct``, the commonest first. ``lowest`` and ``mean`` say how like
    the others are to it (Jaccard of shingles), over all clauses. ``forces`` counts the clauses of all wordings, the
    commonest force first; those without a norm are not in it.
    """

    clauses: int
    documents: int
    distinct: int
    wordings: tuple[Wording, ...]
    lowest: float
    mean: float
    forces: dict[str, int] = field(default_factory=dict)


@record(kw_only=True)
class Families(Record):
    """The families of a corpus, the most widespread first; those that are shown, of ``number`` in all.

    ``least`` is the share of common shingles that links two wordings; ``alone`` are clauses in no family. ``capped``
    counts the buckets that were too large to compare every pair in, ``largest`` the texts of the largest.
    """

    families: tuple[Family, ...]
    number: int
    clauses: int
    documents: int
    alone: int
    least: float
    capped: int = 0
    largest: int = 0


@record(kw_only=True)
class Resemblance(Record):
    """How alike agreements are: the pairs that share clauses, as columns of the same length.

    ``left`` and ``right`` are places in ``holdings``, the lower first; ``shared`` counts the clauses that both have,
    ``similarity`` is their share of all clauses of the two (Jaccard of the families with their counts, 0 to 1). Two
    clauses are the same where they share ``least`` of their wording; ``exact`` counts those of them that have the same
    words. Pairs of a similarity below ``lowest`` are left out.

    ``order`` puts like beside like, and ``merges`` are the steps of the tree (average linkage): two numbers, of a
    holding or beyond them of an earlier step, and the similarity at which they meet; both are empty where there are too
    many. ``passed_over`` counts families in more than ``cap`` agreements, by which alone no pair is listed;
    ``dropped`` the pairs that are not among the ``nearest`` of either of the two, where there are many. ``capped`` and
    ``largest`` are those of `Families`.
    """

    holdings: tuple[Holding, ...]
    left: array[int]
    right: array[int]
    shared: array[int]
    exact: array[int]
    similarity: array[float]
    least: float
    lowest: float
    order: tuple[int, ...] = ()
    merges: tuple[tuple[int, int, float], ...] = ()
    passed_over: int = 0
    cap: int = 0
    dropped: int = 0
    nearest: int = 0
    capped: int = 0
    largest: int = 0

    def verbatim(self, pair: int) -> float:
        """Give what part of the similarity of a pair is word for word: at most as much, 0 to 1."""
        return self.similarity[pair] * self.exact[pair] / self.shared[pair]


@record
class Hits(Record):
    """The clauses that have all words that were looked for, those shown, of ``total``; the best first."""

    words: str
    where: tuple[str, ...]
    places: tuple[Place, ...]
    total: int


@record(kw_only=True)
class Contents(Record):
    """What a corpus holds: counts in all, and by kind of clause and language; what could not be read."""

    documents: int
    agreements: int
    clauses: int
    wordings: int
    kinds: dict[str, int]
    languages: dict[str, int]
    unreadable: tuple[ClausetrackError, ...] = ()
    pending: int = 0


@record(kw_only=True)
class Built(Record):
    """What a build did: documents added, read again, left as they were, taken out.

    Read again (``changed``) is what has other bytes, or what the index could no longer use; ``stale`` documents are
    kept as they were because they can no longer be read.
    """

    added: int
    changed: int
    kept: int
    gone: int
    clauses: int
    passed_over: int
    stale: int = 0
    unreadable: tuple[ClausetrackError, ...] = ()
