"""A clause says the same in other words, as far as the other rules can tell.

Reported only where no other rule found that the words changed what the clause says.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Ships call at ports.}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: Vessels call at ports.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.rules.change_subject import Case, Draft, Said

ID: Final = "clause-reworded"
SEVERITY: Final = "info"

_SPOKEN: Final = frozenset(
    {"text", "term", "force", "polarity", "conditions", "exceptions", "actors", "counterpart", "deadline", "speaker"}
    | {"participants", "targets", "level", "track", "every"}
)
"""Fields that say what the words say: where one of them changed, the words changed with it."""


def check(case: Case, said: Said) -> Iterator[Draft]:
    """Report clauses whose words changed in more than noise, and of whose words nothing else was said."""
    if case.pair.edits and case.reworded and _SPOKEN.isdisjoint(said.substance):
        texts = case.reading.texts
        yield Draft("neutral", "text", "other words", texts.old, texts.new, "text", edits=case.pair.edits)
