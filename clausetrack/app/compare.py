"""Many agreements side by side: read what is named, find the families, lay out the matrix, draw the redlines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from clausetrack.app.alignments import pins_for
from clausetrack.app.collect import clause_files, collect
from clausetrack.app.inputs import Progress, read_content, set_of
from clausetrack.app.settings import Settings
from clausetrack.app.where import predicate
from clausetrack.diff.pairs import text_edits
from clausetrack.errors import InputError, UnknownNameError, nearest
from clausetrack.files import STDIN_NAME
from clausetrack.model.clauseset import ClauseSet
from clausetrack.model.matrix import By, Comparison, Line, Matrix, Wording
from clausetrack.survey.families import families
from clausetrack.survey.matrix import Wanted, matrix


class Question(NamedTuple):
    """What is asked of many agreements. ``by`` is None for what suits them; ``reference`` an input or an agreement.

    With ``redlines``, strongest and weakest wordings are compared word by word.
    """

    by: By | None = None
    where: tuple[str, ...] = ()
    reference: str | None = None
    family: str | None = None
    all_revisions: bool = False
    redlines: bool = True


class Found(NamedTuple):
    """A set that was read, what named it, and whether an analyst coded it."""

    clause_set: ClauseSet
    spec: str
    is_coded: bool


def compare_specs(
    specs: Sequence[str], settings: Settings, question: Question, progress: Progress | None = None
) -> Matrix:
    """Compare what is named: clause files, documents, and folders, in which the newest revision of an agreement counts.

    InputError where one cannot be read or fewer than two are found; UnknownNameError for a reference, a family or a
    condition that there is none of.
    """
    predicate(question.where)
    found = _read(specs, settings, question, progress)
    if len(found) < 2:  # noqa: PLR2004 - a comparison has two sides
        what = "there is one set to compare" if found else "there is no set to compare"
        raise InputError(what, file=found[0].spec if found else None, hint="name more sets, or a folder of them")
    return compare_sets(found, settings, question)


def compare_sets(found: Sequence[Found], settings: Settings, question: Question) -> Matrix:
    """Compare sets that were read."""
    sets = [entry.clause_set for entry in found]
    coded = [entry.is_coded for entry in found]
    by = question.by or ("domain" if all(coded) and question.family is None else "family")
    gathered = families(
        sets,
        pins=(lambda old, new: pins_for(old, new, settings.alignments)) if settings.alignments else None,
        coded=coded,
    )
    wanted = Wanted(
        by,
        predicate(question.where) if question.where else None,
        _reference(question.reference, found),
        settings.domains,
    )
    made = replace(matrix(sets, gathered, wanted), where=question.where)
    if question.family is not None:
        return _focused(made, question.family)
    if question.redlines and by == "family":
        return replace(made, lines=tuple(map(_with_extremes, made.lines)))
    return made


def _read(specs: Sequence[str], settings: Settings, question: Question, progress: Progress | None) -> list[Found]:
    fields = question.by not in {None, "family"}
    found: list[Found] = []
    done: set[str] = set()
    for spec in specs:
        if spec != STDIN_NAME and Path(spec).is_dir():
            found += _newest(_searched(spec, settings, done), every=question.all_revisions)
            continue
        content = read_content(spec, settings)
        made = set_of(content, settings, fields=fields, progress=progress)
        found.append(Found(made, spec, content.is_clause_file))
        done.add(_key(spec))
    return found


def _searched(folder: str, settings: Settings, done: set[str]) -> Iterable[Found]:
    collected = collect([folder])
    if collected.errors:
        raise collected.errors[0]
    for file in clause_files(collected):
        if _key(file) not in done:
            done.add(_key(file))
            yield Found(set_of(read_content(file, settings), settings), file, is_coded=True)


def _key(spec: str) -> str:
    return str(Path(spec).absolute())


def _newest(found: Iterable[Found], *, every: bool) -> list[Found]:
    """Give the newest revision of each agreement, or every one, in the order of their dates."""
    dated = sorted(found, key=lambda entry: (_date(entry.clause_set), entry.clause_set.agreement.id, entry.spec))
    if every:
        return dated
    followed = {(e.clause_set.agreement.id, e.clause_set.revision.follows) for e in dated}
    heads = [e for e in dated if (e.clause_set.agreement.id, e.clause_set.revision.id) not in followed] or dated
    return sorted({e.clause_set.agreement.id: e for e in heads}.values(), key=dated.index)


def _date(found: ClauseSet) -> str:
    return found.revision.as_of or found.revision.id


def _reference(wanted: str | None, found: Sequence[Found]) -> int | None:
    if wanted is None:
        return None
    names: dict[str, int] = {}
    for at, (known, spec, _) in enumerate(found):
        agreement = known.agreement.id
        for name in (spec, f"{agreement}@{known.revision.id}", agreement):
            names.setdefault(name, at)
    if wanted in names:
        return names[wanted]
    guess = nearest(wanted, names)
    hint = f"did you mean '{guess}'?" if guess else "name one of the sets that are compared, or its agreement"
    raise UnknownNameError(f"'{wanted}' is not among the sets that are compared", hint=hint)


def _focused(made: Matrix, family: str) -> Matrix:
    """Give one family alone, each wording with its redline against the model text's, else against the strongest."""
    known = {line.key: line for line in made.lines}
    by_clause = {w.clause.id: line for line in made.lines for w in line.wordings}
    line = known.get(family) or by_clause.get(family)
    if line is None:
        guess = nearest(family, [*known, *by_clause])
        hint = f"did you mean '{guess}'?" if guess else "'compare --by family' lists them"
        raise UnknownNameError(f"there is no family '{family}'", hint=hint)
    base = _base(line, made.reference)
    rest = sorted((w for w in line.wordings if w is not base), key=lambda w: w.column)
    return replace(
        made, lines=(replace(line, comparisons=tuple(_compared(base, other) for other in rest)),), is_focused=True
    )


def _base(line: Line, reference: int | None) -> Wording:
    if reference is not None and line.cells[reference].wordings:
        return line.cells[reference].wordings[0]
    return line.strongest or line.wordings[0]


def _with_extremes(line: Line) -> Line:
    if line.strongest is None or line.weakest is None:
        return line
    return replace(line, comparisons=(_compared(line.strongest, line.weakest),))


def _compared(first: Wording, second: Wording) -> Comparison:
    old, new = first.clause.text, second.clause.text
    return Comparison(first, second, text_edits(old, new) if old != new else ())
