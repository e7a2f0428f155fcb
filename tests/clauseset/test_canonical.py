"""The canonical form, by example; its laws are in `laws/`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clausetrack.clauseset.edit import remove
from clausetrack.clauseset.load import dumps, first_untidy_line, format_text, inspect, loads
from clausetrack.clauseset.schema import is_valid
from clausetrack.clauseset.syntax import parse
from clausetrack.errors import InvalidFileError

FOLDER = Path(__file__).parent.parent / "golden" / "format"
HEAD = (
    "format: clausetrack/clause-set/1\nagreement: {id: pact, title: Pact}\nrevision: {id: one, basis: primary-text}\n"
)
CLAUSE = "  - id: a\n    kind: provision\n    text: T\n"


@pytest.mark.parametrize("case", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_formatting(case: Path, golden: Callable[[Path, str], None]) -> None:
    golden(case.with_suffix(".expected"), format_text(case.read_text(encoding="utf-8"), case.name))


def test_what_is_no_mapping_has_no_canonical_form() -> None:
    with pytest.raises(InvalidFileError, match="a clause set is a mapping of keys"):
        format_text("- a\n")
    assert first_untidy_line(parse("- a\n", "x")) is None


def test_a_byte_order_mark_is_untidy() -> None:
    text = format_text(HEAD)
    assert first_untidy_line(parse(text, "x")) is None
    assert first_untidy_line(parse("\ufeff" + text, "x")) == 1
    assert format_text("\ufeff" + text) == text


def test_windows_line_ends_are_untidy() -> None:
    text = format_text(HEAD)
    assert first_untidy_line(parse(text.replace("\n", "\r\n"), "x")) == 1
    assert format_text(text.replace("\n", "\r\n")) == text


@pytest.mark.parametrize(
    ("change", "line"), [("", None), ("x-a: 1\n", None), ("\n", 15), ("# c\n", 15), ("x-a:  1\n", 15)]
)
def test_the_first_line_that_differs(change: str, line: int | None) -> None:
    text = format_text(HEAD + "clauses:\n" + CLAUSE)
    assert first_untidy_line(parse(text + change, "x")) == line


def test_comments_of_what_is_left_out_go_above_the_record() -> None:
    text = HEAD + "clauses:\n" + CLAUSE + "    # empty\n    domains: []  # none yet\n    note: N\n"
    assert "clauses:\n  # empty\n  # none yet\n  - id: a\n" in format_text(text)


def test_comments_follow_a_clause_that_moves() -> None:
    clause_set = loads(HEAD + "clauses:\n" + CLAUSE + "  # on b\n" + CLAUSE.replace("id: a", "id: b  # b"))
    turned = dumps(type(clause_set)(
        agreement=clause_set.agreement, revision=clause_set.revision, clauses=clause_set.clauses[::-1],
        locator=clause_set.locator,
    ))  # fmt: skip
    assert turned.endswith("clauses:\n  # on b\n" + CLAUSE.replace("id: a", "id: b  # b") + "\n" + CLAUSE)


def test_clauses_of_one_id_keep_their_own_comments() -> None:
    text = format_text(HEAD + "clauses:\n" + CLAUSE + "  # on the second\n" + CLAUSE)
    assert text.count("# on the second") == 1
    assert format_text(text) == text


def test_free_keys_are_left_as_they_are() -> None:
    extra = {"x-a": {"date": "2024", "deadline": 2024, "evidence": [], "relations": {}, "text": None}, "x-date": "2024"}
    clause_set = loads(
        HEAD + 'x-a: {date: "2024", deadline: 2024, evidence: [], relations: {}, text: }\nx-date: "2024"\n'
    )
    assert clause_set.extra == extra
    assert loads(dumps(clause_set)).extra == extra


def test_many_comments_take_linear_time() -> None:
    clauses = "".join(
        f"  # on {n}\n  - id: c{n}  # id\n    kind: provision\n    text: 'T # {n}'\n" for n in range(3000)
    )
    text = format_text(HEAD + "clauses:\n" + clauses)
    assert text.count("# on ") == text.count("# id") == 3000
    assert format_text(text) == text


@pytest.mark.parametrize(
    ("key", "value"),
    [("deadline", "2025-06"), ("number", "Article 1"), ("id", "a"), ("aligns_with", ["a#b"]), ("note", "n")],
)
def test_a_line_break_at_the_end_is_part_of_a_text(key: str, value: object) -> None:
    clause = {"id": "a", "kind": "provision", "text": "T", key: value}
    data = {
        "format": "clausetrack/clause-set/1",
        "agreement": {"id": "a", "title": "b"},
        "revision": {"id": "c", "basis": "news-report"},
    }
    assert is_valid({**data, "clauses": [clause]})
    clause[key] = [f"{value[0]}\n"] if isinstance(value, list) else f"{value}\n"
    _, faults = inspect(dumps_plain({**data, "clauses": [clause]}), "x")
    assert bool(faults) == (key in ("deadline", "id", "aligns_with"))
    assert is_valid({**data, "clauses": [clause]}) == (not faults)


def dumps_plain(data: dict[str, object]) -> str:
    import json  # noqa: PLC0415 - JSON is YAML, and quotes everything

    return json.dumps(data, indent=1)


def test_a_faulty_clause_keeps_its_place() -> None:
    clause_set, faults = inspect(
        HEAD + "clauses:\n  - no clause\n" + CLAUSE + "  - {id: b, kind: wrong, text: 1, x-c: 2}\n", "x"
    )
    assert [clause.id for clause in clause_set.clauses] == ["", "a", "b"]
    assert clause_set.clauses[2].kind == ""
    assert clause_set.clauses[2].extra == {"x-c": 2}
    assert [fault.path for fault in faults] == [("clauses", 0), ("clauses", 2, "kind"), ("clauses", 2, "text")]


def test_removing_behind_a_text_that_keeps_its_line_breaks() -> None:
    text = "a: |+\n  b\nc: |\n  d\n\n\ne: f\n"
    assert parse(remove(parse(text, "x"), ("c",)), "x").data == {"a": "b\n", "e": "f"}
