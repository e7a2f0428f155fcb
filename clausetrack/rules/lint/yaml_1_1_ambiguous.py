"""A value without quotes that a YAML 1.1 reader takes for something else.

The format is YAML 1.2, where `NO` is Norway. Many tools still read YAML 1.1, where it is false, `12:30` is 750, and
`1_000` is a number; and `017`, which is 17, is 15 there. Quote such values (write such a number without the zero) and
every reader sees the same. Dates in keys that take dates may stay as they are.
`clausetrack fmt` writes the quotes.

Wrong:

```yaml
agreement: {id: demo, title: Demo, parties: [NO, IS]}
```

Right:

```yaml
agreement: {id: demo, title: Demo, parties: ["NO", IS]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.clauseset.records import DATES
from clausetrack.clauseset.scalars import is_date_1_1
from clausetrack.rules.subject import Problem, Subject

ID: Final = "yaml-1.1-ambiguous"
SEVERITY: Final = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    """Report strings without quotes that YAML 1.1 resolves to another type, and numbers that it reads as octal."""
    for path, value in subject.tree.entries_at(subject.tree.ambiguous):
        if isinstance(value, str):
            if not (path[-1] in DATES and is_date_1_1(value)):
                yield Problem(
                    path, f"a YAML 1.1 reader takes {value} for something else", f'put it in quotes: "{value}"'
                )
        else:
            written = subject.written(path)
            yield Problem(path, f"a YAML 1.1 reader takes {written} for another number", f"write {value}")
