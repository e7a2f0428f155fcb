"""Whatever becomes of a clause file, checking it gives findings with places, and never fails."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from clausetrack.app.validate import validate_text
from clausetrack.clauseset.syntax import parse
from clausetrack.report.registry import RENDERERS, Options, render

ROOT = Path(__file__).parent.parent.parent
FILES = sorted(ROOT.glob("clause_specs/*/*.yaml"))
NASTY = [
    "",
    "NO",
    "~",
    "[]",
    "{}",
    "'",
    '"',
    ": ",
    "- ",
    "\t",
    "&a",
    "*a",
    "!t",
    "# clausetrack: ignore[x] y",
    "\x1b",
    "é",
]
VALUES = [
    None,
    True,
    0,
    -1,
    1.5,
    "",
    "x",
    "日本",
    [],
    {},
    [[]],
    [{}],
    {"a": 1},
    {"id": 1},
    "2024-13-45",
    "P1Y",
    "a#b@c",
]
RUNS = 12


def damaged(text, random):
    """Give a text with characters lost, doubled or put in, or with a line gone or moved."""
    at = random.randrange(len(text))
    lines = text.splitlines(keepends=True)
    line = random.randrange(len(lines))
    return random.choice(
        [
            text[:at] + text[at + random.randrange(1, 30) :],
            text[:at] + random.choice(NASTY) + text[at:],
            text[:at] + text[at : at + 40] * 2 + text[at + 40 :],
            "".join(lines[:line] + lines[line + 1 :]),
            "".join(lines[:line] + lines[line:][::-1]),
        ]
    )


def altered(text, random):
    """Give a text whose data has a value of another kind somewhere, or a key more or less."""
    data = parse(text, "x").data
    place = data
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        if not keys:
            break
        key = random.choice(keys)
        if isinstance(place[key], dict | list) and place[key] and random.random() < 0.8:
            place = place[key]
            continue
        if random.random() < 0.3:
            del place[key]
        else:
            place[key] = random.choice(VALUES)
        break
    return json.dumps(data, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("path", FILES, ids=[f"{path.parent.name}-{path.stem}" for path in FILES])
@pytest.mark.parametrize("mutate", [damaged, altered])
def test_a_mutation_gives_findings_with_places(path, mutate):
    text = path.read_text(encoding="utf-8")
    random = Random(path.name)  # noqa: S311 - the same mutations in every run
    for _ in range(RUNS):
        mutated = mutate(text, random)
        result = validate_text(mutated, str(path.relative_to(ROOT)))
        lines = mutated.count("\n") + mutated.count("\r") + 1
        for finding in result.findings:
            assert 1 <= finding.position.line <= lines
            assert finding.position.column >= 1
            assert finding.message
            assert len(finding.fingerprint) == 16
        assert len({finding.fingerprint for finding in result.findings}) == len(result.findings)
    for format in RENDERERS["findings"]:
        assert isinstance(render("findings", result, format, Options()), str)
