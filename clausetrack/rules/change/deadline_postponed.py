"""A clause may be done later.

A deadline of reduced precision ends with its last day: 2026 is later than 2026-06.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties draw up a plan., deadline: 2026}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties draw up a plan., deadline: 2027}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.figures import dates
from clausetrack.rules.time import last_day

ID: Final = "deadline-postponed"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report deadlines that moved back: by the field where a clause has it, else by the dates in the text."""
    if not case.coded("deadline"):
        yield from dates(case, later=True)
        return
    delta = case.delta("deadline")
    if delta is not None and delta.old and delta.new and last_day(delta.new) > last_day(delta.old):
        yield Draft("weakened", "deadline", f"deadline {delta.old} → {delta.new}, later", delta.old, delta.new)
