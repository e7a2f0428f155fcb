"""A cross-reference bears another number because the clause that it points at does.

That is a consequence, not a finding. Also a changed number whose target is none of the clauses (an annex, a chapter),
which cannot be followed; the message says so.

Example:
```yaml
# old
clauses:
  - {id: fees, kind: provision, number: Article 1, text: "No fees are taken."}
  - {id: calls, kind: provision, number: Article 2, text: "Ships call at ports under Article 1."}
# new
clauses:
  - {id: scope, kind: provision, number: Article 1, text: "This text is about ports."}
  - {id: fees, kind: provision, number: Article 2, text: "No fees are taken."}
  - {id: calls, kind: provision, number: Article 3, text: "Ships call at ports under Article 2."}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.pointing import pointing

ID: Final = "reference-renumbered"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report references that followed their targets, or whose targets are not known."""
    yield from pointing(case, "followed")
    yield from pointing(case, "unknown")
