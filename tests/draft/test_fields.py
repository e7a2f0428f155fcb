"""The fields of drafted clauses: who is held, by when, in what words, and what was inferred."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from clausetrack.app.validate import validate_text
from clausetrack.clauseset.load import dumps, loads
from clausetrack.draft.context import Context
from clausetrack.draft.fields import Described, describe
from clausetrack.language.force import read_force
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.model.source import Evidence, Source
from tests.draft.passages import KINDS, passage, treaty


def drafted(text: str, heading: str | None = None, context: Context | None = None) -> Clause:
    """Draft one clause."""
    return describe([passage(text, heading)], context or treaty()).clauses[0]


def as_set(described: Described, context: Context) -> ClauseSet:
    """Make a clause set of what was drafted, as the one who drafts the outline does."""
    clauses = tuple(
        replace(clause, id=f"clause-on-{number}", evidence=(Evidence("paper"),))
        for number, clause in enumerate(described.clauses)
    )
    return ClauseSet(
        agreement=Agreement(
            id="boats",
            title="Boats",
            parties=context.parties,
            legal_status=context.legal_status,
            instrument=context.instrument,
        ),
        revision=Revision(id="one", basis=context.basis, language=context.language, as_of=context.date),
        sources=(Source("paper"),),
        actors=described.actors,
        clauses=clauses,
    )


@pytest.mark.parametrize("parties", [("NO", "IS"), ()])
@pytest.mark.parametrize("language", KINDS)
def test_every_draft_is_valid(language: str, parties: tuple[str, ...]) -> None:
    context = treaty(language, parties=parties)
    described = describe([passage(text, heading) for _, heading, text in KINDS[language]], context)
    text = dumps(as_set(described, context))
    found = [finding for finding in validate_text(text, "boats/one.yaml").findings if finding.severity != "info"]
    allowed = {"dialogue-without-rhythm"}
    assert [finding.message for finding in found if finding.rule not in allowed] == []
    assert loads(text).clauses == as_set(described, context).clauses


@pytest.mark.parametrize("language", KINDS)
def test_the_force_is_the_one_that_the_rules_read(language: str) -> None:
    context = treaty(language)
    for clause in describe([passage(text, heading) for _, heading, text in KINDS[language]], context).clauses:
        read = read_force(clause.text, language, binding=True)
        assert clause.force in {read.force, None}
        if clause.kind != "definition":
            assert clause.force == read.force


def test_drafting_twice_gives_the_same() -> None:
    passages = [passage(text, heading) for _, heading, text in KINDS["en"]]
    assert describe(passages, treaty()) == describe(passages, treaty())


@pytest.mark.parametrize(
    ("text", "actors", "bearer"),
    [
        ("Each Party shall open its ports.", ("NO", "IS"), "each"),
        ("No Party shall close its ports.", ("NO", "IS"), "each"),
        ("The Parties shall cooperate in storms.", ("NO", "IS"), "joint"),
        ("Norway shall light the channel.", ("NO",), None),
        ("Norway and Iceland shall light the channel.", ("NO", "IS"), "joint"),
        ("Where a boat is lost, the Secretariat of the Council shall report it.", ("secretariat",), None),
        ("On receipt of the chart the other Party shall mark it.", ("NO", "IS"), "each"),
        ("The chart shall be marked by the Harbour Board.", ("harbour-board",), None),
        ("The Harbour Board shall mark the chart.", ("harbour-board",), None),
        ("Where a Party loses a boat, it shall tell the other Party.", ("NO", "IS"), "each"),
    ],
)
def test_who_is_held(text: str, actors: tuple[str, ...], bearer: str | None) -> None:
    context = treaty(definitions={"Harbour Board": "harbour-board"}) if "by the Harbour" in text else treaty()
    clause = drafted(text, None, context)
    assert (clause.actors, clause.bearer) == (actors, bearer)


def test_a_named_side_is_held_towards_the_other() -> None:
    clause = drafted("Norway shall lend two lifeboats to Iceland.")
    assert (clause.actors, clause.counterpart) == (("NO",), ("IS",))
    terms = Context(language="en", instrument="terms")
    clause = drafted("You must tell us of any leak.", None, terms)
    assert (clause.actors, clause.counterpart) == (("you",), ("we",))


def test_who_is_not_named_is_a_doubt() -> None:
    described = describe([passage("The lanterns shall be lit at dusk.")], treaty(parties=()))
    clause = described.clauses[0]
    assert clause.actors == ("parties",)
    assert "actors" in clause.extra["x-doubtful"]
    assert [actor.id for actor in described.actors] == ["parties"]


def test_names_that_the_text_defines_are_looked_up() -> None:
    clause = drafted("The Islanders shall light the channel.", None, treaty(definitions={"Islanders": "IS"}))
    assert clause.actors == ("IS",)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Each Party shall open its ports by 1 May 2031.", "2031-05-01"),
        ("Each Party shall open its ports no later than June 2031.", "2031-06"),
        ("Each Party shall open its ports by 2031.", "2031"),
        ("Each Party shall open its ports within 90 days.", None),
        ("Each Party shall apply the treaty of 1 May 2031.", None),
        ("Each Party shall open them by 1 May 2031 and close them by 1 June 2032.", None),
        ("Each Party shall open its ports by 1 May 1999.", None),
    ],
)
def test_a_deadline_is_a_date_that_limits(text: str, deadline: str | None) -> None:
    assert drafted(text, None, treaty(date="2030-01-01")).deadline == deadline


def test_references_are_those_of_the_same_agreement() -> None:
    text = (
        "Each Party shall act under Article 5(2), Annex I of this Agreement and Article 3 of the Charter of the Ports."
    )
    assert drafted(text).extra["x-references"] == ["Article 5(2)", "Annex I"]


def test_cues_are_the_words_that_the_force_rests_on() -> None:
    clause = drafted("The Parties shall cooperate in storms.")
    assert (clause.force, clause.polarity) == ("intend", "do")
    assert clause.extra["x-cues"] == ["shall", "cooperate"]


def test_what_was_inferred_is_listed() -> None:
    clause = drafted("Norway shall light the channel by 1 May 2031.", "Lights")
    assert clause.extra["x-inferred"] == ["kind", "actors", "force", "polarity", "deadline"]
    assert (clause.heading, clause.text) == ("Lights", "Norway shall light the channel by 1 May 2031.")


def test_a_weaker_first_norm_is_a_doubt() -> None:
    clause = drafted("The Parties may lend boats. Each Party shall insure them. Each Party shall paint them.")
    assert clause.kind == "commitment"
    assert clause.force == "discretion"
    assert "a later one bind" in clause.extra["x-doubtful"]["force"]


def test_terms_of_a_definition() -> None:
    one = drafted("“Lifeboat” means a boat that saves.", "Definitions")
    assert one.term == "Lifeboat"
    two = drafted("“Lifeboat” means a boat that saves.\n“Quay” means a wall for boats.", "Definitions")
    assert (two.term, two.extra["x-terms"]) == (None, ["Lifeboat", "Quay"])


def test_a_statement_has_speaker_stance_and_targets() -> None:
    clause = drafted("The Parties express grave concern at the loss of boats off Denmark.")
    assert (clause.kind, clause.speaker, clause.attribution) == ("statement", ("NO", "IS"), "joint")
    assert (clause.stance, clause.targets) == ("concern", ("DK",))
    assert drafted("Iceland welcomes the new quay.").attribution == "one-side"


def test_a_long_text_takes_no_longer_by_the_word() -> None:
    def cost(times: int) -> float:
        text = (
            "Where a Party, or the Secretariat, loses a boat, the dialogue on boats shall meet, “Boat” means it. "
            * times
        )
        started = time.process_time()
        describe([passage(text, "Boats")], treaty())
        return time.process_time() - started

    cost(10)
    assert cost(800) < 16 * max(cost(100), 0.02)
