"""``clausetrack corpus`` on the command line: what it prints, writes, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from clausetrack.cli import corpus as cli_corpus
from clausetrack.corpus import links

LINES = [
    {"id": "a", "title": "Quays A", "clauses": ["The ships shall pay the fees of the quay.", "Lights burn at night."]},
    {"id": "b", "title": "Quays B", "clauses": ["The ships shall pay the fees of the quay.", "Tugs wait at the lock."]},
]


@pytest.fixture
def corpus(project, invoke):
    (project / "many.jsonl").write_text("".join(json.dumps(line) + "\n" for line in LINES))
    built = invoke("corpus", "build", "many.jsonl", "--index", "index")
    assert built == (0, "documents: 2 added; 4 clauses read\n", "")
    return project


@pytest.mark.usefixtures("corpus")
def test_what_is_indexed_already_is_left(invoke):
    assert invoke("corpus", "build", "many.jsonl", "--index", "index").out == (
        "documents: 2 unchanged; 0 clauses read\n"
    )


def test_what_cannot_be_read_is_told_and_the_status_is_one(corpus, invoke):
    (corpus / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    done = invoke("corpus", "build", "many.jsonl", "picture.txt", "--index", "index")
    assert done.status == 1
    assert done.out == "documents: 2 unchanged, 1 unreadable; 0 clauses read\n"
    assert "picture.txt: error: this is a picture (PNG)" in done.err


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (["stats"], "2 documents of 2 agreements, 4 clauses in 3 wordings"),
        (["similar", "The ships shall pay the fees of the quay!"], "= exact, 2 copies  many.jsonl#a#c1"),
        (["families"], "1 family of 4 clauses in 2 documents; 2 clauses are in no other document"),
        (["matrix"], " 33%  1 clause, 33% word for word\n      Quays A (many.jsonl#a)\n      Quays B (many.jsonl#b)"),
        (
            ["search", "lock", "tugs"],
            "#b#c2\n    Quays B · provision\n    Tugs wait at the lock.\n\n1 clause",
        ),
    ],
)
@pytest.mark.usefixtures("corpus")
def test_questions_are_answered_in_text_and_json(invoke, question, said):
    done = invoke("corpus", *question, "--index", "index")
    assert (done.status, done.err) == (0, "")
    assert said in done.out
    assert json.loads(invoke("corpus", *question, "--index", "index", "--format", "json").out)["schema"]


def test_several_pictures_are_written_at_once(corpus, invoke):
    formats = [part for name in ("csv", "html", "svg", "parquet") for part in ("--format", f"{name}=matrix.{name}")]
    assert invoke("corpus", "matrix", "--index", "index", *formats) == (0, "", "")
    assert (corpus / "matrix.parquet").read_bytes()[:4] == b"PAR1"
    assert (corpus / "matrix.csv").read_text().splitlines()[1] == (
        "many.jsonl#a,Quays A,many.jsonl#b,Quays B,1,0.333333,1,0.333333"
    )
    for name in ("html", "svg"):
        assert "Quays B" in (corpus / f"matrix.{name}").read_text()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["stats", "--index", "none"], "there is no index here"),
        (["families", "--index", "index", "--engine", "dukdb"], "did you mean 'duckdb'?"),
        (["families", "--index", "index", "--least", "2"], "2.0 is not in the range"),
        (["matrix", "--index", "index", "--least", "0.4"], "0.4 is not in the range 0.5<=x<=1"),
        (["search", "--index", "index", "--where", "colour=red"], "clauses have no 'colour'"),
        (["similar", "many.jsonl#none", "--index", "index"], "such as 'many.jsonl#a'"),
        (["similar", "quays/pilots.txt", "--index", "index"], "give several words in quotes"),
        (["search", "--index", "index", "--where", "kind=dialoge"], "did you mean 'dialogue'?"),
        (["build", "gone", "--index", "index"], "cannot read: no such file"),
        (["build", "many.jsonl", "--index", "."], "this is a folder with something else in it"),
        (["stats"], "Missing option '--index'"),
    ],
)
@pytest.mark.usefixtures("corpus")
def test_what_is_wrong_is_told(invoke, arguments, said):
    done = invoke("corpus", *arguments)
    assert done.status == 2
    assert said in done.err


def test_what_was_capped_is_told_beside_tables_which_have_no_place_for_it(project, invoke):
    text = "In witness whereof the undersigned have signed this agreement on behalf of all at harbour number {} today."
    lines = [{"id": str(number), "clauses": [text.format(number)]} for number in range(60)]
    (project / "many.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    invoke("corpus", "build", "many.jsonl", "--index", "index")
    for question in ("families", "matrix"):
        assert "buckets were too large" in invoke("corpus", question, "--index", "index", "--format", "csv").err
        done = invoke("corpus", question, "--index", "index")
        assert ("too large" in done.out, done.err) == (True, "")


def test_the_lowest_share_that_links_is_the_one_that_is_found_reliably():
    assert cli_corpus._LOWEST_LEAST == links.LEAST


def test_clauses_from_standard_input_are_called_that(corpus, process):
    text = b"Article 1\n\nThe ships shall pay the fees of the quay.\n"
    done = process("corpus", "similar", "-", "--index", "index", cwd=corpus, input=text)
    assert done.out.startswith("standard input#")


def test_the_help_needs_no_extra():
    missing = "numpy=None, pyarrow=None, duckdb=None"
    code = f"import sys; sys.modules.update({missing}); from clausetrack.cli.main import main; main()"

    def run(*arguments):
        return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)

    assert run("corpus", "--help").returncode == 0
    assert run("corpus", "families", "--help").returncode == 0
    done = run("corpus", "stats", "--index", "index")
    assert done.returncode == 2
    assert "pip install 'clausetrack[corpus]'" in done.stderr
