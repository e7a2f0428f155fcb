"""Words of a binding treaty in a clause of an agreement that does not bind.

In a non-binding instrument parties "will" do things and the instrument "comes into effect". "Shall", "agree",
"undertake" and "enter into force" are the words of treaties: in a set with `legal_status: non-binding` they are
either the drafter's slip, which an analyst wants to know of, or the encoder's. Only words that bind the parties count:
not "undertake joint research", "dates agreed upon" or the entry into force of another treaty, and not what a
statement says the parties agree that they think.

Wrong:

```yaml
agreement: {id: demo, title: Demo, legal_status: non-binding}
clauses:
  - {id: port-calls, kind: provision, text: The parties shall open their ports.}
```

Right:

```yaml
agreement: {id: demo, title: Demo, legal_status: non-binding}
clauses:
  - {id: port-calls, kind: provision, text: The participants will open their ports.}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausetrack.rules.subject import Problem, Subject

ID: Final = "treaty-words-in-non-binding"
SEVERITY: Final = "warning"

_MEANT: Final = {
    "shall": "will",
    "agree": "have decided, or: share the view",
    "undertake": "intend",
    "enter into force": "come into effect",
}
_WORDS: Final = (
    r"\b(?:(shall)"
    r"|(agrees?(?=\s+(?:to|that|on|upon|as follows)\b)|(?<!as )(?<!otherwise )agreed(?=\s+(?:to(?!\s+by\b)|that)\b))"
    r"|(undertakes?(?=\s+(?:not\s+)?to\b|\s+(?:the|an)\s+(?:obligation|commitment)s?\b))"
    r"|(enters?\s+into\s+force|entry\s+into\s+force(?=\s+of\s+this\b)))\b"
)
"""Compiled where it is wanted: most sets bind, or do not say."""


def check(subject: Subject) -> Iterator[Problem]:
    """Report the first treaty word of each clause."""
    if subject.clause_set.agreement.legal_status != "non-binding" or not _is_english(subject):
        return
    words = re.compile(_WORDS, re.IGNORECASE)
    for index, clause in subject.clauses():
        found = words.search(clause.text)
        if found and not (found.group(2) and clause.kind == "statement"):
            stem = next(name for name, group in zip(_MEANT, found.groups(), strict=True) if group)
            yield Problem(
                ("clauses", index, "text"),
                f"'{found.group()}' is a word of treaties, and the agreement does not bind",
                f"where the text allows: {_MEANT[stem]}",
            )


def _is_english(subject: Subject) -> bool:
    language = subject.clause_set.revision.language
    return language is None or language.split("-")[0].lower() == "en"
