"""Many agreements side by side: read what is named, find the families, lay out the matrix, draw the redlines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from clausetrack.app.alignments import pins_for
from clausetrack.app.compare_inputs import Found, Reading, read_inputs, reference_in
from clausetrack.app.inputs import Progress
from clausetrack.app.settings import Settings
from clausetrack.app.where import is_about, predicate
from clausetrack.diff.pairs import text_edits
from clausetrack.errors import InputError, UnknownNameError, nearest
from clausetrack.model.clause import Clause
from clausetrack.model.matrix import By, Comparison, Line, Matrix, Wording
from clausetrack.survey.families import families
from clausetrack.survey.languages import differ, language_of
from clausetrack.survey.matrix import Wanted, matrix

KEYS: Final[dict[By, Callable[[str], Clause]]] = {
    "domain": lambda key: Clause(id="", kind="provision", text="", domains=(key,)),
    "actor": lambda key: Clause(id="", kind="provision", text="", actors=(key,)),
    "kind": lambda key: Clause(id="", kind=key, text=""),
}
"""A clause of which nothing is known but what its row is made by."""


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


def compare_specs(
    specs: Sequence[str], settings: Settings, question: Question, progress: Progress | None = None
) -> Matrix:
    """Compare what is named: clause files, documents, and folders, in which the newest revision of an agreement counts.

    InputError where one cannot be read or fewer than two are found; UnknownNameError for a reference, a family or a
    condition that there is none of.
    """
    predicate(question.where)
    fields = bool(question.where) or question.by not in {None, "family"}
    found = read_inputs(specs, Reading(settings, question.all_revisions, fields, progress))
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
        reference_in(found, question.reference) if question.reference is not None else None,
        settings.domains,
        _rows(by, question.where),
        coded,
    )
    made = replace(matrix(sets, gathered, wanted), where=question.where)
    if made.reference is not None:
        from clausetrack.app.departures import judged  # noqa: PLC0415 - all change rules, which nothing else here needs

        made = judged(made, made.reference, settings)
    if question.family is not None:
        return _focused(made, question.family)
    if question.redlines:
        languages = _languages(made)
        return replace(made, lines=tuple(_with_extremes(line, languages) for line in made.lines))
    return made


def _rows(by: By, where: Sequence[str]) -> Callable[[str], bool] | None:
    """Give what says of a row whether the conditions want it: those on what rows are made by.

    A clause on two domains meets a condition on one of them, and says nothing to the other's row.
    """
    test = KEYS.get(by)
    conditions = [condition for condition in where if is_about(condition, by)]
    if test is None or not conditions:
        return None
    meets = predicate(conditions)
    return lambda key: meets(test(key))


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
    languages = _languages(made)
    rest = [w for w in line.wordings if w is not base and not differ(languages[base.column], languages[w.column])]
    compared = tuple(_compared(base, other) for other in sorted(rest, key=lambda w: w.column))
    return replace(made, lines=(replace(line, comparisons=compared),), is_focused=True)


def _languages(made: Matrix) -> list[str]:
    """Give the language of each column: between two, every word differs, and a redline says nothing."""
    return [language_of(column.clause_set) for column in made.columns]


def _base(line: Line, reference: int | None) -> Wording:
    if reference is not None and line.cells[reference].wordings:
        return line.cells[reference].wordings[0]
    return line.strongest or line.wordings[0]


def _with_extremes(line: Line, languages: Sequence[str]) -> Line:
    """Compare the strongest wording with the weakest where they are counterparts: others share a subject at most."""
    if line.strongest is None or line.weakest is None:
        return line
    if line.strongest.family is None or line.strongest.family != line.weakest.family:
        return line
    if differ(languages[line.strongest.column], languages[line.weakest.column]):
        return line
    return replace(line, comparisons=(_compared(line.strongest, line.weakest),))


def _compared(first: Wording, second: Wording) -> Comparison:
    old, new = first.clause.text, second.clause.text
    return Comparison(first, second, text_edits(old, new) if old != new else ())
