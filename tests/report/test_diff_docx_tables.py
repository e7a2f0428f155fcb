"""Rows of tables in a redline inside the old document: changed in their cells, come and go as rows."""

from __future__ import annotations

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.redlines import W, faults, part, reopened, sides
from tests.writer import settled

HEAD, NORD, SYD, OST = ("Tug", "Fee"), ("Nord", "900"), ("Syd", "700"), ("Ost", "300")
LAW, LAMPS = ("Law", "Disputes are settled in Oslo."), ("Lamps", "Lamps burn on every pier.")


def lease(*articles):
    """Make a document of articles: a heading, then paragraphs and tables."""
    made = docx.Document()
    made.add_heading("Lease of Tugs", 0)
    for number, (heading, *items) in enumerate(articles, 1):
        made.add_heading(f"Article {number}. {heading}", 2)
        for item in items:
            if isinstance(item, str):
                made.add_paragraph(item)
                continue
            table = made.add_table(len(item), max(map(len, item)))
            for row, texts in zip(table.rows, item, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    return saved(made)


def saved(made):
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def fees(*rows, before="The Lessee pays as the table says.", after="Fees are due in May."):
    return ("Fees", *([before] if before else []), *([list(rows)] if rows else []), *([after] if after else []))


PAIRS = {
    "cells": (lease(fees(HEAD, NORD, SYD), LAW), lease(fees(HEAD, ("Nord of Oslo", "950 a day"), SYD), LAW)),
    "another row": (lease(fees(HEAD, NORD, SYD), LAW), lease(fees(HEAD, ("Nord", "950"), OST), LAW)),
    "first row": (lease(fees(HEAD, NORD), LAW), lease(fees(OST, HEAD, NORD), LAW)),
    "last row": (lease(fees(HEAD, NORD), LAW), lease(fees(HEAD, NORD, OST), LAW)),
    "row gone": (lease(fees(HEAD, NORD, SYD, OST), LAW), lease(fees(HEAD, NORD, OST), LAW)),
    "empty cells": (lease(fees(HEAD, ("Nord", ""), SYD), LAW), lease(fees(HEAD, ("Nord", "950"), ("Syd", "")), LAW)),
    "moved": (lease(fees(HEAD, NORD, SYD), LAW, LAMPS), lease(LAW, LAMPS, fees(HEAD, ("Nord", "950"), SYD))),
    "clause gone": (lease(LAW, fees(HEAD, NORD), LAMPS), lease(LAW, LAMPS)),
    "clause came": (lease(LAW, LAMPS), lease(LAW, fees(HEAD, NORD), LAMPS)),
    "at the end": (lease(LAW, LAMPS), lease(LAW, LAMPS, fees(HEAD, NORD, after=None))),
    "table gone": (lease(fees(HEAD, NORD), LAW), lease(fees(), LAW)),
    "table came": (lease(fees(), LAW), lease(fees(HEAD, NORD), LAW)),
    "text around": (
        lease(fees(HEAD, NORD, before=None, after=None), LAW),
        lease(fees(HEAD, NORD, before="They pay.", after="Fees fall due."), LAW),
    ),
    "another column": (
        lease(fees(HEAD, NORD), LAW),
        lease(fees(("Tug", "Fee", "Due"), ("Nord", "900", "May")), LAW),
    ),
}


def rows(data):
    """Give the rows of all tables: what becomes of each, and the words of its cells."""
    found = []
    for row in part(data).iter(f"{W}tr"):
        fate = [name for name in ("ins", "del") if row.find(f"{W}trPr/{W}{name}") is not None]
        words = ["".join(text.text for text in cell.iter(f"{W}t", f"{W}delText")) for cell in row.iter(f"{W}tc")]
        found.append((*fate, *words))
    return found


@pytest.mark.parametrize("name", PAIRS)
def test_both_sides_are_whole_and_no_paragraph_has_the_joint_of_cells(name):
    old, new = PAIRS[name]
    _, data = reopened(old, new)
    assert sides(data) == (sides(new)[0], sides(old)[0])
    assert faults(data) == []
    assert not [text for text in part(data).iter(f"{W}t", f"{W}delText") if "|" in text.text]


def test_rows_change_in_their_cells_or_go_and_come_as_rows():
    _, data = reopened(*PAIRS["another row"])
    assert rows(data) == [HEAD, ("Nord", "900950"), ("del", "Syd", "700"), ("ins", "Ost", "300")]


def test_a_table_whose_clause_moves_goes_and_comes_as_rows():
    _, data = reopened(*PAIRS["moved"])
    assert rows(data) == [
        *(("del", *row) for row in (HEAD, NORD, SYD)),
        *(("ins", *row) for row in (HEAD, ("Nord", "950"), SYD)),
    ]
    moves = [entry.tag for entry in part(data).iter() if "move" in str(entry.tag)]
    assert moves == []


def test_text_that_comes_at_a_table_stands_outside_of_it():
    _, data = reopened(*PAIRS["text around"])
    assert rows(data) == [HEAD, NORD]


def test_a_new_row_is_like_its_neighbour():
    made = docx.Document(io.BytesIO(PAIRS["last row"][0]))
    made.tables[0].style = "Table Grid"
    made.tables[0].rows[1].height = 500
    made.tables[0].cell(1, 1).paragraphs[0].runs[0].bold = True
    _, data = reopened(saved(made), PAIRS["last row"][1])
    row = docx.Document(io.BytesIO(data)).tables[0].rows[2]
    assert row.height == made.tables[0].rows[1].height
    assert row.cells[1]._tc.find(f".//{W}rPr/{W}b") is not None
    assert row.cells[0]._tc.find(f".//{W}rPr/{W}b") is None


def test_a_row_beside_a_merged_cell_goes_on_with_it():
    def merged(*fees):
        made = docx.Document(io.BytesIO(lease(("Fees", [("Nord", *fee) for fee in fees]), LAW)))
        made.tables[0].cell(0, 0).merge(made.tables[0].cell(len(fees) - 1, 0)).text = "Nord"
        return saved(made)

    old, new = merged(("900", "May"), ("700", "June")), merged(("900", "May"), ("700", "June"), ("300", "July"))
    _, data = reopened(old, new)
    assert sides(data) == (sides(new)[0], sides(old)[0])
    assert rows(data)[2] == ("ins", "", "300", "July")


tables = st.lists(
    st.tuples(st.sampled_from(("Nord", "Syd", "Ost", "Vest")), st.sampled_from(("900", "700 a day", "", "300 in May"))),
    min_size=1,
    max_size=5,
)
texts = st.sampled_from((None, "Fees are due in May.", "Fees are due in June."))


@settings(max_examples=30)  # each one makes and reads three documents
@given(tables, tables, texts, texts, st.booleans())
def test_whatever_rows_change_both_sides_are_whole(one, two, before, after, moves):
    old = lease(LAW, fees(*one, before="They pay.", after=after), LAMPS)
    changed = fees(*two, before=before, after="Fees are due in May.")
    new = lease(LAW, LAMPS, changed) if moves else lease(LAW, changed, LAMPS)
    _, data = reopened(old, new)
    assert sides(data) == (sides(new)[0], sides(old)[0])
    assert faults(data) == []


def test_writer_takes_them_so(tmp_path):
    documents = {}
    for name, (old, new) in PAIRS.items():
        documents |= {name: reopened(old, new)[1], f"{name}, old": old, f"{name}, new": new}
    found = {name.replace(" ", "-"): data for name, data in documents.items()}
    said = settled(found, tmp_path)
    for name in PAIRS:
        key = name.replace(" ", "-")
        wanted = (said[f"{key},-new"][0], said[f"{key},-old"][0])
        # A paragraph that stands in front of a table cannot be joined with what follows, and stays empty.
        assert [filled(text) for text in said[key]] == [filled(text) for text in wanted], name


def filled(text):
    return [line for line in text.replace("\t", " ").split("\n") if line.strip()]
