"""Something is taken out of what a clause covers.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at every port.}
# new
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: Ships call at every port except naval ports.
    exceptions: [except naval ports]
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import came, written

ID: Final = "exception-added"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report exceptions that the clause did not have: by the field where it has one, else by its words."""
    if case.coded("exceptions"):
        return came(case, ("exceptions",), "exception", "narrowed")
    return written(case, "exception", "narrowed")
