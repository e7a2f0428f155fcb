"""A clause covers less: an item or a sentence was taken away, or a qualifier added.

Read from the word edits, passage by passage; `docs/explanation/substance.md` says what they can and cannot show.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "The parties share radar data."}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "The parties share unclassified radar data."}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import covered

ID: Final = "scope-narrowed"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report, in one change, all that the text covers no more."""
    return covered(case, "narrowed")
