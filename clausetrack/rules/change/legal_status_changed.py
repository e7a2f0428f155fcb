"""The agreement binds, or no longer binds, or is now of another sort.

Example:
```yaml
# old
agreement: {id: demo, title: Demo, legal_status: binding}
# new
agreement: {id: demo, title: Demo, legal_status: non-binding}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.model.change import Direction
from clausetrack.rules.change_subject import Comparison, Draft

ID: Final = "legal-status-changed"
SEVERITY: Final = "error"

_BINDING: Final = ("non-binding", "mixed", "binding")


def check(comparison: Comparison) -> Iterator[Draft]:
    """Report a legal status or instrument that differs between two revisions of one agreement."""
    if not comparison.same_agreement:
        return
    old, new = comparison.old.agreement, comparison.new.agreement
    if old.legal_status != new.legal_status:
        change = f"legal status {old.legal_status or 'not given'} → {new.legal_status or 'not given'}"
        yield Draft(
            _direction(old.legal_status, new.legal_status),
            "agreement.legal_status",
            change,
            old.legal_status,
            new.legal_status,
        )
    if old.instrument != new.instrument:
        change = f"instrument {old.instrument or 'not given'} → {new.instrument or 'not given'}"
        yield Draft("neutral", "agreement.instrument", change, old.instrument, new.instrument, key="instrument")


def _direction(old: str | None, new: str | None) -> Direction:
    if old in _BINDING and new in _BINDING:
        return "strengthened" if _BINDING.index(new) > _BINDING.index(old) else "weakened"
    return "neutral"
