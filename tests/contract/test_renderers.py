"""What every renderer owes: it draws every sample, always the same way, and lets no text steer a terminal."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
import samples
from click import unstyle
from lxml import etree
from pyarrow import parquet

from clausetrack import report
from clausetrack.errors import UnknownNameError
from clausetrack.report.folding import columns
from clausetrack.report.registry import AS_FINDINGS, RENDERERS, Options, formats, render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALL = [(kind, format) for kind, known in RENDERERS.items() for format in known]
RESULTS = [(kind, "plain", make()) for kind, make in samples.MAKERS.items()]
RESULTS += [(kind, "empty", result) for kind, result in samples.EMPTY.items()]
RESULTS += [(kind, name, make(text)) for kind, make in samples.MAKERS.items() for name, text in samples.NASTY.items()]

# Everything that a terminal, a browser or an editor may take for more than a character, but the line end.
STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)

each = pytest.mark.parametrize(("kind", "format"), ALL, ids=[f"{kind}-{format}" for kind, format in ALL])


def drawn(kind, format, options=Options()):  # noqa: B008 - it cannot be changed
    return [(name, words(render(kind, result, format, options))) for of, name, result in RESULTS if of == kind]


def words(drawn):
    """Give the words of what was drawn: those of a workbook's cells or of a document's paragraphs, a line each."""
    if isinstance(drawn, str):
        # Calendars end their lines as their standard has it; a lone carriage return stays, and is found.
        return drawn.replace("\r\n", "\n")
    if drawn.startswith(b"PAR1"):
        rows = parquet.read_table(io.BytesIO(drawn)).to_pylist()
        return "".join(f"{value}\n" for row in rows for value in row.values())
    archive = zipfile.ZipFile(io.BytesIO(drawn))
    if "word/document.xml" in archive.namelist():
        trees = [etree.fromstring(archive.read(n)) for n in archive.namelist() if n.startswith("word/")]
        paragraphs = [paragraph for tree in trees for paragraph in tree.iter(f"{W}p")]
        return "".join(f"{_said(paragraph)}\n" for paragraph in paragraphs if _said(paragraph))
    book = openpyxl.load_workbook(io.BytesIO(drawn), rich_text=True)
    cells = [cell.value for sheet in book for line in sheet.iter_rows() for cell in line if cell.value is not None]
    return "".join(f"{cell}\n" for cell in cells)


def _said(paragraph):
    return "".join(entry.text for entry in paragraph.iter() if entry.tag in {f"{W}t", f"{W}delText"})


def test_the_registry_has_every_renderer_in_the_folders_and_no_other():
    folder = Path(report.__file__).parent
    draws = re.compile(r"^def render\(", re.MULTILINE)
    there = {(path.parent.name, path.stem) for path in folder.glob("*/*.py") if draws.search(path.read_text())}
    drawn_as_findings = {(kind, format) for kind in AS_FINDINGS for format in RENDERERS["findings"]}
    assert {*ALL} - drawn_as_findings <= there <= {*ALL}


@pytest.mark.parametrize("kind", RENDERERS)
def test_text_comes_first_and_there_is_always_json(kind):
    assert formats(kind)[:2] == ("text", "json")


@each
def test_it_draws_every_sample_the_same_way_each_time(kind, format):
    first = drawn(kind, format)
    assert first == drawn(kind, format)
    for name, text in first:
        assert text == "" or text.endswith("\n"), name
        assert not text.endswith("\n\n"), name
        text.encode("utf-8")


@each
def test_no_text_steers_a_terminal(kind, format):
    for name, text in drawn(kind, format):
        assert STEERING.findall(text.replace("\t", "")) == [], name


@each
def test_colour_is_the_only_thing_that_colour_changes(kind, format):
    for (name, plain), (_, painted) in zip(drawn(kind, format), drawn(kind, format, Options(color=True)), strict=True):
        texts = [plain, unstyle(painted)]
        assert STEERING.findall(texts[1].replace("\t", "")) == [], name
        if format == "text":  # there colour stands for the marks of a redline
            texts = [re.sub(r"\[-|-\]|\{\+|\+\}|\s+", "", text) for text in texts]
        assert texts[0] == texts[1], name


@pytest.mark.parametrize("kind", RENDERERS)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_text_keeps_to_the_width(kind, width):
    for name, text in drawn(kind, "text", Options(width=width)):
        if name in {"long", "japanese", "plain", "empty"}:
            for line in text.splitlines():
                # A place is never broken, so that it can be clicked; names of clauses stand in columns.
                is_place = re.search(r":\d+(:\d+)?  |:\d+$|^\S+    ", line) or "calls" * 3 in line
                assert columns(line) <= width or is_place or name == "long", (name, line)


@each
def test_the_same_result_gives_the_same_bytes(kind, format):
    for of, name, result in RESULTS:
        if of == kind:
            assert render(kind, result, format, Options()) == render(kind, result, format, Options()), name


@each
def test_markup_in_a_text_stays_text(kind, format):
    (text,) = [text for name, text in drawn(kind, format) if name == "markup"]
    if format == "markdown":
        assert "<script>" not in text
        assert "\\`code\\`" in text
        assert "\\|" in text
        assert set(re.findall(r"<(/?\w+)", text)) <= {"br", "details", "summary", "/details", "/summary", "p", "/p"} | {
            "ins",
            "del",
            "/ins",
            "/del",
        }
    if format == "junit":
        assert "<script>" not in text


def test_rows_of_a_markdown_table_have_the_same_cells():
    for kind in ("diff", "clauses"):
        for name, text in drawn(kind, "markdown"):
            table = [line for line in text.splitlines() if line.startswith("|")]
            assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table}) <= 1, name


def test_a_misspelt_format_is_told_with_what_was_meant():
    with pytest.raises(UnknownNameError) as caught:
        render("findings", samples.EMPTY["findings"], "sariv", Options())
    assert caught.value.hint == "did you mean 'sarif'?"


@pytest.mark.parametrize("kind", RENDERERS)
def test_json_holds_texts_as_they_are(kind):
    for name, text in drawn(kind, "json"):
        if samples.NASTY.get(name):
            found = list(_texts(json.loads(text)))
            assert any(samples.NASTY[name] in given for given in found), name


def _texts(data):
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from _texts(value)
