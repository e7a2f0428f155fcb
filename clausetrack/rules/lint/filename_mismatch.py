"""A file whose path does not say what it holds.

A clause set stands in `<agreement-id>/<revision-id>.yaml`, so that people and programs find a revision by its name.

Wrong:

```yaml
# file: clause_specs/demo/two.yaml
revision: {id: one, basis: primary-text}
```

Right:

```yaml
# file: clause_specs/demo/one.yaml
revision: {id: one, basis: primary-text}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from clausetrack.rules.subject import Problem, Subject

ID: Final = "filename-mismatch"
SEVERITY: Final = "warning"


def check(subject: Subject) -> Iterator[Problem]:
    """Report a file name that is not the revision's id, and a folder that is not the agreement's."""
    path = PurePath(subject.tree.file)
    if path.suffix not in {".yaml", ".yml"}:
        return  # standard input and revisions from git have no name of their own
    revision, agreement = subject.clause_set.revision.id, subject.clause_set.agreement.id
    if revision and path.stem != revision:
        yield Problem(
            ("revision", "id"),
            f"the file is called '{path.name}', the revision '{revision}'",
            f"rename it to '{revision}.yaml'",
        )
    folder = Path(path).absolute().parent.name
    if agreement and folder and folder != agreement:
        yield Problem(
            ("agreement", "id"),
            f"the folder is called '{folder}', the agreement '{agreement}'",
            f"move the file into a folder '{agreement}'",
        )
