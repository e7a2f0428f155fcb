"""Indexes that are broken, of another version or not to be written: said with the file, mended by the next build."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from agreements_many import many, write_lines

from clausetrack.app.corpus.build import build
from clausetrack.app.corpus.questions import contents_of, families_of, resemblance_of, search, similar_to
from clausetrack.app.settings import Settings
from clausetrack.corpus import listing, parts, sealing
from clausetrack.corpus.index import Index
from clausetrack.errors import InputError

ONE = Settings(jobs=1)


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Build an index of two parts of three documents, and work beside it."""
    monkeypatch.chdir(tmp_path)
    for seed, name in ((1, "a"), (2, "b")):
        write_lines(tmp_path / f"{name}.jsonl", many(3, seed=seed))
        build([f"{name}.jsonl"], "index", ONE)
    return tmp_path / "index"


def ask():
    contents_of("index")
    families_of("index")
    resemblance_of("index")
    search(["ships"], ["text~ships"], "index")
    similar_to("The ships shall pay.", "index", ONE)


def build_all():
    return build(["a.jsonl", "b.jsonl"], "index", ONE)


def state(index):
    return json.loads((index / "index.json").read_bytes())


def broken_in(file, how):
    data = file.read_bytes()
    if how == "gone":
        file.unlink()
    elif how == "short":
        file.write_bytes(data[: len(data) // 2])
    else:
        file.write_bytes(b"x" * len(data) if how == "same size" else b"x")


@pytest.mark.parametrize("how", ["gone", "short", "other"])
def test_every_file_that_questions_need_is_missed_and_made_anew(made, how):
    before = families_of("index")
    for place in range(len(state(made)["sizes"])):
        name = sorted(state(made)["sizes"])[place]
        broken_in(made / name, how)
        with pytest.raises(InputError, match="missing or broken") as caught:
            ask()
        assert caught.value.file == os.path.join("index", name)  # noqa: PTH118 - a string path
        again = build_all()
        assert again.unreadable == ()
        assert again.kept + again.changed == 6
        assert again.changed == (3 if name.startswith("parts") else 0)
        assert families_of("index") == before
        ask()


@pytest.mark.parametrize("name", ["documents.parquet", "rows_text.npy", "shingles.npy", "lengths.npy"])
def test_a_file_of_the_right_size_that_says_something_else_is_told(made, name):
    file = made / state(made)["sealed"] / name
    broken_in(file, "same size")
    with pytest.raises(InputError, match="missing or broken") as caught:
        ask()
    Path(caught.value.file).unlink()  # as the hint says
    build_all()
    ask()


@pytest.mark.parametrize("kind", ["clauses", "features"])
def test_a_part_of_the_right_size_that_says_something_else_is_told_by_who_reads_it(made, kind):
    (file, _) = sorted(made.glob(f"parts/*.{kind}.parquet"))
    broken_in(file, "same size")
    if kind == "features":
        (made / "index.json").unlink()  # so that the next build reads them
    with pytest.raises(InputError, match="missing or broken") as caught:
        (ask if kind == "clauses" else build_all)()
    Path(caught.value.file).unlink()
    assert build_all().changed == 3
    ask()


def test_features_that_are_broken_are_made_anew(made):
    (file, _) = sorted(made.glob("parts/*.features.parquet"))
    broken_in(file, "short")
    ask()  # which needs them no more
    assert build_all().changed == 3


def test_what_was_broken_and_is_not_named_is_told(made):
    (file, _) = sorted(made.glob("parts/*.clauses.parquet"))
    file.unlink()
    again = build(["b.jsonl"], "index", ONE)
    assert again.kept == 3
    told = [(error.file, error.what) for error in again.unreadable]
    assert told == [(f"a.jsonl#a{number}", "what the index had of this is broken") for number in range(3)]
    assert len(contents_of("index").unreadable) == 3
    assert build(["b.jsonl"], "index", ONE).unreadable == ()
    (made.parent / "a.jsonl").write_text("")
    assert build(["a.jsonl"], "index", ONE).gone == 0
    assert contents_of("index").unreadable == ()


def test_what_was_broken_and_was_read_anew_since_is_not_missed(made):
    write_lines(made.parent / "a.jsonl", many(3, seed=7))
    build(["a.jsonl"], "index", ONE)
    (first, *_) = sorted(made.glob("parts/*.clauses.parquet"))
    first.unlink()
    again = build(["b.jsonl"], "index", ONE)
    assert again.unreadable == ()
    assert contents_of("index").documents == 6


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"documents": 3}', '{"documents": [{}], "unreadable": [], "gone": []}']
)
def test_a_list_that_is_broken_is_told_taken_out_and_read_anew(made, text):
    (file, _) = sorted(made.glob("parts/*.json"))
    file.write_text(text)
    with pytest.raises(InputError, match="broken"):
        contents_of("index")
    again = build_all()
    assert (again.kept, again.added) == (3, 3)
    (error,) = again.unreadable
    assert error.file == f"index/parts/{file.name}"
    assert build_all().unreadable == ()
    ask()


def test_what_was_broken_does_not_bring_back_what_it_replaced(made):
    write_lines(made.parent / "a.jsonl", many(3, seed=7))
    build(["a.jsonl"], "index", ONE)
    max(made.glob("parts/*.clauses.parquet")).unlink()
    assert len(build(["b.jsonl"], "index", ONE).unreadable) == 3
    assert contents_of("index").documents == 3


def test_an_array_that_is_whole_and_not_that_of_the_index_is_told(made):
    file = made / state(made)["sealed"] / "lengths.npy"
    sealing.np.save(file, sealing.np.zeros(1, sealing.np.float32))
    with pytest.raises(InputError, match="missing or broken"):
        contents_of("index")


def older(index, form):
    """Make of an index what an earlier version left: other names, no word of its form and of sizes in the lists."""
    (index / "index.json").write_text(json.dumps({"format": form, "sealed": state(index)["sealed"]}))
    for number, path in enumerate(sorted(index.glob("parts/*.json")), 1):
        data = json.loads(path.read_bytes())
        del data["format"], data["sizes"]
        path.with_name(f"{number:06}.json").write_text(json.dumps(data))
        for kind in ("clauses", "features"):
            path.with_suffix(f".{kind}.parquet").rename(path.with_name(f"{number:06}.{kind}.parquet"))
        path.unlink()


@pytest.mark.parametrize("form", ["clausetrack/corpus/0", "clausetrack/corpus/1"])
def test_an_index_of_an_older_version_is_called_that_and_read_anew(made, form):
    before = families_of("index")
    older(made, form)
    with pytest.raises(InputError, match="made by an older version") as caught:
        ask()
    assert "clausetrack corpus build" in caught.value.hint
    again = build(["a.jsonl"], "index", ONE)
    assert (again.changed, again.kept, again.added) == (3, 0, 0)
    told = [(error.file, error.what) for error in again.unreadable]
    assert told == [(f"b.jsonl#a{n}", "an older version of clausetrack read this for the index") for n in range(3)]
    assert contents_of("index").documents == 3
    build(["b.jsonl"], "index", ONE)
    assert contents_of("index").unreadable == ()
    assert families_of("index") == before


@pytest.mark.parametrize("where", ["state", "list"])
def test_an_index_of_a_newer_version_is_left_alone(made, where):
    file = made / "index.json" if where == "state" else sorted(made.glob("parts/*.json"))[1]
    file.write_text(file.read_text().replace("clausetrack/corpus/2", "clausetrack/corpus/99"))
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file() and path.name != "lock"}
    for asks in (ask, build_all):
        with pytest.raises(InputError, match="made by a newer version"):
            asks()
    assert {path: path.read_bytes() for path in before} == before


def test_a_state_that_was_lost_is_made_anew(made):
    for text in ("{", "[]", '{"format": "clausetrack/corpus/2", "sealed": 5}', '{"format": 2}'):
        (made / "index.json").write_text(text)
        with pytest.raises(InputError, match="no index that can be read"):
            ask()
        assert build_all().kept == 6
        ask()


def test_who_reads_is_not_disturbed_by_a_build(made):
    opened = Index("index")
    texts = [place.clause.text for place in opened.places(opened.rows_of(sealing.np.arange(opened.texts)))]
    write_lines(made.parent / "a.jsonl", many(9, seed=5))
    build(["a.jsonl"], "index", ONE)
    assert [place.clause.text for place in opened.places(opened.rows_of(sealing.np.arange(opened.texts)))] == texts
    assert contents_of("index").documents == 12


@pytest.mark.parametrize(
    ("module", "name"), [(parts, "_write"), (sealing, "_take_room"), (listing, "write_atomically")]
)
def test_an_index_that_cannot_be_written_is_told_by_its_path_and_answers_as_before(made, monkeypatch, module, name):
    before = families_of("index")

    def full(*_args, **_options):
        if module is listing:
            raise InputError("cannot write: no space left on device", file="index/parts/x.json")
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module, name, full)
        write_lines(made.parent / "a.jsonl", many(4, seed=3))
        with pytest.raises(InputError, match=r"cannot write.*: no space left on device") as caught:
            build(["a.jsonl"], "index", ONE)
        assert caught.value.file.startswith("index")
    assert families_of("index") == before
    build(["a.jsonl"], "index", ONE)
    assert contents_of("index").documents == 7


LIMITED = """
import resource, sys
from clausetrack.cli.main import main
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
sys.argv = ["clausetrack", "corpus", "build", "many.jsonl", "--index", "index", "--quiet"]
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="needs limits on the size of files")
def test_files_that_may_not_grow_are_no_fault_of_the_program(made):
    write_lines(made.parent / "many.jsonl", many(300, clauses=30))
    done = subprocess.run([sys.executable, "-c", LIMITED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("index: error: cannot write the index: ")
    ask()


def test_a_file_for_an_index_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_lines(tmp_path / "a.jsonl", many(1))
    with pytest.raises(InputError, match="cannot write") as caught:
        build(["a.jsonl"], "a.jsonl", ONE)
    assert caught.value.hint == "name a new folder"


def test_a_lock_that_cannot_be_had_is_told_with_the_index(made):
    (made / "lock").unlink()
    (made / "lock").mkdir()
    with pytest.raises(InputError, match="cannot write the index: is a directory") as caught:
        build(["a.jsonl"], "index", ONE)
    assert caught.value.file == "index"
    shutil.rmtree(made / "lock")
    assert build(["a.jsonl"], "index", ONE).kept == 3
