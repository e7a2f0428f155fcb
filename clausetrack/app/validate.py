"""Check clause files: syntax, schema, rules, evidence; each by itself, then among the others of its project."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Final

from clausetrack.app.collect import collect
from clausetrack.app.settings import Settings
from clausetrack.clauseset.build import build, without_faults
from clausetrack.clauseset.schema import schema_faults
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.errors import ClausetrackError, InputError, InvalidFileError
from clausetrack.evidence.fingerprint import FORMAT as FINGERPRINT_FORMAT
from clausetrack.evidence.fingerprint import fingerprint_path, load_fingerprint
from clausetrack.files import STDIN_NAME, decode, read_bytes
from clausetrack.model.finding import Finding, Validation
from clausetrack.model.source import Fingerprint, Source
from clausetrack.rules import registry
from clausetrack.rules.ignores import Ignore, apply_ignores, ignores_of
from clausetrack.rules.judge import fault_findings, finding_at, finish, judge_among, judge_file
from clausetrack.rules.outline import Outline, Project, outline
from clausetrack.rules.severity import Severities
from clausetrack.rules.subject import Neighbourhood, Subject

PARALLEL_BYTES: Final = 4 * 1024 * 1024
"""Below this much text starting processes costs more than they save: a process takes 0.1 s, a MiB of clauses as much."""

_LOOKS_LIKE_A_SET: Final = re.compile(r"clausetrack/|^(?:agreement|clauses|revision):", re.MULTILINE)
_HEAD: Final = 4096
"""Characters in which a clause file has shown what it is."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What is known of a file once it has been looked at by itself; small enough to send between processes."""

    file: str
    findings: tuple[Finding, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    outline: Outline | None = None
    clauses: int = 0
    error: ClausetrackError | None = None
    passed_over: bool = False


@dataclass(frozen=True, slots=True)
class Checks:
    """What a worker needs to know: severities, the project's own domains, the size limit, which files were found by search."""

    severities: Severities = field(default_factory=Severities)
    own_domains: frozenset[str] = frozenset()
    max_bytes: int = 64 * 1024 * 1024
    searched: frozenset[str] = frozenset()


def validate(
    paths: Sequence[str],
    settings: Settings,
    *,
    progress: Callable[[Iterable[FileReport], int], Iterable[FileReport]] | None = None,
) -> Validation:
    """Check files and directories; the project's clause folder where no path is given.

    ``progress`` may wrap the reports of the files, with their number, to show how far the work has come.
    """
    collected = collect(paths or [default_path(settings)])
    checks = Checks(settings.severities, frozenset(settings.domains), settings.max_bytes, collected.searched)
    reports = _reports(collected.files, checks, settings.jobs)
    done = list(progress(reports, len(collected.files)) if progress else reports)
    return _judge(done, checks, collected.errors)


def validate_text(text: str, file: str, checks: Checks | None = None) -> Validation:
    """Check one clause set that is given as text, by itself."""
    checks = checks or Checks()
    return _judge([_look_at_text(text, file, checks)], checks, ())


def default_path(settings: Settings) -> str:
    """Give the project's clause folder as seen from the working directory."""
    folder = Path(settings.root, settings.specs)
    try:
        return str(folder.relative_to(Path.cwd()))
    except ValueError:
        return os.path.relpath(folder)


def _reports(files: Sequence[str], checks: Checks, jobs: int) -> Iterable[FileReport]:
    look = partial(look_at_file, checks=checks)
    workers = min(jobs or os.cpu_count() or 1, len(files))
    if workers < 2 or _total_size(files) < PARALLEL_BYTES:  # noqa: PLR2004 - one worker is no parallelism
        return map(look, files)
    return _in_parallel(look, files, workers)


def _in_parallel(look: Callable[[str], FileReport], files: Sequence[str], workers: int) -> Iterable[FileReport]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - 20 ms that only large inputs pay

    # A few chunks a worker keep them all busy to the end without a message for every file.
    size = max(1, len(files) // (workers * 8))
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(look, files, chunksize=size)


def _total_size(files: Iterable[str]) -> int:
    return sum(_size(file) for file in files)


def _size(file: str) -> int:
    try:
        return os.stat(file).st_size  # noqa: PTH116 - thousands of files
    except (OSError, ValueError):
        return 0


def look_at_file(file: str, checks: Checks) -> FileReport:
    """Check one file by itself. What cannot be read is reported, not raised, so that the other files are still checked."""
    try:
        data = read_bytes(file, limit=checks.max_bytes)
        text = decode(data, "<stdin>" if file == STDIN_NAME else file)
    except InputError as error:
        return _undecodable(file, error)
    if file in checks.searched and text.strip() and not _LOOKS_LIKE_A_SET.search(text[:_HEAD]):
        return FileReport(file, passed_over=True)
    return _look_at_text(text, "<stdin>" if file == STDIN_NAME else file, checks)


def _undecodable(file: str, error: InputError) -> FileReport:
    """Bytes that are no text are a fault of the file; a file that cannot be read is none of ours."""
    if error.line is None:
        return FileReport(file, error=error)
    fault = InvalidFileError([error])
    return FileReport(file, findings=tuple(fault_findings(fault.faults)))


def _look_at_text(text: str, file: str, checks: Checks) -> FileReport:
    try:
        tree = parse(text, file)
    except InvalidFileError as error:
        return FileReport(file, findings=tuple(fault_findings(error.faults)))
    if isinstance(tree.data, dict) and tree.data.get("format") == FINGERPRINT_FORMAT:
        return FileReport(file, findings=tuple(fault_findings(schema_faults(tree, "fingerprint"), tree.data)))
    faults = schema_faults(tree)
    clause_set = build(tree, without_faults(tree.data, (fault.path for fault in faults)) if faults else None)
    subject = Subject(clause_set, tree, partial(_fingerprint, file), checks.own_domains)
    findings = fault_findings(faults, tree.data) + judge_file(subject, checks.severities)
    return FileReport(
        file, tuple(findings), tuple(ignores_of(tree)), outline(clause_set, file), len(clause_set.clauses)
    )


def _fingerprint(file: str, source: Source) -> Fingerprint | None:
    """Load the fingerprint of a source; its path is relative to the clause file."""
    return _load_fingerprint(fingerprint_path(source.fingerprint, file)) if source.fingerprint else None


@cache
def _load_fingerprint(path: str) -> Fingerprint:
    return load_fingerprint(path)


def _judge(reports: Sequence[FileReport], checks: Checks, errors: Sequence[ClausetrackError]) -> Validation:
    """Judge the files among each other, apply the comments that ignore, and put the findings in order."""
    outlines = [report.outline for report in reports if report.outline is not None]
    project = Project.of([*outlines, *_neighbours(outlines, checks)])
    findings: list[Finding] = []
    for report in reports:
        among = _among(report, project, checks) if report.outline is not None else []
        findings += apply_ignores([*report.findings, *among], report.ignores, registry.LINT)
    return Validation(
        findings=tuple(finish(findings, checks.severities)),
        files=tuple(report.file for report in reports if report.error is None and not report.passed_over),
        clauses=sum(report.clauses for report in reports),
        unreadable=(*errors, *(report.error for report in reports if report.error is not None)),
        passed_over=tuple(report.file for report in reports if report.passed_over),
    )


def _among(report: FileReport, project: Project, checks: Checks) -> list[Finding]:
    assert report.outline is not None  # noqa: S101 - the caller has looked
    problems = [
        (module, problem)
        for module, problem in judge_among(Neighbourhood(report.outline, project))
        if checks.severities.of(module.ID, module.SEVERITY, report.file) != "off"
    ]
    if not problems:
        return []
    # Few files have such findings, so the file is read again for their places, rather than all places kept for all files.
    tree = _tree_again(report.file, checks)
    return [finding_at(module, problem, tree) for module, problem in problems]


def _tree_again(file: str, checks: Checks) -> Tree:
    try:
        return parse(decode(read_bytes(file, limit=checks.max_bytes), file), file)
    except ClausetrackError:
        # The file vanished or changed since; what was found is still true of what was read.
        return Tree("", file, {}, {})


def _neighbours(outlines: Sequence[Outline], checks: Checks) -> list[Outline]:
    """Give the outlines of files that were not asked for, and that a named one refers to: other revisions, other agreements."""
    known = {os.path.realpath(entry.file) for entry in outlines}
    folders: dict[str, None] = {}
    for entry in outlines:
        folder = Path(entry.file).parent
        if folder.name != entry.agreement:
            continue  # not laid out as a project, so what lies beside the file says nothing about it
        folders[str(folder)] = None
        for _, reference in entry.references:
            agreement = reference.rpartition("#")[0].partition("@")[0]
            if agreement and agreement != entry.agreement and "/" not in agreement and ".." not in agreement:
                folders[str(folder.parent / agreement)] = None
    files = [file for folder in folders for file in _clause_files(folder) if os.path.realpath(file) not in known]
    return [report.outline for file in files if (report := look_at_file(file, _quiet(checks))).outline is not None]


def _quiet(checks: Checks) -> Checks:
    """Give checks that judge nothing, for files of which only the outline is wanted."""
    return replace(checks, severities=Severities(dict.fromkeys(registry.LINT, "off")))


def _clause_files(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    except OSError:
        return []
    return [str(Path(folder, name)) for name in names if name.endswith((".yaml", ".yml")) and not name.startswith(".")]
