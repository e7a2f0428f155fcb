"""A meeting of a dialogue took place. The words stand; something happened.

Example:
```yaml
# old
clauses:
  - {id: port-talks, kind: dialogue, participants: ["NO", IS], text: The talks are held., held: [{date: 2024-06}]}
# new
clauses:
  - id: port-talks
    kind: dialogue
    participants: ["NO", IS]
    text: The talks are held.
    held: [{date: 2024-06}, {date: 2025-06}]
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft

ID: Final = "meeting-held"
SEVERITY: Final = "info"


def check(case: Case) -> Iterator[Draft]:
    """Report every meeting that only the new side lists."""
    delta = case.delta("held")
    if delta is None:
        return
    for meeting in delta.new:
        if meeting not in delta.old:
            place = f" in {meeting.place}" if meeting.place else ""
            yield Draft(
                "neutral", "held", f"met on {meeting.date}{place}", None, meeting.date, "event", key=meeting.date
            )
