"""A dialogue is held at a lower level.

Example:
```yaml
# old
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The talks are held., level: ministers}
# new
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The talks are held., level: directors}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.scales import LEVEL
from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import on_scale

ID: Final = "level-lowered"
SEVERITY: Final = "error"


def check(case: Case) -> Iterator[Draft]:
    """Report dialogues whose level went down."""
    return on_scale(case, "level", LEVEL, up=False, direction="weakened")
