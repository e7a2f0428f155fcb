"""Every case of every rule: files in `cases/`, one a rule, each case under a line that says what it shows.

A mark, `# <-`, ends the lines where the rule has something to find; it is taken out before the rule looks.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fragments import checked, files_of, write

FOLDER = Path(__file__).parent / "cases"
_CASE = re.compile(r"^=== (.+)\n", re.MULTILINE)
_MARK = re.compile(r"[ ]*# <-$", re.MULTILINE)


def cases():
    for path in sorted(FOLDER.glob("*.yaml")):
        head, *parts = _CASE.split(path.read_text(encoding="utf-8"))
        assert not head.strip()
        for name, fragment in zip(parts[::2], parts[1::2], strict=True):
            yield pytest.param(path.stem, fragment, id=f"{path.stem}: {name}")


@pytest.mark.parametrize(("rule", "fragment"), list(cases()))
def test_the_rule_finds_what_is_marked_and_nothing_else(rule, fragment, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    expected = {
        (file, number)
        for file, text in files_of(fragment).items()
        for number, line in enumerate(text.splitlines(), 1)
        if _MARK.search(line)
    }
    write(tmp_path, _MARK.sub("", fragment))
    found = [finding for finding in checked().findings if finding.rule == rule]
    assert {(finding.position.file, finding.position.line) for finding in found} == expected
    assert len(found) == len({(finding.position, finding.message) for finding in found})


@pytest.mark.parametrize("rule", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_a_rule_has_cases_of_both_kinds(rule):
    parts = _CASE.split((FOLDER / f"{rule}.yaml").read_text(encoding="utf-8"))[2::2]
    marked = [part for part in parts if _MARK.search(part)]
    assert marked
    assert len(marked) < len(parts)
