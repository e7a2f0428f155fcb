"""What kind of clause a passage is, and how sure of it a draft is."""

from __future__ import annotations

import pytest

from clausetrack.draft.context import Context
from clausetrack.draft.fields import describe
from clausetrack.model.clause import Clause
from tests.draft.passages import KINDS, passage, treaty

CASES = [(language, *case) for language, cases in KINDS.items() for case in cases]


def drafted(text: str, heading: str | None = None, context: Context | None = None, **more: object) -> Clause:
    """Draft one clause."""
    return describe([passage(text, heading, **more)], context or treaty()).clauses[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(("language", "kind", "heading", "text"), CASES)
def test_the_kind(language: str, kind: str, heading: str | None, text: str) -> None:
    assert drafted(text, heading, treaty(language)).kind == kind


def test_where_a_passage_stands_comes_first() -> None:
    words = "Each Party shall open its ports."
    assert drafted(words, role="recital").kind == "statement"
    assert drafted(words, role="definition").kind == "definition"
    assert drafted(words, role="signature").kind == "procedure"


def test_a_meeting_in_passing_makes_no_dialogue() -> None:
    assert drafted("Each Party shall publish the minutes of all meetings of its harbour boards.").kind == "commitment"
    assert drafted("After consultation with the pilots, each Party shall mark the channel.").kind == "commitment"


def test_terms_have_no_dialogues_and_no_statements() -> None:
    terms = Context(language="en", instrument="terms", legal_status="binding")
    assert drafted("We hold regular meetings with our users.", "Meetings", terms).kind == "provision"
    assert drafted("We welcome your comments.", None, terms).kind == "provision"
    assert drafted("You must return the boat.", None, terms).kind == "commitment"
    assert drafted("We may close your account.", "Termination", terms).subject == "termination"


def test_a_declaration_says_what_no_word_of_force_rules() -> None:
    declaration = Context(language="en", parties=("NO", "IS"), instrument="joint-statement")
    clause = drafted("The quay stands at the heart of the two towns.", None, declaration)
    assert (clause.kind, clause.confidence) == ("statement", "low")


def test_the_heading_above_tells_where_a_paragraph_has_none() -> None:
    clause = drafted("It shall be notified by letter.", path=("Part III", "Denunciation"))
    assert (clause.kind, clause.subject) == ("procedure", "termination")


def test_confidence_falls_with_the_signs() -> None:
    assert drafted("Each Party shall open its ports.").confidence == "high"
    assert drafted("The ports shall be kept open.").confidence == "medium"
    unknown = drafted("Havnene er åpne.", None, treaty("nb"))
    assert (unknown.kind, unknown.confidence) == ("provision", "low")


def test_a_news_report_gives_medium_confidence_at_most() -> None:
    assert drafted("Each Party will open its ports.", None, treaty(basis="news-report")).confidence == "medium"
