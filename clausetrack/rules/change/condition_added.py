"""A clause holds only if something more is the case.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties train together.}
# new
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: "Subject to their laws, the parties train together."
    conditions: [subject to their laws]
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import came, written

ID: Final = "condition-added"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report conditions that the clause did not have: by the field where it has one, else by its words."""
    if case.coded("conditions"):
        return came(case, ("conditions",), "condition", "weakened")
    return written(case, "condition", "weakened")
