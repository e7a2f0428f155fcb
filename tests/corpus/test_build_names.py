"""What documents are called: one file has one name, however its path was typed and wherever from."""

from __future__ import annotations

import os
import zipfile

import pytest

from clausetrack.app.corpus.build import build
from clausetrack.app.corpus.questions import contents_of, search
from clausetrack.app.settings import Settings

ONE = Settings(jobs=1)
TERMS = "Terms of the Quay\n\nArticle 1\nFees\n\nThe {} shall pay the fees of the quay within thirty days.\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    for name in ("docs/a.txt", "docs/b.txt", "docs/deep/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TERMS.format(name))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(index):
    return sorted({place.holding.name for place in search([], (), index).places})


def test_a_file_is_one_document_under_all_spellings_of_its_path(project):
    for path in ("docs/a.txt", "./docs/a.txt", "docs//deep/../a.txt", str(project / "docs" / "a.txt"), "docs", "."):
        build([path], "index", ONE)
    assert names("index") == ["docs/a.txt", "docs/b.txt", "docs/deep/c.txt"]


def test_what_is_gone_is_taken_out_under_all_spellings_of_its_folder(project):
    for number, path in enumerate((".", "./docs/", str(project), "docs/../docs")):
        build(["."], f"index{number}", ONE)
        (project / "docs" / "new.txt").write_text(TERMS.format("new"))
        assert build([path], f"index{number}", ONE).added == 1
        (project / "docs" / "new.txt").unlink()
        assert build([path], f"index{number}", ONE).gone == 1
        assert contents_of(f"index{number}").documents == 3


def test_names_are_those_of_the_first_build_wherever_the_next_one_runs(project, monkeypatch):
    build(["docs"], "index", ONE)
    monkeypatch.chdir(project / "docs")
    assert build(["a.txt", ".", str(project)], "../index", ONE).kept == 3
    assert names("../index") == ["docs/a.txt", "docs/b.txt", "docs/deep/c.txt"]


def test_a_file_outside_has_its_whole_path(project, monkeypatch):
    monkeypatch.chdir(project / "docs" / "deep")
    build([".", "../a.txt"], "index", ONE)
    assert names("index") == sorted(["c.txt", f"{project.as_posix()}/docs/a.txt"])
    assert build([".."], "index", ONE).kept == 2


def test_an_index_may_move_with_its_documents(project, monkeypatch, tmp_path_factory):
    build(["docs"], "index", ONE)
    moved = tmp_path_factory.mktemp("elsewhere") / "project"
    project.rename(moved)
    monkeypatch.chdir(moved)
    made = build(["docs"], "index", ONE)
    assert (made.kept, made.added, made.gone) == (3, 0, 0)


@pytest.mark.usefixtures("project")
def test_an_index_is_not_its_own_input():
    build(["."], "index", ONE)
    made = build(["."], "index", ONE)
    assert (made.kept, made.passed_over, made.unreadable) == (3, 0, ())


def test_a_file_whose_name_begins_like_another_is_not_in_it(project):
    for name in ("a", "a#b.txt", "a!b.txt"):
        (project / name).write_text(TERMS.format(name))
    build(["a", "a#b.txt", "a!b.txt"], "index", ONE)
    made = build(["a"], "index", ONE)
    assert (made.kept, made.gone) == (1, 0)


@pytest.mark.usefixtures("project")
def test_members_of_one_name_are_two_documents():
    with zipfile.ZipFile("twice.zip", "w") as archive:
        archive.writestr("a.txt", TERMS.format("herring"))
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", TERMS.format("mackerel"))
    assert build(["twice.zip"], "index", ONE).added == 2
    assert names("index") == ["twice.zip!a.txt", "twice.zip!a@2.txt"]


@pytest.mark.skipif(os.name != "posix", reason="other systems have no names that are not letters")
def test_a_name_that_is_no_utf_8_is_shown_and_stops_nothing(project):
    try:
        (project / "docs" / os.fsdecode(b"caf\xe9.txt")).write_text(TERMS.format("guests"))
    except OSError:
        pytest.skip("this file system takes names in UTF-8 alone")
    assert build(["docs"], "index", ONE).added == 4
    assert "docs/caf\\xe9.txt" in names("index")
    assert build(["docs"], "index", ONE).kept == 4
