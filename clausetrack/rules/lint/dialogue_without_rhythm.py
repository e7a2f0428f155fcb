"""A dialogue that does not say how often it meets.

Give `every` (an ISO 8601 duration) where the text names a rhythm, else `occurrence`: once, ad-hoc, on-request or
regular. Without either nobody can say when the next meeting is due, or that it is overdue.

Wrong:

```yaml
clauses:
  - {id: cyber-dialogue, kind: dialogue, text: The parties discuss cyber issues., participants: [NO, IS]}
```

Right:

```yaml
clauses:
  - {id: cyber-dialogue, kind: dialogue, text: The parties discuss cyber issues., participants: [NO, IS], every: P1Y}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.subject import Problem, Subject

ID: Final = "dialogue-without-rhythm"
SEVERITY: Final = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    """Report dialogues without ``every`` and ``occurrence``, unless they were suspended or have ended."""
    for index, clause in subject.clauses():
        if clause.kind == "dialogue" and not (
            clause.every or clause.occurrence or clause.status in {"suspended", "ended"}
        ):
            yield Problem(
                ("clauses", index, "id"),
                f"the dialogue '{clause.id}' has no rhythm",
                "add 'every: P1Y', or 'occurrence:' with once, ad-hoc, on-request or regular",
            )
