"""``clausetrack diff``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import click

from clausetrack.app import baseline
from clausetrack.app.changed import changed_sets
from clausetrack.app.diff import View, diff_specs, explain_specs, gate
from clausetrack.app.originals import original_document
from clausetrack.app.rule_pages import change_rules
from clausetrack.app.settings import Settings
from clausetrack.cli.exits import FOUND, OK, WRONG_INPUT, say
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.cli.progress import progress_bar
from clausetrack.files import STDIN_NAME
from clausetrack.model.change import Diff
from clausetrack.model.gate import Refused
from clausetrack.report.counting import counted
from clausetrack.report.registry import Options, formats


@click.command(
    "diff",
    epilog=example("clausetrack diff clause_specs/eu-jp-sdp/2024-11-01.yaml clause_specs/eu-jp-sdp/2025-07-23.yaml"),
)
@click.argument("inputs", nargs=-1, metavar="OLD [NEW]", type=click.Path())
@format_option("diff")
@click.option("--all", "everything", is_flag=True, help="Show numbering, typography, coding and whole redlines too.")
@click.option("--where", multiple=True, metavar="CONDITION", help="Only clauses with, say, kind=dialogue or actor=JP.")
@click.option("--only", metavar="RULE,…", help="Only changes of these rules.")
@click.option("--summary-by", type=click.Choice(["actor", "domain", "kind"]), help="Count the changes by this.")
@click.option("--reverse", is_flag=True, help="Compare the other way round.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything changed, as diff(1) does.")
@click.option(
    "--fail-on", metavar="WHAT", help="Exit with 1 from a severity on, or on directions such as weakened,narrowed."
)
@click.option("--allow", multiple=True, metavar="RULE:CLAUSE", help="What was agreed, as globs; all else fails.")
@click.option("--explain", metavar="ID", help="Say instead why the clause ID was paired as it was.")
@click.option("--changed", metavar="REV..REV", help="Compare all clause files that a range changed; paths may follow.")
@click.option("--write-baseline", metavar="REASON", help="Accept what would fail, for this reason, in the baseline.")
@common_options
def command(
    *,
    inputs: tuple[str, ...],
    wanted: Wanted,
    output: str | None,
    everything: bool,
    where: tuple[str, ...],
    only: str | None,
    summary_by: str | None,
    reverse: bool,
    exit_code: bool,
    fail_on: str | None,
    allow: tuple[str, ...],
    explain: str | None,
    changed: str | None,
    write_baseline: str | None,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Say what changed between two revisions, in words and in substance.

    OLD and NEW are clause files or documents (txt, md, html, docx, odt, rtf, pdf, Akoma Ntoso): paths, - for standard
    input, or REV:PATH as in git. A DOCX alone is compared with itself: its tracked changes rejected, and accepted.
    """
    settings = settings_in_force(color=color, diff_fail_on=fail_on, allow=allow or None)
    asked = _Asked(settings, wanted, output, everything, exit_code, quiet)
    saved = any(name == "json" for name, _ in wanted)
    rules = tuple(name.strip() for name in only.split(",")) if only else ()
    view = View(where, rules, summary_by, reverse, operations=saved)
    if changed is not None:
        return _changed(changed, inputs, view, asked)
    old, new = _two(inputs)
    _refuse_own_input(inputs, [output, *(file for _, file in wanted)])
    if explain is not None:
        explanation = explain_specs(old, new, explain, settings, reverse=reverse)
        write_results("explanation", explanation, wanted, output, terminal_options(settings.color))
        return OK
    with progress_bar("reading", quiet=quiet) as progress:
        result = diff_specs(old, new, settings, view, progress)
    if verbose and not quiet:
        say(f"compared {len(result.old.clauses):,} with {counted(len(result.new.clauses), 'clause')}")
    options = asked.options
    if any(name == "docx" for name, _ in wanted):
        options = options._replace(original=original_document(old, new, settings, reverse=reverse))
    write_results("diff", result, wanted, output, options)
    if write_baseline is not None:
        return _accept(result, settings, write_baseline, quiet=quiet)
    return asked.status([result])


class _Asked(NamedTuple):
    """What is asked of a comparison beside its inputs."""

    settings: Settings
    wanted: Wanted
    output: str | None
    everything: bool
    exit_code: bool
    quiet: bool

    @property
    def options(self) -> Options:
        """How to draw; a rule's page is looked up where SARIF has it."""
        rules = change_rules() if any(name in {"sarif", "html"} for name, _ in self.wanted) else {}
        return terminal_options(
            self.settings.color,
            all=self.everything,
            rules=rules,
            author=self.settings.redline_author,
            date=self.settings.tracked_date,
        )

    def status(self, results: Sequence[Diff]) -> int:
        """Give the exit status: what the gate refuses, or with --exit-code any change, is a find."""
        gated = _is_gated(self.settings)
        # Each is judged, so that all that is refused is told.
        verdicts = [not gated or _passes(result, self.settings, quiet=self.quiet) for result in results]
        changed = any(result.changes or any(row.changes for row in result.rows) for result in results)
        return OK if all(verdicts) and not (self.exit_code and changed) else FOUND


def _two(inputs: tuple[str, ...]) -> tuple[str, str | None]:
    if not inputs:
        raise click.UsageError("name what to compare: OLD and NEW")
    if len(inputs) > 2:  # noqa: PLR2004 - two sides
        raise click.UsageError(f"one input too many: '{inputs[2]}'")
    return inputs[0], inputs[1] if len(inputs) > 1 else None


def _refuse_own_input(inputs: Sequence[str], targets: Sequence[str | None]) -> None:
    """Refuse to write a report over what it speaks of."""
    own = {os.path.realpath(path) for path in inputs if path != STDIN_NAME}
    for target in filter(None, targets):
        if os.path.realpath(target) in own:
            raise click.UsageError(f"'{target}' is one of the inputs; write the report to another file")


def _changed(wanted_range: str, paths: tuple[str, ...], view: View, asked: _Asked) -> int:
    result = changed_sets(wanted_range, paths, asked.settings, view)
    unknown = next((name for name, _ in asked.wanted if name not in formats("changeset")), None)
    if unknown:
        raise click.UsageError(f"--changed has no format '{unknown}'; one of " + ", ".join(formats("changeset")))
    write_results("changeset", result, asked.wanted, asked.output, asked.options)
    if any(entry.fault for entry in result.files):
        return WRONG_INPUT
    return asked.status([entry.diff for entry in result.files if entry.diff is not None])


def _is_gated(settings: Settings) -> bool:
    return bool(settings.allow) or settings.diff_fail_on != "off"


def _accept(result: Diff, settings: Settings, reason: str, *, quiet: bool) -> int:
    """Accept in the baseline what the gate would refuse; where none is set, all that is more than information."""
    gated = settings if _is_gated(settings) else settings._replace(diff_fail_on="warning")
    verdict = gate(result, gated, _today())
    number = baseline.write_baseline(settings.baseline_path, verdict.refused, reason)
    if not quiet:
        say(f"{_shown(settings.baseline_path)}: {counted(number, 'change')} accepted")
    return OK


def _passes(result: Diff, settings: Settings, *, quiet: bool) -> bool:
    """Hold a comparison against the gate; say on standard error what stops it, and what in the baseline is stale."""
    verdict = gate(result, settings, _today())
    for refused in verdict.refused:
        say(f"refused: {_name(refused)}: {refused.why}")
    path = _shown(settings.baseline_path)
    for entry in () if quiet else verdict.unused:
        say(f"{path}: {entry.fingerprint} ({entry.rule or 'a change'}) matches nothing between these two sets")
    for entry in () if quiet else verdict.expired:
        say(f"{path}: {entry.fingerprint} expired on {entry.expires}")
    return verdict.passed


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _shown(path: str) -> str:
    return os.path.relpath(path)


def _name(refused: Refused) -> str:
    clause = refused.row.clause.id if refused.row else "the agreement"
    return f"{refused.change.rule} on {clause}"
