"""A clause that does not say where it was read.

Without evidence nobody can check a clause, and nothing can tell that its source has changed. A file without any
source is reported once, not clause by clause.

Wrong:

```yaml
sources:
  - {id: gazette}
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports.}
```

Right:

```yaml
sources:
  - {id: gazette}
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports., evidence: [{source: gazette}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.subject import Problem, Subject

ID: Final = "evidence-missing"
SEVERITY: Final = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    """Report clauses without evidence, or the file where it has no sources at all."""
    if subject.clause_set.clauses and not subject.clause_set.sources:
        yield Problem(("revision",), "the file names no source", "list what it was read from under 'sources'", key=True)
        return
    for index, clause in subject.clauses():
        if not clause.evidence:
            yield Problem(
                ("clauses", index, "id"),
                f"'{clause.id}' has no evidence",
                "say where it was read: evidence: [{source: …}]",
            )
