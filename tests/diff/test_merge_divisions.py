"""Renamed, split, joined, moved and renumbered clauses, merged with edits of the other side."""

from __future__ import annotations

import sys

from clausetrack.clauseset.conflicts import KEY
from clausetrack.clauseset.syntax import parse
from clausetrack.diff.merge import merge
from clausetrack.diff.merge.check import is_whole
from clausetrack.diff.merge.divisions import Divisions

HEAD = """\
format: clausetrack/clause-set/1
agreement: {id: demo, title: Demo}
revision: {id: one, basis: primary-text}
clauses:
"""
CALLS = "Ships of either party may call at the open ports of the other party after giving notice of two days."
FEES = "The harbour masters collect the fees for pilots and tugs, and publish the tariff once in every year."
FIRE = "Fire brigades on both shores train together each spring and lend each other their pumps and boats."


def file(*clauses: dict[str, object]) -> str:
    lines = [
        "\n".join(
            f"  {'- ' if place == 0 else '  '}{key}: {value}" for place, (key, value) in enumerate(clause.items())
        )
        for clause in clauses
    ]
    return HEAD + "\n\n".join(lines) + "\n"


def provision(id: str, text: str, **more: object) -> dict[str, object]:
    return {"id": id, "kind": "provision", **more, "text": text}


def merged(base: str, ours: str, theirs: str) -> dict[str, dict[str, object]]:
    """Merge both ways round, see that it is the same, and give the clauses by id."""
    found = [parse(merge(base, *sides).text, "x").data["clauses"] for sides in ((ours, theirs), (theirs, ours))]
    assert found[0] == found[1]
    return {clause["id"]: clause for clause in found[0]}


BASE = file(provision("calls", CALLS), provision("fees", FEES), provision("fire", FIRE))


def test_an_edit_finds_a_clause_under_its_new_id():
    ours = file(provision("port-calls", CALLS), provision("fees", FEES), provision("fire", FIRE))
    theirs = BASE.replace("two days", "three days")
    assert list(merged(BASE, ours, theirs)) == ["port-calls", "fees", "fire"]
    assert merged(BASE, ours, theirs)["port-calls"]["text"] == CALLS.replace("two", "three")


def test_edits_find_the_parts_of_a_clause_that_was_split():
    whole = file(provision("both", f"{CALLS} {FEES}", status="agreed"), provision("fire", FIRE))
    split = file(
        provision("both", CALLS, status="agreed"), provision("fees", FEES, status="agreed"), provision("fire", FIRE)
    )
    edited = whole.replace("two days", "three days").replace("tugs", "tow boats").replace("agreed", "operating")
    found = merged(whole, split, edited)
    assert list(found) == ["both", "fees", "fire"]
    assert found["both"]["text"] == CALLS.replace("two days", "three days")
    assert found["fees"]["text"] == FEES.replace("tugs", "tow boats")
    assert {found[name]["status"] for name in ("both", "fees")} == {"operating"}


def test_an_edit_finds_the_parts_where_none_keeps_the_id():
    whole = file(provision("both", f"{CALLS} {FEES}"), provision("fire", FIRE))
    split = file(provision("calls", CALLS), provision("fees", FEES), provision("fire", FIRE))
    found = merged(whole, split, whole.replace("tugs", "tow boats"))
    assert {name: clause["text"] for name, clause in found.items()} == {
        "calls": CALLS, "fees": FEES.replace("tugs", "tow boats"), "fire": FIRE,
    }  # fmt: skip


def test_an_edit_where_the_split_reworded_is_a_conflict():
    whole = file(provision("both", f"{CALLS} {FEES}"), provision("fire", FIRE))
    split = file(
        provision("both", CALLS.replace("two days", "a week")), provision("fees", FEES), provision("fire", FIRE)
    )
    text = merge(whole, split, whole.replace("two days", "three days")).text
    assert KEY in text
    assert "a week" in text
    assert "three days" in text


def test_an_edit_finds_the_clause_that_two_were_joined_to():
    joined = file(provision("calls", f"{CALLS} {FEES}"), provision("fire", FIRE))
    found = merged(BASE, joined, BASE.replace("tugs", "tow boats"))
    assert list(found) == ["calls", "fire"]
    assert found["calls"]["text"] == f"{CALLS} {FEES.replace('tugs', 'tow boats')}"


def test_a_clause_that_moved_takes_the_edits_of_the_other_side_along():
    moved = file(provision("fire", FIRE), provision("calls", CALLS), provision("fees", FEES))
    found = merged(BASE, moved, BASE.replace("each spring", "each autumn"))
    assert list(found) == ["fire", "calls", "fees"]
    assert found["fire"]["text"] == FIRE.replace("spring", "autumn")


def test_renumbering_is_no_edit_that_keeps_a_clause_from_being_removed():
    texts = {"calls": CALLS, "fees": FEES, "fire": FIRE}
    numbered = [provision(name, text, number=f"Article {n}") for n, (name, text) in enumerate(texts.items(), 1)]
    base = file(*numbered)
    new = provision("new", "A new clause.", number="Article 1")
    ours = file(new, *(clause | {"number": f"Article {n}"} for n, clause in enumerate(numbered, 2)))
    theirs = file(numbered[0], numbered[2])
    assert {name: clause["number"] for name, clause in merged(base, ours, theirs).items()} == {
        "new": "Article 1", "calls": "Article 2", "fire": "Article 4",
    }  # fmt: skip


def test_what_the_other_side_began_to_refer_to_is_not_removed_unasked():
    base = file(provision("calls", CALLS), provision("fees", FEES))
    ours = file(provision("calls", CALLS))
    theirs = file(provision("calls", CALLS, relations="[{type: specifies, target: fees}]"), provision("fees", FEES))
    (conflict,) = merge(base, ours, theirs).conflicts
    assert (conflict.kind, conflict.clause, list(conflict.sides)) == ("presence", "fees", ["base", "theirs"])
    assert merge(base, ours, theirs.replace("target: fees", "target: calls")).is_clean


def test_a_clause_that_moved_is_not_taken_for_one_that_came():
    base = file(provision("lamps", "Lamps burn on the pier."), provision("tugs", FEES), provision("fire", FIRE))
    ours = file(
        provision("red-lamps", "Lamps on the pier are red."),
        provision("tow-boats", FEES),
        provision("fire", FIRE),
        provision("lamps", "Lamps burn on the pier."),
    )
    theirs = base.replace("on the pier", "on each pier").replace("pilots", "guides")
    found = merged(base, ours, theirs)
    assert list(found) == ["red-lamps", "tow-boats", "fire", "lamps"]
    assert found["lamps"]["text"] == "Lamps burn on each pier."
    assert found["red-lamps"]["text"] == "Lamps on the pier are red."
    assert found["tow-boats"]["text"] == FEES.replace("pilots", "guides")


def test_two_new_ids_of_one_clause_are_a_conflict():
    ours, theirs = BASE.replace("id: fees", "id: tariff"), BASE.replace("id: fees", "id: dues")
    theirs = theirs.replace("tugs", "tow boats")
    text = merge(BASE, ours, theirs).text
    assert parse(text, "x").data["clauses"][1] == {
        "id": {KEY: {"base": "fees", "ours": "tariff", "theirs": "dues"}},
        "kind": "provision",
        "text": FEES.replace("tugs", "tow boats"),
    }
    assert "id: dues" in merge(BASE, ours, theirs, favour="theirs").text


def test_a_split_made_twice_under_two_ids_is_a_conflict_on_the_id():
    whole = file(provision("both", f"{CALLS} {FEES}"), provision("fire", FIRE))
    ours, theirs = (
        file(provision("both", CALLS), provision(part, FEES), provision("fire", FIRE)) for part in ("fees", "dues")
    )
    clauses = parse(merge(whole, ours, theirs).text, "x").data["clauses"]
    assert [clause["id"] for clause in clauses] == ["both", {KEY: {"ours": "fees", "theirs": "dues"}}, "fire"]


def test_words_taken_out_of_a_whole_do_not_take_out_a_part_unasked():
    whole = file(provision("both", f"{CALLS} {FEES}"), provision("fire", FIRE))
    split = file(provision("both", CALLS), provision("fees", FEES), provision("fire", FIRE))
    result = merge(whole, split, file(provision("both", CALLS), provision("fire", FIRE)))
    assert [(conflict.kind, conflict.clause) for conflict in result.conflicts] == [("presence", "fees")]


def test_what_would_lose_a_clause_is_merged_by_ids_alone(monkeypatch):
    ours = file(provision("new", FIRE), provision("fees", FEES), provision("calls", CALLS))
    theirs = BASE.replace("two days", "three days")
    wrong = Divisions([parse(text, "x") for text in (BASE, ours, theirs)], ({}, {"new": "calls"}, {}))
    monkeypatch.setattr(sys.modules[merge.__module__], "divided", lambda _: wrong)
    assert not is_whole({}, [{"clauses": [{"id": "a"}]}], {"clauses": []})
    result = merge(BASE, ours, theirs)
    assert [clause["id"] for clause in parse(result.text, "x").data["clauses"]] == ["new", "fees", "calls"]
