"""Quotes, dashes, spacing, case, spelling variants, list markers: the words are the same.

Example:
```yaml
# old
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: 'The parties'' ports are open.'}
# new
clauses:
  - {id: port-calls, kind: commitment, actors: ["NO", IS], text: The parties’ ports are open.}
```

"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.language.typography import same_but_typography
from clausetrack.rules.change_subject import Case, Draft, Said

ID: Final = "typography-only"
SEVERITY: Final = "info"


def check(case: Case, _: Said) -> Iterator[Draft]:
    """Report clauses whose text or heading changed in nothing but typography."""
    paired = case.pair.match.relation == "paired"  # the parts of a split are put together by a line break of ours
    if paired and case.pair.edits and case.reading.news <= {"typography"}:
        texts = case.reading.texts
        yield Draft("neutral", "text", "typography only", texts.old, texts.new, "text", edits=case.pair.edits)
    heading = case.delta("heading")
    if heading is not None and heading.old and heading.new and same_but_typography(heading.old, heading.new):
        yield Draft("neutral", "heading", "typography only", heading.old, heading.new)
