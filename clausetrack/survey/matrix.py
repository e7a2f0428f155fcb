"""The matrix of many agreements: what each has in every row, how strong, and how they depart from a model text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from clausetrack.clauseset.vocabulary import code_name, domains
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.matrix import UNSETTLED, By, Cell, Column, Departure, Line, Matrix, Wording
from clausetrack.survey.family import Family, Place
from clausetrack.survey.languages import differ, language_of
from clausetrack.survey.names import codes, names, subject
from clausetrack.survey.strength import Strength, comparable, held, precision_of, strength

UNSAID: Final = ""
"""The key of the row of clauses that say nothing of what rows are made by."""

_LONGEST_LABEL: Final = 60
"""Characters of a text that stands for a heading: a line in a table."""

LACKING: Final = frozenset({"absent", "not-found"})
"""What says that something was looked for in all of an agreement, and is not there, or was not found."""

Keys = Callable[[Clause], Sequence[str]]
KEYS: Final[dict[str, Keys]] = {
    "actor": lambda clause: (*clause.actors, *clause.participants, *clause.speaker),
    "domain": lambda clause: clause.domains,
    "kind": lambda clause: (clause.kind,),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What rows are made by, which clauses count, which column is the model text, and a project's names of domains.

    ``rows`` says of a key whether its row is wanted. ``coded`` says of each set whether an analyst made it; by default
    one did.
    """

    by: By = "family"
    counts: Callable[[Clause], bool] | None = None
    reference: int | None = None
    labels: Mapping[str, str] | None = None
    rows: Callable[[str], bool] | None = None
    coded: Sequence[bool] | None = None


def matrix(sets: Sequence[ClauseSet], families: Sequence[Family], wanted: Wanted | None = None) -> Matrix:
    """Lay out sets side by side: the rows that most of them have first, then the strongest, then as sets have them."""
    making = _Making(sets, families, wanted or Wanted())
    wanted_rows = making.wanted.rows or (lambda _: True)
    groups = [(key, places) for key, places in making.groups().items() if wanted_rows(key)]
    made = [(line, places) for key, places in groups if (line := making.line(key, places))]
    made.sort(key=lambda entry: (*_rank(entry[0]), making.position(entry[1]), entry[0].label, entry[0].key))
    columns = tuple(
        Column(clause_set=found, name=name, code=code, is_coded=is_coded)
        for found, name, code, is_coded in zip(sets, names(sets), codes(sets), making.coded, strict=True)
    )
    wants = making.wanted
    lines = tuple(line for line, _ in made)
    return Matrix(by=wants.by, columns=columns, lines=lines, reference=wants.reference, subject=subject(sets))


def _rank(line: Line) -> tuple[bool, int, tuple[float, ...]]:
    best = max(map(strength, line.wordings))
    return line.key == UNSAID, -len(line.having), tuple(-value for value in best)


class _Making:
    def __init__(self, sets: Sequence[ClauseSet], families: Sequence[Family], wanted: Wanted) -> None:
        self.sets, self.families, self.wanted = sets, families, wanted
        self.coded = self.wanted.coded if self.wanted.coded is not None else [True] * len(sets)
        self.languages = [language_of(found) for found in sets]
        self.ids = family_ids(sets, families)
        self.family_of = {place: at for at, family in enumerate(families) for place in family.places}
        self.known: dict[Place, Wording] = {}

    def groups(self) -> dict[str, list[Place]]:
        """Give the clauses of every row by its key."""
        if self.wanted.by == "family":
            return {id: list(family.places) for id, family in zip(self.ids, self.families, strict=True)}
        keys = KEYS[self.wanted.by]
        groups: defaultdict[str, list[Place]] = defaultdict(list)
        for s, found in enumerate(self.sets):
            for i, clause in enumerate(found.clauses):
                for key in dict.fromkeys(keys(clause)) or (UNSAID,):
                    groups[key].append((s, i))
        return groups

    def position(self, places: Sequence[Place]) -> float:
        """Give where in its agreements a row stands, on average (0 to 1)."""
        return round(sum(i / len(self.sets[s].clauses) for s, i in places) / len(places), 6)

    def line(self, key: str, places: Sequence[Place]) -> Line | None:
        """Make a row; None where no clause of it counts."""
        counts = self.wanted.counts
        found: defaultdict[int, list[Wording]] = defaultdict(list)
        for s, i in places:
            if counts is None or counts(self.sets[s].clauses[i]):
                found[s].append(self.wording((s, i)))
        if not found:
            return None
        passed_over = {s for s, _ in places} - found.keys()
        having = {s for s, _ in places}
        cells = [
            Cell("other") if s in passed_over else self._cell(s, found.get(s, ()), having)
            for s in range(len(self.sets))
        ]
        if self.wanted.reference is not None:
            model = cells[self.wanted.reference]
            cells = [
                cell if cell is model else replace(cell, departure=departure(cell, model, self._rankable(cell, model)))
                for cell in cells
            ]
        strongest, weakest = extremes(self._rankable(*cells))
        return Line(key=key, label=self._label(key, places), cells=tuple(cells), strongest=strongest, weakest=weakest)

    def _rankable(self, *cells: Cell) -> list[Wording]:
        """Give what each cell says best, as far as its strength can be held against that of the others.

        Between languages only a force that was coded can: a law in French binds in the present tense, where one in
        English says "shall".
        """
        best = [cell.wordings[0] for cell in cells if cell.wordings]
        if len({language for entry in best if (language := self.languages[entry.column])}) < 2:  # noqa: PLR2004 - else one
            return best
        return [e for e in best if e.clause.kind == "dialogue" or (self.coded[e.column] and e.clause.force is not None)]

    def wording(self, place: Place) -> Wording:
        """Describe a clause, the same in each row that it stands in."""
        if place not in self.known:
            found = self.sets[place[0]]
            clause = found.clauses[place[1]]
            at = self.family_of.get(place)
            family = self.families[at] if at is not None else None
            force, polarity = held(clause, found)
            self.known[place] = Wording(
                column=place[0],
                clause=clause,
                force=force,
                polarity=polarity,
                precision=precision_of(clause, found.revision.language),
                family=self.ids[at] if at is not None else None,
                confidence=family.confidence[place] if family else 1.0,
                is_part=family is not None and place in family.parts,
            )
        return self.known[place]

    def _cell(self, column: int, wordings: Sequence[Wording], having: Collection[int]) -> Cell:
        """Say what a set has in a row, ``having`` being the sets that have something of it."""
        if wordings:
            return Cell("there", tuple(sorted(wordings, key=_first, reverse=True)))
        if self.wanted.by == "family" and not any(self._were_compared(column, other) for other in having):
            return Cell("other-language")
        if not self.coded[column]:
            return Cell("not-found")
        return Cell("absent" if self.sets[column].revision.completeness == "complete" else "not-seen")

    def _were_compared(self, one: int, other: int) -> bool:
        """Say whether a clause of one set would have been found in the other: by its words, or by its id."""
        if not differ(self.languages[one], self.languages[other]):
            return True
        same = self.sets[one].agreement.id == self.sets[other].agreement.id
        return same and self.coded[one] and self.coded[other]

    def _label(self, key: str, places: Sequence[Place]) -> str:
        by = self.wanted.by
        if by == "family":
            return family_label([self.sets[s].clauses[i] for s, i in places])
        if key == UNSAID:
            return f"(no {by})"
        if by == "domain":
            known = domains().get(key)
            return (self.wanted.labels or {}).get(key) or (known.label if known else key)
        if by == "actor":
            return code_name(key) or next((a.name for s in self.sets for a in s.actors if a.id == key), key)
        return key


def _first(wording: Wording) -> tuple[bool, bool, Strength]:
    """Order the wordings of a cell: that there is a dialogue is no promise on what it is about.

    What was stopped or is not agreed yet comes behind what stands.
    """
    stands = wording.clause.status not in UNSETTLED
    return wording.force is not None and wording.clause.kind != "dialogue", stands, strength(wording)


def extremes(best: Sequence[Wording]) -> tuple[Wording | None, Wording | None]:
    """Give the strongest and the weakest of what columns say best; None for both where all are as strong."""
    known, by = comparable(best)
    if not known:
        return None, None
    strongest, weakest = max(known, key=by), min(known, key=by)
    return (strongest, weakest) if by(strongest) != by(weakest) else (None, None)


def departure(cell: Cell, model: Cell, rankable: Sequence[Wording]) -> Departure | None:
    """Say how a cell departs from that of the model text in its row; None where neither has it.

    ``rankable`` are those of their wordings whose strength can be compared.
    """
    if cell.presence == "there" and model.presence == "there":
        return _between(cell, model) if len(rankable) > 1 else "unknown"
    if cell.presence == "there":
        return "more" if model.presence in LACKING else "unknown"
    if model.presence == "there":
        return "missing" if cell.presence in LACKING else "unknown"
    return None if cell.presence in LACKING and model.presence in LACKING else "unknown"


def _between(cell: Cell, model: Cell) -> Departure:
    here, there = cell.wordings[0], model.wordings[0]
    if {here.polarity, there.polarity} == {"do", "refrain"}:
        # Of what was read from a text with several norms, one may be the contrary of another, not all of all.
        return "opposite" if here.clause.polarity and there.clause.polarity else "different"
    known, by = comparable([here, there])
    if len(known) > 1 and by(known[0]) != by(known[1]):
        return "stronger" if by(known[0]) > by(known[1]) else "weaker"
    return "same" if _texts(cell) == _texts(model) else "reworded"


def _texts(cell: Cell) -> set[str]:
    return {" ".join(wording.clause.text.split()) for wording in cell.wordings}


def family_label(clauses: Sequence[Clause]) -> str:
    """Name a family: by the heading that most of its clauses have, else by how the first text begins."""
    headings = Counter(clause.heading for clause in clauses if clause.heading)
    if headings:
        return max(headings, key=lambda heading: (headings[heading], heading))
    texts = Counter(" ".join(clause.text.split()) for clause in clauses)
    text = max(texts, key=lambda text: (texts[text], text))
    return text if len(text) <= _LONGEST_LABEL else text[:_LONGEST_LABEL].rsplit(" ", 1)[0] + " …"


def family_ids(sets: Sequence[ClauseSet], families: Sequence[Family]) -> list[str]:
    """Name families by the id that most of their clauses bear; of those that bear the same, the larger has it alone.

    The order of the sets plays no part.
    """
    found: list[tuple[str, int, list[tuple[str, str, str]], int]] = []
    for at, family in enumerate(families):
        ids = Counter(sets[s].clauses[i].id for s, i in family.places)
        name = min(ids, key=lambda entry: (-ids[entry], entry))
        members = sorted((sets[s].agreement.id, sets[s].revision.id, sets[s].clauses[i].id) for s, i in family.places)
        found.append((name, -len(members), members, at))
    taken: Counter[str] = Counter()
    names_of: dict[int, str] = {}
    known = {name for name, *_ in found}
    for name, _, _, at in sorted(found):
        taken[name] += 1
        given = name
        while taken[name] > 1 and (given := f"{name}-{taken[name]}") in known:
            taken[name] += 1
        known.add(given)
        names_of[at] = given
    return [names_of[at] for at in range(len(families))]
