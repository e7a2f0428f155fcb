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
from clausetrack.survey.strength import held, per_year

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


def test_a_section_holds_as_its_strongest_norm_does():
    words = "The towns may meet. The towns shall light the lamps. The towns will try to sweep the pier."
    assert held(clause(text=words), known("a")) == ("bind", "do")
    assert held(clause(text=words, force="aspire"), known("a")) == ("aspire", None)
    assert held(clause(text="The towns shall not light the lamps."), known("a")) == ("bind", "refrain")
    both = "The towns shall light the lamps. The towns shall not sweep the pier."
    assert held(clause(text=both), known("a")) == ("bind", None)
    assert held(clause(text=both, polarity="do"), known("a")) == ("bind", "do")


def test_one_sentence_of_an_opinion_is_not_the_force_of_a_section():
    opinion = "The towns understand that oil is dear."
    assert held(clause(text=opinion), known("a")).force in {"stance", "recital"}
    assert held(
        clause(text=f"{opinion} Oil of the first pressing is green. Oil of the second is not."), known("a")
    ) == (
        None,
        None,
    )


def test_what_is_to_be_done_is_not_ranked_against_what_is_not_to_be_done():
    duty, ban = clause(force="bind", polarity="do"), clause(force="aspire", polarity="refrain")
    assert laid_out(known("a", duty), known("b", ban)).lines[0].strongest is None
    weaker = clause(force="intend", polarity="do")
    line = laid_out(known("a", duty), known("b", ban), known("c", weaker)).lines[0]
    assert (line.strongest.column, line.weakest.column) == (0, 2)


def test_what_does_not_stand_comes_last_and_what_was_stopped_is_not_ranked():
    stopped = clause("old", force="bind", status="suspended")
    made = laid_out(known("a", stopped, clause(force="aspire", status="agreed")), known("b", stopped))
    assert [cell.force for cell in made.lines[0].cells] == ["aspire", "bind"]
    assert [cell.unsettled for cell in made.lines[0].cells] == [None, "suspended"]
    assert made.lines[0].strongest is None


def test_in_a_document_something_is_not_found_and_never_absent():
    sets = (known("a", clause()), known("b", completeness="complete"))
    made = laid_out(*sets, coded=[True, False])
    assert [cell.presence for cell in made.lines[0].cells] == ["there", "not-found"]
    assert [column.is_complete for column in made.columns] == [False, False]


def test_rows_that_are_not_wanted_are_left_out():
    made = laid_out(known("a", clause(domains=("trade", "space"))), known("b"), rows=lambda key: key == "space")
    assert [line.key for line in made.lines] == ["space"]


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
    model = known("model", clause(force="intend", polarity="do"), completeness="complete")
    others = [
        known("same", clause(force="intend")),
        known("reworded", clause(text=LAMPS.format("will gladly"), force="intend")),
        known("stronger", clause(force="bind")),
        known("weaker", clause(force="aspire")),
        known("opposite", clause(force="intend", polarity="refrain")),
        known("different", clause(text=LAMPS.format("shall not"))),
        known("missing", clause(domains=("space",)), completeness="complete"),
        known("unknown", clause(domains=("space",))),
    ]
    made = laid_out(model, *others, reference=0)
    trade, space = sorted(made.lines, key=lambda line: line.key, reverse=True)
    assert [cell.departure for cell in trade.cells[1:]] == [known.agreement.id for known in others]
    assert trade.cells[0].departure is None
    assert space.cells[7].departure == "more"


def test_what_was_not_seen_in_a_partial_model_text_is_not_more_than_it_has():
    model = known("model", clause(domains=("space",)))
    made = laid_out(model, known("a", clause()), known("b", completeness="complete"), reference=0)
    trade, space = sorted(made.lines, key=lambda line: line.key, reverse=True)
    assert [cell.departure for cell in trade.cells] == [None, "unknown", "unknown"]
    assert [cell.departure for cell in space.cells] == [None, "unknown", "missing"]
    complete = replace(model, revision=replace(model.revision, completeness="complete"))
    made = laid_out(complete, known("a", clause()), known("b", completeness="complete"), reference=0)
    (trade,) = [line for line in made.lines if line.key == "trade"]
    assert [cell.departure for cell in trade.cells] == [None, "more", None]


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


def test_revisions_are_named_by_one_rule():
    """The date that a document has in it, or where it does not tell them apart, the names of the files, all of them."""
    dated = [known("hp", title="Harbour Pact", revision=date) for date in ("2030", "2030", "0123456789ab")]
    files = ("pact-2030-05", "pact-2031-01", "pact-2032-07")
    located = [replace(one, locator=Locator(f"texts/{file}.md")) for file, one in zip(files, dated, strict=True)]
    assert names(located) == ["2030-05", "2031-01", "2032-07"]
    assert names(located[1:]) == ["2031-01", "2032-07"]
    assert names([located[0], replace(located[1], revision=replace(dated[1].revision, id="2031"))]) == ["2030", "2031"]
    assert names(dated[:2]) == ["2030 (1)", "2030 (2)"]
    kinds = [replace(one, locator=Locator(f"pact.{kind}")) for one, kind in zip(dated, ("pdf", "txt"), strict=False)]
    assert names(kinds) == ["pdf", "txt"]


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
