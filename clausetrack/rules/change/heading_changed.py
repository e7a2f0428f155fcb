"""A clause bears another heading.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports., heading: Calls}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports., heading: Port calls}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.language.typography import same_but_typography
from clausetrack.rules.change_subject import Case, Draft

ID: Final = "heading-changed"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses whose heading changed in more than typography."""
    delta = case.delta("heading")
    if delta is not None and not same_but_typography(delta.old or "", delta.new or ""):
        change = f"‘{delta.old or 'no heading'}’ → ‘{delta.new or 'no heading'}’"
        yield Draft("neutral", "heading", change, delta.old, delta.new)
