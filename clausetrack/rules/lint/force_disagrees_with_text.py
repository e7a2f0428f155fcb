"""A force that lies two levels or more from what the text says.

The file's own `force` wins over what is read from the words. Where the two are far apart, one of them is likely to be
wrong: the clause was coded too strong or too weak, or its text was changed and its force was not. Read the clause
again; where the coding is right, say so in a comment that ignores the rule here. Nothing is said of a text in a
language whose cues are not known, nor of a clause in which no norm is found.

Wrong:

```yaml
revision: {id: one, basis: primary-text, language: en}
clauses:
  - {id: port-calls, kind: provision, text: The parties may consider opening their ports., force: bind}
```

Right:

```yaml
revision: {id: one, basis: primary-text, language: en}
clauses:
  - {id: port-calls, kind: provision, text: The parties may consider opening their ports., force: discretion}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from clausetrack.model.clause import Clause
from clausetrack.model.scales import FORCE
from clausetrack.rules.subject import Problem, Subject

ID: Final = "force-disagrees-with-text"
SEVERITY: Final = "warning"

_APART: Final = 2
"""Levels that tell a disagreement from a shade: two careful readers differ by one now and then, hardly ever by two."""

# Beginnings of words that an English text must have to be read two levels or more below (or above) a level. Reading a
# text takes a hundred times as long as looking for these, so only the texts that have one are read.
_BELOW: Final = {
    "bind": "intend, plan to, expect, envisag, foresee, would",
    "commit": "aim, seek, striv, endeavo, effort, attempt, should, ought, hope, wish, desire, promot, encourag, "
    "foster, facilit",
    "intend": "may, can, could, might, consider, explor, examin, study, assess, reflect, look into, stand ready",
    "aspire": "welcom, reaffirm, reiterat, underlin, express, condemn, deplor, regret, urge, call on, "
    "call upon, look for",
    "discretion": "note, noting, recall, recogni, acknowledg, bear in mind, aware, believ",
}
_ABOVE: Final = {
    "recital": "may, can, consider, explor, examin, aim, seek, should",
    "stance": "aim, seek, endeavo, should, intend, plan to",
    "discretion": "intend, plan to, expect, would",
    "aspire": "will, agree, undertake, commit, pledge, promise, decide, resolve",
    "intend": "shall, must, oblig, required, bound, guarant, hereby",
}


def check(subject: Subject) -> Iterator[Problem]:
    """Report clauses whose own force is two levels or more from the one that is read from their text."""
    language = subject.clause_set.revision.language or ""
    english = language.split("-")[0].lower() == "en"
    for index, clause in subject.clauses():
        if clause.force is None or not language or (english and not _may_disagree(clause)):
            continue
        read = _read(clause, subject)
        if read is not None and abs(FORCE.index(read) - FORCE.index(clause.force)) >= _APART:
            yield Problem(
                ("clauses", index, "force"),
                f"the force is {clause.force}, the text reads as {read}",
                "correct the force, or say in a comment why it is right",
            )


def _may_disagree(clause: Clause) -> bool:
    text = f" {clause.text.lower()}"
    return any(word in text for word in _suspicious(clause.force or ""))


@cache
def _suspicious(force: str) -> tuple[str, ...]:
    """Give the beginnings of words, a space before each, by which a text may be read far from a force."""
    level = FORCE.index(force)
    below = [words for name, words in _BELOW.items() if FORCE.index(name) <= level]
    above = [words for name, words in _ABOVE.items() if FORCE.index(name) >= level]
    return tuple(f" {word}" for words in below + above for word in words.split(", "))


def _read(clause: Clause, subject: Subject) -> str | None:
    from clausetrack.language.force import read_force  # noqa: PLC0415 - 30 ms that few files have to pay

    status = subject.clause_set.agreement.legal_status
    return read_force(
        clause.text,
        subject.clause_set.revision.language,
        binding={"binding": True, "non-binding": False}.get(status or ""),
        reported=subject.clause_set.revision.basis == "news-report",
    ).force
