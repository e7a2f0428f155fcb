"""`diff --changed`: every clause file that a range of real git revisions changed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from programs import program

SET = """\
format: clausetrack/clause-set/1
agreement: {{id: {id}, title: {id}}}
revision: {{id: one, basis: primary-text, language: en}}
clauses:
  - {{id: {id}-calls, kind: provision, text: "Ships {modal} call at {id} every year, at any hour of the day."}}
  - {{id: {id}-fees, kind: provision, text: "The fees at {id} are those that the harbour office has posted."}}
"""


def git(*args):
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run([program("git"), *identity, *args], check=True, capture_output=True)


def write(path, id="ports", modal="shall"):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(SET.format(id=id, modal=modal), encoding="utf-8")


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    for name in ("ports", "gone", "same"):
        write(f"specs/{name}.yaml", name)
    Path("notes.yaml").write_text("a: 1\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    write("specs/ports.yaml", modal="may")
    git("mv", "specs/ports.yaml", "specs/harbours.yaml")
    git("rm", "-q", "specs/gone.yaml")
    write("specs/pilots.yaml", "pilots")
    Path("notes.yaml").write_text("a: 2\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "two")
    return tmp_path


def files(outcome):
    return {
        (entry["status"], entry["old"], entry["new"]): [
            change["rule"] for row in entry["diff"]["rows"] for change in row["changes"]
        ]
        for entry in json.loads(outcome.out)["files"]
    }


@pytest.mark.usefixtures("repository")
def test_renamed_new_and_removed_sets_are_compared_and_other_files_passed_over(invoke):
    assert files(invoke("diff", "--changed", "HEAD~1..HEAD", "--format", "json")) == {
        ("removed", "specs/gone.yaml", "specs/gone.yaml"): ["clause-removed", "clause-removed"],
        ("renamed", "specs/ports.yaml", "specs/harbours.yaml"): ["force-lowered"],
        ("added", "specs/pilots.yaml", "specs/pilots.yaml"): ["clause-added", "clause-added"],
    }


def test_paths_are_seen_from_where_one_stands(repository, invoke, monkeypatch):
    monkeypatch.chdir(repository / "specs")
    outcome = invoke("diff", "--changed", "HEAD~1..HEAD", "pilots.yaml", "harbours.yaml", "--format", "json")
    assert {new for _, _, new in files(outcome)} == {"harbours.yaml", "pilots.yaml"}
    outcome = invoke("diff", "--changed", "HEAD~1..HEAD", "--format", "github", "--fail-on", "weakened")
    assert "file=harbours.yaml,line=5" in outcome.out
    assert outcome.status == 1


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(("range", "number"), [("HEAD", 1), ("HEAD..", 1), ("HEAD~1...HEAD", 3), ("HEAD..HEAD", 0)])
def test_a_range_may_end_in_the_working_tree_or_start_where_branches_parted(invoke, range, number):
    write("specs/pilots.yaml", "pilots", "may")
    assert len(files(invoke("diff", "--changed", range, "--format", "json"))) == number


@pytest.mark.usefixtures("repository")
def test_a_file_that_is_broken_is_told_and_the_rest_compared(invoke):
    Path("specs/pilots.yaml").write_text("format: clausetrack/clause-set/1\nagreement: [\n", encoding="utf-8")
    write("specs/same.yaml", "same", "may")
    outcome = invoke("diff", "--changed", "HEAD")
    assert outcome.status == 2
    assert "error: specs/pilots.yaml:" in outcome.out
    assert "weakened" in outcome.out


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["nowhere..HEAD"], "git knows no revision 'nowhere'"),
        (["--output=x..HEAD"], "git knows no revision '--output=x'"),
        (["HEAD", "--format", "svg"], "--changed has no format 'svg'"),
    ],
)
def test_what_cannot_be_is_refused(invoke, args, said):
    outcome = invoke("diff", "--changed", *args)
    assert (outcome.status, outcome.out) == (2, "")
    assert said in outcome.err
    assert not Path("x").exists()


def test_outside_of_a_repository(tmp_path, monkeypatch, invoke):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    outcome = invoke("diff", "--changed", "HEAD")
    assert (outcome.status, "no repository here" in outcome.err) == (2, True)


@pytest.mark.parametrize(
    ("inputs", "said"), [([], "name what to compare"), (["a", "b", "c"], "one input too many: 'c'")]
)
def test_two_inputs_are_compared_and_no_more(invoke, inputs, said):
    outcome = invoke("diff", *inputs)
    assert (outcome.status, said in outcome.err) == (2, True)
