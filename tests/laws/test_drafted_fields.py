"""Whatever a passage says, its draft is a clause that the format allows, and the same each time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from clausetrack.clauseset.inferred import accept, doubts, inferred
from clausetrack.clauseset.plain import plain
from clausetrack.clauseset.schema import is_valid
from clausetrack.draft.context import Context
from clausetrack.draft.fields import describe
from clausetrack.draft.passage import Passage
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision
from tests.draft.passages import KINDS

WORDS = sorted({word for cases in KINDS.values() for _, _, text in cases for word in text.split()})
ROLES = ("preamble", "recital", "provision", "definition", "annex", "signature")

texts = st.lists(st.sampled_from(WORDS) | st.text(min_size=1, max_size=8), min_size=1, max_size=40).map(" ".join)
passages = st.builds(
    lambda role, text, heading: Passage(role, text, (), heading=heading),
    st.sampled_from(ROLES),
    texts.filter(str.strip),
    st.none() | texts.filter(str.strip),
)
contexts = st.builds(
    Context,
    language=st.sampled_from([*KINDS, "xx", None]),
    parties=st.sampled_from([(), ("NO",), ("NO", "IS"), ("NO", "IS", "EU")]),
    instrument=st.sampled_from(["treaty", "terms", "joint-statement", None]),
    legal_status=st.sampled_from(["binding", "non-binding", None]),
    basis=st.sampled_from(["primary-text", "news-report"]),
)


@given(st.lists(passages, max_size=3), contexts)
def test_a_draft_is_what_the_format_allows(given_passages: list[Passage], context: Context) -> None:
    described = describe(given_passages, context)
    assert described == describe(given_passages, context)
    clause_set = ClauseSet(
        agreement=Agreement(id="boats", title="Boats"),
        revision=Revision(id="one", basis=context.basis),
        actors=described.actors,
        clauses=tuple(replace(clause, id=str(at)) for at, clause in enumerate(described.clauses)),
    )
    assert is_valid(plain(clause_set))


@given(passages, contexts)
def test_what_is_accepted_leaves_no_mark(passage: Passage, context: Context) -> None:
    clause = describe([passage], context).clauses[0]
    assert {doubt.field for doubt in doubts(clause)} <= {*inferred(clause), "every", "force"}
    for field in (*inferred(clause), *(doubt.field for doubt in doubts(clause))):
        clause = accept(clause, field)
    assert not {"x-inferred", "x-doubtful"} & {*clause.extra}
