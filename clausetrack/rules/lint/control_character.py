r"""A text with control characters, or with characters that change the direction of what follows.

Written as an escape in double quotes such a character is allowed, and shown as an escape wherever the text is
printed. It still has no place in an agreement, and is most likely left over from a conversion.

Wrong:

```yaml
clauses:
  - {id: port-calls, kind: provision, text: "Ships \u001b[31mcall\u001b[0m at ports."}
```

Right:

```yaml
clauses:
  - {id: port-calls, kind: provision, text: "Ships call at ports."}
```
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from clausetrack.model.position import Path
from clausetrack.rules.subject import Problem, Subject

ID: Final = "control-character"
SEVERITY: Final = "error"

_ESCAPE: Final = re.compile(r"\\[xuUabefv0NLP_]")
_HIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202d\u202e\ufeff\ufffe\uffff]")


def check(subject: Subject) -> Iterator[Problem]:
    """Report the first such character of each text."""
    if "\\" not in subject.tree.text or not _ESCAPE.search(subject.tree.text):
        return  # the loader refuses these characters where they are not escaped
    for path, value in subject.values(lambda value: isinstance(value, str)):
        found = _HIDDEN.search(value)
        if found:
            yield Problem(path, f"the {_key(path)} has {_name(found.group())} in it", "remove it")


def _key(path: Path) -> str:
    return next((entry for entry in reversed(path) if isinstance(entry, str)), "text")


def _name(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"
