"""A document drafted again after an analyst has edited its clause set: the edits are carried to the new version.

Which clause became which is the aligner's to say. What the document says of a clause (its words, number, place and
evidence) comes from the new draft; what the analyst said (its id, kind and fields) is kept, unless the clause still
marks it as inferred: then it is inferred anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any, Final, Literal, NamedTuple

from clausetrack.align import align
from clausetrack.clauseset.inferred import CUES, DOUBTFUL, INFERRED, inferred
from clausetrack.language.typography import same_but_typography
from clausetrack.model.alignment import Match
from clausetrack.model.clause import Clause, Relation
from clausetrack.model.clauseset import Actor, ClauseSet, Revision
from clausetrack.model.source import Evidence, Source

_OF_THE_DOCUMENT: Final = ("number", "path", "heading", "text")
_OF_THE_DRAFT: Final = (INFERRED, DOUBTFUL, CUES, "x-references")
"""Free keys that drafting writes; an analyst's own are kept."""

Reason = Literal["new", "gone", "reworded", "split", "merged", "unsure", "reading", "relation"]


class Look(NamedTuple):
    """What an analyst should look at: a clause, by id, why in one word, and in words."""

    clause: str
    reason: Reason
    message: str


class Updated(NamedTuple):
    """The clause set of the new version, and what needs a look, in the order of the document."""

    clause_set: ClauseSet
    looks: tuple[Look, ...]


_UNSURE: Final = 0.8
"""Confidence of a match below which an analyst should look: about one in four of those is wrong (see benchmarks)."""


def update(edited: ClauseSet, drafted: ClauseSet) -> Updated:
    """Carry an analyst's edits over to a new draft of the document, or of its next version.

    Nothing that the analyst wrote on a clause is lost without a look that says so. The result follows the edited
    revision, or is that revision again where the draft has the same id.
    """
    matches = align(edited, drafted, trust_ids=False).matches
    carrier = _Carrier(edited, drafted)
    clauses = tuple(clause for match in matches for clause in carrier.carry(match))
    kept = {clause.id for clause in clauses}
    settled = tuple(_without_dangling(clause, kept, carrier.looks) for clause in clauses)
    result = replace(
        edited,
        revision=_revision(edited.revision, drafted.revision),
        sources=_sources(edited.sources, drafted.sources, settled),
        actors=_actors(edited.actors, drafted.actors),
        clauses=settled,
        events=tuple(
            replace(event, clauses=tuple(name for name in event.clauses if name in kept)) for event in edited.events
        ),
    )
    return Updated(result, tuple(carrier.looks))


class _Carrier:
    """Carries clauses over, and collects what needs a look."""

    def __init__(self, edited: ClauseSet, drafted: ClauseSet) -> None:
        self.looks: list[Look] = []
        self._read = {source.id for source in drafted.sources}
        self._main = _main_source(edited)
        self._said = {entry.digest for clause in drafted.clauses for entry in clause.evidence}
        # The id of a clause that is gone is not given to another: it would look like the same clause.
        self._free = _Names(clause.id for clause in edited.clauses)
        same = edited.revision.id == drafted.revision.id
        self._earlier = "" if same else f"{edited.agreement.id}@{edited.revision.id}#"

    def carry(self, match: Match) -> Iterator[Clause]:
        """Yield the clauses that a match becomes in the new set."""
        if not match.old:
            yield from map(self._added, match.new)
        elif not match.new:
            for clause in match.old:
                self._look(clause.id, "gone", "the new version has no such clause; its fields are not in the result")
        elif match.relation == "split":
            yield from self._split(match)
        else:
            yield from self._kept(match)

    def _added(self, clause: Clause) -> Clause:
        named = self._named(clause)
        self._look(named.id, "new", "the new version has this clause, the edited set had not")
        return named

    def _kept(self, match: Match) -> Iterator[Clause]:
        first, *others = match.old
        clause = self._merged(first, match.new[0])
        if match.confidence < _UNSURE:
            self._look(first.id, "unsure", f"this may be another clause ({match.confidence:.0%} sure)")
        if others:
            names = ", ".join(f"'{other.id}'" for other in others)
            self._look(first.id, "merged", f"{names} went into this clause; their fields are not in the result")
            clause = replace(clause, relations=(*clause.relations, *self._merged_from(others)))
        yield clause

    def _merged_from(self, others: Iterable[Clause]) -> Iterator[Relation]:
        """Yield relations to the clauses of the earlier revision; in a revision drafted again there is none to name."""
        if self._earlier:
            yield from (Relation("merged-from", self._earlier + other.id) for other in others)

    def _split(self, match: Match) -> Iterator[Clause]:
        old = match.old[0]
        first, *others = match.new
        parts = ", ".join(f"'{part.heading or part.number or part.id}'" for part in match.new)
        self._look(old.id, "split", f"this clause is now {len(match.new)}: {parts}; its fields went to the first")
        yield self._merged(old, first)
        for part in others:
            named = self._named(part)
            yield replace(named, relations=(*named.relations, Relation("split-from", old.id)))

    def _merged(self, old: Clause, new: Clause) -> Clause:
        """Give the old clause with what the new document says, and inferred anew what nobody had accepted."""
        open_fields = set(inferred(old))
        is_own_wording = self._is_still_said(old)
        values: dict[str, Any] = {name: getattr(new, name) for name in _OF_THE_DOCUMENT}
        if is_own_wording:
            values["text"] = old.text
        values |= {name: getattr(new, name) for name in _names() & open_fields if name not in _OF_THE_DOCUMENT}
        extra = {key: value for key, value in old.extra.items() if key not in _OF_THE_DRAFT}
        extra |= {key: value for key, value in new.extra.items() if key in _OF_THE_DRAFT and key != INFERRED}
        still_open = [name for name in inferred(new) if name in open_fields]
        if still_open:
            extra[INFERRED] = still_open
        if not is_own_wording and not same_but_typography(old.text, new.text):
            self._look_at_words(old, new, open_fields)
        return replace(old, **values, evidence=self._evidence(old, new), extra=_pruned(extra))

    def _look_at_words(self, old: Clause, new: Clause, open_fields: set[str]) -> None:
        self._look(old.id, "reworded", "its words changed: do its fields still hold?")
        for name in ("kind", "force", "polarity", "deadline", "every", "level"):
            was, reads = getattr(old, name), getattr(new, name)
            if name not in open_fields and was and reads and was != reads:
                self._look(old.id, "reading", f"{name} was accepted as {was}; the new words read as {reads}")

    def _is_still_said(self, clause: Clause) -> bool:
        """Say whether all sentences that a clause was read from are in the new document.

        Then a text that differs from the document's is the analyst's own wording.
        """
        digests = [entry.digest for entry in clause.evidence if entry.source == self._main]
        return bool(digests) and all(digest in self._said for digest in digests if digest)

    def _evidence(self, old: Clause, new: Clause) -> tuple[Evidence, ...]:
        others = (entry for entry in old.evidence if entry.source not in {self._main, *self._read})
        return (*new.evidence, *others)

    def _named(self, clause: Clause) -> Clause:
        return replace(clause, id=self._free.name(clause.id))

    def _look(self, clause: str, reason: Reason, message: str) -> None:
        self.looks.append(Look(clause, reason, message))


class _Names:
    """Ids that are not taken: the analyst's have precedence over those of a draft."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def name(self, wanted: str) -> str:
        """Give the id that is wanted, with a number behind it where it is taken."""
        name, number = wanted, 2
        while name in self._taken:
            name, number = f"{wanted}-{number}", number + 1
        self._taken.add(name)
        return name


def _names() -> set[str]:
    return {field.name for field in fields(Clause)} - {"id", "extra", "evidence", "relations", "aligns_with", "note"}


def _pruned(extra: dict[str, Any]) -> dict[str, Any]:
    """Leave out doubts on fields that are not open any more."""
    doubts = extra.get(DOUBTFUL)
    if not isinstance(doubts, dict):
        return extra
    still = {name: reason for name, reason in doubts.items() if name in extra.get(INFERRED, ())}
    rest = {key: value for key, value in extra.items() if key != DOUBTFUL}
    return rest | ({DOUBTFUL: still} if still else {})


def _main_source(edited: ClauseSet) -> str | None:
    """Give the source that most clauses were read from: the document that is drafted again."""
    counts = Counter(source for clause in edited.clauses for source in {entry.source for entry in clause.evidence})
    return counts.most_common(1)[0][0] if counts else None


def _revision(edited: Revision, drafted: Revision) -> Revision:
    if edited.id == drafted.id:
        return edited
    kept = replace(drafted, basis=edited.basis, completeness=edited.completeness, language=edited.language)
    return replace(kept, follows=edited.id, extra=edited.extra)


def _sources(edited: Sequence[Source], drafted: Sequence[Source], clauses: Sequence[Clause]) -> tuple[Source, ...]:
    """Give the sources that are still cited, the new document's in the place of one with its id."""
    new = {source.id: source for source in drafted}
    cited = {entry.source for clause in clauses for entry in clause.evidence}
    kept = [new.pop(source.id, source) for source in edited if source.id in cited or source.id in new]
    return (*kept, *new.values())


def _actors(edited: Sequence[Actor], drafted: Sequence[Actor]) -> tuple[Actor, ...]:
    known = {actor.id for actor in edited}
    return (*edited, *(actor for actor in drafted if actor.id not in known))


def _without_dangling(clause: Clause, kept: set[str], looks: list[Look]) -> Clause:
    """Drop relations to clauses of the set that are gone, and say so."""
    gone = [entry for entry in clause.relations if "#" not in entry.target and entry.target not in kept]
    if not gone:
        return clause
    for entry in gone:
        message = f"'{entry.type}' led to '{entry.target}', which is gone; it was dropped"
        looks.append(Look(clause.id, "relation", message))
    return replace(clause, relations=tuple(entry for entry in clause.relations if entry not in gone))
