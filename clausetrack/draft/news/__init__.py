"""A news article becomes a clause set: what it reports of an agreement, told from its background and from its page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from clausetrack.draft.context import Context
from clausetrack.draft.news import facts as about
from clausetrack.draft.news.clauses import BASIS, clauses
from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.furniture import Layout, layout
from clausetrack.draft.news.people import People
from clausetrack.draft.news.places import gazetteer
from clausetrack.draft.news.reporting import report
from clausetrack.draft.news.story import Sentence, dateline, tell
from clausetrack.draft.news.subjects import Scene
from clausetrack.draft.news.tongue import language as language_of
from clausetrack.draft.news.words import LANGUAGES, Words, words
from clausetrack.draft.passage import Drafting
from clausetrack.errors import InputError
from clausetrack.model.clauseset import Actor, Agreement, ClauseSet, Revision
from clausetrack.model.document import Document
from clausetrack.model.source import Source

__all__ = ["draft_news", "looks_like_news"]

_SLUG: Final = re.compile(r"[^a-z0-9]+")


_BRUSSELS: Final = ("Brussels", "Bruxelles", "Brüssel", "Bruselas")
"""The city stands for the European Union, but for Belgium where it is that which agrees."""


def draft_news(document: Document, drafting: Drafting) -> ClauseSet:
    """Draft a clause set from a news article. InputError where it is in a language that is not read.

    A report proves a commitment at most and is trusted with medium confidence at most; the set is partial. Every clause
    says which sentence it was read from, and which of its fields were inferred.
    """
    tongue = language_of(document)
    if tongue is None:
        raise InputError(
            "the article is in no language that is read", file=document.file, hint="articles are read in " + ", ".join(LANGUAGES)
        )
    known = words(tongue)
    plan = layout(document, known)
    paragraphs = tuple(tell(document, plan))
    scene, facts = _scene(document, plan, paragraphs, known)
    found = tuple(report(paragraphs, plan, scene))
    return _set(document, drafting, plan, scene, facts, found)


def _scene(document: Document, plan: Layout, paragraphs: Sequence[Sequence[Sentence]], known: Words) -> tuple[Scene, about.Facts]:
    places = gazetteer(known.language)
    texts = [document.blocks[at].text for at in sorted((*plan.story, *plan.captions, *plan.labels))] + list(plan.signed.values())
    people = People(texts, known, places)
    found = about.parties(plan, paragraphs, known, places, people)
    names = dict(about.aliases(found, " ".join(texts)))
    names |= {word.capitalize(): id for id, word in (entry.split("=") for entry in known.words("institutions")) if any(party.id == id for party in found)}
    ids = {party.id for party in found}
    if "BE" in ids and "EU" not in ids:
        names |= {name: "BE" for name in _BRUSSELS}
    if names:
        places = places.with_names(names)
        people = People(texts, known, places)
    first = document.blocks[plan.story[0]].text if plan.story else ""
    day = about.published(document, plan, first, known.language)
    dates, inferred = about.dates(plan, document, paragraphs, day, known)
    title = about.title(plan, paragraphs, found, known, places)
    scene = Scene(known, places, people, tuple(party.id for party in found))
    scene.nations = about.nations(found, " ".join(texts), gazetteer(known.language))
    return scene, about.Facts(title, found, dates, inferred, day)


def _set(
    document: Document, drafting: Drafting, plan: Layout, scene: Scene, facts: about.Facts, found: Sequence[Finding]
) -> ClauseSet:
    source = _source(document, plan, facts, scene.known.language)
    legal = _legal_status(document, plan, scene.known)
    context = Context(scene.known.language, scene.parties, legal_status=legal, basis=BASIS)
    drafted = clauses(found, document, source.id, context, scene)
    as_of = next((facts.dates[name] for name in ("signed", "announced") if name in facts.dates), None)
    return ClauseSet(
        agreement=Agreement(
            id=drafting.agreement or slug(facts.title),
            title=facts.title,
            legal_status=legal,
            parties=scene.parties,
            dates=facts.dates,
            extra={"x-inferred": ["title", "parties", *(["dates"] if facts.dates else [])]},
        ),
        revision=Revision(
            id=drafting.revision or as_of or facts.published or "report",
            as_of=as_of or facts.published,
            basis=BASIS,
            completeness="partial",
            language=scene.known.language,
        ),
        sources=(source,),
        actors=_actors(facts, scene),
        clauses=drafted,
    )


def _actors(facts: about.Facts, scene: Scene) -> tuple[Actor, ...]:
    declared = tuple(Actor(party.id, party.name) for party in facts.parties if party.name != party.id)
    return declared if scene.parties else (Actor("parties", "The parties"),)


def _source(document: Document, plan: Layout, facts: about.Facts, language: str) -> Source:
    said = document.metadata
    line = dateline(document.blocks[plan.story[0]].text) if plan.story else None
    publisher = said.get("publisher") or (line.agency if line else None)
    return Source(
        id=slug(publisher or "article"),
        title=plan.title,
        publisher=publisher,
        author=plan.author,
        url=said.get("url"),
        published=facts.published,
        language=language,
        media_type=document.media_type,
        sha256=document.sha256,
    )


def _legal_status(document: Document, plan: Layout, known: Words) -> str | None:
    text = " ".join(document.blocks[at].text for at in plan.story)
    if known.pattern("non_binding").search(text):
        return "non-binding"
    return "binding" if known.pattern("binding").search(text) else None


def slug(words_: str) -> str:
    """Give an id made of words: small letters, digits and hyphens, a letter first."""
    from clausetrack.draft.news.clauses import _plain

    made = _SLUG.sub("-", _plain(words_).lower()).strip("-")[:60].strip("-")
    return made if made[:1].isalpha() else f"agreement-{made}".strip("-")


def looks_like_news(document: Document) -> bool:
    """Say whether a document is a report on something rather than its text: byline or dateline, speech, no numbering."""
    tongue = language_of(document)
    if tongue is None:
        return False
    known = words(tongue)
    plan = layout(document, known)
    return sum(_signs(document, plan, known)) >= _ENOUGH


_ENOUGH: Final = 2


def _signs(document: Document, plan: Layout, known: Words) -> Iterator[bool]:
    text = " ".join(document.blocks[at].text for at in plan.story)
    yield False
_ = Iterator
