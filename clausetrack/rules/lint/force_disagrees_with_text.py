"""A force that lies two levels or more from what the text says.

The file's own `force` wins over what is read from the words. Where the two are far apart, one of them is likely to be
wrong: the clause was coded too strong or too weak, or its text was changed and its force was not. Read the clause
again; where the coding is right, say so in a comment that ignores the rule here. Nothing is said of a text in a
language whose cues are not known, nor of a clause in which no norm is found.

Wrong:

```yaml
revision: {id: one, basis: primary-text, language: en}
clauses:
  - {id: port-calls, kind: provision, text: The parties may consider opening their ports., force: bind}
```

Right:

```yaml
revision: {id: one, basis: primary-text, language: en}
clauses:
  - {id: port-calls, kind: provision, text: The parties may consider opening their ports., force: discretion}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from clausetrack.model.clause import Clause
from clausetrack.model.scales import FORCE
from clausetrack.rules.subject import Problem, Subject

ID: Final = "force-disagrees-with-text"
SEVERITY: Final = "warning"

_APART: Final = 2
"""Levels that tell a disagreement from a shade: two careful readers differ by one now and then, hardly ever by two."""

_MIDDLE: Final = FORCE.index("intend")
# Without one of these an English text is not read weaker (or stronger) by two levels than a strong (or weak) coding,
# and reading a text takes a hundred times as long as looking for them.
_WEAK: Final = (
    r"\b(?:may|can|could|might|would|should|ought|consider|explor|examin|reflect|seek|aim|striv|endeavo|attempt|effort"
    r"|intend|plan to|expect|hope|wish|desire|welcom|reaffirm|reiterat|recogni|acknowledg|recall|not(?:e|ing)\b|urg"
    r"|call(?:s|ed)? (?:on|upon)|promot|encourag|foster|facilitat|possib|appropriate)"
)
_STRONG: Final = (
    r"\b(?:shall|must|will|agree|undertake|commit|pledge|promise|decide|resolve|oblig|require|bound|guarant|hereby)"
)


def check(subject: Subject) -> Iterator[Problem]:
    """Report clauses whose own force is two levels or more from the one that is read from their text."""
    language = subject.clause_set.revision.language or ""
    english = language.split("-")[0].lower() == "en"
    for index, clause in subject.clauses():
        if clause.force is None or not language or (english and not _may_disagree(clause)):
            continue
        read = _read(clause, subject)
        if read is not None and abs(FORCE.index(read) - FORCE.index(clause.force)) >= _APART:
            yield Problem(
                ("clauses", index, "force"),
                f"the force is {clause.force}, the text reads as {read}",
                "correct the force, or say in a comment why it is right",
            )


def _may_disagree(clause: Clause) -> bool:
    level = FORCE.index(clause.force or "")
    weaker = level >= _APART and re.search(_WEAK, clause.text, re.IGNORECASE)
    stronger = level <= _MIDDLE and re.search(_STRONG, clause.text, re.IGNORECASE)
    return bool(weaker or stronger)


def _read(clause: Clause, subject: Subject) -> str | None:
    from clausetrack.language.force import read_force  # noqa: PLC0415 - the lexicon costs 30 ms that few files have to pay

    status = subject.clause_set.agreement.legal_status
    return read_force(
        clause.text,
        subject.clause_set.revision.language,
        binding={"binding": True, "non-binding": False}.get(status or ""),
        reported=subject.clause_set.revision.basis == "news-report",
    ).force
