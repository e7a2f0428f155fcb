"""A clause that the old revision does not have.

Where the old set is partial, the clause may have been there unseen; the report says so.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports.}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports.}
  - {id: port-fees, kind: commitment, actors: ["NO", IS], text: No fees are taken.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Severity
from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.presence import HOLDING

ID: Final = "clause-added"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses that only the new side has."""
    clause = case.new
    if case.pair.match.relation == "added" and clause is not None:
        severity: Severity | None = None if clause.kind in HOLDING else "info"
        yield Draft("broadened", "", f"{clause.kind} added", None, clause.id, severity=severity)
