"""A clause has fallen back, was suspended or has ended. Something happened; the words stand.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties conclude a pact., status: agreed}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties conclude a pact., status: suspended}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.scales import status_rank
from clausetrack.rules.change_subject import Case, Draft

ID: Final = "status-regressed"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses whose status went down the ladder of their kind."""
    delta = case.delta("status")
    if delta is None or not delta.old or not delta.new or case.new is None:
        return
    old, new = status_rank(case.new.kind, delta.old), status_rank(case.new.kind, delta.new)
    if old is not None and new is not None and new < old:
        yield Draft("weakened", "status", f"status {delta.old} → {delta.new}", delta.old, delta.new, "event")
