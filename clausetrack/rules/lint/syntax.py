"""A file that is not the YAML that the format allows.

Clause files are plain YAML 1.2. Refused are: a key given twice, a key that is not a word, anchors and aliases, tags,
a second document, nesting beyond 64 levels, control characters and bidirectional overrides, tabs as indentation,
bytes that are not UTF-8, and an empty file. Each would let two readers see two different agreements in one file.

Wrong:

```yaml
agreement: {id: demo, id: other, title: Demo}
```

Right:

```yaml
agreement: {id: demo, title: Demo}
```
"""

from __future__ import annotations

from typing import Final

ID: Final = "syntax"
SEVERITY: Final = "error"
