"""A number of things, a share or a percentage changed, or a cap or floor came or went.

A higher cap holds less, a higher floor more.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "Each port keeps at least two tugs ready."}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "Each port keeps at least four tugs ready."}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.figures import numbers

ID: Final = "quantity-changed"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report counts, fractions and percentages in the text that differ."""
    return numbers(case, frozenset({"count", "fraction", "percentage"}), "number")
