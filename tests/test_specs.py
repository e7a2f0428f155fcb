"""The agreements that the project ships: every file loads, is tidy, and is borne out by its sources' fingerprints."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from clausetrack.app.source import check_sources
from clausetrack.clauseset.load import format_text, load
from clausetrack.clauseset.vocabulary import domains, is_code
from clausetrack.model.scales import BASIS_CONFIDENCE_CAP, CONFIDENCE, FORCE

ROOT = Path(__file__).parent.parent
FILES = sorted(ROOT.glob("clause_specs/*/*.yaml"))
SETS = {str(path.relative_to(ROOT)): load(str(path)) for path in FILES}
HEAD = "# yaml-language-server: $schema=../../clausetrack/schema/clause-set.v1.schema.json\n"

SEED = {
    "security-partnership": "commit",
    "maritime-security": "aspire",
    "space-security": "aspire",
    "cyber-issues": "aspire",
    "foreign-disinformation": "aspire",
    "counter-terrorism": "aspire",
    "non-proliferation-and-disarmament": "aspire",
    "defence-industry-initiatives": "aspire",
    "eu-missions": "aspire",
    "information-sharing-pact": "discretion",
    "defence-industry-information": "aspire",
    "nuclear-disarmament": "intend",
    "joint-exercises": "commit",
    "strategic-dialogue": "commit",
    "upgraded-consultations": "commit",
    "new-dialogues": "commit",
    "indo-pacific-threat-assessments": "commit",
    "first-of-its-kind": "claim",
    "new-chapter": "affirm",
    "tackling-threats-together": "affirm",
    "wider-notion-of-security": "affirm",
    "regions-tied-together": "assess",
    "military-cooperation-concern": "concern",
    "strategic-partnerships-needed": "affirm",
    "dangerous-world": "assess",
    "partnerships-as-antidote": "affirm",
}

PARTNERSHIPS = {
    "eu-al-sdp": ["2024-12-18"],
    "eu-ca-sdp": ["2025-06-23"],
    "eu-gb-sdp": ["2025-05-19"],
    "eu-in-sdp": ["2026-01-27"],
    "eu-jp-sdp": ["2024-11-01", "2025-07-23"],
    "eu-kr-sdp": ["2024-11-04"],
    "eu-md-sdp": ["2024-05-21"],
    "eu-mk-sdp": ["2024-11-19"],
    "eu-no-sdp": ["2024-05-28"],
}

each = pytest.mark.parametrize("name", SETS)


def jp(revision):
    return SETS[f"clause_specs/eu-jp-sdp/{revision}.yaml"]


def test_all_partnerships_are_there():
    found = {folder: [path.stem for path in FILES if path.parent.name == folder] for folder in PARTNERSHIPS}
    assert found == PARTNERSHIPS
    assert len(FILES) == sum(map(len, PARTNERSHIPS.values()))


@each
def test_it_is_in_canonical_form(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text.startswith(HEAD)
    assert format_text(text, name) == text


@each
def test_its_path_says_what_it_holds(name):
    entry = SETS[name]
    assert name == f"clause_specs/{entry.agreement.id}/{entry.revision.id}.yaml"
    assert entry.revision.completeness == "partial"
    assert entry.agreement.legal_status == "non-binding"


@each
def test_ids_are_unique(name):
    entry = SETS[name]
    for ids in ([clause.id for clause in entry.clauses], [source.id for source in entry.sources]):
        assert [id for id, count in Counter(ids).items() if count > 1] == []


@each
def test_references_resolve(name):
    entry = SETS[name]
    own = {clause.id for clause in entry.clauses}
    sources = {source.id for source in entry.sources}
    known = {f"{other.agreement.id}#{clause.id}" for other in SETS.values() for clause in other.clauses}
    assert {relation.target for clause in entry.clauses for relation in clause.relations} <= own
    assert {target for clause in entry.clauses for target in clause.aligns_with} <= known
    assert {id for event in entry.events for id in event.clauses} <= own
    named = [piece.source for clause in entry.clauses for piece in clause.evidence]
    named += [meeting.source for clause in entry.clauses for meeting in clause.held]
    named += [event.source for event in entry.events]
    assert set(named) == sources


@each
def test_codes_and_domains_are_known(name):
    entry = SETS[name]
    codes = set(entry.agreement.parties)
    for clause in entry.clauses:
        codes |= {*clause.actors, *clause.counterpart, *clause.participants, *clause.targets}
    assert {code for code in codes if not is_code(code)} == set()
    assert {domain for clause in entry.clauses for domain in clause.domains} <= set(domains())


@each
def test_no_clause_claims_more_than_its_basis_can_prove(name):
    entry = SETS[name]
    force = FORCE.index("commit")  # what is not a primary text shows a commitment, never a binding norm
    confidence = CONFIDENCE.index(BASIS_CONFIDENCE_CAP.get(entry.revision.basis, "medium"))
    for clause in entry.clauses:
        assert clause.evidence, clause.id
        assert clause.force is None or FORCE.index(clause.force) <= force, clause.id
        assert clause.confidence in CONFIDENCE[: confidence + 1], clause.id


@each
def test_its_evidence_stands_in_the_fingerprints(name):
    (result,) = check_sources([str(ROOT / name)])
    for source in result.sources:
        assert source.state == ("same" if source.source == "epoch-times" else "unchecked")
    for entry in result.evidence:
        expected = "stands" if entry.evidence.source == "epoch-times" else "no-digest"
        assert (entry.clause, entry.state) == (entry.clause, expected)


def test_every_provision_of_the_seed_is_there():
    assert {clause.id: clause.stance or clause.force for clause in jp("2024-11-01").clauses} == SEED
    assert {piece.digest is not None for clause in jp("2024-11-01").clauses for piece in clause.evidence} == {True}


def test_the_later_revision_differs_by_events_alone():
    before, after = jp("2024-11-01"), jp("2025-07-23")
    assert after.revision.follows == before.revision.id
    texts = {clause.id: clause.text for clause in before.clauses}
    added = {clause.id for clause in after.clauses} - set(texts)
    assert added == {"defence-industry-dialogue"}
    assert {clause.id: clause.text for clause in after.clauses if clause.id not in added} == texts
    changed = {clause.id for clause in before.clauses if after.clause(clause.id) != clause}
    assert changed | added == {id for event in after.events for id in event.clauses}
    assert after.clause("information-sharing-pact").status == "negotiating"
    assert [meeting.date for meeting in after.clause("strategic-dialogue").held] == ["2025-04-04"]
