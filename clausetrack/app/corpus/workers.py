"""The processes that draft: they end with the one that started them, however that ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection


@contextmanager
def workers(number: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes. What they still do when an error leaves the block is given up."""
    reader, writer = multiprocessing.Pipe(duplex=False)
    pool = ProcessPoolExecutor(number, initializer=_begin, initargs=(reader, writer))
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    else:
        pool.shutdown()
    finally:
        writer.close()
        reader.close()


def _begin(reader: Connection, writer: Connection) -> None:
    # An interrupt is for the one that waits; each worker would print a traceback of its own.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    writer.close()
    threading.Thread(target=_end_with_parent, args=(reader,), daemon=True).start()


def _end_with_parent(reader: Connection) -> None:
    """Wait for the other end of a pipe to close, which nothing but the end of the process that has it does."""
    with suppress(EOFError, OSError):
        reader.recv_bytes()
    os._exit(1)
