"""Since when dialogues stand as they do, as revisions show it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from revised import FEES, LAMPS, ROPES, clause, revision

from clausetrack.align import align
from clausetrack.survey.standing import Since, standing

TALKS = clause("talks", "The harbour masters meet at the lighthouse to talk about tides.", kind="dialogue", every="P1Y")
OTHERS = tuple(clause(name, text) for name, text in (("lamps", LAMPS), ("ropes", ROPES), ("fees", FEES)))


def since(*versions, **partial):
    """Give since when the talks stand; a version is a clause or None, and ``y2021="partial"`` says what one is."""
    names = [str(2020 + at) for at in range(len(versions))]
    sets = [
        revision(name, *OTHERS, *filter(None, [version]), completeness=partial.get(f"y{name}"))
        for name, version in zip(names, versions, strict=True)
    ]
    return standing(sets, names, align)[versions[-1].id]


def test_what_was_always_there_stands_since_the_first_revision():
    assert since(TALKS) == Since("2020", None)
    assert since(TALKS, TALKS, TALKS) == Since("2020", None)


def test_what_came_stands_since_the_revision_that_has_it_first():
    assert since(None, TALKS) == Since("2021", "found")
    assert since(None, None, TALKS, TALKS) == Since("2022", "found")
    assert since(TALKS, None, TALKS) == Since("2022", "found")


def test_what_a_partial_revision_does_not_have_it_does_not_show():
    assert since(None, TALKS, y2020="partial") == Since("2021", None)
    assert since(TALKS, None, TALKS, y2021="partial") == Since("2020", None)
    assert since(None, None, TALKS, y2021="partial") == Since("2022", "found")


def test_another_rhythm_is_another_obligation():
    assert since(replace(TALKS, every="P2Y"), TALKS) == Since("2021", "changed")
    assert since(replace(TALKS, every="P12M"), TALKS) == Since("2020", None)
    assert since(replace(TALKS, every=None, occurrence="regular"), TALKS) == Since("2021", "changed")


@pytest.mark.parametrize("status", ["proposed", "exploring", "negotiating", "suspended", "ended"])
def test_what_was_not_agreed_or_stopped_stands_since_it_is_agreed(status):
    assert since(replace(TALKS, status=status), replace(TALKS, status="agreed")) == Since("2021", "changed")


def test_a_clause_with_a_new_id_is_found_by_its_words():
    assert since(TALKS, TALKS, replace(TALKS, id="tide-talks")) == Since("2020", None)


def test_revisions_are_aligned_only_where_an_id_is_missing_and_once():
    calls = []

    def counting(old, new):
        calls.append((old.revision.id, new.revision.id))
        return align(old, new)

    two = (TALKS, replace(TALKS, id="more", text="The pilots meet on the mole every year."))
    sets = [revision("2020", *OTHERS), revision("2021", *OTHERS, *two), revision("2022", *OTHERS, *two)]
    standing(sets, ["2020", "2021", "2022"], counting)
    assert calls == [("2020", "2021")]


def test_a_revision_without_a_date_gives_none():
    sets = [revision("one", *OTHERS), revision("two", *OTHERS, TALKS)]
    assert standing(sets, [None, None], align) == {"talks": Since(None, "found")}
