"""Engines: what links texts and answers SQL. One embedded, one distributed; a new one is its file and one line here."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Final, Protocol

from clausetrack.corpus.index import Index
from clausetrack.corpus.libraries import pa
from clausetrack.corpus.links import Links
from clausetrack.errors import UnknownNameError, nearest

ENGINES: Final = {"duckdb": "clausetrack.corpus.duckdb_engine", "spark": "clausetrack.corpus.spark_engine"}


class Engine(Protocol):
    """What computes over a whole index. Every engine gives the same answer."""

    def link(self, index: Index, least: float) -> Links:
        """Join the texts of an index to families; two are linked where they share ``least`` of their shingles."""

    def query(self, sql: str, tables: Mapping[str, pa.Table]) -> pa.Table:
        """Answer a question over tables, which SQL knows by their names; the rows come in no certain order."""

    def meet(self, held: pa.Table, lowest: float, cap: int) -> pa.Table:
        """Give the pairs of documents that `queries.RESEMBLANCE` asks for, from a similarity on, in its order.

        ``held`` says how many clauses of each family each document has; families in more documents than ``cap`` bring
        none together.
        """

    def close(self) -> None:
        """Give back what the engine holds."""


def engine(name: str, index: Index, master: str | None = None, *, verbose: bool = False) -> Engine:
    """Start an engine; ``verbose`` lets it say on standard error what it does.

    UnknownNameError where there is none of the name, MissingExtraError without its library.
    """
    if name not in ENGINES:
        guess = nearest(name, ENGINES)
        hint = f"did you mean '{guess}'?" if guess else "one of " + ", ".join(ENGINES)
        raise UnknownNameError(f"there is no engine '{name}'", hint=hint)
    started: Engine = import_module(ENGINES[name]).start(index, master, verbose=verbose)
    return started
