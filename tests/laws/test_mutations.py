"""Broken clause files: an error with a place, or valid; never anything else."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path

import pytest

from clausetrack.clauseset.load import dumps, first_untidy_line, format_text, inspect, loads
from clausetrack.clauseset.syntax import parse
from clausetrack.errors import ClausetrackError, InputError, InvalidFileError
from clausetrack.files import decode

ROOT = Path(__file__).parent.parent.parent
FILES = [ROOT / "tests" / "clauseset" / "rich.yaml", *sorted((ROOT / "clause_specs").rglob("*.yaml"))]
PIECES = [
    b"\0", b"\xff", b"\xc3", b"\xe2\x80\xae", b"\t", b"\r", b"\n", b": ", b"- ", b"#", b" #", b"'", b'"', b"[", b"]",
    b"{", b"}", b",", b"&a ",
    b"*a", b"!a ", b"|", b">", b"?", b"%", b"@", b"---\n", b"...\n", b"<<: ", b"null", b"9" * 400, b"\\", b"x-",
    b"  ", b"\xef\xbb\xbf", b"~",
]  # fmt: skip
MUTATIONS = 200


def mutated(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice([1, 1, 2, 5])):
        lines = data.split(b"\n")
        line, place = chance.randrange(len(lines)), chance.randrange(len(data) + 1)
        kind = chance.randrange(9)
        if kind == 0:
            data = data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
        elif kind == 1:
            data = data[:place] + data[place + chance.randrange(1, 30) :]
        elif kind == 2:
            data = data[:place] + chance.choice(PIECES) + data[place:]
        elif kind == 3:
            data = data[:place]
        else:
            other = chance.randrange(len(lines))
            changed = {
                4: [*lines[:line], *lines[line + 1 :]],
                5: [*lines[:line], lines[line], *lines[line:]],
                6: [*lines[:line], lines[other], *lines[line + 1 :]],
                7: [*lines[:line], b"  " + lines[line], *lines[line + 1 :]],
                8: [*lines[:line], lines[line].lstrip(), *lines[line + 1 :]],
            }[kind]
            data = b"\n".join(changed)
    return data


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_broken_file_is_refused_with_a_place_or_valid(file: Path) -> None:
    chance = random.Random(file.name)  # noqa: S311 - the same mutations in every run
    whole = file.read_bytes()
    verdicts = set()
    for _ in range(MUTATIONS):
        verdicts.add(verdict(mutated(whole, chance)))
    assert verdicts == {"valid", "no text", "no clause set", "no YAML"}


def verdict(data: bytes) -> str:
    places = data.count(b"\n") + data.count(b"\r") + 1
    try:
        text = decode(data, "x")
        clause_set, faults = inspect(text, "x")
    except (InputError, InvalidFileError) as error:
        told = error.faults if isinstance(error, InvalidFileError) else (error,)
        check(told, places)
        return "no YAML" if isinstance(error, InvalidFileError) else "no text"
    check(faults, places)
    tree = parse(text, "x")
    first_untidy_line(tree)
    if isinstance(tree.data, dict):
        formatted = format_text(text)
        assert format_text(formatted) == formatted
    if not faults:
        assert loads(dumps(clause_set), "x") == clause_set
    return "no clause set" if faults else "valid"


def check(faults: Iterable[ClausetrackError], places: int) -> None:
    for fault in faults:
        assert 1 <= (fault.line or 0) <= places
        assert (fault.column or 0) >= 1
        assert "\n" not in str(fault)
