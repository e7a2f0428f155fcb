"""Only the encoding changed: the words stand, and nothing happened that would explain it.

Fields with a rule of their own are reported by that rule, with the cause `coding` where the words stand; this one
reports whatever
else differs (confidence, evidence, notes, a force that one side does not give, …), so that no difference goes unsaid.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports., confidence: low}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports., confidence: high}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft, Said

ID: Final = "coding-changed"
SEVERITY: Final = "info"


def check(case: Case, said: Said) -> Iterator[Draft]:
    """Report the fields that differ and that no other rule has spoken of; the text is the other rules' business."""
    for name, delta in case.pair.fields.items():
        if name not in said.fields and name != "text":
            message = f"{name.replace('_', ' ')} changed"
            yield Draft("neutral", name, message, delta.old, delta.new, "coding", key=name)
