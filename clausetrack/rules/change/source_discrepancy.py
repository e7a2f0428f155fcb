"""The two sets were read from sources of different kinds.

A change of words may then be a difference between reports.

A news report and the text itself never say the same in the same words. Nothing proves that the agreement changed.

Example:
```yaml
# old
revision: {id: one, basis: news-report}
# new
revision: {id: two, basis: primary-text}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Comparison, Draft

ID: Final = "source-discrepancy"
SEVERITY: Final = "warning"


def check(comparison: Comparison) -> Iterator[Draft]:
    """Report a basis that differs."""
    old, new = comparison.old.revision.basis, comparison.new.revision.basis
    if old != new:
        message = f"read from {old} and {new}: differences may lie in the sources, not in the agreement"
        yield Draft("neutral", "revision.basis", message, old, new, "coding")
