"""Two clauses, sources or actors with the same id.

An id is the identity of a clause for its whole life: comparisons, references and events find it by that.
Where two clauses share one, a comparison pairs whichever comes first.

Wrong:

```yaml
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports.}
  - {id: port-calls, kind: provision, text: Ships leave ports.}
```

Right:

```yaml
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports.}
  - {id: port-departures, kind: provision, text: Ships leave ports.}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.subject import Problem, Subject

ID: Final = "duplicate-id"
SEVERITY: Final = "error"


def check(subject: Subject) -> Iterator[Problem]:
    """Report every id after the first of its section."""
    known = subject.clause_set
    sections = {
        "clauses": [clause.id for clause in known.clauses],
        "sources": [source.id for source in known.sources],
        "actors": [actor.id for actor in known.actors],
    }
    for section, ids in sections.items():
        seen: dict[str, int] = {}
        for index, name in enumerate(ids):
            if name in seen:
                first = subject.tree.locate((section, seen[name], "id")).line
                yield Problem((section, index, "id"), f"the id '{name}' is used twice", f"first on line {first}")
            elif name:
                seen[name] = index
