"""A clause holds its actors less strongly than before.

What was a commitment has become an intention, an aspiration or a choice. This is the change that a word diff does not
show.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties will train together., force: commit}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties may train together., force: discretion}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.strength import moved

ID: Final = "force-lowered"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report norms whose force went down: by the field where a clause has it, else by its words."""
    return moved(case, up=False)
