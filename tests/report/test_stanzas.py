"""Clause sets as lines for git: everything that a file says is in them, a sentence a line, and no control character."""

from __future__ import annotations

import copy
from pathlib import Path

from clausetrack.clauseset.canonical import canonical
from clausetrack.clauseset.load import key_order, loads
from clausetrack.clauseset.syntax import parse
from clausetrack.errors import InvalidFileError
from clausetrack.report.stanzas import stanzas

RICH = Path(__file__).parent.parent / "clauseset" / "rich.yaml"


def lines(data):
    return stanzas(loads(canonical(data, key_order())))


def leaves(data, path=()):
    for name, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, dict | list):
            yield from leaves(value, (*path, name))
        else:
            yield (*path, name)


def test_no_value_can_change_without_a_line_that_changes():
    data = parse(RICH.read_text(encoding="utf-8"), "x").data
    before = lines(data)
    changed = 0
    for path in leaves(data):
        other = copy.deepcopy(data)
        owner = other
        for step in path[:-1]:
            owner = owner[step]
        owner[path[-1]] = 1999 if isinstance(owner[path[-1]], int) else f"{owner[path[-1]]}x"
        try:
            assert lines(other) != before, path
            changed += 1
        except InvalidFileError:
            continue  # a word of the format has no other form
    assert changed > 50


def test_a_sentence_is_a_line_and_control_characters_are_shown():
    shown = lines(
        {
            "format": "clausetrack/clause-set/1",
            "agreement": {"id": "a", "title": "A"},
            "revision": {"id": "r", "basis": "primary-text"},
            "clauses": [{"id": "c", "kind": "provision", "text": "Ships call. Tugs \x1b[31m wait."}],
        }
    )
    assert shown.endswith("\n\nprovision c\n    Ships call.\n    Tugs \\x1b[31m wait.\n")
