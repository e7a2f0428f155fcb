"""A clause that the new revision does not have any more.

Where the new set is partial, the clause may still be there unseen; the report says so.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports.}
  - {id: port-fees, kind: commitment, actors: ["NO", IS], text: No fees are taken.}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Severity
from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.presence import HOLDING

ID: Final = "clause-removed"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses that only the old side has."""
    clause = case.old
    if case.pair.match.relation == "removed" and clause is not None:
        severity: Severity | None = None if clause.kind in HOLDING else "warning"
        yield Draft("narrowed", "", f"{clause.kind} removed", clause.id, None, severity=severity)
