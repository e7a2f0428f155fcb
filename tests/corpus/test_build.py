"""Building: from folders, archives and lines; what is new, changed, gone, unreadable; and after a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext

import pytest
from agreements_many import many, write_lines

from clausetrack.app.corpus import drafting as corpus_drafting
from clausetrack.app.corpus.build import build
from clausetrack.app.corpus.pieces import Piece
from clausetrack.app.corpus.questions import contents_of, families_of, search, similar_to
from clausetrack.app.settings import Settings
from clausetrack.corpus import listing
from clausetrack.errors import InputError

ONE = Settings(jobs=1)
TERMS = "Terms of the Quay\n\nArticle 1\nFees\n\nThe ships shall pay the fees of the quay within thirty days.\n"
MORE = TERMS + "\nArticle 2\nLights\n\nThe harbour master may dim the lights at dawn.\n"


@pytest.fixture
def index(tmp_path):
    return str(tmp_path / "index")


def counts(built):
    return built.added, built.changed, built.kept, built.gone, len(built.unreadable)


def test_a_folder_is_indexed_once_and_then_only_what_changed(tmp_path, index):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text(TERMS)
    (folder / "b.txt").write_text(MORE)
    (folder / "notes.xyz").write_text("not for a corpus")
    (folder / "compose.yaml").write_text("services: {}\n")
    made = build([str(folder)], index, ONE)
    assert counts(made) == (2, 0, 0, 0, 0)
    assert made.passed_over == 2
    assert counts(build([str(folder)], index, ONE)) == (0, 0, 2, 0, 0)
    (folder / "a.txt").write_text(TERMS.replace("thirty", "sixty"))
    (folder / "b.txt").unlink()
    (folder / "c.txt").write_text(MORE)
    assert counts(build([str(folder)], index, ONE)) == (1, 1, 0, 1, 0)
    assert contents_of(index).documents == 2
    assert search(["thirty"], ["text~thirty"], index).total == 1
    assert search(["sixty"], (), index).places[0].holding.name.endswith("a.txt")


def test_another_folder_adds_and_takes_nothing_out(tmp_path, index):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(MORE)
        build([str(tmp_path / name)], index, ONE)
    assert contents_of(index).documents == 2


def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path, index):
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "good.txt").write_text(TERMS)
    (folder / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 64)
    (folder / "torn.docx").write_bytes(b"PK\x03\x04 and no more")
    (folder / "faulty.yaml").write_text("format: clausetrack/clause-set/1\nclauses: 7\n")
    (folder / "empty.zip").write_bytes(b"")
    lines = [b'{"id": "x"}\n', b"no json\n", b"[1]\n", b'{"id": "y", "clauses": [{"text": 5}]}\n', b"\xff\xfe\n"]
    (folder / "lines.jsonl").write_bytes(b"".join(lines))
    made = build([str(folder)], index, ONE)
    assert made.added == 1
    assert len(made.unreadable) == 4 + len(lines)
    assert all(isinstance(error, InputError) and error.file and error.what for error in made.unreadable)
    assert len(contents_of(index).unreadable) == 4 + len(lines)
    # What has not changed is not tried again, and still told; what was mended is read.
    (folder / "torn.docx").unlink()
    (folder / "faulty.yaml").unlink()
    (folder / "picture.pdf").write_bytes(b"")
    (folder / "picture.pdf").unlink()
    assert counts(build([str(folder)], index, ONE)) == (0, 0, 1, 0, 1 + len(lines))
    assert len(contents_of(index).unreadable) == 1 + len(lines)


def test_a_document_that_becomes_unreadable_is_kept_as_it_was_and_that_is_said(tmp_path, index):
    file = tmp_path / "a.txt"
    file.write_text(TERMS)
    build([str(file)], index, ONE)
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    for _ in range(2):
        made = build([str(file)], index, ONE)
        assert counts(made) == (0, 0, 0, 0, 1)
        assert made.stale == 1
        assert "the index keeps what it had of it" in made.unreadable[0].what
    assert contents_of(index).documents == len(contents_of(index).unreadable) == 1
    file.write_text(TERMS)
    assert counts(build([str(file)], index, ONE)) == (0, 1, 0, 0, 0)
    assert contents_of(index).unreadable == ()
    file.unlink()
    build([str(tmp_path)], index, ONE)
    assert contents_of(index).documents == 0


def test_archives_are_read_member_by_member(tmp_path, index):
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/one.txt", TERMS)
        archive.writestr("two.txt", MORE)
        archive.writestr("inner.zip", b"PK")
        archive.writestr(".hidden.txt", TERMS)
        archive.writestr("lines.jsonl", json.dumps({"id": "three", "text": MORE}))
    made = build([str(path)], index, ONE)
    assert counts(made) == (3, 0, 0, 0, 0)
    assert made.passed_over == 2
    names = {place.holding.name for place in search(["quay"], (), index).places}
    assert names == {f"{path}!a/one.txt", f"{path}!two.txt", f"{path}!lines.jsonl#three"}


def test_an_archive_that_unpacks_to_too_much_is_stopped(tmp_path, index):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"a " * (3 << 20))
    made = build([str(path)], index, Settings(jobs=1, max_file_size=1))
    assert [error.what for error in made.unreadable] == ["unpacks to more than a file may have"]


def test_a_line_more_on_top_renames_no_other(tmp_path, index):
    lines = many(3)
    path = write_lines(tmp_path / "a.jsonl", lines)
    build([path], index, ONE)
    write_lines(tmp_path / "a.jsonl", [{"id": "new", "clauses": ["One text."]}, *lines])
    assert counts(build([path], index, ONE)) == (1, 0, 3, 0, 0)


def test_lines_with_one_id_are_two_documents(tmp_path, index):
    line = {"id": "x", "clauses": ["The ships shall pay."]}
    assert build([write_lines(tmp_path / "a.jsonl", [line, line])], index, ONE).added == 2


def test_a_longer_line_than_a_file_may_be_is_passed_by(tmp_path, index):
    long = {"id": "long", "clauses": ["word " * (1 << 18)]}
    path = write_lines(tmp_path / "a.jsonl", [long, {"id": "short", "clauses": ["The ships shall pay."]}])
    made = build([path], index, Settings(jobs=1, max_file_size=1))
    assert counts(made) == (1, 0, 0, 0, 1)


def test_fields_of_a_line_are_kept(tmp_path, index):
    entry = {"id": "fees", "kind": "commitment", "number": "Article 9", "heading": "Fees", "force": "commit"}
    entry |= {"text": "The ships pay the fees.", "domains": ["port-fees"], "actors": ["NO"], "path": ["Part I"]}
    build([write_lines(tmp_path / "a.jsonl", [{"id": "quays", "title": "Quays", "clauses": [entry]}])], index, ONE)
    (place,) = search(["fees"], ["kind=commitment", "actor=NO", "domain=port-fees", "force>=intend"], index).places
    assert place.clause.path == ("Part I",)
    assert place.clause.number == "Article 9"
    assert place.holding.title == "Quays"


def test_several_processes_come_to_the_same(tmp_path, monkeypatch):
    path = write_lines(tmp_path / "a.jsonl", many(60))
    monkeypatch.setattr(corpus_drafting, "_BATCH_DOCUMENTS", 7)
    found = []
    for jobs in (1, 2):
        index = str(tmp_path / f"index-{jobs}")
        assert build([path], index, Settings(jobs=jobs)).added == 60
        found.append(families_of(index))
    assert found[0] == found[1]


def _die(piece, settings):
    if "#a7" in piece.name:
        os._exit(1)
    return DRAFT(piece, settings)


DRAFT = corpus_drafting.draft_piece


class Breaking:
    """Processes of which the second batch finds that they were ended; others after them do their work."""

    taken = 0

    def submit(self, function, *arguments):
        Breaking.taken += 1
        if Breaking.taken == 2:
            raise BrokenProcessPool
        done = Future()
        done.set_result(function(*arguments))
        return done


def test_what_processes_that_ended_did_not_take_is_drafted_all_the_same(tmp_path, index, monkeypatch):
    path = write_lines(tmp_path / "a.jsonl", many(20))
    monkeypatch.setattr(corpus_drafting, "_BATCH_DOCUMENTS", 5)
    monkeypatch.setattr(corpus_drafting, "workers", lambda _: nullcontext(Breaking()))
    made = build([path], index, Settings(jobs=2))
    assert (made.added, made.unreadable) == (20, ())


def test_a_document_that_ends_its_process_is_told_apart(tmp_path, index, monkeypatch):
    path = write_lines(tmp_path / "a.jsonl", many(20))
    monkeypatch.setattr(corpus_drafting, "_BATCH_DOCUMENTS", 5)
    monkeypatch.setattr(corpus_drafting, "draft_piece", _die)
    made = build([path], index, Settings(jobs=2))
    assert made.added == 19
    assert [error.what for error in made.unreadable] == ["what read it was ended"]
    assert contents_of(index).documents == 19


def test_a_fault_of_the_program_in_one_document_is_told_as_one(monkeypatch):
    def fails(_piece, _settings):
        raise ZeroDivisionError("nobody thought of this")

    monkeypatch.setattr(corpus_drafting, "read_piece", fails)
    found = corpus_drafting.draft_piece(Piece("a.txt", b"text"), ONE)
    assert isinstance(found, listing.Refused)
    assert "a fault of the program: ZeroDivisionError" in found.error.what


def test_a_build_that_is_killed_goes_on_where_it_was(tmp_path, index):
    path = write_lines(tmp_path / "a.jsonl", many(160, clauses=30))
    script = (
        "import sys, clausetrack.app.corpus.drafting as d; from clausetrack.app.corpus.build import build\n"
        "from clausetrack.app.settings import Settings; d._BATCH_DOCUMENTS = 10\n"
        f"build([{path!r}], {index!r}, Settings(jobs=1))"
    )
    process = subprocess.Popen([sys.executable, "-c", script])
    folder = tmp_path / "index" / "parts"
    while len(list(folder.glob("*.json"))) < 3 and process.poll() is None:
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    with pytest.raises(InputError, match="did not finish"):
        contents_of(index)
    (folder / "999999.clauses.parquet.tmp").write_bytes(b"half of it")
    made = build([path], index, ONE)
    assert made.kept >= 30
    assert made.added + made.kept == 160
    assert not list(folder.glob("*.tmp"))
    whole = str(tmp_path / "whole")
    build([path], whole, ONE)
    assert families_of(index) == families_of(whole)


def test_an_old_state_answers_until_the_new_one_is_whole(tmp_path, index):
    path = write_lines(tmp_path / "a.jsonl", many(4))
    build([path], index, ONE)
    before = contents_of(index)
    piece = Piece("late.txt", TERMS.encode())
    listed = corpus_drafting.draft_batch(tmp_path / "index", "000900-late", [piece], ONE)
    assert contents_of(index).pending == 0
    listing.write_list(tmp_path / "index", "000900-late", listed)
    assert contents_of(index).pending == 1
    assert contents_of(index).documents == before.documents
    build([path], index, ONE)
    assert contents_of(index).documents == before.documents + 1


@pytest.mark.parametrize("what", ["nothing", "other", "torn", "newer"])
def test_a_folder_that_is_no_index_is_told(tmp_path, what):
    folder = tmp_path / "index"
    if what != "nothing":
        folder.mkdir()
        (folder / "index.json").write_text({"other": "[]", "torn": "{", "newer": '{"format": "2"}'}[what])
    with pytest.raises(InputError) as caught:
        contents_of(str(folder))
    assert "clausetrack corpus build" in caught.value.hint


def test_a_folder_with_something_else_in_it_is_not_written_to(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(InputError, match="something else"):
        build([str(tmp_path / "letter.txt")], str(tmp_path), ONE)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_corpus_answers_everything(tmp_path, index):
    (tmp_path / "none").mkdir()
    build([str(tmp_path / "none")], index, ONE)
    assert contents_of(index).clauses == 0
    assert families_of(index).families == ()
    assert search(["ships"], (), index).total == 0
    assert similar_to("ships", index, ONE).asked[0].neighbours == ()


def test_an_input_that_is_not_there_is_told(index):
    with pytest.raises(InputError, match="cannot read"):
        build(["gone"], index, ONE)


def test_progress_is_told_up_to_the_end(tmp_path, index, monkeypatch):
    monkeypatch.setattr(corpus_drafting, "_BATCH_DOCUMENTS", 2)
    told = []
    build([write_lines(tmp_path / "a.jsonl", many(5))], index, ONE, lambda done, of: told.append((done, of)))
    assert told[-1] == (5, 5)
    assert told == sorted(told)
    assert len(told) > 2
