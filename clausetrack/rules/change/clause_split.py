"""One clause has become several.

The parts together are compared with the whole, so that what stands is not shown twice.

Example:
```yaml
# old
clauses:
  - id: calls-and-fees
    kind: provision
    text: Every ferry may call at the harbour by day and by night. The harbour master collects the fees in spring.
# new
clauses:
  - {id: calls, kind: provision, text: Every ferry may call at the harbour by day and by night.}
  - {id: fees, kind: provision, text: The harbour master collects the fees in spring.}
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
