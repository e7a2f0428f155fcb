"""``clausetrack draft``."""

from __future__ import annotations

import click

from clausetrack.app.draft import (
    Drafted,
    draft_document,
    drafted_before,
    listed,
    summary,
    update_set,
    with_fingerprint,
)
from clausetrack.app.settings import Settings
from clausetrack.cli.exits import OK, say
from clausetrack.cli.options import example, settings_in_force
from clausetrack.cli.output import write
from clausetrack.cli.progress import progress_bar
from clausetrack.cli.review import review as reviewed
from clausetrack.draft.passage import LEVELS, Drafting, Level
from clausetrack.files import STDIN_NAME, make_folder

INSTRUMENTS = (
    *("treaty", "memorandum", "communique", "joint-statement", "exchange-of-letters", "arrangement", "contract"),
    *("terms", "legislation", "non-binding-instrument", "other", "news"),
)
"""The format's instruments, and news for an article that reports of an agreement. A test holds them to the schema."""


@click.command(
    "draft",
    epilog=example(
        "clausetrack draft agreement.pdf --output clause_specs/pilotage/2026.yaml",
        "clausetrack draft article.txt --instrument news",
    ),
)
@click.argument("document", type=click.Path())
@click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write to FILE, whole or not at all.")
@click.option("--level", type=click.Choice(LEVELS), help="What a clause is (default: what suits the instrument).")
@click.option(
    "--instrument", type=click.Choice(INSTRUMENTS), metavar="KIND", help=f"{', '.join(INSTRUMENTS)}; else it is told."
)
@click.option("--language", metavar="CODE", help="What to draft of a text in several languages: en, fr, … or 1, 2, …")
@click.option("--id", "agreement", metavar="ID", help="The id of the agreement (default: made from its title).")
@click.option("--revision", metavar="ID", help="The id of the revision (default: its date).")
@click.option("--fingerprint", metavar="FILE", type=click.Path(), help="Write the document's fingerprint too.")
@click.option("--update", "edited", metavar="SET", type=click.Path(), help="Carry over what was edited in SET.")
@click.option("--review", is_flag=True, help="Step through what is doubtful; DOCUMENT may be a clause file then.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no notices.")
def command(
    *,
    document: str,
    output: str | None,
    level: Level | None,
    instrument: str | None,
    language: str | None,
    agreement: str | None,
    revision: str | None,
    fingerprint: str | None,
    edited: str | None,
    review: bool,
    quiet: bool,
) -> int:
    """Draft a clause set from DOCUMENT: a treaty, a contract, terms, or an article that reports of an agreement.

    DOCUMENT is txt, md, html, docx, odt, rtf, pdf or Akoma Ntoso, - for standard input, or REV:PATH as in git. What was
    inferred is marked with x-inferred, what is doubtful with x-doubtful and the reason.
    """
    settings = settings_in_force()
    drafting = Drafting(
        level or settings.draft_level, instrument, agreement=agreement, revision=revision, language=language
    )
    if fingerprint and not output:
        raise click.UsageError("--fingerprint needs --output: the clause file names the fingerprint relative to itself")
    result = drafted_before(document, settings) if review and document != STDIN_NAME else None
    if result is not None:
        output = output or document
    else:
        result = _drafted(document, edited, drafting, settings, quiet=quiet)
    if review:
        result = result._replace(clause_set=reviewed(result.clause_set, settings.color))
    if fingerprint and output:
        result, prints = with_fingerprint(result, fingerprint, output)
        write(prints, fingerprint)
    if output:
        make_folder(output)
    write(result.text, output)
    _say_what_was_done(result, quiet=quiet)
    return OK


def _drafted(document: str, edited: str | None, drafting: Drafting, settings: Settings, *, quiet: bool) -> Drafted:
    with progress_bar("reading", quiet=quiet) as progress:
        if edited:
            return update_set(edited, document, drafting, settings, progress)
        return draft_document(document, drafting, settings, progress)


def _say_what_was_done(result: Drafted, *, quiet: bool) -> None:
    if result.looks:
        say(listed(result.looks))
    if not quiet:
        for notice in result.document.notices if result.document else ():
            say(notice)
        say(summary(result))
