"""Evidence, a meeting or an event that names a source that the file does not have.

Wrong:

```yaml
sources:
  - {id: gazette}
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports., evidence: [{source: gazete}]}
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

from clausetrack.errors import nearest
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.position import Path
from clausetrack.rules.subject import Problem, Subject

ID: Final = "dangling-source"
SEVERITY: Final = "error"


def check(subject: Subject) -> Iterator[Problem]:
    """Report every source that is named and not listed under ``sources``."""
    known = {source.id for source in subject.clause_set.sources}
    for path, name in named_sources(subject.clause_set):
        if name and name not in known:
            guess = nearest(name, known)
            hint = f"did you mean '{guess}'?" if guess else "list it under 'sources'"
            yield Problem(path, f"there is no source '{name}'", hint)


def named_sources(clause_set: ClauseSet) -> Iterator[tuple[Path, str]]:
    """Yield the path and the id of every mention of a source."""
    for index, clause in enumerate(clause_set.clauses):
        for number, evidence in enumerate(clause.evidence):
            yield ("clauses", index, "evidence", number, "source"), evidence.source
        for number, meeting in enumerate(clause.held):
            if meeting.source:
                yield ("clauses", index, "held", number, "source"), meeting.source
    for index, event in enumerate(clause_set.events):
        if event.source:
            yield ("events", index, "source"), event.source
