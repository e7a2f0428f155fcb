"""Evidence that the fingerprint of its source does not bear out.

The digest of a sentence is compared with the digests in the source's fingerprint file. It may be gone (the source
was edited, or the digest is of other words), or stand at another place (the source was rearranged). Evidence without
a digest may name a paragraph or a sentence that the source does not have.
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
            if evidence.source in fingerprints:
                path = ("clauses", index, "evidence", number)
                check_one = _absent if evidence.digest is None else _compare
                yield from check_one(path, evidence, fingerprints[evidence.source])


def _compare(path: Path, evidence: Evidence, fingerprint: Fingerprint) -> Iterator[Problem]:
    path = (*path, "digest")
    places = fingerprint.find(evidence.digest or "")
    if not places:
        yield Problem(path, f"the sentence is not in the source '{evidence.source}'", "read the source again")
    elif not any(_is_at(evidence, *place) for place in places):
        paragraph, sentence = places[0]
        hint = f"write paragraph: {paragraph}, sentence: {sentence}"
        yield Problem(path, f"the sentence stands in paragraph {paragraph}, sentence {sentence} of the source", hint)


def _is_at(evidence: Evidence, paragraph: int, sentence: int) -> bool:
    return evidence.paragraph in {None, paragraph} and evidence.sentence in {None, sentence}


def _absent(path: Path, evidence: Evidence, fingerprint: Fingerprint) -> Iterator[Problem]:
    """Report a place that the source does not have, where there is no digest to look for."""
    if evidence.paragraph is None:
        return
    sentences = next((e.sentences for e in fingerprint.paragraphs if e.paragraph == evidence.paragraph), ())
    if not sentences:
        yield Problem((*path, "paragraph"), f"the source '{evidence.source}' has no paragraph {evidence.paragraph}")
    elif evidence.sentence is not None and evidence.sentence > len(sentences):
        what = f"paragraph {evidence.paragraph} of the source '{evidence.source}' has no sentence {evidence.sentence}"
        yield Problem((*path, "sentence"), what, f"it has {len(sentences)}")
