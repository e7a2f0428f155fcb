"""A dialogue is held at a higher level.

Example:
```yaml
# old
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The talks are held., level: directors}
# new
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The talks are held., level: ministers}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.scales import LEVEL
from clausetrack.rules.change_subject import Case, Draft
from clausetrack.rules.movement import on_scale

ID: Final = "level-raised"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report dialogues whose level went up."""
    return on_scale(case, "level", LEVEL, up=True, direction="strengthened")
