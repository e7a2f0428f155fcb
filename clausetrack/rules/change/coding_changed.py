"""Only the encoding changed: the words stand, and nothing happened that would explain it.

Fields with a rule of their own are reported by that rule, with the cause `coding` where the words stand; this one reports whatever
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

from clausetrack.rules.change_subject import Case, Draft

ID: Final = "coding-changed"
SEVERITY: Final = "info"


def check(case: Case, covered: frozenset[str]) -> Iterator[Draft]:
    """Report the fields that differ and that no other rule has spoken of."""
    for name, delta in case.pair.fields.items():
        if name not in covered:
            yield Draft("neutral", name, f"{name.replace('_', ' ')} changed", delta.old, delta.new, "coding", key=name)
