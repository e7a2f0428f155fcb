"""A source that nothing refers to.

Either the evidence of a clause was forgotten, or the source is not one.

Wrong:

```yaml
sources:
  - {id: gazette}
  - {id: leaflet}
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports., evidence: [{source: gazette}]}
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

from clausetrack.rules.lint.dangling_source import named_sources
from clausetrack.rules.subject import Problem, Subject

ID: Final = "source-unused"
SEVERITY: Final = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    """Report every source that no evidence, meeting or event names."""
    if not subject.clause_set.sources:
        return
    used = {name for _, name in named_sources(subject.clause_set)}
    for index, source in enumerate(subject.clause_set.sources):
        if source.id and source.id not in used:
            yield Problem(
                ("sources", index, "id"),
                f"nothing refers to the source '{source.id}'",
                "name it in the evidence of a clause, or remove it",
            )
