"""A dialogue meets more often.

Example:
```yaml
# old
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The ministers meet., every: P1Y}
# new
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The ministers meet., every: P6M}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.figures import rhythms
from clausetrack.rules.time import interval

ID: Final = "frequency-raised"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report what happens more often: by the field where a clause has it, else by its words."""
    if not case.coded("every"):
        yield from rhythms(case, oftener=True)
        return
    delta = case.delta("every")
    if delta is not None and interval(delta.new) < interval(delta.old):
        change = f"{delta.old or 'no rhythm'} → {delta.new or 'no rhythm'}"
        yield Draft("strengthened", "every", f"every {change}, more often", delta.old, delta.new)
