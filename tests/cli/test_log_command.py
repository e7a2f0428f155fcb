"""Revisions on the command line: how they are named and found, in folders, by id, in git; blame, agenda and feed."""

from __future__ import annotations

import json
import os
import re
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


def test_two_agreements_are_no_timeline_without_a_warning(revisions, invoke):
    other = revisions / "other.yaml"
    other.write_text(TWO.replace("id: demo", "id: other").replace("  follows: one\n", ""), encoding="utf-8")
    files = "clause_specs/demo/one.yaml", "other.yaml"
    for command in (("log",), ("log", "--clause", "port-calls"), ("blame",)):
        outcome = invoke(*command, *files)
        assert outcome.status == 0
        assert outcome.err == "warning: these are 2 agreements, not revisions of one: demo, other\n"
        assert "warning: these are 2 agreements" in outcome.out
        for format in ("markdown", "html", "json"):
            assert "these are 2 agreements" in invoke(*command, *files, "--format", format).out.lower()
    assert "these are 2 agreements" in invoke("log", *files, "--format", "svg").out
    assert invoke("feed", *files).err.startswith("warning: ")
    assert invoke("log", *files, "--quiet").err == ""


def test_documents_with_nothing_in_common_are_told(terms, invoke):
    sections = "".join(f"\n## {at}. Rule {at}\n\nThe {thing} is {at}.\n" for at, thing in enumerate("abcde", 1))
    (terms / "a.md").write_text(f"# Songs\n{sections}", encoding="utf-8")
    words = ["Ships call", "Pilots pay", "Crews rest", "Nets mend", "Lamps burn"]
    other = "".join(f"\n## {at}. {text}\n\n{text} wherever {text} nobody.\n" for at, text in enumerate(words, 1))
    (terms / "b.md").write_text(f"# Ports\n{other}", encoding="utf-8")
    outcome = invoke("log", "terms/a.md", "terms/b.md")
    assert "b has next to nothing in common with a: is it another agreement?" in outcome.err
    assert invoke("log", "terms/terms-2020-01.md", "terms/terms-2021-03.md").err == ""


@pytest.mark.usefixtures("revisions")
def test_two_names_of_agreements_are_one_too_many(invoke):
    outcome = invoke("log", "demo", "other")
    assert outcome.status == 2
    assert "name one agreement" in outcome.err


def test_a_file_and_the_folder_that_it_is_in_are_each_revision_once(terms, invoke):
    outcome = invoke("log", str(terms / "terms-2020-01.md"), str(terms), "--format", "json")
    assert names(outcome) == ["2020-01", "2021-03", "2022-05"]


def test_documents_without_dates_in_their_names_show_the_dates_that_ordered_them(terms, invoke):
    dated = TEXT.replace("# Terms of the Quay", "# Terms of the Quay\n\nLast updated: {}")
    for name, date, time in (("a", "5 May 2022", "dawn"), ("b", "1 March 2021", "dusk"), ("c", "5 May 2022", "noon")):
        (terms / f"{name}.md").write_text(dated.format(date, time), encoding="utf-8")
    shown = invoke("log", "terms/a.md", "terms/b.md", "terms/c.md").out
    assert "by their own dates" in shown
    assert [line.split()[1] for line in shown.splitlines() if "●" in line] == ["b", "a", "c"]
    assert "●   a 2 clauses, dated 2022-05-05" in shown
    assert "a, c have one date, 2022-05-05: they stand as they were named" in shown


def test_many_revisions_are_numbered_and_what_does_not_fit_is_told(project, invoke):
    folder = project / "clause_specs" / "demo"
    (folder / "one.yaml").unlink()
    for at in range(50):
        head = f'id: "{1970 + at}"\n  as_of: "{1970 + at}"'
        text = SET.replace("id: one", head).replace("will call", f"will call {at} times")
        (folder / f"{1970 + at}.yaml").write_text(text, encoding="utf-8")
    lines = invoke("log", "demo").out.splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("What changed when"))
    assert lines[at].split()[3:] == ["1", "2", "3", "4", "5"]
    assert "●   1980 no. 11, 1 clause" in lines[next(at for at, line in enumerate(lines) if "1980" in line)]
    assert "the first 4 revisions are not in this table, for want of room" in " ".join(lines)
    (tens, ones) = lines[at : at + 2]
    assert ones[tens.index("1")] == "0"


def test_the_number_of_a_clause_that_is_gone_stands_in_brackets(terms, invoke):
    with_nets = TEXT + "\n## 3. Nets\n\nEach crew shall mend its nets in winter.\n"
    (terms / "terms-2020-01.md").write_text(with_nets.format("dusk"), encoding="utf-8")
    shown = invoke("log", "terms").out
    assert re.search(r"^\(3\) Nets +· -$", shown, re.MULTILINE)
    assert re.search(r"^1 Lamps +· ~ ~$", shown, re.MULTILINE)


def test_what_a_blame_cuts_ends_in_a_sign(project, invoke):
    folder = project / "clause_specs" / "demo"
    text = TWO.replace(
        "port-calls", "port-calls-of-all-the-ships-of-the-coast-guard-and-of-the-pilots-by-day-and-night"
    )
    first = text.replace("may call", "will call").replace("discretion", "commit").replace("id: two", "id: one")
    (folder / "one.yaml").write_text(first.replace("follows: one", "note: first"), encoding="utf-8")
    (folder / "two.yaml").write_text(text, encoding="utf-8")
    assert invoke("blame", "demo").out.rstrip().endswith("…")
    assert "…" not in invoke("blame", "demo", "--all").out


@pytest.fixture
def deleted(history):
    """Delete the document, and add it again in other words."""
    git("rm", "-q", "quay.md")
    git("commit", "-qm", "take it away", date="2021-07-01T12:00:00Z")
    (history / "quay.md").write_text(TEXT.format("night"), encoding="utf-8")
    git("add", "quay.md")
    git("commit", "-qm", "bring it back", date="2021-08-01T12:00:00Z")
    return history


@pytest.mark.usefixtures("deleted")
def test_a_commit_that_deleted_the_file_is_told(invoke):
    for format in ("text", "markdown", "html"):
        shown = invoke("log", "--git", "quay.md", "--format", format).out
        assert "2021-07-01, A. Nalyst, “take it away”: the file is deleted" in shown.replace("\\", ""), format
    found = json.loads(invoke("log", "--git", "quay.md", "--format", "json").out)
    assert [entry["deleted"] and entry["deleted"]["subject"] for entry in found["revisions"]][-2:] == [
        "take it away",
        None,
    ]
    assert "“take it away”: the file is deleted" in invoke("feed", "--git", "quay.md").out


def test_a_file_that_is_deleted_by_now_has_its_history_still(deleted, invoke):
    git("rm", "-q", "quay.md")
    git("commit", "-qm", "for good", date="2021-09-01T12:00:00Z")
    assert "“for good”: the file is deleted" in invoke("log", "--git", "quay.md").out
    assert not (deleted / "quay.md").exists()


def test_the_repository_is_that_of_the_file(history, invoke, monkeypatch):
    outside = history.parent / "outside"
    outside.mkdir()
    monkeypatch.chdir(outside)
    for name in (str(history / "quay.md"), f"../{history.name}/quay.md"):
        outcome = invoke("log", "--git", name, "--format", "json")
        assert (outcome.status, outcome.err) == (0, "")
        assert [entry["date"] for entry in json.loads(outcome.out)["revisions"]] == [
            "2021-01-01",
            "2021-04-01",
            "2021-06-01",
        ]


@pytest.mark.usefixtures("history")
def test_commits_have_their_dates_and_subjects(invoke):
    strip = invoke("log", "--git", "quay.md", "--clause", "Lamps").out
    assert re.search(r"^  [0-9a-f]{8} 2021-04-01  ~", strip, re.MULTILINE)
    assert re.search("<title>[0-9a-f]{8} “mend”: ", invoke("feed", "--git", "quay.md").out)


def test_feeds_of_documents_with_one_title_are_told_apart(terms, invoke):
    other = terms.parent / "other"
    other.mkdir()
    (other / "terms-2020-01.md").write_text(TEXT.format("midnight"), encoding="utf-8")
    (other / "terms-2021-03.md").write_text(TEXT.format("noon"), encoding="utf-8")
    feeds = [re.findall("<id>(.*?)</id>", invoke("feed", name).out) for name in ("terms", "other")]
    assert not {*feeds[0]} & {*feeds[1]}
    (terms / "terms-2022-05.md").unlink()
    assert {*re.findall("<id>(.*?)</id>", invoke("feed", "terms").out)} < {*feeds[0]}


def test_a_hook_of_git_that_names_its_repository_by_a_path_can_follow_a_file(history, invoke, monkeypatch):
    (history / "sub").mkdir()
    git("mv", "quay.md", "sub/quay.md")
    git("commit", "-qm", "move it", date="2021-07-01T12:00:00Z")
    monkeypatch.setenv("GIT_DIR", ".git")
    outcome = invoke("log", "--git", "sub/quay.md", "--format", "json")
    assert (outcome.status, outcome.err) == (0, "")
    assert len(names(outcome)) == 3
