"""A dialogue meets less often, or no longer has a fixed rhythm.

Example:
```yaml
# old
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The ministers meet., every: P6M}
# new
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The ministers meet., every: P1Y}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.figures import rhythms
from clausetrack.rules.time import interval

ID: Final = "frequency-lowered"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report what happens less often: by the field where a clause has it, else by its words."""
    if not case.coded("every"):
        yield from rhythms(case, oftener=False)
        return
    delta = case.delta("every")
    if delta is not None and interval(delta.new) > interval(delta.old):
        change = f"{delta.old or 'no rhythm'} → {delta.new or 'no rhythm'}"
        yield Draft("weakened", "every", f"every {change}, less often", delta.old, delta.new)
