"""A matrix as a picture, a sheet and a page: laid out so that it fits, and with a word for everything."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from importlib import resources

import openpyxl
import pytest
import samples
from lxml import etree

from clausetrack.model.clauseset import Agreement
from clausetrack.model.matrix import Cell, Reason
from clausetrack.report.matrix.colours import SHADES
from clausetrack.report.matrix.layout import ACROSS, blocks, grid, legend, said
from clausetrack.report.registry import Options, render
from clausetrack.survey.families import families
from clausetrack.survey.matrix import Wanted, matrix

SVG = "{http://www.w3.org/2000/svg}"


def many(sets, domains=3, reference=None, **fields):
    found = []
    for at in range(sets):
        said_of = {"kind": "commitment", "force": "aspire"} | fields
        clauses = [
            samples.clause(f"c{number}", domains=(f"subject-{number}",), **said_of)
            for number in range(domains)
            if (at + number) % 3
        ]
        made = samples.clause_set(clauses, completeness="partial" if at % 2 else "complete")
        found.append(replace(made, agreement=Agreement(id=f"pact-{at}", title=f"Pact of Town Number {at}")))
    return matrix(found, families(found), Wanted("domain", reference=reference))


def drawn(made, format):
    return render("matrix", made, format, Options())


def picture(made):
    return etree.fromstring(drawn(made, "svg").encode())


def words(tree):
    return [entry.text for entry in tree.iter(f"{SVG}text")]


@pytest.mark.parametrize(("sets", "domains", "turned"), [(9, 3, False), (12, 1, False), (13, 3, True), (40, 60, False)])
def test_agreements_go_down_where_they_do_not_fit_across(sets, domains, turned):
    made = many(sets, domains)
    laid = grid(made)
    assert laid.is_turned is turned
    assert (len(laid.names), len(laid.heads)) == ((sets, domains) if turned else (domains, sets))
    assert sorted(place for row in laid.rows for place in row) == [(a, b) for a in range(domains) for b in range(sets)]


@pytest.mark.parametrize("columns", [0, 1, 12, 13, 40, 60])
def test_blocks_have_every_column_once_and_fit_a_page(columns):
    found = blocks(columns)
    assert [at for start, end in found for at in range(start, end)] == list(range(columns))
    assert max(end - start for start, end in found) <= ACROSS


def test_a_picture_has_a_word_in_every_cell():
    made = many(4)
    tree = picture(made)
    having = sum(len(line.having) for line in made.lines)
    assert words(tree).count("aspire") == having + 1  # and the legend
    assert tree.find(f"{SVG}title").text == "Pact of Town Number: 4 agreements by domain"


@pytest.mark.parametrize(("sets", "domains"), [(2, 1), (9, 24), (60, 5), (60, 40), (12, 80)])
def test_a_picture_keeps_a_shape_that_can_be_looked_at(sets, domains):
    made = many(sets, domains)
    tree = picture(made)
    width, height = (float(tree.get(name)) for name in ("width", "height"))
    assert width / height < 3.5
    assert width < 3_500
    texts = [*words(tree)]
    assert all(column.name in texts for column in made.columns)
    for text in tree.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x", 0)) <= width
        assert 0 <= float(text.get("y", 0)) <= height


def test_narrow_cells_have_letters_and_the_legend_explains_them():
    texts = words(picture(many(40, 30)))
    assert "asp" in texts
    assert "asp aspire" in texts


def test_a_picture_says_against_what_and_under_which_conditions():
    made = replace(many(3, reference=1), where=("kind=commitment",))
    texts = words(picture(made))
    assert "1 (reference)" in " ".join(texts)
    assert "only clauses with kind=commitment" in texts


def test_what_is_suspended_is_said_and_drawn_with_a_broken_edge():
    made = many(3, status="suspended")
    tree = picture(made)
    assert "suspended" in words(tree)
    assert tree.xpath("//*[@class='aspire unsettled']")
    assert "unsettled" in [entry.shade for entry in legend(made)]
    assert "unsettled" not in [entry.shade for entry in legend(many(3))]
    book = openpyxl.load_workbook(io.BytesIO(drawn(made, "xlsx")))
    cells = [cell for row in book["Matrix"].iter_rows(min_row=6, max_row=8, min_col=2, max_col=4) for cell in row]
    assert {cell.border.top.style for cell in cells if "suspended" in cell.value} == {"dashed"}
    assert 'class="aspire unsettled"' in drawn(made, "html")


def test_what_is_not_to_be_done_is_said():
    line = many(2, domains=1).lines[0]
    cell = line.cells[line.having[0]]
    wording = replace(cell.wordings[0], force="bind", polarity="refrain")
    assert said(Cell("there", (wording,))) == ("bind not to",)


def test_every_shade_has_a_meaning_and_stands_in_the_style_of_the_page():
    style = (resources.files("clausetrack.report.html") / "matrix.css").read_text(encoding="utf-8")
    pair = r"light-dark\((\S+), (\S+)\);"
    found = re.findall(rf"^\.(\w+) \{{ --ground: {pair} --on: {pair} \}}", style, re.MULTILINE)
    assert {name: (light, ink, dark, dark_ink) for name, light, dark, ink, dark_ink in found} == {
        name: tuple(known) for name, known in SHADES.items() if f".{name} {{" in style
    }
    assert len(found) == 9


def test_ink_can_be_read_on_every_ground():
    for name, known in SHADES.items():
        assert contrast(known.ground, known.ink) >= 4.5, name
        assert contrast(known.dark_ground, known.dark_ink) >= 4.5, name


def contrast(one, other):
    """Give the contrast of two colours (WCAG 2.2, 1.4.3)."""
    lights = sorted((luminance(one), luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_workbook_has_the_heat_map_and_the_clauses():
    book = openpyxl.load_workbook(io.BytesIO(drawn(many(3), "xlsx")))
    heat, clauses = book["Matrix"], book["Clauses"]
    assert [cell.value for cell in heat[5]] == ["domain", "0", "1", "2", "strongest", "weakest"]
    shades = {cell.value: cell.fill.start_color.rgb[-6:].lower() for cell in heat[6][1:4]}
    assert shades["aspire"] == SHADES["aspire"].ground.removeprefix("#")
    assert "It says what is sought: seek to, endeavour to, promote." in [cell.value for cell in heat["B"]]
    assert clauses["A1"].value == "label"
    assert clauses.auto_filter.ref == "A1:T10"


def test_a_workbook_with_many_agreements_has_them_down_with_the_ends_below():
    heat = openpyxl.load_workbook(io.BytesIO(drawn(many(20), "xlsx")))["Matrix"]
    names = [cell.value for cell in heat["A"]][4:28]
    assert names[0] == "agreement"
    assert names[1:21] == [str(at) for at in range(20)]
    assert names[21:23] == ["strongest", "weakest"]


@pytest.mark.parametrize(("sets", "domains", "across"), [(9, 24, 1), (60, 5, 1), (40, 60, 4)])
def test_a_workbook_prints_in_landscape_with_its_heads_and_names_on_every_page(sets, domains, across):
    book = openpyxl.load_workbook(io.BytesIO(drawn(many(sets, domains), "xlsx")))
    heat, clauses = book["Matrix"], book["Clauses"]
    for sheet, wide in ((heat, across), (clauses, 1)):
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (wide, 0)  # 1 goes without saying
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert heat.print_title_rows == "$5:$5"
    assert heat.print_title_cols == "$A:$A"
    assert clauses.print_title_rows == "$1:$1"


def test_the_list_of_clauses_hides_what_no_clause_has_and_prints_no_keys():
    clauses = openpyxl.load_workbook(io.BytesIO(drawn(many(3), "xlsx")))["Clauses"]
    heads = {cell.value: cell.column_letter for cell in clauses[1]}
    assert clauses.column_dimensions[heads["deadline"]].hidden
    assert not clauses.column_dimensions[heads["text"]].hidden
    assert [cell.value for cell in clauses[1]][-5:] == ["row", "agreement", "revision", "family", "confidence"]
    assert clauses.print_area.endswith(f"${heads['text']}$10")


def test_a_page_has_every_column_on_paper_and_every_text_once():
    made = many(40, 60)
    tree = etree.HTML(drawn(made, "html"))
    tables = tree.xpath("//table[@class='paper-only']")
    heads = [head for table in tables for head in table.xpath("thead//bdi/text()")]
    assert heads == [column.name for column in made.columns]
    for table in tables:
        assert table.xpath("tbody//th//bdi/text()") == [line.label for line in made.lines]
        assert not table.xpath(".//a")
    row = tree.xpath("//div[@id='row1']")[0]
    first, *others = row.xpath("article")
    assert "again" not in first.get("class")
    assert others
    assert all("again" in other.get("class") for other in others)
    names = first.xpath(".//h4//bdi/text()")
    assert names == [made.columns[at].name for at in made.lines[0].having]


def test_few_columns_are_printed_as_they_are_seen():
    assert "paper-only" not in "".join(etree.HTML(drawn(many(9), "html")).xpath("//table/@class"))


def test_a_page_says_what_departs_and_no_more_than_is_known():
    made = many(4, 1, reference=0)
    tree = etree.HTML(drawn(made, "html"))
    text = " ".join("".join(tree.xpath("//section[@id='summary']//text()")).split())
    assert "In 0 alone" not in text
    line = made.lines[0]
    weaker = replace(line.cells[1], departure="weaker", reasons=(Reason("force-lowered", "weakened", "force fell"),))
    cells = (line.cells[0], weaker, *line.cells[2:])
    told = drawn(replace(made, lines=(replace(line, cells=cells),)), "html")
    text = " ".join("".join(etree.HTML(told).xpath("//section[@id='summary']//text()")).split())
    assert "Departures from 0" in text
    assert "1 ▼ weaker: force lowered" in text
