"""Findings as JUnit XML: a suite for every file, a failed case for every finding, a passed one for a file without."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from clausetrack.model.finding import Finding, Validation
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible


def render(result: Validation, options: Options) -> str:
    """Draw the findings as XML; what XML cannot hold is shown as an escape."""
    del options
    by_file: dict[str, list[Finding]] = {file: [] for file in result.files}
    for finding in result.findings:
        by_file.setdefault(finding.position.file, []).append(finding)
    root = ET.Element("testsuites", name="clausetrack")
    tests = failures = 0
    for file, findings in by_file.items():
        suite = ET.SubElement(root, "testsuite", name=visible(file))
        counted = [_case(suite, file, finding) for finding in findings] or [_passed(suite, file)]
        _count(suite, len(counted), sum(counted), 0)
        tests, failures = tests + len(counted), failures + sum(counted)
    for error in result.unreadable:
        suite = ET.SubElement(root, "testsuite", name=visible(error.file or "?"))
        case = ET.SubElement(suite, "testcase", classname=visible(error.file or "?"), name="read")
        ET.SubElement(case, "error", type="unreadable", message=visible(error.what))
        _count(suite, 1, 0, 1)
    _count(root, tests + len(result.unreadable), failures, len(result.unreadable))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _count(element: ET.Element, tests: int, failures: int, errors: int) -> None:
    for name, number in (("tests", tests), ("failures", failures), ("errors", errors)):
        element.set(name, str(number))


def _passed(suite: ET.Element, file: str) -> int:
    ET.SubElement(suite, "testcase", classname=visible(file), name="valid")
    return 0


def _case(suite: ET.Element, file: str, finding: Finding) -> int:
    """Add a case, failed unless the finding is for information only; give how many failed."""
    name = f"{finding.rule} {finding.position.line}:{finding.position.column}"
    case = ET.SubElement(suite, "testcase", classname=visible(file), name=name)
    text = visible(f"{finding.position}: {finding.severity}: {finding.message}\n{finding.help}".rstrip())
    if finding.severity == "info":
        ET.SubElement(case, "system-out").text = text
        return 0
    ET.SubElement(case, "failure", type=finding.rule, message=visible(finding.message)).text = text
    return 1
