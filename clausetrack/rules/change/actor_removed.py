"""A clause no longer holds, or is no longer owed to, somebody; or somebody no longer says it.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: [IS, FO], text: Iceland and the Faroe Islands open their ports.}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: [IS], text: Iceland opens its ports.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import went

ID: Final = "actor-removed"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report actors, counterparts and speakers that the clause no longer has."""
    return went(case, ("actors", "counterpart", "speaker"), "actor", "narrowed")
