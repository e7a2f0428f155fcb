"""A status that went back since the revision before, and no event that says why.

What was agreed does not become a proposal by itself. Either the status is wrong, or something happened: say what under
`events`, naming the clause. An event that the revision before has too explains nothing.

Wrong:

```yaml
# file: clause_specs/demo/one.yaml
revision: {id: one, basis: primary-text, as_of: 2024}
clauses:
  - {id: port-pact, kind: provision, text: A pact on ports is made., status: agreed}
# file: clause_specs/demo/two.yaml
revision: {id: two, basis: primary-text, as_of: 2025, follows: one}
clauses:
  - {id: port-pact, kind: provision, text: A pact on ports is made., status: exploring}
```

Right:

```yaml
# file: clause_specs/demo/one.yaml
revision: {id: one, basis: primary-text, as_of: 2024}
clauses:
  - {id: port-pact, kind: provision, text: A pact on ports is made., status: agreed}
# file: clause_specs/demo/two.yaml
revision: {id: two, basis: primary-text, as_of: 2025, follows: one}
clauses:
  - {id: port-pact, kind: provision, text: A pact on ports is made., status: exploring}
events:
  - {date: 2025-03, type: negotiation-broken-off, clauses: [port-pact]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.scales import status_rank
from clausetrack.rules.outline import ClauseOutline
from clausetrack.rules.subject import Neighbourhood, Problem

ID: Final = "status-regressed-without-event"
SEVERITY: Final = "warning"


def check(subject: Neighbourhood) -> Iterator[Problem]:
    """Report clauses whose status lies below that of the revision that this one follows."""
    file = subject.file
    before = subject.project.revision(file.agreement, file.follows) if file.follows else None
    if before is None:
        return
    earlier = {clause.id: clause for clause in before.clauses}
    eventful = {name for event in file.events if event not in before.events for name in event.clauses}
    for clause in file.clauses:
        if clause.id in earlier and clause.id not in eventful and _regressed(earlier[clause.id], clause):
            yield Problem(
                ("clauses", clause.place, "status"),
                f"'{clause.id}' went back from {earlier[clause.id].status} to {clause.status}",
                "say what happened under 'events', naming the clause",
            )


def _regressed(old: ClauseOutline, new: ClauseOutline) -> bool:
    # Dialogues have a ladder of their own, and nobody can say which step of it a step of the other is.
    if old.status is None or new.status is None or (old.kind == "dialogue") != (new.kind == "dialogue"):
        return False
    old_rank, new_rank = status_rank(old.kind, old.status), status_rank(new.kind, new.status)
    return old_rank is not None and new_rank is not None and new_rank < old_rank
