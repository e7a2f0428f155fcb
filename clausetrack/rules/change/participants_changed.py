"""A dialogue has other participants.

Example:
```yaml
# old
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The talks are held.}
# new
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS, FO], text: The talks are held.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Direction
from clausetrack.rules.change_subject import Case, Draft

ID: Final = "participants-changed"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report dialogues whose participants differ as a set; mixed where some came and some went."""
    delta = case.delta("participants")
    if delta is None:
        return
    old, new = set(delta.old), set(delta.new)
    if old != new:
        direction: Direction = "broadened" if old < new else "narrowed" if new < old else "mixed"
        signs = [f"+{name}" for name in delta.new if name not in old] + [
            f"-{name}" for name in delta.old if name not in new
        ]
        yield Draft(direction, "participants", f"participants {', '.join(signs)}", delta.old, delta.new)
