"""A clause covers more: an item or a sentence was added, or a qualifier taken away.

Read from the word edits, passage by passage; `docs/explanation/substance.md` says what they can and cannot show.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "The parties share radar data and charts."}
# new
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: "The parties share radar data, weather reports and charts."
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import covered

ID: Final = "scope-broadened"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report, in one change, all that the text came to cover."""
    return covered(case, "broadened")
