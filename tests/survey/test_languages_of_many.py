"""Sets in different languages: a translation is found by what stands where, and nothing is said of what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from clausetrack.survey.families import families
from clausetrack.survey.languages import COMPARED, differ, foreign, is_translated
from clausetrack.survey.matrix import Wanted, matrix

SIZES = (12, 3, 25, 7, 40, 5, 18, 9, 30, 4, 14, 22)
"""Words of the articles of a treaty, long and short ones mixed."""

ENGLISH = "harbour lamp keeper pier dusk dawn vessel rope quay town duty fee oil wick glass tower".split()  # noqa: SIM905 - read better so
FRENCH = "port phare gardien jetée soir matin navire corde quai ville devoir taxe huile mèche verre tour".split()  # noqa: SIM905 - read better so


def treaty(name, language, words, sizes=SIZES):
    clauses = tuple(
        Clause(
            id=f"{name}-{at}",
            kind="provision",
            number=f"Article {at + 1}",
            text=" ".join(words[(at * 5 + step * step) % len(words)] for step in range(size)) + ".",
        )
        for at, size in enumerate(sizes)
    )
    return ClauseSet(
        agreement=Agreement(id=name, title=name),
        revision=Revision(id="one", basis="primary-text", language=language, completeness="complete"),
        clauses=clauses,
    )


def paired(*sets):
    found = families(sets, coded=[False] * len(sets))
    return [family.places for family in found if len({s for s, _ in family.places}) == len(sets)]


def test_a_translation_is_found_by_what_stands_where():
    assert paired(treaty("one", "en", ENGLISH), treaty("un", "fr", FRENCH)) == [
        ((0, at), (1, at)) for at in range(len(SIZES))
    ]


def test_an_article_more_does_not_upset_it():
    """Names and years are the same in both: they say where the articles after it stand."""
    sizes = (*SIZES[:5], 11, *SIZES[5:])
    sets = [treaty("one", "en", ENGLISH), treaty("un", "fr", FRENCH, sizes)]
    for s, found in enumerate(sets):
        years = [1900 + at - (s and at > 5) for at in range(len(found.clauses))]
        dated = (replace(c, text=f"{c.text} {year}") for c, year in zip(found.clauses, years, strict=True))
        sets[s] = replace(found, clauses=tuple(dated))
    assert [(at, at + (at >= 5)) for at in (0, 1, 2, 3, 8, 9, 10, 11)] == [
        (i, j) for (_, i), (_, j) in paired(*sets) if i not in (4, 5, 6, 7)
    ]


def test_treaties_that_have_nothing_in_common_but_their_numbers_are_not_paired():
    """Place and number would pair them all; that the lengths do not go together says that it is no translation."""
    other = (*SIZES[1::2], *SIZES[::2])
    assert paired(treaty("one", "en", ENGLISH), treaty("un", "fr", FRENCH, other)) == []


def test_of_few_clauses_nothing_is_said():
    assert paired(treaty("one", "en", ENGLISH, SIZES[:4]), treaty("un", "fr", FRENCH, SIZES[:4])) == []


def test_two_of_one_language_written_apart_are_not_paired_by_place():
    assert paired(treaty("one", "en", ENGLISH), treaty("un", "en", FRENCH)) == []


def presences(*sets, coded=None, by="family"):
    made = matrix(sets, families(sets, coded=coded), Wanted(by, coded=coded))
    return [[cell.presence for cell in line.cells] for line in made.lines]


def test_what_no_set_of_its_language_has_is_never_called_absent():
    sets = [
        treaty("one", "en", ENGLISH, (9,)),
        treaty("un", "fr", FRENCH, (9,)),
        treaty("two", "en", ENGLISH[::-1], (9,)),
    ]
    rows = presences(*sets)
    assert ["there", "other-language", "absent"] in rows
    assert ["other-language", "there", "other-language"] in rows
    assert ["there", "other-language", "not-found"] in presences(*sets, coded=[False] * 3)


def test_ids_of_one_agreement_and_what_is_coded_hold_in_every_language():
    one = treaty("pact", "en", ENGLISH, (9, 4))
    other = replace(treaty("pact", "fr", FRENCH, (9,)), revision=replace(one.revision, id="two", language="fr"))
    assert presences(one, other) == [["there", "there"], ["there", "absent"]]
    strange = treaty("other", "fr", FRENCH, (9,))
    strange = replace(strange, clauses=(replace(strange.clauses[0], domains=("trade",)),))
    assert presences(one, strange, by="domain")[0] == ["absent", "there"]


def test_forces_that_were_read_are_not_ranked_between_languages():
    """In French the present tense binds; what was read of one language says nothing of the other."""
    english, french = treaty("pact", "en", ENGLISH, (9,)), treaty("pact", "fr", FRENCH, (9,))
    duty = replace(english.clauses[0], id="lamps", text="The keeper shall light the lamps.")
    english = replace(english, clauses=(duty,))
    french = replace(
        french,
        clauses=(replace(duty, text="Le gardien peut allumer les lampes."),),
        revision=replace(french.revision, id="two"),
    )

    def row(*sets, **wanted):
        return matrix(sets, families(sets), Wanted("family", reference=0, **wanted)).lines[0]

    read = row(english, french)
    assert [cell.force for cell in read.cells] == ["bind", "discretion"]
    assert (read.strongest, read.cells[1].departure) == (None, "unknown")
    coded = [
        replace(one, clauses=(replace(one.clauses[0], force=force),))
        for one, force in ((english, "bind"), (french, "aspire"))
    ]
    ranked = row(*coded)
    assert (ranked.strongest.column, ranked.cells[1].departure) == (0, "weaker")
    drafted = row(*coded, coded=[True, False])
    assert (drafted.strongest, drafted.cells[1].departure) == (None, "unknown")


@pytest.mark.parametrize(
    ("one", "other", "do"), [("en", "fr", True), ("en", "en", False), ("", "en", False), ("", "", False)]
)
def test_a_language_that_is_not_known_may_be_any(one, other, do):
    assert differ(one, other) is do


def test_a_set_is_compared_with_a_few_of_other_languages():
    many = ["en", "fr"] * 30
    found = foreign(many)
    assert all(s < t and many[s] != many[t] for s, t in found)
    assert len(found) <= COMPARED * len(many)
    assert {place for pair in found for place in pair} == set(range(len(many)))
    assert foreign(["en", "en", ""]) == set()


def test_lengths_of_a_translation_go_together():
    assert is_translated([(size, size * 6 // 5) for size in (*SIZES, 0)])
    assert not is_translated([(size, 10) for size in SIZES])
    assert not is_translated(zip(SIZES[:7], SIZES[:7], strict=True))
