"""A clause had to be done by a day, and has not any more.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties draw up a plan., deadline: 2026}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties draw up a plan., note: none}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.figures import limits

ID: Final = "deadline-lifted"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report deadlines that are gone: by the field where a clause has it, else time limits struck from the text."""
    if not case.coded("deadline"):
        yield from limits(case, came=False)
        return
    delta = case.delta("deadline")
    if delta is not None and delta.new is None:
        yield Draft("weakened", "deadline", f"deadline {delta.old} lifted", delta.old, delta.new)
