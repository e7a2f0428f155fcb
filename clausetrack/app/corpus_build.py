"""A corpus built: what is new or changed is drafted by several processes, a part of the index for each batch."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Final, NamedTuple

from clausetrack.app.corpus_inputs import Piece, Skipped, as_input_error, pieces, read_piece
from clausetrack.app.settings import Settings
from clausetrack.corpus import parts, sealing
from clausetrack.errors import InputError
from clausetrack.model.corpus import Built, Holding

_BATCH_BYTES: Final = 4 << 20
_BATCH_DOCUMENTS: Final = 64
"""Where a batch ends: some seconds of work for one process, which is what a kill can cost."""

Progress = Callable[[int, int], None]
"""Told how many documents of how many are done."""


class _Plan(NamedTuple):
    """What there is to do: names with digests of what counts already, and what is found now."""

    known: dict[str, str]
    refused: dict[str, parts.Refused]
    number: int


class _Tally:
    """What was done so far."""

    def __init__(self) -> None:
        self.added = self.changed = self.kept = self.clauses = self.passed_over = 0
        self.refused: list[parts.Refused] = []
        self.seen: set[str] = set()


def build(paths: Sequence[str], index: str, settings: Settings, progress: Progress | None = None) -> Built:
    """Add documents to an index, or make one.

    What has the bytes that it had is not read again; what is gone from a folder, an archive or a file that is named is
    taken out. InputError where a path is not there or the index cannot be written.
    """
    root = _made(index)
    parts.clear_leftovers(root)
    plan = _plan(root)
    tally = _Tally()
    total = _total(paths, settings) if progress else 0
    for listed in _drafted(_fresh(paths, settings, plan, tally), root, plan, settings):
        _count(listed, plan, tally)
        if progress:
            progress(len(tally.seen), total)
    gone = [name for name in plan.known | plan.refused if name not in tally.seen and _is_under(name, paths)]
    if gone:
        parts.write_list(root, _plan(root).number, parts.Listed((), (), tuple(gone)))
    sealing.seal(root)
    if progress:
        progress(total, total)
    return Built(
        added=tally.added,
        changed=tally.changed,
        kept=tally.kept,
        gone=len([name for name in gone if name in plan.known]),
        clauses=tally.clauses,
        passed_over=tally.passed_over,
        unreadable=tuple(refused.error for refused in tally.refused),
    )


def _made(index: str) -> Path:
    root = Path(index)
    try:
        if root.exists() and not (root / parts.FOLDER).is_dir() and any(root.iterdir()):
            raise InputError("this is a folder with something else in it", file=index, hint="name a new folder")
        (root / parts.FOLDER).mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise InputError(f"cannot write: {fault.strerror}", file=index, hint="name a new folder") from None
    return root


def _plan(root: Path) -> _Plan:
    listed = list(parts.read_lists(root))
    refused: dict[str, parts.Refused] = {}
    for _, part in listed:
        for name in (*part.gone, *(entry.holding.name for entry in part.entries)):
            refused.pop(name, None)
        refused.update((entry.name, entry) for entry in part.refused)
    known = {entry.holding.name: entry.sha256 for entry in sealing.living(listed)}
    return _Plan(known, refused, max((number for number, _ in listed), default=0) + 1)


def _total(paths: Sequence[str], settings: Settings) -> int:
    """Count what there is, so that a bar can say how much is left; the bytes are read once more for it."""
    return sum(isinstance(found, Piece) for found in pieces(paths, settings))


def _fresh(paths: Sequence[str], settings: Settings, plan: _Plan, tally: _Tally) -> Iterator[Piece]:
    """Yield the documents that have to be read, and note the others."""
    for found in pieces(paths, settings):
        if isinstance(found, Skipped):
            tally.passed_over += 1
            continue
        if found.name in tally.seen:
            continue
        tally.seen.add(found.name)
        if found.error is None and plan.known.get(found.name) == found.sha256:
            tally.kept += 1
        elif (before := plan.refused.get(found.name)) and found.error is None and before.sha256 == found.sha256:
            tally.refused.append(before)
        else:
            yield found


def _count(listed: parts.Listed, plan: _Plan, tally: _Tally) -> None:
    for entry in listed.entries:
        if entry.holding.name in plan.known:
            tally.changed += 1
        else:
            tally.added += 1
        tally.clauses += entry.holding.clauses
    tally.refused += listed.refused


def _is_under(name: str, paths: Sequence[str]) -> bool:
    """Say whether a document is in what was named, so that it is gone if it was not found."""
    return any(name == path or name.startswith(tuple(f"{path.rstrip('/')}{mark}" for mark in "/!#")) for path in paths)


def _batches(fresh: Iterator[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in fresh:
        if batch and (size + len(piece.data) > _BATCH_BYTES or len(batch) == _BATCH_DOCUMENTS):
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece.data)
    if batch:
        yield batch


def _drafted(fresh: Iterator[Piece], root: Path, plan: _Plan, settings: Settings) -> Iterator[parts.Listed]:
    """Yield the lists of the parts as they are written; a few batches more than there are processes are in memory."""
    batches = enumerate(_batches(fresh), plan.number)
    first = list(_next(batches, 2))
    jobs = settings.jobs or os.cpu_count() or 1
    if jobs == 1 or len(first) < 2:  # noqa: PLR2004 - one batch is no work for two
        for number, batch in (*first, *batches):
            yield draft_batch(root, number, batch, settings)
        return
    yield from _in_parallel(first, batches, root, settings, jobs)


def _next(batches: Iterator[tuple[int, list[Piece]]], number: int) -> Iterator[tuple[int, list[Piece]]]:
    for _ in range(number):
        if (batch := next(batches, None)) is not None:
            yield batch


def _in_parallel(
    first: list[tuple[int, list[Piece]]],
    batches: Iterator[tuple[int, list[Piece]]],
    root: Path,
    settings: Settings,
    jobs: int,
) -> Iterator[parts.Listed]:
    waiting = first
    while waiting:
        running: dict[Future[parts.Listed], tuple[int, list[Piece]]] = {}
        # An interrupt is for the one that waits; each worker would print a traceback of its own.
        pool = ProcessPoolExecutor(jobs, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
        try:
            while waiting or running:
                waiting += _next(batches, jobs + 1 - len(waiting) - len(running))
                for number, batch in waiting:
                    running[pool.submit(draft_batch, root, number, batch, settings)] = number, batch
                waiting = []
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    yield done.result()
                    del running[done]
        except BrokenProcessPool:
            pool.shutdown(wait=False, cancel_futures=True)
            for number, batch in running.values():
                yield _one_by_one(root, number, batch, settings)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        else:
            pool.shutdown()
            return
        waiting = list(_next(batches, jobs + 1))


def _one_by_one(root: Path, number: int, batch: list[Piece], settings: Settings) -> parts.Listed:
    """Draft a batch of which something ended its process, a process for each document, to find out which."""
    drafted: list[parts.Drafted] = []
    refused: list[parts.Refused] = []
    for piece in batch:
        with ProcessPoolExecutor(1) as pool:
            try:
                found = pool.submit(draft_piece, piece, settings).result()
            except BrokenProcessPool:
                error = InputError("what read it was ended", file=piece.name, hint="it may need more memory")
                found = parts.Refused(piece.name, piece.sha256, error)
        drafted += [found] if isinstance(found, parts.Drafted) else []
        refused += [found] if isinstance(found, parts.Refused) else []
    return parts.write_part(root, number, drafted, refused)


def draft_batch(root: Path, number: int, batch: Sequence[Piece], settings: Settings) -> parts.Listed:
    """Draft a batch of documents and write its part."""
    found = [draft_piece(piece, settings) for piece in batch]
    drafted = [entry for entry in found if isinstance(entry, parts.Drafted)]
    return parts.write_part(root, number, drafted, [entry for entry in found if isinstance(entry, parts.Refused)])


def draft_piece(piece: Piece, settings: Settings) -> parts.Drafted | parts.Refused:
    """Draft a document, or say why that cannot be."""
    if piece.error is not None:
        return parts.Refused(piece.name, piece.sha256, piece.error)
    try:
        made = read_piece(piece, settings)
    except Exception as error:  # noqa: BLE001 - whatever one document does, the others are read
        return parts.Refused(piece.name, piece.sha256, as_input_error(error, piece.name))
    holding = Holding(
        name=piece.name,
        agreement=made.agreement.id,
        revision=made.revision.id,
        title=made.agreement.title,
        language=made.revision.language,
        clauses=len(made.clauses),
    )
    return parts.Drafted(holding, piece.sha256, made.clauses)
