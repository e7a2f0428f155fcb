"""A word that some read as twice a year and others as every second year.

"Biannual", "biyearly", "bimonthly" and "biweekly" have both meanings. Keep the word only where the source has it, and
say what is meant with `every`: `P6M` is twice a year, `P2Y` every second year. A clause that has `every` is not
reported.

Wrong:

```yaml
clauses:
  - {id: cyber-dialogue, kind: provision, text: The parties meet biannually.}
```

Right:

```yaml
clauses:
  - {id: cyber-dialogue, kind: provision, text: The parties meet twice a year.}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausetrack.rules.subject import Problem, Subject

ID: Final = "biannual"
SEVERITY: Final = "warning"

_WORD: Final = re.compile(r"\bbi-?(annual|year|month|week)(?:ly|s)?\b", re.IGNORECASE)
_STARTS: Final = ("bi", "Bi", "BI")
"""Looked for first, since looking for letters in either case takes ten times as long."""

_MEANT: Final = {
    "annual": "'twice a year' (every: P6M) or 'every second year' (every: P2Y)",
    "year": "'twice a year' (every: P6M) or 'every second year' (every: P2Y)",
    "month": "'twice a month' or 'every second month' (every: P2M)",
    "week": "'twice a week' or 'every second week' (every: P2W)",
}


def check(subject: Subject) -> Iterator[Problem]:
    """Report the first ambiguous word of each clause that does not say its rhythm."""
    for index, clause in subject.clauses():
        if clause.every:
            continue
        for key in ("text", "heading"):
            words = getattr(clause, key) or ""
            found = _WORD.search(words) if any(start in words for start in _STARTS) else None
            if found:
                hint = f"say {_MEANT[found.group(1).lower()]}"
                yield Problem(("clauses", index, key), f"'{found.group()}' has two meanings", hint)
                break
