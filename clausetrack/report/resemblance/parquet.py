"""How alike agreements are, as Parquet: one row a pair, with the types that a data frame wants."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from clausetrack.errors import MissingExtraError
from clausetrack.model.corpus import Resemblance
from clausetrack.report.registry import Options
from clausetrack.report.visible import visible


def render(result: Resemblance, options: Options) -> bytes:
    """Draw the pairs in the order of their documents. MissingExtraError where Arrow is not installed."""
    del options
    try:
        arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
    except ModuleNotFoundError:
        raise MissingExtraError("Parquet needs pyarrow", hint="pip install 'clausetrack[corpus]'") from None
    names = arrow.array([visible(holding.name) for holding in result.holdings], arrow.string())
    titles = arrow.array([visible(holding.title) for holding in result.holdings], arrow.string())
    left, right = arrow.array(result.left, arrow.int64()), arrow.array(result.right, arrow.int64())
    table = arrow.table(
        {
            "document": names.take(left),
            "title": titles.take(left),
            "other_document": names.take(right),
            "other_title": titles.take(right),
            "shared_clauses": arrow.array(result.shared, arrow.int64()),
            "similarity": arrow.array(result.similarity, arrow.float64()),
            "exact_clauses": arrow.array(result.exact, arrow.int64()),
            "exact_share": arrow.array(map(result.verbatim, range(len(result.left))), arrow.float64()),
        }
    )
    sink = arrow.BufferOutputStream()
    parquet.write_table(table, sink, compression="ZSTD")
    drawn: bytes = sink.getvalue().to_pybytes()
    return drawn
