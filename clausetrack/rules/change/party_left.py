"""A party to the agreement that is none any more.

Example:
```yaml
# old
agreement: {id: demo, title: Demo, parties: ["NO", IS, FO]}
# new
agreement: {id: demo, title: Demo, parties: ["NO", IS]}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Comparison, Draft

ID: Final = "party-left"
SEVERITY: Final = "error"


def check(comparison: Comparison) -> Iterator[Draft]:
    """Report parties that only the old set has."""
    if not comparison.same_agreement:
        return
    for party in comparison.old.agreement.parties:
        if party not in comparison.new.agreement.parties:
            yield Draft("narrowed", "agreement.parties", f"{party} left", party, None, key=party)
