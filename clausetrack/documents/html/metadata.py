"""What a page says of itself: in `meta`, in JSON-LD (schema.org), in the language of its root element."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

_META: Final = {
    "title": ("og:title", "citation_title", "dc.title", "dcterms.title"),
    "author": ("author", "article:author", "citation_author", "dc.creator"),
    "publisher": ("og:site_name", "publisher", "dc.publisher", "application-name"),
    "published": ("article:published_time", "datepublished", "citation_publication_date", "dc.date", "date"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
}
"""The names under which pages give each entry, in the order in which they are believed."""

_LINKED: Final = {"title": "headline", "author": "author", "publisher": "publisher", "published": "datePublished"}
_NEWS: Final = frozenset(["NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle"])
_LONGEST: Final = 1_000
"""Characters of the longest entry that is kept."""

_SCRIPT: Final = 1_000_000
"""Characters of the longest JSON-LD that is read."""


def metadata(page: Any) -> dict[str, str]:
    """Give what is known of a page: title, author, publisher, published, url, language."""
    named = _named(page)
    found = {key: next((named[name] for name in names if name in named), "") for key, names in _META.items()}
    for entry in _linked(page):
        if not _types(entry).isdisjoint(_NEWS | {"Article", "WebPage"}):
            found |= {key: text for key, name in _LINKED.items() if (text := _name(entry.get(name))) and not found[key]}
    found["language"] = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang") or found["language"]
    found["language"] = found["language"].replace("_", "-")
    canonical = page.find(".//link[@rel='canonical']")
    found["url"] = (canonical.get("href") if canonical is not None else "") or found["url"]
    title = page.find(".//title")
    found["title"] = found["title"] or (title.text if title is not None else "") or ""
    return {key: " ".join(value.split())[:_LONGEST] for key, value in found.items() if value.strip()}


def is_news(page: Any) -> bool:
    """Say whether a page calls itself a news article."""
    if _named(page).get("og:type") == "article":
        return True
    return any(not _types(entry).isdisjoint(_NEWS) for entry in _linked(page))


def _named(page: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv")
        if name and meta.get("content"):
            found.setdefault(name.lower(), meta.get("content"))
    return found


def _linked(page: Any) -> Iterator[dict[str, Any]]:
    """Give the objects of the page's JSON-LD, those in lists and graphs too; what is no JSON says nothing."""
    for script in page.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json" or len(script.text or "") > _SCRIPT:
            continue
        try:
            values = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while values:
            value = values.pop()
            if isinstance(value, dict):
                yield value
                values.append(value.get("@graph"))
            elif isinstance(value, list):
                values += reversed(value)


def _types(entry: dict[str, Any]) -> frozenset[str]:
    kind = entry.get("@type")
    return frozenset(part for part in (kind if isinstance(kind, list) else [kind]) if isinstance(part, str))


def _name(value: Any) -> str:
    """Give a value in words: a string, the name of an object, or the names of several."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_name(entry) for entry in value if not isinstance(entry, list))))
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""
