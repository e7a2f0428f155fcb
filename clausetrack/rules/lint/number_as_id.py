"""An id that is the clause's number.

Numbers change when an article is inserted; an id never does. A clause that is called "article-9" is misnamed
in the revision in which it becomes Article 11. Name it by what it is about, and keep the number under `number`.

Wrong:

```yaml
clauses:
  - {id: article-9, kind: provision, number: Article 9, text: The parties train together.}
```

Right:

```yaml
clauses:
  - {id: joint-training, kind: provision, number: Article 9, text: The parties train together.}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausetrack.rules.subject import Problem, Subject

ID: Final = "number-as-id"
SEVERITY: Final = "warning"

_PART: Final = r"(?:[0-9]+[a-z]?|[ivxlc]+|[a-z]|bis|ter|quater)"
_LABEL: Final = r"(?:article|art|section|sec|clause|paragraph|para|par|point|item|annex|chapter|title|part|no|§)"
_NUMBER: Final = re.compile(rf"({_LABEL}[-._ ]?)?{_PART}(?:[-._( ]+{_PART}\)?)*", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Report ids that consist of a label and numbers only."""
    for index, clause in subject.clauses():
        if _is_number(clause.id):
            yield Problem(
                ("clauses", index, "id"),
                f"the id '{clause.id}' is a number, and numbers change",
                "name the clause by what it is about, and put the number under 'number'",
            )


def _is_number(name: str) -> bool:
    """Say whether a name is a number, or a label and what counts: letters and Roman numerals count only behind one."""
    found = _NUMBER.fullmatch(name)
    return found is not None and (name[0].isdigit() or found.group(1) is not None)
