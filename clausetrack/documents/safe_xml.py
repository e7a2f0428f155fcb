"""XML as a tree, from bytes that nobody vouches for: no document type, no entity, no network, bounded depth.

libxml2 itself bounds what it reads where ``huge_tree`` is off: 256 levels, ten million characters in one text.
"""

from __future__ import annotations

from typing import Any

from clausetrack.documents.encoding import sniffed
from clausetrack.documents.reading import library
from clausetrack.errors import InputError

_HINT = "get the file again, or save it anew"


def parse(data: bytes, file: str, part: str | None = None) -> Any:
    """Give the root element (of lxml) of an XML file, or of a ``part`` of a compressed one, which messages then name.

    Comments and processing instructions are left out. InputError with the line where the XML is not well-formed, nests
    deeper than 256 elements, or has a document type declaration, which is where entities are defined and files named.
    """
    etree = library("lxml.etree", "documents", file)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    inside = f"in {part}, " if part else ""
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        _refuse_doctype(data, file, inside)
        line, column = getattr(fault, "position", (None, None))
        what = f"{inside}{_reason(fault)}"
        # A line within a part says nothing of the file that it is packed in.
        raise InputError(
            what, file=file, line=None if part else line, column=None if part else column, hint=_HINT
        ) from None
    if root is None:
        raise InputError(f"{inside}there is no XML element", file=file, hint=_HINT)
    if root.getroottree().docinfo.doctype:
        _refuse_doctype(data, file, inside)
        raise _doctype(file, inside, None)
    return root


def local(element: Any) -> str:
    """Give an element's name without its namespace; the empty string for what is no element, such as an entity."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _refuse_doctype(data: bytes, file: str, inside: str) -> None:
    head = sniffed(data[: data.find(b"<!DOCTYPE") + 1_024]) if b"<!DOCTYPE" in data else sniffed(data[:65_536])
    at = head.find("<!DOCTYPE")
    if at >= 0:
        raise _doctype(file, inside, None if inside else head.count("\n", 0, at) + 1)


def _doctype(file: str, inside: str, line: int | None) -> InputError:
    what = f"{inside}there is a document type declaration (DOCTYPE), which may define entities and name other files"
    return InputError(what, file=file, line=line, hint="remove it; nothing that is read needs one")


def _reason(fault: Exception) -> str:
    """Give a limit in our words, since libxml2's differ by version; what is broken in its own, on one line."""
    words = " ".join(str(fault).split()).partition(", line ")[0]
    if "depth" in words:
        return "elements nest deeper than 256"
    if "too long" in words or "huge" in words.lower():
        return "a text, or a tag, is longer than ten million characters"
    return f"the XML is broken: {words[:200]}"
