"""A news article becomes a clause set: what it reports of an agreement, told from its background and from its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from clausetrack.draft.context import Context
from clausetrack.draft.ids import slug
from clausetrack.draft.news import days, founders
from clausetrack.draft.news.clauses import BASIS, clauses
from clausetrack.draft.news.findings import Finding
from clausetrack.draft.news.furniture import Layout, layout
from clausetrack.draft.news.naming import title
from clausetrack.draft.news.people import People
from clausetrack.draft.news.places import gazetteer
from clausetrack.draft.news.reporting import report
from clausetrack.draft.news.story import dateline, tell
from clausetrack.draft.news.subjects import Scene
from clausetrack.draft.news.tongue import tongue
from clausetrack.draft.news.words import LANGUAGES, Words, words
from clausetrack.draft.passage import Drafting
from clausetrack.errors import InputError
from clausetrack.model.clauseset import Actor, Agreement, ClauseSet, Revision
from clausetrack.model.document import Document
from clausetrack.model.source import Source

__all__ = ["draft_news", "looks_like_news"]

_BRUSSELS: Final = ("Brussels", "Bruxelles", "Brüssel", "Bruselas")
"""The city stands for the European Union, but for Belgium where it is that which agrees."""

_ENOUGH: Final = 2
"""Signs of a report, of the five there are, that make one of a document in which people are quoted: each alone may
stand on an agreement's page too."""

_TITLE_WORDS: Final = 8
"""Words of a title in an id; more tell no agreement from another."""


class _Article:
    """An article, read as far as every part of the draft needs it."""

    def __init__(self, document: Document, known: Words) -> None:
        self.document = document
        self.known = known
        self.plan: Layout = layout(document, known)
        self.paragraphs = tuple(tell(document, self.plan))
        texts = [document.blocks[at].text for at in sorted((*self.plan.story, *self.plan.captions, *self.plan.labels))]
        texts += self.plan.signed.values()
        places = gazetteer(known.language)
        people = People(texts, known, places)
        self.parties = founders.parties(self.plan, self.paragraphs, known, places, people)
        names = {**founders.aliases(self.parties, " ".join(texts)), **self._institutions()}
        if names:
            places = places.with_names(names)
            people = People(texts, known, places)
        self.scene = Scene(known, places, people, tuple(party.id for party in self.parties))
        self.scene.nations = founders.nations(self.parties, " ".join(texts), gazetteer(known.language))
        first = document.blocks[self.plan.story[0]].text if self.plan.story else ""
        self.dateline = dateline(first)
        self.published = days.published(document, self.plan, first, known.language)
        self.dates = days.dates(self.plan, document, self.paragraphs, self.published, known)

    def _institutions(self) -> dict[str, str]:
        """Give what stands for a party as long as it is one: "the Commission" for the European Union."""
        ids = {party.id for party in self.parties}
        pairs = (entry.split("=") for entry in self.known.words("institutions"))
        names = {word.capitalize(): id for id, word in pairs if id in ids}
        return names | (dict.fromkeys(_BRUSSELS, "BE") if "BE" in ids and "EU" not in ids else {})


def draft_news(document: Document, drafting: Drafting) -> ClauseSet:
    """Draft a clause set from a news article. InputError where it is in a language that is not read.

    A report proves a commitment at most and is trusted with medium confidence at most; the set is partial. Every clause
    says which sentences it was read from, and which of its fields were inferred.
    """
    known = _words(document)
    if known is None:
        raise InputError(
            "the article is in no language that is read",
            file=document.file,
            hint="articles are read in " + ", ".join(LANGUAGES),
        )
    article = _Article(document, known)
    return _set(article, drafting, tuple(report(article.paragraphs, article.plan, article.scene)))


def _words(document: Document) -> Words | None:
    spoken = tongue(document)
    return words(spoken) if spoken else None


def _set(article: _Article, drafting: Drafting, found: Sequence[Finding]) -> ClauseSet:
    source, legal = _source(article), _legal_status(article)
    parties, language = article.scene.parties, article.known.language
    context = Context(language, parties, legal_status=legal, basis=BASIS)
    named = title(article.plan, article.paragraphs, article.parties, article.known, article.scene.places)
    as_of = article.dates.get("signed") or article.dates.get("announced") or article.published
    return ClauseSet(
        agreement=Agreement(
            id=drafting.agreement or slug(named, _TITLE_WORDS) or "agreement",
            title=named,
            legal_status=legal,
            parties=parties,
            dates=article.dates,
            extra={"x-inferred": ["title", *(["parties"] if parties else []), *(["dates"] if article.dates else [])]},
        ),
        revision=Revision(
            id=drafting.revision or as_of or "report",
            as_of=as_of,
            basis=BASIS,
            completeness="partial",
            language=language,
        ),
        sources=(source,),
        actors=_actors(article),
        clauses=clauses(found, article.document, source.id, context, article.scene),
    )


def _actors(article: _Article) -> tuple[Actor, ...]:
    """Declare the parties that have no code, and "the parties" where the article names none."""
    if not article.parties:
        return (Actor("parties", "The parties"),)
    return tuple(Actor(party.id, party.name) for party in article.parties if party.named)


def _source(article: _Article) -> Source:
    said = article.document.metadata
    publisher = said.get("publisher") or (article.dateline.agency if article.dateline else None)
    return Source(
        id=slug(publisher or "") or "article",
        title=article.plan.title,
        publisher=publisher,
        author=article.plan.author,
        url=said.get("url"),
        published=article.published,
        language=article.known.language,
        media_type=article.document.media_type,
        sha256=article.document.sha256,
    )


def _legal_status(article: _Article) -> str | None:
    text = " ".join(article.document.blocks[at].text for at in article.plan.story)
    if article.known.pattern("non_binding").search(text):
        return "non-binding"
    return "binding" if article.known.pattern("binding").search(text) else None


def looks_like_news(document: Document) -> bool:
    """Say whether a document is rather a report of something than its text.

    Conservative: somebody must be quoted as saying something, no block may be a numbered provision, and two signs must
    be there of a byline, a date, a dateline, a picture with its credit, and more who speak.
    """
    known = _words(document)
    if known is None or any(known.pattern("numbered").match(block.text) for block in document.blocks):
        return False
    plan = layout(document, known)
    told = [sentence for paragraph in tell(document, plan) for sentence in paragraph]
    says = known.pattern("says")
    speech = sum(bool(sentence.quoted) and says.search(sentence.told) is not None for sentence in told)
    first = document.blocks[plan.story[0]].text if plan.story else ""
    signs = (
        plan.author is not None,
        bool(plan.dated) or "published" in document.metadata,
        dateline(first) is not None,
        bool(plan.captions),
        speech > 1,
    )
    return speech > 0 and sum(signs) >= _ENOUGH
