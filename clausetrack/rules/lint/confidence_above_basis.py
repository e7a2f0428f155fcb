"""More confidence than the basis of the revision can give.

Who has a news report has not read the agreement: what it says of a clause is known with medium confidence at most.

Wrong:

```yaml
revision: {id: one, basis: news-report}
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports., confidence: high}
```

Right:

```yaml
revision: {id: one, basis: news-report}
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports., confidence: medium}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.scales import BASIS_CONFIDENCE_CAP, CONFIDENCE
from clausetrack.rules.subject import Problem, Subject

ID: Final = "confidence-above-basis"
SEVERITY: Final = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    """Report clauses whose confidence lies above the cap of the revision's basis."""
    basis = subject.clause_set.revision.basis
    cap = BASIS_CONFIDENCE_CAP.get(basis)
    if cap is None:
        return
    for index, clause in subject.clauses():
        if clause.confidence in CONFIDENCE and CONFIDENCE.index(clause.confidence) > CONFIDENCE.index(cap):
            yield Problem(
                ("clauses", index, "confidence"),
                f"the confidence is {clause.confidence}, the basis is a {basis}",
                f"write '{cap}' or lower",
            )
