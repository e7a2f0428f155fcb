"""A corpus built: what is new or changed is drafted by several processes, a part of the index for each batch."""

from __future__ import annotations

import os
import secrets
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from clausetrack.app.corpus.drafting import drafted
from clausetrack.app.corpus.inputs import inputs_of, pieces, refuse_missing
from clausetrack.app.corpus.names import Input, Names, names_of
from clausetrack.app.corpus.pieces import Piece, Skipped, tried
from clausetrack.app.settings import Settings
from clausetrack.corpus import listing, lock, sealing
from clausetrack.corpus.listing import Listed, Refused
from clausetrack.corpus.mending import Mended, mend
from clausetrack.corpus.state import PARTS
from clausetrack.errors import InputError
from clausetrack.model.corpus import Built

Progress = Callable[[int, int], None]
"""Told how many documents of how many are done."""


class _Plan(NamedTuple):
    """What the index has: names with digests of what counts, what could not be read, and the number of the next part.

    ``ordered`` are the names in order; ``lost`` are documents of parts that cannot be used any more.
    """

    known: dict[str, str]
    ordered: list[str]
    refused: dict[str, Refused]
    lost: frozenset[str]
    number: int


class _Tally:
    """What was done so far.

    ``refused`` are all failures that are to be told, ``news`` those of them that the index does not list yet, and
    ``closed`` the beginnings of paths that could not be looked at.
    """

    def __init__(self) -> None:
        self.added = self.changed = self.kept = self.clauses = self.passed_over = 0
        self.refused: list[Refused] = []
        self.news: list[Refused] = []
        self.seen: set[str] = set()
        self.closed: list[str] = []


def build(paths: Sequence[str], index: str, settings: Settings, progress: Progress | None = None) -> Built:
    """Add documents to an index, or make one.

    What has the bytes that it had is not read again; what is gone from a folder, an archive or a file that is named is
    taken out; what can no longer be read is kept as it was. InputError where a path is not there, the index cannot be
    written, or another build writes it.
    """
    refuse_missing(paths)
    root = Path(index)
    _make(root)
    try:
        with lock.exclusive(root):
            names = names_of(root)
            return _built(inputs_of(paths, names), names, root, settings, progress)
    except OSError as fault:
        hint = "once that is mended, build again: what was read so far is not read again"
        raise InputError(f"cannot write the index: {_reason(fault)}", file=index, hint=hint) from None


def _make(root: Path) -> None:
    try:
        if root.exists() and not (root / PARTS).is_dir() and any(root.iterdir()):
            raise InputError("this is a folder with something else in it", file=str(root), hint="name a new folder")
        (root / PARTS).mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise InputError(f"cannot write: {_reason(fault)}", file=str(root), hint="name a new folder") from None


def _reason(fault: OSError) -> str:
    """Say what the system or a library has to say, without the file that it names."""
    return os.strerror(fault.errno).lower() if fault.errno else str(fault)


def _built(inputs: list[Input], names: Names, root: Path, settings: Settings, progress: Progress | None) -> Built:
    mended = mend(root)
    listing.clear_leftovers(root)
    plan = _plan(root, mended)
    tally = _Tally()
    total = sum(isinstance(found, Piece) for found in pieces(inputs, names, settings)) if progress else 0
    mark = secrets.token_hex(4)
    fresh = _fresh(pieces(inputs, names, settings), names, plan, tally)
    for name, listed in drafted(fresh, root, plan.number, mark, settings):
        _note(root, name, listed, plan, tally)
        if progress:
            progress(len(tally.seen), total)
    gone = _gone(inputs, names, plan, tally)
    if gone or tally.news:
        last = listing.part_name(_next_number(root), mark)
        listing.write_list(root, last, Listed(refused=tuple(tally.news), gone=tuple(gone)))
    sealing.seal(root)
    if progress:
        progress(total, total)
    missing = [plan.refused[name].error for name in sorted(plan.lost - tally.seen - {*gone})]
    return Built(
        added=tally.added,
        changed=tally.changed,
        kept=tally.kept,
        stale=_stale(names, plan, tally),
        gone=sum(name in plan.known or name in plan.lost for name in gone),
        clauses=tally.clauses,
        passed_over=tally.passed_over,
        unreadable=(*(refused.error for refused in tally.refused), *missing, *mended.errors),
    )


def _plan(root: Path, mended: Mended) -> _Plan:
    standing = listing.standing(listed for _, listed in listing.read_lists(root))
    known = {name: entry.sha256 for name, entry in standing.living.items()}
    return _Plan(known, sorted(known), standing.refused, mended.lost & standing.refused.keys(), _next_number(root))


def _next_number(root: Path) -> int:
    return max(map(listing.number_of, listing.list_names(root)), default=0) + 1


def _fresh(found: Iterator[Piece | Skipped], names: Names, plan: _Plan, tally: _Tally) -> Iterator[Piece]:
    """Yield the documents that have to be read, and note the others."""
    for piece in found:
        if isinstance(piece, Skipped):
            tally.passed_over += 1
            continue
        if piece.mark:
            tally.closed.append(names.full(piece.name) + piece.mark)
        if piece.name in tally.seen:
            continue
        tally.seen.add(piece.name)
        before = plan.refused.get(piece.name)
        if piece.error is not None:
            tally.news += _told(Refused(piece.name, "", piece.error), _held(piece, plan), plan, tally)
        elif before is None and plan.known.get(piece.name) == piece.sha256:
            tally.kept += 1
        elif before is not None and before.tried == tried(piece.sha256):
            tally.refused.append(before)
        else:
            yield piece


def _held(piece: Piece, plan: _Plan) -> int:
    """Count the documents that the index has of what could not be read."""
    inside = piece.name + piece.mark
    places = [bisect_left(plan.ordered, bound) for bound in (inside, f"{inside}\U0010ffff")] if piece.mark else [0, 0]
    return (piece.name in plan.known) + places[1] - places[0]


def _told(refused: Refused, held: int, plan: _Plan, tally: _Tally) -> list[Refused]:
    """Note a failure, and give it back if it is news; ``held`` documents stay as the index has them."""
    error = refused.error
    if held:
        what = f"{error.what}; the index keeps {'what' if held == 1 else f'the {held:,} documents'} it had of it"
        error = InputError(what, file=error.file, line=error.line, column=error.column, hint=error.hint)
    found = refused._replace(error=error)
    tally.refused.append(found)
    before = plan.refused.get(refused.name)
    return [] if before is not None and _facts(before) == _facts(found) else [found]


def _facts(refused: Refused) -> tuple[object, ...]:
    return refused.tried, refused.error.what, refused.error.where


def _note(root: Path, name: str, listed: Listed, plan: _Plan, tally: _Tally) -> None:
    """Let a part count, if it says anything new."""
    for refused in listed.refused:
        tally.news += _told(refused, refused.name in plan.known, plan, tally)
    if listed.entries or tally.news:
        listing.write_list(root, name, listed._replace(refused=tuple(tally.news)))
        tally.news.clear()
    for entry in listed.entries:
        if entry.holding.name in plan.known or entry.holding.name in plan.lost:
            tally.changed += 1
        else:
            tally.added += 1
        tally.clauses += entry.holding.clauses


def _gone(inputs: Sequence[Input], names: Names, plan: _Plan, tally: _Tally) -> list[str]:
    """Give what was in the inputs once and is not any more; of what could not be looked at, nothing is known."""
    own = {names.full(given.name) for given in inputs}
    inside = tuple(names.full(given.name).rstrip("/") + given.mark for given in inputs if given.mark)
    closed = tuple(tally.closed)
    found = ((name, names.full(name)) for name in plan.known | plan.refused if name not in tally.seen)
    return [name for name, full in found if (full in own or full.startswith(inside)) and not full.startswith(closed)]


def _stale(names: Names, plan: _Plan, tally: _Tally) -> int:
    """Count the documents that are kept although they can no longer be read."""
    refused, closed = {refused.name for refused in tally.refused}, tuple(tally.closed)
    unseen = (names.full(name) for name in plan.known if name not in tally.seen)
    return sum(name in plan.known for name in refused) + sum(full.startswith(closed) for full in unseen)
