"""A defined term means something else, and with it every clause that uses it.

Example:
```yaml
# old
clauses:
  - {id: ship, kind: definition, term: ship, text: A ship is a vessel of 100 tons.}
# new
clauses:
  - {id: ship, kind: definition, term: ship, text: A ship is a vessel of 500 tons.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.language.typography import same_but_typography
from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import quoted

ID: Final = "definition-changed"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report definitions whose text or term changed in more than typography, numbers of references and names."""
    if case.new is None or case.old is None or case.new.kind != "definition" or case.pair.match.relation != "paired":
        return
    for field in ("term", "text"):
        delta = case.delta(field)
        if delta is None or (field == "text" and not case.reworded):
            continue
        if not same_but_typography(delta.old or "", delta.new or ""):
            message = f"the definition of {quoted(case.new.term or case.new.id)} changed"
            yield Draft("mixed", field, message, delta.old, delta.new, key=field)
