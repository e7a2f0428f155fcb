"""A cross-reference points at another clause than before.

The alignment decides: it knows what number the clause that was meant bears now.

Example:
```yaml
# old
clauses:
  - {id: fees, kind: provision, number: Article 1, text: "No fees are taken."}
  - {id: crews, kind: provision, number: Article 2, text: "Crews may land."}
  - {id: calls, kind: provision, number: Article 3, text: "Ships call at ports under Article 1."}
# new
clauses:
  - {id: fees, kind: provision, number: Article 1, text: "No fees are taken."}
  - {id: crews, kind: provision, number: Article 2, text: "Crews may land."}
  - {id: calls, kind: provision, number: Article 3, text: "Ships call at ports under Article 2."}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.pointing import pointing

ID: Final = "reference-retargeted"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report references that were changed and are not what became of their targets."""
    return pointing(case, "elsewhere")
