"""A code that names no country and no body, and that the file does not declare.

Parties, actors, counterparts, participants and targets are ISO 3166-1 alpha-2 codes, the codes of well-known bodies
(EU, UN, NATO, …), or ids declared under `actors`. The message says what was meant where that can be told:
`UK` is `GB`, `Japan` is `JP`. A speaker may also be a person, by name; but the name of a country or body is reported.

Wrong:

```yaml
agreement: {id: demo, title: Demo, parties: [UK, IS]}
```

Right:

```yaml
agreement: {id: demo, title: Demo, parties: [GB, IS]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.clauseset.vocabulary import code_name, is_code, meant_code
from clausetrack.model.position import Path
from clausetrack.rules.subject import Problem, Subject

ID: Final = "unknown-code"
SEVERITY: Final = "error"

_KEYS: Final = ("actors", "counterpart", "participants", "targets")


def check(subject: Subject) -> Iterator[Problem]:
    """Report every name that is neither a code nor declared."""
    declared = {actor.id for actor in subject.clause_set.actors}
    judged: dict[str, bool] = {}
    for path, name, may_be_person in _names(subject):
        if name not in judged:
            judged[name] = name in declared or is_code(name)
        meant = None if judged[name] else meant_code(name)
        if judged[name] or (may_be_person and not _looks_like_code(name) and not _is_name_of(name, meant)):
            continue
        hint = f"did you mean '{meant}'?" if meant else "use an ISO 3166-1 alpha-2 code, or declare it under 'actors'"
        yield Problem(path, f"'{name}' is not a known code", hint)


def _names(subject: Subject) -> Iterator[tuple[Path, str, bool]]:
    for number, party in enumerate(subject.clause_set.agreement.parties):
        yield ("agreement", "parties", number), party, False
    for index, clause in subject.clauses():
        for key in _KEYS:
            for number, name in enumerate(getattr(clause, key)):
                yield ("clauses", index, key, number), name, False
        for number, name in enumerate(clause.speaker):
            yield ("clauses", index, "speaker", number), name, True


def _is_name_of(name: str, code: str | None) -> bool:
    return code is not None and (code_name(code) or "").casefold() == name.casefold()


def _looks_like_code(name: str) -> bool:
    return name.isupper() and " " not in name
