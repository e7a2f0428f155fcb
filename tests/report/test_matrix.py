"""A matrix as text that fits, the other way round where it must, and as sheets and pictures that say the same."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
import samples

from clausetrack.model.clauseset import Agreement
from clausetrack.report.folding import columns
from clausetrack.report.matrix.words import rhythm
from clausetrack.report.registry import Options, render
from clausetrack.survey.families import families
from clausetrack.survey.matrix import Wanted, matrix


def many(sets, domains=3, **fields):
    found = []
    for at in range(sets):
        clauses = [
            samples.clause(f"c{number}", kind="commitment", force="aspire", domains=(f"subject-{number}",), **fields)
            for number in range(domains)
            if (at + number) % 3
        ]
        made = samples.clause_set(clauses, completeness="partial" if at % 2 else "complete")
        found.append(replace(made, agreement=Agreement(id=f"pact-{at}", title=f"Pact of Town Number {at}")))
    return matrix(found, families(found), Wanted("domain"))


def drawn(made, format="text", **options):
    return render("matrix", made, format, Options(**options))


@pytest.mark.parametrize("sets", [2, 4, 9, 12, 30, 60])
@pytest.mark.parametrize("domains", [1, 3, 12])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_it_fits_whatever_there_is(sets, domains, width):
    made = many(sets, domains)
    text = drawn(made, width=width)
    assert max(map(columns, text.splitlines())) <= width
    for column in made.columns:
        assert column.name in " ".join(text.split())


def test_words_where_there_is_room_letters_where_there_is_not_a_list_where_nothing_fits():
    assert "aspire" in drawn(many(2)).splitlines()[3]
    letters = drawn(many(9))
    assert "asp" in letters
    assert "asp aspire" in letters
    turned = drawn(many(30))
    assert turned.splitlines()[2].split() == ["1", "2", "3"]
    assert "1 subject-" in turned
    listed = drawn(many(30, 20))
    assert "aspire: " in listed
    assert "not seen: " in listed


def test_what_is_absent_is_told_from_what_was_not_seen():
    text = drawn(many(2))
    assert "absent" in text
    assert "not seen" in text
    assert "the set of 1 is partial" in text


@pytest.mark.parametrize(
    ("every", "said", "short"),
    [("P1Y", "every year", "1y"), ("P6M", "every 6 months", "6m"), ("P1W", "every week", "1w"), (None, "", "")],
)
def test_rhythms_are_said_in_words(every, said, short):
    assert rhythm(every) == said
    assert rhythm(every, short=True) == short


def test_csv_has_a_line_for_each_clause_and_each_empty_cell_and_no_formula():
    made = many(3, text="=1+1")
    lines = list(csv.DictReader(io.StringIO(drawn(made, "csv"))))
    assert len(lines) == sum(max(len(cell.wordings), 1) for line in made.lines for cell in line.cells)
    assert {line["presence"] for line in lines} == {"there", "absent", "not-seen"}
    assert {line["text"] for line in lines} == {"'=1+1", ""}
