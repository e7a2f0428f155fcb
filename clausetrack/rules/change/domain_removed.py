"""A clause is no longer about something.

Example:
```yaml
# old
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: The parties train together at sea.
    domains: [training, maritime-security]
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties train together., domains: [training]}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import went

ID: Final = "domain-removed"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report domains and topics that the clause no longer has."""
    return went(case, ("domains", "topics"), "domain", "narrowed")
