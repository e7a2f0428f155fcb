"""CSV, workbooks, charts, and a comparison as findings: what a reader of each finds there."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import openpyxl
import pytest
import samples

from clausetrack.app.diff import diff_sets
from clausetrack.app.view import breakdown
from clausetrack.clauseset.load import loads
from clausetrack.report.diff.findings import findings
from clausetrack.report.diff.sheet import COLUMNS, lines
from clausetrack.report.registry import Options, render

OLD = """\
format: clausetrack/clause-set/1
agreement: {id: ports, title: Ports}
revision: {id: "2025", basis: primary-text, language: en}
clauses:
  - {id: calls, kind: provision, number: "1", text: "Ships shall call at ports every year."}
  - {id: fees, kind: provision, number: "2", text: "Fees are those of the port."}
"""
NEW = """\
format: clausetrack/clause-set/1
agreement: {id: ports, title: Ports}
revision: {id: "2026", basis: primary-text, language: en}
clauses:
  - {id: pilots, kind: provision, number: "1", text: "Nobody sails by night without a lamp on every mast."}
  - {id: calls, kind: provision, number: "2", text: "Ships may call at ports every year."}
"""
DIFF = diff_sets(loads(OLD, "old.yaml"), loads(NEW, "new.yaml"))


def cells(format="csv", result=DIFF, **options):
    return list(csv.DictReader(io.StringIO(render("diff", result, format, Options(**options)))))


def test_there_is_a_line_for_every_change_and_noise_only_on_demand():
    assert [(line["what happened"], line["rule"]) for line in cells()] == [
        ("weakened", "force-lowered"),
        ("removed", "clause-removed"),
        ("added", "clause-added"),
    ]
    assert {line["rule"] for line in cells(all=True)} > {"clause-renumbered", "force-lowered"}


def test_a_line_says_where_and_what():
    first = cells()[0]
    assert (first["clause"], first["number"], first["old place"]) == ("calls", "1 → 2", "old.yaml:5:53")
    assert "shall" in first["old text"]
    assert "may" in first["new text"]


def test_no_cell_of_a_csv_file_is_a_formula():
    hostile = samples.diff("=1+1")
    assert any(line.cells[11] == "=1+1" for line in lines(hostile, Options()))
    for line in csv.reader(io.StringIO(render("diff", hostile, "csv", Options(all=True)))):
        assert not any(cell.startswith(("=", "+", "@", "-")) for cell in line)


def test_a_workbook_has_a_summary_and_can_be_filtered():
    book = openpyxl.load_workbook(io.BytesIO(render("diff", DIFF, "xlsx", Options())), rich_text=True)
    assert book.sheetnames == ["Summary", "Changes"]
    sheet = book["Changes"]
    heads = [cell.value for cell in sheet[1]]
    assert set(heads) == {*COLUMNS, "redline"}
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("B2", f"A1:{sheet.cell(1, len(heads)).column_letter}4")
    redline = sheet.cell(2, heads.index("redline") + 1).value
    struck = [part.text for part in redline if getattr(part, "font", None) and part.font.strike]
    came = [part.text for part in redline if getattr(part, "font", None) and part.font.u]
    assert (struck, came) == (["shall"], ["may"])
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)


def test_a_cell_holds_no_more_than_a_cell_can():
    book = openpyxl.load_workbook(io.BytesIO(render("diff", samples.diff("calls " * 9_000), "xlsx", Options())))
    assert max(len(str(cell.value or "")) for line in book["Changes"].iter_rows() for cell in line) == 32_767


@pytest.mark.parametrize("by", [None, "kind"])
def test_a_chart_has_a_bar_for_what_happened(by):
    result = replace(DIFF, breakdown=breakdown(DIFF, by)) if by else DIFF
    root = ET.fromstring(render("diff", result, "svg", Options()))  # noqa: S314 - drawn in this very line
    space = "{http://www.w3.org/2000/svg}"
    titles = [rect.find(f"{space}title") for rect in root.iter(f"{space}rect")]
    bars = [title.text for title in titles if title is not None]
    names = {"▼ weakened": "weakened", "- removed": "removed", "+ added": "added"}
    wanted = [f"provision: 1 {label}" for label in names.values()] if by else [f"{n}: 1 {x}" for n, x in names.items()]
    assert sorted(bars) == sorted(wanted)
    assert root.find(f"{space}title").text == "Ports"


@pytest.mark.parametrize("by", [None, "kind"])
def test_a_chart_brings_the_paper_that_its_letters_stand_on(by):
    text = render("diff", replace(DIFF, breakdown=breakdown(DIFF, by)) if by else DIFF, "svg", Options())
    root = ET.fromstring(text)  # noqa: S314 - drawn in the line above
    space = "{http://www.w3.org/2000/svg}"
    (paper,) = (rect for rect in root.iter(f"{space}rect") if rect.get("class") == "paper")
    assert [paper.get("width"), paper.get("height")] == root.get("viewBox").split()[2:]
    assert [drawn.tag for drawn in root].index(f"{space}rect") < [drawn.tag for drawn in root].index(f"{space}text")
    assert "prefers-color-scheme" not in text


def test_changes_are_findings_at_their_lines_in_the_new_file():
    found = findings(DIFF, Options()).findings
    assert [(entry.rule, entry.clause, entry.position.file, entry.position.line) for entry in found] == [
        ("force-lowered", "calls", "new.yaml", 6),
        ("clause-removed", "fees", "new.yaml", 1),
        ("clause-added", "pilots", "new.yaml", 5),
    ]
    sarif = json.loads(render("diff", DIFF, "sarif", Options()))["runs"][0]["results"]
    assert [entry["ruleId"] for entry in sarif] == [entry.rule for entry in found]
    assert "file=new.yaml,line=6" in render("diff", DIFF, "github", Options())
    assert len({entry["fingerprint"] for entry in json.loads(render("diff", DIFF, "gitlab", Options()))}) == 3


def test_a_markdown_report_fits_into_a_comment_and_says_what_it_left_out():
    many = replace(DIFF, rows=DIFF.rows * 900)
    text = render("diff", many, "markdown", Options())
    assert 50_000 < len(text) <= 60_000
    assert text.rstrip().endswith(".*")
    assert "Left out for its length: " in text
