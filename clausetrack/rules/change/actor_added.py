"""A clause holds, or is owed to, somebody more than before; or somebody more says it.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: [IS], text: Iceland opens its ports.}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: [IS, FO], text: Iceland and the Faroe Islands open their ports.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import came

ID: Final = "actor-added"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report actors, counterparts and speakers that the clause did not have."""
    return came(case, ("actors", "counterpart", "speaker"), "actor", "broadened")
