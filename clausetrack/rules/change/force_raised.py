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

from clausetrack.model.scales import FORCE
from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import on_scale

ID: Final = "force-raised"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses whose force went up."""
    return on_scale(case, "force", FORCE, up=True, direction="strengthened")
