"""Something takes, or lasts, longer or shorter.

Within fewer days is stronger, for more years too; where the words do not tell which of the two it is, the direction
is neutral.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "Ships leave the port within ten days."}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: "Ships leave the port within thirty days."}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.figures import sized, times

ID: Final = "duration-changed"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report durations in the text that became longer or shorter."""
    for figure in times(case, frozenset({"duration"})):
        if figure.old is not None and figure.new is not None:
            yield sized(case, figure, "duration")
