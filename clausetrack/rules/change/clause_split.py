"""One clause has become several. The parts together are compared with the whole, so that what stands is not shown twice.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports.}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft

ID: Final = "clause-split"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses that were split."""
    match = case.pair.match
    if match.relation == "split":
        old, new = [clause.id for clause in match.old], [clause.id for clause in match.new]
        yield Draft("neutral", "", f"{', '.join(old)} → {', '.join(new)}", old, new)
