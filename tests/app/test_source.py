"""The use cases about sources, on files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clausetrack.app.source import check_sources, fingerprint_source
from clausetrack.errors import InputError, InvalidFileError
from clausetrack.language.digest import sentence_digest

GAZETTE = "Northland and Southmark open their ports.\nShips call at any hour.\nFees are those of the port.\n"
LEAFLET = "Pilots are free.\nThey speak both languages.\n"
CALLS = "Ships call at any hour."
PILOTS = "Pilots are free."


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "clause_specs" / "ports").mkdir(parents=True)
    (tmp_path / "gazette.txt").write_text(GAZETTE)
    (tmp_path / "leaflet.txt").write_text(LEAFLET)
    (tmp_path / "seeds" / "gazette.yaml").write_text(fingerprint_source("gazette.txt"))
    return tmp_path


def write(sources="[{id: gazette, fingerprint: ../../seeds/gazette.yaml}, {id: leaflet}]", name="one"):
    path = Path("clause_specs", "ports", f"{name}.yaml")
    path.write_text(
        "format: clausetrack/clause-set/1\nagreement: {id: ports, title: Ports}\n"
        f"revision: {{id: {name}, basis: primary-text}}\nsources: {sources}\n"
        "clauses:\n"
        "  - id: calls\n    kind: provision\n    text: Ships may call.\n"
        f"    evidence: [{{source: gazette, paragraph: 2, sentence: 1, digest: '{sentence_digest(CALLS)}'}}]\n"
        "  - id: pilots\n    kind: provision\n    text: Pilots cost nothing.\n"
        f"    evidence: [{{source: leaflet, paragraph: 1, digest: '{sentence_digest(PILOTS)}'}}]\n"
    )
    return str(path)


LONE = "[{id: gazette, fingerprint: ../../seeds/gazette.yaml}]"


def states(*documents, sets=None):
    results = check_sources(sets or [write()], documents)
    return [[entry.state for entry in result.evidence] for result in results]


@pytest.mark.usefixtures("project")
def test_a_fingerprint_is_made_anew_to_the_byte():
    assert fingerprint_source("gazette.txt") == Path("seeds/gazette.yaml").read_text()


@pytest.mark.usefixtures("project")
def test_fingerprints_are_found_beside_the_clause_file():
    assert states() == [["stands", "unchecked"]]


@pytest.mark.usefixtures("project")
def test_documents_are_taken_for_the_source_that_they_are():
    assert states("leaflet.txt") == [["stands", "stands"]]
    assert states("gazette.txt", "leaflet.txt") == [["stands", "stands"]]


@pytest.mark.usefixtures("project")
def test_a_changed_document_is_known_by_its_sentences():
    Path("new.txt").write_text("A new line.\n" + GAZETTE)
    (result,) = check_sources([write()], ["new.txt"])
    assert result.evidence[0].state == "moved"
    assert (result.sources[0].state, result.sources[0].document) == ("differs", "new.txt")


@pytest.mark.usefixtures("project")
def test_a_former_state_gives_the_words():
    Path("new.txt").write_text(GAZETTE.replace("any hour", "any hour of the day"))
    for order in (("gazette.txt", "new.txt"), ("new.txt", "gazette.txt")):
        (result,) = check_sources([write()], order)
        assert result.evidence[0].state == "edited"
        assert result.evidence[0].nearest.found_by == "words"
        assert result.sources[0].document == "new.txt"


@pytest.mark.usefixtures("project")
def test_a_document_can_be_given_a_source():
    Path("other.txt").write_text("Rain fell on Monday.\n")
    assert states("leaflet=other.txt") == [["stands", "stale"]]
    with pytest.raises(InputError, match="like no source") as caught:
        states("other.txt")
    assert (caught.value.file, caught.value.hint) == ("other.txt", "say of which: SOURCE=FILE")


@pytest.mark.usefixtures("project")
def test_the_only_source_of_the_only_set_needs_no_name():
    Path("other.txt").write_text("Nothing of the kind.\n")
    assert states("other.txt", sets=[write(LONE)])[0][0] == "edited"
    with pytest.raises(InputError, match="like no source"):
        states("other.txt", sets=[write(LONE), write(LONE, "two")])


@pytest.mark.usefixtures("project")
def test_a_third_document_is_refused():
    Path("new.txt").write_text("One.\n" + GAZETTE)
    Path("newer.txt").write_text("Two.\n" + GAZETTE)
    with pytest.raises(InputError, match="third document"):
        states("gazette.txt", "new.txt", "newer.txt")


@pytest.mark.usefixtures("project")
def test_several_sets_share_a_document():
    assert states("leaflet.txt", sets=[write(), write(name="two")]) == [["stands", "stands"], ["stands", "stands"]]


@pytest.mark.parametrize(
    "named", ["../../seeds/none.yaml", "../../seeds", "/etc/passwd", "../../../../etc/x.yaml", "../../seeds/bad.yaml"]
)
def test_a_fingerprint_that_cannot_be_read_is_a_finding(project, named):
    (project / "seeds" / "bad.yaml").write_text("format: other\n")
    (result,) = check_sources([write(f"[{{id: gazette, fingerprint: {named}}}, {{id: leaflet}}]")])
    assert result.sources[0].state == "unreadable"
    assert result.sources[0].fault is not None
    assert [entry.state for entry in result.evidence] == ["unchecked", "unchecked"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_for_a_fingerprint_does_not_hang(project):
    os.mkfifo(project / "seeds" / "pipe.yaml")
    (result,) = check_sources([write("[{id: gazette, fingerprint: ../../seeds/pipe.yaml}, {id: leaflet}]")])
    assert result.sources[0].state == "unreadable"


@pytest.mark.usefixtures("project")
def test_inputs_that_cannot_be_read_are_errors():
    with pytest.raises(InputError, match="cannot read"):
        check_sources(["none.yaml"])
    with pytest.raises(InputError, match="cannot read"):
        states("none.txt")
    with pytest.raises(InvalidFileError):
        check_sources(["seeds/gazette.yaml"])
    with pytest.raises(InputError, match="larger than"):
        fingerprint_source("gazette.txt", max_bytes=10)
