"""How a draft marks what nobody has looked at, and how a person accepts it."""

from __future__ import annotations

from clausetrack.clauseset.inferred import Doubt, accept, doubts, inferred, mark
from clausetrack.model.clause import Clause

CLAUSE = Clause(id="lights", kind="provision", text="The lanterns are lit.", extra={"x-own": 1})


def test_a_mark_keeps_other_keys() -> None:
    marked = mark(CLAUSE, ("kind", "force"), [Doubt("kind", "no modal verb found")], ("shall",))
    assert marked.extra == {
        "x-own": 1,
        "x-inferred": ["kind", "force"],
        "x-doubtful": {"kind": "no modal verb found"},
        "x-cues": ["shall"],
    }
    assert inferred(marked) == ("kind", "force")
    assert doubts(marked) == (Doubt("kind", "no modal verb found"),)


def test_accepting_takes_a_field_from_both() -> None:
    marked = mark(CLAUSE, ("kind", "force"), [Doubt("kind", "no modal verb found")])
    once = accept(marked, "kind")
    assert (inferred(once), doubts(once)) == (("force",), ())
    assert accept(once, "force").extra == {"x-own": 1}
    assert accept(once, "heading") == once


def test_keys_that_somebody_wrote_otherwise_are_borne() -> None:
    odd = Clause(id="lights", kind="provision", text="Lit.", extra={"x-inferred": "kind", "x-doubtful": ["force"]})
    assert (inferred(odd), doubts(odd)) == ((), ())
    assert accept(odd, "kind").extra == {}
