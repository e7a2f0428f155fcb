"""``clausetrack compare`` as it is called: what is read, what is taken, what is refused."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

SET = """\
format: clausetrack/clause-set/1
agreement: {{id: {agreement}, title: {agreement} arrangement on quays}}
revision: {{id: "{revision}", as_of: "{revision}", basis: primary-text, language: en, completeness: complete}}
clauses:
  - id: lamps
    kind: commitment
    text: The towns {modal} light the lamps at dusk.
    domains: [trade]
    actors: ["NO", IS]
    force: {force}
"""
WORDS = "1. Lamps\n\nThe towns {} light the lamps of the long pier at dusk.\n\n2. Ropes\n\nRopes are coiled by noon.\n"


def written(path, agreement, revision="2030-01-01", modal="shall", force="bind"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SET.format(agreement=agreement, revision=revision, modal=modal, force=force), encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    written(tmp_path / "sets" / "north" / "1.yaml", "north", "2031-01-01", "will", "commit")
    written(tmp_path / "sets" / "north" / "0.yaml", "north", "2030-06-01", "may", "discretion")
    written(tmp_path / "sets" / "south" / "1.yaml", "south", "2029-01-01")
    return tmp_path


def run(folder, *arguments):
    command = [sys.executable, "-m", "clausetrack", "compare", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def compared(folder, *arguments):
    done = run(folder, *arguments, "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def columns(made):
    return [(column["agreement"], column["revision"]) for column in made["columns"]]


def test_of_a_folder_the_newest_revisions_are_taken_by_date(folder):
    made = compared(folder, "sets")
    assert columns(made) == [("south", "2029-01-01"), ("north", "2031-01-01")]
    assert made["by"] == "domain"
    assert [cell["force"] for cell in made["rows"][0]["cells"]] == ["bind", "commit"]


def test_every_revision_is_taken_where_it_is_asked_for(folder):
    made = compared(folder, "sets", "--all-revisions")
    assert [name for _, name in columns(made)] == ["2029-01-01", "2030-06-01", "2031-01-01"]
    assert [column["name"] for column in made["columns"]] == ["south", "north 2030-06-01", "north 2031-01-01"]


def test_files_keep_their_order_and_are_told_apart(folder):
    made = compared(folder, "sets/north/1.yaml", "sets/north/0.yaml", "sets/north/1.yaml")
    assert [column["name"] for column in made["columns"]] == ["2031-01-01 (1)", "2030-06-01", "2031-01-01 (2)"]


def test_a_file_and_its_folder_are_taken_once(folder):
    assert len(compared(folder, "sets/south/1.yaml", "sets")["columns"]) == 2


def test_documents_are_drafted_and_compared_by_family(folder):
    for name, modal in (("first.txt", "shall"), ("second.txt", "may")):
        (folder / name).write_text(WORDS.format(modal), encoding="utf-8")
    made = compared(folder, "first.txt", "second.txt")
    assert made["by"] == "family"
    (lamps,) = [row for row in made["rows"] if "light the lamps" in row["cells"][0]["clauses"][0]["text"]]
    assert [cell["force"] for cell in lamps["cells"]] == ["bind", "discretion"]
    assert lamps["strongest"]["column"] == 0
    assert [edit["text"] for edit in lamps["redlines"][0]["edits"] if edit["op"] != "equal"] == ["shall", "may"]


def test_a_reference_says_how_each_departs(folder):
    made = compared(folder, "sets", "--reference", "south")
    assert made["reference"] == 0
    assert [cell["departure"] for cell in made["rows"][0]["cells"]] == [None, "weaker"]


def test_one_family_is_found_by_the_id_of_a_clause(folder):
    made = compared(folder, "sets", "--family", "lamps", "--where", "force>=bind")
    (row,) = made["rows"]
    assert [cell["presence"] for cell in row["cells"]] == ["there", "other"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name what to compare"),
        (("sets/south",), "there is one set to compare"),
        (("sets", "--reference", "sout"), "did you mean 'south'?"),
        (("sets", "--family", "lamp"), "did you mean 'lamps'?"),
        (("sets", "--where", "colour=red"), "clauses have no 'colour' to filter by"),
        (("sets", "nowhere.yaml"), "nowhere.yaml"),
    ],
)
def test_what_cannot_be_is_told(folder, arguments, said):
    done = run(folder, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stdout == ""
