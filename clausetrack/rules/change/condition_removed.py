"""A clause holds without something that had to be the case before.

Example:
```yaml
# old
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: "Subject to their laws, the parties train together."
    conditions: [subject to their laws]
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties train together.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import struck, went

ID: Final = "condition-removed"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report conditions that the clause no longer has: by the field where it has one, else by its words."""
    if case.coded("conditions"):
        return went(case, ("conditions",), "condition", "strengthened")
    return struck(case, "condition", "strengthened")
