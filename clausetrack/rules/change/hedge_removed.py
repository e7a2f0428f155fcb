"""A clause lost a way out: "where appropriate", "as far as possible", "within available resources".

Example:
```yaml
# old
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: "The parties shall, where appropriate, train together."
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "The parties shall train together."}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import struck

ID: Final = "hedge-removed"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report hedges that were struck from the text."""
    return struck(case, "hedge", "strengthened")
