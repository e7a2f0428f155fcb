"""A clause has to be done by a day, and had not before.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties draw up a plan., note: none}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties draw up a plan., deadline: 2026}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.figures import limits

ID: Final = "deadline-set"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report deadlines that are new: by the field where a clause has it, else time limits written into the text."""
    if not case.coded("deadline"):
        yield from limits(case, came=True)
        return
    delta = case.delta("deadline")
    if delta is not None and delta.old is None:
        yield Draft("strengthened", "deadline", f"deadline {delta.new} set", delta.old, delta.new)
