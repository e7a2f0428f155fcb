"""Timelines and the ways of clauses as pictures, pages and texts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
import samples
from click import unstyle
from lxml import etree, html

from clausetrack.report.registry import Options, render
from clausetrack.report.timeline.axis import LEFT, axis

SVG = "{http://www.w3.org/2000/svg}"
PICTURED = ["timeline", "lineage"]


def picture(kind, *text, **options):
    return etree.fromstring(render(kind, samples.MAKERS[kind](*text), "svg", Options(**options)).encode())


@pytest.mark.parametrize("kind", PICTURED)
@pytest.mark.parametrize("name", samples.NASTY)
def test_a_picture_is_one_and_runs_nothing(kind, name):
    made = picture(kind, samples.NASTY[name])
    assert {element.tag for element in made.iter()} <= {
        f"{SVG}{tag}" for tag in ("svg", "title", "desc", "style", "rect", "text", "path", "circle", "g")
    }
    assert not [name for element in made.iter() for name in element.attrib if name.startswith("on") or "href" in name]
    width, height = int(made.get("width")), int(made.get("height"))
    for mark in made.iter(f"{SVG}rect"):
        assert 0 <= float(mark.get("x", 0)) <= width
        assert 0 <= float(mark.get("y", 0)) <= height
        assert float(mark.get("width")) >= 0
        assert float(mark.get("height")) >= 0


def test_every_clause_that_changed_has_a_band_and_every_change_a_square():
    made = picture("timeline")
    timeline = samples.timeline()
    lanes = [element for element in made.iter(f"{SVG}g") if element.get("class") == "lane"]
    squares = [element for element in made.iter(f"{SVG}rect") if "square" in element.get("class", "")]
    told = sum(
        bool(row.changes) or row.match.relation != "paired"
        for stage in timeline.stages
        if stage.diff
        for row in stage.diff.rows
    )
    assert 0 < len(lanes) <= len(timeline.threads)
    assert 0 < len(squares) <= told


def test_a_picture_of_many_clauses_is_cut_and_says_so():
    made = samples.timeline()
    many = replace(made, threads=made.threads * 100)
    drawn = render("timeline", many, "svg", Options())
    assert re.search(r"\d+ more clauses changed", drawn)
    assert "more clauses changed" not in render("timeline", many, "svg", Options(all=True))


@pytest.mark.parametrize("number", [1, 2, 12, 13, 200])
def test_names_of_revisions_never_touch(number):
    stages = [replace(samples.NOTHING, name=str(at), date=f"{1800 + at}") for at in range(number)]
    laid = axis(stages)
    named = [place for place, is_named in zip(laid.places, laid.named, strict=True) if is_named]
    assert laid.places[0] == LEFT
    assert laid.named[-1]
    assert all(after - before >= 80 for before, after in pairwise(named))
    assert laid.width > laid.places[-1]


def test_a_longer_time_is_a_wider_gap():
    stages = [replace(samples.NOTHING, date=date) for date in ("2020-01-01", "2020-02-01", "2024-02")]
    first, second, third = axis(stages).places
    assert third - second > second - first
    assert axis(stages).gaps == ("31 days", "4 years")


def test_without_dates_all_gaps_are_the_same():
    stages = [replace(samples.NOTHING, date=date) for date in ("2020-01-01", None, "2024-02")]
    first, second, third = axis(stages).places
    assert third - second == second - first
    assert axis(stages).gaps == ("", "")


@pytest.mark.parametrize("kind", [*PICTURED, "blame"])
@pytest.mark.parametrize("name", samples.NASTY)
def test_a_page_has_no_markup_of_a_text_and_no_link_that_leads_nowhere(kind, name):
    drawn = render(kind, samples.MAKERS[kind](samples.NASTY[name]), "html", Options())
    tree = html.document_fromstring(drawn)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//@href") if link.startswith("#")} <= set(ids)
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//*[@style or @onclick or @onerror]")


def test_a_page_leads_from_every_sign_to_its_change():
    tree = html.document_fromstring(render("timeline", samples.timeline(), "html", Options()))
    changes = set(tree.xpath("//details[contains(@class, 'change')]/@id"))
    links = {link[1:] for link in tree.xpath("//*[local-name()='svg']//@href")}
    assert links == changes


def test_causes_are_told_apart():
    tree = html.document_fromstring(render("timeline", samples.timeline(), "html", Options()))
    titles = [element.text for element in tree.iter("h3")]
    assert "The agreement changed" in titles
    assert "Something happened" in titles


def test_a_text_shows_the_weightiest_and_counts_the_rest():
    made = samples.timeline()
    few = render("timeline", made, "text", Options())
    everything = render("timeline", made, "text", Options(all=True))
    assert len(everything.splitlines()) > len(few.splitlines())
    assert unstyle(render("timeline", made, "text", Options(color=True))) == few


def test_the_grid_has_a_column_for_each_revision():
    drawn = render("timeline", samples.timeline(), "text", Options())
    lines = drawn.splitlines()
    (head,) = [line for line in lines if line.startswith("What changed when")]
    assert head.split()[-3:] == ["1", "2", "3"]
