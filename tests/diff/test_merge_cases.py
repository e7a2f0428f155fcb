"""Merges of clause files: cases to be read, places of conflicts, what is refused, and what bounds the work."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetrack.clauseset.conflicts import KEY, find_conflicts
from clausetrack.clauseset.load import loads
from clausetrack.clauseset.resolution import NOTHING, resolved
from clausetrack.clauseset.schema import schema_faults
from clausetrack.clauseset.syntax import parse
from clausetrack.diff.merge import merge
from clausetrack.errors import InputError, InvalidFileError

GOLDEN = Path(__file__).parent.parent / "golden" / "merge"
CASES = sorted(path.name for path in GOLDEN.iterdir())
SET = """\
format: clausetrack/clause-set/1
agreement: {id: demo, title: Demo}
revision: {id: one, basis: primary-text}
clauses:
  - id: port-calls
    kind: commitment
    text: Ships will call at ports.
    actors: ["NO", IS]
    force: commit
"""


def read(case: str) -> list[str]:
    return [(GOLDEN / case / f"{name}.yaml").read_text(encoding="utf-8") for name in ("base", "ours", "theirs")]


@pytest.mark.parametrize("case", CASES)
def test_a_case_is_merged_as_it_is_written_down(case, golden):
    golden(GOLDEN / case / "expected.yaml", merge(*read(case)).text)


@pytest.mark.parametrize("case", CASES)
def test_a_marked_file_is_refused_with_one_fault_for_each_mark(case):
    merged = merge(*read(case))
    tree = parse(merged.text, "merged.yaml")
    faults = schema_faults(tree)
    assert len(faults) == merged.text.count(f"{KEY}:")
    for fault in faults:
        assert KEY in merged.text.splitlines()[(fault.line or 0) - 1]
        assert "undecided" in fault.what
        assert "clausetrack resolve" in fault.hint
    if merged.is_clean:
        loads(merged.text)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_deciding_one_by_one_for_a_side_is_favouring_it(case, side):
    base, ours, theirs = read(case)
    text = merge(base, ours, theirs).text
    while conflicts := find_conflicts(tree := parse(text, "x")):
        text = resolved(tree, conflicts[0], conflicts[0].sides.get(side, NOTHING))
    assert parse(text, "x").data == parse(merge(base, ours, theirs, favour=side).text, "x").data
    loads(text)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_and_byte_order_mark_are_those_of_ours(newline):
    ours = "\ufeff" + SET.replace("commit\n", "intend\n").replace("\n", newline)
    merged = merge(SET, ours, SET.replace("call at", "visit"))
    assert merged.is_clean
    assert merged.text == ours.replace("call at", "visit")


def test_a_file_that_only_theirs_gave_other_line_ends_gets_them():
    theirs = SET.replace("\n", "\r\n")
    ours = SET.replace("call at", "visit")
    assert merge(SET, ours, theirs).text == ours.replace("\n", "\r\n")


def test_both_sides_may_add_the_file():
    merged = merge("", SET, SET.replace("force: commit", "force: intend"))
    (conflict,) = merged.conflicts
    assert conflict.sides == {"ours": "commit", "theirs": "intend"}


def test_a_record_that_would_be_valid_on_neither_side_is_a_conflict_as_a_whole():
    dialogue = SET.replace("kind: commitment", "kind: dialogue").replace("actors", "participants")
    base = dialogue.replace("    force: commit\n", "")
    merged = merge(base, f"{base}    every: P1Y\n", f"{base}    occurrence: regular\n")
    (conflict,) = merged.conflicts
    assert conflict.path == ("clauses", 0)
    assert conflict.sides["ours"]["every"] == "P1Y"


@pytest.mark.parametrize("side", [0, 1, 2])
def test_what_is_no_mapping_or_has_conflicts_already_is_refused_by_its_name(side):
    sides = [SET, SET.replace("commit", "intend"), SET.replace("commit", "aspire")]
    marked = merge(*sides).text
    names = ("a.yaml", "b.yaml", "c.yaml")
    for broken, error in (("- a\n", InvalidFileError), ("a: [\n", InvalidFileError), (marked, InputError)):
        given = [broken if place == side else text for place, text in enumerate(sides)]
        with pytest.raises(error) as caught:
            merge(*given, names=names)
        assert caught.value.file == names[side]
        assert caught.value.line


def test_ids_that_are_shared_do_not_mix_clauses_up():
    twice = SET + SET[SET.index("  - id") :].replace("call at", "leave")
    merged = merge(twice, twice.replace("leave", "avoid"), twice.replace("demo", "trial"))
    assert merged.is_clean
    assert merged.text == twice.replace("leave", "avoid").replace("demo", "trial")


def test_a_deep_and_a_long_file_take_no_deep_stack_and_no_long_time():
    deep = "x-a: " + "[" * 60 + "1" + "]" * 60 + "\n"
    assert not merge(deep, deep.replace("1", "2"), deep.replace("1", "3")).is_clean
    many = "".join(f"  - {{id: c{n}, kind: provision, text: word{n}}}\n" for n in range(3000))
    base = SET.partition("  - id")[0] + many
    lines = many.splitlines(keepends=True)
    turned = SET.partition("  - id")[0] + "".join(reversed(lines))
    merged = merge(base, turned, base.replace("word7}", "other}"))
    assert parse(merged.text, "x").data["clauses"][-8]["text"] == "other"


@pytest.mark.parametrize(
    "remark", ["  # seen by Bert\n  - id: tugs", "  - id: tugs   # seen by Bert", "  - id: tugs\n    # seen by Bert"]
)
def test_a_comment_on_what_the_other_side_removed_is_kept_and_removes_no_removal(remark):
    tugs = "  - id: tugs\n    kind: provision\n    text: Tugs wait.\n"
    for rest in ("", tugs.replace("tugs", "quays").replace("Tugs", "Quays")):
        merged = merge(SET + tugs + rest, SET + rest, SET + tugs.replace("  - id: tugs", remark) + rest)
        assert merged.is_clean
        assert merged.text.count("# seen by Bert") == 1
        assert parse(merged.text, "x").data == parse(SET + rest, "x").data


def test_a_comment_that_waits_for_the_next_entry_survives_a_conflict_there():
    tugs = "  - id: tugs\n    kind: provision\n    text: Tugs wait.\n"
    base = SET.replace("clauses:\n", f"clauses:\n{tugs}").replace("    force", "    # strong\n    force")
    theirs = base.replace("id: tugs", "id: tugs  # seen by Bert").replace("commit\n", "aspire\n")
    merged = merge(base, base.replace(tugs, "").replace("commit\n", "intend\n"), theirs)
    assert merged.text.count("# seen by Bert") == 1
    assert len(merged.conflicts) == 1


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(
    ("wrong", "error"), [("a: [", InvalidFileError), ("a: {merge-conflict: {ours: 1}}", InputError)]
)
def test_a_broken_file_is_refused_where_there_is_nothing_to_merge_too(place, wrong, error):
    texts = [SET, SET, SET]
    texts[place] = wrong
    with pytest.raises(error):
        merge(*texts)
