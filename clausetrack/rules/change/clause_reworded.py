"""A clause says the same in other words, as far as the other rules can tell.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports.}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Vessels call at ports.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.language.typography import same_but_typography
from clausetrack.rules.change_subject import Case, Draft

ID: Final = "clause-reworded"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report clauses whose words changed in more than typography."""
    match = case.pair.match
    if not case.pair.edits or match.relation != "paired":
        return
    old, new = match.old[0].text, match.new[0].text
    if not same_but_typography(old, new):
        yield Draft("neutral", "text", "other words", old, new, edits=case.pair.edits)
