"""What a matrix says, by example: who has what, how strong, how it departs from a model text, how columns are named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.model.position import Position
from clausetrack.survey.families import families
from clausetrack.survey.matrix import Wanted, matrix
from clausetrack.survey.names import codes, names, subject
from clausetrack.survey.strength import per_year

LAMPS = "The towns {} light every lamp of the long pier from dusk to dawn."
SHALL = LAMPS.format("shall")


def known(id, *clauses, title=None, revision="2030", completeness="partial", **fields):
    return ClauseSet(
        agreement=Agreement(id=id, title=title or id, **fields),
        revision=Revision(id=revision, basis="primary-text", language="en", completeness=completeness),
        clauses=clauses,
    )


def clause(id="lamps", text=SHALL, kind="commitment", **fields):
    return Clause(id=id, kind=kind, text=text, **({"domains": ("trade",), "actors": ("NO",)} | fields))


def dialogue(level=None, every=None, **fields):
    return clause("talks", "The towns hold a dialogue on lamps.", "dialogue", level=level, every=every, **fields)


def laid_out(*sets, by="domain", **wanted):
    return matrix(sets, families(sets), Wanted(by, **wanted))


def test_not_seen_is_never_absent_unless_the_set_is_complete():
    made = laid_out(
        known("a", clause()), known("b"), known("c", completeness="complete"), known("d", completeness=None)
    )
    assert [cell.presence for cell in made.lines[0].cells] == ["there", "not-seen", "absent", "not-seen"]


def test_force_is_the_file_s_word_else_what_the_text_says():
    made = laid_out(
        known("a", clause(force="aspire")),
        known("b", clause()),
        known("c", clause(text=LAMPS.format("may"))),
        known("d", clause(kind="statement")),
        known("e", clause(text="Lamp means a light of oil.", kind="definition")),
    )
    assert [cell.force for cell in made.lines[0].cells] == ["aspire", "bind", "discretion", "stance", None]
    assert (made.lines[0].strongest.column, made.lines[0].weakest.column) == (1, 3)


def test_where_all_are_as_strong_there_is_no_strongest():
    made = laid_out(known("a", clause(force="aspire")), known("b", clause(force="aspire")))
    assert made.lines[0].strongest is None
    assert made.lines[0].weakest is None


def test_a_dialogue_is_no_promise_on_its_subject():
    made = laid_out(known("a", dialogue(force="commit"), clause(force="aspire")), known("b", clause(force="intend")))
    cell = made.lines[0].cells[0]
    assert cell.force == "aspire"
    assert cell.dialogue.id == "talks"
    assert made.lines[0].strongest.column == 1


def test_dialogues_compare_by_level_and_what_is_not_known_is_not_weak():
    made = laid_out(known("a", dialogue("experts", "P6M")), known("b", dialogue("ministers")), known("c", dialogue()))
    assert (made.lines[0].strongest.column, made.lines[0].weakest.column) == (1, 0)
    made = laid_out(known("a", dialogue("experts", "P6M")), known("b", dialogue(None, "P1Y")))
    assert (made.lines[0].strongest.column, made.lines[0].weakest.column) == (0, 1)


@pytest.mark.parametrize(("every", "times"), [("P1Y", 1), ("P6M", 2), ("P2Y", 0.5), (None, 0), ("often", 0), ("P", 0)])
def test_rhythms_are_times_a_year(every, times):
    assert per_year(every) == pytest.approx(times)


def test_what_is_precise_is_told():
    text = "The towns shall pay EUR 200 within ten days."
    made = laid_out(known("a", clause(text=text, deadline="2031")), known("b", dialogue(every="P1Y")))
    assert [cell.precision for cell in made.lines[0].cells] == [("date", "amount", "period"), ("rhythm",)]


def test_each_departure_from_the_model_text_is_told():
    model = known("model", clause(force="intend"), completeness="complete")
    others = [
        known("same", clause(force="intend")),
        known("reworded", clause(text=LAMPS.format("will gladly"), force="intend")),
        known("stronger", clause(force="bind")),
        known("weaker", clause(force="aspire")),
        known("missing", clause(domains=("space",)), completeness="complete"),
        known("unknown", clause(domains=("space",))),
    ]
    made = laid_out(model, *others, reference=0)
    trade, space = sorted(made.lines, key=lambda line: line.key, reverse=True)
    assert [cell.departure for cell in trade.cells[1:]] == [known.agreement.id for known in others]
    assert trade.cells[0].departure is None
    assert space.cells[5].departure == "more"


def test_what_most_have_comes_first_and_what_says_nothing_last():
    made = laid_out(
        known("a", clause("x", domains=()), clause("y", domains=("space",), force="bind"), clause("z")),
        known("b", clause("x", domains=()), clause("z")),
    )
    assert [line.key for line in made.lines] == ["trade", "space", ""]
    assert made.lines[0].label == "Trade in goods"


def test_conditions_leave_what_they_do_not_want_as_other():
    made = laid_out(
        known("a", clause()), known("b", dialogue("experts")), known("c"), counts=lambda one: one.kind == "dialogue"
    )
    assert [cell.presence for cell in made.lines[0].cells] == ["other", "there", "not-seen"]


def test_rows_are_actors_and_kinds_too():
    sets = known("a", clause(), dialogue(actors=(), participants=("IS",))), known("b", clause())
    assert [line.label for line in laid_out(*sets, by="actor").lines] == ["Norway", "Iceland"]
    assert [line.label for line in laid_out(*sets, by="kind").lines] == ["commitment", "dialogue"]


def test_columns_are_named_by_what_of_their_titles_is_their_own():
    titles = ("Harbour Pact with Norway on Tugs", "Harbour Pact with the Faroes on Tugs")
    sets = [known(f"hp-{code}", title=title) for code, title in zip(("no", "fo"), titles, strict=True)]
    assert names(sets) == ["Norway", "the Faroes"]
    assert codes(sets) == ["NO", "FO"]
    assert subject(sets) == "Harbour Pact with"


def test_revisions_of_one_agreement_are_named_by_revision():
    sets = [known("hp", title="Harbour Pact", revision=revision) for revision in ("2030", "2031")]
    assert names(sets) == ["2030", "2031"]
    assert codes(sets) == ["A", "B"]
    assert subject(sets) == "Harbour Pact"
    assert names([*sets, known("fp", title="Ferry Pact")]) == ["Harbour 2030", "Harbour 2031", "Ferry"]


def test_a_document_with_a_long_title_is_named_by_its_file():
    long = "arrangement-on-the-lamps-of-the-long-pier-and-their-keepers"
    sets = [known(f"{long}-{at}", title=f"{long} {long} {at}") for at in ("first", "second")]
    assert names(sets) == ["first", "second"]
    sets = [known(f"{at}-{long}", title=f"{at} {long} {at}") for at in ("first", "second")]
    located = [replace(one, locator=Locator(f"{at}.pdf")) for at, one in zip("ab", sets, strict=True)]
    assert names(located) == ["a", "b"]
    assert names(sets) == [one.agreement.id for one in sets]


class Locator:
    def __init__(self, file):
        self.file = file

    def locate(self, path, *, key=False):
        assert path == ()
        assert not key
        return Position(self.file)


def test_no_two_columns_have_one_name():
    one = known("hp", title="Harbour Pact")
    assert names([one, one, replace(one, agreement=replace(one.agreement, id="other"))]) == [
        "Harbour Pact 2030 (1)",
        "Harbour Pact 2030 (2)",
        "Harbour Pact",
    ]
    assert len(set(codes([one] * 30))) == 30
