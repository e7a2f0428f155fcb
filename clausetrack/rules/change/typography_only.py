"""Quotes, dashes, spacing, case, spelling variants, list markers: the words are the same.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: 'The parties'' ports are open.'}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties’ ports are open.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.language.typography import same_but_typography
from clausetrack.rules.change_subject import Case, Draft

ID: Final = "typography-only"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses whose text or heading changed in nothing but typography."""
    for field in ("text", "heading"):
        delta = case.delta(field)
        if delta is not None and delta.old and delta.new and same_but_typography(delta.old, delta.new):
            edits = case.pair.edits if field == "text" else ()
            yield Draft("neutral", field, "typography only", delta.old, delta.new, edits=edits)
