"""Evidence that the fingerprint of its source does not bear out.

The digest of a sentence is compared with the digests in the source's fingerprint file. It may be gone (the source
was edited, or the digest is of other words), or stand at another place (the source was rearranged).
`clausetrack source check` says more, and finds edited sentences again when the document is at hand.

Wrong:

```yaml
# file: seeds/gazette.yaml
format: clausetrack/fingerprint/1
sha256: 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
size: 30
media_type: text/plain
paragraphs:
  - paragraph: 1
    sentences: ["sha256:1111111111111111111111111111111111111111111111111111111111111111"]
# file: clause_specs/demo/one.yaml
sources:
  - {id: gazette, fingerprint: ../../seeds/gazette.yaml}
clauses:
  - id: port-calls
    kind: provision
    text: Ships call at ports.
    evidence:
      - source: gazette
        paragraph: 1
        sentence: 1
        digest: sha256:2222222222222222222222222222222222222222222222222222222222222222
```

Right:

```yaml
# file: seeds/gazette.yaml
format: clausetrack/fingerprint/1
sha256: 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
size: 30
media_type: text/plain
paragraphs:
  - paragraph: 1
    sentences: ["sha256:1111111111111111111111111111111111111111111111111111111111111111"]
# file: clause_specs/demo/one.yaml
sources:
  - {id: gazette, fingerprint: ../../seeds/gazette.yaml}
clauses:
  - id: port-calls
    kind: provision
    text: Ships call at ports.
    evidence:
      - source: gazette
        paragraph: 1
        sentence: 1
        digest: sha256:1111111111111111111111111111111111111111111111111111111111111111
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetrack.errors import ClausetrackError
from clausetrack.model.position import Path
from clausetrack.model.source import Evidence, Fingerprint
from clausetrack.rules.subject import Problem, Subject

ID: Final = "evidence-stale"
SEVERITY: Final = "error"


def check(subject: Subject) -> Iterator[Problem]:
    """Report digests that stand elsewhere in the fingerprint, or nowhere, and fingerprints that cannot be read."""
    fingerprints: dict[str, Fingerprint] = {}
    for index, source in enumerate(subject.clause_set.sources):
        if source.fingerprint is None:
            continue
        path = ("sources", index, "fingerprint")
        try:
            fingerprint = subject.fingerprint(source)
        except ClausetrackError as fault:
            yield Problem(path, f"the fingerprint cannot be read: {fault.what}", fault.hint)
            continue
        if fingerprint is not None:
            fingerprints[source.id] = fingerprint
            if source.sha256 is not None and source.sha256 != fingerprint.sha256:
                yield Problem(("sources", index, "sha256"), "the fingerprint is of another file than sha256 says")
    if fingerprints:
        yield from _stale(subject, fingerprints)


def _stale(subject: Subject, fingerprints: dict[str, Fingerprint]) -> Iterator[Problem]:
    for index, clause in subject.clauses():
        for number, evidence in enumerate(clause.evidence):
            if evidence.digest is not None and evidence.source in fingerprints:
                path = ("clauses", index, "evidence", number, "digest")
                yield from _compare(path, evidence, fingerprints[evidence.source])


def _compare(path: Path, evidence: Evidence, fingerprint: Fingerprint) -> Iterator[Problem]:
    places = fingerprint.find(evidence.digest or "")
    said = (evidence.paragraph, evidence.sentence)
    if not places:
        yield Problem(path, f"the sentence is not in the source '{evidence.source}'", "read the source again")
    elif None not in said and said not in places:
        paragraph, sentence = places[0]
        hint = f"write paragraph: {paragraph}, sentence: {sentence}"
        yield Problem(path, f"the sentence stands in paragraph {paragraph}, sentence {sentence} of the source", hint)
