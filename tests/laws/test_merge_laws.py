"""Laws of three-way merges: unchanged sides, the same twice, sides exchanged, nothing lost, clean is valid."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import clause_sets
from test_edit import at, paths
from wild import Wild, documents

from clausetrack.clauseset.canonical import canonical
from clausetrack.clauseset.comments import scan
from clausetrack.clauseset.conflicts import KEY, find_conflicts, is_mark
from clausetrack.clauseset.edit import add_item, add_key, remove, set_value
from clausetrack.clauseset.load import key_order
from clausetrack.clauseset.plain import plain
from clausetrack.clauseset.schema import is_valid
from clausetrack.clauseset.syntax import parse
from clausetrack.diff.merge import merge

WORD = re.compile(r"\w+")
FIELDS = {
    "status": ["agreed", "proposed", "ended"],
    "confidence": ["high", "low"],
    "note": ["A first remark.", "Another remark altogether."],
    "domains": [["space"], ["space", "cyber"], ["maritime-security", "space"]],
    "number": ["Article 1", "Article 2", "7(a)"],
    "conditions": [["where they agree"], ["where they agree", "in good time"], ["in due course"]],
    "force": ["commit", "aspire"],
    "x-mark": [1, [1, 2], {"a": 1}, {"a": 2, "b": [1]}],
}
MORE = [
    {"id": "calls", "kind": "commitment", "text": "", "actors": ["NO", "IS"], "force": "commit"},
    {"id": "talks", "kind": "dialogue", "text": "", "participants": ["NO", "IS"], "every": "P1Y"},
    {"id": "review", "kind": "procedure", "text": "", "conditions": ["where they agree"]},
]
LONG = "The parties will hold a meeting every year in the capital of either, and send the minutes to all who ask."


def text_of(data: dict[str, Any]) -> str:
    return canonical(data, key_order())


@st.composite
def bases(draw: Any) -> dict[str, Any]:
    data = plain(draw(clause_sets))
    known: dict[str, Any] = {}
    for number, clause in enumerate([*data.get("clauses", []), *copy.deepcopy(MORE)]):
        clause["text"] = f"{LONG} {clause['text']}" if number % 2 else LONG
        known[clause["id"]] = clause
    return data | {"clauses": list(known.values())}


@st.composite
def sides(draw: Any, base: dict[str, Any], name: str) -> dict[str, Any]:
    """Edit a set as somebody would: words, fields, order, clauses that go and come; all new words bear the name."""
    data = copy.deepcopy(base)
    for number in range(draw(st.integers(1, 4))):
        edit = draw(
            st.sampled_from([reword, reword, change, change, drop, insert, take_out, move, cite, rename, split])
        )
        if data["clauses"] or edit in {insert, cite}:
            edit(draw, data, f"{name}{number}")
    return data


def place_in(draw: Any, items: list[Any]) -> int:
    return draw(st.integers(0, max(0, len(items) - 1)))


def reword(draw: Any, data: Any, new: str) -> None:
    clause = draw(st.sampled_from(data["clauses"]))
    words = clause["text"].split(" ")
    words[place_in(draw, words)] = new
    clause["text"] = " ".join(words)


def change(draw: Any, data: Any, new: str) -> None:  # noqa: ARG001 - all edits are called alike
    place = place_in(draw, data["clauses"])
    key = draw(st.sampled_from(sorted(FIELDS)))
    trial = data["clauses"][place] | {key: draw(st.sampled_from(FIELDS[key]))}
    if is_valid(MINIMAL | {"clauses": [trial]}):
        data["clauses"][place] = trial


def drop(draw: Any, data: Any, new: str) -> None:  # noqa: ARG001 - all edits are called alike
    clause = draw(st.sampled_from(data["clauses"]))
    if optional := sorted(clause.keys() & FIELDS.keys()):
        clause.pop(draw(st.sampled_from(optional)))


def insert(draw: Any, data: Any, new: str) -> None:
    name = draw(st.sampled_from(["new-a", "new-b", f"new-{new}"]))
    if all(clause["id"] != name for clause in data["clauses"]):
        text = draw(st.sampled_from(["Shared words.", f"Words {new}."]))
        clause = {"id": name, "kind": "provision", "text": text}
        data["clauses"].insert(place_in(draw, data["clauses"]), clause)


def take_out(draw: Any, data: Any, new: str) -> None:  # noqa: ARG001 - all edits are called alike
    data["clauses"].pop(place_in(draw, data["clauses"]))


def move(draw: Any, data: Any, new: str) -> None:  # noqa: ARG001 - all edits are called alike
    clause = data["clauses"].pop(place_in(draw, data["clauses"]))
    data["clauses"].insert(draw(st.integers(0, len(data["clauses"]))), clause)


def rename(draw: Any, data: Any, new: str) -> None:
    place = place_in(draw, data["clauses"])
    data["clauses"][place] = data["clauses"][place] | {"id": f"renamed-{new}"}


def split(draw: Any, data: Any, new: str) -> None:
    place = place_in(draw, data["clauses"])
    clause = data["clauses"][place]
    words = clause["text"].split(" ")
    at = draw(st.integers(1, max(1, len(words) - 1)))
    if len(words) > 1 and " ".join(words[:at]).strip() and " ".join(words[at:]).strip():
        data["clauses"][place] = clause | {"text": " ".join(words[:at])}
        data["clauses"].insert(place + 1, clause | {"id": f"part-{new}", "text": " ".join(words[at:])})


def cite(draw: Any, data: Any, new: str) -> None:  # noqa: ARG001 - all edits are called alike
    data["sources"] = [*data.get("sources", []), {"id": f"s-{new}", "title": f"Title {new}"}]


MINIMAL = {
    "format": "clausetrack/clause-set/1",
    "agreement": {"id": "a", "title": "t"},
    "revision": {"id": "r", "basis": "primary-text"},
}


@st.composite
def trios(draw: Any) -> tuple[str, str, str]:
    base = draw(bases())
    return text_of(base), text_of(draw(sides(base, "ours"))), text_of(draw(sides(base, "theirs")))


few = settings(max_examples=25)
"""Whole sets take a tenth of a second each to make."""


def displace(draw: Any, data: Any, new: str) -> None:
    """Put a new clause, of the same or other words, in the place of one that moves elsewhere."""
    place = place_in(draw, data["clauses"])
    clause = data["clauses"][place]
    words = draw(st.permutations(clause["text"].split(" ")[:6]))
    data["clauses"][place] = {"id": f"like-{new}", "kind": "provision", "text": " ".join(words)}
    data["clauses"].insert(draw(st.integers(0, len(data["clauses"]))), clause)


@st.composite
def tangled(draw: Any) -> tuple[str, str, str]:
    """Give a short set where one side adds, moves, renames and splits, and the other edits, or does the same."""
    texts = [
        "Harbour lamps burn on the pier.",
        "Pilots guide ships at night. Tugs are free.",
        "Fees are due at noon.",
        LONG,
    ]
    clauses = [{"id": f"k{place}", "kind": "provision", "text": text} for place, text in enumerate(texts)]
    base = MINIMAL | {"clauses": clauses}
    files = [base]
    for name, edits in (
        ("ours", [displace, rename, draw(st.sampled_from([move, rename, split, take_out, displace]))]),
        ("theirs", [reword, reword, draw(st.sampled_from([reword, split, rename, move, displace]))]),
    ):
        data = copy.deepcopy(base)
        for number, edit in enumerate(draw(st.permutations(edits))):
            edit(draw, data, f"{name}{number}")
        files.append(data)
    base_text, ours, theirs = map(text_of, files)
    return base_text, ours, theirs


@st.composite
def wild_trios(draw: Any) -> tuple[str, str, str]:
    """Give a document as people write it, and two that were edited in place."""
    wild: Wild = draw(documents())
    base = wild.text
    return base, draw(edited(base, "ours")), draw(edited(base, "theirs"))


@st.composite
def edited(draw: Any, text: str, name: str) -> str:
    for number in range(draw(st.integers(1, 3))):
        tree = parse(text, "x")
        known = paths(tree.data)
        assume(known)
        path = draw(st.sampled_from(known))
        kind = draw(st.sampled_from(["set", "add", "remove"]))
        value = draw(st.sampled_from([f"{name}{number}", f"some words {name}{number} more", [f"{name}{number}"], 7]))
        if kind == "set":
            text = set_value(tree, path, value)
        elif kind == "remove" and len(tree.data) > 1:
            text = remove(tree, path)
        elif isinstance(at(tree.data, path), list):
            text = add_item(tree, path, value)
        elif isinstance(at(tree.data, path), dict) and name not in at(tree.data, path):
            text = add_key(tree, path, name, value)
        if isinstance(parse(text, "x").data, dict) and draw(st.booleans()):
            text = f"# {name} remarks {number}\n{text}" if draw(st.booleans()) else f"{text}\n# {name} ends {number}\n"
    return text


@few
@given(trios())
def test_a_side_that_changed_nothing_gives_the_other_byte_for_byte(trio):
    base, ours, _ = trio
    assert merge(base, ours, base).text == ours
    assert merge(base, base, ours).text == ours
    assert merge(base, ours, ours).text == ours


@few
@given(trios())
def test_a_side_that_was_only_formatted_gives_what_the_other_says(trio):
    base, ours, _ = trio
    loose = re.sub(r"^(  +)(\w[-\w]*): ", r"\1\2:  ", base, flags=re.MULTILINE)
    assume(loose != base and typed(parse(loose, "x").data) == typed(parse(base, "x").data))
    for one, other in ((loose, ours), (ours, loose)):
        merged = merge(base, one, other)
        assert merged.is_clean
        assert typed(parse(merged.text, "x").data) == typed(parse(ours, "x").data)


@few
@given(trios())
def test_the_sides_can_be_exchanged(trio):
    base, ours, theirs = trio
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert typed(exchanged(parse(one.text, "x").data)) == typed(parse(other.text, "x").data)
    assert len(one.conflicts) == len(other.conflicts)


@given(st.one_of(trios(), wild_trios()))
def test_no_word_and_no_comment_of_a_side_is_lost(trio):
    base, ours, theirs = trio
    merged = merge(base, ours, theirs)
    result = parse(merged.text, "x")
    there = words(result.data)
    known = {comment.text for comment in scan(parse(base, "x"))}
    kept = {comment.text for comment in scan(result)}
    counts = [Counter(words(parse(text, "x").data)) for text in (base, ours, theirs)]
    for side, other in ((1, 2), (2, 1)):
        for word in counts[side].keys() - set(there):
            assert counts[other][word] < counts[0][word], word
        remarks = {comment.text for comment in scan(parse(trio[side], "x"))} - known
        assert remarks <= kept


@given(st.one_of(trios(), wild_trios()))
def test_a_merge_is_clean_or_marked_and_a_mark_is_found(trio):
    merged = merge(*trio)
    marked = [*marks(parse(merged.text, "x").data)]
    assert merged.is_clean == (not marked)
    assert merged.conflicts == tuple(find_conflicts(parse(merged.text, "<merged>")))
    for conflict in merged.conflicts:
        assert conflict.position is not None
        line = merged.text.splitlines()[conflict.position.line - 1]
        assert KEY in line or conflict.kind == "words" or conflict.what in line


@few
@given(trios())
def test_a_clean_merge_of_valid_files_is_valid_and_a_marked_one_never(trio):
    assume(all(is_valid(parse(text, "x").data) for text in trio))
    merged = merge(*trio)
    data = parse(merged.text, "x").data
    assert is_valid(data) == merged.is_clean
    if merged.is_clean:
        ids = [clause["id"] for clause in data.get("clauses", [])]
        assert len(ids) == len(set(ids))


@given(tangled())
def test_no_clause_is_lost_or_written_twice_however_they_move(trio):
    merged = merge(*trio)
    base, *added = ([clause["id"] for clause in parse(text, "x").data["clauses"]] for text in trio)
    found = [name for item in parse(merged.text, "x").data["clauses"] for name in ids_of(item)]
    assert len(found) == len(set(found))
    assert {name for side in added for name in side} - set(base) <= set(found)


@given(st.one_of(trios(), wild_trios()), st.sampled_from(["ours", "theirs"]))
def test_a_favoured_side_leaves_nothing_to_decide(trio, side):
    base, ours, theirs = trio
    assert merge(base, ours, theirs, favour=side).is_clean
    other = {"ours": "theirs", "theirs": "ours"}[side]
    one, turned = merge(base, ours, theirs, favour=side), merge(base, theirs, ours, favour=other)
    assert typed(parse(one.text, "x").data) == typed(parse(turned.text, "x").data)


@given(wild_trios())
def test_what_one_side_did_is_done_however_the_file_is_laid_out(trio):
    base, ours, _ = trio
    flat = json.dumps(parse(base, "x").data, ensure_ascii=False) + "\n"
    assume(".inf" not in base.lower() and ".nan" not in base.lower())
    assume(typed(parse(flat, "x").data) == typed(parse(base, "x").data))
    merged = merge(base, ours, flat)
    assert merged.is_clean
    assert typed(parse(merged.text, "x").data) == typed(parse(ours, "x").data)


def ids_of(item: Any) -> set[str]:
    """Give the ids of a clause, or of a conflict about it or its id."""
    held = item[KEY].values() if is_mark(item) else [item]
    names = [clause["id"] for clause in held]
    return {name for found in names for name in (found[KEY].values() if is_mark(found) else [found])}


def exchanged(value: Any) -> Any:
    """Give data with the names of the sides in its marks exchanged."""
    if is_mark(value) or (isinstance(value, dict) and KEY in value):
        return {key: turned(item) if key == KEY else exchanged(item) for key, item in value.items()}
    if isinstance(value, dict):
        return {key: exchanged(item) for key, item in value.items()}
    return [exchanged(item) for item in value] if isinstance(value, list) else value


def turned(marked: Any) -> Any:
    names = {"ours": "theirs", "theirs": "ours"}
    if isinstance(marked, list):
        return [turned(part) if isinstance(part, dict) else part for part in marked]
    if marked.keys() <= {"base", "ours", "theirs"}:
        return {names.get(name, name): side for name, side in marked.items()}
    return {key: turned(sides) for key, sides in marked.items()}


def typed(value: Any) -> Any:
    """Give data as it is compared: keys in no order, true apart from 1."""
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    return [typed(item) for item in value] if isinstance(value, list) else (type(value).__name__, repr(value))


def words(value: Any) -> list[str]:
    """Give the words of all texts and keys, marks joined to the texts that they stand for."""
    if isinstance(value, dict):
        if is_mark(value) and isinstance(value[KEY], list):
            found = []
            for side in ("ours", "theirs"):
                found += words("".join(part if isinstance(part, str) else part[side] for part in value[KEY]))
            return found
        # A number is a label: changing it does not keep what the other side removed.
        kept = [(key, item) for key, item in value.items() if key != "number"]
        return [word for key, item in kept for word in [*WORD.findall(key), *words(item)]]
    if isinstance(value, list):
        return [word for item in value for word in words(item)]
    return WORD.findall(str(value))


def marks(value: Any) -> list[Any]:
    found = [value[KEY]] if isinstance(value, dict) and KEY in value else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return found + [mark for item in inner for mark in marks(item)]
