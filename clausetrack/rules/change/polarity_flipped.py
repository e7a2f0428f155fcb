"""What was to be done is now to be refrained from, or the reverse.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties call at each other's ports., polarity: do}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties do not call at each other's ports., polarity: refrain}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft

ID: Final = "polarity-flipped"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses whose polarity changed; silence counts as `do`, which is what a clause says unless it says otherwise."""
    delta = case.delta("polarity")
    if delta is not None and (delta.old or "do") != (delta.new or "do"):
        yield Draft("mixed", "polarity", f"polarity {delta.old or 'do'} → {delta.new or 'do'}", delta.old, delta.new)
