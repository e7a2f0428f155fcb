"""What holds for the evidence of any text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausetrack.documents.readers import read
from clausetrack.evidence.check import Held, check
from clausetrack.evidence.fingerprint import fingerprint, from_yaml, to_yaml
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.model.source import Evidence, Source

WORDS = st.sampled_from(
    ["ships", "call", "at", "ports.", "Fees", "are", "due!", "港を開く。", "Art. 5", "\u00a0", "e\u0301"]
)
TEXTS = st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=8).map("\n".join) | st.text(
    st.characters(exclude_characters="\0", codec="utf-8"), max_size=80
)


def clause_set(evidence):
    return ClauseSet(
        agreement=Agreement(id="ports", title="Ports"),
        revision=Revision(id="one", basis="primary-text"),
        sources=(Source("gazette"),),
        clauses=(Clause(id="ports", kind="provision", text="Ports are open.", evidence=tuple(evidence)),),
    )


def all_evidence(known):
    for entry in known.paragraphs:
        for number, digest in enumerate(entry.sentences, 1):
            yield Evidence("gazette", paragraph=entry.paragraph, sentence=number, digest=digest)


@given(TEXTS)
def test_a_fingerprint_survives_its_file(text):
    made = fingerprint(read(text.encode(), "a.txt"))
    assert from_yaml(to_yaml(made)) == made


@given(TEXTS)
def test_every_sentence_stands_in_its_own_document(text):
    document = read(text.encode(), "a.txt")
    evidence = list(all_evidence(fingerprint(document)))
    for held in (Held(document=document), Held(fingerprint(document))):
        result = check(clause_set(evidence), "one.yaml", {"gazette": held})
        assert {entry.state for entry in result.evidence} <= {"stands"}


@given(TEXTS, TEXTS)
def test_against_any_other_document_each_piece_gets_one_state(text, other):
    former = read(text.encode(), "a.txt")
    document = read(other.encode(), "b.txt")
    evidence = list(all_evidence(fingerprint(former)))
    held = Held(fingerprint(former), document=document, former=former)
    result = check(clause_set(evidence), "one.yaml", {"gazette": held})
    assert [entry.evidence for entry in result.evidence] == evidence
    found = {digest for entry in fingerprint(document).paragraphs for digest in entry.sentences}
    for entry in result.evidence:
        assert (entry.evidence.digest in found) == (entry.state in {"stands", "moved"})
        assert (entry.nearest is not None) == (entry.state == "edited")
