"""Revisions that do not form a chain.

What `follows` names must exist, belong to the same agreement and be older. No revision follows itself by a detour, no
id is given to two revisions, and where two revisions follow the same one, each must say why under `fork`.

Wrong:

```yaml
# file: clause_specs/demo/one.yaml
revision: {id: one, basis: primary-text, as_of: 2024}
# file: clause_specs/demo/two.yaml
revision: {id: two, basis: primary-text, as_of: 2025, follows: zero}
```

Right:

```yaml
# file: clause_specs/demo/one.yaml
revision: {id: one, basis: primary-text, as_of: 2024}
# file: clause_specs/demo/two.yaml
revision: {id: two, basis: primary-text, as_of: 2025, follows: one}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.errors import nearest
from clausetrack.rules.outline import Outline, Project
from clausetrack.rules.subject import Neighbourhood, Problem

ID: Final = "revision-chain"
SEVERITY: Final = "error"


def check(subject: Neighbourhood) -> Iterator[Problem]:
    """Report what is wrong with the link from this revision to the one before it."""
    file, project = subject.file, subject.project
    yield from _same_id(file, project)
    if file.follows is None:
        return
    path = ("revision", "follows")
    if file.follows == file.revision:
        yield Problem(path, f"the revision '{file.revision}' follows itself", "name the one before it")
        return
    before = project.revision(file.agreement, file.follows)
    if before is None:
        if not project.is_unread(file.agreement, file.follows):
            yield Problem(path, *_unknown(file, project))
        return
    if _returns(file, project):
        yield Problem(path, f"the revisions go round in a circle: '{file.revision}' comes before '{file.follows}' too")
    elif file.as_of and before.as_of and _later(before.as_of, file.as_of):
        yield Problem(path, f"'{before.revision}' is of {before.as_of}, later than this revision ({file.as_of})")
    yield from _unsaid_fork(file, project)


def _same_id(file: Outline, project: Project) -> Iterator[Problem]:
    for other in project.revisions(file.agreement):
        if other.revision == file.revision and other.file < file.file:
            yield Problem(("revision", "id"), f"{other.file} has the same revision '{file.revision}'")


def _unknown(file: Outline, project: Project) -> tuple[str, str]:
    for agreement, outlines in project.agreements.items():
        if any(entry.revision == file.follows for entry in outlines):
            return f"'{file.follows}' is a revision of another agreement, '{agreement}'", "name one of this agreement"
    known = [entry.revision for entry in project.revisions(file.agreement) if entry is not file]
    guess = nearest(str(file.follows), known)
    return f"there is no revision '{file.follows}' of '{file.agreement}'", f"did you mean '{guess}'?" if guess else ""


def _returns(file: Outline, project: Project) -> bool:
    seen = {file.revision}
    name = file.follows
    while name is not None and name not in seen:
        seen.add(name)
        entry = project.revision(file.agreement, name)
        name = entry.follows if entry else None
    return name == file.revision


def _later(first: str, second: str) -> bool:
    precision = min(len(first), len(second))
    return first[:precision] > second[:precision]


def _unsaid_fork(file: Outline, project: Project) -> Iterator[Problem]:
    others = [
        entry.revision
        for entry in project.revisions(file.agreement)
        if entry.follows == file.follows and entry.revision != file.revision
    ]
    if others and not file.fork:
        yield Problem(
            ("revision", "follows"), f"'{others[0]}' follows '{file.follows}' too", "say why under 'fork', in both"
        )
