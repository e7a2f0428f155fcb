"""A passage: the stretch of a document that becomes one clause, with where it stands in the outline."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

Role = Literal["preamble", "recital", "provision", "definition", "annex", "signature"]
"""What a passage is in the build of an agreement. Articles, paragraphs, points and sections are provisions."""

Level = Literal["article", "paragraph", "point"]
LEVELS: Final[tuple[Level, ...]] = ("article", "paragraph", "point")


class Stretch(NamedTuple):
    """Characters ``start`` to ``end`` of the text of a block; ``block`` is its index in the document, from 0."""

    block: int
    start: int
    end: int


class Passage(NamedTuple):
    """One clause to be. ``number`` is the printed label ("Article 5(2)"), ``path`` the headings above, outermost first.

    ``text`` is what the stretches hold, a line a block, with the markers of paragraphs and points inside it as printed
    ("2. …", "(a) …") but without the passage's own number and heading.
    """

    role: Role
    text: str
    stretches: tuple[Stretch, ...]
    number: str | None = None
    path: tuple[str, ...] = ()
    heading: str | None = None
    notes: tuple[str, ...] = ()
    """The texts of the footnotes that are called in the passage."""


class Drafting(NamedTuple):
    """What is asked of a draft.

    ``level`` is what a clause is to be, None for what suits the instrument. ``instrument`` is one of the format's, or
    "news" for an article that reports of an agreement, None to tell it from the document. ``fields`` says whether
    kinds, actors and the like are read; without them every clause is a provision, as a comparison of two documents
    wants it, where only the words may count. ``agreement`` and ``revision`` are ids to give, None to make them.
    ``language`` is which one to draft of a document in several, or the language of the document.
    """

    level: Level | None = None
    instrument: str | None = None
    fields: bool = True
    agreement: str | None = None
    revision: str | None = None
    language: str | None = None
