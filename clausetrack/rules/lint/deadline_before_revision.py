"""A deadline that had passed when the revision was made.

Either the deadline or `as_of` is wrong, or the clause was done by then: say so with `status: operating` or `ended`.

Wrong:

```yaml
revision: {id: one, basis: primary-text, as_of: 2024-11-01}
clauses:
  - {id: port-plan, kind: provision, text: A plan is made., deadline: 2023}
```

Right:

```yaml
revision: {id: one, basis: primary-text, as_of: 2024-11-01}
clauses:
  - {id: port-plan, kind: provision, text: A plan is made., deadline: 2025}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.subject import Problem, Subject

ID: Final = "deadline-before-revision"
SEVERITY: Final = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    """Report deadlines before ``as_of``, at the precision that both have."""
    as_of = subject.clause_set.revision.as_of
    if as_of is None:
        return
    for index, clause in subject.clauses():
        deadline = clause.deadline
        if deadline is None or clause.status in {"operating", "ended"}:
            continue
        precision = min(len(deadline), len(as_of))
        if deadline[:precision] < as_of[:precision]:
            yield Problem(
                ("clauses", index, "deadline"),
                f"the deadline {deadline} lies before the revision ({as_of})",
                "correct one of them, or set the clause's status",
            )
