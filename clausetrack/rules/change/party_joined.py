"""A party to the agreement that was none before.

Example:
```yaml
# old
agreement: {id: demo, title: Demo, parties: ["NO", IS]}
# new
agreement: {id: demo, title: Demo, parties: ["NO", IS, FO]}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Comparison, Draft

ID: Final = "party-joined"
SEVERITY: Final = "warning"


def check(comparison: Comparison) -> Iterator[Draft]:
    """Report parties that only the new set has."""
    if not comparison.same_agreement:
        return
    for party in comparison.new.agreement.parties:
        if party not in comparison.old.agreement.parties:
            yield Draft("broadened", "agreement.parties", f"{party} joined", None, party, key=party)
