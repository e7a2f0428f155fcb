"""The answers of an index depend on what it holds, and not on how it came to be."""

from __future__ import annotations

import json
import random

import pytest
from agreements_many import many

from clausetrack.app.corpus import drafting as corpus_drafting
from clausetrack.app.corpus.build import build
from clausetrack.app.corpus.questions import contents_of, families_of, resemblance_of, search, similar_to
from clausetrack.app.settings import Settings
from clausetrack.corpus import sealing
from clausetrack.corpus.index import ARRAYS, Index
from clausetrack.corpus.sealing import natural
from clausetrack.report.registry import Options, render

ONE = Settings(jobs=1)
HISTORIES = ("in steps", "backwards", "with removal", "with changes", "in small parts")


def write(folder, documents):
    for document in documents:
        (folder / f"{document['id']}.jsonl").write_text(json.dumps(document) + "\n")


def answers(index):
    """Give all that can be asked, as the bytes that are written."""
    results = {
        "contents": contents_of(index),
        "families": families_of(index, limit=1_000),
        "resemblance": resemblance_of(index, lowest=0),
        "hits": search(["ships"], (), index, limit=10_000),
        "similar": similar_to("The ships and the pilots shall pay the fees in writing.", index, ONE, limit=1_000),
    }
    return {kind: render(kind, result, "json", Options()) for kind, result in results.items()}


def history(how, documents, index):
    """Build an index that ends with the documents in a folder, one way or another."""
    shuffled = documents[:]
    random.Random(3).shuffle(shuffled)  # noqa: S311 - reproducible, not secret
    folder = index.parent / "docs"
    folder.mkdir()
    if how == "in steps":
        for start in range(0, len(shuffled), 7):
            write(folder, shuffled[start : start + 7])
            build(["docs"], str(index), ONE)
    elif how == "backwards":
        write(folder, documents)
        for start in range(25, -1, -5):
            build([f"docs/{document['id']}.jsonl" for document in documents[start : start + 5]], str(index), ONE)
    else:
        others = [document | {"clauses": document["clauses"][::-1][:3]} for document in shuffled]
        write(folder, others if how == "with changes" else many(50, seed=9))
        build(["docs"], str(index), ONE)
        for path in folder.iterdir():
            path.unlink()
    write(folder, documents)
    build(["docs"], str(index), ONE)


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    """Build an index at once, and give its documents, its answers and its arrays."""
    folder = tmp_path_factory.mktemp("clean")
    documents = many(30)
    (folder / "docs").mkdir()
    write(folder / "docs", documents)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        build(["docs"], "index", ONE)
        return documents, answers("index"), arrays("index")


def arrays(path):
    index = Index(path)
    return {name: index.array(name).tobytes() for name in ARRAYS if name not in {"rows_part", "rows_row"}}


@pytest.mark.parametrize("how", HISTORIES)
def test_the_same_content_gives_the_same_bytes(tmp_path, monkeypatch, clean, how):
    documents, expected, sealed = clean
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sealing, "_AT_ONCE", 100)
    if how == "in small parts":
        monkeypatch.setattr(corpus_drafting, "_BATCH_DOCUMENTS", 2)
    history(how, documents, tmp_path / "index")
    assert arrays("index") == sealed
    for kind, text in answers("index").items():
        assert text == expected[kind], kind


def test_numbers_in_names_stand_by_their_size():
    names = ["a10", "a2", "a02", "a1b", "a1", "b", "a", "10", "9", "", "a" + "9" * 5_000]
    assert sorted(names, key=natural) == ["", "9", "10", "a", "a1", "a1b", "a02", "a2", "a10", "a" + "9" * 5_000, "b"]
