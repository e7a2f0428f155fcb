"""A dialogue runs on another track: political, military or technical.

Example:
```yaml
# old
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The talks are held., track: political}
# new
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The talks are held., track: technical}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft

ID: Final = "track-changed"
SEVERITY: Final = "warning"


def check(case: Case) -> Iterator[Draft]:
    """Report dialogues whose track is known on both sides and differs."""
    delta = case.delta("track")
    if delta is not None and delta.old and delta.new:
        yield Draft("neutral", "track", f"track {delta.old} → {delta.new}", delta.old, delta.new)
