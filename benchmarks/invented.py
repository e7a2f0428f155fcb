"""Clause sets of any size, invented: the same words for the same seed."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Final

from clausetrack.clauseset.load import dumps
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.model.source import Evidence, Source

_WORDS: Final = tuple(
    (  # noqa: SIM905 - words read better as a text than as forty quoted ones
        "the parties will cooperate conduct hold share open review ports ships harbours pilots crews "
        "customs fees exercises training rescue information security safety at sea on land joint regular "
        "yearly first second annual where appropriate in good time subject to their laws and or with each "
        "other for of a plan meeting centre exchange notice list report authority committee coast guard "
    ).split()
)


def clause_set(clauses: int, agreement: str = "invented", revision: str = "one", seed: int = 1) -> ClauseSet:
    """Give a set of so many clauses of forty words, about 700 bytes each in a file; the words bear out the coding."""
    random_ = random.Random(seed)  # noqa: S311 - reproducible, not secret
    return ClauseSet(
        agreement=Agreement(id=agreement, title="Invented agreement", instrument="treaty", parties=("NO", "IS")),
        revision=Revision(id=revision, basis="primary-text", completeness="complete", language="en"),
        sources=(Source(id="gazette", title="Gazette"),),
        clauses=tuple(_clause(number, random_) for number in range(1, clauses + 1)),
    )


def edited(original: ClauseSet, share: float = 0.1, moved: float = 0.0, seed: int = 2) -> ClauseSet:
    """Give the next revision: a share of the clauses with a few words changed, a share of them at another place."""
    random_ = random.Random(seed)  # noqa: S311 - reproducible, not secret
    clauses = list(original.clauses)
    for index in random_.sample(range(len(clauses)), int(len(clauses) * share)):
        words = clauses[index].text.split()
        for place in random_.sample(range(len(words)), 4):
            words[place] = random_.choice(_WORDS)
        clauses[index] = replace(
            clauses[index], text=" ".join(words), force=random_.choice(("intend", "aspire", "commit"))
        )
    for _ in range(int(len(clauses) * moved)):
        clauses.insert(random_.randrange(len(clauses)), clauses.pop(random_.randrange(len(clauses))))
    return replace(original, revision=replace(original.revision, id="two", follows="one"), clauses=tuple(clauses))


def write(clause_set_: ClauseSet, path: str) -> None:
    """Write a set in canonical form."""
    with open(path, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a string path
        stream.write(dumps(clause_set_))


def _clause(number: int, random_: random.Random) -> Clause:
    words = [random_.choice(_WORDS) for _ in range(40)]
    return Clause(
        id=f"topic-{'-'.join(random_.sample(_WORDS, 2))}-x{number}",
        kind="commitment",
        number=f"Article {number}",
        path=("Part One",),
        heading=" ".join(words[:4]).capitalize(),
        text=" ".join(words).capitalize() + ".",
        actors=("NO", "IS"),
        bearer="joint",
        polarity="do",
        force="commit",
        status="agreed",
        domains=("maritime-security",),
        evidence=(Evidence("gazette", paragraph=number, sentence=1, digest=f"sha256:{number:064x}"),),
        confidence="medium",
    )
