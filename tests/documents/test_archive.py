"""Archives are inflated within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from clausetrack.documents.archive import MAX_MARKS, MAX_PARTS, Archive
from clausetrack.documents.reading import MAX_UNPACKED
from clausetrack.errors import InputError
from tests.documents.docx_parts import packed


def test_parts_by_name_without_regard_to_case():
    archive = Archive(packed({"word/Document.xml": "x"}), "a.docx", MAX_UNPACKED)
    assert "WORD/document.XML" in archive
    assert "styles.xml" not in archive
    assert archive.read("word/document.xml") == b"x"


def test_the_sum_of_what_is_unpacked_is_bounded():
    archive = Archive(packed({"a": bytes(700), "b": bytes(700)}), "a.docx", 1_000)
    archive.read("a")
    with pytest.raises(InputError, match=r"unpacks to more than .* at b"):
        archive.read("b")


def test_a_size_that_lies_does_not_help():
    data = packed({"a": bytes(5_000_000)})
    lie = data.replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    archive = Archive(lie, "a.docx", 1_000_000)
    with pytest.raises(InputError):
        archive.read("a")


def test_archives_in_archives_are_bytes():
    inner = packed({"bomb": bytes(10_000_000)})
    assert Archive(packed({"a.zip": inner}), "a.docx", 100_000).read("a.zip") == inner


def test_too_many_parts():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(MAX_PARTS + 1):
            archive.writestr(str(number), b"")
    with pytest.raises(InputError, match="more than 20,000 parts"):
        Archive(stream.getvalue(), "a.docx", MAX_UNPACKED)


def test_too_many_tags_in_a_part():
    xml = b"<a>" + b"<b/>" * MAX_MARKS + b"</a>"
    with pytest.raises(InputError, match="more than 8,000,000 tags"):
        Archive(packed({"a.xml": xml}), "a.docx", MAX_UNPACKED).read("a.xml")


def test_parts_that_are_missing_locked_or_packed_in_other_ways():
    with pytest.raises(InputError, match="b is missing"):
        Archive(packed({"a": "x"}), "a.docx", MAX_UNPACKED).read("b")
    locked = bytearray(packed({"a": "x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(InputError, match="a is locked with a password"):
        Archive(bytes(locked), "a.docx", MAX_UNPACKED).read("a")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a", bytes(1_000))
    with pytest.raises(InputError, match="packed in a way"):
        Archive(stream.getvalue(), "a.docx", MAX_UNPACKED).read("a")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), zlib.compress(b"x")])
def test_no_archive(data):
    with pytest.raises(InputError) as fault:
        Archive(data, "a.docx", MAX_UNPACKED).read("a")
    assert fault.value.file == "a.docx"
