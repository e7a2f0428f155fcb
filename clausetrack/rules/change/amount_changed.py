"""An amount of money changed, or a cap or floor of one came or went.

A higher cap holds less, a higher floor more.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "The fee shall not exceed EUR 200."}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "The fee shall not exceed EUR 350."}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.figures import numbers

ID: Final = "amount-changed"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report amounts in the text that differ."""
    return numbers(case, frozenset({"amount"}), "amount")
