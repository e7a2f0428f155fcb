"""``clausetrack source``: fingerprint and check."""

from __future__ import annotations

import click

from clausetrack.app.collect import clause_files, collect
from clausetrack.app.source import check_sources, fingerprint_source, updated_evidence
from clausetrack.cli.exits import FOUND, OK, say
from clausetrack.cli.options import Wanted, common_options, example, format_option, settings_in_force
from clausetrack.cli.output import terminal_options, write, write_results
from clausetrack.model.evidence_check import SetCheck


@click.group(
    "source",
    epilog=example(
        "clausetrack source fingerprint article.txt --output seeds/article.yaml",
        "clausetrack source check clause_specs/eu-jp-sdp",
    ),
)
def command() -> None:
    """Fingerprint a source, and check the evidence of clause sets."""


@command.command(
    "fingerprint", epilog=example("clausetrack source fingerprint article.txt --output seeds/article.yaml")
)
@click.argument("document", type=click.Path())
@click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write to FILE, whole or not at all.")
def fingerprint(document: str, output: str | None) -> None:
    """Make the fingerprint of DOCUMENT: the digests of its bytes and of every sentence, without its words."""
    write(fingerprint_source(document, max_bytes=settings_in_force().max_bytes), output)


@command.command(
    "check",
    epilog=example(
        "clausetrack source check clause_specs/eu-jp-sdp",
        "clausetrack source check pilotage.yaml --against pilotage-2027.docx",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="SET… [DOCUMENT…]", type=click.Path())
@click.option("--against", multiple=True, metavar="NEW", type=click.Path(), help="A source's new state, or SOURCE=NEW.")
@click.option("--update", is_flag=True, help="Write the evidence as it was found into the clause files.")
@format_option("evidence")
@common_options
def check(
    *,
    paths: tuple[str, ...],
    against: tuple[str, ...],
    update: bool,
    wanted: Wanted,
    output: str | None,
    color: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check the evidence of clause sets against fingerprints, or against documents that are given too.

    SET is a clause file or a directory of them; DOCUMENT is a source's file, or SOURCE=FILE where it cannot be told
    whose it is. With --against, each sentence is looked for in what the source has become: it stands, moved, was
    edited, or is gone.
    """
    settings = settings_in_force(color=color)
    sets, documents = _told_apart(paths)
    result = check_sources(sets, [*documents, *against], max_bytes=settings.max_bytes)
    if verbose and not quiet:
        say(f"clause files: {len(sets)}, documents: {len(documents)}")
    write_results("evidence", result, wanted, output, terminal_options(settings.color))
    if update:
        return _update(result, settings.max_bytes, quiet=quiet)
    found = any(entry.state in {"moved", "edited", "stale"} for checked in result for entry in checked.evidence)
    found = found or any(source.state in {"differs", "unreadable"} for checked in result for source in checked.sources)
    return FOUND if found else OK


def _update(result: tuple[SetCheck, ...], max_bytes: int, *, quiet: bool) -> int:
    """Write what was found; what was not found is still to be read again by an analyst."""
    for checked in result:
        for file, text in updated_evidence(checked, max_bytes=max_bytes):
            write(text, file)
            if not quiet:
                say(f"{file}: written")
    is_open = any(entry.state == "stale" for checked in result for entry in checked.evidence)
    return FOUND if is_open else OK


def _told_apart(paths: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Tell clause files (YAML, and what directories hold) from documents."""
    sets: list[str] = []
    documents: list[str] = []
    for path in paths:
        collected = collect([path])
        if collected.errors:
            raise collected.errors[0]
        if collected.searched or path.endswith((".yaml", ".yml")):
            sets += clause_files(collected)
        else:
            documents.append(path)
    if not sets:
        raise click.UsageError("name at least one clause file")
    return sets, documents
