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

import re
from collections.abc import Iterator
from typing import Any, Final

from clausetrack.clauseset.records import DATES
from clausetrack.clauseset.scalars import is_date_1_1, misread_by_1_1
from clausetrack.rules.subject import Problem, Subject

ID: Final = "yaml-1.1-ambiguous"
SEVERITY: Final = "warning"

_STARTS: Final = frozenset("0123456789+-.~yYnNtTfFoO=<")
_OCTAL: Final = re.compile(r"[\s,:\[]0[0-9o]")
"""What may be a number with a zero before it; few files have any."""

_LONGEST: Final = 40
"""Characters of the longest scalar that YAML 1.1 could misread: a time stamp with fractions and zone."""


def check(subject: Subject) -> Iterator[Problem]:
    """Report strings without quotes that YAML 1.1 resolves to another type, and numbers that it reads as octal."""
    for path, value in subject.values(_is_suspect):
        date = path[-1] in DATES and is_date_1_1(value)
        if misread_by_1_1(value) and not date and subject.written(path) == value:
            yield Problem(path, f"a YAML 1.1 reader takes {value} for something else", f'put it in quotes: "{value}"')
    if _OCTAL.search(subject.tree.text):
        for path, value in subject.values(_is_count):
            written = subject.written(path)
            if written[:1] == "0" and len(written) > 1:
                yield Problem(path, f"a YAML 1.1 reader takes {written} for another number", f"write {value}")


def _is_suspect(value: Any) -> bool:
    """Say whether a value may be misread, by its first character and length, before anything else is looked at."""
    return isinstance(value, str) and value[:1] in _STARTS and len(value) <= _LONGEST


def _is_count(value: Any) -> bool:
    return type(value) is int
