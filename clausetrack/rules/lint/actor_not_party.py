"""An actor or participant that is neither a party to the agreement nor declared.

An agreement holds its parties. Where a clause holds somebody else (an agency, a committee, a third state), declare
it under `actors`, so that a slip of the pen does not become a new actor. What is no code at all is reported by
`unknown-code` alone.

Wrong:

```yaml
agreement: {id: demo, title: Demo, parties: [NO, IS]}
clauses:
  - {id: port-calls, kind: commitment, text: Ships call at ports., actors: [NO, SE]}
```

Right:

```yaml
agreement: {id: demo, title: Demo, parties: [NO, IS]}
clauses:
  - {id: port-calls, kind: commitment, text: Ships call at ports., actors: [NO, IS]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.clauseset.vocabulary import is_code
from clausetrack.rules.subject import Problem, Subject

ID: Final = "actor-not-party"
SEVERITY: Final = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    """Report actors and participants that are neither parties nor declared; not where no parties are given."""
    parties = subject.clause_set.agreement.parties
    if not parties:
        return
    known = {*parties, *(actor.id for actor in subject.clause_set.actors)}
    for index, clause in subject.clauses():
        for key, names in (("actors", clause.actors), ("participants", clause.participants)):
            for number, name in enumerate(names):
                if name not in known and is_code(name):
                    yield Problem(
                        ("clauses", index, key, number),
                        f"'{name}' is not a party to the agreement",
                        f"parties: {', '.join(parties)}; declare others under 'actors'",
                    )
