"""Check clause files: syntax, schema, rules, evidence; each by itself, then among the others of its project."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from pathlib import Path
from typing import Final, NamedTuple

from clausetrack.app.collect import collect, is_ours
from clausetrack.app.settings import PROJECT_FILE, Settings
from clausetrack.clauseset.build import build, without_faults
from clausetrack.clauseset.schema import schema_faults
from clausetrack.clauseset.syntax import Tree, parse
from clausetrack.errors import ClausetrackError, InputError, InvalidFileError
from clausetrack.files import MAX_BYTES, STDIN_NAME, decode, read_bytes
from clausetrack.model.finding import Finding, Validation
from clausetrack.model.source import Fingerprint, Source
from clausetrack.rules import registry
from clausetrack.rules.ignores import Ignore, apply_ignores, ignores_of
from clausetrack.rules.judge import finding_at, finish, judge_among, judge_file, schema_findings, syntax_findings
from clausetrack.rules.outline import Outline, Project, outline
from clausetrack.rules.severity import Severities
from clausetrack.rules.subject import Neighbourhood, Subject

PARALLEL_BYTES: Final = 4 * 1024 * 1024
"""Below this much text starting processes costs more than they save: a process takes 0.1 s, a MiB as much."""

STDIN_SHOWN: Final = "<stdin>"

_FINGERPRINT: Final = "clausetrack/fingerprint/"
"""How the format of a fingerprint file starts."""


class FileReport(NamedTuple):
    """What is known of a file once it has been looked at by itself; small enough to send between processes."""

    file: str
    findings: tuple[Finding, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    outline: Outline | None = None
    clauses: int = 0
    error: ClausetrackError | None = None
    passed_over: bool = False
    text: str | None = None
    """What was read, where it cannot be read again."""


class Checks(NamedTuple):
    """What a worker needs to know: severities, own domains, the size limit, and which files a search has brought."""

    severities: Severities = Severities()
    own_domains: frozenset[str] = frozenset()
    max_bytes: int = MAX_BYTES
    searched: frozenset[str] = frozenset()


def validate(
    paths: Sequence[str],
    settings: Settings,
    *,
    progress: Callable[[Iterable[FileReport], int], Iterable[FileReport]] | None = None,
) -> Validation:
    """Check files and directories; the project's clause folder where no path is given.

    ``progress`` may wrap the reports of the files, with their number, to show how far the work has come. InputError
    where no path is given and the project has no clause folder.
    """
    collected = collect(paths or [default_path(settings)])
    checks = Checks(settings.severities, frozenset(settings.domains), settings.max_bytes, collected.searched)
    reports = _reports(collected.files, checks, settings.jobs)
    done = list(progress(reports, len(collected.files)) if progress else reports)
    return _judge(done, checks, collected.errors)


def validate_text(text: str, file: str, checks: Checks | None = None) -> Validation:
    """Check one clause set that is given as text, by itself."""
    checks = checks or Checks()
    return _judge([_look_at_text(text, file, checks)._replace(text=text)], checks, ())


def default_path(settings: Settings) -> str:
    """Give the project's clause folder as seen from the working directory. InputError where there is none."""
    folder = os.path.relpath(Path(settings.root, settings.specs))
    if not Path(folder).exists():
        hint = "name files or folders, or start a project with 'clausetrack init'"
        raise InputError("there is no such folder, and no path was given", file=folder, hint=hint)
    return folder


def _reports(files: Sequence[str], checks: Checks, jobs: int) -> Iterable[FileReport]:
    look = partial(look_at_file, checks=checks)
    # A worker has no standard input.
    workers = min(jobs or os.cpu_count() or 1, len(files)) if STDIN_NAME not in files else 1
    if workers < 2 or _total_size(files) < PARALLEL_BYTES:  # noqa: PLR2004 - one worker is no parallelism
        return map(look, files)
    return _in_parallel(look, files, workers)


def _in_parallel(look: Callable[[str], FileReport], files: Sequence[str], workers: int) -> Iterable[FileReport]:
    import signal  # noqa: PLC0415 - with the next, 20 ms that only large inputs pay
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    # A few chunks a worker keep them all busy to the end without a message for every file.
    size = max(1, len(files) // (workers * 8))
    # An interrupt is for the one that waits; each worker would print a traceback of its own.
    quiet = (signal.SIGINT, signal.SIG_IGN)
    with ProcessPoolExecutor(workers, initializer=signal.signal, initargs=quiet) as pool:
        try:
            yield from pool.map(look, files, chunksize=size)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _total_size(files: Iterable[str]) -> int:
    return sum(_size(file) for file in files)


def _size(file: str) -> int:
    try:
        return os.stat(file).st_size  # noqa: PTH116 - thousands of files
    except (OSError, ValueError):
        return 0


def look_at_file(file: str, checks: Checks) -> FileReport:
    """Check one file by itself. What cannot be read is reported, not raised, so that the others are still checked."""
    shown = STDIN_SHOWN if file == STDIN_NAME else file
    try:
        data = read_bytes(file, limit=checks.max_bytes)
        text = decode(data, shown)
    except InputError as error:
        # Bytes that are no text are a fault of the file; a file that cannot be read is none of ours.
        found = tuple(syntax_findings([error])) if error.line is not None else ()
        return FileReport(shown, findings=found, error=None if found else error)
    if file in checks.searched and not is_ours(text):
        return FileReport(file, passed_over=True)
    report = _look_at_text(text, shown, checks)
    return report._replace(text=text) if file == STDIN_NAME else report


def _look_at_text(text: str, file: str, checks: Checks) -> FileReport:
    try:
        tree = parse(text, file)
    except InvalidFileError as error:
        return FileReport(file, findings=tuple(syntax_findings(error.faults)))
    if (name := _other_schema(tree)) is not None:
        return FileReport(file, findings=tuple(schema_findings(schema_faults(tree, name), tree)))
    faults = schema_faults(tree)
    clause_set = build(tree, without_faults(tree.data, (fault.path for fault in faults)) if faults else None)
    subject = Subject(clause_set, tree, partial(_fingerprint, file), checks.own_domains)
    findings = schema_findings(faults, tree) + judge_file(subject, checks.severities)
    return FileReport(
        file, tuple(findings), tuple(ignores_of(tree)), outline(clause_set, file), len(clause_set.clauses)
    )


def _other_schema(tree: Tree) -> str | None:
    """Name the schema of a file that is ours and no clause set: a fingerprint, the project file."""
    if Path(tree.file).name == PROJECT_FILE:
        return "settings"
    said = tree.data.get("format") if isinstance(tree.data, dict) else None
    return "fingerprint" if isinstance(said, str) and said.startswith(_FINGERPRINT) else None


def _fingerprint(file: str, source: Source) -> Fingerprint | None:
    """Load the fingerprint of a source; its path is relative to the clause file."""
    if source.fingerprint is None:
        return None
    from clausetrack.evidence.fingerprint import fingerprint_path  # noqa: PLC0415 - 10 ms that few files have to pay

    path = fingerprint_path(source.fingerprint, file)
    return _load_fingerprint(os.path.abspath(path), _stamp(path))  # noqa: PTH100 - a name for the cache


def _stamp(path: str) -> tuple[int, int] | None:
    """Tell versions of a file apart, so that a program that runs for long sees that one has changed."""
    try:
        known = os.stat(path)  # noqa: PTH116 - a string is what is at hand
    except (OSError, ValueError):
        return None
    return known.st_mtime_ns, known.st_size


@lru_cache(maxsize=64)
def _load_fingerprint(path: str, stamp: tuple[int, int] | None) -> Fingerprint:
    del stamp
    from clausetrack.evidence.fingerprint import load_fingerprint  # noqa: PLC0415 - see above

    return load_fingerprint(path)


def _judge(reports: Sequence[FileReport], checks: Checks, errors: Sequence[ClausetrackError]) -> Validation:
    """Judge the files among each other, apply the comments that ignore, and put the findings in order."""
    outlines = [report.outline for report in reports if report.outline is not None]
    beside, unread = _neighbours(reports, checks)
    project = Project.of([*outlines, *beside], unread)
    findings: list[Finding] = []
    for report in reports:
        among = _among(report, project, checks) if report.outline is not None else []
        is_off = partial(_is_off, checks.severities, report.file)
        findings += apply_ignores([*report.findings, *among], report.ignores, registry.LINT, is_off)
    return Validation(
        findings=tuple(finish(findings, checks.severities)),
        files=tuple(report.file for report in reports if report.error is None and not report.passed_over),
        clauses=sum(report.clauses for report in reports),
        unreadable=(*errors, *(report.error for report in reports if report.error is not None)),
        passed_over=tuple(report.file for report in reports if report.passed_over),
    )


def _is_off(severities: Severities, file: str, rule: str) -> bool:
    return severities.of(rule, registry.LINT[rule].SEVERITY, file) == "off"


def _among(report: FileReport, project: Project, checks: Checks) -> list[Finding]:
    assert report.outline is not None  # noqa: S101 - the caller has looked
    problems = [
        (module, problem)
        for module, problem in judge_among(Neighbourhood(report.outline, project))
        if not _is_off(checks.severities, report.file, module.ID)
    ]
    if not problems:
        return []
    # Few files have such findings, so the file is read again for their places, rather than all places kept for all.
    tree = _tree_again(report, checks)
    return [finding_at(module, problem, tree) for module, problem in problems]


def _tree_again(report: FileReport, checks: Checks) -> Tree:
    file, text = report.file, report.text
    try:
        return parse(decode(read_bytes(file, limit=checks.max_bytes), file) if text is None else text, file)
    except ClausetrackError:
        # The file vanished or changed since; what was found is still true of what was read.
        return Tree("", file, {}, {})


def _neighbours(reports: Sequence[FileReport], checks: Checks) -> tuple[list[Outline], list[str]]:
    """Give the outlines of files that were not asked for and that a named one refers to, and what cannot be read.

    Those are the other revisions of its agreement, and the agreements that it refers to.
    """
    known = {os.path.realpath(report.file) for report in reports}
    folders: dict[str, None] = {}
    for entry in (report.outline for report in reports if report.outline is not None):
        folder = Path(entry.file).parent
        if folder.name != entry.agreement:
            continue  # not laid out as a project, so what lies beside the file says nothing about it
        folders[str(folder)] = None
        for _, reference in entry.references:
            agreement = reference.rpartition("#")[0].partition("@")[0]
            if agreement and agreement != entry.agreement and "/" not in agreement and ".." not in agreement:
                folders[str(folder.parent / agreement)] = None
    files = [file for folder in folders for file in _clause_files(folder) if os.path.realpath(file) not in known]
    beside = [look_at_file(file, _quiet(checks)) for file in files]
    unread = [report.file for report in (*reports, *beside) if report.outline is None and not report.passed_over]
    return [report.outline for report in beside if report.outline is not None], unread


def _quiet(checks: Checks) -> Checks:
    """Give checks that judge nothing, for files of which only the outline is wanted."""
    return checks._replace(severities=Severities(dict.fromkeys(registry.LINT, "off")))


def _clause_files(folder: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    except OSError:
        return []
    return [str(Path(folder, name)) for name in names if name.endswith((".yaml", ".yml")) and not name.startswith(".")]
