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
from functools import cache
from typing import Final

from clausetrack.model.clause import Clause
from clausetrack.model.scales import FORCE
from clausetrack.rules.subject import Problem, Subject

ID: Final = "force-disagrees-with-text"
SEVERITY: Final = "warning"

_APART: Final = 2
"""Levels that tell a disagreement from a shade: two careful readers differ by one now and then, hardly ever by two."""

# What an English text must have to be read two levels or more below (or above) a level. Reading a text takes a hundred
# times as long as looking for these words, so only the texts that have them are read.
_BELOW: Final = {
    "bind": r"intend|plan to|expect|envisag|foresee|would\b",
    "commit": r"aim|seek|strive|striving|endeavo|effort|attempt|should\b|ought\b|hope|wish|desire|promot|encourag|foster"
    r"|facilitat",
    "intend": r"may\b|can\b|could\b|might\b|consider|explor|examin|study|assess|reflect|look into|stand ready",
    "aspire": r"welcom|reaffirm|reiterat|underlin|express|condemn|deplor|regret|urge|call on|call upon|look forward",
    "discretion": r"not(?:e|es|ing)\b|recall|recogni|acknowledg|bear in mind|aware|believ",
}
_ABOVE: Final = {
    "recital": r"may\b|can\b|consider|explor|examin|aim|seek|should\b",
    "stance": r"aim|seek|endeavo|should\b|intend|plan to",
    "discretion": r"intend|plan to|expect|would\b",
    "aspire": r"will\b|agree|undertake|commit|pledge|promise|decide|resolve",
    "intend": r"shall\b|must\b|oblig|required|bound|guarant|hereby",
}


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
    return re.search(_suspicious(clause.force or ""), clause.text, re.IGNORECASE) is not None


@cache
def _suspicious(force: str) -> str:
    """Give a pattern of the words by which a text may be read two levels or more from a force."""
    level = FORCE.index(force)
    below = [words for name, words in _BELOW.items() if FORCE.index(name) <= level]
    above = [words for name, words in _ABOVE.items() if FORCE.index(name) >= level]
    return rf"\b(?:{'|'.join(below + above)})"


def _read(clause: Clause, subject: Subject) -> str | None:
    from clausetrack.language.force import read_force  # noqa: PLC0415 - the lexicon costs 30 ms that few files have to pay

    status = subject.clause_set.agreement.legal_status
    return read_force(
        clause.text,
        subject.clause_set.revision.language,
        binding={"binding": True, "non-binding": False}.get(status or ""),
        reported=subject.clause_set.revision.basis == "news-report",
    ).force
