"""Names of OpenDocument, by the prefixes that the standard gives its namespaces."""

from __future__ import annotations

from typing import Final

_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns:"

OFFICE: Final = f"{{{_ODF}office:1.0}}"
TEXT: Final = f"{{{_ODF}text:1.0}}"
TABLE: Final = f"{{{_ODF}table:1.0}}"
STYLE: Final = f"{{{_ODF}style:1.0}}"
DRAW: Final = f"{{{_ODF}drawing:1.0}}"
META: Final = f"{{{_ODF}meta:1.0}}"
FO: Final = f"{{{_ODF}xsl-fo-compatible:1.0}}"
DC: Final = "{http://purl.org/dc/elements/1.1/}"
LOEXT: Final = f"{{{'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'}}}"
XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPHS: Final = (f"{TEXT}p", f"{TEXT}h")


def count_of(text: str | None) -> int | None:
    """Read a whole number of at most nine digits; None for anything else."""
    return int(text) if text and len(text) <= 9 and text.isdecimal() else None  # noqa: PLR2004 - fits 32 bits
