"""Evidence held against its source: it stands, moved, was edited, is gone."""

from __future__ import annotations

import pytest

from clausetrack.clauseset.load import loads
from clausetrack.documents.readers import read
from clausetrack.errors import InputError
from clausetrack.evidence.check import Held, check
from clausetrack.evidence.fingerprint import fingerprint
from clausetrack.language.digest import sentence_digest

GAZETTE = """Northland and Southmark open their ports to each other. Ships call at any hour.
The parties keep all lights lit along the coast between their capitals.
A joint committee of harbour masters meets every spring.
Fees are those of the port.
"""


def document(text, file="gazette.txt"):
    return read(text.encode(), file)


def clause_set(*evidence, text="The parties light the coast.", source="{id: gazette}"):
    pieces = "".join(f"\n      - {piece}" for piece in evidence)
    return loads(
        "format: clausetrack/clause-set/1\n"
        "agreement: {id: ports, title: Ports}\n"
        "revision: {id: one, basis: primary-text}\n"
        f"sources:\n  - {source}\n"
        f"clauses:\n  - id: lights\n    kind: provision\n    text: {text}\n    evidence:{pieces}\n",
        "ports/one.yaml",
    )


def piece(sentence, paragraph=None, number=None):
    place = "".join(f", {key}: {n}" for key, n in (("paragraph", paragraph), ("sentence", number)) if n)
    return f"{{source: gazette{place}, digest: '{sentence_digest(sentence)}'}}"


LIGHTS = "The parties keep all lights lit along the coast between their capitals."
KNOWN = Held(fingerprint(document(GAZETTE)))


def states(*evidence, held=KNOWN, **options):
    result = check(clause_set(*evidence, **options), "ports/one.yaml", {"gazette": held})
    return [entry.state for entry in result.evidence]


def only(evidence, held, **options):
    (entry,) = check(clause_set(evidence, **options), "ports/one.yaml", {"gazette": held}).evidence
    return entry


@pytest.mark.parametrize("place", [(2, 1), (2, None), (None, None), (None, 1)])
def test_it_stands_where_it_is_said_to(place):
    assert states(piece(LIGHTS, *place)) == ["stands"]
    assert states(piece(LIGHTS, *place), held=Held(document=document(GAZETTE))) == ["stands"]


def test_white_space_and_composition_do_not_count():
    assert states(piece("Ships  call\nat any hour.", 1, 2)) == ["stands"]


@pytest.mark.parametrize("place", [(1, 1), (2, 2), (9, None)])
def test_it_moved(place):
    entry = only(piece(LIGHTS, *place), KNOWN)
    assert (entry.state, entry.places) == ("moved", ((2, 1),))


def test_a_sentence_that_stands_twice_stands_in_either_place():
    twice = Held(document=document("Fees are due.\nFees are due.\n"))
    assert states(piece("Fees are due.", 1, 1), piece("Fees are due.", 2, 1), held=twice) == ["stands", "stands"]
    assert only(piece("Fees are due.", 3, 1), twice).places == ((1, 1), (2, 1))


def test_it_is_gone():
    assert states(piece("Pilots are free.", 2, 1)) == ["stale"]


def test_the_document_wins_over_the_fingerprint():
    now = GAZETTE.replace(LIGHTS, "")
    assert states(piece(LIGHTS, 2, 1), held=Held(KNOWN.fingerprint, document=document(now))) == ["stale"]


def test_without_a_digest_or_a_source_nothing_is_claimed():
    assert states("{source: gazette, paragraph: 1}") == ["no-digest"]
    assert states(piece(LIGHTS), held=Held()) == ["unchecked"]
    assert states(piece(LIGHTS), held=Held(fault=InputError("cannot read"))) == ["unchecked"]
    result = check(clause_set(piece(LIGHTS)), "ports/one.yaml", {})
    assert [entry.state for entry in result.evidence] == ["unchecked"]


EDITED = "The parties keep most lights lit along the coast between both capitals."
REVISED = "A new first line stands here.\n" + GAZETTE.replace(LIGHTS, EDITED)


def test_an_edited_sentence_is_found_by_its_words():
    held = Held(document=document(REVISED), former=document(GAZETTE, "old.txt"))
    entry = only(piece(LIGHTS, 2, 1), held)
    assert entry.state == "edited"
    assert entry.nearest.found_by == "words"
    assert entry.nearest.text == EDITED
    assert 0.85 < entry.nearest.similarity < 1
    carried = entry.nearest.evidence
    assert (carried.source, carried.paragraph, carried.sentence) == ("gazette", 3, 1)
    assert carried.digest == sentence_digest(EDITED)


def test_an_edited_sentence_is_found_by_its_place():
    entry = only(piece(LIGHTS, 2, 1), Held(KNOWN.fingerprint, document=document(REVISED)), text="Lamps burn.")
    assert entry.state == "edited"
    assert entry.nearest.found_by == "place"
    assert entry.nearest.text == EDITED


def test_an_edited_sentence_is_found_by_a_clause_that_quotes_it():
    entry = only(piece(LIGHTS, 2, 1), Held(document=document(REVISED)), text=LIGHTS)
    assert entry.state == "edited"
    assert (entry.nearest.found_by, entry.nearest.was) == ("words", LIGHTS)
    assert entry.nearest.text == EDITED
    loosely = LIGHTS.replace("lit", "lit at night")
    assert only(piece(LIGHTS, 2, 1), Held(document=document(REVISED)), text=loosely).nearest.found_by == "clause"
    assert only(piece(LIGHTS, 2, 1), Held(document=document(REVISED)), text="Lamps burn.").state == "stale"


def test_a_sentence_that_is_only_set_otherwise_is_found_by_its_typography():
    straight = "The parties' harbour masters keep all lights lit."
    curly = "(a) The parties’ harbour  masters keep all lights lit;"
    entry = only(piece(straight, 1, 1), Held(document=document(f"A first line.\n{curly}\n")), text=straight)
    assert (entry.state, entry.nearest.found_by, entry.nearest.similarity) == ("edited", "typography", 1.0)
    assert (entry.now.paragraph, entry.now.digest) == (2, sentence_digest(curly))


def test_a_rewritten_sentence_is_found_in_the_counterpart_of_its_clause():
    rewritten = "All lamps along the shore between their capitals are kept lit by the two parties."
    held = Held(document=document(f"Fees are due.\n{rewritten}\n"))
    assert only(piece(LIGHTS, 2, 1), held, text="Lamps burn.").state == "stale"
    known = Held(document=held.document, counterparts={"lights": frozenset({2})})
    entry = only(piece(LIGHTS, 2, 1), known, text=LIGHTS)
    assert (entry.nearest.found_by, entry.nearest.text, entry.now.paragraph) == ("counterpart", rewritten, 2)


def test_what_moved_is_found_at_the_nearest_of_its_places():
    often = document("Fees are due.\nShips call.\nShips call.\nFees are due.\n")
    assert only(piece("Fees are due.", 3, 1), Held(document=often)).now.paragraph == 4


def test_a_sentence_that_was_taken_out_is_not_taken_for_another():
    without = GAZETTE.replace(LIGHTS, "")
    former = document(GAZETTE, "old.txt")
    assert only(piece(LIGHTS, 2, 1), Held(document=document(without), former=former)).state == "stale"
    assert only(piece(LIGHTS, 2, 1), Held(KNOWN.fingerprint, document=document(without))).state == "stale"


def test_a_sentence_that_was_there_before_is_not_taken_for_it():
    alike = document("Fees are those of the port.\nShips call at any hour.\nFees are those of the pilot.\n", "old.txt")
    now = document("Ships call at any hour.\nFees are those of the pilot.\n")
    evidence = piece("Fees are those of the port.", 1, 1)
    for held in (Held(document=now, former=alike), Held(fingerprint(alike), document=now)):
        assert only(evidence, held, text="Fees are those of the port.").state == "stale"


def test_sources_are_compared_by_their_bytes():
    def source(held, written="{id: gazette}"):
        (entry,) = check(clause_set(piece(LIGHTS), source=written), "ports/one.yaml", {"gazette": held}).sources
        return entry

    now = document(GAZETTE)
    same = f"{{id: gazette, sha256: {now.sha256}}}"
    other = f"{{id: gazette, sha256: {'a' * 64}}}"
    assert source(KNOWN, same).state == "same"
    assert source(KNOWN, other).state == "differs"
    assert source(Held(document=now), same).state == "same"
    assert source(Held(document=document(REVISED)), same).state == "differs"
    assert source(Held(KNOWN.fingerprint, document=document(REVISED))).state == "differs"
    assert source(Held(KNOWN.fingerprint, document=now)).state == "same"
    assert source(KNOWN).state == "unchecked"
    assert source(Held(), same).state == "unchecked"
    assert source(Held(fault=InputError("cannot read")), same).state == "unreadable"


def test_findings_have_places():
    result = check(clause_set(piece(LIGHTS, 1, 1)), "ports/one.yaml", {"gazette": KNOWN})
    assert str(result.evidence[0].position) == "ports/one.yaml:11:9"
    assert str(result.sources[0].position) == "ports/one.yaml:5:5"
    assert result.evidence[0].path == ("clauses", 0, "evidence", 0)
