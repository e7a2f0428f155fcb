"""What every rule on clause files owes: a registry entry, a page, examples that show it, cases that test it."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from fragments import checked, examples, write

from clausetrack.app.rule_pages import lint_rules, rule_page
from clausetrack.errors import UnknownNameError
from clausetrack.model.scales import SEVERITY
from clausetrack.rules import lint, registry

FOLDER = Path(lint.__file__).parent
CASES = Path(__file__).parent.parent / "rules" / "lint" / "cases"
MODULES = sorted(path.stem for path in FOLDER.glob("[!_]*.py"))

each = pytest.mark.parametrize("rule", sorted(registry.LINT))


def test_the_registry_has_every_rule_in_the_folder_and_no_other():
    registered = [module.__name__.rsplit(".", 1)[1] for module in registry.LINT.values()]
    assert sorted(registered) == MODULES
    assert len(registry.LINT) == len((*registry.LOCAL, *registry.PROJECT, *registry.FRAME))
    assert list(registry.LINT) == sorted(registry.LINT)


@each
def test_a_rule_is_called_as_its_file(rule):
    module = registry.LINT[rule]
    assert re.sub(r"[-.]", "_", rule) == module.__name__.rsplit(".", 1)[1]
    assert rule == module.ID
    assert module.SEVERITY in SEVERITY
    assert module.SEVERITY != "off"


@each
def test_a_rule_checks_unless_the_frame_does(rule):
    module = registry.LINT[rule]
    assert hasattr(module, "check") == (module not in registry.FRAME)
    if hasattr(module, "check"):
        assert inspect.getdoc(module.check)


@each
def test_a_page_reads_as_one(rule):
    page = rule_page(rule)
    lines = page.splitlines()
    assert lines[0] == f"# {rule}"
    assert lines[2] == registry.summary(registry.LINT[rule])
    assert lines[2].endswith(".")
    assert len(lines[2]) <= 100
    assert f"Default severity: {registry.LINT[rule].SEVERITY}." in lines
    assert page.index("\nWrong:\n") < page.index("\nRight:\n")
    assert page.count("```yaml") == len(examples(page, "Wrong")) + len(examples(page, "Right"))
    assert lint_rules()[rule].page == page


@each
def test_a_rule_finds_what_its_page_calls_wrong_where_it_stands(rule, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (wrong,) = examples(rule_page(rule), "Wrong")
    write(tmp_path, wrong)
    found = [finding for finding in checked().findings if finding.rule == rule]
    assert found
    for finding in found:
        line = Path(finding.position.file).read_text().splitlines()[finding.position.line - 1]
        names = re.findall(r"'([^']+)'", finding.message)
        # Evidence names its source, and stands at the digest.
        assert not names or rule == "evidence-stale" or any(name in line for name in names), (finding.message, line)
        assert not line[finding.position.column - 1 :][:1].isspace()
        assert re.fullmatch("[0-9a-f]{16}", finding.fingerprint)


@each
def test_a_rule_finds_nothing_in_what_its_page_calls_right(rule, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (right,) = examples(rule_page(rule), "Right")
    write(tmp_path, right)
    result = checked()
    assert [finding for finding in result.findings if finding.rule == rule or finding.severity == "error"] == []
    assert result.unreadable == ()


@each
def test_a_rule_has_cases_of_its_own(rule):
    assert (CASES / f"{rule}.yaml").is_file()


def test_there_are_no_cases_without_a_rule():
    assert {path.stem for path in CASES.glob("*.yaml")} == set(registry.LINT)


def test_a_misspelt_rule_is_told_with_what_was_meant():
    with pytest.raises(UnknownNameError) as caught:
        rule_page("dangling-referense")
    assert caught.value.hint == "did you mean 'dangling-reference'?"
    with pytest.raises(UnknownNameError, match="force-lowerd"):
        rule_page("force-lowerd")
