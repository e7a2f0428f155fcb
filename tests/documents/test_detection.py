"""The format of a file is told by its content; what cannot be read is refused by its name."""

from __future__ import annotations

import io
import zipfile

import pytest

from clausetrack.documents.detection import detect
from clausetrack.errors import InputError


def archive(*names, mimetype=None):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "x")
    return out.getvalue()


AKN = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>'
FOUND = {
    "a PDF": (b"%PDF-1.7\n", "pdf"),
    "a PDF behind junk": (b"\xff\xfejunk\r\n%PDF-1.4\n1 0 obj\n<<>>\nstream", "pdf"),
    "text on PDF": (b"%PDFs begin with %PDF- and a version.", "txt"),
    "more text on PDF": (b"A file begins with %PDF-1.4.", "txt"),
    "docx": (archive("[Content_Types].xml", "word/document.xml"), "docx"),
    "docx with its document elsewhere": (archive("[Content_Types].xml", "_rels/.rels", "word/document2.xml"), "docx"),
    "odt": (archive("content.xml", mimetype="application/vnd.oasis.opendocument.text"), "odt"),
    "flat odt": (
        b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
        "odt",
    ),
    "rtf": (b"{\\rtf1\\ansi Fees}", "rtf"),
    "rtf behind blanks": (b"\r\n {\\rtf1 Fees}", "rtf"),
    "akn": (AKN.encode(), "akn"),
    "akn with a head": (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <html> -->\n' + AKN.encode(), "akn"),
    "akn with a prefix": (b'<akn:akomaNtoso xmlns:akn="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>', "akn"),
    "akn in UTF-16": (('<?xml version="1.0" encoding="UTF-16"?>' + AKN).encode("utf-16"), "akn"),
    "html": (b"<html><p>Fees", "html"),
    "html with a doctype": (b"<!doctype HTML><p>Fees", "html"),
    "xhtml": (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>', "html"),
    "html in UTF-16": ("<html><p>Fees".encode("utf-16"), "html"),
    "a fragment": (b"<h1>Fees</h1><p>None.</p><p>Ever.</p><p>At all.</p>", "html"),
    "text with a tag": (b"<ship> means any vessel.", "txt"),
    "text that begins with a quoted name": (b"<Gull Point> to <Southport>: the strait", "txt"),
    "Markdown": (b"# Fees\n\nNone.\n\n## By day\n\n## By night\n", "md"),
    "Markdown with underlined headings": (b"Fees\n====\n\nBy day\n------\n\nBy night\n--------\n", "md"),
    "Markdown with links": (b"[a](https://a.example) [b](https://b.example) and [c](#c)", "md"),
    "text with a number sign": (b"# of ships\n\nNone.\n", "txt"),
    "text with references": (b"See [1] (and [2]) for **\n the fees [3].", "txt"),
    "nothing": (b"", "txt"),
    "Japanese": ("港を開く。".encode(), "txt"),
    "Japanese in UTF-16": ("港を開く。".encode("utf-16"), "txt"),
    "text in UTF-32": ("Fees".encode("utf-32-le"), "txt"),
}
REFUSED = {
    "xlsx": (archive("[Content_Types].xml", "xl/workbook.xml"), "a workbook", "copy the text"),
    "pptx": (archive("ppt/presentation.xml"), "a presentation", "save it as PDF"),
    "epub": (archive("META-INF/container.xml", mimetype="application/epub+zip"), "an e-book", "unpack"),
    "ods": (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument", ".odt"),
    "zip": (archive("treaty.docx"), "a ZIP archive", "unpack"),
    "broken zip": (archive("word/document.xml")[:60], "the archive is broken", "again"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Word 97", ".docx"),
    "locked docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "password",
        "without",
    ),
    "png": (b"\x89PNG\r\n\x1a\n\0\0", "a picture", "OCR"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture", "OCR"),
    "tiff": (b"II*\0\x08\0\0\0", "a picture", "OCR"),
    "webp": (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture", "OCR"),
    "wave": (b"RIFF\x10\0\0\0WAVEfmt ", "sound", "text"),
    "gzip": (b"\x1f\x8b\x08\0", "a gzip archive", "unpack"),
    "program": (b"\x7fELF\x02\x01\x01\0", "a program", "text"),
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "a picture", "Akoma Ntoso"),
    "xml": (b'<?xml version="1.0"?><treaty/>', "its root is 'treaty'", "Akoma Ntoso"),
    "mhtml": (b"From: <Saved by a browser>\r\nContent-Type: multipart/related;\r\n", "a web archive", "HTML"),
    "data": (b"ab\0\x01\x02\0cd", "an unknown kind", "text"),
}


@pytest.mark.parametrize(("data", "format"), FOUND.values(), ids=FOUND)
@pytest.mark.parametrize("name", ["a", "a.txt", "a.pdf", "a.docx", "a.xml"])
def test_the_content_tells_the_format_whatever_the_name(data, format, name):
    assert detect(data, name) == format


@pytest.mark.parametrize(("data", "what", "hint"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_read_is_named_with_a_way_out(data, what, hint):
    with pytest.raises(InputError) as fault:
        detect(data, "a.txt")
    assert what in fault.value.what
    assert hint in fault.value.hint
    assert fault.value.file == "a.txt"


def test_the_ending_decides_between_text_and_markdown():
    assert detect(b"Fees\n\nNone.", "a.md") == "md"
    assert detect(b"Fees\n\nNone.", "A.MARKDOWN") == "md"
    assert detect(b"<p>Fees</p>\n\nNone.", "a.md") == "md"


@pytest.mark.parametrize("piece", ["<", "<!--", "<?", "<!DOCTYPE [", "[", "**", "# a\n", " ", "<a ", "a\n", "x%PDF-"])
def test_the_head_of_a_text_is_looked_at_in_linear_time(piece):
    assert detect((piece * 2_000_000)[:4_000_000].encode(), "a") in {"txt", "md"}
