"""Families: the same clause in different agreements, how widespread it is, and how far its wordings go apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from clausetrack.corpus.engine import Engine
from clausetrack.corpus.forces import Forces, forces_of
from clausetrack.corpus.index import Index
from clausetrack.corpus.kernel import Array
from clausetrack.corpus.libraries import np, pa
from clausetrack.corpus.links import Links, jaccard
from clausetrack.corpus.queries import FAMILIES, HELD
from clausetrack.language.edits import word_edits
from clausetrack.model.corpus import Families, Family, Wording

WORDINGS: Final = 20
"""Wordings that are listed of a family, the commonest first: more than anybody reads one below the other."""

PLACES: Final = 10
"""Clauses that are listed of a wording."""

_SPREAD: Final = 2
"""Documents from which a clause is called a family."""


class Held(NamedTuple):
    """How the texts hang together, and a table of how many clauses of each family each document has."""

    links: Links
    table: pa.Table


def held(index: Index, engine: Engine, least: float) -> Held:
    """Link all texts, and count."""
    links = engine.link(index, least)
    texts, documents = np.asarray(index.row_texts), np.asarray(index.row_documents)
    worded = texts >= 0
    placed = pa.table({"document": pa.array(documents[worded]), "text": pa.array(texts[worded])})
    numbers = np.arange(len(links.families), dtype=np.int32)
    families = pa.table({"text": pa.array(numbers), "family": pa.array(links.families.astype(np.int32))})
    return Held(links, engine.query(HELD, {"placed": placed, "families": families}))


def families(index: Index, engine: Engine, least: float, limit: int) -> Families:
    """Give the families that are in two documents at least, those in most documents first, ``limit`` of them."""
    found = held(index, engine, least)
    table = engine.query(FAMILIES, {"held": found.table})
    names, clauses, documents = (table[name].to_numpy().astype(np.int64) for name in table.column_names)
    wide = np.flatnonzero(documents >= _SPREAD)
    order = wide[np.lexsort((names[wide], -clauses[wide], -documents[wide]))]
    copies = np.bincount(index.row_texts[index.row_texts >= 0], minlength=index.texts)
    members = _members(found.links.families, names[order[:limit]])
    forces = forces_of(index, np.concatenate([*members, np.zeros(0, np.int64)]).astype(np.int64))
    shown = [
        _family(index, texts, copies, forces, documents=int(documents[place]))
        for texts, place in zip(members, order[:limit].tolist(), strict=True)
    ]
    return Families(
        families=tuple(shown),
        number=len(wide),
        clauses=index.clauses,
        documents=len(index.documents),
        alone=index.clauses - int(clauses[wide].sum()),
        least=least,
        capped=found.links.capped,
        largest=found.links.largest,
    )


def _members(families_: Array, names: Array) -> list[Array]:
    """Give the texts of some families, ascending."""
    return [np.flatnonzero(families_ == name) for name in names]


def _family(index: Index, texts: Array, copies: Array, forces: Forces, *, documents: int) -> Family:
    texts = texts[np.argsort(-copies[texts], kind="stable")]
    alike = jaccard(index.shingles, np.full(len(texts), texts[0]), texts)
    spread: Counter[str] = Counter()
    for text in texts.tolist():
        spread += forces[text]
    return Family(
        clauses=int(copies[texts].sum()),
        documents=documents,
        distinct=len(texts),
        wordings=tuple(_wordings(index, texts[:WORDINGS], copies, alike, forces)),
        lowest=float(alike.min()),
        mean=float(np.average(alike, weights=copies[texts])),
        forces=_commonest_first(spread),
    )


def _wordings(index: Index, texts: Array, copies: Array, alike: Array, forces: Forces) -> Iterator[Wording]:
    rows = [np.flatnonzero(index.row_texts == text)[:PLACES] for text in texts]
    places = iter(index.places(np.concatenate(rows)))
    commonest = ""
    for text, found, likeness in zip(texts.tolist(), rows, alike.tolist(), strict=False):
        here = tuple(next(places) for _ in found)
        words = here[0].clause.text
        commonest = commonest or words
        yield Wording(
            text=words,
            clauses=int(copies[text]),
            likeness=likeness,
            forces=_commonest_first(forces[text]),
            places=here,
            edits=word_edits(commonest, words) if words != commonest else (),
        )


def _commonest_first(forces: Counter[str]) -> dict[str, int]:
    return dict(sorted(forces.items(), key=lambda entry: (-entry[1], entry[0])))
