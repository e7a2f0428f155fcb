"""A reference to a clause that is not there.

`clause` must be a clause of the same file. `agreement#clause` and `agreement@revision#clause` are followed where the
project has the agreement; a reference to an agreement that nobody has encoded yet is no fault.

Wrong:

```yaml
clauses:
  - {id: port-calls, kind: provision, text: Ships call., relations: [{type: specifies, target: ports}]}
```

Right:

```yaml
clauses:
  - {id: ports, kind: provision, text: Ports are open.}
  - {id: port-calls, kind: provision, text: Ships call., relations: [{type: specifies, target: ports}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.errors import nearest
from clausetrack.model.position import Path
from clausetrack.rules.outline import Outline, Project
from clausetrack.rules.subject import Neighbourhood, Problem

ID: Final = "dangling-reference"
SEVERITY: Final = "error"


def check(subject: Neighbourhood) -> Iterator[Problem]:
    """Report references whose agreement is known and whose revision or clause is not."""
    for path, reference in subject.file.references:
        agreement, _, clause = reference.rpartition("#")
        if not agreement:
            yield from _find(path, clause, (subject.file,), "this file")
        else:
            yield from _elsewhere(path, agreement, clause, subject.project)


def _elsewhere(path: Path, agreement: str, clause: str, project: Project) -> Iterator[Problem]:
    name, _, revision = agreement.partition("@")
    known = project.revisions(name)
    if project.is_unread(name, revision or None):
        return  # what is in a file that cannot be read is not known
    if not known:
        guess = nearest(name, project.agreements)
        # Names of agreements are alike by nature (eu-jp-sdp, eu-kr-sdp): only a slip of one letter is a slip.
        if guess and _one_slip(name, guess):
            yield Problem(path, f"there is no agreement '{name}'", f"did you mean '{guess}'?")
        return
    if revision:
        known = tuple(entry for entry in known if entry.revision == revision)
        if not known:
            yield Problem(path, f"there is no revision '{revision}' of '{name}'")
            return
    yield from _find(path, clause, known, f"'{agreement}'")


def _find(path: Path, clause: str, where: tuple[Outline, ...], name: str) -> Iterator[Problem]:
    known = {entry.id for outline in where for entry in outline.clauses}
    if clause and clause not in known:
        guess = nearest(clause, known)
        yield Problem(path, f"there is no clause '{clause}' in {name}", f"did you mean '{guess}'?" if guess else "")


def _one_slip(word: str, other: str) -> bool:
    """Say whether two words differ by one letter too many, or by two neighbours swapped."""
    if len(word) == len(other):
        differing = [i for i, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
        return len(differing) == 2 and word[differing[0]] == other[differing[1]]  # noqa: PLR2004 - a swap is of two
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    return len(longer) == len(shorter) + 1 and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
