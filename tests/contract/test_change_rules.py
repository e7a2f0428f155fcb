"""What every rule on changes owes: a registry entry, a page, an example that shows it, and sense read backwards."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from clausetrack.app.diff import diff_sets
from clausetrack.clauseset.load import loads
from clausetrack.model.change import Change, Diff
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.scales import SEVERITY
from clausetrack.rules import change, change_registry, registry

FOLDER = Path(change.__file__).parent
MODULES = sorted(path.stem for path in FOLDER.glob("[!_]*.py"))
BASE = {
    "format": "format: clausetrack/clause-set/1\n",
    "agreement": "agreement: {id: demo, title: Demo}\n",
    "revision": "revision: {id: %s, basis: primary-text, language: en}\n",
}
_EXAMPLE = re.compile(r"^Example:\n```yaml\n# old\n(.*?)# new\n(.*?)^```$", re.MULTILINE | re.DOTALL)

BACKWARDS = {
    **{f"{what}-added": f"{what}-removed" for what in ("clause", "condition", "exception", "hedge", "actor", "domain")},
    **{f"{what}-raised": f"{what}-lowered" for what in ("force", "frequency", "level")},
    "scope-broadened": "scope-narrowed",
    "deadline-set": "deadline-lifted",
    "deadline-advanced": "deadline-postponed",
    "status-advanced": "status-regressed",
    "party-joined": "party-left",
    "clause-split": "clauses-merged",
}
"""What the example of a rule says read backwards: another rule; one that is not named here says itself."""
BACKWARDS |= {other: rule for rule, other in BACKWARDS.items()}
ONE_WAY = {"meeting-held"}
"""Rules that say nothing backwards: a meeting that was held stays held, and its loss is a change of coding."""
TURNED = {"strengthened": "weakened", "broadened": "narrowed", "mixed": "mixed", "neutral": "neutral"}
TURNED |= {other: direction for direction, other in TURNED.items()}

each = pytest.mark.parametrize("rule", sorted(change_registry.CHANGE))


def example(rule: str) -> tuple[ClauseSet, ClauseSet]:
    (found,) = _EXAMPLE.findall(page(rule))
    return read(found[0], "one"), read(found[1], "two")


def page(rule: str) -> str:
    return registry.page(change_registry.CHANGE[rule])


def read(fragment: str, revision: str) -> ClauseSet:
    """Read a fragment of an example, with what a clause set must have and the fragment leaves out."""
    missing = [line for key, line in BASE.items() if not re.search(rf"^{key}:", fragment, re.MULTILINE)]
    return loads(fragment + "".join(missing).replace("%s", revision), f"{revision}.yaml")


def told(found: Diff, rule: str) -> list[Change]:
    every = [*found.changes, *(change for row in found.rows for change in row.changes)]
    return [change for change in every if change.rule == rule]


def test_the_registry_has_every_rule_in_the_folder_and_no_other():
    registered = [module.__name__.rsplit(".", 1)[1] for module in change_registry.CHANGE.values()]
    assert sorted(registered) == MODULES
    lists = (change_registry.PAIR, change_registry.LAST, change_registry.AGREEMENT)
    assert len(change_registry.CHANGE) == sum(map(len, lists))
    assert set(change_registry.PLACE) < set(change_registry.PAIR)
    assert change_registry.CHANGE.keys() > change_registry.NOISE


@each
def test_a_rule_is_called_as_its_file(rule):
    module = change_registry.CHANGE[rule]
    assert rule.replace("-", "_") == module.__name__.rsplit(".", 1)[1]
    assert rule == module.ID
    assert module.SEVERITY in SEVERITY
    assert module.SEVERITY != "off"
    assert inspect.getdoc(module.check)


@each
def test_a_page_reads_as_one(rule):
    lines = page(rule).splitlines()
    assert lines[0] == f"# {rule}"
    assert lines[2].endswith(".")
    assert len(lines[2]) <= 100
    assert f"Default severity: {change_registry.CHANGE[rule].SEVERITY}." in lines
    assert page(rule).count("```yaml") == 1


@each
def test_a_rule_says_what_its_example_shows(rule):
    found = told(diff_sets(*example(rule)), rule)
    assert found
    for each_change in found:
        assert re.fullmatch("[0-9a-f]{16}", each_change.fingerprint)
        assert 0 < len(each_change.message) <= 160
        assert each_change.message.isprintable()
        assert each_change.severity == change_registry.CHANGE[rule].SEVERITY


@each
def test_an_example_read_backwards_says_the_reverse(rule):
    old, new = example(rule)
    forwards = told(diff_sets(old, new), rule)
    backwards = told(diff_sets(new, old), BACKWARDS.get(rule, rule))
    if rule in ONE_WAY:
        assert backwards == []
    else:
        assert sorted(TURNED[change.direction] for change in forwards) == sorted(
            change.direction for change in backwards
        )


@each
@pytest.mark.parametrize("side", [0, 1])
def test_an_example_against_itself_says_nothing(rule, side):
    one = example(rule)[side]
    found = diff_sets(one, one)
    assert found.changes == ()
    assert [row for row in found.rows if row.changes or row.direction != "neutral"] == []


@each
def test_the_places_of_a_change_are_in_the_files(rule):
    for found in told(diff_sets(*example(rule)), rule):
        for site, file in ((found.old, "one.yaml"), (found.new, "two.yaml")):
            if site is not None and site.position is not None:
                assert site.position.file == file
