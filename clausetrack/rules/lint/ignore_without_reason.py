"""A comment that ignores a rule and does not say why.

`# clausetrack: ignore[rule] reason` silences a rule on its line, or on the line below where the comment stands alone;
`ignore[rule, other-rule]` silences several. The reason is for the next reader; without one the comment silences
nothing.

Wrong:

```yaml
clauses:
  # clausetrack: ignore[dialogue-without-rhythm]
  - {id: port-talks, kind: dialogue, text: Talks are held., participants: [NO, IS]}
```

Right:

```yaml
clauses:
  # clausetrack: ignore[dialogue-without-rhythm] the parties have not fixed it yet
  - {id: port-talks, kind: dialogue, text: Talks are held., participants: [NO, IS]}
```
"""

from __future__ import annotations

from typing import Final

ID: Final = "ignore-without-reason"
SEVERITY: Final = "error"
