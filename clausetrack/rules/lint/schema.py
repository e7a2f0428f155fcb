"""A file that is YAML but not a clause set.

The JSON Schema of the format (`clausetrack schema clause-set`) decides. Each fault is told in the format's own terms
with the nearest allowed word, and the other rules still look at the rest of the file.

Wrong:

```yaml
clauses:
  - {id: port-talks, kind: dialogue, text: The ministers meet., participants: [NO, IS], level: minister, every: P1Y}
```

Right:

```yaml
clauses:
  - {id: port-talks, kind: dialogue, text: The ministers meet., participants: [NO, IS], level: ministers, every: P1Y}
```
"""

from __future__ import annotations

from typing import Final

ID: Final = "schema"
SEVERITY: Final = "error"
