"""The libraries that a corpus needs, imported in one place, so that a missing one is told the same way everywhere."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any

from clausetrack.errors import MissingExtraError

try:
    import numpy as np
    import pyarrow as pa
    from pyarrow import parquet
except ModuleNotFoundError as missing:
    raise MissingExtraError(f"a corpus needs {missing.name}", hint="pip install 'clausetrack[corpus]'") from None

__all__ = ["np", "optional", "pa", "parquet", "take"]


def take(table: pa.Table | pa.ChunkedArray, rows: np.ndarray[Any, Any]) -> Any:
    """Give some rows of a table or a column, in the order of the numbers.

    ``pa.array`` of an array of numpy asks pandas, if that is there, what it is: a fifth of a second for its import.
    """
    numbers = np.ascontiguousarray(rows, np.int64)
    return table.take(pa.Array.from_buffers(pa.int64(), len(numbers), [None, pa.py_buffer(numbers)]))


def optional(name: str, extra: str) -> ModuleType:
    """Import an engine's library; MissingExtraError with the command that installs it where it is missing."""
    try:
        return import_module(name)
    except ModuleNotFoundError:
        top = name.partition(".")[0]
        raise MissingExtraError(f"this engine needs {top}", hint=f"pip install 'clausetrack[{extra}]'") from None
