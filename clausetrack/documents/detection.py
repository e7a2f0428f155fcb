"""Which format a file has: told by its content, so that a wrong ending does not matter.

Signatures come first, then what a ZIP archive holds, then the text itself. The ending of the name is asked only where
the content leaves it open: between plain text and Markdown. What cannot be read is refused with its name and a way out.
To add a format, add its signature to the table that fits, or a question to `_of_text`.
"""

from __future__ import annotations

import io
import re
from typing import Final

from clausetrack.documents.encoding import looks_binary, sniffed
from clausetrack.errors import InputError

_HEAD: Final = 65_536
"""Bytes of a text that are looked at: a few screens more than the longest head of a page before its first tag."""

_JUNK: Final = 1_024
"""Bytes that may stand before a PDF's header; Adobe's readers look as far (PDF 1.7, implementation note 13)."""

_SCAN: Final = "recognise its text first (OCR), then read the text or the PDF that this gives"
_UNPACK: Final = "unpack it, and name the document in it"
_AS_DOCX: Final = "open it in a word processor and save it as .docx"
_NO_TEXT: Final = "name a document with text, such as .docx, .pdf, .html or .txt"

_REFUSED: Final[tuple[tuple[bytes, int, str, str], ...]] = (
    # The bytes, where they stand, what the file is, what to do. File formats' own specifications give the bytes.
    (b"\x89PNG\r\n", 0, "a picture (PNG)", _SCAN),
    (b"\xff\xd8\xff", 0, "a picture (JPEG)", _SCAN),
    (b"GIF8", 0, "a picture (GIF)", _SCAN),
    (b"II*\x00", 0, "a picture (TIFF)", _SCAN),
    (b"MM\x00*", 0, "a picture (TIFF)", _SCAN),
    (b"WEBP", 8, "a picture (WebP)", _SCAN),
    (b"\x00\x00\x00\x0cjP  ", 0, "a picture (JPEG 2000)", _SCAN),
    (b"ftyphei", 4, "a picture (HEIC)", _SCAN),
    (b"ftypavif", 4, "a picture (AVIF)", _SCAN),
    (b"AT&TFORM", 0, "a DjVu file", _SCAN),
    (b"%!PS", 0, "PostScript", "turn it into PDF, with ps2pdf for one"),
    (b"\x1f\x8b", 0, "a gzip archive", _UNPACK),
    (b"BZh", 0, "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", 0, "an xz archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", 0, "a zstd archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", 0, "a RAR archive", _UNPACK),
    (b"ustar", 257, "a tar archive", _UNPACK),
    (b"ftyp", 4, "a film or sound recording", _NO_TEXT),
    (b"ID3", 0, "a sound recording (MP3)", _NO_TEXT),
    (b"RIFF", 0, "a film or sound recording", _NO_TEXT),
    (b"SQLite format 3\x00", 0, "an SQLite database", _NO_TEXT),
    (b"\x7fELF", 0, "a program", _NO_TEXT),
    (b"MZ\x90\x00", 0, "a program", _NO_TEXT),
)

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: Final = (
    # Names of streams in an OLE file, and what it is then; [MS-CFB] writes them in UTF-16.
    ("EncryptedPackage", "an Office document locked with a password", "save it without the password"),
    ("WordDocument", "a document of Word 97 to 2003 (.doc)", _AS_DOCX),
    ("Workbook", "a workbook of Excel 97 to 2003 (.xls)", _NO_TEXT),
    ("PowerPoint Document", "a presentation of PowerPoint 97 to 2003 (.ppt)", "save it as PDF"),
)

_MIMETYPES: Final = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
}
_PARTS: Final = (
    # What an archive must hold to be more than an archive: a part, what the file is, what to do.
    ("xl/workbook.xml", "a workbook (.xlsx)", "copy the text of the agreement into a document"),
    ("ppt/presentation.xml", "a presentation (.pptx)", "save it as PDF"),
    ("META-INF/container.xml", "an e-book (.epub)", "unpack it, and name the .xhtml files in it one by one"),
    ("Index/Document.iwa", "a Pages document", "export it as .docx"),
)


def detect(data: bytes, file: str) -> str:
    """Give the name of the format that the bytes of a file are in; InputError where it is none that is read.

    ``file`` is the file's name: it is asked for its ending where plain text and Markdown cannot be told apart.
    """
    if data.startswith(b"PK\x03\x04"):
        return _of_archive(data, file)
    if data.startswith(b"%PDF-") or _is_late_pdf(data):
        return "pdf"
    if data.startswith(_OLE):
        raise _refusal(*_of_ole(data), file)
    for mark, start, what, hint in _REFUSED:
        if data.startswith(mark, start):
            raise _refusal(what, hint, file)
    if looks_binary(data):
        raise _refusal("no text, but data of an unknown kind", _NO_TEXT, file)
    return _of_text(sniffed(data[:_HEAD]), file)


def _refusal(what: str, hint: str, file: str) -> InputError:
    return InputError(f"this is {what}", file=file, hint=hint)


def _is_late_pdf(data: bytes) -> bool:
    """Say whether a PDF begins behind some junk; a text that only speaks of PDF has no objects."""
    return b"%PDF-" in data[:_JUNK] and b" obj" in data and b"stream" in data


def _of_ole(data: bytes) -> tuple[str, str]:
    for name, what, hint in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            return what, hint
    return "a file of an old Office program (OLE)", _AS_DOCX


_MOST_PARTS: Final = 20_000
"""Parts of an archive beyond which it is not opened: a book of documents has hundreds."""


def _of_archive(data: bytes, file: str) -> str:
    """Tell what a ZIP archive holds, by the ``mimetype`` entry of OpenDocument, else by the names of its parts."""
    import zipfile  # noqa: PLC0415 - 10 ms that only archives have to pay

    if data.count(b"PK\x01\x02") > _MOST_PARTS:
        raise InputError("the archive has too many parts", file=file, hint="unpack it, and name one document")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError, RuntimeError) as fault:
        raise InputError(f"the archive is broken: {fault}", file=file, hint="get the file again") from None
    mimetype = _mimetype(data)
    if mimetype in _MIMETYPES:
        return _MIMETYPES[mimetype]
    if any(name.startswith("word/") and name.endswith(".xml") for name in names):
        return "docx"
    for part, what, hint in _PARTS:
        if part in names:
            raise _refusal(what, hint, file)
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        raise _refusal("an OpenDocument file without text", "save it as .odt or .pdf", file)
    raise _refusal("a ZIP archive", _UNPACK, file)


def _mimetype(data: bytes) -> bytes:
    """Give the ``mimetype`` entry, which stands first and stored as it is (OpenDocument 1.3 part 2, section 3.3)."""
    size, name_length, extra_length = (int.from_bytes(data[at : at + length], "little") for at, length in _HEADER)
    start = 30 + name_length + extra_length
    return data[start : start + size] if data[30 : 30 + name_length] == b"mimetype" else b""


_HEADER: Final = ((22, 4), (26, 2), (28, 2))
"""Where the local header of a ZIP entry has its size, the length of its name and that of its extra field."""

_BEFORE_ROOT: Final = re.compile(
    r"\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_ROOT_LENGTH: Final = 4_096
"""Characters in which the name of the root element's space stands: flat OpenDocument declares some thirty."""

_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_TAG: Final = re.compile(
    r"</?(?:a|article|b|blockquote|body|br|center|dd|div|dl|dt|em|font|h[1-6]|head|hr|i|img|li|link|main|meta|nav|ol|p"
    r"|pre|script|section|span|strong|style|sup|table|tbody|td|th|title|tr|u|ul)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_TAGS: Final = 8
"""Tags of HTML that make a text that starts with one HTML; a Markdown file rarely opens with as many on end."""

_MARKDOWN_SIGNS: Final = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"^\S[^\n]*\n(?:={3,}|-{3,})$", re.MULTILINE),
    re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?:|#|/|mailto:)[^()\s]*\)"),
    re.compile(r"(?<!\S)\*\*[^*\n]{1,200}\*\*(?!\w)"),
    re.compile(r"^\[\^\w{1,20}\]: ", re.MULTILINE),
)
_SIGNS: Final = 3
"""Signs of Markdown that a text without the ending must have. Comments of scripts and lists of fees show one or two."""

_MARKDOWN_ENDINGS: Final = (".md", ".markdown", ".mdown", ".mkd")


def _of_text(text: str, file: str) -> str:
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("{\\rtf"):
        return "rtf"
    if stripped.startswith("<") and (found := _of_markup(stripped, file)):
        return found
    if stripped[:_JUNK].lower().startswith(("from: <saved by", "mime-version:")) and "multipart/" in stripped.lower():
        raise _refusal("a web archive or a message (MIME)", "save the page as HTML, or copy the text", file)
    if file.lower().endswith(_MARKDOWN_ENDINGS):
        return "md"
    return "md" if _is_markdown(stripped) else "txt"


def _of_markup(text: str, file: str) -> str | None:
    """Tell XML and HTML by the root element, HTML also by its many tags; None where it is neither."""
    start, doctype = _root_at(text)
    root = _ROOT.match(text, start)
    name = root[1].lower() if root else ""
    if name == "akomantoso":
        return "akn"
    if name == "document" and "opendocument:xmlns:office" in text[start : start + _ROOT_LENGTH]:
        return "odt"
    if name == "html" or doctype == "html" or len(_TAG.findall(text)) >= _TAGS:
        return "html"
    if text.startswith("<?xml"):
        kind = {"package": "a flat Word document", "svg": "a picture (SVG)"}
        raise _refusal(
            kind.get(name, f"XML of a kind that is not read (its root is '{name[:50]}')"),
            "of XML, Akoma Ntoso and XHTML are read; save it as one of them, or as .docx, .odt or .pdf",
            file,
        )
    return None


def _root_at(text: str) -> tuple[int, str]:
    """Give where the root element starts, and the name that a document type declaration gives it, in lower case."""
    at, doctype = 0, ""
    while found := _BEFORE_ROOT.match(text, at):
        at = found.end()
        if found[0][:9].lower() == "<!doctype":
            doctype = found[0][9:].split(maxsplit=1)[0].rstrip(">").lower()
    return at, doctype


def _is_markdown(text: str) -> bool:
    return sum(len(sign.findall(text)) for sign in _MARKDOWN_SIGNS) >= _SIGNS
