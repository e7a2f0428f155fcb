"""Several clauses have become one.

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

ID: Final = "clauses-merged"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses that were merged."""
    match = case.pair.match
    if match.relation == "merged":
        old, new = [clause.id for clause in match.old], [clause.id for clause in match.new]
        yield Draft("neutral", "", f"{', '.join(old)} → {', '.join(new)}", old, new)
