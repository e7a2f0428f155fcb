"""`draft`, and documents where a clause set is wanted."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from clausetrack.clauseset.load import load, loads
from clausetrack.clauseset.schema import schema
from clausetrack.cli.draft import INSTRUMENTS

SAMPLES = Path(__file__).parent.parent / "documents" / "samples"
DOCUMENT = "pilotage.md"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "agreement.md", DOCUMENT)
    return tmp_path


def edit(path, old, new):
    text = Path(path).read_text(encoding="utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def test_the_instruments_are_those_of_the_format_and_news():
    known = schema("clause-set")["properties"]["agreement"]["properties"]["instrument"]["enum"]
    assert set(INSTRUMENTS) == {*known, "news"}


def test_a_draft_is_a_valid_clause_set_in_canonical_form(invoke):
    outcome = invoke(
        "draft", DOCUMENT, "--output", "clause_specs/pilotage/2021.yaml".replace("/", "-"), "--revision", "2021"
    )
    assert (outcome.status, outcome.out) == (0, "")
    assert "with something doubtful" in outcome.err
    file = "clause_specs-pilotage-2021.yaml"
    checked = invoke("validate", file, "--format", "json", "--fail-on", "error")
    assert [entry["rule"] for entry in json.loads(checked.out)["findings"] if entry["severity"] == "error"] == []
    assert invoke("fmt", "--check", file).status == 0
    assert load(file).revision.id == "2021"


def test_a_draft_goes_to_standard_output_and_comes_from_standard_input(process, folder):
    text = (folder / DOCUMENT).read_bytes()
    named = process("draft", DOCUMENT, "--quiet", cwd=folder)
    piped = process("draft", "-", "--quiet", cwd=folder, input=text)
    assert loads(named.out).clauses == loads(piped.out).clauses
    assert (named.err, piped.err) == ("", "")


@pytest.mark.parametrize(("level", "least"), [("article", 10), ("paragraph", 18), ("point", 25)])
def test_the_level_is_a_flag_and_a_setting(invoke, monkeypatch, level, least):
    by_flag = loads(invoke("draft", DOCUMENT, "--level", level).out)
    monkeypatch.setenv("CLAUSETRACK_LEVEL", level)
    assert loads(invoke("draft", DOCUMENT).out).clauses == by_flag.clauses
    assert len(by_flag.clauses) >= least


def test_a_fingerprint_goes_with_it_and_the_evidence_stands(invoke, folder):
    (folder / "clausetrack.yaml").write_text("specs: sets\n", encoding="utf-8")
    for name in ("sets", "seeds"):
        (folder / name).mkdir()
    made = invoke("draft", DOCUMENT, "--output", "sets/p.yaml", "--fingerprint", "seeds/p.yaml", "--level", "paragraph")
    assert made.status == 0
    assert load("sets/p.yaml").sources[0].fingerprint == "../seeds/p.yaml"
    for more in ([], [DOCUMENT]):
        checked = json.loads(invoke("source", "check", "sets/p.yaml", *more, "--format", "json").out)["files"][0]
        assert {entry["state"] for entry in checked["evidence"]} == {"stands"}
        assert {entry["state"] for entry in checked["sources"]} == {"same"}


def test_a_fingerprint_without_an_output_is_refused(invoke):
    outcome = invoke("draft", DOCUMENT, "--fingerprint", "p.yaml")
    assert (outcome.status, "--fingerprint needs --output" in outcome.err) == (2, True)


def test_edits_are_carried_to_a_new_version_and_what_needs_a_look_is_listed(invoke):
    invoke("draft", DOCUMENT, "--output", "old.yaml", "--revision", "2021")
    edit("old.yaml", "  - id: licences\n", "  # Ada asked for this one.\n  - id: pilot-licences\n")
    edit(DOCUMENT, "valid for three years", "valid for two years")
    outcome = invoke("draft", DOCUMENT, "--update", "old.yaml", "--revision", "2022", "--output", "new.yaml")
    assert outcome.status == 0, outcome.err
    new = load("new.yaml")
    assert (new.revision.id, new.revision.follows) == ("2022", "2021")
    assert "two years" in new.clause("pilot-licences").text
    assert "# Ada asked for this one." in Path("new.yaml").read_text(encoding="utf-8")
    assert "pilot-licences  reworded" in outcome.err


def test_a_review_accepts_corrects_and_can_be_left(process, folder):
    process("draft", DOCUMENT, "--output", "set.yaml", "--level", "paragraph", cwd=folder)
    before = load(str(folder / "set.yaml"))
    doubtful = [clause.id for clause in before.clauses if clause.extra.get("x-doubtful")]
    assert doubtful
    done = process("draft", "set.yaml", "--review", cwd=folder, input=b"x\na\nq\n")
    assert (done.status, "none of a, e, s, q" in done.err) == (0, True)
    after = load(str(folder / "set.yaml"))
    assert len(after.clause(doubtful[0]).extra.get("x-doubtful", {})) < len(
        before.clause(doubtful[0]).extra["x-doubtful"]
    )
    assert [clause.text for clause in after.clauses] == [clause.text for clause in before.clauses]


def test_documents_are_compared_with_each_other_and_with_sets(invoke):
    shutil.copy(SAMPLES / "agreement.html", "pilotage.html")
    assert "no change of substance" in invoke("diff", DOCUMENT, "pilotage.html").out
    edit(DOCUMENT, "shall recognise each other", "may recognise each other")
    outcome = invoke("diff", "pilotage.html", DOCUMENT, "--exit-code")
    assert (outcome.status, "force bind → discretion" in outcome.out) == (1, True)
    invoke("draft", "pilotage.html", "--output", "set.yaml")
    against_set = json.loads(invoke("diff", "set.yaml", DOCUMENT, "--format", "json").out)
    changed = [row for row in against_set["rows"] if any(c["cause"] == "text" for c in row["changes"])]
    assert [row["direction"] for row in changed] == ["weakened"]


def test_a_document_alone_has_nothing_to_be_compared_with(invoke):
    outcome = invoke("diff", DOCUMENT)
    assert (outcome.status, "nothing to compare it with" in outcome.err) == (2, True)


def test_a_document_can_be_shown_and_filtered(invoke):
    outcome = invoke("show", DOCUMENT, "--where", "kind=definition")
    assert "Use of terms" in outcome.out


def test_a_clause_file_is_no_document_to_draft(invoke):
    invoke("draft", DOCUMENT, "--output", "set.yaml")
    outcome = invoke("draft", "set.yaml")
    assert (outcome.status, "this is a clause file already" in outcome.err) == (2, True)
    outcome = invoke("draft", DOCUMENT, "--update", DOCUMENT)
    assert (outcome.status, "this is no clause file" in outcome.err) == (2, True)


def test_clauses_are_quoted_from_the_document(invoke):
    invoke("draft", DOCUMENT, "--output", "set.yaml")
    outcome = invoke("show", "set.yaml", "--where", "id=licences", "--quote", DOCUMENT)
    assert "“A licence is valid for three years and may be renewed.”" in " ".join(
        outcome.out.replace("    | ", "").split()
    )


def test_a_source_that_changed_is_told_sentence_by_sentence_and_the_set_is_brought_up_to_date(invoke, folder):
    (folder / "clausetrack.yaml").write_text("specs: .\n", encoding="utf-8")
    invoke("draft", DOCUMENT, "--output", "set.yaml", "--fingerprint", "prints.yaml", "--level", "paragraph")
    edit("set.yaml", "clauses:\n", "# Kept.\nclauses:\n")
    edit(DOCUMENT, "valid for three years", "valid for two years")
    edit(DOCUMENT, "### Article 1.", "A line that was not there before.\n\n### Article 1.")
    outcome = invoke("source", "check", "set.yaml", "--against", DOCUMENT)
    assert outcome.status == 1
    assert "[-three-]{+two+}" in outcome.out
    assert "moved" in outcome.out
    before = Path("set.yaml").read_text(encoding="utf-8").splitlines()
    done = invoke("source", "check", "set.yaml", "--against", DOCUMENT, "--update", "--quiet")
    assert done.status == 0, done.out
    after = Path("set.yaml").read_text(encoding="utf-8").splitlines()
    keys = {line.split(":")[0].strip() for old, line in zip(before, after, strict=True) if old != line}
    assert keys <= {"paragraph", "digest", "sha256", "sentence"}
    checked = invoke("source", "check", "set.yaml", DOCUMENT)
    assert (checked.status, "stale" in checked.out) == (0, False)
