"""``clausetrack diff``."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import click

from clausetrack.app import baseline
from clausetrack.app.diff import View, diff_specs, explain_specs, gate
from clausetrack.app.settings import Settings
from clausetrack.cli.exits import FOUND, OK, say
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write_results
from clausetrack.model.change import Diff
from clausetrack.model.gate import Refused


@click.command(
    "diff",
    epilog=example("clausetrack diff clause_specs/eu-jp-sdp/2024-11-01.yaml clause_specs/eu-jp-sdp/2025-07-23.yaml"),
)
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path(), required=False)
@format_option("diff")
@click.option("--all", "everything", is_flag=True, help="Show numbering, typography, coding and whole redlines too.")
@click.option("--where", multiple=True, metavar="CONDITION", help="Only clauses with, say, kind=dialogue or actor=JP.")
@click.option("--only", metavar="RULE,…", help="Only changes of these rules.")
@click.option("--summary-by", type=click.Choice(["actor", "domain", "kind"]), help="Count the changes by this.")
@click.option("--reverse", is_flag=True, help="Compare the other way round.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything changed, as diff(1) does.")
@click.option("--fail-on", metavar="WHAT", help="Exit with 1 from a severity on, or on a direction such as weakened.")
@click.option("--allow", multiple=True, metavar="RULE:CLAUSE", help="What was agreed, as globs; all else fails.")
@click.option("--explain", metavar="ID", help="Say instead why the clause ID was paired as it was.")
@click.option("--write-baseline", metavar="REASON", help="Accept what would fail, for this reason, in the baseline.")
@common_options
def command(
    *,
    old: str,
    new: str | None,
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
    if explain is not None:
        explanation = explain_specs(old, new, explain, settings, reverse=reverse)
        write_results("explanation", explanation, wanted, output, terminal_options(settings.color))
        return OK
    saved = any(name == "json" for name, _ in wanted)
    rules = tuple(name.strip() for name in only.split(",")) if only else ()
    result = diff_specs(old, new, settings, View(where, rules, summary_by, reverse, operations=saved))
    if verbose and not quiet:
        say(f"compared {len(result.old.clauses)} with {len(result.new.clauses)} clauses")
    write_results("diff", result, wanted, output, terminal_options(settings.color, all=everything))
    if write_baseline is not None:
        return _accept(result, settings, write_baseline, quiet=quiet)
    passed = not _is_gated(settings) or _passes(result, settings, quiet=quiet)
    changed = bool(result.changes) or any(row.changes for row in result.rows)
    return OK if passed and not (exit_code and changed) else FOUND


def _is_gated(settings: Settings) -> bool:
    return bool(settings.allow) or settings.diff_fail_on != "off"


def _accept(result: Diff, settings: Settings, reason: str, *, quiet: bool) -> int:
    """Accept in the baseline what the gate would refuse; where none is set, all that is more than information."""
    gated = settings if _is_gated(settings) else settings._replace(diff_fail_on="warning")
    verdict = gate(result, gated, _today())
    number = baseline.write_baseline(settings.baseline_path, verdict.refused, reason)
    if not quiet:
        say(f"{_shown(settings.baseline_path)}: {number} changes accepted")
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
