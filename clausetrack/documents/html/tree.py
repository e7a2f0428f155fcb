"""HTML as a tree, from text that nobody vouches for, and what every reader of the tree asks of an element."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any, Final, NamedTuple

from clausetrack.documents.reading import MAX_DEPTH, library
from clausetrack.errors import InputError

_HIDING: Final = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")

SILENT: Final = frozenset(
    [
        *("script", "style", "noscript", "template", "iframe", "object", "embed", "applet", "audio", "video", "canvas"),
        *(
            "svg",
            "head",
            "title",
            "button",
            "input",
            "select",
            "option",
            "optgroup",
            "textarea",
            "datalist",
            "progress",
        ),
        *("meter", "map"),
    ]
)
"""Elements that hold no words of the text, whatever stands in them: programs, pictures, controls."""

BLOCKS: Final = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir"),
        *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *(
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "pre",
            "search",
            "section",
        ),
        *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    ]
)
"""Elements that start a line of their own (HTML Living Standard, section 15.3)."""


class Event(NamedTuple):
    """A step through a tree: "start" or "end" of an element, or "text" inside the element."""

    kind: str
    element: Any
    text: str = ""


def parse(text: str, file: str) -> Any:
    """Give the root element (of lxml) of a page or a fragment, None where there is nothing in it.

    Nothing is fetched, and no entity is read that is not HTML's own. InputError where elements nest too deep.
    """
    etree = library("lxml.etree", "documents", file)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, recover=True, remove_comments=True, remove_pis=True
    )
    clean = _CONTROL.sub("", text)
    try:
        root = etree.fromstring(clean.encode(), parser) if clean.strip() else None
    except (etree.XMLSyntaxError, ValueError) as fault:
        if not re.search(r"[^\s<>]", re.sub(r"<[^>]*>", "", clean)):
            return None
        raise InputError(f"the HTML is broken: {' '.join(str(fault).split())[:200]}", file=file) from None
    # The parser goes on where a limit ends what it reads; what it left out would be lost without a word.
    for entry in parser.error_log:
        if "depth" in entry.message or "too long" in entry.message or "Huge" in entry.message:
            what = f"elements nest deeper than {MAX_DEPTH}" if "depth" in entry.message else "a text is too long"
            raise InputError(what, file=file, line=max(entry.line, 1), hint="save the page anew, from a browser")
    return root


def events(root: Any, left_out: Container[Any] = frozenset()) -> Iterator[Event]:
    """Walk through a tree in reading order, without what is left out and what is silent."""
    yield Event("start", root)
    if root.text:
        yield Event("text", root, root.text)
    stack = [(root, iter(root))]
    while stack:
        element, children = stack[-1]
        child = next(children, None)
        if child is None:
            yield Event("end", element)
            stack.pop()
            parent = stack[-1][0] if stack else None
        elif not isinstance(child.tag, str) or child.tag in SILENT or child in left_out:
            element, parent = child, element
        else:
            yield Event("start", child)
            if child.text:
                yield Event("text", child, child.text)
            stack.append((child, iter(child)))
            continue
        if parent is not None and element.tail:
            yield Event("text", parent, element.tail)


def words_of(element: Any) -> frozenset[str]:
    """Give the words in class and id of an element, in lower case: "cookieBanner" is cookie and banner."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return frozenset(word.lower() for word in _WORD.findall(names[:_NAMES]))


_NAMES: Final = 500
"""Characters of an element's names that are looked at; programs that style by class write some two hundred."""


def is_hidden(element: Any) -> bool:
    """Say whether a browser would not show an element, as far as the element itself says so."""
    style = element.get("style")
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(style and _HIDING.search(style[:_NAMES]))
    )
