"""A value without quotes that a YAML 1.1 reader takes for something else.

The format is YAML 1.2, where `NO` is Norway. Many tools still read YAML 1.1, where it is false, `12:30` is 750, and
`1_000` is a number. Quote such values and every reader sees the same. Dates in keys that take dates may stay as they are.
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
from typing import Any, Final

from clausetrack.clauseset.canonical import DATES
from clausetrack.clauseset.scalars import is_date_1_1, misread_by_1_1
from clausetrack.model.position import Path
from clausetrack.rules.subject import Problem, Subject

ID: Final = "yaml-1.1-ambiguous"
SEVERITY: Final = "warning"

_STARTS: Final = frozenset("0123456789+-.~yYnNtTfFoO=<")
_LONGEST: Final = 40
"""Characters of the longest scalar that YAML 1.1 could misread: a time stamp with fractions and zone."""


def check(subject: Subject) -> Iterator[Problem]:
    """Report strings without quotes that YAML 1.1 resolves to another type."""
    for path, value in _suspects(subject.tree.data):
        date = path[-1] in DATES and is_date_1_1(value)
        if misread_by_1_1(value) and not date and subject.written(path) == value:
            yield Problem(path, f"a YAML 1.1 reader takes {value} for something else", f'put it in quotes: "{value}"')


def _suspects(data: Any) -> Iterator[tuple[Path, str]]:
    """Yield the strings that could be misread, looking at first characters before anything else."""
    todo: list[tuple[Path, Any]] = [((), data)]
    while todo:
        path, container = todo.pop()
        entries = container.items() if isinstance(container, dict) else enumerate(container)
        for key, value in entries:
            if isinstance(value, str):
                if value[:1] in _STARTS and len(value) <= _LONGEST:
                    yield (*path, key), value
            elif isinstance(value, dict | list):
                todo.append(((*path, key), value))
