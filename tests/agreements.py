"""Generated agreements in English, and revisions of them: sentences of norms, their numbers and what they refer to."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import Agreement, ClauseSet, Revision

ACTORS = ("The harbour board", "The ferry company", "The towns", "The lock keeper", "Each pilot")
MODALS = ("shall", "will", "may", "should", "shall not", "shall endeavour to", "will consider to")
VERBS = ("publish", "inspect", "repair", "share", "store", "paint", "record")
THINGS = (
    "the charts",
    "the tugs",
    "the old quay",
    "the spring timetable",
    "the lanterns",
    "the ropes",
    "the tide tables",
)
LIMITS = (
    *("", ", where appropriate", ", if the river rises", ", provided that the mayor agrees", ", except on Sundays"),
    *(", acting unanimously", ", after consulting the pilots"),
)
TIMES = (
    "",
    " by 1 May 2031",
    " by 1 June 2032",
    " within ten days",
    " within thirty days",
    " every year",
    " every two years",
)
NUMBERS = ("", " at least two times", " for a fee not exceeding EUR 200", " for a fee not exceeding EUR 350")
POINTERS = ("", " under Article {}", " as Articles {} and {} require")

things = st.lists(st.sampled_from(THINGS), min_size=1, max_size=4, unique=True).map(" and ".join)


@st.composite
def sentences(draw: st.DrawFn, numbers: tuple[int, ...]) -> str:
    words = [draw(st.sampled_from(list_)) for list_ in (ACTORS, MODALS, VERBS)]
    tail = [draw(st.sampled_from(list_)) for list_ in (TIMES, NUMBERS, LIMITS)]
    pointer = draw(st.sampled_from(POINTERS))
    aims = [draw(st.sampled_from(numbers)) for _ in range(pointer.count("{}"))]
    return f"{' '.join(words)} {draw(things)}{pointer.format(*aims)}{''.join(tail)}."


@st.composite
def clauses(draw: st.DrawFn, number: int, numbers: tuple[int, ...]) -> Clause:
    text = " ".join(draw(st.lists(sentences(numbers), min_size=1, max_size=3)))
    kind = draw(st.sampled_from(("provision", "commitment")))
    return Clause(
        id=f"clause-{number}",
        kind=kind,
        number=f"Article {number}",
        text=text,
        actors=("NO",) if kind == "commitment" else (),
    )


@st.composite
def agreements(draw: st.DrawFn) -> ClauseSet:
    numbers = tuple(range(1, draw(st.integers(1, 6)) + 1))
    return ClauseSet(
        agreement=Agreement(
            id="demo", title="Demo", legal_status=draw(st.sampled_from((None, "binding", "non-binding")))
        ),
        revision=Revision(id="one", basis="primary-text", language="en"),
        clauses=tuple(draw(clauses(number, numbers)) for number in numbers),
    )


@st.composite
def revisions(draw: st.DrawFn, of: ClauseSet) -> ClauseSet:
    """Give another revision: clauses kept, rewritten, dropped, added and put elsewhere."""
    kept = [clause for clause in of.clauses if draw(st.integers(0, 5))]
    numbers = tuple(range(1, len(of.clauses) + 1))
    changed = [
        replace(clause, text=draw(clauses(1, numbers)).text) if draw(st.booleans()) else clause for clause in kept
    ]
    if draw(st.booleans()):
        changed.append(replace(draw(clauses(99, numbers)), number="Article 99"))
    if draw(st.booleans()):
        changed = list(draw(st.permutations(changed)))
    return replace(of, revision=replace(of.revision, id="two", follows="one"), clauses=tuple(changed))


two_revisions = agreements().flatmap(lambda one: st.tuples(st.just(one), revisions(one)))
