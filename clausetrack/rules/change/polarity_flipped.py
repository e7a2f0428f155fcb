"""What was to be done is now to be refrained from, or the reverse.

Example:
```yaml
# old
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: The parties call at each other's ports.
    polarity: do
# new
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: The parties do not call at each other's ports.
    polarity: refrain
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.strength import strengths

ID: Final = "polarity-flipped"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report norms whose polarity changed; silence counts as `do`."""
    for found in strengths(case, "polarity"):
        if (found.old or "do") != (found.new or "do"):
            yield found.draft("mixed", "polarity")
