"""A clause stands at another place among its neighbours.

Clauses that only moved because others did are not reported: the fewest moves that explain the new order are.

Example:
```yaml
# old
clauses:
  - {id: fees, kind: provision, text: No fees are taken.}
  - {id: calls, kind: provision, text: Ships call at ports.}
  - {id: crews, kind: provision, text: Crews may land.}
# new
clauses:
  - {id: calls, kind: provision, text: Ships call at ports.}
  - {id: crews, kind: provision, text: Crews may land.}
  - {id: fees, kind: provision, text: No fees are taken.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft

ID: Final = "clause-moved"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses that the alignment found to have moved, or whose headings above changed."""
    delta = case.delta("path")
    if case.pair.match.moved:
        yield Draft("neutral", "", "moved among its neighbours", None, None)
    elif delta is not None:
        yield Draft(
            "neutral",
            "path",
            f"{' › '.join(delta.old) or 'top'} → {' › '.join(delta.new) or 'top'}",
            delta.old,
            delta.new,
        )
