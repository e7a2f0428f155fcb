"""What a matrix says in words: no more than is known, the same with words and with letters."""

from __future__ import annotations

from dataclasses import replace

import pytest
import samples

from clausetrack.model.clauseset import Agreement
from clausetrack.model.matrix import Cell, Line, Reason, Wording
from clausetrack.report.matrix.words import (
    DEPARTURES,
    PRESENCES,
    alone,
    caveats,
    cell_short,
    cell_words,
    departure_words,
    own,
    says,
    spread,
    title,
)
from clausetrack.report.registry import Options, render
from clausetrack.survey.families import families
from clausetrack.survey.matrix import Wanted, matrix


def known(id, *clauses, title=None, language="en", completeness="complete", **fields):
    made = samples.clause_set(clauses, completeness=completeness)
    made = replace(made, revision=replace(made.revision, language=language))
    return replace(made, agreement=Agreement(id=id, title=title or id, **fields))


def clause(id="calls", **fields):
    return samples.clause(id, **({"kind": "commitment", "force": "bind", "domains": ("trade",)} | fields))


def laid_out(*sets, by="domain", **wanted):
    return matrix(sets, families(sets), Wanted(by, **wanted))


def text(made, width=100, format="text"):
    return render("matrix", made, format, Options(width=width))


def test_every_sign_means_one_thing():
    signs = [sign for sign, *_ in (*PRESENCES.values(), *DEPARTURES.values())]
    assert len({*signs, "-", "−", "+", "!", "¬"}) == len(signs) + 5


def test_what_is_not_to_be_done_and_what_does_not_stand_say_so():
    cell = Cell("there", (Wording(column=0, clause=clause(status="suspended"), force="bind", polarity="refrain"),))
    assert cell_words(cell) == says(cell.wordings[0]) == "bind not to, suspended"
    assert cell_short(cell) == "¬bin!"


def test_a_clause_without_force_has_one_name():
    cell = Cell("there", (Wording(column=0, clause=clause(force=None)),))
    assert cell_words(cell) == says(cell.wordings[0]) == "no force"
    line = Line(key="trade", label="Trade", cells=(cell,))
    made = replace(laid_out(known("a", clause())), lines=(line,))
    assert "nof no force" in text(replace(made, columns=made.columns * 30, lines=(replace(line, cells=(cell,) * 30),)))


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ((), "weaker"),
        (("deadline-postponed",), "weaker: deadline postponed"),
        (("a-b", "a-b", "c", "d", "e"), "weaker: a b, c, d and 1 more"),
    ],
)
def test_a_departure_names_its_rules(rules, said):
    reasons = tuple(Reason(rule, "weakened", "") for rule in rules)
    assert departure_words(Cell("there", departure="weaker", reasons=reasons)) == said


def test_only_of_complete_sets_is_anything_said_to_be_in_one_alone():
    both = known("a", clause()), known("b", clause("quays", domains=("space",)))
    assert alone(laid_out(*both)) == "in one alone"
    assert alone(laid_out(*both, coded=[True, False])) == "found in one alone"
    partial = both[0], replace(both[1], revision=replace(both[1].revision, completeness="partial"))
    made = laid_out(*partial)
    assert "seen in b alone: Space" in text(made)
    assert "2 seen in one alone" in text(made)
    assert "**Seen in b alone:**" in text(made, format="markdown")


def test_what_another_has_without_the_condition_is_not_alone():
    made = laid_out(known("a", clause()), known("b", clause(force="aspire")), counts=lambda one: one.force == "bind")
    assert own(made) == []
    languages = laid_out(known("a", clause()), known("b", language="fr"), by="family")
    assert own(languages) == []
    assert own(laid_out(known("a", clause()), known("b")))


def test_that_a_party_is_in_its_own_agreement_alone_says_nothing():
    sets = known("a", clause(actors=("NO", "EU")), parties=("NO", "EU")), known("b", clause(actors=("EU", "SE")))
    assert [(column.name, [line.key for line in lines]) for column, lines in own(laid_out(*sets, by="actor"))] == [
        ("b", ["SE"])
    ]


def test_languages_and_documents_have_their_caveats():
    sets = known("a", clause()), known("b", clause("quays", text="Les quais sont balayés."), language="fr")
    assert any("different languages (en, fr)" in note for note in caveats(laid_out(*sets, by="family")))
    assert not any("languages" in note for note in caveats(laid_out(*sets)))
    made = laid_out(known("a", clause()), known("b"), coded=[False, False])
    assert any("what is not found may be there in other words" in note for note in caveats(made))
    assert not any("partial" in note for note in caveats(made))


def test_departures_and_precision_show_with_words_and_with_letters():
    stronger = clause(force="bind", text="Ships shall call at two ports.")
    made = laid_out(known("a", clause(force="aspire")), known("b", stronger), reference=0)
    assert "▲ bind+" in text(made)
    assert "departures from a" in text(made)
    wide = laid_out(*(known(f"Long name of an agreement {at}", stronger) for at in range(9)), reference=0)
    assert "=bin+" in text(wide, 80)
    for shown in (text(made), text(wide, 80)):
        assert "+ with a date, sum or number" in shown
    assert "= same words" in text(wide, 80)
    assert "▲ bind+" in text(made, format="markdown")
    assert "▲ stronger" in text(made, format="markdown")


def test_dialogues_that_compare_by_level_are_said_by_level():
    talks = {"kind": "dialogue", "force": "commit"}
    made = laid_out(known("a", clause(level="ministers", **talks)), known("b", clause(level="experts", **talks)))
    assert spread(made, made.lines[0]) == ("dialogue, ministers (a)", "dialogue, experts (b)")


def test_a_title_that_ends_within_a_phrase_says_so():
    sets = [known(at, clause(), title=f"Pact between the Republic of {at}") for at in ("Oro", "Ulu")]
    assert title(laid_out(*sets)) == "Pact between the Republic of …: 2 agreements by domain"
    sets = [known(at, clause(), title=f"Harbour Pact {at}") for at in ("Oro", "Ulu")]
    assert title(laid_out(*sets)) == "Harbour Pact: 2 agreements by domain"
