"""What became of the evidence of a clause set when it was held against its sources."""

from __future__ import annotations

from typing import Final, Literal

from clausetrack.errors import ClausetrackError
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.position import Path, Position
from clausetrack.model.record import Record, record
from clausetrack.model.source import Evidence

EvidenceState = Literal["stands", "moved", "edited", "stale", "no-digest", "unchecked"]
EVIDENCE_STATES: Final = ("stands", "moved", "edited", "stale", "no-digest", "unchecked")
SourceState = Literal["same", "differs", "unchecked", "unreadable"]
FoundBy = Literal["typography", "words", "place", "counterpart", "clause"]


@record
class Likeness(Record):
    """The sentence of a changed source that most likely was the one that evidence speaks of.

    ``found_by`` says how it was found, the surest first: the same sentence but for ``typography``; the one most like
    its former ``words``, where they are known; the one between the same neighbours, by ``place``; the one most like it
    in the clause that is the ``counterpart`` in the new document; the one most like the text of the ``clause``.
    ``similarity`` (0 to 1) compares it with ``was``, the former words where they are known, else with the clause's
    text. ``evidence`` is what the clause file would have to say of it.
    """

    text: str
    similarity: float
    found_by: FoundBy
    evidence: Evidence
    was: str | None = None


@record(kw_only=True)
class EvidenceCheck(Record):
    """One piece of evidence of one clause.

    - ``stands``: the digest is found where the evidence says, or anywhere where it names no place;
    - ``moved``: the digest is found, but only elsewhere: ``places`` are all its (paragraph, sentence);
    - ``edited``: it is not found, and ``nearest`` is what the sentence most likely became;
    - ``stale``: it is not found, and neither is anything like it;
    - ``no-digest``: the evidence has no digest that could be looked for;
    - ``unchecked``: neither fingerprint nor document of the source is at hand.

    ``path`` leads to the evidence in the clause set. ``now`` is what the clause file would have to say where the
    sentence moved or was edited; of several places the one nearest to where it was.
    """

    clause: str
    evidence: Evidence
    state: EvidenceState
    path: Path
    position: Position | None = None
    places: tuple[tuple[int, int], ...] = ()
    nearest: Likeness | None = None
    now: Evidence | None = None


@record(kw_only=True)
class SourceCheck(Record):
    """One source of a clause set.

    - ``same``: the document at hand, or the fingerprint, is of the bytes that ``sha256`` names, or that the fingerprint
      names;
    - ``differs``: it is of others: ``expected`` and ``found`` are the digests;
    - ``unchecked``: there is nothing to hold against it;
    - ``unreadable``: its fingerprint is not there or cannot be read: ``fault`` says why.

    ``document`` is the file that was taken for the source, if any was given; ``path`` leads to the source in the clause
    set.
    """

    source: str
    state: SourceState
    path: Path
    position: Position | None = None
    document: str | None = None
    expected: str | None = None
    found: str | None = None
    fault: ClausetrackError | None = None


@record
class SetCheck(Record):
    """All sources and all evidence of one clause file, in the order of the file."""

    file: str
    clause_set: ClauseSet
    sources: tuple[SourceCheck, ...]
    evidence: tuple[EvidenceCheck, ...]
