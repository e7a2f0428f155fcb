"""A comment that ignores a rule and does not say why.

`# clausetrack: ignore[rule] reason` silences a rule on its line, or on the line below where the comment stands alone. The reason
is for the next reader. Without one the comment silences nothing.

Wrong:

```yaml
clauses:
  - {id: port-talks, kind: dialogue, text: Talks., participants: [NO, IS]}  # clausetrack: ignore[dialogue-without-rhythm]
```

Right:

```yaml
clauses:
  - {id: port-talks, kind: dialogue, text: Talks., participants: [NO, IS]}  # clausetrack: ignore[dialogue-without-rhythm] not fixed yet
```
"""

from __future__ import annotations

from typing import Final

ID: Final = "ignore-without-reason"
SEVERITY: Final = "error"
