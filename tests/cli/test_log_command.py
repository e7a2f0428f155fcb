"""Revisions on the command line: how they are named and found, in folders, by id, in git; blame, agenda and feed."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from conftest import SET
from programs import program

TWO = SET.replace("id: one", "id: two\n  as_of: 2025\n  follows: one")
TWO = TWO.replace("will call", "may call").replace("force: commit", "force: discretion")
TEXT = """\
# Terms of the Quay

## 1. Lamps

We shall light the lamps at {} each day.

## 2. Ropes

We may keep ropes.
"""


@pytest.fixture
def revisions(project):
    (project / "clause_specs" / "demo" / "two.yaml").write_text(TWO, encoding="utf-8")
    return project


@pytest.fixture
def terms(project):
    folder = project / "terms"
    folder.mkdir()
    for date, time in (("2022-05", "dawn"), ("2020-01", "dusk"), ("2021-03", "noon")):
        (folder / f"terms-{date}.md").write_text(TEXT.format(time), encoding="utf-8")
    return folder


def names(outcome):
    return [revision["name"] for revision in json.loads(outcome.out)["revisions"]]


@pytest.mark.parametrize(
    "name", ["demo", "clause_specs/demo", "clause_specs/demo/one.yaml", "clause_specs/demo/two.yaml"]
)
@pytest.mark.usefixtures("revisions")
def test_an_agreement_is_named_by_id_folder_or_one_file(invoke, name):
    outcome = invoke("log", name, "--format", "json")
    assert (outcome.status, outcome.err) == (0, "")
    assert names(outcome) == ["one", "two"]
    assert json.loads(outcome.out)["order"] == "follows"


def test_an_agreement_is_found_wherever_it_lies(revisions, invoke):
    (revisions / "clause_specs" / "demo").rename(revisions / "clause_specs" / "elsewhere")
    assert names(invoke("log", "demo", "--format", "json")) == ["one", "two"]


def test_documents_are_ordered_by_the_dates_in_their_names(terms, invoke):
    outcome = invoke("log", "terms", "--format", "json")
    assert names(outcome) == ["2020-01", "2021-03", "2022-05"]
    assert names(invoke("log", *sorted(map(str, terms.iterdir()), reverse=True), "--format", "json")) == names(outcome)


def test_files_beside_that_are_of_another_agreement_or_broken_do_not_matter(revisions, invoke):
    folder = revisions / "clause_specs" / "demo"
    (folder / "other.yaml").write_text(SET.replace("id: demo", "id: other"), encoding="utf-8")
    (folder / "broken.yaml").write_text("agreement:\n  id: [", encoding="utf-8")
    assert names(invoke("log", "clause_specs/demo/one.yaml", "--format", "json")) == ["one", "two"]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("dema",), "did you mean 'demo'?"),
        (("gone.md",), "no such file"),
        (("empty",), "no clause file and no document"),
        (("clause_specs",), "several agreements: demo, other"),
        (("--git", "a", "b"), "one path"),
        (("--git", "clause_specs/demo/one.yaml"), "no history"),
        (("-", "-"), "read once"),
        (("demo", "--clause", "port-cals"), "did you mean 'port-calls'?"),
        (("demo", "--clause", "port-calls", "--format", "atom"), "no format 'atom'"),
    ],
)
def test_what_cannot_be_found_is_told(revisions, invoke, monkeypatch, arguments, what):
    (revisions / "empty").mkdir()
    (revisions / "clause_specs" / "b").mkdir()
    (revisions / "clause_specs" / "b" / "one.yaml").write_text(SET.replace("id: demo", "id: other"), encoding="utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(revisions))
    outcome = invoke("log", *arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert what in outcome.err


@pytest.mark.usefixtures("revisions")
def test_a_clause_is_followed(invoke):
    outcome = invoke("log", "demo", "--clause", "Article 9")
    assert outcome.status == 0
    assert "weakened" in outcome.out
    assert "[-will-]{+may+}" in outcome.out


def git(*arguments, date="2021-01-01T12:00:00Z"):
    who = {"NAME": "A. Nalyst", "EMAIL": "a@quay.example", "DATE": date}
    known = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    subprocess.run([program("git"), *arguments], check=True, capture_output=True, env=os.environ | known)


@pytest.fixture
def history(terms):
    """Commit a document, rename it, change nothing but its rights, break it, mend it; a branch is merged."""
    git("init", "-q", "-b", "main")
    (terms.parent / "terms.md").write_text(TEXT.format("dusk"), encoding="utf-8")
    git("add", "terms.md")
    git("commit", "-qm", "first \x1b[31m; $(touch taken)")
    git("mv", "terms.md", "quay.md")
    git("commit", "-qm", "rename", date="2021-02-01T12:00:00Z")
    (terms.parent / "quay.md").write_bytes(b"\x00\x01\x02\xff" * 50)
    git("commit", "-qam", "break", date="2021-03-01T12:00:00Z")
    (terms.parent / "quay.md").write_text(TEXT.format("noon"), encoding="utf-8")
    git("commit", "-qam", "mend", date="2021-04-01T12:00:00Z")
    git("checkout", "-qb", "side")
    (terms.parent / "quay.md").write_text(TEXT.format("dawn"), encoding="utf-8")
    git("commit", "-qam", "on a branch", date="2021-05-01T12:00:00Z")
    git("checkout", "-q", "main")
    git("merge", "-q", "--no-ff", "-m", "merge it", "side", date="2021-06-01T12:00:00Z")
    return terms.parent


def test_commits_are_revisions_and_renames_are_followed(history, invoke):
    outcome = invoke("log", "--git", "quay.md", "--format", "json")
    assert (outcome.status, outcome.err) == (0, "")
    found = json.loads(outcome.out)
    assert [entry["commit"]["subject"].split(" ")[0] for entry in found["revisions"]] == ["first", "mend", "merge"]
    assert [entry["commit"]["path"] for entry in found["revisions"]] == ["terms.md", "quay.md", "quay.md"]
    assert [entry["date"] for entry in found["revisions"]] == ["2021-01-01", "2021-04-01", "2021-06-01"]
    assert [entry["commit"]["subject"] for entry in found["unread"]] == ["break"]
    assert not (history / "taken").exists()
    assert "\x1b" not in invoke("log", "--git", "quay.md").out


@pytest.mark.usefixtures("history")
def test_a_file_that_no_commit_touched_is_told(invoke):
    assert "no commit touched it" in invoke("log", "--git", "other.md").err
    assert invoke("blame", "--git", "other.md").status == 2


@pytest.mark.usefixtures("history")
def test_blame_by_commits(invoke):
    found = json.loads(invoke("blame", "--git", "quay.md", "--words", "--format", "json").out)
    lamps = found["clauses"][0]
    assert (lamps["first"], lamps["words"]) == (0, 2)
    assert {run["text"].strip(): run["revision"] for run in lamps["runs"]}["dawn"] == 2


@pytest.mark.usefixtures("revisions")
def test_blame_of_a_file_looks_at_those_before_it(invoke):
    found = json.loads(invoke("blame", "clause_specs/demo/two.yaml", "--format", "json").out)
    assert [entry["name"] for entry in found["revisions"]] == ["one", "two"]
    assert found["clauses"][0]["label"] == "weakened"
    first = json.loads(invoke("blame", "clause_specs/demo/one.yaml", "--format", "json").out)
    assert [entry["name"] for entry in first["revisions"]] == ["one"]


def test_the_agenda_takes_the_newest_revision_and_says_from_when_it_is(revisions, invoke):
    path = revisions / "clause_specs" / "demo" / "two.yaml"
    path.write_text(TWO.replace("    status: agreed", "    status: agreed\n    deadline: 2031-05"), encoding="utf-8")
    outcome = invoke("agenda", "--from", "2031", "--until", "2031-12")
    assert "What comes next    2031-01-01 to 2031-12-31    1 agreement" in outcome.out
    assert "2031-05" in outcome.out
    assert "(today)" in invoke("agenda").out
    assert invoke("agenda", "--from", "2031").out.splitlines()[0].endswith("2031-01-01 to 2032-01-01    1 agreement")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("--from", "soon"), "--from soon is no date"),
        (("--until", "2025-02-30"), "--until 2025-02-30 is no date"),
        (("--from", "2025", "--until", "2024"), "before it starts"),
        (("nowhere",), "cannot read"),
    ],
)
@pytest.mark.usefixtures("project")
def test_an_agenda_that_cannot_be_is_told(invoke, arguments, what):
    outcome = invoke("agenda", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert what in outcome.err


@pytest.mark.parametrize(
    "url", ["quay", "ftp://quay.example/", "http://", "https://a b/", "https://[/", "javascript:alert(1)"]
)
@pytest.mark.usefixtures("revisions")
def test_a_feed_wants_an_address(invoke, url):
    outcome = invoke("feed", "demo", "--url", url)
    assert outcome.status == 2
    assert "is no address" in outcome.err


@pytest.mark.usefixtures("project")
def test_a_feed_wants_a_date(invoke):
    assert "no revision has a date" in invoke("feed", "demo").err


@pytest.mark.usefixtures("revisions")
def test_a_feed_is_the_same_in_every_run(invoke):
    first = invoke("feed", "demo")
    assert (first.status, first.out) == (0, invoke("feed", "demo").out)
    assert first.out.startswith("<?xml")
