"""A statement speaks of somebody else than before.

Example:
```yaml
# old
clauses:
  - {id: worry, kind: statement, speaker: ["NO"], text: Norway is worried about A., targets: [SE]}
# new
clauses:
  - {id: worry, kind: statement, speaker: ["NO"], text: Norway is worried about B., targets: [DK]}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Direction
from clausetrack.rules.change_subject import Case, Draft

ID: Final = "target-changed"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report statements whose targets changed: broadened or narrowed where some only came or only went, else mixed."""
    delta = case.delta("targets")
    if delta is None:
        return
    old, new = set(delta.old), set(delta.new)
    if old != new:
        direction: Direction = "broadened" if old < new else "narrowed" if new < old else "mixed"
        names = f"{', '.join(delta.old) or 'nobody'} → {', '.join(delta.new) or 'nobody'}"
        yield Draft(direction, "targets", f"targets {names}", delta.old, delta.new)
