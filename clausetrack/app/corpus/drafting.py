"""Documents drafted in batches, by several processes, each batch to the tables of a part."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Final, NamedTuple

from clausetrack.app.corpus.inputs import read_piece
from clausetrack.app.corpus.pieces import Piece, as_input_error, tried
from clausetrack.app.corpus.workers import workers
from clausetrack.app.settings import Settings
from clausetrack.corpus.listing import Listed, Refused, part_name
from clausetrack.corpus.parts import Drafted, write_tables
from clausetrack.errors import MissingExtraError
from clausetrack.model.corpus import Holding

_BATCH_BYTES: Final = 4 << 20
_BATCH_DOCUMENTS: Final = 64
"""Where a batch ends: some seconds of work for one process, which is what a kill can cost."""


class _Batch(NamedTuple):
    """Documents that become one part, and the name of the part."""

    part: str
    pieces: list[Piece]


def drafted(
    fresh: Iterator[Piece], root: Path, number: int, mark: str, settings: Settings
) -> Iterator[tuple[str, Listed]]:
    """Yield the names of parts and what their lists have to say, as their tables are written.

    Parts are numbered from ``number`` on. A few batches more than there are processes are in memory.
    """
    batches = (_Batch(part_name(place, mark), batch) for place, batch in enumerate(_batches(fresh), number))
    first = _next(batches, 2)
    jobs = settings.jobs or os.cpu_count() or 1
    if jobs == 1 or len(first) < 2:  # noqa: PLR2004 - one batch is no work for two
        for part, batch in (*first, *batches):
            yield part, draft_batch(root, part, batch, settings)
        return
    yield from _in_parallel(first, batches, root, settings, jobs)


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


def _next(batches: Iterator[_Batch], number: int) -> list[_Batch]:
    """Give so many batches, or those that are left."""
    return [batch for _ in range(number) if (batch := next(batches, None)) is not None]


def _in_parallel(
    first: list[_Batch], batches: Iterator[_Batch], root: Path, settings: Settings, jobs: int
) -> Iterator[tuple[str, Listed]]:
    waiting = first
    while waiting:
        running: dict[Future[Listed], _Batch] = {}
        try:
            with workers(jobs) as pool:
                while waiting or running:
                    waiting += _next(batches, jobs + 1 - len(waiting) - len(running))
                    while waiting:  # a pool that breaks takes no more, and what it did not take is still to do
                        part, pieces = waiting[0]
                        running[pool.submit(draft_batch, root, part, pieces, settings)] = waiting[0]
                        del waiting[0]
                    for done in wait(running, return_when=FIRST_COMPLETED).done:
                        yield running[done].part, done.result()
                        del running[done]
        except BrokenProcessPool:
            for batch in running.values():
                yield batch.part, _one_by_one(root, batch, settings)
        waiting += _next(batches, jobs + 1 - len(waiting))


def _one_by_one(root: Path, batch: _Batch, settings: Settings) -> Listed:
    """Draft a batch of which something ended its process, a process for each document, to find out which."""
    found: list[Drafted | Refused] = []
    for piece in batch.pieces:
        with workers(1) as pool:
            try:
                found.append(pool.submit(draft_piece, piece, settings).result())
            except BrokenProcessPool:
                error = piece.fault("what read it was ended", hint="it may need more memory")
                found.append(Refused(piece.name, tried(piece.sha256), error))
    return _written(root, batch.part, found)


def draft_batch(root: Path, part: str, batch: Sequence[Piece], settings: Settings) -> Listed:
    """Draft a batch of documents and write the tables of its part."""
    return _written(root, part, [draft_piece(piece, settings) for piece in batch])


def _written(root: Path, part: str, found: Sequence[Drafted | Refused]) -> Listed:
    refused = [entry for entry in found if isinstance(entry, Refused)]
    return write_tables(root, part, [entry for entry in found if isinstance(entry, Drafted)], refused)


def draft_piece(piece: Piece, settings: Settings) -> Drafted | Refused:
    """Draft a document, or say why that cannot be."""
    try:
        made = read_piece(piece, settings)
    except MissingExtraError as error:  # which may be installed before the next time
        return Refused(piece.name, "", as_input_error(error, piece))
    except Exception as error:  # noqa: BLE001 - whatever one document does, the others are read
        return Refused(piece.name, tried(piece.sha256), as_input_error(error, piece))
    holding = Holding(
        name=piece.name,
        agreement=made.agreement.id,
        revision=made.revision.id,
        title=made.agreement.title,
        language=made.revision.language,
        clauses=len(made.clauses),
    )
    return Drafted(holding, piece.sha256, made.clauses)
