"""A file that is not in canonical form.

One way to write a file means that a change of the file is a change of what it says. `clausetrack fmt` writes the
canonical form and keeps your comments.

Wrong:

```yaml
agreement:
    title: Demo
    id:  demo
```

Right:

```yaml
format: clausetrack/clause-set/1

agreement:
  id: demo
  title: Demo

revision:
  id: one
  basis: primary-text
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.clauseset.load import first_untidy_line
from clausetrack.rules.subject import Problem, Subject

ID: Final = "untidy"
SEVERITY: Final = "info"


def check(subject: Subject) -> Iterator[Problem]:
    """Report the first line that is not canonical."""
    line = first_untidy_line(subject.tree)
    if line is not None:
        yield Problem((), "the file is not in canonical form from here on", "run 'clausetrack fmt'", line=line)
