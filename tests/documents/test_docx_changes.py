"""Tracked changes are read as accepted or as rejected, down to numbers, paragraph marks and rows."""

from __future__ import annotations

import time

import pytest

from clausetrack.documents.docx import read
from clausetrack.documents.reading import Reading
from tests.documents.docx_parts import (
    abstract,
    blocks,
    field,
    gone,
    ins,
    labelled,
    level,
    made,
    num,
    p,
    row,
    run,
    style,
    table,
    texts,
)

LISTS = abstract(0, level(0, "%1.")) + num(1, 0)
INSERTED, DELETED = "<w:ins/>", "<w:del/>"
MOVED_FROM = '<w:moveFrom w:id="3"><w:r><w:t>Boats too.</w:t></w:r></w:moveFrom>'
MOVED_TO = MOVED_FROM.replace("moveFrom", "moveTo")


def sides(body, **parts):
    return texts(body, "accepted", **parts), texts(body, "rejected", **parts)


CASES = {
    "words": (p("Ships ", gone("may"), ins("shall"), " call."), ["Ships shall call."], ["Ships may call."]),
    "within": (p("Ships ", ins("may", gone("not"), " now"), " call."), ["Ships may now call."], ["Ships call."]),
    "whole paragraph in": (
        p("One.") + p(ins("Two."), mark=INSERTED) + p("Three."),
        ["One.", "Two.", "Three."],
        ["One.", "Three."],
    ),
    "whole paragraph out": (
        p("One.") + p(gone("Two."), mark=DELETED) + p("Three."),
        ["One.", "Three."],
        ["One.", "Two.", "Three."],
    ),
    "split": (p("One. ", mark=INSERTED) + p("Two."), ["One.", "Two."], ["One. Two."]),
    "joined": (
        p("One. ", mark=DELETED) + p("Two. ", mark=DELETED) + p("Three."),
        ["One. Two. Three."],
        ["One.", "Two.", "Three."],
    ),
    "last in": (p("One.", mark=INSERTED) + p(ins("Two.")), ["One.", "Two."], ["One."]),
    "moved": (
        p(MOVED_FROM, mark="<w:moveFrom/>") + p("Ships.") + p(MOVED_TO, mark="<w:moveTo/>") + p("End."),
        ["Ships.", "Boats too.", "End."],
        ["Boats too.", "Ships.", "End."],
    ),
    "mark before a table": (
        p("One.", mark=DELETED) + table(row("a", "b")) + p(gone("x"), mark=DELETED),
        ["One.", "a | b"],
        ["One.", "a | b", "x"],
    ),
    "rows": (
        table(row("a", "b"), row("c", "d", properties="<w:ins/>"), row("e", "f", properties="<w:del/>")),
        ["a | b", "c | d"],
        ["a | b", "e | f"],
    ),
    "cells": (
        "<w:tbl><w:tr>"
        + "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>" * 2
        + "<w:tc><w:tcPr><w:cellIns/></w:tcPr><w:p><w:r><w:t>new</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        ["a | a | new"],
        ["a | a"],
    ),
    "fields": (
        p("See ", ins(field("REF x", "Article 3")), gone("Article 2"), "."),
        ["See Article 3."],
        ["See Article 2."],
    ),
    "hidden": (p(run("x", "<w:vanish/><w:rPrChange><w:rPr/></w:rPrChange>")), [], ["x"]),
}


@pytest.mark.parametrize("case", CASES)
def test_both_sides(case):
    body, accepted, rejected = CASES[case]
    assert sides(body) == (accepted, rejected)


def test_both_sides_of_notes():
    notes = f'<w:footnote w:id="2">{p("By ", gone("May"), ins("June"), ".")}</w:footnote>'
    body = p("Ships.", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert sides(body, footnotes=notes) == (["Ships.", "By June."], ["Ships.", "By May."])
    added = p("Ships.", ins('<w:r><w:footnoteReference w:id="2"/></w:r>'))
    assert sides(added, footnotes=notes) == (["Ships.", "By June."], ["Ships."])


def test_numbers_are_those_of_the_side():
    body = p("One.", num=(1, 0)) + p(ins("New."), num=(1, 0), mark=INSERTED) + p(gone("Old."), num=(1, 0), mark=DELETED)
    body += p("Last.", num=(1, 0))
    assert labelled(body, numbering=LISTS) == [("1.", "One."), ("2.", "New."), ("3.", "Last.")]
    assert labelled(body, "rejected", numbering=LISTS) == [("1.", "One."), ("2.", "Old."), ("3.", "Last.")]


def test_properties_and_numbering_that_were_changed():
    was_plain = p("x", num=(1, 0), properties="<w:pPrChange><w:pPr/></w:pPrChange>")
    assert labelled(was_plain, numbering=LISTS) == [("1.", "x")]
    assert labelled(was_plain, "rejected", numbering=LISTS) == [(None, "x")]
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins/></w:numPr>'
    assert labelled(p("x", properties=numbered), "rejected", numbering=LISTS) == [(None, "x")]
    was_heading = p("Ports", properties='<w:pPrChange><w:pPr><w:pStyle w:val="H"/></w:pPr></w:pPrChange>')
    heads = style("H", "heading 1")
    assert [blocks(was_heading, side, styles=heads)[0].kind for side in ("accepted", "rejected")] == [
        "paragraph",
        "heading",
    ]


def test_a_heading_stays_one_when_what_follows_is_rejected():
    body = p("Ports", style="H", mark=INSERTED) + p(ins("They are open."))
    (found,) = blocks(body, "rejected", styles=style("H", "heading 1"))
    assert (found.kind, found.text) == ("heading", "Ports")


@pytest.mark.parametrize(
    "wrap",
    [
        lambda inside: p(ins(inside)),
        lambda inside: f"<w:p><w:pPr><w:pPrChange><w:pPr>{inside}</w:pPr></w:pPrChange></w:pPr></w:p>",
        lambda inside: p(
            f"<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r>"
        ),
        lambda inside: p(f"<w:r><w:ruby><w:rt>{inside}</w:rt></w:ruby></w:r>"),
        lambda inside: inside * 3,
    ],
)
def test_ten_times_of_what_is_taken_out_takes_ten_times_as_long(wrap):
    def seconds(times):
        data = made(wrap(ins("x") * times))
        begun = time.process_time()
        read(data, "a.docx", Reading(changes="rejected"))
        return time.process_time() - begun

    # The best of three: what else a machine does only ever adds.
    best = {times: min(seconds(times) for _ in range(3)) for times in (1_000, 10_000)}
    assert best[10_000] < 25 * max(best[1_000], 0.01)


def test_both_sides_are_linear_in_changes_inside_one_another():
    nested = run("x")
    for _ in range(100):
        nested = ins(nested)
    assert sides(p(nested)) == (["x"], [])
