"""A clause is about something more than before.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties train together., domains: [training]}
# new
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: The parties train together at sea.
    domains: [training, maritime-security]
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import came

ID: Final = "domain-added"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report domains and topics that the clause did not have."""
    return came(case, ("domains", "topics"), "domain", "broadened")
