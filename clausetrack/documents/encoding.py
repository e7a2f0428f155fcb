"""The encoding of a text: by its byte order mark, its bytes, what it declares, and only then by a guess that is sure.

Text that is valid UTF-8 is UTF-8: no other encoding's letters form its sequences by chance for long. For the rest,
Latin letters are told by alphabets, Cyrillic and the like by words, those of East Asia by charset-normalizer; where two
encodings would read a text differently and neither is clearly better, it is refused, since a wrong letter in a clause
is worse than an error.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from clausetrack.documents.alphabets import latin
from clausetrack.documents.reading import library
from clausetrack.documents.scripts import by_words
from clausetrack.errors import InputError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; that of UTF-32 comes before that of UTF-16, which is its beginning."""

_PATTERN: Final = 4_096
"""Bytes that are looked at for the zeros of UTF-16 and UTF-32."""

_PADDED: Final = 0.4
"""Share of bytes in a place that are zero in UTF-16: spaces, digits and stops alone make a fifth of a Latin text, with
its letters it is nearly all; a text in another script falls short, and is refused where it has no mark."""

_WEB: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
"""What browsers take a declared encoding for (WHATWG Encoding Standard, section 4.2)."""

_DECLARED: Final = re.compile(
    r"cp(?:125[0-8]|866|874|932|949)|iso8859-(?:[2-8]|1[03-6])|koi8-[ru]|gb18030|big5(?:hkscs)?|euc_jp|iso2022_jp"
    r"|mac-(?:roman|cyrillic)"
)
"""Python's names of the encodings that browsers read; its other codecs do other things than decode text."""

_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
"""Control characters that text does not have; escape is in ISO 2022, and 0x1a ends files of DOS."""

_ODD: Final = 0.02
"""Share of control characters up to which bytes are text, with some damage; in compressed data a tenth are such."""

_CANDIDATES: Final = ["cp932", "euc_jp", "gb18030", "big5", "cp949"]
"""Encodings of Japanese, Chinese and Korean; more of them only make for more wrong guesses."""

_HALF: Final = re.compile("[\uff66-\uff9f]{4}")
"""Half-width katakana in a row: what other letters look like as Japanese; no text of today has them."""

_MARGIN: Final = 0.05
"""By how much the best reading must be more coherent, as charset-normalizer counts it, than one as free of disorder."""

_SAMPLE: Final = 262_144
"""Bytes from which the encoding is told; a quarter of a megabyte has every letter of a language."""


def decode_text(data: bytes, file: str, declared: str | None = None) -> str:
    """Decode the bytes of a text; ``declared`` is the encoding that the text itself names, where it does.

    InputError where the bytes are of no encoding for sure, or not of the one they declare; MissingExtraError where
    telling it needs a library that is not installed.
    """
    encoding = _by_mark(data) or _by_zeros(data)
    if encoding:
        return _strictly(data, encoding, file).removeprefix("\ufeff")
    if b"\x1b$" in data:
        return _strictly(data, "iso2022_jp", file)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        named = _known(declared)
        return _strictly(data, named, file) if named else _guessed(data, file, fault)


def looks_binary(data: bytes) -> bool:
    """Say whether bytes are no text in any encoding: they have zeros, and not those of UTF-16 or UTF-32."""
    return b"\0" in data[: 16 * _PATTERN] and not (_by_mark(data) or _by_zeros(data))


def sniffed(head: bytes) -> str:
    """Decode the head of a text as far as markup needs it, where every encoding but UTF-16 and UTF-32 has ASCII."""
    encoding = _by_mark(head) or _by_zeros(head) or "utf-8"
    return head.decode(encoding, "replace").removeprefix("\ufeff")


def _by_mark(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _by_zeros(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32 without a mark by where zeros stand, which Latin letters, digits and spaces have."""
    head = data[:_PATTERN]
    if b"\0" not in head:
        return None
    shares = [column.count(0) / max(len(column), 1) for column in (head[at::4] for at in range(4))]
    zero = [share >= _PADDED for share in shares]
    known = {
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
    }
    return known.get((zero[0], zero[1], zero[2], zero[3]))


def _known(declared: str | None) -> str | None:
    """Give the codec that a declared encoding means, None for what browsers do not read; UTF-8 was tried already."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    meant = _WEB.get(name, name)
    return meant if _DECLARED.fullmatch(meant) else None


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _fault(data, encoding, file, fault) from None


def _fault(data: bytes, encoding: str, file: str, fault: UnicodeDecodeError, more: str = "") -> InputError:
    before = data[: fault.start].decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    return InputError(
        f"byte 0x{data[fault.start]:02x} is not {encoding.upper()}{more}",
        file=file,
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        hint="save the file as UTF-8",
    )


def _guessed(data: bytes, file: str, fault: UnicodeDecodeError) -> str:
    sample = _sample(data, fault.start)
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _ODD * len(sample):
        raise InputError("this is no text, but data of an unknown kind", file=file, hint="name a document with text")
    encodings = latin(sample) or by_words(sample) or _by_statistics(sample, file)
    if len(encodings) > 1:
        raise _fault(data, "utf-8", file, fault, f", and it could be {encodings[0]} as well as {encodings[1]}")
    if not encodings:
        raise _fault(data, "utf-8", file, fault)
    return _strictly(data, encodings[0], file)


def _by_statistics(sample: bytes, file: str) -> tuple[str, ...]:
    """Give the encodings of East Asia that a text may be in, best first; several where none is clearly better."""
    guesser = library("charset_normalizer", "documents", file)
    matches = sorted(
        guesser.from_bytes(sample, cp_isolation=_CANDIDATES), key=lambda match: (match.chaos, -match.coherence)
    )
    best = matches[:1]
    rivals = [
        other
        for other in matches[1:]
        if other.chaos <= best[0].chaos and best[0].coherence - other.coherence < _MARGIN and str(other) != str(best[0])
    ]
    return tuple(match.encoding for match in (*best, *rivals) if not _HALF.search(str(match)))


def _sample(data: bytes, first: int) -> bytes:
    """Give the lines around the first byte that is not ASCII, whole, since half a character belongs to no encoding."""
    start = data.rfind(b"\n", 0, max(first - _SAMPLE // 2, 0)) + 1
    end = data.rfind(b"\n", first, start + _SAMPLE) if len(data) > start + _SAMPLE else len(data)
    return data[start : end if end > 0 else start + _SAMPLE]
