"""A domain that is in neither the shared vocabulary nor the project's own.

Agreements can be compared by domain only where they use the same words. `clausetrack schema domains` lists the shared
vocabulary; `domains:` in `clausetrack.yaml` adds words of your own.

Wrong:

```yaml
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports., domains: [maritime-securty]}
```

Right:

```yaml
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports., domains: [maritime-security]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.clauseset.vocabulary import domains, nearest_domain
from clausetrack.rules.subject import Problem, Subject

ID: Final = "unknown-domain"
SEVERITY: Final = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    """Report every domain that nobody has defined."""
    for index, clause in subject.clauses():
        for number, name in enumerate(clause.domains):
            if name not in domains() and name not in subject.own_domains:
                guess = nearest_domain(name, subject.own_domains)
                hint = f"did you mean '{guess}'?" if guess else "add it under 'domains' in clausetrack.yaml"
                yield Problem(("clauses", index, "domains", number), f"'{name}' is not a known domain", hint)
