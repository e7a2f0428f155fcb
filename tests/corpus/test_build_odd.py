"""What inputs may bring: no document stops another, failures are told where they are, and told once is written once."""

from __future__ import annotations

import json
import os
import zipfile

import pytest
from agreements_many import many, write_lines

from clausetrack.app.corpus import archives as corpus_archives
from clausetrack.app.corpus import drafting as corpus_drafting
from clausetrack.app.corpus import inputs as corpus_inputs
from clausetrack.app.corpus.build import build
from clausetrack.app.corpus.questions import contents_of, search
from clausetrack.app.settings import Settings
from clausetrack.corpus.parts import Drafted, write_tables
from clausetrack.errors import InputError, MissingExtraError
from clausetrack.model.clause import Clause
from clausetrack.model.corpus import Holding

ONE = Settings(jobs=1)
SMALL = Settings(jobs=1, max_file_size=1)
TERMS = "Terms of the Quay\n\nArticle 1\nFees\n\nThe ships shall pay the fees of the quay within thirty days.\n"
GOOD = {"id": "good", "title": "Good", "clauses": ["The ships shall pay."]}


@pytest.fixture
def index(tmp_path):
    return str(tmp_path / "index")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(index):
    """Give all files of an index with their times, but for the lock."""
    return {
        os.path.join(folder, name): os.stat(os.path.join(folder, name)).st_mtime_ns  # noqa: PTH116, PTH118 - strings
        for folder, _, names in os.walk(index)
        for name in names
        if name != "lock"
    }


@pytest.mark.parametrize(
    "line",
    [
        {"id": "s", "title": "x \ud800", "clauses": ["The pilots may wait."]},
        {"id": "s\ud800", "clauses": ["The pilots may wait \udfff."]},
        {"id": ["s"], "title": {"a": "\ud800"}, "revision": 7, "clauses": ["The pilots may wait."]},
        {"id": "s", "clauses": [{"text": "The pilots may wait.", "domains": ["\ud800", 5, None], "path": [[]]}]},
        {"id": "s", "title": "\ud800", "text": TERMS},
    ],
)
def test_odd_texts_are_indexed_as_far_as_utf_8_has_them(here, index, line):
    path = write_lines(here / "a.jsonl", [GOOD, line])
    made = build([path], index, ONE)
    assert (made.added, made.unreadable) == (2, ())
    assert contents_of(index).documents == 2
    assert build([path], index, ONE).kept == 2


def test_whatever_a_holding_or_a_clause_has_is_written(here):
    (here / "parts").mkdir()
    odd = Holding(name="a\ud800", agreement=5, revision=None, title=b"x", language=5.5, clauses=1)
    clause = Clause(id=3, kind="provision", text="The ships \ud800 pay.", force=[1], actors=(1, "\udfff"))
    (entry,) = write_tables(here, "000001-odd", [Drafted(odd, "", (clause,))]).entries
    assert (entry.holding.name, entry.holding.agreement, entry.holding.language) == ("a?", "5", "5.5")


@pytest.mark.parametrize(
    ("line", "where", "what"),
    [
        (b'{"id": "b" "title": 1}', "a.jsonl:3:12", "this line is no JSON: expecting ',' delimiter"),
        (b"[1]", "a.jsonl:3:1", "this line is no object"),
        ('{"ä": "\N{SNOWMAN}'.encode() + b'\xff"}', "a.jsonl:3:9", "byte 0xff is not UTF-8"),
        (b'{"language": 5, "clauses": ["Tugs wait."]}', "a.jsonl:3", "the language is no text"),
        (b'{"clauses": ["Tugs wait.", 5]}', "a.jsonl:3", "clause 2 has no text"),
        (b'{"clauses": 5}', "a.jsonl:3", "this line has neither text nor clauses"),
        (b'{"text": ""}', "a.jsonl:3", "there are no words in this document"),
        (b"[" * 100_000, "a.jsonl:3", "this line is no JSON: maximum recursion depth"),
        (b'{"a": ' + b"1" * 5_000 + b"}", "a.jsonl:3", "this line is no JSON: Exceeds the limit"),
        (b"x" * (1 << 21), "a.jsonl:3", "the line is longer than a file may be"),
    ],
)
def test_a_faulty_line_is_told_with_its_place_in_the_file(here, index, line, where, what):
    good = json.dumps(GOOD).encode()
    (here / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + good + b"\n\n" + line + b"\n")
    for _ in range(2):
        (error,) = build(["a.jsonl"], index, SMALL).unreadable
        assert error.where == where
        assert error.what.startswith(what)
    (error,) = contents_of(index).unreadable
    assert error.where == where


def test_a_byte_order_mark_does_not_hide_an_id(here, index):
    (here / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    build(["a.jsonl"], index, ONE)
    assert search([], (), index).places[0].holding.name == "a.jsonl#good"


@pytest.mark.skipif(os.name != "posix", reason="needs pipes and links")
def test_pipes_and_links_that_lead_nowhere_are_told_and_stop_nothing(here, index):
    (here / "docs").mkdir()
    for name in ("a.jsonl", "b.zip", "c.txt"):
        os.mkfifo(here / "docs" / name)
    for name in ("d.txt", "e.jsonl", "f.zip"):
        (here / "docs" / name).symlink_to("nowhere")
    (here / "docs" / "g.txt").write_text(TERMS)
    made = build(["docs"], index, ONE)
    assert made.added == 1
    assert [error.file for error in made.unreadable] == [f"docs/{name}" for name in ("a.jsonl", "b.zip", "c.txt")] + [
        f"docs/{name}" for name in ("d.txt", "e.jsonl", "f.zip")
    ]
    assert not any("did you mean" in error.hint for error in made.unreadable)


@pytest.mark.parametrize("which", ["a.jsonl", "a.zip", "deep"])
def test_what_may_not_be_read_is_told_and_kept_as_it_was(here, index, monkeypatch, which):
    deep = here / "docs" / "deep"
    deep.mkdir(parents=True)
    write_lines(here / "docs" / "a.jsonl", many(3))
    with zipfile.ZipFile(here / "docs" / "a.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", TERMS)
    for number in range(3):
        (deep / f"{number}.txt").write_text(TERMS)
    assert build(["docs"], index, ONE).added == 9
    refuse_to_open(monkeypatch, os.path.join("docs", which))  # noqa: PTH118 - a string path
    (here / "docs" / "late.txt").write_text(TERMS)
    for added in (1, 0):
        made = build(["docs"], index, ONE)
        assert (made.added, made.kept, made.stale, made.gone) == (added, 7 - added, 3, 0)
        (error,) = made.unreadable
        assert error.file == f"docs/{which}"
        assert error.what.endswith("permission denied; the index keeps the 3 documents it had of it")
    assert contents_of(index).documents == 10
    monkeypatch.undo()
    monkeypatch.chdir(here)
    assert build(["docs"], index, ONE).kept == 10
    assert contents_of(index).unreadable == ()


def refuse_to_open(monkeypatch, path):
    """Let the system refuse to read a file or a folder, which it does not where tests may do everything."""
    for module, name in ((os, "scandir"), (zipfile, "ZipFile"), (corpus_inputs, "open")):
        real = getattr(module, name, open)

        def asks(asked, *args, real=real, **options):
            if str(asked) == path:
                raise PermissionError(13, "Permission denied", path)
            return real(asked, *args, **options)

        monkeypatch.setattr(module, name, asks, raising=False)


@pytest.mark.parametrize("how", ["torn", "member"])
def test_an_archive_that_breaks_is_told_and_kept_as_it_was(here, index, how):
    with zipfile.ZipFile("a.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.txt", TERMS.replace("thirty", str(number)))
        archive.writestr("lines.jsonl", json.dumps(GOOD))
    build(["a.zip"], index, ONE)
    data = (here / "a.zip").read_bytes()
    (here / "a.zip").write_bytes(data[:-30] if how == "torn" else data.replace(b'"Good"', b'"Evil"', 1))
    made = build(["a.zip"], index, ONE)
    assert (made.kept, made.stale, made.gone) == ((0, 4, 0) if how == "torn" else (3, 1, 0))
    (error,) = made.unreadable
    kept = "the index keeps the 4 documents" if how == "torn" else "the index keeps what it had of it"
    assert kept in error.what
    assert contents_of(index).documents == 4
    (here / "a.zip").write_bytes(data)
    assert build(["a.zip"], index, ONE).kept == 4
    assert contents_of(index).unreadable == ()


def test_an_archive_that_unpacks_to_too_much_in_all_is_stopped(index, monkeypatch):
    monkeypatch.setattr(corpus_archives, "_FILES", 2)
    with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TERMS)
        for number in range(4):
            archive.writestr(f"b{number}.jsonl", json.dumps(GOOD) + " " * 700_000)
    made = build(["a.zip"], index, SMALL)
    assert [(error.file, error.what) for error in made.unreadable] == [
        ("a.zip", "the archive unpacks to more than 2 MiB")
    ]
    assert made.added == 3


def test_a_failure_that_repeats_itself_is_told_and_not_written_again(here, index):
    (here / "docs").mkdir()
    with zipfile.ZipFile("docs/a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", TERMS)
        archive.writestr("b.txt", "word " * (1 << 19))
    (here / "docs" / "torn.zip").write_bytes(b"PK")
    (here / "docs" / "torn.docx").write_bytes(b"PK\x03\x04")
    (here / "docs" / "torn.jsonl").write_bytes(b"{")
    (here / "docs" / "large.txt").write_bytes(b"x" * (1 << 21))
    first = build(["docs"], index, SMALL)
    assert len(first.unreadable) == 5
    before = files(index)
    for _ in range(2):
        again = build(["docs"], index, SMALL)
        assert sorted(map(str, again.unreadable)) == sorted(map(str, first.unreadable))
    assert files(index) == before


def test_what_a_library_was_missing_for_is_tried_again(here, index, monkeypatch):
    (here / "a.txt").write_text(TERMS)

    def lacks(*_):
        raise MissingExtraError("this needs something", hint="pip install it")

    with monkeypatch.context() as patch:
        patch.setattr(corpus_drafting, "read_piece", lacks)
        assert build(["a.txt"], index, ONE).added == 0
        before = files(index)
        assert [error.hint for error in build(["a.txt"], index, ONE).unreadable] == ["pip install it"]
        assert files(index) == before
    assert build(["a.txt"], index, ONE).added == 1


def test_nothing_is_made_where_an_input_is_not_there(here):
    for path in ("gone", "-"):
        with pytest.raises(InputError):
            build([path], "new", ONE)
        assert not (here / "new").exists()
