"""The invented agreement says the same in every format of word processors, and LibreOffice agrees on what it shows."""

from __future__ import annotations

import subprocess

import pytest

from clausetrack.documents.readers import read
from clausetrack.documents.reading import Reading
from tests.documents.agreement import AGREEMENT
from tests.documents.agreement_office import SAMPLES, WRITERS, lines
from tests.documents.treaty_docx import accepted, treaty
from tests.programs import program


def shown(block):
    return f"{block.label} {block.text}" if block.label else block.text


@pytest.mark.parametrize("name", ["agreement.docx", "agreement.odt", "agreement.rtf", "agreement-plain.docx"])
def test_the_agreement_is_read_from_every_format(name):
    document = read(SAMPLES.joinpath(name).read_bytes(), name)
    notes = [shown(block) for block in document.blocks if block.kind == "footnote"]
    texts = [shown(block) for block in document.blocks if block.kind != "footnote"]
    expected = list(lines(AGREEMENT))
    assert notes == [line for line in expected if line.startswith("1 Charts")]
    # Where nothing but the look tells a heading, its label and its words are paragraphs of their own.
    assert " ".join(texts) == " ".join(line for line in expected if line not in notes)
    assert [block.notes for block in document.blocks if block.notes] == [("1",)]
    assert sum(block.kind == "row" for block in document.blocks) == 4
    headings = [block for block in document.blocks if block.kind == "heading"]
    assert len(headings) == (25 if "plain" in name else 13)


@pytest.mark.parametrize("name", WRITERS)
def test_samples_are_what_their_writers_write(name):
    assert read(WRITERS[name](AGREEMENT), name).blocks == read(SAMPLES.joinpath(name).read_bytes(), name).blocks


def test_accepting_all_changes_gives_what_was_written_so():
    assert read(treaty(), "a.docx").blocks == read(accepted(), "a.docx").blocks


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Give what LibreOffice makes of a file in another format."""
    soffice, folder = program("soffice"), tmp_path_factory.mktemp("soffice")

    def convert(data, to):
        source = folder / "a.docx"
        source.write_bytes(data)
        command = [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to]
        subprocess.run([*command, "--outdir", folder, source], check=True, capture_output=True, timeout=120)
        return (folder / f"a.{to.partition(':')[0]}").read_bytes()

    return convert


def test_libreoffice_shows_the_same_words_and_numbers(converted):
    text = converted(accepted(), "txt:Text (encoded):UTF8").decode("utf-8-sig")
    blocks = read(accepted(), "a.docx").blocks
    ours = [line for block in blocks if block.kind != "footnote" for line in block.cells or [shown(block)]]
    theirs = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    # It writes the call of the note into the text, which we keep apart.
    assert [line.replace("kept.1 It", "kept. It") for line in theirs] == ours


@pytest.mark.parametrize("to", ["odt", "fodt"])
def test_both_sides_survive_libreoffice(converted, to):
    data = converted(treaty(), to)
    for side in ("accepted", "rejected"):
        reading = Reading(changes=side)
        ours, theirs = (read(data, "a", reading, format).blocks for data, format in ((treaty(), "docx"), (data, "odt")))
        assert theirs == ours


def test_rtf_of_libreoffice_says_the_same(converted):
    assert read(converted(accepted(), "rtf"), "a").blocks == read(accepted(), "a", format="docx").blocks
