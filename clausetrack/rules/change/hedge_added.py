"""A clause gained a way out: "where appropriate", "as far as possible", "within available resources".

A hedge costs a level of force from `aspire` upwards; the force rules say so too, where the level changed.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "The parties shall train together."}
# new
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: "The parties shall, where appropriate, train together."
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import written

ID: Final = "hedge-added"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report hedges that were written into the text."""
    return written(case, "hedge", "weakened")
