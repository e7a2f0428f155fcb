"""A comment that ignores a rule which finds nothing there.

What it silenced has been mended, or its rule is misspelt. Remove it, so that it does not silence the next fault.

Wrong:

```yaml
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports.}  # clausetrack: ignore[biannual] the text has the word
```

Right:

```yaml
clauses:
  - {id: port-calls, kind: provision, text: Ships call at ports.}
```
"""

from __future__ import annotations

from typing import Final

ID: Final = "unused-ignore"
SEVERITY: Final = "warning"
