"""Which sets a comparison of many is about, and which of them is the model text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from clausetrack.app.collect import clause_files, collect
from clausetrack.app.inputs import Progress, read_content, set_of
from clausetrack.app.revisions import documents_in
from clausetrack.app.settings import Settings
from clausetrack.clauseset.inferred import inferred
from clausetrack.errors import InputError, UnknownNameError, nearest
from clausetrack.files import STDIN_NAME
from clausetrack.model.clause import Clause
from clausetrack.model.clauseset import ClauseSet
from clausetrack.survey.strength import held


class Found(NamedTuple):
    """A set that was read, what named it, and whether analysts coded it: a draft is theirs once they reviewed it."""

    clause_set: ClauseSet
    spec: str
    is_coded: bool


class Reading(NamedTuple):
    """How inputs are read: every revision of a folder or the newest, and documents with guessed fields or without."""

    settings: Settings
    all_revisions: bool = False
    fields: bool = False
    progress: Progress | None = None


def read_inputs(specs: Sequence[str], reading: Reading) -> list[Found]:
    """Read clause files, documents, and folders, in which the newest revision of an agreement counts.

    Of a folder without clause files, all documents in it are read, by their names. InputError where something cannot be
    read, or a folder has neither.
    """
    found: list[Found] = []
    done = {_key(spec) for spec in specs if not _is_folder(spec)}
    for spec in specs:
        if _is_folder(spec):
            found += _fresh(_of_folder(spec, reading), done)
        else:
            found.append(_read(spec, reading))
    return found


def _is_folder(spec: str) -> bool:
    return spec != STDIN_NAME and Path(spec).is_dir()


def _of_folder(folder: str, reading: Reading) -> list[Found]:
    files = _searched(folder)
    if files:
        return _newest((_read(file, reading) for file in files), every=reading.all_revisions)
    documents = documents_in(folder)
    if not documents:
        raise InputError("there is no clause file and no document in it", file=folder, hint="name the files")
    return [_read(file, reading) for file in documents]


def reference_in(found: Sequence[Found], wanted: str) -> int:
    """Give the index of the set that is named by what named it, by ``agreement@revision``, or by its agreement.

    UnknownNameError where none is, or several are.
    """
    named: defaultdict[str, list[int]] = defaultdict(list)
    for at, (known, spec, _) in enumerate(found):
        names = (spec, f"{known.agreement.id}@{known.revision.id}", known.agreement.id)
        for name in dict.fromkeys(names):
            named[name].append(at)
    places = named.get(wanted, [])
    if len({found[at].spec for at in places}) == 1:
        return places[0]
    if places:
        specs = " or ".join(dict.fromkeys(found[at].spec for at in places))
        raise UnknownNameError(f"'{wanted}' names {len(places)} of the sets", hint=f"name one of them: {specs}")
    guess = _meant(wanted, named)
    hint = f"did you mean '{guess}'?" if guess else "name one of the sets that are compared, or its agreement"
    raise UnknownNameError(f"'{wanted}' is not among the sets that are compared", hint=hint)


def _meant(wanted: str, names: Iterable[str]) -> str | None:
    """Give the name that was meant; an ending of files that both have says nothing."""
    stems = {name.removesuffix(Path(name).suffix): name for name in names}
    guess = nearest(wanted.removesuffix(Path(wanted).suffix), stems)
    return stems[guess] if guess is not None else None


def _read(spec: str, reading: Reading) -> Found:
    content = read_content(spec, reading.settings)
    made = set_of(content, reading.settings, fields=reading.fields, progress=reading.progress)
    if not content.is_clause_file:
        return Found(_as_read(made, made.clauses), spec, is_coded=False)
    guessed = [clause for clause in made.clauses if inferred(clause)]
    forces = [clause for clause in guessed if "force" in inferred(clause)]
    return Found(_as_read(made, forces) if forces else made, spec, is_coded=not guessed)


def _as_read(drafted: ClauseSet, guessed: Sequence[Clause]) -> ClauseSet:
    """Give clauses whose force was guessed that which is read here, so that conditions and cells speak of the same."""
    read = {clause.id: _with_force(clause, drafted) for clause in guessed}
    return replace(drafted, clauses=tuple(read.get(clause.id, clause) for clause in drafted.clauses))


def _with_force(clause: Clause, drafted: ClauseSet) -> Clause:
    # What kind of clause it is was guessed too, or not at all.
    force, polarity = held(Clause(id=clause.id, kind="provision", text=clause.text), drafted)
    return replace(clause, force=force, polarity=polarity)


def _searched(folder: str) -> list[str]:
    collected = collect([folder])
    if collected.errors:
        raise collected.errors[0]
    return clause_files(collected)


def _fresh(found: Iterable[Found], done: set[str]) -> Iterator[Found]:
    """Yield what was not named otherwise, and not found before."""
    for entry in found:
        if _key(entry.spec) not in done:
            done.add(_key(entry.spec))
            yield entry


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
