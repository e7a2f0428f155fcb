"""A name changed one for one wherever it stands.

One change for all its places; the clauses themselves are not reported for it.

Two places at least, and four in five of those that had the old name: what changed in one place may be a change of
what is named.

Example:
```yaml
# old
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: "The Harbour Office opens the port. The Harbour Office takes no fees."
# new
clauses:
  - id: port-calls
    kind: commitment
    actors: ["NO", IS]
    text: "The Port Board opens the port. The Port Board takes no fees."
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Comparison, Draft
from clausetrack.rules.movement import quoted

ID: Final = "term-renamed"
SEVERITY: Final = "info"


def check(comparison: Comparison) -> Iterator[Draft]:
    """Report every name that became another all through the comparison, with the clauses where it did."""
    if not any(pair.edits for pair in comparison.pairs):
        return
    for rename in comparison.setting.renames.found:
        places = tuple(new for _, new in rename.places)
        count = f"{rename.count} times in {len(places)} {'clause' if len(places) == 1 else 'clauses'}"
        message = f"{quoted(rename.old)} → {quoted(rename.new)}, {count}"
        yield Draft("neutral", "clauses.text", message, rename.old, rename.new, "text", key=rename.old, clauses=places)
