"""A whole draft: clauses with their evidence and places, levels, and documents that are none."""

from __future__ import annotations

import time

import pytest

from clausetrack.app.validate import validate_text
from clausetrack.clauseset.load import dumps
from clausetrack.draft.drafting import draft
from clausetrack.draft.evidence import MOST_SENTENCES
from clausetrack.draft.passage import Drafting
from clausetrack.errors import InputError
from clausetrack.evidence.fingerprint import fingerprint
from clausetrack.model.document import Block, Document
from clausetrack.model.position import Position
from tests.draft.written import document

PACT = """
    Pact on Piers
    The Parties to this Pact,
    Have agreed as follows:
    Article 1
    Use of piers
    1. A pier is open to all. It is open by night too.
    2. The keeper shall light it.
    Article 2
    Fees
    No fee is due.
"""


def test_evidence_stands_in_the_fingerprint_of_the_document():
    given = document(PACT)
    known = fingerprint(given)
    for clause in draft(given).clauses:
        assert clause.evidence
        for each in clause.evidence:
            assert (each.paragraph, each.sentence) in known.find(each.digest)


def test_evidence_goes_to_every_sentence():
    given = draft(document(PACT))
    places = [(each.paragraph, each.sentence) for each in given.clause("use-piers").evidence]
    assert places == [(6, 1), (6, 2), (7, 1)]


def test_a_very_long_clause_has_the_first_sentence_of_each_paragraph_as_evidence():
    lines = "\n".join(f"{number}. It is so. It is not else." for number in range(1, MOST_SENTENCES))
    given = draft(document(f"Article 1\nThings\n{lines}"))
    assert [each.sentence for each in given.clauses[0].evidence] == [1] * (MOST_SENTENCES - 1)


def test_a_comparison_wants_words_alone():
    given = draft(document(PACT), Drafting(fields=False))
    assert {clause.kind for clause in given.clauses} == {"provision"}
    assert not any(clause.evidence or clause.actors or clause.force for clause in given.clauses)


@pytest.mark.parametrize(
    ("level", "numbers"),
    [
        ("article", [None, "Article 1", "Article 2"]),
        ("paragraph", [None, "Article 1(1)", "Article 1(2)", "Article 2"]),
        (None, [None, "Article 1", "Article 2"]),
    ],
)
def test_the_level_says_what_a_clause_is(level, numbers):
    assert [clause.number for clause in draft(document(PACT), Drafting(level=level)).clauses] == numbers


def test_a_draft_is_valid():
    given = draft(document(PACT))
    found = validate_text(dumps(given), f"{given.agreement.id}/{given.revision.id}.yaml").findings
    assert [finding.message for finding in found if finding.severity != "info"] == []


def test_text_has_lines_for_places():
    found = draft(document(PACT), Drafting(fields=False))
    assert str(found.locator.locate(("clauses", 1, "text"))) == "some.txt:6:1"


def test_what_has_pages_has_pages_and_numbers_for_places():
    blocks = [
        Block("paragraph", text, Position("some.pdf", label=f"page {page}"), page=page)
        for page, text in (
            (1, "Article 1"),
            (1, "Scope"),
            (2, "It covers piers."),
            (2, "Article 2"),
            (3, "And no more;"),
        )
    ]
    found = draft(Document("some.pdf", "application/pdf", "0" * 64, 1, tuple(blocks)), Drafting(fields=False))
    places = [str(found.locator.locate(("clauses", at))) for at in range(2)]
    assert places == ["some.pdf: page 2, Article 1", "some.pdf: page 3, Article 2"]
    assert str(found.locator.locate(("agreement", "title"))) == "some.pdf:1:1"


@pytest.mark.parametrize("text", ["", "\u2003"])
def test_a_document_without_words_is_an_error_that_says_so(text):
    blocks = (Block("paragraph", text, Position("scan.pdf", 1)),) if text else ()
    with pytest.raises(InputError, match=r"scan\.pdf.*no words"):
        draft(Document("scan.pdf", "application/pdf", "0" * 64, 1, blocks))


@pytest.mark.parametrize(
    "line",
    [
        "The keeper of pier {} sweeps it.",
        "{}. The keeper sweeps it.",
        "Article {}",
        "(a) sweeping;",
        "“pier {}",
        "Annex",
    ],
)
def test_time_grows_as_the_document_does(line):
    def seconds(count):
        given = document("\n".join(line.format(number) for number in range(1, count + 1)))
        started = time.process_time()
        draft(given, Drafting(level="point", fields=False))
        return time.process_time() - started

    # The best of three: what else a machine does only ever adds.
    best = {count: min(seconds(count) for _ in range(3)) for count in (250, 3_000)}
    assert best[3_000] < 24 * max(best[250], 0.01)
