"""A clause bears another number. It is the same clause.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports., number: Article 9}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports., number: Article 11}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft

ID: Final = "clause-renumbered"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses whose number changed."""
    delta = case.delta("number")
    if delta is not None:
        yield Draft(
            "neutral", "number", f"{delta.old or 'no number'} → {delta.new or 'no number'}", delta.old, delta.new
        )
