"""A clause holds its actors more strongly than before.

Force is a scale from `recital` to `bind`; see the page on substance.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties may train together., force: discretion}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties will train together., force: commit}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.strength import moved

ID: Final = "force-raised"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report norms whose force went up: by the field where a clause has it, else by its words."""
    return moved(case, up=True)
