"""A document becomes a clause set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from clausetrack.draft import agreement as own
from clausetrack.draft.evidence import Sentences
from clausetrack.draft.ids import ids
from clausetrack.draft.instrument import guess, level
from clausetrack.draft.locator import DocumentLocator
from clausetrack.draft.outline.build import build
from clausetrack.draft.outline.outlining import Outline, Why, outline
from clausetrack.draft.outline.tree import Tree
from clausetrack.draft.passage import Drafting, Passage
from clausetrack.draft.tongues import spoken
from clausetrack.errors import InputError
from clausetrack.language.detection import guess as guess_language
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Actor, ClauseSet
from clausetrack.model.document import Document

_SAMPLED = 40
"""Blocks that the language is told by: the title page is in capitals, and may be in several languages."""


def draft(document: Document, drafting: Drafting = Drafting()) -> ClauseSet:  # noqa: B008 - it cannot be changed
    """Draft a clause set from a document: an agreement, or an article that reports of one.

    Which of the two it is, the instrument says: "news" or another; where none is given it is told from the document.
    What the clauses say, their numbers, headings and places are the document's; kinds and fields are inferred, and
    marked so. Without ``drafting.fields`` every clause is a provision without evidence, as a comparison of two
    documents wants it. The same document and the same wishes always give the same set. InputError where the document
    has no words. Linear in its length, but for sorting.
    """
    if drafting.instrument == "news" or (drafting.fields and not drafting.instrument and _is_news(document)):
        from clausetrack.draft.news import draft_news  # noqa: PLC0415 - its tables are heavy, and few documents are news

        return draft_news(document, drafting)
    document, others = spoken(document, drafting.language)
    tree = build(document)
    if not tree.pieces:
        raise InputError(
            "there are no words in this document", file=document.file, hint="a scan must be read by OCR first"
        )
    return _drafted(document, drafting, tree, others)


def _is_news(document: Document) -> bool:
    from clausetrack.draft.news import looks_like_news  # noqa: PLC0415 - see above

    return looks_like_news(document)


def _drafted(document: Document, drafting: Drafting, tree: Tree, others: Sequence[str]) -> ClauseSet:
    front = tuple(piece.shown for piece in tree.pieces if piece.role == "title")
    title = own.find_title(front, document)
    text = "\n".join(block.text for block in document.blocks)
    sort = guess((title, *front), text)
    instrument = drafting.instrument or sort.instrument
    has_articles = any(node.kind == "unit" for node in tree.nodes)
    found = outline(document, drafting.level or level(instrument, has_articles=has_articles), tree)
    language = _language(document, drafting.language, others)
    given = (drafting.agreement, drafting.revision)
    facts = own.facts(document, title, front, found.passages, sort._replace(instrument=instrument), language, given)
    if others:
        left_out = f"{facts.agreement.note} Its text in {', '.join(others)} was left out."
        facts = facts._replace(agreement=replace(facts.agreement, note=left_out))
    clauses, actors = _clauses(document, drafting, found.passages, facts)
    return ClauseSet(
        agreement=facts.agreement,
        revision=facts.revision,
        sources=(facts.source,),
        actors=tuple({actor.id: actor for actor in (*facts.actors, *actors)}.values()),
        clauses=clauses,
        locator=DocumentLocator(document, found.passages),
    )


def _language(document: Document, wanted: str | None, others: Sequence[str]) -> str | None:
    """Give the language that is asked for or that the file names, unless it has several; else the one it looks like."""
    said = wanted or document.metadata.get("language")
    return said if said and not others else guess_language(_sample(document))


def _sample(document: Document) -> Sequence[str]:
    filled = (block for block in document.blocks if block.text)
    blocks = sorted(islice(filled, 4 * _SAMPLED), key=lambda block: -len(block.text))
    return [block.text for block in blocks[:_SAMPLED]]


def _clauses(
    document: Document, drafting: Drafting, passages: Sequence[Passage], facts: own.Facts
) -> tuple[tuple[Clause, ...], tuple[Actor, ...]]:
    named = ids(passages)
    if not drafting.fields:
        return tuple(_provision(passage, id_) for passage, id_ in zip(passages, named, strict=True)), ()
    from clausetrack.draft.fields import Context, describe  # noqa: PLC0415 - comparisons of documents do without

    context = Context(
        language=facts.revision.language,
        parties=facts.agreement.parties,
        definitions=facts.definitions,
        instrument=facts.agreement.instrument,
        legal_status=facts.agreement.legal_status,
        date=facts.agreement.dates.get("signed"),
    )
    described = describe(passages, context)
    sentences = Sentences(document.blocks)
    clauses = tuple(
        replace(clause, id=id_, evidence=sentences.evidence(passage, facts.source.id))
        for clause, id_, passage in zip(described.clauses, named, passages, strict=True)
    )
    return clauses, described.actors


def _provision(passage: Passage, id_: str) -> Clause:
    return Clause(
        id=id_,
        kind="provision",
        text=passage.text,
        number=passage.number,
        path=passage.path,
        heading=passage.heading,
    )


def coverage(document: Document, found: Outline) -> dict[Why | str, int]:
    """Count the characters of a document, white space left out: in clauses, and apart from them by why they are.

    ``lost`` and ``doubled`` are what no stretch holds, and what several do: both are 0.
    """
    counts: Counter[str] = Counter(clauses=0, lost=0, doubled=0)
    seen = [bytearray(len(block.text)) for block in document.blocks]
    stretches = [("clauses", stretch) for passage in found.passages for stretch in passage.stretches]
    for why, (block, start, end) in [*stretches, *((apart.why, apart.stretch) for apart in found.apart)]:
        text = document.blocks[block].text
        for at in range(start, end):
            if not text[at].isspace():
                counts["doubled" if seen[block][at] else why] += 1
                seen[block][at] = 1
    for entry, marks in zip(document.blocks, seen, strict=True):
        counts["lost"] += sum(not mark and not char.isspace() for char, mark in zip(entry.text, marks, strict=True))
    return dict(counts)
