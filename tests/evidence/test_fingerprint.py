"""A source without its words: made, written, read back, and found where a clause file says."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from clausetrack.documents.readers import read
from clausetrack.errors import InputError, InvalidFileError
from clausetrack.evidence.fingerprint import fingerprint, fingerprint_path, from_yaml, load_fingerprint, to_yaml
from clausetrack.model.source import Fingerprint, FingerprintParagraph

TEXT = """Northland and Southmark open all of their ports to each other.

The pilots are free. The  lights
stay lit.
"""
DIGEST = "sha256:" + "0" * 64


def digest(text):
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def test_a_fingerprint_holds_the_digests_of_all_sentences():
    made = fingerprint(read(TEXT.encode(), "ports.txt"))
    assert made.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (made.size, made.media_type) == (len(TEXT.encode()), "text/plain")
    assert made.paragraphs == (
        FingerprintParagraph(1, (digest("Northland and Southmark open all of their ports to each other."),)),
        FingerprintParagraph(2, (digest("The pilots are free."), digest("The lights"))),
        FingerprintParagraph(3, (digest("stay lit."),)),
    )
    assert made.find(digest("The lights")) == ((2, 2),)


def test_it_holds_no_words():
    written = to_yaml(fingerprint(read(TEXT.encode(), "ports.txt")))
    assert [word for word in TEXT.split() if len(word) > 3 and word in written] == []
    assert "ports.txt" not in written


def test_written_and_read_back():
    made = Fingerprint(
        sha256="1" * 64,  # a number, were it not quoted
        size=0,
        media_type="application/pdf",
        paragraphs=(FingerprintParagraph(1, (DIGEST, DIGEST), page=1), FingerprintParagraph(4, (), page=2)),
    )
    written = to_yaml(made)
    assert from_yaml(written) == made
    assert to_yaml(from_yaml(written)) == written
    assert yaml.safe_load(written)["sha256"] == "1" * 64


def test_a_document_without_text():
    made = fingerprint(read(b"\n", "empty.txt"))
    assert made.paragraphs == ()
    assert from_yaml(to_yaml(made)) == made


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("size: 90", "size: -1", "-1", 3),
        ("size: 90", "sise: 90", "sise", 3),
        ("fingerprint/1", "fingerprint/2", "fingerprint/2", 1),
        ("paragraph: 2", "paragraph: 1", "paragraph 1 stands behind paragraph 1", 8),
        ("sha256:a", "sha256:A", "sha256:A", 7),
    ],
)
def test_faults_have_places(old, new, message, line):
    text = (
        f"format: clausetrack/fingerprint/1\nsha256: {'a' * 64}\nsize: 90\nmedia_type: text/plain\nparagraphs:\n"
        f"  - paragraph: 1\n    sentences: [sha256:{'a' * 64}]\n  - paragraph: 2\n    sentences: []\n"
    )
    from_yaml(text)
    with pytest.raises(InvalidFileError) as caught:
        from_yaml(text.replace(old, new, 1), "f.yaml")
    assert any(message in str(fault) and fault.line == line for fault in caught.value.faults)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(InputError, match="cannot read"):
        load_fingerprint(str(tmp_path / "none.yaml"))


@pytest.fixture
def clause_file(tmp_path):
    folder = tmp_path / "project" / "clause_specs" / "ports"
    folder.mkdir(parents=True)
    return str(folder / "2030-01-01.yaml")


def test_a_path_is_relative_to_the_clause_file(clause_file, tmp_path):
    path = fingerprint_path("../../seeds/gazette.yaml", clause_file)
    assert path == str(tmp_path / "project" / "seeds" / "gazette.yaml")
    assert fingerprint_path("gazette.yml", clause_file) == str(Path(clause_file).parent / "gazette.yml")


@pytest.mark.parametrize(
    "named",
    [
        "/etc/gazette.yaml",
        "~/gazette.yaml",
        "https://gazette.example/g.yaml",
        "C:\\gazette.yaml",
        "..\\..\\gazette.yaml",
        "gaz\0ette.yaml",
        "gaz\nette.yaml",
        "../../../../gazette.yaml",
        "../../../" * 200 + "gazette.yaml",
        "../../seeds/gazette.txt",
        "../../seeds",
        "-",
    ],
)
def test_hostile_paths_are_refused(named, clause_file):
    with pytest.raises(InputError) as caught:
        fingerprint_path(named, clause_file)
    assert caught.value.file == clause_file
    assert caught.value.hint


def test_a_link_out_of_the_project_is_refused(clause_file, tmp_path):
    (tmp_path / "secret.yaml").write_text("x: 1")
    (tmp_path / "project" / "seed.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "project" / "loop.yaml").symlink_to("loop.yaml")
    with pytest.raises(InputError, match="out of the project"):
        fingerprint_path("../../seed.yaml", clause_file)
    with pytest.raises(InputError, match="cannot read"):
        load_fingerprint(fingerprint_path("../../loop.yaml", clause_file))


def test_a_project_file_marks_the_project(clause_file, tmp_path):
    (tmp_path / "clausetrack.yaml").touch()
    assert fingerprint_path("../../../seed.yaml", clause_file) == str(tmp_path / "seed.yaml")
    (tmp_path / "project" / "clause_specs" / "clausetrack.yaml").touch()
    with pytest.raises(InputError, match="out of the project"):
        fingerprint_path("../../../seed.yaml", clause_file)
