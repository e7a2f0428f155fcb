"""What an Akoma Ntoso document says of itself: its title, dates, language and authors (FRBR)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from clausetrack.documents.safe_xml import local

_LANGUAGES: Final = {
    "bul": "bg",
    "ces": "cs",
    "dan": "da",
    "deu": "de",
    "ger": "de",
    "ell": "el",
    "eng": "en",
    "est": "et",
    "fin": "fi",
    "fra": "fr",
    "fre": "fr",
    "gle": "ga",
    "hrv": "hr",
    "hun": "hu",
    "isl": "is",
    "ita": "it",
    "jpn": "ja",
    "kor": "ko",
    "lav": "lv",
    "lit": "lt",
    "mlt": "mt",
    "nld": "nl",
    "dut": "nl",
    "nor": "no",
    "pol": "pl",
    "por": "pt",
    "ron": "ro",
    "rus": "ru",
    "slk": "sk",
    "slv": "sl",
    "spa": "es",
    "swe": "sv",
    "tur": "tr",
    "ukr": "uk",
    "zho": "zh",
    "chi": "zh",
    "ara": "ar",
    "afr": "af",
    "swa": "sw",
}
"""ISO 639-2 codes, which Akoma Ntoso uses, and those of BCP 47, which has the shorter one where there is one."""


def metadata(root: Any) -> dict[str, str]:
    """Give what is known of a document: title, author, publisher, published, url, language."""
    first = next((element for element in root.iter() if local(element) == "meta"), None)
    parts = {local(element): element for element in _below(first)} if first is not None else {}
    work, expression, manifestation = (parts.get(name) for name in ("FRBRWork", "FRBRExpression", "FRBRManifestation"))
    language = _value(expression, "FRBRlanguage", "language")
    url = _value(expression, "FRBRuri", "value")
    found = {
        "title": _title(root, work),
        "author": _agent(root, work),
        "publisher": _agent(root, manifestation),
        "published": _value(first, "publication", "date") or _value(manifestation, "FRBRdate", "date"),
        "url": url if url.startswith(("http://", "https://")) else "",
        "language": _LANGUAGES.get(language, language),
    }
    return {key: " ".join(value.split()) for key, value in found.items() if value}


def _below(element: Any) -> Iterator[Any]:
    return element.iterdescendants() if element is not None else iter(())


def _value(part: Any, name: str, attribute: str) -> str:
    """Give an attribute of the first element of a name below a part, the empty string where there is none."""
    return next((element.get(attribute) or "" for element in _below(part) if local(element) == name), "")


def _title(root: Any, work: Any) -> str:
    for wanted in ("docTitle", "shortTitle"):
        for element in root.iter():
            if local(element) == wanted:
                return "".join(element.itertext())
    return _value(work, "FRBRalias", "value")


def _agent(root: Any, part: Any) -> str:
    """Give the name of an author, which the references of the document spell out."""
    href = _value(part, "FRBRauthor", "href").lstrip("#")
    named = (element for element in root.iter() if href and href in {element.get("eId"), element.get("id")})
    return next((element.get("showAs") or "" for element in named), "")
