"""What holds of every draft: nothing of a document is lost or told twice, and ids last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausetrack.clauseset.load import dumps, loads
from clausetrack.draft.drafting import coverage, draft
from clausetrack.draft.outline.outlining import outline
from clausetrack.draft.passage import LEVELS, Drafting
from clausetrack.model.document import BLOCK_KINDS, Block, Document
from clausetrack.model.position import Position

BULLETS = str.maketrans(dict.fromkeys("•·▪‣◦●○■□∙–—*-", "•"))

LABELS = st.sampled_from(
    [
        *(
            "Article 1",
            "Article 2",
            "ARTICLE IV",
            "Article 5bis",
            "Article premier",
            "§ 3",
            "Part I",
            "TITRE II",
            "Annex",
            "ANNEX I",
        ),
        *(
            "Annex II",
            "Schedule 1",
            "Chapter One",
            "Section 1.01",
            "第一条",
            "第二条の二",
            "第一章",
            "Preamble",
            "Whereas:",
            "Contents",
        ),
        *(
            "1.",
            "2.",
            "3.",
            "7.",
            "(a)",
            "(b)",
            "(i)",
            "(ii)",
            "i)",
            "A.",
            "I.",
            "1.1",
            "1.2",
            "2.1.1",
            "•",
            "–",
            "一、",
            "（一）",
            "①",
            "(1)",
        ),
        *(
            "1. (a)",
            "2. (b) (i)",
            "“Article 4",
            "Done at",
            "IN WITNESS WHEREOF",
            "Have agreed as follows:",
            "Article 3 of",
        ),
    ]
)
WORDS = st.sampled_from(
    [
        *(
            "Scope",
            "GENERAL PROVISIONS",
            "Use of harbours.",
            "Each Party shall pay.",
            "the ship lies there;",
            "It means this:",
        ),
        *(
            "“ship” means a boat;",
            "Recalling their friendship,",
            "The Parties to this Agreement,",
            "closed.”",
            "Fees. The fee is due.",
            "締約国は、払う。",
        ),
        *(
            "We welcome it.",
            "x",
            "Scope This Agreement applies here.",
            "........ 12",
            "Article 2 applies.",
            "\u2028",
            "½ ’s",
        ),
    ]
)
TEXTS = st.lists(st.one_of(LABELS, WORDS), min_size=1, max_size=4).map(" ".join) | st.text(max_size=20)


@st.composite
def block(draw, index):
    return Block(
        kind=draw(st.sampled_from(BLOCK_KINDS)),
        text=draw(TEXTS),
        place=Position("some.txt", index + 1),
        level=draw(st.none() | st.integers(1, 4)),
        label=draw(st.none() | LABELS),
        notes=draw(st.sampled_from([(), ("1",), ("a", "1")])),
    )


@st.composite
def documents(draw):
    blocks = [draw(block(index)) for index in range(draw(st.integers(1, 24)))]
    return Document("some.txt", "text/plain", "0" * 64, 1, tuple(blocks))


@given(documents(), st.sampled_from(LEVELS))
def test_every_character_is_in_one_clause_or_apart_once(document, level):
    counts = coverage(document, outline(document, level))
    assert counts["lost"] == counts["doubled"] == 0
    assert sum(counts.values()) == sum(not char.isspace() for block in document.blocks for char in block.text)


@given(documents(), st.sampled_from(LEVELS))
def test_the_text_of_a_clause_holds_what_its_stretches_hold(document, level):
    for passage in outline(document, level).passages:
        shown = iter("".join(passage.text.split()).translate(BULLETS))
        for block, start, end in passage.stretches:
            for char in "".join(document.blocks[block].text[start:end].split()).translate(BULLETS):
                assert char in shown  # an iterator is left behind what was found: the order counts


@given(documents(), st.sampled_from((None, *LEVELS)))
def test_a_draft_is_a_clause_set_that_the_format_allows(document, level):
    if not any(block.text.strip() for block in document.blocks if block.kind != "footnote"):
        return
    drafted = draft(document, Drafting(level=level, fields=False))
    ids = [clause.id for clause in drafted.clauses]
    assert len(set(ids)) == len(ids)
    assert all(id_.isascii() and id_ == id_.lower() for id_ in ids)
    assert loads(dumps(drafted)) == drafted


@given(documents())
def test_a_document_drafts_to_one_set(document):
    assert outline(document, "article") == outline(document, "article")
