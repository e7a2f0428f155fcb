"""Something that was taken out of what a clause covers is covered now.

Example:
```yaml
# old
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: Ships call at every port except naval ports.
    exceptions: [except naval ports]
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at every port.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import struck, went

ID: Final = "exception-removed"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report exceptions that the clause no longer has: by the field where it has one, else by its words."""
    if case.coded("exceptions"):
        return went(case, ("exceptions",), "exception", "broadened")
    return struck(case, "exception", "broadened")
