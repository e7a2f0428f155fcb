"""What every reader owes: blocks with text on one line, places in the file, and no fault but the project's own."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausetrack import documents
from clausetrack.documents.detection import detect
from clausetrack.documents.readers import READERS, read, read_document
from clausetrack.documents.reading import Reading
from clausetrack.errors import ClausetrackError, UnknownNameError
from clausetrack.model.document import BLOCK_KINDS, Document
from tests.documents.agreement import AGREEMENT, CALL, WRITERS, walk

SAMPLES = Path(__file__).parent.parent / "documents" / "samples"


@cache
def samples():
    """All samples by their format, each with its name and its bytes."""
    found = {format: [] for format in READERS}
    for path in sorted(SAMPLES.iterdir()):
        data = path.read_bytes()
        found.setdefault(detect(data, path.name), []).append((path.name, data))
    return found


each = pytest.mark.parametrize("format", READERS)


def test_the_registry_has_every_reader_in_the_folder_and_no_other():
    folder = Path(documents.__file__).parent
    there = {
        ".".join(("clausetrack.documents", *path.relative_to(folder).with_suffix("").parts)).removesuffix(".__init__")
        for path in folder.rglob("*.py")
        if re.search(
            r"^def read\(\s*data: bytes, file: str, reading: Reading\s*\) -> Document:", path.read_text(), re.MULTILINE
        )
    }
    assert sorted(READERS.values()) == sorted(there)


def test_every_sample_is_of_a_format_that_is_read():
    assert set(samples()) == set(READERS)


@each
def test_it_has_a_sample_with_the_agreement(format):
    assert any(name.startswith("agreement") for name, _ in samples()[format])


@each
def test_its_blocks_are_as_the_model_says(format):
    for name, data in samples()[format]:
        document = read(data, name)
        assert isinstance(document, Document)
        assert document.size == len(data)
        assert document.blocks, name
        assert document.media_type.count("/") == 1
        for block in document.blocks:
            assert block.kind in BLOCK_KINDS
            assert _is_on_one_line(block), block
            assert block.level is None or block.level >= 1
            assert block.label is None or block.label.split() == block.label.split(" ")
            assert (block.kind == "row") == bool(block.cells)
            assert not block.cells or block.text == " | ".join(block.cells)
            assert block.place.file == name
            assert block.page is None or block.page >= 1


@each
def test_its_places_are_in_the_file_or_have_a_label(format):
    for name, data in samples()[format]:
        lines = data.count(b"\n") + 1
        for block in read(data, name).blocks:
            place = block.place
            assert place.label or 1 <= place.line <= (place.end_line or place.line) <= lines, block


@each
def test_it_calls_only_footnotes_that_are_there(format):
    for name, data in samples()[format]:
        found = read(data, name).blocks
        labels = {block.label for block in found if block.kind == "footnote"}
        assert {call for block in found for call in block.notes} <= labels, name


@each
def test_it_reads_the_same_twice(format):
    for name, data in samples()[format]:
        assert read(data, name) == read(data, name)


@each
def test_a_wrong_ending_does_not_matter(format, tmp_path):
    for name, data in samples()[format]:
        wrong = tmp_path / "file.xyz"
        wrong.write_bytes(data)
        here = read_document(str(wrong))
        assert [block.text for block in here.blocks] == [block.text for block in read(data, name).blocks]


@each
def test_an_empty_file_is_an_error_or_empty(format):
    assert _outcome(b"", "empty", format) in {"read", "refused"}


@each
@settings(max_examples=25)
@given(data=st.data())
def test_a_file_that_ends_early_gives_a_document_or_a_fault(format, data):
    of = dict(samples()[format])
    name = data.draw(st.sampled_from(sorted(of)))
    whole = of[name]
    _is_read(whole[: data.draw(st.integers(0, len(whole)))], name, format)


@each
@settings(max_examples=40)
@given(data=st.data())
def test_wrong_bytes_give_a_document_or_a_fault(format, data):
    of = dict(samples()[format])
    name = data.draw(st.sampled_from(sorted(of)))
    whole = of[name]
    changed = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 20))):
        changed[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    _is_read(bytes(changed), name, format)


@each
@settings(max_examples=25)
@given(data=st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_fault(format, data):
    _is_read(data, "file", format)


def _is_read(data, name, format):
    assert _outcome(data, name, format) in {"read", "refused"}
    assert _outcome(data, name, None) in {"read", "refused"}


def _outcome(data, name, format):
    """Read, and say how that went; any fault that is not the project's own goes through."""
    try:
        document = read(data, name, format=format)
    except ClausetrackError as fault:
        return "refused" if fault.file == name and str(fault).isprintable() else repr(fault)
    odd = [block for block in document.blocks if not _is_on_one_line(block)]
    return repr(odd[0]) if odd else "read"


def _is_on_one_line(block):
    """Say whether there are words, and no white space but one space between them; a cell of a row may be empty."""
    parts = block.cells or (block.text,)
    return any(parts) and all(part == " ".join(part.split()) for part in parts)


def test_a_format_can_be_named_and_a_wrong_name_is_an_error():
    assert read(b"# Fees\n", "fees", format="md").blocks[0].text == "Fees"
    assert read(b"# Fees\n", "fees", format="txt").blocks[0].text == "# Fees"
    with pytest.raises(UnknownNameError, match="no document format 'htm'") as fault:
        read(b"", "fees", format="htm")
    assert "html" in fault.value.hint


def test_readers_are_imported_only_when_they_are_asked_for():
    heavy = "{'lxml', 'markdown_it', 'charset_normalizer', 'pypdfium2', 'zipfile'}"
    code = f"import sys, clausetrack.documents.readers; sys.exit(', '.join({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).stderr == b"\n"


@each
def test_it_takes_a_reading(format):
    name, data = samples()[format][0]
    assert read(data, name, Reading(changes="rejected")).blocks


@pytest.mark.parametrize("name", WRITERS)
def test_the_samples_are_what_the_agreement_says(name):
    assert (SAMPLES / name).read_text(encoding="utf-8") == WRITERS[name](AGREEMENT), (
        "python -m tests.documents.agreement"
    )


@each
def test_every_word_of_the_agreement_comes_out_and_no_other(format):
    wanted = Counter(_words(" ".join(_said(node) for node, _ in walk(AGREEMENT))))
    for name, data in samples()[format]:
        found = Counter(_words(" ".join(f"{block.label or ''} {block.text}" for block in read(data, name).blocks)))
        assert (name, found - wanted, wanted - found) == (name, Counter(), Counter())


def _said(node):
    return " ".join(filter(None, [node.label, CALL.sub("", node.text), *node.cells]))


def _words(text):
    return re.findall(r"\w+", text)
